"""What was agreed to, kept by the test itself: from the questions on her screen and her own answers, never by the gate.

It reads the words that were shown (what, for how many days), knows nothing of the ledger, the session or the case as
they are stored, and says at each moment what a recipient may see, read or be sent.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

TEAM, AGENCY = "team", "agency"
TALK = "that you want to talk"
NAME = "the name you gave"
AREA = "your area"
PIECES = (
    "what you need", AREA, NAME, "the place you asked about", "what we went over", "when a text is ok",
    "your phone number",
)  # fmt: skip
"""How the items are named in a question on her screen."""

DAY_SECONDS, HOUR_SECONDS = 86_400, 3600


def named(question: str) -> frozenset[str]:
    """The items that a question names; the number only where it is asked for, not where it is ruled out."""
    asked = question.replace("Not your number", "").replace("not your number", "")
    return frozenset(piece for piece in PIECES if piece in asked)


def days(question: str) -> int:
    """For how long, as the question says it."""
    found = re.search(r"(\d+) days", question)
    assert found, "a question for consent does not say until when"
    return int(found[1])


def in_order(ends: Iterable[int], now: int) -> dict[int, int]:
    """Which of these times comes how-manieth: those of one hour together, and -1 for all that are over."""
    order, last, rank = {}, 0, -1
    for at in sorted(set(ends)):
        rank += at > now and at - last >= HOUR_SECONDS
        last = at if at > now and at - last >= HOUR_SECONDS else last
        order[at] = rank if at > now else -1
    return order


@dataclass
class Word:
    """Something that was said in a talk: in which case, and whether the contact was in (their how-manieth coming)."""

    by: str
    case: int
    coming: int
    allowed: bool  # staff's words: the talk was consented to as they were said
    recalled: bool = False  # consent was taken back since: queued or not, it goes nowhere any more


@dataclass
class Oracle:
    """The agreements of one person. Times are seconds since the epoch."""

    given: dict[str, dict[str, int]] = field(default_factory=lambda: {TEAM: {}, AGENCY: {}})
    words: dict[str, Word] = field(default_factory=dict)
    cases: int = 0
    open: bool = False
    stopped: bool = False
    coming: int = 0  # the contact came in so often
    contact_in: bool = False

    def give(self, items: frozenset[str], recipient: str, until: int) -> None:
        """She said yes to a question that named these; to the team's with a case that opens, unless one is."""
        if recipient == TEAM and not self.open:
            self.given[TEAM] = {}  # a later yes covers what it named, and no earlier item
        held = self.given[recipient]
        for item in {TALK, *items}:
            held[item] = max(held.get(item, 0), until)
        if recipient == TEAM and not self.open:
            self.cases, self.open = self.cases + 1, True

    def take_back(self, *, stop: bool = False) -> None:
        """All of it, from everybody."""
        self.given = {TEAM: {}, AGENCY: {}}
        self.stopped, self.open, self.contact_in = self.stopped or stop, False, False
        for word in self.words.values():
            word.recalled = True

    def take_one(self, item: str) -> None:
        """One thing, from everybody."""
        for held in self.given.values():
            held.pop(item, None)

    def lapse(self, now: int) -> None:
        """She texts after the consent to the talk has ended by itself: the talk is over, and what was said in it."""
        if self.open and TALK not in self.live(TEAM, now):
            self.given = {TEAM: {}, AGENCY: {}}
            self.open = self.contact_in = False

    def close(self) -> None:
        """The caseworker ended the talk: no agency stays in it, nobody sees it any more. Their last words still go."""
        self.given[AGENCY] = {}
        self.open = self.contact_in = False

    def leave(self) -> None:
        """The agency's contact is out."""
        self.given[AGENCY] = {}
        self.contact_in = False

    def come(self) -> None:
        """The contact came in by their code."""
        self.coming, self.contact_in = self.coming + 1, True

    def live(self, recipient: str, now: int) -> frozenset[str]:
        """What this recipient may know at this moment."""
        return frozenset(item for item, until in self.given[recipient].items() if until > now)

    def talks(self, recipient: str, now: int) -> bool:
        """The talk itself may be seen: a case is open, and consented to."""
        return self.open and TALK in self.live(recipient, now)

    def say(self, by: str, now: int) -> str:
        """Words that were never said before, to be said in the open case."""
        allowed = self.talks(TEAM, now)
        mark = f"{by}WORDS-{len(self.words):02}-"
        self.words[mark] = Word(by, self.cases if self.open else 0, self.coming if self.contact_in else 0, allowed)
        return mark

    def next_end(self, now: int) -> int | None:
        """When the next of all live consents ends, and all that was given at about the same time with it."""
        ends = [at for held in self.given.values() for at in held.values() if at > now]
        return max((at for at in ends if at < min(ends) + HOUR_SECONDS), default=None)

    def summary(self, now: int) -> tuple[object, ...]:
        """All that it may still say, in a form that is the same wherever it will say the same."""
        order = in_order((at for held in self.given.values() for at in held.values()), now)
        held = {who: sorted((item, order[at]) for item, at in items.items()) for who, items in self.given.items()}
        return (str(held), self.open, self.stopped, self.contact_in)

    def of_word(self, mark: str) -> tuple[object, ...]:
        """What of these words counts for where they may go."""
        word = self.words[mark]
        return word.by, word.case == self.cases and self.open, self._heard(word), word.allowed, word.recalled

    def _heard(self, word: Word) -> bool:
        return self.contact_in and word.coming == self.coming

    # Who may get what

    def on_page(self, mark: str, case: int, now: int) -> bool:
        """These words may stand on a page of this case."""
        word = self.words[mark]
        return self.talks(TEAM, now) and word.case == case == self.cases and not word.recalled

    def to_owner(self, mark: str, now: int) -> bool:
        """These words may be texted to the caseworker who holds the case."""
        return self.on_page(mark, self.cases, now)

    def to_contact(self, mark: str, now: int) -> bool:
        """These words may be texted to the agency's contact."""
        word = self.words[mark]
        return self.talks(AGENCY, now) and self._heard(word) and not word.recalled

    def to_her(self, mark: str) -> bool:
        """These words may be texted to her: said while she consented to the talk, and not taken back since."""
        word = self.words[mark]
        return word.allowed and not word.recalled and not self.stopped
