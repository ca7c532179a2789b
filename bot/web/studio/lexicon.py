"""The lexicon: ways to say an answer, slang, danger phrases and needs. Shipped phrases are read-only; staff add others.

A form tells how a text would be understood with the draft's phrases. It stores nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import StrEnum
from typing import NamedTuple

from flask import abort, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from bot.actions.phrases import PhraseActions
from bot.content.catalog import Language
from bot.content.draft import PHRASES
from bot.content.editions import EntryName
from bot.conversation.replay import Heard, Player
from bot.errors import Conflict, ContentError
from bot.flows.machine import PLACES, TERMINAL
from bot.flows.names import Answer, Need, State
from bot.flows.welcome import SILENT
from bot.understanding import MOST_CHARACTERS
from bot.understanding.hearing import DANGERS
from bot.web.base import names
from bot.web.current import runtime
from bot.web.staff import me, role_required
from bot.web.studio.base import bp
from bot.web.studio.line_entries import Lines, Refused, Shelf, name_of_form, refused
from bot.web.studio.workspace import Workspace, load_workspace

DANGER = {
    Answer.MEDICAL: "A medical emergency", Answer.SELF_HARM: "Self-harm or suicide",
    Answer.HURT_NOW: "Being hurt now", Answer.CHILD_HURT: "A child is being hurt",
    Answer.UNDER_13: "Someone under 13 is texting",
}  # fmt: skip
SHORT = PHRASES + "short"
ANYWHERE, WHOLE = PHRASES + "within", PHRASES + "alone"
WHERE = {ANYWHERE: "Anywhere in a text", WHOLE: "Only as the whole text", PHRASES + "needs": "Anywhere in a text"}
FIRST_LETTERS = 48


class Group(StrEnum):
    """A group of phrases; the page shows one at a time."""

    DANGER = "danger"
    ANSWERS = "answers"
    NEEDS = "needs"
    SHORT = "short"


GROUPS = {
    Group.DANGER: "Danger", Group.ANSWERS: "Answers", Group.NEEDS: "Needs", Group.SHORT: "Short forms",
}  # fmt: skip


class Part(NamedTuple):
    """One entry and the shipped phrases beside it. `where` says where in a text its phrases count."""

    where: str
    shipped: tuple[str, ...]
    own: Lines


class Topic(NamedTuple):
    """One meaning or short form, with its entries."""

    id: str
    title: str
    parts: tuple[Part, ...]

    @property
    def shipped(self) -> int:
        """The number of shipped phrases."""
        return sum(len(part.shipped) for part in self.parts)

    @property
    def own(self) -> int:
        """The number of phrases that staff added."""
        return sum(len(part.own.lines) for part in self.parts)

    @property
    def is_drafted(self) -> bool:
        """Whether the draft changes it."""
        return any(part.own.drafted_by for part in self.parts)

    @property
    def is_refused(self) -> bool:
        """Whether its form was just refused."""
        return any(part.own.typed is not None for part in self.parts)


@bp.get("/lexicon")
@role_required("editor")
def lexicon() -> ResponseReturnValue:
    """Show one group of phrases in one language."""
    return _page(load_workspace(), request.args)


@bp.post("/lexicon")
@role_required("editor")
def keep_phrases() -> ResponseReturnValue:
    """Save the phrases that staff added to one meaning, in the draft, where another editor approves them."""
    name = name_of_form()
    if name.language not in load_workspace().languages or name.section not in (SHORT, *WHERE):
        abort(400)
    lines = request.form.get("lines", "").splitlines()
    try:
        PhraseActions(runtime()).keep(name, request.form.get("seen", ""), lines, me().id)
    except (ContentError, Conflict) as error:
        again = refused(name, error)
        wanted = {"language": name.language, "group": _group_of(name)}
        return _page(load_workspace(), wanted, again=again), again.status
    group = _group_of(name)
    there = url_for("studio.lexicon", language=name.language, group=group, done=name.key, _anchor=_id(name.key))
    return redirect(there, 303)


@bp.post("/lexicon/read")
@role_required("editor")
def read_text() -> ResponseReturnValue:
    """Show how a text would be understood with the draft. Only the response holds the text."""
    space = load_workspace()
    place = next((state for state in _states() if state.value == request.form.get("state")), None)
    text = request.form.get("text", "")[:MOST_CHARACTERS]
    language = _language(space, request.form.get("language"))
    if place is None:
        abort(400)
    return _page(space, request.form, heard=Player(runtime().snapshot(), space.preview()).hear(text, place, language))


def _page(space: Workspace, wanted: dict[str, str], again: Refused | None = None, heard: Heard | None = None) -> str:
    language, group = _language(space, wanted.get("language")), _group(wanted.get("group"))
    shelf = Shelf(space, again)
    topics = list(_topics(group, language, shelf))
    new = shelf.of(EntryName(language, SHORT, ""))
    if again and _id(again.name.key) not in {topic.id for topic in topics}:
        if again.name.section != SHORT:
            abort(400)  # no such meaning, or one that only the code decides
        new = shelf.of(again.name)
    return render_template(
        "studio/lexicon.html",
        language=language,
        languages=space.languages,
        group=group,
        groups=GROUPS,
        topics=topics,
        new=new,
        shorts=_shorts(),
        places=[(state.value, _begins(state, language)) for state in _states()],
        heard=heard,
        said=_said(heard, language) if heard else {},
        text=wanted.get("text", "") if heard else "",
        state=wanted.get("state", "needs.ask"),
        done=request.args.get("done", ""),
        names=names(),
    )


def _topics(group: Group, language: str, shelf: Shelf) -> Iterator[Topic]:
    if group is Group.SHORT:
        own = {name.key for name in shelf.space.draft if name.section == SHORT and name.language == language}
        own |= set(shelf.space.edition.phrases.get(language, {}).get("short", {}))
        for word in sorted(own):
            yield Topic(
                _id(word), word, (Part("", _shorts().get(word, ()), shelf.of(EntryName(language, SHORT, word))),)
            )
        return
    shipped = _shipped(language)
    for meaning, title in _meanings(group, _shipped("en")):
        sections = [PHRASES + "needs"] if group is Group.NEEDS else [ANYWHERE, WHOLE]
        listed = tuple(
            Part(
                WHERE[section],
                shipped.get((meaning, section == WHOLE), ()),
                shelf.of(EntryName(language, section, meaning.value)),
            )
            for section in sections
        )
        yield Topic(_id(meaning.value), title, listed)


def _meanings(group: Group, shipped: Iterable[tuple[Answer | Need, bool]]) -> Iterator[tuple[Answer | Need, str]]:
    """Yield the meanings of a group that have shipped phrases, with their titles, in the order of the conversation."""
    have = {meaning for meaning, _ in shipped}
    if group is Group.DANGER:
        yield from DANGER.items()
    elif group is Group.NEEDS:
        sheet = runtime().content.now.catalog.language("en").sheet
        yield from ((need, sheet.needs[need.value].said.capitalize()) for need in Need if need.value in sheet.needs)
    else:
        yield from ((answer, _plain(answer)) for answer in Answer if answer in have and answer not in DANGERS)


def _shipped(language: str) -> dict[tuple[Answer | Need, bool], tuple[str, ...]]:
    """Return the shipped phrases of a language, by meaning and whether they count only as the whole text."""
    found: dict[tuple[Answer | Need, bool], tuple[str, ...]] = {}
    vocabulary = runtime().content.shipped.vocabulary
    for source, phrase, meaning, alone in vocabulary.phrases if vocabulary else ():
        if isinstance(meaning, Answer | Need) and source.language == language:
            found[meaning, alone] = (*found.get((meaning, alone), ()), phrase)
    return found


def _shorts() -> dict[str, tuple[str, ...]]:
    """Return the shipped short forms, which count in every language."""
    vocabulary = runtime().content.shipped.vocabulary
    return {word: tuple(meant) for word, meant in sorted(vocabulary.short.items())} if vocabulary else {}


def _states() -> Iterator[State]:
    """Yield the states in which a person may text."""
    return (state for state in PLACES if state not in SILENT | TERMINAL)


def _begins(state: State, language: str) -> str:
    """Name a state, with the first words of its message."""
    message = _words(language).sheet.messages.get(state.value)
    text = message.text.partition("\n")[0] if message else ""
    return f"{state.value}: {text[:FIRST_LETTERS].strip()}{'…' if len(text) > FIRST_LETTERS else ''}"


def _said(heard: Heard, language: str) -> dict[str, object]:
    """Describe an interpretation in words."""
    answer, needs = heard.reading.answer, heard.reading.needs
    said = _words(language)
    return {
        "danger": DANGER.get(answer, ""),
        "answer": DANGER.get(answer) or ("Not understood" if answer is Answer.UNCLEAR else _plain(answer)),
        "needs": [said.need(need) for need in needs],
    }


def _words(language: str) -> Language:
    """Return the words in use; English for a language that is not offered yet."""
    catalog = runtime().content.now.catalog
    return catalog.languages.get(language) or catalog.language("en")


def _plain(answer: Answer) -> str:
    return answer.value.replace("_", " ").capitalize()


def _language(space: Workspace, wanted: str | None) -> str:
    known = space.languages
    return wanted if wanted in known else next(iter(known), "en")


def _group_of(name: EntryName) -> Group:
    if name.section == SHORT:
        return Group.SHORT
    if name.section == PHRASES + "needs":
        return Group.NEEDS
    return Group.DANGER if name.key in {answer.value for answer in DANGERS} else Group.ANSWERS


def _group(wanted: str | None) -> Group:
    return next((group for group in Group if group == wanted), Group.DANGER)


def _id(key: str) -> str:
    return "of-" + "-".join(key.split())
