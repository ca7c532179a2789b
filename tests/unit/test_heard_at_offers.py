"""More kinds of texts that were misheard: reasons at an offer, phones, professionals, rights, languages."""

from __future__ import annotations

import pytest

from bot.flows.names import Aside, Fact, Need, State
from bot.understanding.words import normalise
from tests.support.talk import TO_NEEDS, Talk, snapshot, talk
from tests.unit.test_heard_kinds import key


def at_offer(*texts: str) -> Talk:
    said = talk(*TO_NEEDS, "i need a place to stay tonight", "santa ana")
    assert said.session.state is State.OPTIONS_OFFER
    said.text(*texts)
    return said


@pytest.mark.parametrize(
    ("text", "aside"),
    [
        ("my ex lives by there", Aside.FEAR_HIM), ("thats right by where my ex stays", Aside.FEAR_HIM),
        ("he works near there", Aside.FEAR_HIM), ("his family lives around there", Aside.FEAR_HIM),
        ("my stalker hangs out over there", Aside.FEAR_HIM), ("my ex lives close to that place", Aside.FEAR_HIM),
        ("mi ex vive por ahi", Aside.FEAR_HIM), ("mi ex anda por ese rumbo", Aside.FEAR_HIM),
        ("su familia vive cerca de ahi", Aside.FEAR_HIM), ("mi ex renta por ahi", Aside.FEAR_HIM),
        ("mi ex trabaja por alla", Aside.FEAR_HIM), ("mi exnovio se la pasa por alla", Aside.FEAR_HIM),
    ],
)  # fmt: skip
def test_somebody_who_lives_there_is_a_reason(text: str, aside: Aside) -> None:
    assert at_offer(text).reply.key == f"hesitation.{aside.value}"


@pytest.mark.parametrize(
    "text",
    [
        "the bus dont go there", "no bus out there", "the train doesnt go that far", "thats too far from me",
        "i cant get there",
        "buses stopped running", "theres no bus to get there",
        "el camion no llega hasta alla", "no hay camion para alla", "me queda muy lejos",
        "no tengo como llegar hasta alla",
        "el bus no pasa por ahi", "esta bien lejos",
    ],
)  # fmt: skip
def test_way_that_nobody_drives_is_a_reason(text: str) -> None:
    assert at_offer(text).session.state is State.HESITATION_TRAVEL


@pytest.mark.parametrize(
    "text",
    [
        "my ex is a bus driver", "i take the bus to school", "mi mama vive en mexico", "el camion llega a las 8",
    ],
)  # fmt: skip
def test_other_words_of_places_are_no_reason(text: str) -> None:
    assert at_offer(text).reply.key not in {"hesitation.fear_him", "hesitation.travel"}


@pytest.mark.parametrize(
    "text",
    [
        "i went to one n they put me w boys", "they put me in a room with men", "staff put me with the boys",
        "i stayed at a shelter before and they stole my stuff", "i went there once and they kicked me out",
        "they put me with guys there",
        "ya fui a uno y me pusieron con hombres", "me pusieron en un cuarto con hombres",
        "fui a un albergue y me trataron mal",
        "ya estuve en uno y me robaron", "nos metieron con los hombres en el albergue",
        "fui a uno de esos y me corrieron",
    ],
)  # fmt: skip
def test_shelter_that_was_bad_is_no_exploitation(text: str) -> None:
    of_another = any(words in text for words in ("went to one", "a shelter before", "fui a un", "estuve en uno"))
    assert at_offer(text).session.state is (State.HESITATION_OTHER if of_another else State.HESITATION_BADLY)


@pytest.mark.parametrize(
    "text",
    [
        "are there any places 4 native girls in santa ana",
        "im native are there any places for native girls in santa ana",
        "any shelters for trans girls in santa ana", "looking for a place for pregnant teens in santa ana",
        "is there a shelter for deaf women in santa ana", "know any places for black girls in santa ana",
    ],
)  # fmt: skip
def test_place_for_somebody_is_a_need(text: str) -> None:
    said = talk(*TO_NEEDS, text).session
    assert Need.SHELTER_TONIGHT in said.needs


@pytest.mark.parametrize(
    "text",
    [
        "need place live. no call phone", "i deaf no call phone", "my phone cant call", "this phone only texts",
        "can not call by phone",
        "phone can not make calls", "no talk phone please",
        "no puedo llamar por telefono", "mi telefono no hace llamadas", "soy sorda no llamo", "no hablo por telefono",
        "mi cel no tiene llamadas", "solo mensajes no llamadas",
    ],
)  # fmt: skip
def test_phone_that_cannot_call_is_no_need_of_one(text: str) -> None:
    said = talk(*TO_NEEDS, text).session
    assert Need.PHONE not in said.needs
    assert said.facts & {Fact.TEXT_ONLY, Fact.DEAF}


@pytest.mark.parametrize(
    "text",
    [
        "i need a phone", "can i get a free phone", "necesito un celular", "my phone is broken and i need one",
    ],
)  # fmt: skip
def test_need_of_a_phone_stays_one(text: str) -> None:
    assert Need.PHONE in talk(*TO_NEEDS, text).session.needs


@pytest.mark.parametrize(
    "text",
    [
        "can i text 211", "do they have a text line", "does 211 take texts", "puedo textear al 211",
        "el 211 acepta mensajes",
    ],
)  # fmt: skip
def test_question_whether_a_line_takes_texts_is_answered(text: str) -> None:
    assert key(text) in ("aside.can_text_instead_of_call", "aside.can_text_them")


@pytest.mark.parametrize(
    "text",
    [
        "I'm not in danger. I am a professional", "i am a nurse at a clinic and i have a patient who was raped",
        "im a caseworker. my client was trafficked", "as a teacher i have a student who is being hurt",
        "Karen Ortiz LCSW with Santa Ana Unified. I have a 15yo student I believe is being trafficked.",
        "im a provider asking for a client", "i am a mandated reporter",
        "soy enfermera y mi paciente fue violada", "soy trabajadora social no estoy en peligro", "soy profesional",
        "soy maestra y una alumna mia es golpeada por su papa", "soy consejera, una clienta es explotada",
        "pregunto para una alumna", "soy proveedora de servicios",
    ],
)  # fmt: skip
def test_professional_is_asked_about_no_danger_of_theirs(text: str) -> None:
    said = talk(*TO_NEEDS, text)
    assert Fact.FOR_CLIENT in said.session.facts
    assert said.reply.key == "safety.friend" or not said.reply.key.startswith("safety.")


@pytest.mark.parametrize(
    "text",
    [
        "im a nurse and my husband hits me", "my client beat me up", "soy enfermera y mi esposo me golpea",
        "im a teacher and i was raped",
    ],
)  # fmt: skip
def test_professional_who_is_hurt_is_heard(text: str) -> None:
    assert key(text) in {"safety.hurt", "safety.ask.violence", "safety.ask.sexual_abuse"}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("thats a suicide line i dont need that", "aside.not_suicidal"),
        ("i said im not suicidal", "aside.not_suicidal"),
        ("i told you im not suicidal", "aside.not_suicidal"), ("i dont need a suicide hotline", "aside.not_suicidal"),
        ("ya te dije que no soy suicida", "aside.not_suicidal"),
        ("no necesito una linea de suicidio", "aside.not_suicidal"),
        ("esa es linea de suicidio no necesito eso", "aside.not_suicidal"),
        ("do i have to tell them my name", "aside.id_needed"),
        ("do i need to give you my real name", "aside.id_needed"),
        ("can i use a fake name", "aside.id_needed"), ("do they ask for my name", "aside.id_needed"),
        ("tengo que decirles mi nombre", "aside.id_needed"), ("hay que dar el nombre", "aside.id_needed"),
        ("puedo usar otro nombre", "aside.id_needed"), ("me van a pedir el nombre", "aside.id_needed"),
    ],
)  # fmt: skip
def test_need_and_have_to_are_not_rights(text: str, said: str) -> None:
    assert key(text) == said


def test_line_that_is_not_needed_gives_way_to_another() -> None:
    assert at_offer("thats a suicide line i dont need that").reply.key != "aside.what_are_my_rights"


@pytest.mark.parametrize("text", ["im suicidal", "what are my rights", "soy suicida", "cuales son mis derechos"])
def test_danger_and_rights_stay_what_they_are(text: str) -> None:
    assert key(text) not in {"aside.anger_at_you", "aside.id_needed"}


@pytest.mark.parametrize(
    "text",
    [
        "y si me regresan con mi tio", "tengo miedo que me regresen con mi papa",
        "y si me mandan de vuelta con mi tia",
        "no quiero que me devuelvan a mi casa", "me van a regresar con mi padrastro", "pueden regresarme con mi mama",
        "what if they send me back to my uncle", "will they send me back to my dad",
        "i dont want to get sent back to my moms house",
        "can they make me go back to my foster mom", "what if im sent home to my parents",
        "are they gonna send me back to my stepdad",
    ],
)  # fmt: skip
def test_fear_of_being_sent_back_is_answered(text: str) -> None:
    assert key(text) == "aside.parents_told"


@pytest.mark.parametrize(
    "text",
    [
        "i want to go back to my mom", "send me the number", "quiero regresar con mi mama", "mandame el numero",
    ],
)  # fmt: skip
def test_wish_to_go_back_is_no_fear(text: str) -> None:
    assert key(text) != "aside.parents_told"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("espanol? no. francais", "fr"), ("french", "fr"), ("francais svp", "fr"), ("oui", "fr"),
        ("french please", "fr"),
        ("no english. french", "fr"), ("quiero hablar espanol? no. francais", "fr"), ("only portuguese", "pt"),
        ("portugues por favor", "pt"), ("kreyol", "ht"), ("do you speak arabic", "ar"), ("solo hablo coreano", "ko"),
    ],
)  # fmt: skip
def test_language_that_is_named_is_the_one(text: str, code: str) -> None:
    heard = snapshot().hearing.others.hear(text, normalise(text))
    assert heard.code == code
    assert key(text).startswith("foreign.")


@pytest.mark.parametrize(
    "text",
    [
        "do they speak french", "i dont speak french", "french fries", "english please", "espanol", "chinese food",
        "no hablo portugues",
    ],
)  # fmt: skip
def test_language_of_others_is_not_hers(text: str) -> None:
    assert not key(text).startswith(("foreign.", "safety."))


@pytest.mark.parametrize(
    "text",
    [
        "please", "yes please", "Yes please", "yes pls", "por favor", "si por favor", "si porfa",
    ],
)  # fmt: skip
@pytest.mark.parametrize("danger", ["he hits me", "my boyfriend is beating me right now"])
def test_please_in_danger_is_no_thanks(danger: str, text: str) -> None:
    assert key(danger, text) == "consent.talk"
