"""A child under 13 whose pictures are out: told once where they are taken down, and asked nothing."""

from __future__ import annotations

import pytest

from tests.support.talk import talk


@pytest.mark.parametrize(
    ("texts", "again", "fears"),
    [
        (("im 12", "he sends my pics to ppl"), "can u get them off", "i dont want him to go to jail"),
        (("im 12 and he posted my pics",), "can u make them take it down", "will he go to jail"),
        (("tengo 11 a\u00f1os", "sube mis fotos a internet"), "puedes quitarlas", "no quiero que lo metan a la carcel"),
    ],
)
def test_a_child_is_told_once_where_pictures_are_taken_down(texts: tuple[str, ...], again: str, fears: str) -> None:
    at = talk(*texts)
    assert "takeitdown.ncmec.org" in at.reply.text
    assert "1-800-422-4453" in at.reply.text
    assert at.session.young
    assert "takeitdown" not in at.text(again)
    at.text(fears)
    assert at.reply.key == "safety.young_him"
    assert "?" not in at.reply.text


def test_a_child_who_tells_more_reads_other_words() -> None:
    at = talk("im 12", "he hurts me")
    first = at.reply.key
    at.text("i dont like it")
    assert at.reply.key != first


@pytest.mark.parametrize("text", ["i drew pictures", "i like my phone", "me gustan las fotos"])
def test_other_pictures_are_no_such_thing(text: str) -> None:
    assert "takeitdown" not in talk("im 12", text).reply.text
