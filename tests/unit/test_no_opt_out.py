"""Texts that sound like an opt-out and are none: talk of texting, pleas, complaints; and strangers who want none."""

from __future__ import annotations

import pytest

from bot.flows.names import Answer, Concern
from bot.understanding import carrier, normalise
from tests.support.talk import TO_NEEDS, talk

EN_HURT, ES_HURT = ("my bf hits me",), ("mi novio me pega",)
A_PERSON = (*EN_HURT, "text with a person", "yes")
CHECK_IN = ("i need food", "ok", "ok", "reno", "how to reach them", "check in with me later")

OF_TEXTING = [
    "this my third time texting yall lol", "i texted yall 3 times already", "second time im texting this number",
    "i texted u 2 times and nothing", "texting yall again", "nobody ever texts back on here",
    "yall texting me back or nah",
    "im texting yall from my friends phone", "texted yall last week n no answer",
    "the lot lizards out here said text this",
    "somebody at the truck stop gave me this number", "these hoes out here told me to text this",
    "the other girls said hit up this number", "i got this number from a bathroom door",
    "es la segunda vez que les escribo", "les escribi ayer y nadie contesto", "les escribo del cel de mi amiga",
    "we need to verify the users on this line please send me list of your texts",
]  # fmt: skip


@pytest.mark.parametrize("text", OF_TEXTING)
def test_talk_of_texting_is_no_opt_out_even_by_its_sense(text):
    words = normalise(text)
    assert carrier.heard(words) is not Answer.STOP
    assert not carrier.may_opt_out(words) and not carrier.may_opt_out(words, surely=True)


@pytest.mark.parametrize(
    "text",
    [
        "stop texting me this is the third time i text you", "i texted you 3 times to stop", "i said quit texting back",
        "les escribi tres veces que ya no me manden",
    ],
)  # fmt: skip
def test_an_end_beside_talk_of_texting_may_be_one(text):
    assert carrier.heard(normalise(text)) is Answer.STOP or carrier.may_opt_out(normalise(text), surely=True)


PLEAS = [
    "let me out please", "dejenme salir por favor", "dejame salir porfa", "let us go please", "dejenme ir por favor",
    "remove me from this house please", "get me removed from this house", "please get me out of this trap house",
    "saquenme de esta casa por favor", "sueltenme",
]  # fmt: skip


@pytest.mark.parametrize("text", PLEAS)
@pytest.mark.parametrize("before", [(), TO_NEEDS, EN_HURT])
def test_who_begs_to_be_let_out_is_asked_if_they_are_safe(before, text):
    at = talk(*before)
    said = at.text(text)
    assert "911" in said and at.reply.key not in ("carrier.stopped", "aside.stop_texts")
    assert at.text("he is choking me")


@pytest.mark.parametrize(
    "text", ["no more please", "please end this", "please no more", "please end it", "no more of this please"]
)
def test_a_plea_for_an_end_is_asked_about(text):
    assert talk(text).reply.key != "carrier.stopped"
    at = talk(*TO_NEEDS, text)
    assert at.reply.key != "carrier.stopped"
    at = talk(*EN_HURT, text)
    assert at.reply.key.startswith("safety.") and "911" in at.reply.text
    assert talk(*ES_HURT, "ya no mas por favor").reply.key.startswith("safety.")


def test_a_plea_after_a_wish_to_die_is_asked_about_as_that():
    at = talk("i want to die", "please end this")
    assert Concern.SELF_HARM in at.session.asked or "988" in at.reply.text


ELSEWHERE = [
    "no me deja de escribir", "no para de escribirme", "no paran de escribirme los senores",
    "borra mi numero de su cel",
    "borra mi numero de su telefono", "delete my number from his phone", "delete my number from that list of girls",
    "get me off this site", "take me off that ad", "i dont text my mom no more", "leave me alone with my thoughts",
    "cancel everything", "please take me off that list", "you gave me the wrong number", "u gave me a wrong number",
    "quita mi foto del celular de el", "mi ex no deja de mandarme mensajes",
]  # fmt: skip


@pytest.mark.parametrize("text", ELSEWHERE)
def test_what_is_aimed_elsewhere_ends_no_texts(text):
    assert carrier.heard(normalise(text)) is not Answer.STOP
    assert not carrier.may_opt_out(normalise(text), surely=True)
    for before in ((), TO_NEEDS):
        at = talk(*before, text)
        assert at.reply.key not in ("carrier.stopped", "privacy.forget")


@pytest.mark.parametrize(
    "text",
    [
        "take me off your list", "take me off this list", "saquenme de esa lista ya", "borre mi numero de su lista",
        "no more texts please", "delete my number from your phone",
        "stop please", "please end these texts", "remove me from this list please",
    ],
)  # fmt: skip
def test_an_end_of_these_texts_is_one(text):
    assert talk(text).reply.key == "carrier.stopped"


def test_a_number_that_is_wrong_leads_to_another():
    for text in ("you gave me the wrong number", "u gave me a bad number"):
        assert talk(*CHECK_IN[:-1], text).reply.key.startswith(("options.", "hesitation."))


@pytest.mark.parametrize("text", ["lose my number", "dont contact me again", "ya no me escriban", "no more msgs pls"])
def test_an_opt_out_takes_a_person_back_and_said_again_ends_all(text):
    at = talk(*A_PERSON, text)
    assert at.reply.key == "privacy.taken_back" and not at.session.case
    at.text(text)
    assert at.reply.key == "carrier.stopped"


@pytest.mark.parametrize("text", ["unsubscribe me", "take me off ur list", "opt me out", "borrame de tu lista"])
def test_words_of_a_list_are_obeyed_beside_a_danger(text):
    assert talk(*EN_HURT, text).reply.key == "carrier.stopped"


@pytest.mark.parametrize(
    "text", ["actually dont text me first", "mejor no me escribas", "dont send that", "nvm dont text me"]
)
def test_a_check_in_is_dropped_and_texts_go_on(text):
    at = talk(*CHECK_IN, text)
    assert at.reply.key not in ("carrier.stopped", "aside.stop_texts") and not at.session.check_in
    at = talk(*CHECK_IN, "tomorrow morning", "yes")
    at.text(text)
    assert at.reply.key == "followup.dropped" and not at.session.check_in


def test_delete_me_where_a_person_was_asked_for_is_no_wish_to_die():
    assert talk(*A_PERSON, "delete me").reply.key == "privacy.forget"
    assert talk("i want to die", "delete me").reply.key != "privacy.forget"
    assert talk("delete me").reply.key == "safety.self_harm"


@pytest.mark.parametrize(
    "text",
    [
        "wrong # dude", "not interested", "me equivoqué de número, perdón", "fuck off",
        "i think i got the wrong number",
        "go away", "no me interesa", "k bye", "nvm wrong number", "no thanks", "se equivoco de numero",
        "numero equivocado",
        "i just bought this number off metro n keep gettin ur stuff", "i dont want to talk to you",
    ],
)  # fmt: skip
def test_who_wants_none_of_it_as_a_first_text_is_asked_nothing(text):
    at = talk(text)
    assert at.reply.key == "safety.holder"
    at.text("he hit me")
    assert "911" in at.reply.text


@pytest.mark.parametrize("text", ["wrong # dude", "i think i got the wrong number"])
def test_a_wrong_number_beside_a_danger_is_for_his_eyes(text):
    assert talk(*EN_HURT, text).reply.key == "safety.holder"


@pytest.mark.parametrize("text", ["actually no its not, i get scared", "jk", "wait its not wrong", "la verdad si es"])
def test_a_wrong_number_that_is_taken_back_is_none(text):
    at = talk("nvm wrong number", text)
    assert at.reply.key != "safety.holder" and not at.session.other_holds


@pytest.mark.parametrize("text", ["goodbye", "not now", "i dont want to be here", "bye"])
def test_little_words_are_no_strangers(text):
    assert talk(text).reply.key != "safety.holder"
