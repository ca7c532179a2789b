"""A language that staff added, in the conversation: found by its name or its number, and gone when it is taken out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import count

import pytest

from bot.assembly import build
from bot.content.own_words import SHIPPED, Name, with_entries
from bot.content.rules import MOST_ADDED
from bot.conversation import Conversation, Inbound, Reply
from bot.embedded import embedded_redis
from tests.added_language import edition, entries
from tests.parts import settings

LATER = "Le mot qui dit plus tard"


@pytest.fixture
def conversation(tmp_path) -> Iterator[Conversation]:
    """On a Redis of its own: the words belong to everybody who shares one."""
    with embedded_redis(tmp_path) as url:
        made = build(replace(settings(), redis_url=url))
        yield made
        made.parts.store.close()


class Talk:
    """The texts of somebody new."""

    _said = count()

    def __init__(self, conversation: Conversation) -> None:
        self._conversation, self._phone = conversation, f"+1555010{next(self._said):04}"

    def say(self, text: str) -> Reply:
        return self._conversation.turn(Inbound(f"SM{next(self._said):032}", self._phone, text))


def offered(conversation: Conversation, code: str, name: str) -> None:
    own = entries(code) | {Name(code, "messages", "welcome.later"): {"text": LATER}}
    store = conversation.parts.store.words
    made = edition(own, seen=True, name=name)
    store.publish(0, made.dump(), {})


@pytest.mark.parametrize(
    ("code", "name", "texted"),
    [("fr", "Français", "francais"), ("ht", "Kreyòl", "KREYOL!"), ("ar", "العربية", "العربية"), ("zh", "中文", "中文")],
)
def test_its_name_leads_to_the_question_and_its_number_or_name_chooses_it(
    conversation: Conversation, code: str, name: str, texted: str
) -> None:
    offered(conversation, code, name)
    for choice in ("3", texted):
        talk = Talk(conversation)
        talk.say("hi")
        asked = talk.say(texted)
        assert asked.key == "language.ask" and f"3 {name}\n4 Not now" in asked.text
        assert talk.say(choice).language == code
        assert talk.say("not now").text.startswith(LATER)
        back = talk.say("english")
        assert back.language == "en" and LATER not in back.text


def test_without_one_the_question_is_as_it_ships_and_a_name_means_nothing(conversation: Conversation) -> None:
    talk = Talk(conversation)
    talk.say("hi")
    assert talk.say("français").key != "language.ask"
    asked = talk.say("language").text
    assert asked.splitlines()[-1].startswith("3 ")
    assert talk.say("4").language == "en"


def test_who_spoke_a_language_that_is_taken_out_goes_on_in_english(conversation: Conversation) -> None:
    offered(conversation, "fr", "Français")
    talk = Talk(conversation)
    talk.say("français")
    assert talk.say("3").language == "fr"
    conversation.parts.store.words.publish(1, replace(SHIPPED, number=2).dump(), {})
    assert talk.say("not now").language == "en"


def test_no_more_are_offered_than_have_room(conversation: Conversation) -> None:
    words, reviewed = {}, {}
    for at in range(MOST_ADDED + 1):
        one = edition(entries(f"q{chr(97 + at)}"), seen=True, name=f"Lingua numero {at}")
        words |= with_entries(one.words, [])
        reviewed |= one.reviewed
    made = conversation.parts.words.made(replace(SHIPPED, number=1, words=words, reviewed=reviewed), [])
    assert len(made.catalog.added) == MOST_ADDED
