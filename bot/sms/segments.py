"""SMS segment count: encoding, segments and units. Pure; no words, no input or output.

Checked against the provider's own calculator (npm `sms-segments-calculator`).
Source: 3GPP TS 23.038 (alphabet) and TS 23.040 (a segment of a longer text carries a six-octet header).
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal, NamedTuple

import regex  # type: ignore[import-untyped]

_BASIC = frozenset(
    "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡"
    "ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà"
)
_EXTENDED = frozenset("\f^{}\\[~]|€")  # an escape and a letter: two units that are never split
_GSM = _BASIC | _EXTENDED
_CLUSTER = regex.compile(r"\r|\n|\X")  # a line break is two characters to a carrier, not one cluster

Encoding = Literal["GSM-7", "UCS-2"]


class Segments(NamedTuple):
    """Size of one text. `units` are septets in GSM-7 and 16-bit code units in UCS-2."""

    encoding: Encoding
    segments: int
    units: int


def is_gsm(text: str) -> bool:
    """Tell whether a carrier sends the text in the cheaper alphabet."""
    return _GSM.issuperset(text)


def count(text: str) -> Segments:
    """Count the segments of `text`. The empty text has none."""
    if is_gsm(text):
        return _parts("GSM-7", (2 if letter in _EXTENDED else 1 for letter in text), alone=160, joined=153)
    clusters = (len(cluster.encode("utf-16-le", "surrogatepass")) // 2 for cluster in _CLUSTER.findall(text))
    return _parts("UCS-2", clusters, alone=70, joined=67)


def _parts(encoding: Encoding, sizes: Iterable[int], alone: int, joined: int) -> Segments:
    sizes = tuple(sizes)
    units = sum(sizes)
    if units <= alone:
        return Segments(encoding, min(units, 1), units)
    segments, room = 0, 0
    for size in sizes:
        if size > room:  # a cluster is never split, unless it is larger than a segment
            segments, room = segments + 1, joined
        room -= size
        while room < 0:
            segments, room = segments + 1, room + joined
    return Segments(encoding, segments, units)
