"""Lives are played again with the same choices, and the table counts what was heard then and now."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.evaluate.lives import figures, main, read_life, replayed
from tests.evaluate.reading import Reader

LIFE = """# Invented
> hey
< [welcome.hello; 1 seg] Hi. Is now ok to text?
1 It's ok
2 Not now
> 1
< [unclear.rephrase; 1 seg] I'm not sure I got that.
1 Ok
> quokka
< [unclear.rephrase; 1 seg] I'm not sure I got that.
1 Ok
> i want to die
< [feelings.heard; 1 seg] That's a lot.
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "01.txt").write_text(LIFE, encoding="utf-8")
    return tmp_path


def test_turns_of_a_file_hold_texts_and_whole_replies(folder: Path) -> None:
    turns = read_life(folder / "01.txt")
    assert [turn.text for turn in turns] == ["hey", "1", "quokka", "i want to die"]
    assert turns[0].reply == "Hi. Is now ok to text?\n1 It's ok\n2 Not now"
    assert turns[1].key == "unclear.rephrase"


def test_digit_stands_for_the_choice_that_it_had(folder: Path) -> None:
    shifted = LIFE.replace("1 It's ok\n2 Not now", "1 Not now\n2 It's ok").replace("> 1", "> 2")
    (folder / "01.txt").write_text(shifted, encoding="utf-8")
    now = list(replayed(read_life(folder / "01.txt"), Reader()))
    assert (now[1].text, now[1].key) == ("1", "welcome.limits")


def test_figures_count_then_and_now(folder: Path) -> None:
    reader, then = Reader(), read_life(folder / "01.txt")
    old, new = figures([then], reader), figures([list(replayed(then, reader))], reader)
    assert (old.texts, old.unheard, old.repeated, old.without_number, old.numbers) == (4, 2, 1, 1, [])
    assert (new.unheard, new.repeated, new.without_number, new.numbers) == (1, 0, 0, [4])


def test_report_prints_no_text_and_an_empty_folder_is_told(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([str(folder)]) == 0
    printed = capsys.readouterr().out
    assert "not understood" in printed and "quokka" not in printed
    (tmp_path / "empty").mkdir()
    assert main([str(tmp_path / "empty")]) == 1
    assert "no file of texts" in capsys.readouterr().out
