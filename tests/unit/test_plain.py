"""Queries to editors: rare words are queried, names and common forms are not, shipped texts hardly ever."""

from __future__ import annotations

import pytest

from bot.content.catalog import PLACEHOLDER, load_sheets
from bot.content.editions import EntryName
from bot.content.findings import texts_of
from bot.content.overlay import SECTIONS
from bot.content.plain_language import Lists, remarks


@pytest.mark.parametrize(
    ("language", "text", "rare"),
    [
        ("en", "Ascertain your eligibility for a stipend.", ["ascertain", "stipend"]),
        ("en", "Ask Xiomara at the LGBTQI center near Yucaipa.", []),
        ("en", "Text the caseworker. They can get you a voucher.", []),
        ("es", "Puedes coadyuvar con tu albergue.", ["coadyuvar"]),
        ("es", "Mándalo y puedes llamarme. Ayúdame a escribirte.", []),
        ("fr", "Nonobstant cela, écris-nous.", []),
    ],
)
def test_rare_words_are_queried_but_not_names_or_common_forms(language: str, text: str, rare: list[str]) -> None:
    found = [one for one in remarks(text, language, Lists()) if "rare" in one]
    assert found == [f'"{word}" is a rare word. Is there one that everyone knows?' for word in rare]


def test_shipped_texts_are_hardly_ever_queried() -> None:
    asked = {
        says
        for code, sheet in load_sheets()[0].items()
        for section in SECTIONS
        for key in getattr(sheet, section)
        for _, text in texts_of(sheet, EntryName(code, section, key))
        for says in remarks(PLACEHOLDER.sub(" ", text), code, Lists())
    }
    assert asked == {'"anticonceptivos" is a long word. Is there a shorter one?'}
