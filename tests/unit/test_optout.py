"""Opt-outs by any reasonable means, and texts that only sound like one."""

import time

import pytest

from bot.flows.names import Answer, State
from bot.understanding import carrier, normalise
from tests.support.talk import TO_NEEDS, talk

OPT_OUTS = (
    "stopppp no mor txts",
    "leav me alone 4ever ok",
    "remov me",
    "im blocking u if u text me again",
    "I won't be needing these any longer, please end them.",
    "how do I get off this list I don't want to be on the list anymore",
    "don't send me any more of them I already told you I'm good",
    "just delete me off here",
    "ia no me escribas",
    "kitame d la lista",
    "borra este num",
    "los voy a bloquear si siguen",
    "Tenga la bondad de borrar mi número",
    "Hasta aquí los mensajes, se lo agradezco",
    "Stop. Thank you",
    "please stop sending text reminders",
    "I opt out",
    "remove my name",
    "stop2quit",
    "ARRET",
    "arrêt",
    "dont text this phone again",
    "borren mi numero",
    "borren mi numero de su lista",
    "STOP please",
    "please stop",
    "plz stop",
    "please stop\nthank you",
    "take my name off",
    "take me off ur list",
    "okay so I'm good now you don't have to keep sending me these anymore thanks",
    "u can quit messaging me thx",
    "yo turn these off",
    "denme de baja",
    "darme de baja por favor",
    "Please unsubscribe me",
    "opt out please",
    "wrong number, please stop texting me",
    "stop fucking texting me",
    "quit texting this number",
    "i dont want anymore of these texts",
    "no more texts pls",
    "dejen de mandarme mensajes por favor",
    "ya no me escriban",
    "quiten mi numero de la lista",
    "no quiero recibir mas textos",
    "basta de mensajes",
    "yo no pedí esto, sáquenme",
    "S T O P",
    "stpo",
    "end",
    "STOPALL",
    "cancelar",
    "ALTO",
    "stop messaging me bro",
    "don't send me any more messages",
    "i would like to unsubscribe from these messages",
    "how bout u stop texting me",
    "unsub",
    "never contact me again",
    "lose my number",
    "delete my number from your system",
    "stop to end",
    "un subscribe",
    "stop texting my daughters phone",
    "stop texting her phone",
    "i do not consent to texts",
    "block me",
    "stop this nonsense texting me",
    "🛑",
    "no me manden nada",
    "no vuelvan a escribirme",
    "ya no me textees mas",
    "cancelen los mensajes",
    "opt-out",
    "take this number off your list please",
    "please do not write to me here",
    "stop with the texts",
    "enough texts",
    "i'm opting out",
    "don't message this phone",
    "take me off this",
    "get me off this list",
    "quit it with the texts",
    "wrong person stop",
    "not interested stop",
    "i didnt sign up for this stop",
    "this isnt maria stop texting me",
    "hey this is her mom please do not text this number again",
    "no more msgs pls",
    "u aint gotta text me no more",
    "could i be removed from this list",
    "how do i unsubscribe",
    "stop texting me or ill block you",
    "can you guys not text me anymore",
    "i want these texts to stop",
    "pls stop textng me",
    "stahp texting me",
    "ya no quiero q me escriban",
    "no quiero q me manden nada",
    "quitenme de la lista",
    "borrenme",
    "como me doy de baja",
    "favor de no mandar mas mensajes",
    "se equivocaron de numero no me escriban",
    "señorita ya no me mande mensajes",
    "stop mandandome cosas",
    "no more mensajes porfa",
    "ya no me manden texts",
    "take me off de la lista",
    "we're through here, erase my number",
    "how many times do i have to say unsubscribe",
    "no texts no calls nothing",
    "i do not want to hear from this program from now on",
    "end my subscription",
    "stop x favor",
    "esta linea ahora es de mi prima, no escriban aqui",
    "ya no quiero saber nada de ustedes",
    "no quiero que me sigan mandando nada",
    "Stop, thanks for your help", "stop, ty for everything", "stop gracias por todo",
    "I no longer consent to receive texts", "i do not consent to being texted",
    "please remove my number from this service", "take me off this service", "cease all contact",
    "not interested anymore", "stop svp", "remuevame de la lista", "no gracias stop",
    "will you stop fucking texting me",
    "stop i found a place thank you", "stop im good now", "stop i got help", "stop please omg",
    "please stop i dont need this anymore", "alto gracias por su ayuda", "stop ya estoy bien",
    "alto ya encontré lugar", "baja, ya no lo necesito", "stop i have a bed now",
    "I revoke my consent to receive texts", "I withdraw consent to be texted",
    "i rescind my permission to be contacted", "I hereby revoke consent",
    "revoco mi consentimiento para recibir mensajes", "I'd like to be removed from this service",
    "please remove me from this program", "do not reply to this number again", "do not text back ever again",
    "discontinue", "terminate", "please discontinue", "desist from texting", "no longer interested",
    "ya no estoy interesada gracias", "pls remove this number its my moms", "quiten este numero es de mi mama",
    "arrête", "arretez", "arretez de m'ecrire", "arrête de m'envoyer des messages", "remuevame", "desuscribame",
    "parenle ya", "no stop", "nah stop", "go to hell stop", "fuck off stop", "fin", "salir", "desactivar",
    "can you stop texting me", "could you please stop", "will you please stop texting me",
    "are you going to stop texting me or do i have to block you", "pueden dejar de escribirme",
    "no quiero que me escriban", "no mandes mensajes", "no escribas mas",
)  # fmt: skip
"""Whole texts by which a reasonable person asks for no more messages (47 CFR 64.1200(a)(10))."""

NOT_OPT_OUTS = (
    "que me saquen ya",
    "que me saquen ya por favor",
    "quiero que me saquen",
    "lo voy a bloquear",
    "la bloqueo",
    "i dont need those",
    "i do not need this service anymore im ok w the other place",
    "how do i get off this program",
    "he said hes blocking me if i text again",
    "can u get me off this list of his",
    "how do i get off this stuff",
    "te voy a bloquear dice mi mama",
    "me quiten a mi hija no por favor",
    "hasta aqui llego la policia",
    "end it all",
    "please don't delete my number",
    "never remove me from the list",
    "no me borren de la lista",
    "no quites mi numero",
    "no texts from my mom in days",
    "how many times do i have to tell him stop",
    "i do not want to hear from him",
    "he won't stop",
    "can you stop him",
    "stop it",
    "make it stop",
    "basta",
    "basta ya",
    "would i have to quit my job",
    "cant stop thinking abt being d3ad",
    "para qué le sigo",
    "nose wont stop bleeding",
    "my bf canceled my phone line",
    "end of my rope here",
    "what happens if i text STOP",
    "almost said stop lol but keep going",
    "stop asking for my name ill tell u when im ready",
    "no more shelters. next",
    "had a stop sign ticket",
    "aquí no para de llover",
    "que ya pare todo esto por favor",
    "my stop es la próxima",
    "he said stop texting me or ill kill you",
    "i told him to stop texting me",
    "he wont stop texting me",
    "dont text me right now",
    "i want it to end",
    "end it all",
    "end my life",
    "no more",
    "i quit school",
    "cancel my appointment",
    "take me out of here",
    "remove me from this house",
    "sáquenme de aquí",
    "delete my pictures",
    "take my pictures down",
    "how do i get him to stop texting me",
    "i dont want to be here anymore",
    "dont send me back",
    "dont call the cops",
    "dont text him",
    "stop calling the police",
    "do not send anyone",
    "i need you to stop him",
    "dont send me to a hotline",
    "no me manden de regreso",
    "no me manden con mi tio",
    "no quiero nada",
    "turn off the light he is here",
    "dont write anything he checks",
    "remove my baby",
    "erase me",
    "i want to erase my record",
    "they send me pics",
    "they keep messaging me",
    "my ex keeps texting me",
    "please stop him",
    "please stop hurting me",
    "stop hitting me up with needles",
    "don't contact my mom",
    "never text my mom",
    "dont message my dad",
    "take me off the waiting list",
    "take me off the street",
    "get me off these pills",
    "stop texting me in spanish",
    "stop texting me so late",
    "dont text me call me",
    "dont text me anymore call me",
    "some guy wont stop messaging me",
    "he told my mom stop texting me",
    "no messages from her yet",
    "no texts",
    "don't send it",
    "dont share it",
    "cancelar recordatorio",
    "no lo mandes",
    "i said stop",
    "can i opt out of the religion stuff",
    "quit my job",
    "ya manden a alguien por favor",
    "ya escribanme",
    "no me escribe",
    "no le escriban",
    "mi ex no deja de mandarme mensajes",
    "no me manden con el",
    "no me escriban hasta el lunes",
    "saquenme de esta casa",
    "borren mis fotos",
    "no molestar",
    "no dejen de escribirme", "no me dejen de escribir", "por favor no dejen de mandarme mensajes",
    "i dont think i want you to stop texting", "u gonna stop texting me", "no vayan a dejar de escribirme",
    "dont type anything", "stop him thanks", "stop im only a kid",
    "no quiero que dejen de escribirme", "no paren de escribirme", "nunca dejen de escribirme",
    "i dont want u to stop texting", "i dont want to stop texting", "i didnt want you to stop texting me",
    "i never want u to stop texting me", "are u gonna stop texting me", "will u stop texting me",
    "did u stop texting me", "do u ever stop texting", "are you going to stop messaging me",
    "is this gonna stop texting me", "dont write anything", "dont send anything", "no escribas", "no escriban",
    "no mandes nada", "ya no escribas esta aqui", "no escriban ahi viene", "stop!! dont touch me", "ya basta papa no",
    "para por favor papa me duele", "alto me duele", "alto por favor no me pegues", "stop it hurts",
    "please stop omg it hurts", "no stop please dont", "no stop it", "no no stop it", "ok stop dad",
    "stop i dont want this", "stop i dont need this baby", "stop i got hurt", "stop i found a gun",
    "stop i need help", "go to hell", "quiero salir", "salir de aqui", "salir por favor", "fin de semana",
    "desactivar mi ubicacion", "terminate my pregnancy", "discontinue my meds", "no longer interested in him",
    "i dont need this anymore", "i found a place thank you", "i withdraw my consent",
)  # fmt: skip
"""Texts with the same words that ask for something else: help, a pause, a place."""


@pytest.mark.parametrize("text", ["stop texting me " * 8, "i am " * 12, "take me off the " * 6 + "x", "no " * 24])
def test_grammar_is_fast_whatever_is_repeated(text):
    carrier.heard(normalise(text))
    before = time.thread_time()
    carrier.heard(normalise(text))
    assert time.thread_time() - before < 0.02


@pytest.mark.parametrize("text", OPT_OUTS)
def test_opt_out_in_own_words_is_obeyed(text):
    assert carrier.heard(normalise(text)) is Answer.STOP


@pytest.mark.parametrize("text", NOT_OPT_OUTS)
def test_sentence_about_stopping_is_no_opt_out(text):
    assert carrier.heard(normalise(text)) is None


DANGER_BESIDE = (
    ("stop texting me i took a bunch of pills", State.SAFETY_MEDICAL),
    ("dont text me anymore i took pills", State.SAFETY_MEDICAL),
    ("stop texting me i overdosed", State.SAFETY_MEDICAL),
    ("stop texting me im bleeding", State.SAFETY_MEDICAL),
    ("stop texting me i drank bleach", State.SAFETY_MEDICAL),
    ("stop texting me i cut myself", State.SAFETY_SELF_HARM),
    ("no more texts i want to end it", State.SAFETY_SELF_HARM),
    ("stop texting im gonna jump", State.SAFETY_SELF_HARM),
    ("STOP texting he has a gun", State.SAFETY_HURT),
    ("stop i took pills", State.SAFETY_MEDICAL),
    ("stop texting me im 11", State.SAFETY_YOUNG),
    ("dejen de escribirme tengo 11 años", State.SAFETY_YOUNG),
    ("ya no manden mensajes me pega", State.SAFETY_HURT),
    ("dejen de escribirme me tomé todo", State.SAFETY_MEDICAL),
    ("no me escriban mas tome pastillas", State.SAFETY_MEDICAL),
    ("ya no me manden mensajes me corté las venas", State.SAFETY_SELF_HARM),
    ("ya no me escriban estoy sangrando", State.SAFETY_MEDICAL),
    ("stop texting me he is gonna kill me", State.SAFETY_HURT),
    ("no more texts i cant do this life anymore", State.SAFETY_SELF_HARM),
    ("lose my number im done with everything", State.SAFETY_SELF_HARM),
    ("take me off your list i wont be here tomorrow", State.SAFETY_ASK),
    ("leave me alone with these texts i cut my wrists", State.SAFETY_SELF_HARM),
    ("goodbye forever take me off your list nobody will miss me", State.SAFETY_SELF_HARM),
    ("borren mi numero ya no quiero vivir", State.SAFETY_SELF_HARM),
    ("ya no me escriban el me pega si ve los mensajes", State.SAFETY_HURT),
    ("quitenme de la lista ya no voy a estar aqui", State.SAFETY_ASK),
    ("stop texting me im on the bridge", State.SAFETY_SELF_HARM),
    ("dont text me anymore he sells me", State.SAFETY_HURT),
    ("remove me please im bleeding really bad", State.SAFETY_MEDICAL),
)
"""Texts that opt out and tell of danger: silence would be the wrong answer."""


@pytest.mark.parametrize(("text", "state"), DANGER_BESIDE)
def test_danger_beside_an_opt_out_is_answered(text, state):
    person = talk(*TO_NEEDS)
    assert person.text(text)
    assert person.session.state is state


@pytest.mark.parametrize(
    "text",
    ["STOP", "stop texting me i got a new job", "dejen de escribirme ya me aburri", "dont text me anymore ok bro"],
)
def test_opt_out_beside_other_words_still_ends_the_talk(text):
    person = talk(*TO_NEEDS)
    assert person.text(text)
    assert person.text("hello") == ""


@pytest.mark.parametrize(
    "text", ["dont write anything", "dont send anything", "no escribas", "no escriban", "no mandes nada ahorita"]
)
def test_hush_is_silence_and_no_opt_out(text):
    person = talk(*TO_NEEDS)
    assert person.text(text) == ""
    assert person.session.state is State.SAFETY_COVER


@pytest.mark.parametrize("text", ["empezar", "quiero volver", "si", "iniciar", "me gustaría regresar"])
def test_spanish_opt_in_is_greeted_in_spanish(text):
    assert talk("alto").text(text).startswith("Hola")


@pytest.mark.parametrize(
    "text",
    [
        "START please",
        "text me again",
        "ok you can text me again",
        "mandame mensajes otra vez",
        "quiero volver",
        "i want to come back",
    ],
)
def test_opt_in_in_own_words_counts_only_after_an_opt_out(text):
    assert carrier.heard(normalise(text), stopped=True) is Answer.START
    if "START" not in text:
        assert carrier.heard(normalise(text)) is None


@pytest.mark.parametrize(
    "text", ["he texts me", "hi", "can you text him", "start my car", "quiero volver con el", "no quiero volver"]
)
def test_other_texts_after_an_opt_out_do_not_opt_in(text):
    assert carrier.heard(normalise(text), stopped=True) is None
