"""Who gets the talks of a colleague who ends their shift. Pure: it only suggests, and the colleague may choose."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from bot.staff.accounts import USUAL_LANGUAGE


@dataclass(frozen=True, slots=True)
class Receiver:
    """Colleague on call. `talks` is how many cases they hold; `reached` tells whether alerts find their phone."""

    id: str
    languages: tuple[str, ...] = ()
    talks: int = 0
    reached: bool = True

    def texts_in(self, language: str) -> bool:
        """Tell whether they text in this language. Who has not said so texts in English."""
        return language in (self.languages or (USUAL_LANGUAGE,))


def suggest(languages: Mapping[str, str], receivers: Sequence[Receiver]) -> dict[str, str]:
    """Return a receiver's id for each case, "" without receivers. `languages` holds each case's language by its code.

    First come those who text in the language, then those whom alerts reach, then those with the fewest talks, counting
    what they are to get. A language that fewer of them know is served first.
    """
    given = {one.id: one.talks for one in receivers}
    found = {}
    for code in sorted(languages, key=lambda code: _able(receivers, languages[code])):
        best = min(
            receivers,
            key=lambda one: (not one.texts_in(languages[code]), not one.reached, given[one.id], one.id),
            default=None,
        )
        found[code] = best.id if best else ""
        if best:
            given[best.id] += 1
    return found


def _able(receivers: Iterable[Receiver], language: str) -> int:
    return sum(one.texts_in(language) for one in receivers)
