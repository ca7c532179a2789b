"""Spelling is mended: danger is heard through typing slips, missing spaces, stars and look-alikes; words stay words."""

import random
from functools import cache

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from ruamel.yaml import YAML

from bot.content.vocabulary import SHIPPED
from bot.flows.model import MessageRules, StateSpec
from bot.flows.names import Answer, Level, State
from bot.understanding import Lexicon, normalise, read
from bot.understanding.hearing import DANGERS
from tests.support.shipped import LEXICON, RULES

HELLO = StateSpec(State.WELCOME_HELLO, MessageRules("hello"))
LANGUAGES = ("en", "es")
LINES_TRIED = 300
"""Number of lines of each language that the noise is measured on."""


def interpreted(text, language="en"):
    return read(
        text, place=HELLO, language=language, labels=(), lexicon=LEXICON, cover_word="weather", find_area=lambda _: None
    )


def signals(text, language):
    return RULES.signals(text, LEXICON.clean(text), language, LEXICON.clean)


def is_heard(text, language):
    return interpreted(text, language).answer in DANGERS or bool(signals(text, language))


@cache
def must_lines(language):
    """Return the lines of the rules that are heard as danger to the person who texts."""
    rules = YAML(typ="safe").load(SHIPPED / language / "rules.yaml")["rules"].values()
    lines = dict.fromkeys(line for rule in rules for line in rule["must"])
    return [
        line
        for line in lines
        if interpreted(line, language).answer in DANGERS
        or any(signal.level is Level.ALARM and not signal.about_other for signal in signals(line, language))
    ]


EXPLICIT = [
    ("i want to kill myself", "en"), ("im gonna kill myself", "en"), ("i want to die", "en"), ("i overdosed", "en"),
    ("he raped me", "en"), ("he has a knife and i'm scared", "en"), ("hes going to shoot me", "en"),
    ("i started hurting myself again", "en"), ("my boyfriend choked me", "en"), ("they wont let me leave", "en"),
    ("quiero matarme", "es"), ("quiero morirme", "es"), ("mi novio me golpea", "es"), ("me violaron anoche", "es"),
    ("me tome un monton de pastillas", "es"), ("mi ex trae un cuchillo", "es"),
]  # fmt: skip


MENDED = """ineed a place > i need a place; heknows im here > he knows im here; im done w/o him > im done without him;
    sui cide > suicide; s u i c i d e > suicide; k-i-l-l me > kill me; k.i.l.l me > kill me; k*ll me > kill me;
    su!cide > suicide; s3lf h@rm > self harm; r*ped > raped; gr@ped > graped; $uicide > suicide;
    s*u*i*c*i*d*e > suicide;
    sewer slide > suicide; kill my self > kill myself; hell kill me > he will kill me; what the hell > what the hell;
    i sell corn > i sell corn; corn videos of me > porn videos of me; killlll me > kill me; hellpppp me > help me;
    kіll mе > kill me; ᴋɪʟʟ me > kill me; ｋｉｌｌ me > kill me; 𝐤𝐢𝐥𝐥 me > kill me; doooon't > do not; c4n't > can not;
    don t > do not; took2 pills > took 2 pills; im15 > im 15; ima 💀 myself > going to kill myself;
    he has a 🔪 here > he has a 🔪 here; i 💀 lol > i lol; yno me deja salir > y no me deja salir;
    mevoy a matar > me voy a matar; mi novio me m*tó > mi novio me mato; wnat to leave > want to leave"""


@pytest.mark.parametrize("row", MENDED.split(";"))
def test_clean_mends(row):
    written, meant = row.strip().split(" > ")
    assert " ".join(LEXICON.clean(written).tokens) == meant


HARMLESS = """killian; killeen; therapist; skillet; deadline; krill; grapes; diego; dietra; haircut; shotgun; studied;
    my email is joe@gmail.com; him+her; meet@noon; a b c;
    u r ok; it costs $5; 100% sure; mama; я хочу спать; θέλω νερό; у меня iphone;
    hurtado; hello; shell; well; 3rd; 4am; covid19; asexual; sexto; matematicas; dieta; disparate"""


@pytest.mark.parametrize("harmless", [word.strip() for word in HARMLESS.split(";")])
def test_clean_makes_no_danger_of_a_harmless_word(harmless):
    tokens = LEXICON.clean(harmless).tokens
    assert LEXICON.spelling.read_as_danger(harmless) == ()
    assert interpreted(harmless).answer not in DANGERS
    assert not {"kill", "die", "dead", "rape", "rapist", "cut", "shot", "hurt", "sex"} & set(tokens)


@pytest.mark.parametrize("language", LANGUAGES)
def test_clean_changes_no_common_word(language):
    words = (SHIPPED / language / "common_words.txt").read_text(encoding="utf-8").split()
    assert len(words) > 20_000
    for word in words[: words.index("-----") : 23]:
        assert LEXICON.clean(word).tokens == (word,)


def test_clean_without_vocabulary_is_normalise():
    for text in ("heknows k*ll", "s u i c i d e", "hola 💀"):
        assert Lexicon.empty().clean(text) == normalise(text)


def test_stop_in_look_alike_letters_is_heard():
    assert interpreted("ѕtор").answer is Answer.STOP


def stretched(line, letter):
    at = letter % len(line)
    return line[:at] + line[at] * 4 + line[at + 1 :] if line[at].isalpha() else line


DECORATED = {
    "capitals": lambda line, _: line.upper(),
    "title": lambda line, _: line.title(),
    "emoji after": lambda line, n: line + (" 😭💀", "🙏", " 😂😂", "💔🥀", " ☠️")[n % 5],
    "emoji between": lambda line, n: line.replace(" ", (" 😭 ", " 💔 ", " 🙃 ")[n % 3], 1),
    "stretched": stretched,
    "apology": lambda line, n: ("sorry but ", "im sorry ", "perdon pero ")[n % 3] + line,
    "lol": lambda line, n: line + (" lol", " lmao", " jaja")[n % 3],
    "no apostrophe": lambda line, _: line.replace("'", ""),
    "dots": lambda line, _: line + "...",
}


@given(st.sampled_from(EXPLICIT), st.sampled_from(sorted(DECORATED)), st.integers(0, 60))
@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_decoration_never_hides_danger(explicit, how, number):
    line, language = explicit
    assert is_heard(DECORATED[how](line, number), language)


@given(st.text(max_size=80))
@settings(max_examples=300, deadline=None)
def test_any_text_gets_an_answer(text):
    assert interpreted(text).answer in Answer


BESIDE = {
    "a": "s", "b": "v", "c": "x", "d": "s", "e": "r", "f": "g", "g": "h", "h": "j", "i": "o", "j": "k", "k": "l",
    "l": "k", "m": "n", "n": "m", "o": "p", "p": "o", "q": "w", "r": "t", "s": "a", "t": "y", "u": "i", "v": "b",
    "w": "e", "x": "z", "y": "u", "z": "x",
}  # fmt: skip
CYRILLIC = str.maketrans("aceiopsxy", "асеіорѕху")


def slip(word, rng):
    at = rng.randrange(len(word) - 1)
    return rng.choice(
        [
            word[:at] + word[at + 1] + word[at] + word[at + 2 :],
            word[:at] + word[at + 1 :],
            word[:at] + word[at] + word[at:],
            word[:at] + BESIDE.get(word[at].lower(), "e") + word[at + 1 :],
        ]
    )


def slips(line, rng):
    """Return the line with slips in words of four letters and more: in a shorter one a slip makes another word."""
    return " ".join(slip(word, rng) if len(word) > 3 and rng.random() < 0.15 else word for word in line.split())


def one_space_missing(line, rng):
    words = line.split()
    if len(words) > 1:
        at = rng.randrange(len(words) - 1)
        words[at : at + 2] = [words[at] + words[at + 1]]
    return " ".join(words)


def starred(line, _):
    words = line.split()
    at = max(range(len(words)), key=lambda place: len(words[place]) * words[place].isalpha())
    word = words[at]
    if word.isalpha() and len(word) > 3:
        inner = next((place for place in range(1, len(word) - 1) if word[place] in "aeiou"), 1)
        words[at] = word[:inner] + "*" + word[inner + 1 :]
    return " ".join(words)


NOISE = {
    "slips in 15 % of words": (slips, 0.93),
    "one space missing": (one_space_missing, 0.90),
    "starred": (starred, 0.95),
    "look-alikes": (lambda line, _: line.translate(CYRILLIC), 0.95),
}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("noise", NOISE)
def test_danger_is_heard_through_noise(noise, language):
    disturb, least = NOISE[noise]
    rng = random.Random(f"{noise} {language}")  # noqa: S311 - the same noise each time
    lines = must_lines(language)
    lines = rng.sample(lines, min(LINES_TRIED, len(lines)))
    lines += [line for line, spoken in EXPLICIT if spoken == language]
    heard = sum(is_heard(disturb(line, rng), language) for line in lines)
    print(f"{language}, {noise}: {heard} of {len(lines)} heard")
    assert heard >= least * len(lines)
