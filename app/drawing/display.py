"""The display list: what a map looks like, as a few kinds of primitives that every painter knows.

A primitive is a batch: many rectangles, lines or texts of one style, since a painter's cost lies in its
calls. Coordinates are map units, y downwards. Selection and hover are never in a display list, so they are
never printed.
"""

from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass, field, fields, replace
from typing import NamedTuple, cast

from PySide6.QtCore import QLineF, QPointF, QRectF

from app.drawing.lazy_sequence import LazySequence
from app.drawing.text import TextBlock
from app.drawing.theme import Colour
from app.model.pictures import PictureStore
from app.model.records import Id

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

    `seen_from`: how many pixels of the screen (not logical ones) a map unit must take before a screen need
    paint it; paper paints everything.
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
    is_grey: bool = False
    """Whether glyphs that have colours of their own, as emoji, lose them."""
    is_turned: bool = False
    """Whether they are read from below upwards: each is turned about its place."""


class PlacedPicture(NamedTuple):
    """A picture by its id, with the rectangle that it fills."""

    rectangle: QRectF
    picture: Id


class PlacedLink(NamedTuple):
    """A rectangle that leads to an address."""

    rectangle: QRectF
    address: str


@dataclass(frozen=True, slots=True)
class Pictures(Primitive):
    """Pictures whose bytes `store` has; one that is lost or cannot be read is left out.

    A round one shows, within the circle in its rectangle, the middle of the picture; others all of it.
    """

    pictures: Sequence[PlacedPicture]
    store: PictureStore
    is_round: bool = False
    is_grey: bool = False


@dataclass(frozen=True, slots=True)
class Links(Primitive):
    """Where a reader of a PDF can click. Nothing is painted."""

    links: Sequence[PlacedLink]


Batch = Rectangles | Lines | Paths | Texts | Pictures | Links
DisplayList = tuple[Batch, ...]


def merged(lists: Iterable[DisplayList]) -> DisplayList:
    """Lists that overlap nowhere, as one with the fewest batches: like styles are painted together.

    Layers stay one over the other; within a layer the order of styles is that of their first appearance.
    """
    alike: dict[Hashable, list[Batch]] = {}
    for display_list in lists:
        for batch in display_list:
            alike.setdefault(_style(batch), []).append(batch)
    in_layers = sorted(alike.values(), key=lambda batches: batches[0].layer)
    return tuple(_joined(batches) for batches in in_layers)


def _joined(batches: Sequence[Batch]) -> Batch:
    if len(batches) == 1:
        return batches[0]
    return _with(batches[0], LazySequence(lambda: [thing for batch in batches for thing in things_of(batch)]))


def shifted(display_list: DisplayList, dx: float, dy: float) -> DisplayList:
    """The same drawing, moved."""
    return tuple(_shifted(batch, dx, dy) for batch in display_list)


_THINGS: dict[type[Batch], str] = {
    Rectangles: "rectangles",
    Lines: "lines",
    Paths: "places",
    Texts: "texts",
    Pictures: "pictures",
    Links: "links",
}
"""The field of each kind of batch that says what is painted; the others say how."""
_STYLES = {
    kind: [field.name for field in fields(kind) if field.name != things] for kind, things in _THINGS.items()
}


def things_of(batch: Batch) -> Sequence[object]:
    """What a batch paints."""
    return cast("Sequence[object]", getattr(batch, _THINGS[type(batch)]))


def _style(batch: Batch) -> Hashable:
    kind = type(batch)
    return (kind, *[getattr(batch, name) for name in _STYLES[kind]])


def _with(batch: Batch, things: Sequence[object]) -> Batch:
    return replace(batch, **{_THINGS[type(batch)]: things})  # type: ignore[arg-type]


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
        case Pictures():
            return _with(batch, [PlacedPicture(box.translated(dx, dy), id) for box, id in batch.pictures])
        case Links():
            return _with(batch, [PlacedLink(box.translated(dx, dy), to) for box, to in batch.links])
