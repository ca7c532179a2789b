"""Beside a danger, a place or a span of time goes on: where somebody hides, and how long somebody is away."""

from __future__ import annotations

import pytest

from bot.conversation.meant_here.beside_danger import in_danger
from bot.conversation.meant_here.wrote import in_words
from bot.flows.model import Interpretation
from bot.flows.names import Answer, Aside, Guide, State
from bot.flows.session import Session
from bot.understanding.straits import comes_back, has_time, is_driven, is_hiding, puts_off_beside_him
from tests.support.talk import snapshot, talk

HURT, HURT_ES = ("hey", "1", "he hits me"), ("hola", "1", "mi novio me pega")
DOOR = ("hey", "1", "he is at the door with a gun")
HIDING = [
    "im in the bathroom",
    "in the bathroom",
    "im in my room rn",
    "im in my car",
    "im at a gas station",
    "locked in my bathroom",
    "estoy en el baño",
    "en el baño",
    "estoy en mi cuarto",
    "me encerre en el baño",
]
TIME = [
    "i got like an hour",
    "ive got about 20 minutes",
    "i have a window",
    "i only have 5 min before he gets back",
    "half an hour",
    "tengo como una hora",
    "tengo 20 minutos",
]
BACK = [
    "he'll be back in 10 min",
    "he comes back at 2",
    "my bf gets home at 6",
    "hes at work til 5",
    "regresa en 10 min",
    "vuelve a las 5",
    "mi esposo llega a las 6",
]


@pytest.mark.parametrize("text", HIDING)
@pytest.mark.parametrize("before", [HURT, HURT_ES, DOOR], ids=["en", "es", "door"])
def test_a_hiding_place_is_answered_with_what_helps_there(before: tuple[str, ...], text: str) -> None:
    at = talk(*before)
    said = at.text(text)
    assert at.reply.key == "aside.hiding" and "911" in said and at.session.hazard


@pytest.mark.parametrize("text", TIME[:4] + TIME[5:] + BACK)
@pytest.mark.parametrize("before", [HURT, HURT_ES, DOOR], ids=["en", "es", "door"])
def test_time_to_act_gets_the_plan(before: tuple[str, ...], text: str) -> None:
    at = talk(*before)
    said = at.text(text)
    assert at.reply.key == "guide.leaving.1" and "1-800-799-7233" in said and "911" in said


@pytest.mark.parametrize("text", [*HIDING, *TIME, *BACK, "im at my nanas", "i got 3 hours of sleep"])
@pytest.mark.parametrize("hazard", ["hurt_now", "self_harm", "medical", "friend_danger", "missing"])
def test_a_guess_of_not_now_does_not_stand(hazard: str, text: str) -> None:
    session = Session(state=State.NEEDS_ASK, safe=True, limits_told=True, hazard=hazard, hazard_left=3)
    guess = Interpretation(Answer.NOT_NOW)
    assert in_danger(session, in_words(text, snapshot().lexicon), guess).answer is not Answer.NOT_NOW


@pytest.mark.parametrize(
    "text",
    ["not now", "gtg", "im busy", "ill text you in an hour", "i cant talk im at work", "luego", "al rato te digo"],
)
def test_not_now_in_so_many_words_stands(text: str) -> None:
    session = Session(state=State.SAFETY_HURT, hazard="hurt_now", hazard_left=3)
    guess = Interpretation(Answer.NOT_NOW)
    assert in_danger(session, in_words(text, snapshot().lexicon), guess).answer is Answer.NOT_NOW


def test_without_danger_nothing_is_read_into_it() -> None:
    guess = Interpretation(Answer.NOT_NOW)
    session = Session(state=State.NEEDS_ASK, safe=True)
    assert in_danger(session, in_words("im in the bathroom", snapshot().lexicon), guess) is guess


@pytest.mark.parametrize(
    "text",
    ["i got 2 kids", "i have a job", "im in reno", "im in love", "im in pain", "im at risk", "tengo 20",
     "estoy en reno", "tengo dos hijos", "i have a question", "im on probation", "i got 10 dollars"],
)  # fmt: skip
def test_what_tells_neither_is_left_alone(text: str) -> None:
    said = " ".join(snapshot().lexicon.spelled(text))
    assert not (is_hiding(said) or has_time(said) or comes_back(said))


def test_a_screen_that_may_be_seen_asks_again_and_takes_time_as_yes() -> None:
    watched = ("hey", "1", "he reads my texts")
    assert talk(*watched).reply.key == "safety.watched"
    session = talk(*watched).session
    lexicon, guess = snapshot().lexicon, Interpretation(Answer.NOT_NOW)
    assert in_danger(session, in_words("im in my room", lexicon), guess).answer is Answer.REPEAT
    assert in_danger(session, in_words("i got an hour", lexicon), guess).answer is Answer.YES


def test_the_plan_is_a_guide_and_the_hiding_place_a_remark() -> None:
    session = Session(state=State.NEEDS_ASK, safe=True, limits_told=True, hazard="hurt_now", hazard_left=3)
    lexicon, unclear = snapshot().lexicon, Interpretation(Answer.UNCLEAR)
    assert in_danger(session, in_words("i got an hour", lexicon), unclear).guide is Guide.LEAVING
    assert in_danger(session, in_words("im in the bathroom", lexicon), unclear).aside is Aside.HIDING


@pytest.mark.parametrize(
    "text",
    [
        "no i cant talk he is driving",
        "cant talk hes driving",
        "not now im in the car with him",
        "cant rn my bf is sitting next to me",
        "no puedo hablar el va manejando",
        "ahora no, voy en el carro con el",
        "my man is driving we at a truck stop",
        "he is driving us to vegas",
        "mi novio va manejando",
    ],
)
@pytest.mark.parametrize("before", [("hey", "1"), ("hey", "1", "ok"), ("hola", "1", "ok"), HURT])
def test_no_help_line_is_shown_beside_him(before: tuple[str, ...], text: str) -> None:
    at = talk(*before)
    said = at.text(text)
    assert "1-8" not in said and "988" not in said and "911" not in said and not at.session.safe
    assert at.reply.key in ("safety.watched", "silence")


@pytest.mark.parametrize(
    "text",
    [
        "not now im at work",
        "not now",
        "my mom is driving me",
        "he is driving me crazy",
        "not now im with my friend",
        "is he driving?",
        "my friend is driving me to the shelter",
        "i live with him",
        "estoy con mi mama",
    ],
)
def test_who_is_beside_nobody_to_fear_is_answered_as_before(text: str) -> None:
    said = " ".join(snapshot().lexicon.spelled(text))
    assert not puts_off_beside_him(said) and not is_driven(said)
    assert talk("hey", "1", "ok", text).reply.key != "safety.watched"
