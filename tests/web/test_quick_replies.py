"""Quick replies that staff write: in any number, each in its languages, with a line that says what it says."""

from __future__ import annotations

import re
from dataclasses import replace
from html import unescape

import pytest
from flask.testing import FlaskClient

from bot.runtime.runtime import Runtime
from bot.staff.accounts import Staff
from bot.staff.audit import Verb
from bot.staff.quick_replies import LONGEST_REPLY, QuickReply
from bot.store.check import check
from bot.store.connection import RedisServer
from bot.web.console.replies import GONE, NOTHING
from tests.support.console import act
from tests.support.person import YoungPerson
from tests.support.staff import Team, post

ENGLISH, SPANISH = "The zebra bus stops at the corner.", "El bus cebra para en la esquina."


@pytest.fixture(autouse=True)
def _none(server: RedisServer) -> None:
    server.call("DEL", "{staff}:quick")


def add(desk: FlaskClient, **words: str) -> str:
    """Add a reply by its words in each language, and return what the page then says."""
    answer = post(
        desk, "/console/replies", "/console/replies", **{f"words-{code}": said for code, said in words.items()}
    )
    return unescape(answer.text if answer.status_code != 303 else desk.get(answer.headers["Location"]).text)


def ids(page: str) -> list[str]:
    return re.findall(r'action="/console/replies/(\w+)"', page)


def found(desk: FlaskClient, code: str, typed: str = "") -> str:
    answer = post(desk, "/console/find", "/staff/account", q=typed, case=code, only="replies")
    return unescape(answer.text)


def talk(desk: FlaskClient, runtime: Runtime, *, spanish: bool = False) -> str:
    her = YoungPerson(runtime)
    if spanish:
        her.text("hola", "sí", "1", "quiero hablar con una persona", "1", "sin nombre")
    else:
        her.just_talk()
    act(desk, her.case, "take")
    return her.case


def test_reply_shows_in_each_language_with_what_it_says(desk: FlaskClient, runtime: Runtime) -> None:
    assert "Quick reply added." in add(desk, en=ENGLISH, es=SPANISH)
    spanish, english = talk(desk, runtime, spanish=True), talk(desk, runtime)
    shown = found(desk, spanish, "zebra")
    assert f'data-words="{SPANISH}"' in shown and f'lang="en" dir="auto">{ENGLISH}<' in shown
    shown = found(desk, english, "cebra")
    assert f'data-words="{ENGLISH}"' in shown and SPANISH not in shown, "who texts in English needs no gloss"


def test_gloss_is_in_a_language_of_the_colleague(desk: FlaskClient, team: Team, sam: Staff, runtime: Runtime) -> None:
    add(desk, en=ENGLISH, es=SPANISH)
    english = talk(desk, runtime)
    team.store.change(sam.id, lambda kept: replace(kept, languages=("es",)))
    shown = found(desk, english, "zebra")
    assert f'data-words="{ENGLISH}"' in shown and f'lang="es" dir="auto">{SPANISH}<' in shown
    own = QuickReply("x", {"en": ENGLISH, "es": SPANISH, "vi": "xe"})
    both = replace(sam, languages=("vi", "es"))
    assert own.gloss("en", both) == ("xe", "vi") and own.gloss("es", both) == (ENGLISH, "en")
    assert QuickReply("x", {"es": SPANISH}).gloss("es", sam) == ("", "")


def test_reply_without_words_in_a_language_does_not_show_in_it(desk: FlaskClient, runtime: Runtime) -> None:
    add(desk, en=ENGLISH)
    assert ENGLISH not in found(desk, talk(desk, runtime, spanish=True))
    assert ENGLISH in found(desk, talk(desk, runtime))


def test_there_may_be_many(desk: FlaskClient, runtime: Runtime) -> None:
    for number in range(40):
        add(desk, en=f"Reply {number} of many.")
    page = desk.get("/console/replies").text
    assert len(ids(page)) == 40
    assert page.find("Reply 7 of") < page.find("Reply 31 of"), "in the order of their making"
    code = talk(desk, runtime)
    assert "Reply 39 of many." in found(desk, code, "39"), "all are found, also those that a short list leaves out"
    assert "Reply 39" not in desk.get(f"/console/{code}").text, "and none makes the case's page heavier"


def test_reply_is_changed_and_removed(desk: FlaskClient, team: Team, sam: Staff) -> None:
    (reply,) = ids(add(desk, en=ENGLISH))
    change = f"/console/replies/{reply}"
    assert post(desk, change, "/console/replies", act="save", **{"words-en": "Another."}).status_code == 303
    assert "Another." in desk.get("/console/replies").text
    refused = post(desk, change, "/console/replies", act="save")
    assert refused.status_code == 422 and NOTHING in refused.text
    assert post(desk, change, "/console/replies", act="nonsense").status_code == 400
    assert post(desk, change, "/console/replies", act="remove").status_code == 303
    assert "Another." not in desk.get("/console/replies").text
    gone = post(desk, change, "/console/replies", act="save", **{"words-en": "Back."})
    assert gone.status_code == 422 and GONE in gone.text
    entries = [link.entry for _, link in team.store.audit.page(0, 50) if link]
    noted = [(entry.who, entry.reason) for entry in entries if entry.what is Verb.REPLIES_CHANGED]
    assert sorted(noted) == sorted((sam.id, reason) for reason in ("added", "changed", "removed"))
    assert all(ENGLISH not in entry.reason for entry in entries)


@pytest.mark.parametrize(("words", "why"), [("", NOTHING), ("  \n ", NOTHING), ("x" * (LONGEST_REPLY + 1), "too long")])
def test_bad_reply_is_refused_and_stays_in_the_form(desk: FlaskClient, words: str, why: str) -> None:
    page = add(desk, es=words)
    assert why in page and words.strip() in page and not ids(page)


def test_markup_is_shown_as_text(desk: FlaskClient, runtime: Runtime) -> None:
    add(desk, en="<b onclick=x>hi zebra</b>")
    assert "<b onclick" not in desk.get("/console/replies").text
    assert "<b onclick" not in post(desk, "/console/find", "/staff/account", q="zebra", case=talk(desk, runtime)).text


def test_damaged_reply_is_left_out_and_found_by_the_check(
    desk: FlaskClient, server: RedisServer, runtime: Runtime
) -> None:
    add(desk, en=ENGLISH)
    server.call("HSET", "{staff}:quick", "0", "damaged")
    assert len(ids(desk.get("/console/replies").text)) == 1
    result = check(server, runtime.store._ring)
    assert result.counted["quick reply"] == 2
    assert [one.kind for one in result.damaged] == ["quick reply"]
