"""What only sounds like a wish to die is read as what it says; what is one stays one, in a car and in few words."""

from __future__ import annotations

import pytest

from bot.conversation.meant_here.crisis import of_crisis
from bot.conversation.meant_here.no_wish import of_no_wish
from bot.conversation.meant_here.wrote import in_words
from bot.flows.model import Interpretation
from bot.flows.names import Answer, Aside, Concern, Detail, Level, Need
from bot.flows.session import Session
from tests.support.shipped import LEXICON
from tests.support.talk import talk

GUESS = Interpretation(Answer.UNCLEAR, concern=Concern.SELF_HARM, level=Level.ASK)
"""What the local model makes of such a text."""


def meant(text: str, guess: Interpretation = GUESS, session: Session = Session()) -> Interpretation:  # noqa: B008
    return of_no_wish(session, in_words(text, LEXICON), guess)


@pytest.mark.parametrize("text", [
    "hey its me again from last nite", "its the girl from yesterday", "soy yo otra vez la de anoche", "me again",
])  # fmt: skip
def test_who_is_back_is_greeted(text: str) -> None:
    assert meant(text).aside in (Aside.BACK_AGAIN, None) and meant(text).concern in (None, Concern.SELF_HARM)
    assert meant("hey its me again from last nite").aside is Aside.BACK_AGAIN


@pytest.mark.parametrize("text", [
    "i was askin about a place in Spokane", "we were asking about a bed in reno",
    "estaba preguntando por un lugar en tucson",
])  # fmt: skip
def test_who_asked_for_a_place_asks_again(text: str) -> None:
    assert meant(text).needs == (Need.SHELTER_TONIGHT,) and meant(text).concern is None


@pytest.mark.parametrize("text", [
    "i gotta see him again friday", "i have to see my ex in court monday", "tengo que verlo otra vez el viernes",
])  # fmt: skip
def test_a_date_with_him_is_a_date(text: str) -> None:
    assert meant(text).concern is None


@pytest.mark.parametrize("text", [
    "if she goes to jail who takes care of my brothers", "si la meten a la carcel quien cuida a mis hermanos",
])  # fmt: skip
def test_who_looks_after_brothers_is_a_worry(text: str) -> None:
    assert meant(text).concern is None


def test_what_he_may_have_done_is_asked_about() -> None:
    assert meant("what if he already did bad stuff").concern is Concern.VIOLENCE
    assert meant("y si el ya le hizo algo").concern is Concern.VIOLENCE


def test_a_pregnancy_nobody_planned_is_a_choice() -> None:
    assert meant("im pregnant n dont know if i should keep it").aside is Aside.PREGNANT_CHOICE
    assert meant("im pregnant w a trick baby n dont know if to keep it").concern is Concern.EXPLOITATION


@pytest.mark.parametrize("text", ["will god forgive me", "dios me va a perdonar?", "am i going to hell"])
def test_guilt_after_what_was_done_is_more_of_it(text: str) -> None:
    told = Session(hazard=Answer.HURT_NOW.value, hazard_left=8, asked=frozenset({Concern.EXPLOITATION}))
    assert meant(text, session=told).detail is Detail.TOLD_ON
    assert meant(text).concern is Concern.SELF_HARM, "alone, it may be one"


@pytest.mark.parametrize("text", [
    "its me again i want to die", "i gotta see my grandma again in heaven friday", "goodbye its me again",
    "i cant do this anymore", "what if i already took them",
])  # fmt: skip
def test_a_wish_stays_one(text: str) -> None:
    assert meant(text).concern is Concern.SELF_HARM
    wished = Session(hazard=Answer.SELF_HARM.value, hazard_left=8)
    assert meant("its me again", session=wished).concern is Concern.SELF_HARM


@pytest.mark.parametrize("text", [
    "I need somewhere to live with my two babies, my man sells me and I can't do it no more",
    "looking for a shelter he pimps me out i cant do this anymore",
    "necesito un lugar donde vivir el me vende y ya no puedo mas",
])  # fmt: skip
def test_who_is_sold_and_asks_for_a_place_is_heard_as_that(text: str) -> None:
    at = talk(text)
    assert at.reply.key == "safety.hurt" and "1-888-373-7888" in at.reply.text and at.session.needs


@pytest.mark.parametrize("text", [
    "i cant live like this with him i want an apartment", "i cant live like this with my uncle i need a place",
    "no puedo vivir asi con el quiero un departamento",
])  # fmt: skip
def test_who_cannot_live_with_him_is_asked_of_him(text: str) -> None:
    at = talk(text)
    assert at.reply.key == "safety.ask.violence" and "988" not in at.reply.text


@pytest.mark.parametrize(
    "text", ["do it hurt", "i want them gone", "if i miss will i die", "i gotta see him again friday"]
)
def test_the_rules_hear_no_wish_in_them(text: str) -> None:
    assert "988" not in talk(text).reply.text


@pytest.mark.parametrize("text", [
    "i feel like driving into a tree", "i feel like driving my car off a bridge", "thinking about crashing into a wall",
    "i want to swerve into a semi", "me dan ganas de estrellar el carro", "quiero chocar la troca contra un poste",
    "i feel like not waking up", "does it hurt to die", "i cant live like this anymore", "want to be gone",
])  # fmt: skip
def test_a_wish_to_die_is_heard_in_every_state(text: str) -> None:
    for before in ((), ("can i talk to someone",), ("can i talk to someone", "yes"), ("weather",), ("hi", "ok", "ok")):
        at = talk(*before, text)
        assert "988" in at.reply.text and at.reply.key == "safety.self_harm"


@pytest.mark.parametrize("text", [
    "i feel like driving to the lake", "he wants to drive us to the wall", "quiero manejar el carro",
    "i almost drove into a tree lol",
])  # fmt: skip
def test_a_drive_is_a_drive(text: str) -> None:
    assert "988" not in talk(text).reply.text


def test_pills_that_were_taken_are_an_emergency() -> None:
    at = Session(hazard="", hazard_left=0)
    for text in ("i already took the pills", "ya me tome las pastillas"):
        taken = of_crisis(at, in_words(text, LEXICON), GUESS)
        assert taken.answer is Answer.MEDICAL and taken.level is Level.ALARM
    cared = at._replace(aside=Aside.RAPE_HEALTH)
    assert of_crisis(cared, in_words("i already took the pills", LEXICON), GUESS).answer is not Answer.MEDICAL
