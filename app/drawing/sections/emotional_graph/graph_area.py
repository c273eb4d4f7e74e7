"""The area between a curve and the middle of its scale, in one tint above it and in another below."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QPointF

from app.drawing.display import Batch, Command, Paths
from app.drawing.sections.emotional_graph.graph_scale import Scale
from app.drawing.theme import AREA_ABOVE, AREA_BELOW
from app.model.analysis.curve import Bezier

_HALVINGS = 24
"""How often the place is halved at which a leg crosses the middle: far finer than is seen."""


def draw_area(legs: Sequence[Bezier], scale: Scale) -> Iterator[Batch]:
    """The areas of a curve, whose legs each rise or fall all along; opaque, as printers like it."""
    middle = scale.y_of(0)
    pieces = [piece for leg in legs for piece in _halves(leg, middle)]
    for is_above, fill in ((True, AREA_ABOVE), (False, AREA_BELOW)):
        outline = tuple(_outline([piece for piece in pieces if _is_above(piece, middle) == is_above], middle))
        if outline:
            yield Paths(outline, [QPointF(0, 0)], fill=fill)


def _is_above(piece: Bezier, middle: float) -> bool:
    return piece.start[1] + piece.end[1] < 2 * middle


def _halves(leg: Bezier, middle: float) -> Iterator[Bezier]:
    """A leg in two where it crosses the middle."""
    before, after = leg.start[1] - middle, leg.end[1] - middle
    if before * after >= 0:
        yield leg
        return
    low, high = 0.0, 1.0
    for _ in range(_HALVINGS):
        share = (low + high) / 2
        low, high = (share, high) if (leg.at(share)[1] - middle) * before > 0 else (low, share)
    yield from leg.split(low)


def _outline(pieces: Sequence[Bezier], middle: float) -> Iterator[Command]:
    for index, piece in enumerate(pieces):
        if index == 0 or pieces[index - 1].end != piece.start:
            yield ("M", piece.start[0], middle)
            yield ("L", *piece.start)
        yield ("C", *piece.first, *piece.second, *piece.end)
        if index == len(pieces) - 1 or pieces[index + 1].start != piece.end:
            yield ("L", piece.end[0], middle)
            yield ("Z",)
