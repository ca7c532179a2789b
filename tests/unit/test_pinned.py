"""Pinned texts, which need a second person: all about consent, danger, rights and limits (promise 11)."""

from __future__ import annotations

import pytest

from bot.content.checks import fullest
from bot.content.draft import fit, is_pinned
from bot.content.editions import ABOUT, EntryName
from bot.errors import ContentError
from bot.flows.machine import PLACES


@pytest.mark.parametrize(
    ("section", "key"),
    [
        ("messages", "consent.team"), ("messages", "welcome.limits"), ("messages", "safety.hurt"),
        ("messages", "hesitation.rights"), ("messages", "carrier.stopped"), ("labels", "not_now"), ("labels", "share"),
        ("pieces", "photo.too"), ("pieces", "fits.confidentiality"), ("remarks", "unclear.photo"),
        ("fallback", "fallback"), ("phrases.within", "self_harm"),
    ],
)  # fmt: skip
def test_entry_is_pinned(section: str, key: str) -> None:
    assert is_pinned(EntryName("en", section, key))


@pytest.mark.parametrize(
    ("section", "key"), [("messages", "welcome.later"), ("needs", "food"), ("labels", "getting_there")]
)
def test_entry_is_not_pinned(section: str, key: str) -> None:
    assert not is_pinned(EntryName("en", section, key))


def test_choices_of_a_pinned_message_are_pinned() -> None:
    under = {offer.answer for place in PLACES.values() if place.rules.pinned for offer in fullest(place).choices}
    assert len(under) > 10
    assert all(is_pinned(EntryName("es", "labels", answer.value)) for answer in under)


def test_language_name_has_no_invisible_characters() -> None:
    with pytest.raises(ContentError, match=r"U\+202E"):
        fit(EntryName("he", ABOUT, "language"), "\u202eevil")
