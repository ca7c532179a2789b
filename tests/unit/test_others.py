"""Texts in languages that the bot does not write: recognised, answered with numbers, and never taken for ours."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest
import zipcodes
from hypothesis import given
from hypothesis import strategies as st
from ruamel.yaml import YAML

from bot.content.others import NO_TEXTS, OtherTexts, faults, load_others, load_texts
from bot.content.rules import FORBIDDEN_WHEN_BLAND, names_too_much
from bot.content.rules_file import load_rules_once
from bot.content.vocabulary import SHIPPED as LEXICON
from bot.conversation.render import render
from bot.errors import ContentError
from bot.flows.machine import MOVES, PLACES, TERMINAL, advance, enter_state
from bot.flows.model import Area, Interpretation
from bot.flows.names import Answer, Concern, Event, Level, State
from bot.flows.session import Session
from bot.sms.segments import count
from bot.understanding import normalise
from bot.understanding.hearing import Hearing
from bot.understanding.others import UNKNOWN, Heard
from tests.support.content import NOON
from tests.support.flow_walk import ThreeServices
from tests.support.growth import WORSE_THAN_LINEAR, growth
from tests.support.talk import TO_NEEDS, snapshot, talk

TEXTS = load_texts()
OTHERS = load_others(TEXTS)


def heard(text: str) -> Heard:
    return OTHERS.hear(text, normalise(text))


PLAIN = {
    "fr": """Salut est-ce que vous pouvez m'aider; je cherche un endroit pour dormir ce soir; vous parlez français ?
        mon mari a pris mon passeport; j'ai 16 ans et je suis dehors; je suis enceinte et j'ai peur
        ma patronne me paie pas; je n'ai rien mangé depuis hier; on m'a pris mes papiers; JE NE PARLE PAS ANGLAIS""",
    "pt": """oi preciso de ajuda; não tenho onde dormir hoje; meu patrão não me paga; vc fala português?
        tenho 16 anos e fugi de casa; estou com medo dele; eles pegaram meu passaporte; eu nao falo ingles
        preciso de um lugar para dormir; minha mãe me expulsou de casa""",
    "vi": """Tôi không có chỗ ngủ; chủ không trả lương cho tôi; tôi cần giúp đỡ; toi khong co cho ngu toi nay
        ai noi tieng viet khong; toi can giup do""",
    "zh": "你好; 我今年十六岁,没有地方住; 老板拿走了我的护照; 我聽不懂英文; ok 我需要帮助",
    "ht": """bonswa mwen bezwen travay; mwen pa gen kote pou m dòmi; patwon an pran paspò mwen; m grangou anpil
        eske gen moun ki pale kreyol; mwen gen 16 an; ki kote mwen ka jwenn manje; mwen pa pale angle""",
    "ar": "مرحبا احتاج مساعدة; ليس لدي مكان للنوم; أخذ جواز سفري; عمري ١٧ وما عندي مكان",
    "tl": """wala akong matulugan; kinuha ng amo ko ang passport ko; 16 lang po ako; kailangan ko ng pagkain
        natatakot po ako sa asawa ko; hindi ako marunong mag english""",
    "ru": "мне негде ночевать; привет; у меня забрали паспорт",
    "ko": "잘 곳이 없어요; 안녕하세요; 사장이 여권을 가져갔어요",
    UNKNOWN: """मुझे मदद चाहिए; ฉันต้องการความช่วยเหลือ; እርዳታ እፈልጋለሁ; 助けてください; мені потрібна допомога
        من به کمک نیاز دارم""",
}

DANGER = {
    Concern.SELF_HARM: """je veux mourir; j'ai envie de mourir; quero me matar; não quero mais viver; tôi muốn chết
        toi muon chet; 我想自杀; 我不想活了; mwen vle mouri; mwen vle touye tèt mwen; أريد أن أموت; أريد أن أقتل نفسي
        gusto ko nang mamatay; ayoko nang mabuhay; не хочу жить; хочу умереть; 죽고 싶어요""",
    Concern.VIOLENCE: """il me frappe; mon copain m'a frappée; il va me tuer; au secours; ele me bate; ele vai me matar
        meu namorado me bateu; anh ấy đánh tôi; 他打我; 救命; li bat mwen; mari m ap bat mwen; anmwe; هو يضربني
        انقذوني; sinasaktan niya ako; binubugbog ako ng asawa ko; он меня бьет; муж меня бьёт; 그가 나를 때려요
        살려주세요; je parle pas anglais mon mari me frappe""",
    Concern.SEXUAL_ABUSE: """j'ai été violée; mon oncle m'a violée; fui estuprada; tôi bị hiếp dâm; 我被强奸了
        yo vyole m; اغتصبني; ginahasa niya ako; меня изнасиловали; 성폭행을 당했어요""",
}

CRIES = "aidez-moi; me ajuda; cứu tôi với; 救救我; ede m; ساعدوني; tulungan niyo po ako; помогите; 도와주세요"

OURS = """jajajaja no mames wey; jajaja ja ja; asdfghjkl qwert zxcv; los angeles california; la la la la la; no no no me
    des moines iowa; sault ste marie; baton rouge la; rendez vous at noon; c'est la vie lol; deja vu all over
    je ne sais quoi lol; merci beaucoup for the food; mi casa su casa; me bate el corazon; quero ayuda porfa
    ola como estas; comida para mi hija por favor; nah fam im good; let me bat next inning; sou chef job
    pour me a drink; my nan is in the ER; do they have a french class; do they speak creole or tagalog
    he took my passport and mi dinero; llevo un mes juntando pastillas; tu si me entiendes; me cayo bien tu prima
    necesito um lugar; maria de la cruz; jose da silva; im at le bon temps; no se a donde ir; ya no aguanto mas
    i live in haiti before; my man from la; Ι wаnt tо diе; ಠ_ಠ; ツ; ¯\\_(ツ)_/¯; 👍👍👍; ９２７０１; sos; ʕ•ᴥ•ʔ"""


def rows(text: str) -> list[str]:
    return [row.strip() for line in text.splitlines() for row in line.split(";") if row.strip()]


@pytest.mark.parametrize(("code", "text"), [(code, text) for code, texts in PLAIN.items() for text in rows(texts)])
def test_language_is_recognised_without_danger(code: str, text: str) -> None:
    assert heard(text) == Heard(code)


@pytest.mark.parametrize(
    ("concern", "text"), [(concern, text) for concern, texts in DANGER.items() for text in rows(texts)]
)
def test_words_of_danger_alarm(concern: Concern, text: str) -> None:
    signal = heard(text).signal
    assert signal is not None and (signal.concern, signal.level) == (concern, Level.ALARM)


@pytest.mark.parametrize("text", rows(CRIES))
def test_cry_for_help_asks(text: str) -> None:
    signal = heard(text).signal
    assert signal is not None and (signal.concern, signal.level) == (Concern.VIOLENCE, Level.ASK)


@pytest.mark.parametrize(
    "text", ["je ne veux pas mourir", "打我电话", "给我打电话", "non quero morrer de rir", "não me bate"]
)
def test_what_only_looks_like_danger_does_not_alarm(text: str) -> None:
    signal = heard(text).signal
    assert signal is None or text.startswith("non")


@pytest.mark.parametrize("text", rows(OURS))
def test_english_spanish_and_play_are_no_other_language(text: str) -> None:
    assert heard(text) == Heard()


def test_no_shipped_line_in_english_or_spanish_is_taken_for_another_language() -> None:
    lines: set[str] = set()

    def walk(node: object) -> None:
        if isinstance(node, str):
            lines.add(node)
        elif isinstance(node, list | dict):
            for one in node.values() if isinstance(node, dict) else node:
                walk(one)

    for path in (*LEXICON.glob("*/*.yaml"), *LEXICON.with_name("ideas").glob("*/*.yaml")):
        walk(YAML(typ="safe", pure=True).load(path))
    texts = [line for line in lines if not re.search(r"[<|(]", line)]
    assert len(texts) > 9000
    wrong = [line for line in texts if heard(line) != Heard()]
    assert len(wrong) < len(texts) / 1000, wrong


@pytest.mark.parametrize("frame", ["{}", "in {}", "near {} please", "im in {}", "vivo en {}"])
def test_no_place_in_the_country_is_another_language(frame: str) -> None:
    names = {row["city"] for row in zipcodes.list_all()}
    assert [name for name in names if heard(frame.format(name)) != Heard()] == []


@given(st.text(alphabet="asdfjklñ haeiou", max_size=60))
def test_mash_and_laughter_raise_nothing_and_alarm_nothing(text: str) -> None:
    assert heard(text).signal is None


@given(st.text(max_size=200))
def test_any_text_is_read(text: str) -> None:
    assert heard(text).code in {"", UNKNOWN, *TEXTS.languages}


@pytest.mark.parametrize("piece", ["je ", "我", "é' ", "ا", "mwen pa ", "🙂 ", "Đ", "м"])
def test_time_grows_with_the_length_alone(piece: str) -> None:
    assert growth(heard, piece) < WORSE_THAN_LINEAR


# In the conversation

FRENCH = "je cherche un endroit pour dormir"


def test_line_comes_once_and_then_a_shorter_one_with_the_numbers() -> None:
    at = talk(*TO_NEEDS, FRENCH)
    first = at.reply
    assert first.key == "foreign.line" and "anglais" in first.text and "988" in first.text
    second = talk(*TO_NEEDS, FRENCH, "on m'a pris mes papiers").reply
    assert second.key == "foreign.again" and len(second.text) < len(first.text)
    assert all(number in second.text for number in ("911", "988", "1-888-373-7888"))


@pytest.mark.parametrize("code", [code for code in PLAIN if code != UNKNOWN])
def test_line_is_in_the_language_of_the_text(code: str) -> None:
    for text in rows(PLAIN[code])[:3]:
        said = talk(text).reply
        assert said.key == "foreign.line" and said.language == "en"
        assert said.text == TEXTS.fill(code, "line", snapshot().hotlines.numbers("US"))


def test_language_without_words_of_its_own_gets_the_numbers_in_english() -> None:
    said = talk(*TO_NEEDS, rows(PLAIN[UNKNOWN])[0]).reply
    assert said.key == "foreign.line" and "interpreters" in said.text and "911" in said.text


def test_numbers_are_those_of_the_place() -> None:
    assert "1-888-373-7888" in talk(*TO_NEEDS).text(FRENCH)
    assert "1-833-900-1010" in talk(*TO_NEEDS).is_at(area=Area("Toronto", "", "ON", "CA")).text(FRENCH)


@pytest.mark.parametrize("text", ["je veux mourir", "mwen vle mouri", "我想自杀", "quero me matar"])
@pytest.mark.parametrize("before", [(), TO_NEEDS, (*TO_NEEDS, "weather")])
def test_danger_wins_over_the_line_and_is_answered_in_the_language(text: str, before: tuple[str, ...]) -> None:
    at = talk(*before, text)
    assert at.reply.key == "safety.self_harm" and at.session.danger
    assert all(number in at.reply.text for number in ("911", "988"))
    assert "1 Text with a person" in at.reply.text
    assert count(at.reply.text).segments <= 4
    assert at.text("1") and at.reply.key.startswith("consent.")


def test_watched_or_covered_screen_shows_no_number() -> None:
    covered = talk(*TO_NEEDS, FRENCH, "weather", FRENCH)
    assert covered.reply.key == "foreign.quiet" and covered.session.state is State.SAFETY_COVER
    watched = talk(*TO_NEEDS, "he goes through my phone", FRENCH)
    assert watched.reply.key == "foreign.quiet"
    for at in (covered, watched):
        assert not re.search(r"\d", at.reply.text)


@pytest.mark.parametrize("text", ["stop", "arret", "not now", "1", "weather"])
def test_other_texts_are_heard_as_before(text: str) -> None:
    assert talk(*TO_NEEDS, text).reply.key == talk(*TO_NEEDS, FRENCH, text).reply.key


def test_words_of_another_language_agree_to_nothing() -> None:
    at = talk(*TO_NEEDS, "person")
    before = at.session.state
    at.text("oui oui je veux parler avec une personne ici")
    assert at.session.state is before and not at.session.shared


def states() -> list[State]:
    return [state for state in PLACES if state not in TERMINAL]


@pytest.mark.parametrize("told", [False, True])
@pytest.mark.parametrize("state", states())
def test_line_keeps_the_state(state: State, told: bool) -> None:
    for safe in (False, True):
        before = enter_state(Session(safe=safe, greeted=True, limits_told=True, line_told=told), state)
        step = advance(before, Interpretation(Answer.FOREIGN, foreign="fr"), ThreeServices())
        kept = step.session._replace(line_told=told, revision=before.revision, spoken_to=before.spoken_to)
        if Event.TEXT_RELAYED in step.events:  # a caseworker reads it
            assert step.says == "silence"
            continue
        assert kept == before, state
        assert step.says in ("foreign.line", "foreign.again", "foreign.quiet")
        assert render(snapshot(), step, Interpretation(Answer.FOREIGN, foreign="fr"))


def test_every_state_answers_another_language() -> None:
    assert {move.source for move in MOVES if move.answer is Answer.FOREIGN} >= set(states())


def test_caseworker_reads_the_text_in_a_live_conversation() -> None:
    live = Session(
        state=State.HANDOFF_LIVE, safe=True, greeted=True, limits_told=True, case="K7QM", caseworker_name="Ana"
    )
    step = advance(live, Interpretation(Answer.FOREIGN, foreign="fr"), ThreeServices())
    assert step.says == "silence" and Event.TEXT_RELAYED in step.events


def test_language_that_staff_added_is_offered() -> None:
    at = Session(state=State.NEEDS_ASK, safe=True, greeted=True, limits_told=True, extra_languages=("fr",))
    step = advance(at, Interpretation(Answer.FOREIGN, foreign="fr"), ThreeServices())
    assert step.session.state is State.LANGUAGE_ASK


# The file


def test_texts_name_nothing_and_fit() -> None:
    assert list(faults(TEXTS)) == []
    for code, words in TEXTS.languages.items():
        for kind in ("line", "again", "quiet", "alarm"):
            assert not any(names_too_much(words.text(kind), ours) for ours in FORBIDDEN_WHEN_BLAND), (code, kind)


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"quiet": "Appelez ((crisis))."}, "it has no number"),
        ({"line": "Bonjour ((crisis)) ((hotline))."}, "it needs all of"),
        ({"again": "((crisis)) ((hotline)) ((emergency)) ((poison))"}, "only these placeholders"),
        ({"alarm": "Ça va? ((crisis)) ((hotline)) ((emergency))"}, "asks a question"),
        ({"quiet": "shelter"}, "others may see"),
        ({"line": "mot " * 200 + "((crisis)) ((hotline)) ((emergency))"}, "too many"),
        ({"words": ["deux mots"]}, "must be one word"),
        ({"words": [], "weak": []}, "it needs words, or a script"),
    ],
)
def test_fault_of_the_file_is_told(change: dict[str, object], says: str) -> None:
    french = TEXTS.languages["fr"].model_copy(update=change)
    assert any(says in fault for fault in faults(OtherTexts({"fr": french})))


@pytest.mark.parametrize("written", ["fr: {name: French}", "fr: [", "- a", "fr: {name: x, extra: y}"])
def test_broken_file_is_refused(tmp_path: Path, written: str) -> None:
    (tmp_path / "others.yaml").write_text(written, encoding="utf-8")
    with pytest.raises(ContentError):
        load_texts(tmp_path)


def test_without_the_file_a_text_is_answered_as_before() -> None:
    bare = replace(snapshot(), hearing=Hearing(load_rules_once), others=NO_TEXTS, now=NOON)
    at = talk(*TO_NEEDS)
    at._snapshot = bare
    assert at.text(FRENCH) and at.reply.key == "unclear.rephrase"
