"""A friend who does not wake keeps first aid, and who hurts somebody and sleeps it off is no overdose and no grief."""

from __future__ import annotations

import pytest

from bot.content.hotlines import load_hotlines
from bot.conversation.meant_here.someone_down import of_someone_down
from bot.conversation.meant_here.wrote import in_words
from bot.flows.model import Interpretation
from bot.flows.names import Answer, Aside
from bot.flows.session import Session
from bot.understanding.breath import breathes_badly, sleeps_it_off, wakes
from tests.support.shipped import LEXICON
from tests.support.talk import talk

DOWN, CAIDA = "my homegirl passed out n she wont wake up", "mi amiga se desmayo y no despierta"
AID = "safety.first_aid_other"


@pytest.mark.parametrize("text", [
    "she breathing but weird", "shes gasping kinda", "her lips look purple", "shes so cold", "barely breathing rn",
    "idk what he put in her cup", "im freaking out", "she making a gurgling sound n shes gurgling",
])  # fmt: skip
def test_what_is_told_of_a_friend_who_lies_there_gets_first_aid(text: str) -> None:
    for at in (talk(DOWN, text), talk(DOWN, "memphis", text)):
        assert at.reply.key == AID and "911" in at.reply.text


@pytest.mark.parametrize("text", [
    "respira bien raro", "tiene los labios morados", "esta helada", "no se que le echaron", "tengo mucho miedo",
    "apenas respira",
])  # fmt: skip
def test_the_same_in_spanish(text: str) -> None:
    assert talk(CAIDA, text).reply.key == AID


@pytest.mark.parametrize("text", ["i cant find my shoes lol", "cant find her phone", "i lost my bag", "i need a ride"])
def test_a_thing_that_is_missing_asks_for_nothing_then(text: str) -> None:
    at = talk(DOWN, "im so scared", text)
    assert at.reply.key in (AID, "safety.stay") and "911" in at.reply.text


@pytest.mark.parametrize("text", ["she woke up", "i called 911", "is she gonna make it"])
def test_news_of_it_stays_news(text: str) -> None:
    assert talk(DOWN, text).reply.key not in (AID, "safety.stay")


def test_after_no_such_thing_a_phone_is_a_phone() -> None:
    assert talk("hi", "ok", "ok", "i lost my phone").reply.key != AID
    assert not breathes_badly("he breathes down my neck at work")
    assert not breathes_badly("it feels cold in here")


@pytest.mark.parametrize("text", [
    "hes passed out drunk", "ya shes passed out", "my mom is knocked out on the couch",
    "se quedo dormido bien borracho",
    "esta bien dormido de borracho", "hes out cold on the floor",
])  # fmt: skip
def test_who_sleeps_it_off_is_time_to_act(text: str) -> None:
    at = talk("my stepdad beats me", text)
    assert at.reply.key.startswith("safety.plan") and "911" in at.reply.text


@pytest.mark.parametrize("text", [
    "hes passed out n wont wake up", "he passed out from the pills", "hes passed out and his lips are blue",
    "he passed out n hes not breathing", "se desmayo y no despierta",
])  # fmt: skip
def test_who_does_not_wake_stays_an_emergency(text: str) -> None:
    assert not sleeps_it_off(text) and talk("my stepdad beats me", text).reply.key == "safety.medical"


@pytest.mark.parametrize(
    "text", ["shes waking up", "omg hes waking up", "se esta despertando", "i think hes getting up"]
)
def test_who_wakes_may_see_this(text: str) -> None:
    assert wakes(text.replace("hes", "he is").replace("shes", "she is"))
    assert talk("my stepdad beats me", text).reply.text == ""


def test_a_death_is_grief_and_a_drunk_is_none() -> None:
    assert "aside.grief" in talk("hi", "ok", "ok", "my grandma passed last week").reply.key
    assert "aside.grief" not in talk("hi", "ok", "ok", "hes passed out drunk so i can text").reply.key


def test_a_brother_is_taken_along_as_a_child() -> None:
    asked = Interpretation(Answer.ASIDE, aside=Aside.PARTNER_ALLOWED)
    hurt = Session(hazard=Answer.HURT_NOW.value, hazard_left=8)
    meant = of_someone_down(hurt, in_words("can i take my little brother", LEXICON), asked)
    assert meant.aside is Aside.KIDS_ALLOWED
    assert of_someone_down(hurt, in_words("can i take my bf", LEXICON), asked) == asked


def test_canada_has_poison_centres_of_its_own() -> None:
    lines = load_hotlines()
    assert lines.numbers("CA-ON")["poison"] == "1-844-764-7669" and lines.numbers("CA-QC")["poison"] == "1-800-463-5060"
    assert "911, or 911" not in talk("overdose, im in canada", "im so scared", "ok").reply.text
