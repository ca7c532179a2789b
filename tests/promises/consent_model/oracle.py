"""Consent as the test itself records it: from the questions on the person's screen and their answers, not by the gate.

It reads the question that was shown (what, for how many days) and knows nothing of the ledger, the session or the case
as stored. For any time it says what a recipient may see, read or be sent.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

TEAM, AGENCY = "team", "agency"
TALK = "that you want to talk"
NAME = "the name you gave"
AREA = "your area"
TIMES = "when a text is ok"
PIECES = (
    "what you need", AREA, NAME, "the place you asked about", "places and your reasons", TIMES,
    "your phone number",
)  # fmt: skip
"""Names of the items in a question on the person's screen."""

NOTE = "a note for next time"
"""Name of being remembered in the list of what is shared. It has a question of its own."""

MONTH_DAYS = 30
DAY_SECONDS, HOUR_SECONDS = 86_400, 3600


def named(question: str) -> frozenset[str]:
    """Return the items that a question names; the number only if it asks for it, not if it rules it out."""
    asked = question.replace("Not your number", "").replace("not your number", "")
    return frozenset(piece for piece in PIECES if piece in asked)


def days(question: str) -> int:
    """Return the number of days that the question names."""
    found = re.search(r"(\d+) days", question)
    assert found, "a question for consent does not say until when"
    return int(found[1])


def note_seconds(question: str) -> int:
    """Return how long a note is kept by a question that asks for it, 0 if the question asks for something else."""
    found = re.search(r"keep a note of this talk.* (\d+) months", question, re.DOTALL)
    return int(found[1]) * MONTH_DAYS * DAY_SECONDS if found else 0


def in_order(ends: Iterable[int], now: int) -> dict[int, int]:
    """Map each time to its order; times within an hour share one, and past times have -1."""
    order, last, rank = {}, 0, -1
    for at in sorted(set(ends)):
        rank += at > now and at - last >= HOUR_SECONDS
        last = at if at > now and at - last >= HOUR_SECONDS else last
        order[at] = rank if at > now else -1
    return order


@dataclass
class Word:
    """Something said in a conversation: in which case, and during which of the contact's stays."""

    by: str
    case: int
    coming: int
    allowed: bool  # staff's words: there was consent to the conversation when they were said
    recalled: bool = False  # consent was withdrawn since: queued or not, it may go nowhere


@dataclass
class Note:
    """Summary of a closed case: its number, and whether it tells when a text is ok."""

    case: int
    times: bool


@dataclass
class Oracle:
    """Consents of one person. Times are seconds since the epoch."""

    given: dict[str, dict[str, int]] = field(default_factory=lambda: {TEAM: {}, AGENCY: {}})
    words: dict[str, Word] = field(default_factory=dict)
    cases: int = 0
    open: bool = False
    stopped: bool = False
    coming: int = 0  # how often the contact joined
    contact_in: bool = False
    remember_until: int = 0
    notes: dict[str, Note] = field(default_factory=dict)
    closed: int = 0

    def give(self, items: frozenset[str], recipient: str, until: int) -> None:
        """Record a yes to a question that named these items; the team's also opens a case, unless one is open."""
        if recipient == TEAM and not self.open:
            self.given[TEAM] = {}  # a later yes covers what it named, and no earlier item
        held = self.given[recipient]
        for item in {TALK, *items}:
            held[item] = max(held.get(item, 0), until)
        if recipient == TEAM and not self.open:
            self.cases, self.open = self.cases + 1, True

    def remember(self, until: int) -> None:
        """Record a yes to being remembered."""
        self.remember_until, self.notes = until, {}

    def take_note_back(self) -> None:
        """Withdraw the consent to be remembered, and nothing else."""
        self.remember_until, self.notes = 0, {}

    def remembers(self, now: int) -> bool:
        """Return True if notes may be kept, and shown when the person is back."""
        return self.remember_until > now

    def take_back(self, *, stop: bool = False) -> None:
        """Withdraw all consent from every recipient."""
        self.take_note_back()
        self.given = {TEAM: {}, AGENCY: {}}
        self.stopped, self.open, self.contact_in = self.stopped or stop, False, False
        for word in self.words.values():
            word.recalled = True

    def take_one(self, item: str) -> None:
        """Withdraw consent to one item from every recipient."""
        for held in self.given.values():
            held.pop(item, None)

    def lapse(self, now: int) -> None:
        """End the case if the person texts after the consent to the conversation has expired."""
        if self.open and TALK not in self.live(TEAM, now):
            self.given = {TEAM: {}, AGENCY: {}}
            self.open = self.contact_in = False

    def next_note(self) -> str:
        """Return the marker that stands for the summary of the next case to close."""
        return f"EARLIERWORDS-{self.closed:02}-"

    def close(self, now: int) -> None:
        """Close the case: the agency leaves and nobody sees it any more, but texts already written are still sent.

        Its summary is kept if the person wants to be remembered.
        """
        if self.remembers(now):
            self.notes[self.next_note()] = Note(self.cases, TIMES in self.live(TEAM, now))
        self.closed += 1
        self.given[AGENCY] = {}
        self.open = self.contact_in = False

    def leave(self) -> None:
        """Remove the agency's contact."""
        self.given[AGENCY] = {}
        self.contact_in = False

    def come(self) -> None:
        """Let the contact join by their code."""
        self.coming, self.contact_in = self.coming + 1, True

    def live(self, recipient: str, now: int) -> frozenset[str]:
        """Return what this recipient may know at `now`."""
        return frozenset(item for item, until in self.given[recipient].items() if until > now)

    def talks(self, recipient: str, now: int) -> bool:
        """Return True if the conversation itself may be seen: a case is open, and covered by consent."""
        return self.open and TALK in self.live(recipient, now)

    def say(self, by: str, now: int) -> str:
        """Record new words, said in the open case, and return the marker that stands for them."""
        allowed = self.talks(TEAM, now)
        mark = f"{by}WORDS-{len(self.words):02}-"
        self.words[mark] = Word(by, self.cases if self.open else 0, self.coming if self.contact_in else 0, allowed)
        return mark

    def next_end(self, now: int) -> int | None:
        """Return when the next live consent ends, together with those that end at about the same time."""
        ends = [at for at in (*self._ends(), self.remember_until) if at > now]
        return max((at for at in ends if at < min(ends) + HOUR_SECONDS), default=None)

    def _ends(self) -> list[int]:
        return [at for held in self.given.values() for at in held.values()]

    def summary(self, now: int) -> tuple[object, ...]:
        """Return all that the oracle can still answer, in a form that is equal for equal future answers."""
        order = in_order((*self._ends(), self.remember_until), now)
        held = {who: sorted((item, order[at]) for item, at in items.items()) for who, items in self.given.items()}
        noted = sorted({(note.case == self.cases, note.times) for note in self.notes.values()})
        return (str(held), self.open, self.stopped, self.contact_in, order[self.remember_until], str(noted))

    def word_state(self, mark: str) -> tuple[object, ...]:
        """Return what decides where these words may go."""
        word = self.words[mark]
        return word.by, word.case == self.cases and self.open, self._heard(word), word.allowed, word.recalled

    def _heard(self, word: Word) -> bool:
        return self.contact_in and word.coming == self.coming

    # Who may receive what

    def on_page(self, mark: str, case: int, now: int) -> bool:
        """Return True if these words may be shown on a page of this case. A summary never may: see `earlier`."""
        if mark not in self.words:
            return False
        word = self.words[mark]
        return self.talks(TEAM, now) and word.case == case == self.cases and not word.recalled

    def earlier(self, case: int, now: int) -> dict[str, Note]:
        """Return the summaries that a page of this case shows: the person is back, and wants to be remembered."""
        back = self.talks(TEAM, now) and case == self.cases and self.remembers(now)
        return {mark: note for mark, note in self.notes.items() if note.case < case} if back else {}

    def to_owner(self, mark: str, now: int) -> bool:
        """Return True if these words may be texted to the caseworker who holds the case."""
        return self.on_page(mark, self.cases, now)

    def to_contact(self, mark: str, now: int) -> bool:
        """Return True if these words may be texted to the agency's contact."""
        word = self.words.get(mark)
        return word is not None and self.talks(AGENCY, now) and self._heard(word) and not word.recalled

    def to_person(self, mark: str) -> bool:
        """Return True if these words may be texted to the person: said with consent, and not withdrawn since."""
        word = self.words.get(mark)
        return word is not None and word.allowed and not word.recalled and not self.stopped
