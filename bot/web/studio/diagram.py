"""The conversation as a diagram: a box for each topic, an arrow where a choice leads from one to another. Pure."""

from __future__ import annotations

import math
from functools import cache
from typing import NamedTuple

from bot.web.studio import labels as words
from bot.web.studio import transitions as ways

WIDE, HIGH = 134, 44
_AT = {
    "welcome": (90, 60), "needs": (290, 60), "options": (490, 60), "hesitation": (690, 60),
    "language": (90, 170), "unclear": (290, 170), "followup": (690, 170),
    "privacy": (90, 280), "safety": (290, 280), "consent": (490, 170), "handoff": (490, 280), "carrier": (690, 280),
}  # fmt: skip
"""The centre of each box. A topic without one is on the page, but not in the diagram."""

WIDTH, HEIGHT = 780, 340


class Box(NamedTuple):
    """A topic's box: its upper left corner and its text."""

    topic: str
    title: str
    x: int
    y: int


class Arrow(NamedTuple):
    """A transition from one topic to another, as an SVG path."""

    path: str
    title: str


class Drawing(NamedTuple):
    """The whole diagram."""

    boxes: tuple[Box, ...]
    arrows: tuple[Arrow, ...]
    width: int = WIDTH
    height: int = HEIGHT
    wide: int = WIDE
    high: int = HIGH


@cache
def drawing() -> Drawing:
    """Draw the diagram. Cached, since the table of moves does not change while a process runs."""
    boxes = tuple(
        Box(topic, words.TOPICS[topic][0], x - WIDE // 2, y - HIGH // 2)
        for topic, (x, y) in _AT.items()
        if topic in words.TOPICS
    )
    arrows = tuple(
        Arrow(_curve(_AT[a], _AT[b]), f"{words.TOPICS[a][0]} to {words.TOPICS[b][0]}: {count}")
        for (a, b), count in sorted(ways.arrows().items())
        if a in _AT and b in _AT
    )
    return Drawing(boxes, arrows)


def _curve(start: tuple[int, int], end: tuple[int, int]) -> str:
    """Draw a line from edge to edge of two boxes, bent to one side, so that it differs from the way back."""
    (ax, ay), (bx, by) = start, end
    dx, dy = bx - ax, by - ay
    length = math.hypot(dx, dy)
    bend = 12 + length / 14
    mx, my = (ax + bx) / 2 - dy / length * bend, (ay + by) / 2 + dx / length * bend
    x1, y1 = _edge(start, (mx, my))
    x2, y2 = _edge(end, (mx, my))
    return f"M{x1:.0f} {y1:.0f} Q{mx:.0f} {my:.0f} {x2:.0f} {y2:.0f}"


def _edge(middle: tuple[int, int], towards: tuple[float, float]) -> tuple[float, float]:
    """Return the point where a line from the centre of a box leaves it."""
    dx, dy = towards[0] - middle[0], towards[1] - middle[1]
    part = 1 / max(abs(dx) / (WIDE / 2 + 3), abs(dy) / (HIGH / 2 + 3), 1e-9)
    return middle[0] + dx * part, middle[1] + dy * part
