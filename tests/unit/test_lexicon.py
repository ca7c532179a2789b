"""Lexicon files: the shipped ones are complete, and a fault is reported with file, line and key."""

import shutil

import pytest

from bot.content.vocabulary import SHIPPED, load_lexicon
from bot.errors import ContentError
from bot.flows.model import MessageRules, StateSpec
from bot.flows.names import Answer, Need, State
from bot.understanding import General, Lexicon, Mark, Wished, normalise, read
from bot.understanding.phrases import MOST_SPOTS, Phrases

ANYWHERE = StateSpec(State.WELCOME_HELLO, MessageRules("hello"))


def answer_of(text, lexicon):
    return read(
        text, place=ANYWHERE, language="en", labels=(), lexicon=lexicon, cover_word="weather", find_area=lambda _: None
    ).answer


def faults(folder):
    with pytest.raises(ContentError) as caught:
        load_lexicon(folder)
    return caught.value.problems


def folder_with(tmp_path, text):
    folder = tmp_path / "lexicon"
    (folder / "en").mkdir(parents=True)
    (folder / "en" / "own.yaml").write_text(text, encoding="utf-8")
    return folder


def test_shipped_lexicon_loads():
    assert len(load_lexicon().vocabulary) > 1000


def test_spanish_files_state_that_no_native_reader_checked_them():
    for path in (SHIPPED / "es").glob("*.yaml"):
        assert "No native reader" in path.read_text(encoding="utf-8").splitlines()[0]


@pytest.mark.parametrize(
    ("text", "line", "key", "advice"),
    [
        ("within:\n  self_harm:\n    - (want to die\n", 3, "within.self_harm", "without its ')'"),
        ("within:\n  self_harm:\n    - want to) die\n", 3, "within.self_harm", "without its '('"),
        ("within:\n  medical:\n    - <nobody> fell\n", 3, "within.medical", "no group"),
        ("within:\n  medical:\n    - (a)?\n", 3, "within.medical", "says nothing"),
        ("within:\n  medical:\n    - '* fell'\n", 3, "within.medical", "leave it out"),
        ("within:\n  medical:\n    - '!!!'\n", 3, "within.medical", "no word"),
        ("within:\n  dangr:\n    - help\n", 2, "within.dangr", "use one of"),
        ("needs:\n  foood: [eat]\n", 2, "needs.foood", "use one of"),
        ("alone:\n  stop: [halt]\n", 2, "alone.stop", "use one of"),
        ("alone:\n  not_now: [not now, cancel]\n", 2, "alone.not_now", "the carriers"),
        ("alone:\n  not_now: not now\n", 2, "alone.not_now", "must be a list"),
        ("alone:\n  not_now:\n    - [not, now]\n", 3, "alone.not_now", "must be words"),
        ("alone:\n  skip: [skip]\n  skip: [pass]\n", 3, "alone.skip", "twice"),
        ("words: [a]\n", 1, "words", "no such section"),
        ("- a\n- b\n", 1, "", "must be keys"),
        ("alone:\n  skip: [skip\n", 3, "", "not YAML"),
    ],
)
def test_fault_is_reported_with_file_line_and_key(tmp_path, text, line, key, advice):
    (problem,) = faults(folder_with(tmp_path, text))
    assert "own.yaml" in problem
    assert f"line {line}" in problem
    assert key in problem
    assert advice in problem


def test_all_faults_are_reported_together(tmp_path):
    assert len(faults(folder_with(tmp_path, "words: [a]\nneeds:\n  foood: [eat]\n  food: ['(eat']\n"))) == 3


def test_missing_folder_is_a_fault(tmp_path):
    assert "put the shipped files back" in faults(tmp_path / "none")[0]


def test_added_phrase_is_understood(tmp_path):
    folder = tmp_path / "lexicon"
    shutil.copytree(SHIPPED, folder)
    (folder / "en" / "zz_own.yaml").write_text("within:\n  self_harm: [catch the bus tonight]\n", encoding="utf-8")
    assert answer_of("gonna catch the bus 2nite", load_lexicon()) is not Answer.SELF_HARM
    assert answer_of("gonna catch the bus 2nite", load_lexicon(folder)) is Answer.SELF_HARM


def test_carrier_words_and_cover_word_work_without_a_lexicon():
    empty = Lexicon.empty()
    assert answer_of("STOP", empty) is Answer.STOP
    assert answer_of("weather", empty) is Answer.COVER
    assert answer_of("i need food", empty) is Answer.UNCLEAR


def test_idiom_does_not_hide_danger_beyond_it():
    lexicon = load_lexicon()
    assert answer_of("i want to kill myself, this homework is killing me", lexicon) is Answer.SELF_HARM
    assert answer_of("im 12 weeks pregnant and i want to die", lexicon) is Answer.SELF_HARM
    assert answer_of("i wish i was dead lol", lexicon) is Answer.SELF_HARM


def found(phrase, text):
    phrases = Phrases(str.split)
    phrases.add(phrase, "tag")
    return bool(phrases.find([("^",), *((word,) for word in text.split()), ("$",)]))


def test_phrase_syntax():
    assert found("a (b|c d)? e", "x a e") and found("a (b|c d)? e", "a c d e y")
    assert not found("a (b|c d)? e", "a c e")
    assert found("a * b", "a b") and found("a * b", "a x b") and found("a * b", "a x y b")
    assert not found("a * b", "a x y z b")
    assert found("^ a", "a b") and not found("^ a", "b a")
    assert found("a $", "b a") and not found("a $", "a b")
    assert found("(a|(b|c) d) e", "c d e")


def test_unusual_texts_do_not_fill_memory():
    phrases = Phrases(str.split)
    for first in range(200):
        phrases.add(f"w{first} * end", first)
    for first in range(200):
        for second in range(0, 200, 2):
            phrases.find([(f"w{first}",), (f"w{second}",), (f"w{(first * second) % 200}",), ("end",)])
    assert len(phrases._spots) <= MOST_SPOTS


@pytest.mark.parametrize(
    ("text", "needs"),
    [
        ("i need a kayak", {Need.TRANSPORT}),
        ("a kayak", {Need.TRANSPORT}),
        ("my kayak is really long and red", set()),
        ("no kayak but i need a kayak", {Need.TRANSPORT}),
        ("i need no kayak", set()),
        ("lessons", {Need.EDUCATION}),
        ("i need lessons for a kayak trip", {Need.TRANSPORT, Need.FOOD}),
        ("i need kayak and lessons", {Need.TRANSPORT, Need.EDUCATION}),
    ],
)
def test_wishes_make_a_need_of_common_words(text, needs):
    lexicon = Lexicon(short={}, groups={}, fillers=(), plain=())
    lexicon.add("kayak", Wished(Need.TRANSPORT))
    lexicon.add("lessons", General(Need.EDUCATION))
    lexicon.add("trip", Need.FOOD)
    lexicon.add("need", Mark.WISH)
    lexicon.add("no", Mark.UNWANTED)
    lexicon.add("and", Mark.JOIN)
    lexicon.add("for", Mark.LINK)
    found = lexicon.seal().find(lexicon.readings(normalise(text)))
    assert {hit.tag for hit in found} == needs
