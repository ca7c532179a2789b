"""What people text, and what it means. Each row's texts are separated by semicolons; none is a real person's."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.flows.model import Area, Choice, MessageRules, StateSpec
from bot.flows.names import Answer, Need, State
from bot.understanding import carrier, normalise, read
from tests.support.shipped import LEXICON

HELLO = StateSpec(State.WELCOME_HELLO, MessageRules("hello"), (Choice(Answer.YES), Choice(Answer.NOT_NOW)))
MENU = StateSpec(
    State.NEEDS_ASK, MessageRules("menu"),
    (Choice(Answer.STAY), Choice(Answer.BASICS), Choice(Answer.HEALTH), Choice(Answer.TALK), Choice(Answer.NOT_NOW)),
)  # fmt: skip
MENU_LABELS = (
    ("A place to stay", "Un lugar"),
    ("Food or clothes",),
    ("Health",),
    ("Someone to talk to",),
    ("Not now",),
)
NEEDS_MENU = StateSpec(
    State.NEEDS_HEALTH, MessageRules("needs"), (Choice(Answer.NEEDS, Need.MEDICAL), Choice(Answer.NEEDS, Need.DENTAL))
)
CHECK = StateSpec(
    State.OPTIONS_OFFER, MessageRules("check"), (Choice(Answer.NO), Choice(Answer.NOT_SAFE), Choice(Answer.NOT_NOW))
)
CONSENT = StateSpec(
    State.CONSENT_TEAM,
    MessageRules("consent"),
    (Choice(Answer.SHARE), Choice(Answer.JUST_TALK), Choice(Answer.NOT_NOW)),
)
CONSENT_LABELS = (("Share that",), ("Just say I want to talk",), ("Not now",))
AREA = StateSpec(State.NEEDS_AREA, MessageRules("area"), (Choice(Answer.SKIP),), free_text=Answer.AREA)
NAME = StateSpec(State.CONSENT_NAME, MessageRules("name"), (Choice(Answer.SKIP),), free_text=Answer.NAME)


def heard(text, place=HELLO, labels=None, **more):
    labels = tuple(() for _ in place.choices) if labels is None else labels
    options = {"language": "en", "cover_word": "weather", "find_area": lambda _: None} | more
    return read(text, place=place, labels=labels, lexicon=LEXICON, **options)


def rows(table):
    return [(text.strip(), answer) for answer, texts in table.items() for text in texts.split(";")]


ANYWHERE = {
    Answer.STOP: """
        STOP; "Stop."; stop!!!; STOP 😡; (stop); STOOOP; S.T.O.P; stop stop stop; STOPALL; stop all;
        unsubscribe; Cancel; END; quit; revoke; OptOut; opt-out; stop texting me;
        dont text me anymore; don’t text me again; take me off your list; no more texts;
        ALTO; parar; cancelar; baja; detener; please stop; stop please; plz stop; no me escribas más; no más mensajes;
        ya no me mandes mensajes; stp""",
    Answer.START: "START; unstop; Start!; iniciar; comenzar",
    Answer.HELP: "HELP; info; AYUDA; help me; i need some help; necesito ayuda; ayudame; can u help me pls",
    Answer.COVER: "weather; Weather!; WEATHER",
    Answer.SELF_HARM: """i want to be dead; i wanna die lol; im gonna kill myself; i'm not gonna kill myself; kys;
        kms fr; killmyself; k1ll mys3lf; sucide; i just dont want to exist; i dont wanna live; cant do this anymore;
        i cant take it anymore; wish i was never born; better off without me; theres no point in being alive;
        i gave away all my stuff; i started hurting myself again; i cut my wrists; how many pills to die;
        gonna jump off the bridge; tired of living; make it end; my friend wants to die;
        im gonna end my life tonight; quiero morirme; kiero morirme; anoche intente suicidarme; no quiero despertar;
        tengo ganas de morirme; ya no puedo más; ya no le veo sentido a vivir; estoy cansada de vivir;
        quiero desaparecer""",
    Answer.HURT_NOW: """make it stop; i want it to stop; make him stop; he wont stop; que pare; haz que pare;
        my man slapped me again; my bf shoves me; he keeps hitting me; she strangled me; hes got a knife;
        he's coming; hes outside; this guy keeps following me home; my ex says hes going to shoot me;
        theyre keeping me in a motel and wont let me out; im not allowed to leave; hes banging on the door rn;
        two guys raped me; they make me have sex with men; my pimp is mad; i'm not safe; i dont feel safe here;
        we are in danger; help he; help me he has a knife; call the cops; 911; nine one one; 🆘; im afraid of my ex;
        she threatened to stab me; they wont let me go; help hes coming; mi pareja me golpea cuando toma;
        me está golpeando; mi ex trae un cuchillo; no nos dejan salir; dice que me va a matar; corro peligro;
        estoy encerrada; auxilio; me siguen; me obligan a tener sexo""",
    Answer.MEDICAL: """i overdosed; she od'd; took 2 many pills; i took a bunch of pills; hes barely breathing;
        shes having trouble breathing; my roommate is unconscious; blood wont stop; im having contractions;
        he got shot; she swallowed antifreeze; get her an ambulance; my chest hurts; shes having a seizure;
        i think im dying; i took 20 pills i want to die; sobredosis; no respira; no puede respirar mi amiga;
        me tomé muchas pastillas; perdi mucha sangre; se desmayo; manden una ambulancia""",
    Answer.CHILD_HURT: """he touches my little sister; my dad touches me; my stepdad comes in my room;
        my grandpa touches me when im asleep; she hits my baby brother; he is hurting my kids;
        my stepdad touches my little sister; mi padrastro me toca; mi tio toca a mi hermanita;
        le pega a mi hermanito""",
    Answer.UNDER_13: """im 12; i'm only 11; i am 11 yrs old; 12 yo; 12yo girl; i just turned 12; i'm ten years old;
        im 12 n i ran away; im in 5th grade; tengo 12 años; tengo doce anos; tengo 11; tengo solo 10 años;
        tengo 12, voy en sexto; tengo once y vivo con mi tia; tengo doce no se que hacer""",
    Answer.NOT_NOW: """
        leave me alone; basta; ¡Basta!; ya basta por favor; déjame en paz;
        not now; Not now.; not rn; later; maybe later; l8r; busy; gtg; cant talk;
        cant talk; ttyl; no thanks; i gotta go; not today; im at work; ahora no; luego; al rato; más tarde;
        no gracias; no puedo hablar; estoy ocupada; hablamos luego""",
    Answer.PERSON: """person; human; agent; talk to a person; can i talk to someone real; i want a real person;
        call me; is there a human i can talk to; persona; hablar con alguien; quiero hablar con una persona; llamame""",
    Answer.MENU: "menu; start over; restart; main menu; menú; empezar de nuevo",
    Answer.BACK: "back; go back; go back pls; atrás; regresar; volver",
    Answer.SKIP: "skip; pass; skip this; saltar; omitir; paso",
    Answer.REPEAT: "repeat; again; what did you say; say that again; what; repite; otra vez; ?; ...",
    Answer.LANGUAGE: "language; idioma; change language; i dont speak english sorry; cambiar idioma",
    Answer.ENGLISH: "english; in english please; ingles",
    Answer.SPANISH: "espanol; español; spanish; en español; habla español?; no se hablar ingles; do u speak spanish",
    Answer.HUSH: "brb; hes back; shh; ahi viene",
    Answer.WHO_IS_THIS: "who is this; who dis; whos this; quien es",
    Answer.WHO_ARE_YOU: """who are you; are you real; are u a bot;
        is this a real person; u real?; am i talking to a robot; quién eres; eres un robot; con quien hablo""",
    Answer.WHO_CAN_SEE: """who can see this; is this private; can my mom see this; can he read this;
        can my man read this; quién puede ver esto; es confidencial""",
    Answer.WHAT_IS_SHARED: """what did i share; what do they know about me; what can they see of me; qué compartí;
        qué compartí con ellos;
        que pueden ver de mi""",
    Answer.WHAT_IS_KEPT: """what do you know about me; what did you keep; my data; qué guardaste;
        mis datos""",
    Answer.TAKE_BACK: "take back; take it back; undo sharing; dont share; no compartas; retirar",
    Answer.FORGET: """forget; forget me; delete everything; erase my data; olvídame; borra todo;
        delete all my messages""",
    Answer.DROP_CHECK_IN: "no check in; cancel check-in; cancel the checkin; cancelar recordatorio",
    Answer.GREETING: "hi; hello; hey!; heyyyy; hellooo; good morning; hola; buenas tardes; holi",
    Answer.THANKS: "thanks; ty; thanks for listening; thx; ❤️; gracias; muchas gracias",
    Answer.YES: """yes; Yes.; yeah; yep; ya; ok; okay; k; sure; yess; si; sí; claro; dale; vale; 👍; 👍🏽; yes please;
        ok sure""",
    Answer.NO: "no; nope; nah; no no; 👎; nooo; nel; No.",
    Answer.MAYBE: "idk; maybe; idk maybe; depends; kinda; not sure yet; tal vez; capaz; a lo mejor; pues idk",
    Answer.UNCLEAR: """🙄🙄; lol; i like turtles; 12; 7; the moon is big; this homework is killing me;
        i could kill for a nap; dying of laughter; lol im dead; shoot me a text; hit me up; hmu; they beat the game;
        killing me softly; beat me to it; me muero de sueño; im 10 minutes away; im 12 miles from you;
        5 months clean; at 12; im 9 blocks away; im 13; i was 12 when it started; im 4 real; my credit rating; عربي;
        end this call; tengo 12 meses aqui""",
}


@pytest.mark.parametrize(("text", "answer"), rows(ANYWHERE))
def test_text_has_the_expected_answer(text, answer):
    assert heard(text).answer is answer


NEEDS = {
    "shelter_tonight": "need a place 2 sleep 2nite; got kicked out; where can i stay; shleter; no tengo donde dormir",
    "food": "hungry; im soooo hungryyy; i need food; havent eaten today; tengo hambre; necesito comida",
    "housing": "i need my own place; getting evicted; help paying rent; necesito vivienda; no puedo pagar la renta",
    "hygiene": "can i take a shower; tampons; where can i wash my clothes; quiero bañarme; donde hay una lavadora",
    "clothing": "need clothes; i need shoes; necesito ropa; zapatos talla 7",
    "safety_plan": "restraining order; how do i stay safe; he tracks my phone; un plan de seguridad",
    "sexual_assault_care": "rape kit; sexual assault help; abuso sexual",
    "medical": "i need a doctor; im sick; clinic; busco un doctor",
    "reproductive_health": "im pregnant; im 12 weeks pregnant; plan b; estoy embarazada; no me baja",
    "mental_health": "im so depressed; anxiety; estoy muy triste",
    "substance_use": "rehab; i want to stop using; get clean; dejar de tomar",
    "dental": "toothache so bad; dentist; se me rompio un diente",
    "counselling": "i need a therapist; counseling; necesito terapia",
    "child_care": "diapers; who can watch my baby; guarderia",
    "transport": "i need a ride; bus pass; no tengo carro",
    "legal": "need a lawer; i need a lawyer; busco abogado",
    "immigration": "my visa; immigration help; deportacion",
    "id_documents": "they stole my id; birth certificate; perdi mis documentos",
    "criminal_justice": "i want to press charges; report him; quiero denunciar",
    "public_benefits": "food stamps; medicaid; estampillas",
    "embassy": "mexican embassy; consulado",
    "interpretation": "i need an interpreter; hay interprete?",
    "education": "get my ged; back to school; la escuela",
    "english_classes": "esl; learn english; busco clases de ingles",
    "work": "i need a job; hiring anywhere?; busco trabajo",
    "family_reunification": "i want to see my kids; find my sister; quiero ver a mi mama",
    "lgbtq": "im trans; lgbtq; soy lesbiana",
    "disability": "im deaf; wheelchair; discapacidad",
    "peer_support": "support group; someone who gets it; un grupo de apoyo",
    "faith": "church; someone to pray with; iglesia",
    "image_removal": "get my vids off that site; he posted my nudes; take my pics down; quitar fotos mias de internet",
    "missing_person": "my friend went missing; find my lost brother; busco a mi hermano; mi prima no aparece",
    "phone": "i need a phone; free government phone; my phone got cut off; necesito un celular; recarga",
    "money": "need money; im so broke; help with my light bill; ando corta de dinero; me cortan la luz",
    "unpaid_wages": "they owe me 2 weeks pay; my boss never paid me; no me pagaron mi semana; me deben dos dias",
    "record_clearing": "can my juvie stuff get sealed; clear my record; expungement; limpiar mi record",
    "tattoo_removal": "tattoo removal; get his name tattoo covered up; quitarme un tatuaje",
    "case_management": "case manager; help filling out forms; ayuda con todo",
}


@pytest.mark.parametrize(("text", "need"), rows(NEEDS))
def test_need_is_understood_in_plain_words(text, need):
    assert Need(need) in heard(text).needs


@pytest.mark.parametrize(
    "text",
    [
        "i dont need a shelter",
        "not looking for a job rn",
        "shelters suck",
        "my last lawyer slept through it all",
        "every counselor i had ghosted me",
        "do they take my id",
        "is there wifi",
        "are they gonna drug test me",
        "school was boring",
        "got the job",
        "idk what that means",
        "kicked out of the group chat",
        "no necesito un albergue",
        "ya tengo abogado",
        "me dieron el trabajo",
        "piden identificacion",
        "puedo llevar a mi bebe",
        "la terapeuta de ahi me trato mal",
    ],
)
def test_refusal_complaint_and_question_name_no_need(text):
    assert heard(text).needs == ()


@pytest.mark.parametrize(
    ("text", "needs"),
    [
        ("i dont need a shelter i need food", (Need.FOOD,)),
        ("do they have beds idk but i need a lawyer", (Need.LEGAL,)),
        ("an asylum lawyer", (Need.IMMIGRATION,)),
        ("a lawyer and a dentist", (Need.DENTAL, Need.LEGAL)),
        ("i need a dentist, food, a lawyer", (Need.FOOD, Need.DENTAL, Need.LEGAL)),
        ("food stamps", (Need.PUBLIC_BENEFITS,)),
        ("i need a doctor for my hormones", (Need.LGBTQ,)),
        ("no quiero un albergue, necesito comida", (Need.FOOD,)),
        ("ocupo un abogado de inmigracion", (Need.IMMIGRATION,)),
    ],
)
def test_words_around_tell_which_need_is_wanted(text, needs):
    assert heard(text).needs == needs


YES_NO_MAYBE = {
    Answer.YES: "ye; mhm; fosho; ofc; ight; bet; say less; im down; simon q si; va pues",
    Answer.NO: "nel; hell nah; nuh uh; no thats not it; thats a no from me; nel pastel; no eso no; nty",
    Answer.MAYBE: "maybe; idk maybe; maybe so; not really sure; it depends; kinda; tal vez; quien sabe; no sé",
    Answer.NOT_NOW: """orita no; hmu tmrw; lemme think on it; gimme 5 min; ill text u tmrw; luego le aviso;
        mañana le digo; deme un ratito; dejame pensarlo; not rn""",
}


@pytest.mark.parametrize(("text", "answer"), rows(YES_NO_MAYBE))
def test_yes_no_maybe_and_not_now_in_young_words(text, answer):
    assert heard(text, CONSENT, CONSENT_LABELS).answer is answer


@pytest.mark.parametrize(
    "text", ["maybe", "idk", "kinda", "probably", "i guess maybe", "depende", "pues no se", "facts", "vamos"]
)
def test_unsure_word_is_no_consent(text):
    assert heard(text, CONSENT, CONSENT_LABELS).answer not in {Answer.YES, Answer.SHARE, Answer.JUST_TALK}


def test_every_need_has_texts():
    assert set(NEEDS) == {need.value for need in Need}


def test_needs_are_sorted_most_urgent_first():
    assert heard("food and a lawyer").needs == (Need.FOOD, Need.LEGAL)
    reading = heard("im trans and hungry and need a place to sleep tonight")
    assert reading.answer is Answer.NEEDS
    assert reading.needs == (Need.SHELTER_TONIGHT, Need.FOOD, Need.LGBTQ)


def test_danger_comes_before_needs_and_keeps_them():
    reading = heard("he hit me and i need a place to sleep")
    assert (reading.answer, reading.needs) == (Answer.HURT_NOW, (Need.SHELTER_TONIGHT,))


STOPS = [word for words in (carrier.STOP_WORDS,) for word in words]


@pytest.mark.parametrize("word", STOPS)
@pytest.mark.parametrize(
    "worn", ["{}", " {} ", "{}.", "“{}”", "{}!!!", "{} 😡", "\u200b{}\ufe0f", "¡{}!", "({})", "\0{}"]
)
def test_carrier_word_is_obeyed_with_any_punctuation(word, worn):
    for written in (word, word.lower(), word.title()):
        for place in (HELLO, MENU, AREA, NAME, CONSENT):
            assert heard(worn.format(written), place).answer is Answer.STOP


def test_opt_out_type_of_the_provider_overrides_the_text():
    assert heard("hola", opt_out="STOP").answer is Answer.STOP
    assert heard("stop", opt_out="START").answer is Answer.START
    assert heard("stop", opt_out="HELP").answer is Answer.HELP


def test_yes_opts_in_only_after_an_opt_out():
    assert [heard(word, stopped=True).answer for word in ("yes", "SI", "Sí!", "START")] == [Answer.START] * 4
    assert heard("yes").answer is Answer.YES


NUMBERS = "{}; {}.; {}); ({}); #{}; option {}; number {}; the {} one; el {}; opcion {}; {} please"
SAID = {1: "one; uno; 1️⃣; the first one; la primera; ①; first; 1!!", 2: "two; dos; 2️⃣; the second one; el segundo"}


@pytest.mark.parametrize("place", [HELLO, MENU, CHECK, CONSENT, NEEDS_MENU])
def test_numbers_work_without_labels(place):
    for number, offer in enumerate(place.choices, 1):
        texts = [form.strip().format(number) for form in NUMBERS.split(";")] + SAID.get(number, "").split(";")
        for text in filter(str.strip, texts):
            reading = heard(text, place, labels=())
            assert (reading.answer, reading.needs) == (offer.answer, (offer.need,) if offer.need else ())


def test_number_that_is_no_choice_is_unclear():
    assert {heard(text, MENU).answer for text in ("0", "6", "99", "12345", "nine", "1 and 2")} == {Answer.UNCLEAR}
    assert heard("1 and 2", NEEDS_MENU).needs == (Need.MEDICAL, Need.DENTAL)


def test_labels_are_understood_whole_in_part_and_misspelt():
    texts = {
        Answer.STAY: "a place to stay; A PLACE TO STAY!; place to stay; un lugar; a plcae to stay",
        Answer.HEALTH: "health; helth; heatlh", Answer.TALK: "someone to talk to", Answer.NOT_NOW: "nt now",
    }  # fmt: skip
    for text, answer in [(t.strip(), a) for a, ts in texts.items() for t in ts.split(";")]:
        assert heard(text, MENU, MENU_LABELS).answer is answer
    assert heard("food", MENU, MENU_LABELS).needs == (Need.FOOD,)


def test_choice_of_a_state_keeps_its_own_meaning():
    assert heard("no thanks", CHECK).answer is Answer.NO
    assert heard("no thanks", HELLO).answer is Answer.NOT_NOW
    assert heard("it's not safe", CHECK).answer is Answer.NOT_SAFE


@pytest.mark.parametrize("text", ["what would you share", "share nothing", "never share that", "sharing"])
def test_consent_is_never_guessed_from_a_sentence(text):
    assert heard(text, CONSENT, CONSENT_LABELS).answer not in {Answer.SHARE, Answer.JUST_TALK, Answer.YES}


def test_area_is_looked_up_only_where_asked_for():
    here = Area("Oakland", "Alameda", "CA", "US")
    assert heard("oakland", AREA, find_area=lambda _: here).area == here
    assert heard("oakland", HELLO, find_area=lambda _: here).area is None
    assert heard("skip", AREA, find_area=lambda _: here).answer is Answer.SKIP


@pytest.mark.parametrize(
    ("text", "name"),
    [("Maya", "Maya"), ("my name is jay", "jay"), ("call me Z!", "Z"),
     ("soy Ana María", "Ana María"), ("O’Neil", "O'Neil"),
     ("me llamo Mary-Jane", "Mary-Jane"),
     ("Faith", "Faith"), ("555-1234", ""), ("i dont know what to say", ""), ("idk", ""),
     ("z" * 40, "z" * 20)],
)  # fmt: skip
def test_name_is_short_and_has_only_letters(text, name):
    assert heard(text, NAME).name == name


def test_photo_and_empty_text():
    assert heard("", media=1).answer is Answer.PHOTO
    assert heard("").answer is Answer.REPEAT
    assert heard("i need food", media=2).photo


@pytest.mark.parametrize(
    ("text", "language"), [("i need a place to stay", "en"), ("necesito un lugar", "es"), ("1", "")]
)
def test_language_is_detected_by_small_words(text, language):
    assert heard(text).language == language


@given(st.text(max_size=2000), st.sampled_from([HELLO, MENU, AREA, NAME, CONSENT, NEEDS_MENU]))
@settings(deadline=None, max_examples=300)
def test_any_text_gets_an_answer(text, place):
    assert isinstance(heard(text, place, labels=((text[:50],),)).answer, Answer)


@given(st.lists(st.sampled_from(sorted(LEXICON.vocabulary)), max_size=60).map(" ".join))
@settings(deadline=None, max_examples=200)
def test_any_sequence_of_known_words_gets_an_answer(text):
    assert isinstance(heard(text).answer, Answer)


def test_only_1600_characters_are_read():
    assert normalise("a " * 5000).tokens == ("a",) * 800
