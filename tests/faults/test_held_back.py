"""Age, screen, hold and consent are asked again at the moment of sending (promises 1 and 7)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from bot.casework.cases import Kind, NotSent
from bot.flows.names import State
from bot.jobs.person_messages import OLDEST_SECONDS
from bot.staff.accounts import Staff
from bot.store.jobs import SendToPerson
from tests.support.product import Phone, new_phone
from tests.support.team import Team

pytestmark = pytest.mark.faults

MINUTE = 60
WORDS = "the shelter has a bed for you tonight"


class Talk:
    """A live talk in which the caseworker has written words that still wait to be sent."""

    def __init__(self, team: Team, text: str = WORDS) -> None:
        self.team, self.house = team, team.house
        self.ben, self.anna = team.colleague("Ben"), new_phone()
        self.code = team.asks(self.anna)
        team.says(self.ben, f"TAKE {self.code}")
        self.house.hears("hi", self.anna)
        self.house.work()
        self.answer = team.says(self.ben, text).text

    def idle(self, seconds: int) -> None:
        """Pass time while no worker runs, then run it."""
        assert self.house.clock.now
        self.house.clock.now += seconds
        self.house.work()

    @property
    def marks(self) -> list[tuple[str, str]]:
        """The facts of the thread about texts that were not sent, with their author."""
        lines = self.house.store.cases.thread(self.code)
        return [(line.text, line.by) for line in lines if line.kind is Kind.EVENT and line.text in set(NotSent)]

    def held_back(self, why: NotSent, by: Staff | None = None) -> bool:
        """Whether the words were not sent, are marked so, and their author was told."""
        told = [text for text in self.team.texts(by or self.ben) if "was not sent" in text]
        sent = any("bed for you" in text for text in self.house.provider.sent_to(self.anna))
        return not sent and self.marks == [(why.value, (by or self.ben).id)] and len(told) == 1


def test_words_in_time_are_sent_and_nothing_is_marked(team: Team) -> None:
    talk = Talk(team)
    assert talk.answer == f"Sent to {talk.code}."
    talk.idle(OLDEST_SECONDS - 1)
    assert WORDS in talk.house.provider.sent_to(talk.anna)
    assert talk.marks == []


@pytest.mark.parametrize("minutes", [16, 25, 40, 3 * 60, 2 * 24 * 60])
def test_words_that_are_too_old_are_not_sent(team: Team, minutes: int) -> None:
    talk = Talk(team)
    talk.idle(minutes * MINUTE)
    assert talk.held_back(NotSent.LATE)
    assert talk.team.case(talk.code).asked_at == talk.house.clock()


def test_text_that_tells_of_it_holds_no_words(team: Team) -> None:
    talk = Talk(team)
    talk.idle(20 * MINUTE)
    (text,) = [text for text in team.texts(talk.ben) if "was not sent" in text]
    assert text.startswith(f"Oak Line: case {talk.code}: the text of ")
    assert "bed" not in text
    assert talk.anna not in text


def test_words_are_not_sent_once_nobody_vouches_for_the_screen(team: Team) -> None:
    house = team.house
    idle = replace(house.runtime.settings, idle_seconds=2 * MINUTE)
    house.runtime = replace(house.runtime, settings=idle)
    house.worker = house.new_worker()
    talk = Talk(team)
    talk.idle(150)
    assert talk.held_back(NotSent.SCREEN)


@pytest.mark.parametrize("text", ["weather", "WEATHER", "Weather.", "i am 11", "im 12"])
def test_words_are_not_sent_after_the_person_went_bland_or_is_a_child(team: Team, text: str) -> None:
    talk = Talk(team)
    talk.house.hears(text, talk.anna)
    talk.house.work()
    assert talk.held_back(NotSent.SCREEN)


@pytest.mark.parametrize("how", ["transfer", "release"])
def test_words_are_not_sent_by_who_no_longer_holds_the_case(team: Team, how: str) -> None:
    talk, ann = Talk(team), team.colleague("Ann")
    if how == "transfer":
        team.desk.transfer(talk.code, talk.ben.id, "Ann", ann.id)
    else:
        team.desk.release(talk.code, talk.ben.id)
    talk.house.work()
    assert talk.held_back(NotSent.HOLD)


def test_words_before_closing_are_still_sent(team: Team) -> None:
    talk = Talk(team)
    team.says(talk.ben, f"CLOSE {talk.code} helped")
    talk.house.work()
    assert WORDS in talk.house.provider.sent_to(talk.anna)


@pytest.mark.parametrize("words", ["take it back", "STOP", "forget me"])
def test_words_are_not_sent_after_consent_has_ended(team: Team, words: str) -> None:
    talk = Talk(team)
    talk.house.hears(words, talk.anna)
    if words == "forget me":
        talk.house.hears("1", talk.anna)
    talk.house.work()
    assert not any("bed for you" in text for text in talk.house.provider.sent_to(talk.anna))


def test_word_that_somebody_is_here_is_not_sent_late(team: Team) -> None:
    ben, anna = team.colleague("Ben"), new_phone()
    code = team.asks(anna)
    team.house.work()
    team.says(ben, f"TAKE {code}")
    assert team.house.clock.now
    team.house.clock.now += 20 * MINUTE
    team.house.work()
    assert not any("Ben" in text for text in team.house.provider.sent_to(anna))
    thread = team.house.store.cases.thread(code)
    assert [line.text for line in thread if line.text in set(NotSent)] == [NotSent.LATE.value]


@pytest.mark.parametrize("seconds", [OLDEST_SECONDS + 1, 3600, 40 * 3600])
def test_late_reply_of_the_bot_is_not_sent(team: Team, seconds: int) -> None:
    anna = new_phone()
    team.house.queue(anna)
    assert team.house.clock.now
    team.house.clock.now += seconds
    team.house.work()
    assert team.house.provider.sent_to(anna) == []
    assert team.house.store.due.waiting() == 0


def test_safe_reply_is_not_sent_after_the_cover_word(team: Team) -> None:
    anna = new_phone()
    for text in ("hey", "1", "ok"):
        team.house.hears(text, anna)
    words = team.house.queue(anna, "i need a place to sleep")
    team.house.hears("weather", anna)
    team.house.work()
    assert words not in team.house.provider.sent_to(anna)
    assert team.house.session(anna).state is State.SAFETY_COVER


@pytest.mark.parametrize("change", [lambda old: old[:2], lambda old: old[:3]], ids=["two values", "three values"])
def test_text_that_an_older_release_queued_is_sent(team: Team, change: Callable[[tuple[object, ...]], object]) -> None:
    talk, store = Talk(team), team.house.store
    person = store.person(Phone(talk.anna))
    place = f"{{{person}}}:o"
    numbers = [name.decode() for name in team.house.redis.client.hkeys(place) if name != b"n"]
    (number,) = numbers
    waiting = store.waiting_text(SendToPerson(person, int(number)))
    assert waiting
    team.house.redis.client.hset(place, number, store._encrypt(change(tuple(waiting)), place))
    talk.house.work()
    assert WORDS in talk.house.provider.sent_to(talk.anna)
