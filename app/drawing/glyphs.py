"""The small signs that stand beside a colour or a name, drawn as paths so that every painter has them.

Each is about 18 map units wide around (0, 0).
"""

import math
from typing import Literal, NamedTuple, cast

from app.drawing.display import Command, Outline

_ROUND = 0.5522847498
"""How far the handles of a quarter circle's Bézier curve reach, as a share of its radius."""


class Glyph(NamedTuple):
    """An outline, either filled, or stroked with a pen of `pen` map units where that is not 0."""

    outline: Outline
    pen: float = 0.0


def circle(radius: float, x: float = 0.0, y: float = 0.0) -> Outline:
    """A circle of four Bézier curves."""
    r, h = radius, radius * _ROUND
    return (
        ("M", x + r, y),
        ("C", x + r, y + h, x + h, y + r, x, y + r),
        ("C", x - h, y + r, x - r, y + h, x - r, y),
        ("C", x - r, y - h, x - h, y - r, x, y - r),
        ("C", x + h, y - r, x + r, y - h, x + r, y),
        ("Z",),
    )


def polygon(*corners: tuple[float, float]) -> Outline:
    first, *others = corners
    lines: list[Command] = [("L", x, y) for x, y in others]
    return (("M", *first), *lines, ("Z",))


def polyline(*points: tuple[float, float]) -> Outline:
    return polygon(*points)[:-1]


def scaled(outline: Outline, times: float) -> Outline:
    """An outline so many times as large, from (0, 0)."""
    commands = ((name, *(number * times for number in numbers)) for name, *numbers in outline)
    return cast("Outline", tuple(commands))


def dot(x: float, y: float) -> Outline:
    """So short a line that a round pen makes it a dot."""
    return polyline((x - 0.05, y), (x + 0.05, y))


Shape = Literal["circle", "square", "hexagon"]


def ring(radius: float, shape: Shape = "circle") -> Outline:
    """The edge of a point: all shapes are about equally large."""
    if shape == "circle":
        return circle(radius)
    if shape == "square":
        side = radius * 0.9
        return polygon((-side, -side), (side, -side), (side, side), (-side, side))
    corners = [(math.sin(i * math.pi / 3) * radius, -math.cos(i * math.pi / 3) * radius) for i in range(6)]
    return polygon(*((x * 1.08, y * 1.08) for x, y in corners))


def face(value: float, radius: float = 20.0, shape: Shape = "circle") -> Outline:
    """A face for an emotion of −5 … +5, to be stroked, and filled: the mouth bends with the value.

    The mouth is drawn there and back, so that it has no inside that a fill would see.
    """
    r = radius
    bend = value / 5 * r * 0.5
    y = r * 0.34
    mouth: Outline = (
        ("M", -r * 0.46, y - bend * 0.4),
        ("C", -r * 0.2, y + bend * 0.6, r * 0.2, y + bend * 0.6, r * 0.46, y - bend * 0.4),
        ("C", r * 0.2, y + bend * 0.6, -r * 0.2, y + bend * 0.6, -r * 0.46, y - bend * 0.4),
    )
    return (*ring(r, shape), *dot(-r * 0.34, -r * 0.22), *dot(r * 0.34, -r * 0.22), *mouth)


def _star(outer: float, inner: float) -> Outline:
    corners = [
        (math.sin(i * math.pi / 5) * radius, -math.cos(i * math.pi / 5) * radius)
        for i in range(10)
        for radius in (outer if i % 2 == 0 else inner,)
    ]
    return polygon(*corners)


def _turned(corner: tuple[float, float], quarters: int) -> tuple[float, float]:
    x, y = corner
    for _ in range(quarters):
        x, y = -y, x
    return x, y


def _quotation_mark(x: float) -> Outline:
    return (
        ("M", x, -1.0),
        ("C", x, -5.0, x + 2.0, -7.5, x + 6.0, -8.0),
        ("L", x + 6.0, -5.6),
        ("C", x + 4.4, -5.2, x + 3.6, -4.0, x + 3.6, -2.4),
        ("L", x + 6.4, -2.4),
        ("L", x + 6.4, 5.0),
        ("L", x, 5.0),
        ("Z",),
    )


_PLUS = (
    (-3, -9),
    (3, -9),
    (3, -3),
    (9, -3),
    (9, 3),
    (3, 3),
    (3, 9),
    (-3, 9),
    (-3, 3),
    (-9, 3),
    (-9, -3),
    (-3, -3),
)
_QUESTION: Outline = (
    ("M", -5.0, -4.5),
    ("C", -5.0, -7.5, -2.8, -9.0, 0.0, -9.0),
    ("C", 2.8, -9.0, 5.0, -7.4, 5.0, -4.6),
    ("C", 5.0, -1.6, 0.0, -1.2, 0.0, 2.4),
    *dot(0, 7.6),
)
_BUBBLE: Outline = (
    ("M", -6.5, -9.0),
    ("L", 6.5, -9.0),
    ("C", 8.6, -9.0, 10.0, -7.6, 10.0, -5.5),
    ("L", 10.0, 1.5),
    ("C", 10.0, 3.6, 8.6, 5.0, 6.5, 5.0),
    ("L", 0.5, 5.0),
    ("L", -5.5, 10.0),
    ("L", -5.0, 5.0),
    ("L", -6.5, 5.0),
    ("C", -8.6, 5.0, -10.0, 3.6, -10.0, 1.5),
    ("L", -10.0, -5.5),
    ("C", -10.0, -7.6, -8.6, -9.0, -6.5, -9.0),
    ("Z",),
)
_PERSON: Outline = (
    *circle(3.4, 0.0, -5.0),
    ("M", -5.6, 8.0),
    ("L", -5.6, 5.0),
    ("C", -5.6, 1.8, -3.4, 0.6, 0.0, 0.6),
    ("C", 3.4, 0.6, 5.6, 1.8, 5.6, 5.0),
    ("L", 5.6, 8.0),
)
_ARROWS = (*polyline((-9, -4), (8, -4)), *polyline((4, -8), (8, -4), (4, 0)), *polyline((9, 5), (-8, 5)),
           *polyline((-4, 1), (-8, 5), (-4, 9)))  # fmt: skip

GLYPHS: dict[str, Glyph] = {
    "action": Glyph(circle(7.5)),
    "touchpoint": Glyph(polygon((0, -10), (10, 0), (0, 10), (-10, 0))),
    "question": Glyph(_BUBBLE, pen=2.6),
    "assumption": Glyph(_QUESTION, pen=3.0),
    "owner": Glyph(_PERSON, pen=2.2),
    "pain-point": Glyph(polygon((0, -8.5), (9.5, 8), (-9.5, 8))),
    "opportunity": Glyph(polygon(*_PLUS)),
    "moment-of-truth": Glyph(_star(10.5, 4.6)),
    "thought": Glyph((*_quotation_mark(-8.0), *_quotation_mark(1.6))),
    "goal": Glyph((*circle(8.5), *circle(2.0)), pen=3.0),
    "emotion": Glyph(face(3.0, 10.0), pen=2.2),
    "peak": Glyph(polygon((0, -8), (9, 7), (-9, 7))),
    "trough": Glyph(polygon((0, 8), (9, -7), (-9, -7))),
    "rapid-drop": Glyph((*polyline((-8, -7), (3, -7), (3, 7)), *polyline((-3, 2), (3, 8), (9, 2))), pen=2.8),
    "sawtooth": Glyph(polyline((-10, 5), (-5, -6), (0, 5), (5, -6), (10, 5)), pen=2.8),
    "process": Glyph(_ARROWS, pen=2.6),
    "link": Glyph((*polyline((-8, 8), (8, -8)), *polyline((-1, -8), (8, -8), (8, 1))), pen=2.6),
}
UNKNOWN = Glyph(circle(8.0), pen=2.6)
