"""Preview of an entry as a person would see it: with example values, numbered choices, bland and not, and its cost.

Shows words that do not fit as well; a preview of the whole edition cannot.
"""

from __future__ import annotations

from dataclasses import dataclass

from bot.content.catalog import PLACEHOLDER, Language, message_of
from bot.content.checks import Check
from bot.content.editions import EntryName
from bot.content.language_file import LanguageFile
from bot.content.lookalikes import Cost, cost
from bot.content.remark_rules import REMARK_SLOTS
from bot.conversation.placeholders import Placeholders
from bot.errors import MissingMessage
from bot.flows.choices import spec_for
from bot.flows.guides import PAGE_KEYS
from bot.flows.machine import MOVES, PLACES
from bot.flows.model import MessageRules
from bot.flows.names import Need, ShareItem, State
from bot.flows.session import Session
from bot.web.current import runtime

_PLACES = {state.value: place for state, place in PLACES.items()}
A_DAY = 86_400


@dataclass(frozen=True, slots=True)
class Shown:
    """One view of an entry. `cost` is that of its longest form, with the costly letters of the words themselves."""

    title: str
    text: str
    most: int
    cost: Cost


def slot_of(name: EntryName) -> MessageRules | None:
    """Return the rules for the words of this entry; None when there are none."""
    if name.section == "messages" and name.key in _PLACES:
        return _PLACES[name.key].rules
    return REMARK_SLOTS.get(name.key) if name.section == "remarks" else None


def shown(name: EntryName, sheet: LanguageFile, now: int) -> list[Shown]:
    """Render a message or remark as the person would see it. Empty for other entries and missing words."""
    slot, message = slot_of(name), message_of(sheet, name.key)
    if slot is None or message is None:
        return []
    language, session = Language(sheet), _example(name, now)
    values = Placeholders(runtime().snapshot(now)).values(session, language)
    longest = Check(name.language, sheet, language).longest
    same = " (same on a watched screen)" if slot.bland else ""
    ways = [("On their phone" + ("" if message.bland else same), False)]
    ways += [("On a watched screen", True)] if message.bland else []

    def value(of: str) -> str:
        try:
            return values(of) or f"({of})"
        except MissingMessage:
            return f"({of})"

    found = []
    for title, bland in ways:
        own = (message.bland or message.text) if bland else message.text
        offers = spec_for(session).choices
        said = language.fill(name.key, session.state, bland=bland, value=value, offers=offers)
        whole = language.fill(name.key, session.state, bland=bland, value=longest, offers=offers)
        price = cost(f"{sheet.pieces.get('photo.too', '')} {whole}")
        letters = cost(PLACEHOLDER.sub("", own))
        most = slot.segments if price.encoding == "GSM-7" else min(4, slot.segments + 2)
        found.append(Shown(title, said, most, price._replace(dear=letters.dear, replaceable=letters.replaceable)))
    return found


def _example(name: EntryName, now: int) -> Session:
    """Make a session that gives every placeholder a value."""
    service = next((one.id for one in runtime().directory.now), "")
    guide, page = PAGE_KEYS.get(name.key, (None, 0))
    return Session(
        state=_state(name), language=name.language, safe=True, needs=(Need.SHELTER_TONIGHT, Need.FOOD), service=service,
        introduction=service, agency=service, ask_how=service, refused=(service,) if service else (),
        caseworker_name="Sam", contact="Alex", pending_items=(ShareItem.NEEDS,), shared=frozenset(ShareItem),
        agency_items=frozenset(ShareItem), guide=guide, guide_page=page,
        remind_at=now + A_DAY, daypart="evening",
    )  # fmt: skip


def _state(name: EntryName) -> State:
    """Return the state where it is sent. A remark stands before the message of the next state."""
    if name.key in _PLACES:
        return _PLACES[name.key].state
    if name.key in PAGE_KEYS:
        return State.GUIDES_PAGE
    said = (move.target for move in MOVES if move.message == name.key and move.target is not State.RETURN)
    return next(said, State.UNCLEAR_PERSON)
