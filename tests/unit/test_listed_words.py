"""Words that stand in a list, "a, b and c": none holds a comma of its own, which would read as one more item."""

from __future__ import annotations

import pytest

from bot.content.catalog import load_sheets
from bot.conversation.placeholders import Placeholders
from bot.flows.model import Area
from bot.flows.names import LANGUAGES, Need, ShareItem
from bot.flows.session import Session
from tests.support.content import CATALOG, SHIPPED

OF_ONE = frozenset({"kept.notes", "item.reach"})
"""Pieces that are never in a list of several: they end their sentence."""

SAFE = Session(safe=True)


@pytest.mark.parametrize(
    ("session", "says"),
    [
        (SAFE, "your number (locked) and your language."),
        (SAFE._replace(needs=(Need.FOOD,)), "your number (locked), your language and what you need."),
        (
            SAFE._replace(needs=(Need.FOOD,), area=Area("US", "NM", "", "Albuquerque")),
            "your number (locked), your language, what you need and your area.",
        ),
        (SAFE._replace(language="es"), "tu teléfono cifrado y tu idioma."),
        (SAFE._replace(language="es", needs=(Need.FOOD,)), "tu teléfono cifrado, tu idioma y lo que necesitas."),
    ],
)
def test_what_is_kept_reads_as_one_list(session: Session, says: str) -> None:
    language = CATALOG.language(session.language)
    assert Placeholders(SHIPPED).values(session, language)("kept").startswith(says)


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_item_of_a_list_holds_a_comma(language: str) -> None:
    pieces = load_sheets()[0][language].pieces
    listed = {name for name in pieces if name.startswith("kept.") and not pieces[name].endswith(".")}
    listed |= {f"item.{item.value}" for item in ShareItem}
    assert len(listed) > 12
    assert [name for name in sorted(listed - OF_ONE) if "," in pieces[name]] == []
