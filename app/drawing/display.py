"""The display list: what a map looks like, as a few kinds of primitives that every painter knows.

A primitive is a batch: many rectangles, lines or texts of one style, since a painter's cost lies in its
calls. Coordinates are map units, y downwards. Selection and hover are never in a display list, so they are
never printed.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
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
class Primitive:
    """What every primitive has.

    `seen_from`: how many pixels a map unit must take before a screen need paint it; paper paints everything.
    `layer`: which batches lie over which, where drawings are merged.
    """

    seen_from: float = field(default=0.0, kw_only=True)
    layer: int = field(default=0, kw_only=True)


@dataclass(frozen=True, slots=True)
class Rectangles(Primitive):
    rectangles: Sequence[QRectF]
    fill: Colour | None = None
    stroke: Stroke | None = None
    radius: float = 0.0


@dataclass(frozen=True, slots=True)
class Lines(Primitive):
    lines: Sequence[QLineF]
    stroke: Stroke


@dataclass(frozen=True, slots=True)
class Paths(Primitive):
    """One outline at several places."""

    outline: Outline
    places: Sequence[QPointF]
    fill: Colour | None = None
    stroke: Stroke | None = None


@dataclass(frozen=True, slots=True)
class Texts(Primitive):
    texts: Sequence[PlacedText]
    colour: Colour


Batch = Rectangles | Lines | Paths | Texts
DisplayList = tuple[Batch, ...]


def merged(lists: Iterable[DisplayList]) -> DisplayList:
    """Lists that overlap nowhere, as one with the fewest batches: like styles are painted together.

    Layers stay one over the other; within a layer the order of styles is that of their first appearance.
    """
    batches: dict[Batch, list[Sequence[object]]] = {}
    for display_list in lists:
        for batch in display_list:
            batches.setdefault(_style(batch), []).append(_things(batch))
    in_layers = sorted(batches.items(), key=lambda styled: styled[0].layer)
    return tuple(_with(style, [thing for part in parts for thing in part]) for style, parts in in_layers)


def shifted(display_list: DisplayList, dx: float, dy: float) -> DisplayList:
    """The same drawing, moved."""
    return tuple(_shifted(batch, dx, dy) for batch in display_list)


def _things(batch: Batch) -> Sequence[object]:
    match batch:
        case Rectangles():
            return batch.rectangles
        case Lines():
            return batch.lines
        case Paths():
            return batch.places
        case Texts():
            return batch.texts


def _style(batch: Batch) -> Batch:
    return _with(batch, ())


def _with(batch: Batch, things: Sequence[object]) -> Batch:
    match batch:
        case Rectangles():
            return replace(batch, rectangles=things)  # type: ignore[arg-type]
        case Lines():
            return replace(batch, lines=things)  # type: ignore[arg-type]
        case Paths():
            return replace(batch, places=things)  # type: ignore[arg-type]
        case Texts():
            return replace(batch, texts=things)  # type: ignore[arg-type]


def _shifted(batch: Batch, dx: float, dy: float) -> Batch:
    match batch:
        case Rectangles():
            return _with(batch, [rectangle.translated(dx, dy) for rectangle in batch.rectangles])
        case Lines():
            return _with(batch, [line.translated(dx, dy) for line in batch.lines])
        case Paths():
            return _with(batch, [place + QPointF(dx, dy) for place in batch.places])
        case Texts():
            return _with(batch, [PlacedText(x + dx, y + dy, block) for x, y, block in batch.texts])
