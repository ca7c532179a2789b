"""Segment counts. The expected values were made with the provider's calculator, npm `sms-segments-calculator`."""

from __future__ import annotations

import pytest

from bot.sms.segments import count

FAMILY = "\N{MAN}\u200d\N{WOMAN}\u200d\N{GIRL}"  # one grapheme cluster of eight 16-bit units
THUMB = "\N{THUMBS UP SIGN}\N{EMOJI MODIFIER FITZPATRICK TYPE-4}"  # four units


@pytest.mark.parametrize(
    ("text", "encoding", "segments", "units"),
    [
        ("", "GSM-7", 0, 0),
        ("a", "GSM-7", 1, 1),
        ("a" * 160, "GSM-7", 1, 160),
        ("a" * 161, "GSM-7", 2, 161),
        ("a" * 306, "GSM-7", 2, 306),
        ("a" * 307, "GSM-7", 3, 307),
        ("é" * 160, "GSM-7", 1, 160),
        ("ñ¿¡üÑ", "GSM-7", 1, 5),
        ("\r\n" * 80, "GSM-7", 1, 160),
        ("€" * 80, "GSM-7", 1, 160),
        ("€" * 81, "GSM-7", 2, 162),
        ("a" * 152 + "€" + "b" * 151, "GSM-7", 2, 305),
        ("a" * 152 + "€" + "b" * 152, "GSM-7", 3, 306),  # the escape pair is not split: the first part has 152
        ("a" * 159 + "€", "GSM-7", 2, 161),
        ("á", "UCS-2", 1, 1),
        ("á" + "a" * 69, "UCS-2", 1, 70),
        ("á" + "a" * 70, "UCS-2", 2, 71),
        ("á" + "a" * 133, "UCS-2", 2, 134),
        ("á" + "a" * 134, "UCS-2", 3, 135),
        ("á" + "a" * 159, "UCS-2", 3, 160),
        ("it’s", "UCS-2", 1, 4),
        ("😀" * 35, "UCS-2", 1, 70),
        ("😀" * 36, "UCS-2", 2, 72),
        ("a" * 66 + "😀" + "b" * 65, "UCS-2", 2, 133),
        ("a" * 66 + "😀" + "b" * 66, "UCS-2", 3, 134),  # the surrogate pair is not split
        ("a" * 64 + THUMB + "b" * 63, "UCS-2", 2, 131),
        ("a" * 60 + FAMILY + "b" * 59, "UCS-2", 2, 127),
        ("a" * 60 + FAMILY + "b" * 60, "UCS-2", 3, 128),  # nor is a family
        ("á" + "\r\n" * 30, "UCS-2", 1, 61),
    ],
)
def test_segments_are_counted_as_the_carrier_does(text: str, encoding: str, segments: int, units: int) -> None:
    assert count(text) == (encoding, segments, units)


def test_long_clusters_are_split_and_a_lone_surrogate_counts_one() -> None:
    assert count("e" + "\u0301" * 200).segments == 3
    assert count("\ud83d") == ("UCS-2", 1, 1)
