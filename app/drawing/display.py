"""The display list: what a map looks like, as a few kinds of primitives that every painter knows.

A primitive is a batch: many rectangles, lines or texts of one style, since a painter's cost lies in its
calls. Coordinates are map units, y downwards. Selection and hover are never in a display list, so they are
never printed.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from PySide6.QtCore import QLineF, QPointF, QRectF

from app.drawing.text import TextBlock
from app.drawing.theme import Colour

Command = tuple[str, float, float] | tuple[str, float, float, float, float, float, float] | tuple[str]
Outline = tuple[Command, ...]
"""A path: ("M", x, y), ("L", x, y), ("C", x1, y1, x2, y2, x, y) and ("Z",)."""


class Stroke(NamedTuple):
    """A pen: width in map units, dashes and gaps in map units."""

    colour: Colour
    width: float
    dashes: tuple[float, ...] = ()


class PlacedText(NamedTuple):
    """A block of text with the place of its top left corner."""

    x: float
    y: float
    block: TextBlock


@dataclass(frozen=True, slots=True)
class Rectangles:
    rectangles: Sequence[QRectF]
    fill: Colour | None = None
    stroke: Stroke | None = None
    radius: float = 0.0
    seen_from: float = 0.0
    """Pixels a map unit from which on a screen need paint it; paper always paints everything."""


@dataclass(frozen=True, slots=True)
class Lines:
    lines: Sequence[QLineF]
    stroke: Stroke
    seen_from: float = 0.0


@dataclass(frozen=True, slots=True)
class Paths:
    """One outline at several places."""

    outline: Outline
    places: Sequence[QPointF]
    fill: Colour | None = None
    stroke: Stroke | None = None
    seen_from: float = 0.0


@dataclass(frozen=True, slots=True)
class Texts:
    texts: Sequence[PlacedText]
    colour: Colour
    seen_from: float = 0.0


Primitive = Rectangles | Lines | Paths | Texts
DisplayList = tuple[Primitive, ...]


def merged(lists: Iterable[DisplayList]) -> DisplayList:
    """Lists that overlap nowhere, as one with the fewest batches: like styles are painted together.

    Styles keep the order in which they first appear, so every list must put its layers in the same order.
    """
    batches: dict[Primitive, list[Sequence[object]]] = {}
    for display_list in lists:
        for primitive in display_list:
            batches.setdefault(_style(primitive), []).append(_things(primitive))
    return tuple(_with(style, [thing for part in parts for thing in part]) for style, parts in batches.items())


def shifted(display_list: DisplayList, dx: float, dy: float) -> DisplayList:
    """The same drawing, moved."""
    return tuple(_shifted(primitive, dx, dy) for primitive in display_list)


def _things(primitive: Primitive) -> Sequence[object]:
    match primitive:
        case Rectangles():
            return primitive.rectangles
        case Lines():
            return primitive.lines
        case Paths():
            return primitive.places
        case Texts():
            return primitive.texts


def _style(primitive: Primitive) -> Primitive:
    return _with(primitive, ())


def _with(primitive: Primitive, things: Sequence[object]) -> Primitive:
    match primitive:
        case Rectangles():
            return replace(primitive, rectangles=things)  # type: ignore[arg-type]
        case Lines():
            return replace(primitive, lines=things)  # type: ignore[arg-type]
        case Paths():
            return replace(primitive, places=things)  # type: ignore[arg-type]
        case Texts():
            return replace(primitive, texts=things)  # type: ignore[arg-type]


def _shifted(primitive: Primitive, dx: float, dy: float) -> Primitive:
    match primitive:
        case Rectangles():
            return _with(primitive, [rectangle.translated(dx, dy) for rectangle in primitive.rectangles])
        case Lines():
            return _with(primitive, [line.translated(dx, dy) for line in primitive.lines])
        case Paths():
            return _with(primitive, [place + QPointF(dx, dy) for place in primitive.places])
        case Texts():
            return _with(primitive, [PlacedText(x + dx, y + dy, block) for x, y, block in primitive.texts])
