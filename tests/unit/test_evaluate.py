"""The evaluation counts right, prints no text, and names a bad line by its id."""

from __future__ import annotations

import json
import random
from pathlib import Path

import pytest

from bot.flows.model import Interpretation
from bot.flows.names import Answer, Concern, Level
from tests.evaluate import __main__ as program
from tests.evaluate import speed
from tests.evaluate.__main__ import main
from tests.evaluate.figures import Share, wilson
from tests.evaluate.lines import BadLine, everyday, load_file
from tests.evaluate.noise import NOISES, noisy
from tests.evaluate.reading import ALARM, ASK, NOTHING, Outcome, Reader, heard
from tests.evaluate.scoring import FIRST, MIDDLE, Scored, is_flip, requests, score
from tests.evaluate.targets import Target, verdict

LINES = (
    ("e1", "en", "self_harm_explicit", "alarm", "i want to kill myself quokka", []),
    ("e2", "en", "self_harm_explicit", "alarm", "quokka umbrella", []),
    ("e3", "es", "self_harm_explicit", "alarm", "quiero matarme", []),
    ("e4", "en", "needs", "none", "i need food quokka", ["food"]),
    ("e5", "en", "needs", "none", "quokka quokka", ["dental"]),
    ("e6", "en", "fact", "none", "fresno", ["place:Fresno", "pregnant"]),
    ("e7", "en", "yes", "none", "yes", []),
    ("e8", "en", "optout", "none", "stop", []),
    ("e9", "en", "not_optout", "none", "quokka bus", []),
    ("e10", "en", "lookalike", "none", "quokka film", []),
)


def row(told: tuple[str, str, str, str, str, list[str]]) -> str:
    names = ("id", "lang", "kind", "level", "text", "labels")
    return json.dumps({**dict(zip(names, told, strict=True)), "register": "plain"})


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "made_up.jsonl").write_text("\n".join(map(row, LINES)), encoding="utf-8")
    return tmp_path


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader()


@pytest.fixture
def read_once(reader: Reader, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let all reports of this module be made by one reader, which takes seconds to build."""
    monkeypatch.setattr(program, "Reader", lambda: reader)


@pytest.fixture
def untimed(read_once: None, monkeypatch: pytest.MonkeyPatch) -> None:
    """Leave the timing of long texts to the one test that reads the whole report."""
    monkeypatch.setattr(speed, "RUNS", 1)
    monkeypatch.setattr(speed, "HOSTILE", {"one letter": "i "})
    monkeypatch.setattr(speed, "WORST", speed.WORST[:1])


@pytest.mark.usefixtures("read_once")
def test_evaluate_counts_by_kind_and_prints_no_text(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--held-out", str(folder), "--quick"]) == 0
    said = capsys.readouterr()
    rows = [" ".join(line.split()) for line in said.out.splitlines()]
    assert "self_harm_explicit en 2 50 (9-91) 50 (9-91) 100" in rows
    assert "self_harm_explicit es 1 100 (21-100) 100 (21-100) 100" in rows
    assert "en 2 50 (9-91) 50 (9-91) 50" in rows  # needs: at 1, in 3, none
    assert "place 1 100 (21-100)" in rows
    assert "yes en 1 100 (21-100) 0" in rows
    assert "optout en 1 100 (21-100)" in rows
    assert "not_optout en 1 0 (0-79)" in rows
    assert "missed: self_harm_explicit en, alarm or ask >= 97 %: 50, by 47" in rows
    assert rows[-1].startswith("targets missed: ")
    assert "quokka" not in said.out + said.err


@pytest.mark.usefixtures("untimed")
def test_evaluate_shows_missed_texts_only_when_asked(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["--held-out", str(folder), "--quick", "--show"])
    said = capsys.readouterr().out
    assert "quokka umbrella" in said
    assert "kill myself" not in said  # it was heard
    assert "texts are printed because of --show" in said


@pytest.mark.usefixtures("untimed")
def test_evaluate_without_sets_says_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--held-out", str(tmp_path), "--quick"]) == 0
    said = capsys.readouterr().out
    assert "held out: none" in said
    assert "everyday sets that do not ship are absent" in said


@pytest.mark.usefixtures("untimed")
def test_evaluate_leaves_out_a_commit_that_cannot_run(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--held-out", str(folder), "--quick", "--against", "no-such-commit"]) == 0
    assert "before: no-such-commit is left out" in capsys.readouterr().out


@pytest.mark.parametrize(
    "broken",
    [
        '{"id": "b1", "text": "quokka"}',
        row(("b1", "en", "quokka", "none", "quokka", [])),
        row(("b1", "en", "needs", "quokka", "quokka", [])),
        '{"id": "b1", "lang": "en", "register": "", "kind": "needs", "level": "none", "text": "quokka", "labels": 1}',
    ],
)
def test_a_bad_line_is_named_by_its_id(tmp_path: Path, broken: str) -> None:
    path = tmp_path / "bad.jsonl"
    path.write_text(broken, encoding="utf-8")
    with pytest.raises(BadLine) as caught:
        load_file(path)
    assert "b1" in str(caught.value)
    assert "quokka" not in str(caught.value)


def test_a_bad_line_ends_the_evaluation_without_its_text(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "bad.jsonl").write_text('{"id": "b1", "text": "quokka', encoding="utf-8")
    assert main(["--held-out", str(tmp_path)]) == 1
    said = capsys.readouterr()
    assert "line 1" in said.out
    assert "quokka" not in said.out + said.err


# Arithmetic


@pytest.mark.parametrize(
    ("count", "n", "low", "high"), [(8, 10, 49.0, 94.3), (0, 10, 0.0, 27.8), (50, 50, 92.9, 100.0), (0, 0, 0.0, 100.0)]
)
def test_wilson_interval(count: int, n: int, low: float, high: float) -> None:
    assert wilson(count, n) == pytest.approx((low, high), abs=0.05)


def test_share_in_words() -> None:
    assert str(Share(8, 10)) == "80 (49-94)"
    assert Share(2, 1000).per_thousand == "2.0 (0.5-7.3)"
    assert str(Share(0, 0)) == "-"


def test_verdict_counts_missed_and_leaves_out_what_was_not_measured() -> None:
    targets = [
        Target("met", 90, 90.0),
        Target("low", 90, 80.0),
        Target("high", 3, 4.5, at_least=False),
        Target("absent", 90, None),
    ]
    assert verdict(targets) == [
        "",
        "missed: low >= 90 %: 80, by 10",
        "missed: high <= 3 %: 4.5, by 1.5",
        "not measured: absent",
        "targets missed: 2 of 3",
    ]


# What is heard


@pytest.mark.parametrize(
    ("reading", "level", "concern"),
    [
        (Interpretation(Answer.HURT_NOW), ALARM, "violence"),
        (Interpretation(Answer.UNDER_13), ALARM, "under_13"),
        (Interpretation(Answer.UNCLEAR, concern=Concern.SEXTORTION, level=Level.ALARM), ALARM, "sextortion"),
        (Interpretation(Answer.UNCLEAR, concern=Concern.FRIEND, level=Level.ASK), ASK, "friend"),
        (Interpretation(Answer.NEEDS, concern=Concern.MINOR_NO_PLACE), ASK, "minor_no_place"),
        (Interpretation(Answer.HUSH), ASK, "watched"),
        (Interpretation(Answer.NEEDS), NOTHING, ""),
    ],
)
def test_heard(reading: Interpretation, level: int, concern: str) -> None:
    assert heard(reading) == (level, concern)


def made(told: tuple[str, str, str, str, str, list[str]], tmp_path: Path, *outcomes: Outcome) -> Scored:
    path = tmp_path / "one.jsonl"
    path.write_text(row(told), encoding="utf-8")
    (line,) = load_file(path)
    return score([line], outcomes or [Outcome()] * len(requests(line)))[0]


def test_the_worse_of_both_places_counts(tmp_path: Path) -> None:
    both = (Outcome(ALARM, "violence"), Outcome(ASK, "violence"))
    assert made(("a", "en", "violence", "alarm", "x", []), tmp_path, *both).level == ASK
    assert made(("b", "en", "small_talk", "none", "x", []), tmp_path, *both).level == ALARM


@pytest.mark.parametrize(("kind", "answer", "flips"), [
    ("no", "share", True), ("maybe", "yes", True), ("yes", "not_now", True), ("yes", "share", False),
    ("no", "not_now", False), ("maybe", "unclear", False),
])  # fmt: skip
def test_flips(tmp_path: Path, kind: str, answer: str, flips: bool) -> None:
    outcomes = [Outcome(), Outcome(), Outcome(), Outcome(answer=answer)]
    assert is_flip(made(("a", "en", kind, "none", "x", []), tmp_path, *outcomes)) is flips


def test_a_spanish_line_is_read_in_spanish_from_the_second_text_on(tmp_path: Path) -> None:
    line = made(("a", "es", "needs", "none", "x", ["food"]), tmp_path).line
    assert [(one.state, one.language) for one in requests(line)] == [(FIRST, "en"), (MIDDLE, "es")]


def test_everyday_talk_is_drawn_the_same_each_time(tmp_path: Path) -> None:
    path = tmp_path / "talk.es.txt"
    path.write_text("\n".join(f"linea {at}" for at in range(50)), encoding="utf-8")
    drawn = everyday(path, 10, seed=1)
    assert drawn == everyday(path, 10, seed=1)
    assert {(line.lang, line.kind) for line in drawn} == {("es", "everyday")}
    assert len({line.text for line in drawn}) == 10


# Noise


@pytest.mark.parametrize("name", NOISES)
def test_noise_is_the_same_each_time_and_changes_the_text(name: str) -> None:
    text = "he took my passport and will not give it back"
    assert noisy(name, "n1", text, 1) == noisy(name, "n1", text, 1) != text


def test_noise_in_particular() -> None:
    text = "i need help tonight"
    draw = random.Random(1)  # noqa: S311 -- the same in every run
    changed = {name: noise(text, draw) for name, (noise, _) in NOISES.items()}
    assert changed["capitals"] == "I NEED HELP TONIGHT"
    assert changed["one missing space"].count(" ") == 2
    assert changed["longest word starred"] == "i need help t*night"
    assert changed["one word stretched"] == "i need help toooonight"
    assert not changed["look-alike letters"].isascii()
    assert sum(a != b for a, b in zip(changed["typos in 15 % of words"].split(), text.split(), strict=True)) <= 1
