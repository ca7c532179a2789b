"""Kinds of texts that replayed conversations showed to be misheard, with siblings and what must not be caught."""

from __future__ import annotations

import pytest

from bot.flows.names import Concern, Need, State
from bot.understanding.near import is_near
from bot.understanding.signals import Signal
from tests.support.talk import TO_NEEDS, snapshot, talk

DANGERS = ("safety.", "silence")


def key(*texts: str) -> str:
    """Return the key of the last reply to somebody who has come to the first question."""
    return talk(*TO_NEEDS, *texts).reply.key


MISSING = (
    "my niece left with an older man and doesnt answer",
    "my daughter ran away last night",
    "our nephew has not come home from school",
    "my granddaughter is missing since friday",
    "my stepdaughter took off with a grown man she met online",
    "my 15 year old niece wont pick up her phone",
    "i cant find my niece",
    "mi nieta de 15 se fue con un hombre mayor y no contesta",
    "mi nieta no contesta... que hago",
    "mi sobrina se escapo de la casa anoche",
    "no sabemos donde esta mi hija",
    "mi hija no ha regresado a la casa",
    "mi hijo de 14 no contesta el telefono",
    "mi hermana esta desaparecida desde el viernes",
)


@pytest.mark.parametrize("text", MISSING)
def test_child_who_is_gone_gets_what_police_and_the_line_for_missing_children_do(text: str) -> None:
    """A missing child was read as a person without a bed, or as a phone that is watched."""
    said = talk(*TO_NEEDS, text)
    assert said.reply.key == "guide.missing_friend.1"
    assert "911" in said.reply.text
    assert "1-800-843-5678" in said.text("1")


@pytest.mark.parametrize("text", MISSING)
def test_child_who_is_gone_gets_a_number_before_the_screen_is_known_to_be_safe(text: str) -> None:
    said = talk(text)
    assert said.reply.key == "safety.plan.missing"
    assert "911" in said.reply.text and "1-800-843-5678" in said.reply.text and "988" not in said.reply.text


@pytest.mark.parametrize(
    "text",
    [
        "quiero que busquen a mi nieta", "busquen a mi hija por favor", "ayudenme a encontrar a mi sobrina",
        "no entiendo. quiero que busquen a mi nieta", "look for my granddaughter please", "help me find my niece",
        "i want you to find my nephew",
    ],
)  # fmt: skip
def test_search_for_a_child_is_a_need(text: str) -> None:
    assert Need.MISSING_PERSON in talk(*TO_NEEDS, text).session.needs


@pytest.mark.parametrize(
    "text",
    [
        "my sister is missing me", "i left with my niece", "my ex doesnt answer", "is my daughter allowed to come",
        "my son is with me", "me fui con mi hermana", "mi hija esta conmigo", "mi ex no contesta",
        "mi hermana no llega hasta las 6",
    ],
)  # fmt: skip
def test_who_is_not_missing_gets_no_guide(text: str) -> None:
    assert not key(text).startswith("guide.missing_friend")


@pytest.mark.parametrize(
    "text",
    [
        "thats not what i asked", "that is not what i was asking", "no thats not what i asked",
        "you didnt answer my question",
        "not what i asked", "i didnt ask that", "ur not listening to me", "read what i wrote",
        "eso no es lo que pregunte", "no es lo que te pregunte", "no me contestaste",
        "no me contestaste lo que pregunte",
        "no te pregunte eso", "no me estas escuchando", "lee lo que escribi",
    ],
)  # fmt: skip
def test_complaint_is_no_goodbye(text: str) -> None:
    assert key(text) == "aside.anger_at_you"


@pytest.mark.parametrize(
    "text",
    [
        "no", "no thanks", "not now", "no gracias", "eso no", "ahora no", "i dont want that",
    ],
)  # fmt: skip
def test_refusal_is_no_complaint(text: str) -> None:
    assert key(text) != "aside.anger_at_you"


@pytest.mark.parametrize(
    "text",
    [
        "hes gonna come to my school", "he said hell come to my house", "my ex is going to show up at my job",
        "he says he will wait outside my school", "this guy from discord is coming to my house",
        "she threatened to come to my work",
        "va a ir a mi escuela", "dice que va a venir a mi casa", "mi ex va a ir a mi trabajo",
        "dijo que me va a esperar afuera de mi escuela", "el tipo ese amenazo con venir a donde vivo",
        "va a aparecerse en mi chamba",
    ],
)  # fmt: skip
def test_whoever_will_come_to_my_school_is_a_danger(text: str) -> None:
    assert key(text) in {"safety.ask.violence", "safety.hurt"}


@pytest.mark.parametrize(
    "text",
    [
        "he is coming to my house for dinner", "she will come to my school for the meeting",
        "my mom is coming to my school",
        "he will pick me up at my job", "mi mama va a venir a mi escuela", "va a venir a mi casa a cenar",
        "voy a ir a mi escuela",
    ],
)  # fmt: skip
def test_visit_is_no_danger(text: str) -> None:
    assert not key(text).startswith(DANGERS)


@pytest.mark.parametrize(
    "text",
    [
        "he said hell tell everyone", "she threatened to tell my whole family about me if i leave",
        "my ex says hes gonna expose me",
        "he keeps saying he will tell the whole school what i did", "this guy said hed tell my parents everything",
        "he will tell my mom if i dont come over",
        "dijo que le va a contar a todos", "el dijo que le va a contar a todos",
        "dice que va a contarle a toda la escuela",
        "amenazo con decirle a mi familia lo que hice", "el va a decirle a mis papas si no voy",
        "jura que va a contarle a mi mama",
    ],
)  # fmt: skip
def test_threat_to_tell_everybody_is_no_question_about_us(text: str) -> None:
    assert key(text) in {"safety.exposed", "safety.hurt"}


@pytest.mark.parametrize(
    "text",
    [
        "he said he will tell everyone about the party", "will they tell my parents",
        "he said he will tell me about it later", "va a contarle a todos de la fiesta", "voy a decirle a mi mama",
        "ustedes le van a decir a mi mama",
    ],
)  # fmt: skip
def test_what_else_is_told_is_no_threat(text: str) -> None:
    assert not key(text).startswith(DANGERS)


@pytest.mark.parametrize(
    "text",
    [
        "is he bad", "is he a creep", "is that normal", "is this weird", "should i meet him",
        "is he up to something", "is he dangerous",
        "es malo?", "es peligroso", "eso es normal", "es normal eso?", "deberia ir a verlo", "sera un pervertido",
    ],
)  # fmt: skip
def test_question_what_he_is_gets_the_signs(text: str) -> None:
    assert key(text) == "guide.grooming.1"


@pytest.mark.parametrize("at", [State.SAFETY_ASK, State.SAFETY_SEXTORTION, State.SAFETY_HURT])
def test_question_what_he_is_gets_the_signs_after_danger_was_told(at: State) -> None:
    said = talk(*TO_NEEDS).is_at(state=at)
    said.text("is he bad")
    assert said.reply.key == "guide.grooming.1"


def test_question_whether_it_is_normal_in_an_emergency_is_none_about_him() -> None:
    said = talk(*TO_NEEDS, "she took a bunch of pills and wont wake up")
    said.text("is that normal")
    assert not said.reply.key.startswith("guide.")


@pytest.mark.parametrize(
    "text",
    [
        "is it normal to be scared", "is that ok", "is it bad to text late", "es normal tener miedo", "es malo fumar",
    ],
)  # fmt: skip
def test_other_questions_get_no_signs(text: str) -> None:
    assert not key(text).startswith("guide.")


@pytest.mark.parametrize(
    "text",
    [
        "guy on roblox wants me to meet him", "this dude from fortnite keeps asking where i live",
        "someone on minecraft sent me robux and wants pics", "a man on roblox says its our secret",
        "this guy on roblox wants me to meet him he sent me robux", "some dude on brookhaven asked for my address",
        "un tipo de roblox quiere conocerme", "un senor en fortnite me pide fotos",
        "alguien de minecraft me pregunta donde vivo",
        "un vato de free fire me manda robux y quiere verme", "un hombre en roblox dice que es secreto",
        "alguien en brawl stars quiere mi direccion",
    ],
)  # fmt: skip
def test_stranger_in_a_children_s_game_gets_the_line_for_children(text: str) -> None:
    assert key(text) == "safety.ask.child_hurt"


@pytest.mark.parametrize(
    "text",
    [
        "my friend on roblox wants to trade", "a guy on fortnite wants me in his squad",
        "un amigo de roblox quiere intercambiar",
    ],
)  # fmt: skip
def test_play_is_no_danger(text: str) -> None:
    assert not key(text).startswith(DANGERS)


@pytest.mark.parametrize(
    "text",
    [
        "what if im 16 and my bf is 24", "so can i ask what if", "can i ask you a what if",
        "what if someone is 15 and her bf is 25",
        "hypothetically what if im 15", "so what if a girl told you she is 15", "can i ask hypothetically",
        "y si tengo 16 y mi novio tiene 24", "puedo preguntar que pasa si",
        "que pasa si alguien tiene 15 anos y un novio mayor",
        "hipoteticamente", "y si una menor les dice algo", "es una pregunta hipotetica",
    ],
)  # fmt: skip
def test_what_if_is_answered_and_tells_nothing(text: str) -> None:
    said = talk(*TO_NEEDS, text)
    may_they = text in ("so can i ask what if", "can i ask you a what if", "can i ask hypothetically")
    assert said.reply.key == "aside.may_ask_what_if" if may_they else said.reply.key.startswith("reporting.")
    assert not said.session.age
    assert not said.session.facts


@pytest.mark.parametrize(
    ("text", "concern"),
    [
        ("im 16 and my bf is 24", Concern.SEXUAL_ABUSE),
        ("tengo 16 y mi novio tiene 24", Concern.SEXUAL_ABUSE),
        ("the men ask if im 18 and he makes me have sex with them", Concern.SEXUAL_ABUSE),
        ("what if im 16 and he beats me every night", Concern.VIOLENCE),
        ("what if im 14 and want to kill myself", Concern.SELF_HARM),
        ("y si tengo 15 y me quiero matar", Concern.SELF_HARM),
    ],
)  # fmt: skip
def test_what_is_told_outright_stays_a_danger(text: str, concern: Concern) -> None:
    assert concern in {one.concern for one in signals(text)}
    assert key(text).startswith("safety.")


def signals(text: str) -> list[Signal]:
    at = snapshot()
    words = at.lexicon.clean(text)
    return at.hearing.rules.signals(text, words, "", at.lexicon.clean)


@pytest.mark.parametrize(
    "text",
    [
        "i dont wanna quit i just want to not get sick", "i dont want to stop i just dont wanna get dope sick",
        "im not trying to quit just need to not get sick",
        "not ready to get clean but i cant get sick again without it",
        "i get sick when i dont use", "so dopesick rn need something",
        "no quiero dejarlo solo quiero no sentirme mal por la abstinencia",
        "no quiero parar nomas no quiero estar enferma por la malilla",
        "tengo malilla", "ando con la malilla", "la abstinencia me tiene mal", "necesito algo para la abstinencia",
    ],
)  # fmt: skip
def test_withdrawal_is_no_abuse(text: str) -> None:
    said = talk(*TO_NEEDS, text)
    assert said.reply.key not in {"safety.ask.sexual_abuse", "safety.ask.violence", "safety.hurt"}
    assert said.reply.key.startswith("safety.") or Need.SUBSTANCE_USE in said.session.needs


@pytest.mark.parametrize("text", ["i said no and he gave me pills and kept going", "i said no but he didnt quit"])
def test_no_that_was_not_heard_stays_abuse(text: str) -> None:
    assert key(text) in {"safety.ask.sexual_abuse", "safety.ask.medical", "safety.hurt"}


OVERHEARD = (
    "he can hear me", "my mom can hear me", "hes listening to me", "they will hear me",
    "my boyfriend might hear me on the phone", "she hears everything",
    "me oye", "mi mama me oye", "me estan oyendo",
    "nos estan escuchando", "me oyen si hablo",
    "mi papa puede oirme",
)  # fmt: skip


@pytest.mark.parametrize("text", OVERHEARD)
def test_somebody_who_hears_is_near(text: str) -> None:
    said = talk(*TO_NEEDS, text)
    assert not said.reply.text
    assert not said.session.safe


@pytest.mark.parametrize(
    "text",
    [
        "can he hear me", "can you hear me", "nobody can hear me", "he cant hear me",
        "he can hear me and he has a gun",
        "nadie me escucha", "me oyes?", "mi mama no me oye", "nadie me oye nunca",
        "my mom listens to me", "mi mama me escucha",
    ],
)  # fmt: skip
def test_who_is_not_heard_is_not_hushed(text: str) -> None:
    spelled = " ".join(snapshot().lexicon.spelled(text))
    assert not is_near(spelled) or "?" in text


@pytest.mark.parametrize(
    "text",
    [
        "seguir aqui", "Seguir aquí", "go on here", "keep going here", "seguir contigo", "stay here",
    ],
)  # fmt: skip
def test_words_of_our_choices_are_no_danger(text: str) -> None:
    assert not key(text).startswith(DANGERS)


@pytest.mark.parametrize("text", ["no quiero seguir aqui", "para que seguir aqui", "estoy cansada de seguir aqui"])
def test_not_to_go_on_here_is_asked_about(text: str) -> None:
    assert key(text) in {"safety.ask.self_harm", "safety.self_harm"}
