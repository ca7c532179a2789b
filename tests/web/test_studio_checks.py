"""Checks that an editor sees while typing, item by item: severity, language and part.

Each text is posted to the page's own check, as the page does a moment after the editor stops typing.
"""

from __future__ import annotations

import datetime as dt
import re
from html import unescape
from typing import Any

import pytest
from flask.testing import FlaskClient

from bot.actions.content import ContentActions
from bot.runtime.runtime import Runtime
from tests.support.staff import mark
from tests.support.studio import LATER, form_of, keep, publish

HELLO, AGAIN = "messages/welcome.hello", "messages/welcome.again"
ENDS = "((choices))\nHELP for help, STOP to opt out."
TERMINA = "((choices))\nAYUDA para ayuda, STOP para salir."


def checked(editor: FlaskClient, entry: str, **typed: str) -> dict[str, Any]:
    """Post typed fields to the page's check. A "_" stands for the dot in a field's name."""
    form = form_of(editor, f"/studio/message/{entry}")
    fields = {name.replace("_", ".", 1): text for name, text in typed.items()}
    assert fields.keys() <= form.keys()
    told: dict[str, Any] = editor.post("/studio/check", data=form | fields).get_json()
    return told


def cost_of(told: dict[str, Any], language: str) -> str:
    """Return the line about segments under the phone preview."""
    line = re.findall(r'<p class="small cost[^>]*>(.*?)</p>', told["said"][language], re.DOTALL)[0]
    return " ".join(unescape(re.sub(r"<[^>]+>", "", line)).split())


ERRORS = {
    "an unknown placeholder": (
        LATER, "en.text", "Text ((nobody)) any time.",
        "((nobody)) cannot be used here. Placeholders of this message: none."),
    "a placeholder that is missing": (
        HELLO, "en.text", f"An automated helper. Is now ok?\n{ENDS}",
        "((program)) is missing. This message must say it."),
    "words that it must say": (
        HELLO, "en.text", f"Hi, this is ((program)). Is now ok?\n{ENDS}",
        '"automated" is missing. This message must say it.'),
    "words that it must say, in Spanish": (
        HELLO, "es.text", f"Hola, somos ((program)). ¿Es buen momento?\n{TERMINA}",
        '"automátic" is missing. This message must say it.'),
    "too many parts": (
        LATER, "en.text", "Text any time. " * 40,
        "5 segments (GSM-7) with its choices, at most 2. Shorten it."),
    "too many parts, with letters that cost": (
        LATER, "es.text", "Escribe más. " * 40,
        "9 segments (UCS-2) with its choices, at most 4. Shorten it."),
    "a word of the carriers as a choice": (
        AGAIN, "en.choices.go_on", "Cancel",
        'choice 1 is the carrier\'s word "Cancel". Use another word.'),
    "a word of the carriers as a choice, in Spanish": (
        AGAIN, "es.choices.go_on", "Cancelar",
        'choice 1 is the carrier\'s word "Cancelar". Use another word.'),
    "two choices alike": (
        AGAIN, "en.choices.go_on", "Not now",
        'choices 1 and 3 are both "Not now". Make them differ.'),
    "two choices that are heard alike": (
        AGAIN, "es.choices.go_on", "¡Ahora no!",
        '"¡Ahora no!" (choice 1 of welcome.again) is heard as "not now". Use other words.'),
    "a choice like a control word": (
        AGAIN, "en.choices.go_on", "Talk to a person",
        '"Talk to a person" (choice 1 of welcome.again) means "person" everywhere else. Use other words.'),
    "a choice like a control word, in Spanish": (
        AGAIN, "es.choices.go_on", "Borrar todo",
        '"Borrar todo" (choice 1 of welcome.again) means "forget" everywhere else. Use other words.'),
    "a choice like words of danger": (
        AGAIN, "en.choices.go_on", "I took pills",
        '"I took pills" (choice 1 of welcome.again) is heard as "medical". Use other words.'),
    "more than one question": (
        LATER, "es.text", "¿Todo bien? ¿Quieres seguir?",
        "more than one question. Ask one thing."),
    "a long sentence": (
        LATER, "en.text", "one two three four five six seven eight " * 2,
        "a sentence of 16 words, at most 15. Split it."),
    "what a screen that others see must not name": (
        LATER, "en.text", "Text about the abuse.",
        'others may see "abuse" on the screen. Leave it out, or add a bland text.'),
    "what the bland text itself must not name": (
        "remarks/unclear.rephrase", "en.bland", "Say that about the abuse again.",
        'others may see "abuse" on the screen. Leave it out, or add a bland text.'),
    "the same in Spanish": (
        LATER, "es.text", "Escribe del albergue.",
        'others may see "albergue" on the screen. Leave it out, or add a bland text.'),
    "a number that is no help line": (
        LATER, "en.text", "Call 800-555-0199 any time.",
        "800-555-0199 is not in the list of help lines. Take it out, or name one that is."),
    "a short code that is no help line": (
        LATER, "es.text", "Escribe al 55555.",
        "55555 is not in the list of help lines. Take it out, or name one that is."),
}  # fmt: skip

WARNINGS = {
    "letters that cost and need not": (
        LATER, "en.text", "It’s fine. Text any time…",
        "’ … cannot be sent in the cheaper alphabet: the whole text counts 70 letters a part, not 160."),
    "a long word": (
        LATER, "en.text", "Text any time notwithstanding.",
        '"notwithstanding" is a long word. Is there a shorter one?'),
    "a rare word": (
        LATER, "en.text", "You get some remuneration.",
        '"remuneration" is a rare word. Is there one that everyone knows?'),
    "a rare word, in Spanish": (
        LATER, "es.text", "Puedes cerciorarte luego.",
        '"cerciorarte" is a rare word. Is there one that everyone knows?'),
    "jargon": (
        LATER, "en.text", "Text any time for an assessment.",
        '"assessment" is jargon. Say it as you would to a friend.'),
    "a word of the trade, in Spanish": (
        LATER, "es.text", "Escribe a tu proveedor.",
        '"proveedor" is jargon. Say it as you would to a friend.'),
    "blame": (
        LATER, "en.text", "You should have said so.",
        '"you should have" may sound like blame. Say what happened, or what you can do, without it.'),
    "blame, in Spanish": (
        LATER, "es.text", "Fue tu error.",
        '"tu error" may sound like blame. Say what happened, or what you can do, without it.'),
    "a promise": (
        LATER, "en.text", "I promise to answer.",
        '"i promise" is a promise we may not keep. Say what is true now.'),
    "a promise, in Spanish": (
        LATER, "es.text", "Te prometo que contesto.",
        '"te prometo" is a promise we may not keep. Say what is true now.'),
}  # fmt: skip

CASES = [
    pytest.param(severity, case, id=name)
    for severity, cases in (("error", ERRORS), ("warning", WARNINGS))
    for name, case in cases.items()
]


@pytest.mark.parametrize(("severity", "case"), CASES)
def test_check_reports_severity_language_and_part(
    editor: FlaskClient, severity: str, case: tuple[str, str, str, str]
) -> None:
    entry, field, text, says = case
    language, part = field.split(".")[:2]
    told = checked(editor, entry, **{field.replace(".", "_", 1): text})
    (found,) = [one for one in told["findings"] if one["says"] == says]
    assert (found["severity"], found["language"], found["part"]) == (severity, language, part)
    assert says in unescape(told["said"][language])


@pytest.mark.parametrize(("changed", "other"), [("en", "Español"), ("es", "English")])
def test_language_that_lags_behind_is_reported_until_updated(editor: FlaskClient, changed: str, other: str) -> None:
    says = f"{other} may now be out of date. Update it or say why it's fine."
    (found,) = checked(editor, LATER, **{f"{changed}_text": "Ok."})["findings"]
    assert found == {"language": changed, "part": "", "severity": "warning", "says": says, "letters": []}
    assert checked(editor, LATER, en_text="Ok.", es_text="Bueno.")["findings"] == []


def test_costly_characters_show_a_replacement_or_their_cost(
    editor: FlaskClient,
) -> None:
    told = checked(editor, LATER, en_text="It’s fine… 🙂", es_text="Está aquí, sólo tú.")
    (found,) = told["findings"]
    assert (found["language"], found["letters"]) == ("en", ["’", "…"])
    assert "These letters take extra space: ’ … 🙂. You can replace ’ …." in cost_of(told, "en")
    assert cost_of(told, "es") == "Sends as 1 text (limit 4). These letters take extra space: á í ó ú."
    assert cost_of(checked(editor, LATER, es_text="Niño, café, ¿sí?"), "en") == "Sends as 1 text (limit 2)."


def test_help_line_not_checked_lately_must_not_be_named(
    editor: FlaskClient, runtime: Runtime, words: ContentActions
) -> None:
    in_use = words.preview().hotlines
    # The programme's day: the page refuses a day that has not begun there.
    today = dt.datetime.fromtimestamp(runtime.clock(), runtime.settings.timezone).date()
    line = next(key for key in in_use.stale(today) if in_use.lines[key].call)
    number = in_use.lines[line].call
    told = checked(editor, LATER, en_text=f"Call {number}.", es_text=f"Llama al {number}.")
    says = f"{number} was not checked in the last month. Try it, check it off, and then name it."
    assert [(one["severity"], one["language"], one["part"], one["says"]) for one in told["findings"]] == [
        ("error", code, "text", says) for code in ("en", "es")
    ]
    form = {"line": line, "way": "call", "day": today.isoformat(), "mark": mark(editor, "/studio/hotlines")}
    assert editor.post("/studio/hotlines", data=form).status_code == 303
    assert checked(editor, LATER, en_text=f"Call {number}.", es_text=f"Llama al {number}.")["findings"] == []


@pytest.mark.parametrize(("kind", "says"), [
    ("jargon", '"stakeholder" is jargon.'),
    ("blame", '"stakeholder" may sound like blame.'),
    ("promise", '"stakeholder" is a promise we may not keep.'),
])  # fmt: skip
def test_word_added_to_a_list_is_checked_at_once(editor: FlaskClient, kind: str, says: str) -> None:
    shelf = editor.get("/studio/lists").text.partition(f'id="{kind}"')[2]
    seen = re.findall(r'name="seen" value="(\w+)"', shelf)[0]
    form = {"language": "en", "section": "lists", "key": kind, "seen": seen, "lines": "stakeholder"}
    assert editor.post("/studio/lists", data={**form, "mark": mark(editor)}).status_code == 303
    told = checked(editor, LATER, en_text="Ask a Stakeholder.", es_text="Escribe.")
    assert any(one["says"].startswith(says) and one["severity"] == "warning" for one in told["findings"])


def test_label_that_breaks_other_messages_names_each(editor: FlaskClient) -> None:
    elsewhere = checked(editor, "labels/go_on", en_text="STOP")["elsewhere"]
    for key in ("privacy.who_am_i", "privacy.kept", "carrier.help"):
        assert f"/studio/message/messages/{key}" in elsewhere
    assert 'choice 1 is the carrier\'s word "STOP". Use another word.' in unescape(elsewhere)


def test_errors_block_publishing_and_warnings_need_a_reason(editor: FlaskClient, words: ContentActions) -> None:
    keep(editor, en_text="Text ((nobody)) any time.", es_text="Escribe.")
    stopped = publish(editor)
    assert stopped.status_code == 422
    assert "((nobody)) cannot be used here. Placeholders of this message: none." in stopped.text
    assert "Not published yet" in stopped.text
    keep(editor, en_text="You get some remuneration.")
    reason = f"reason.en|{LATER.replace('/', '|')}"
    unsaid = publish(editor, **{reason: ""})
    assert unsaid.status_code == 422
    assert "is a rare word. Is there one that everyone knows?" in unsaid.text
    assert re.search(rf'name="{re.escape(reason)}"', unsaid.text)
    assert words.edition().number == 0
    assert publish(editor).status_code == 303
    assert words.edition().reasons == {reason.removeprefix("reason."): "we talked it over"}
