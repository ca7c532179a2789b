"""Somebody else has the phone now, found something out, follows them, or knows the cover word: no word, no silence."""

from __future__ import annotations

import pytest

from bot.understanding.for_show import is_for_show
from bot.understanding.in_his_hands import burns_word, found_out, has_it_now, is_another, takes_pay
from bot.understanding.near import is_near
from bot.understanding.pursued import is_pursued
from tests.support.talk import TO_NEEDS, talk

HURT, HURT_ES = ("my bf hits me",), ("mi novio me pega",)
PIMP = ("my pimp took my id",)
A_PERSON = (*HURT, "text with a person", "yes")
WORDS = ("WEATHER", "CLIMA")

NOW = [
    "he has my phone now", "my dad just took my phone", "he grabbed my phone", "he is sitting right here reading it",
    "my mom is going through my phone rn", "he has my phone rn", "mi papa acaba de quitarme el cel", "ya tiene mi cel",
    "me quito el cel ahorita", "esta aqui sentado leyendo todo",
]  # fmt: skip
THEIRS = [
    "tell me the rules, what happens if a girl of mine texts you", "its his girl he has me checking her phone",
    "es el celular de mi hija, que le estan diciendo", "my man wants to know what this is",
    "shes lying about me whatever she told you", "found this phone on the bus", "encontre este celular en el camion",
    "whatever she told yall is a lie", "no le crean ella es mentirosa", "mi novio quiere saber que es este numero",
    "one of my girls texting this line?", "si mi morra les escribe que le dicen",
]  # fmt: skip


@pytest.mark.parametrize("before", [(), TO_NEEDS, HURT, A_PERSON])
@pytest.mark.parametrize("text", [*NOW, *THEIRS])
def test_no_cover_word_reaches_another_hand(before, text):
    said = talk(*before).text(text)
    assert not any(word in said for word in WORDS)
    assert "911" not in said and "delete this any time" not in said


@pytest.mark.parametrize("before", [HURT, PIMP, A_PERSON])
def test_after_that_nothing_is_told_until_it_is_her(before):
    at = talk(*before, "he has my phone now")
    for text in ("who is coming", "what did she ask for", "when are they texting", "who is this", "ok"):
        said = at.text(text)
        assert at.reply.key in ("safety.holder", "silence"), text
        assert "person" not in said and "Someone" not in said
    at.text("its me now he gave it back")
    assert at.reply.key == "welcome.back"


@pytest.mark.parametrize("text", ["my bf is checking my phone brb", "he has my phone rn gtg"])
def test_who_leaves_the_phone_gets_silence(text):
    assert talk(*A_PERSON).text(text) == ""


@pytest.mark.parametrize(
    "text",
    [
        "he always takes my phone", "he took my phone last week", "he checks my phone at night", "i have my phone now",
        "he gave me my phone back", "my friend is lying to her mom", "i found a phone for my sister to use",
        "i found this phone for 20 bucks for when he leaves", "she has a phone now",
        "my daughter texts you what do you say",
    ],
)  # fmt: skip
def test_a_habit_and_a_friend_are_no_other_hand(text):
    assert not has_it_now(text)
    assert not is_another(text) or text.startswith("my daughter")


FOUND = [
    "he noticed", "he gone notice", "he found the pharmacy bag", "he found the card yall gave me n hes mad",
    "he found my go bag", "he knows i took it", "he found my stash", "he asked me what oak line is",
    "he seen this number in my phone", "my stepdad found my money", "he caught me packing",
    "she found out i was texting yall", "se dio cuenta",
    "encontro mi mochila", "encontro la tarjeta que me dieron y esta enojado", "vio este numero en mi cel",
    "ya sabe que agarre dinero", "mi novio descubrio mis pastillas",
]  # fmt: skip


@pytest.mark.parametrize("before", [(), HURT])
@pytest.mark.parametrize("text", FOUND)
def test_being_found_out_gets_numbers_and_no_word(before, text):
    at = talk(*before)
    said = at.text(text)
    assert at.reply.key.startswith("safety.") and "911" in said
    assert not any(word in said for word in WORDS)


def test_he_knows_counts_only_beside_a_danger():
    assert "911" in talk(*HURT).text("he knows")
    assert "911" not in talk().text("he knows")


@pytest.mark.parametrize(
    "text",
    ["he found a job", "he found my birthday present", "he knows a shelter", "he found my grades", "i found my bag",
     "encontro trabajo", "he noticed my new hair and liked it"],
)  # fmt: skip
def test_what_is_found_may_be_harmless(text):
    assert not found_out(text)


BURNED = [
    "dont say weather he knows what it means", "can i change the word weather to somethin else", "he knows that word",
    "he knows about the weather word", "he figured out WEATHER", "we need a new code word", "the code word is burned",
    "ya no digas clima el sabe que significa", "el ya sabe la palabra", "quiero otra palabra clave",
]  # fmt: skip


@pytest.mark.parametrize("before", [(), ("he reads my texts",), HURT])
@pytest.mark.parametrize("text", BURNED)
def test_a_burned_word_is_named_no_more(before, text):
    at = talk(*before)
    said = at.text(text)
    assert "911" in said and not any(word in said for word in WORDS)
    for later in ("he reads my texts", "mi novio revisa mi cel", "my pimp looks at my phone", "can he see this"):
        said = at.text(later)
        assert not any(word in said for word in WORDS), later


def test_another_word_cannot_be_set_and_the_old_one_still_works():
    at = talk("he reads my texts", "can we change the code word")
    at.text("use pizza")
    assert at.reply.key == "aside.word_known.again"
    assert talk("he reads my texts", "he knows that word", "weather").reply.key == "safety.cover"


@pytest.mark.parametrize(
    "text",
    ["the weather is bad and he knows it", "can we change the subject", "whats the weather app", "he knows my name",
     "no digas nada", "dont say my name", "no uses palabras dificiles", "not another word to this phone",
     "tiene el find my y el sabe la clave"],
)  # fmt: skip
def test_the_word_itself_is_no_burned_word(text):
    assert not burns_word(text)


FOLLOWED = [
    "he is still behind me", "sigue atras de mi", "hes catching up to me", "same van third time today",
    "some dude behind me still", "he turned when i turned", "the same truck again behind me",
    "they still following behind me still",
    "la misma camioneta otra vez", "todavia viene atras de mi", "someone keeps walking behind me",
    "dobla cada vez que yo doblo",
]  # fmt: skip


@pytest.mark.parametrize("before", [(), TO_NEEDS, HURT, A_PERSON, ("WEATHER",)])
@pytest.mark.parametrize("text", FOLLOWED)
def test_who_is_followed_is_told_to_go_where_people_are(before, text):
    at = talk(*before)
    said = at.text(text)
    assert at.reply.key.startswith("safety.now.reach") and "911" in said


def test_right_behind_me_is_followed_only_after_that():
    assert talk("hes right behind me").reply.text == ""
    assert "911" in talk("someone is following me from work").text("hes right behind me")
    at = talk("someone is following me from work", "he is still behind me", "got home")
    assert not at.reply.key.startswith("safety.now.reach")


@pytest.mark.parametrize(
    "text",
    ["hes still behind me on rent", "he is looking over my shoulder", "the past is behind me", "same day third time",
     "my grades are catching up", "esta atras de mi leyendo el cel", "he turned 18 when i turned 15"],
)  # fmt: skip
def test_behind_me_may_be_something_else(text):
    assert not is_pursued(text)


@pytest.mark.parametrize(
    "text",
    ["not rn someone is here", "cant now hes around", "not rn my man here", "ahorita no esta mi tio aqui",
     "not right now my stepdad is home", "ahorita no esta mi novio aqui conmigo", "ahora no que esta mi mama cerca"],
)  # fmt: skip
def test_not_now_since_somebody_is_here_is_silence(text):
    assert talk("i need a shelter", "ok").text(text) == ""


@pytest.mark.parametrize("text", ["no esta mi tio aqui", "mi mama no esta aqui", "he is not here"])
def test_nobody_here_is_no_silence(text):
    assert not is_near(text)


SHOWN = [
    "hey kayla u comin to the cookout", "lol yeah girl see you sunday", "hey auntie just sayin hi",
    "hey girl whats up its just me", "so did u like the dress i sent u", "its my cousin kayla she says hey",
    "hola prima vas a venir a la carne asada", "si amiga nos vemos el domingo", "tell mom i said hi",
]  # fmt: skip


@pytest.mark.parametrize(
    "before", [("he home",), ("he just asked who im textin",), ("WEATHER",), ("he reads my texts",)]
)
@pytest.mark.parametrize("text", SHOWN)
def test_small_talk_after_a_silence_gets_none_back(before, text):
    assert talk(*before).text(text) == ""


@pytest.mark.parametrize(
    "text", ["hey", "hola", "he left can u help me", "its me hes gone", "are you there", "he hit me again"]
)
def test_who_is_back_is_answered(text):
    assert talk("he home").text(text)


@pytest.mark.parametrize("text", SHOWN)
def test_small_talk_is_answered_elsewhere(text):
    assert talk().text(text)
    assert is_for_show(text)


@pytest.mark.parametrize(
    "text",
    ["are u gonna tell my mom", "is it a church place", "what time do they serve dinner", "r u w a church",
     "gracias amiga", "its my mom on the floor", "no me alcanza", "si mi abuela ve ese video se muere",
     "do i have to go to church"],
)  # fmt: skip
def test_a_question_to_the_line_is_no_small_talk(text):
    assert not is_for_show(text) and not is_pursued(text)


def test_pay_that_he_takes_is_no_overdose():
    assert takes_pay("he took my whole bag last night like 800")
    assert not takes_pay("he took my whole bag of pills") and not takes_pay("he took my bag of xans")
    said = talk().text("he took my whole bag last night like 800")
    assert "1-800-222-1222" not in said and "911" in said
    assert not takes_pay("they took my bag at the greyhound and all that was in it")
    assert talk().text("me quito toda la feria anoche")
