"""An entry as people would see it: filled in with examples, numbered, bland and not, and what it costs. Writes nothing.

Words that do not fit are shown as well, which is what a preview of the edition could not do.
"""

from __future__ import annotations

from dataclasses import dataclass

from ruamel.yaml.comments import CommentedMap

from bot.content.catalog import PLACEHOLDER, Language, message_of
from bot.content.checks import REMARK_SLOTS, Check
from bot.content.draft import Draft, applied
from bot.content.editions import Edition, Name, sheets_with
from bot.content.language_file import Place as Where
from bot.content.language_file import Sheet
from bot.content.lookalikes import Cost, cost
from bot.errors import WordsGone
from bot.flows.choices import place_of
from bot.flows.machine import MOVES, PLACES
from bot.flows.model import Slot
from bot.flows.names import Need, Share, State
from bot.flows.session import Session
from bot.web.current import parts

_PLACES = {state.value: place for state, place in PLACES.items()}
A_DAY = 86_400


@dataclass(frozen=True, slots=True)
class Shown:
    """One way in which it is seen, and what its longest form costs; letters are of the words themselves."""

    title: str
    text: str
    most: int
    cost: Cost


def slot_of(name: Name) -> Slot | None:
    """What the words of this entry may and must do; None where nothing is laid down."""
    if name.section == "messages" and name.key in _PLACES:
        return _PLACES[name.key].slot
    return REMARK_SLOTS.get(name.key) if name.section == "remarks" else None


def as_typed(edition: Edition, draft: Draft) -> dict[str, Sheet]:
    """The sheets that the draft would make, fit or not; a new language's as soon as it has the form of one."""
    return sheets_with(parts().words.shipped.sheets, applied(edition, draft).words)


def shown(name: Name, sheet: Sheet) -> list[Shown]:
    """A message or remark as the person would see it. Nothing for other entries, or words that are not there."""
    slot, message = slot_of(name), message_of(sheet, name.key)
    if slot is None or message is None:
        return []
    language, session = Language(sheet), _example(name)
    now = int(parts().clock())
    values = parts().wording.values(session, language, now)
    longest = Check(name.language, sheet, Where("", CommentedMap()), language).longest
    same = " (same on a watched screen)" if slot.bland else ""
    ways = [("On their phone" + ("" if message.bland else same), False)]
    ways += [("On a watched screen", True)] if message.bland else []

    def value(of: str) -> str:
        try:
            return values(of) or f"({of})"
        except WordsGone:
            return f"({of})"

    found = []
    for title, bland in ways:
        own = (message.bland or message.text) if bland else message.text
        offers = place_of(session).offers
        said = language.fill(name.key, session.state, bland=bland, value=value, offers=offers)
        whole = language.fill(name.key, session.state, bland=bland, value=longest, offers=offers)
        price = cost(f"{sheet.pieces.get('photo.too', '')} {whole}")
        letters = cost(PLACEHOLDER.sub("", own))
        most = slot.segments if price.encoding == "GSM-7" else min(4, slot.segments + 2)
        found.append(Shown(title, said, most, price._replace(dear=letters.dear, replaceable=letters.replaceable)))
    return found


def _example(name: Name) -> Session:
    """Somebody for whom every placeholder has something to say."""
    service = next((one.id for one in parts().directory), "")
    return Session(
        state=_state(name), language=name.language, safe=True, needs=(Need.SHELTER_TONIGHT, Need.FOOD), service=service,
        introduction=service, agency=service, ask_how=service, refused=(service,) if service else (), held="Sam",
        contact="Alex", asking=(Share.NEEDS,), shared=frozenset(Share), agency_items=frozenset(Share),
        remind_at=int(parts().clock()) + A_DAY, daypart="evening",
    )  # fmt: skip


def _state(name: Name) -> State:
    """Where it is said: a remark stands above the words of the place that is arrived at."""
    if name.key in _PLACES:
        return _PLACES[name.key].state
    said = (move.to for move in MOVES if move.says == name.key and move.to is not State.RETURN)
    return next(said, State.UNCLEAR_PERSON)
