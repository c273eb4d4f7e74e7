"""How an assumption looks, as long as nobody has checked it: a lighter note in dashes, with a tab."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QLineF, QPointF, QRectF

from app.drawing.display import Batch, Lines, Outline, Paths, Stroke
from app.drawing.glyphs import polygon
from app.drawing.lazy_sequence import LazySequence
from app.drawing.pieces import READABLE, glyph
from app.drawing.theme import NOTE_RADIUS, SHEET, Colour

_DASH, _GAP = 10.0, 7.0
_FEWEST = 5
"""A short edge has shorter dashes, so that one sees that they are."""
_EDGE = 2.2
_TAB = 26.0
_RIGHT, _ABOVE = 7.0, 6.0
"""How far the tab reaches out of its note, clear of the note's text."""


def draw_dashed_edges(rectangles: Sequence[QRectF], colour: Colour, layer: int) -> Iterator[Batch]:
    """Edges in dashes. As lines of their own, for a pen with dashes is slow on a large picture."""
    lines = LazySequence(lambda: [line for rectangle in rectangles for line in _dashes(rectangle)])
    yield Lines(lines, Stroke(colour, _EDGE), seen_from=READABLE, layer=layer)


def draw_tabs(rectangles: Sequence[QRectF], colour: Colour, layer: int) -> Iterator[Batch]:
    """A tab with a question mark at the top right corner of each note."""
    places = LazySequence(lambda: [tab_place(rectangle) for rectangle in rectangles])
    yield Paths(tab(_TAB), places, fill=colour, seen_from=READABLE, layer=layer)
    yield glyph("assumption", places, SHEET, layer + 1)


def tab_place(rectangle: QRectF) -> QPointF:
    """The middle of a note's tab."""
    return rectangle.topRight() + QPointF(_RIGHT - _TAB / 2, _TAB / 2 - _ABOVE)


def tab(size: float) -> Outline:
    """A square around (0, 0) with its corners cut a little."""
    half, cut = size / 2, size * 0.16
    return polygon(
        (cut - half, -half), (half - cut, -half), (half, cut - half), (half, half - cut),
        (half - cut, half), (cut - half, half), (-half, half - cut), (-half, cut - half),
    )  # fmt: skip


def _dashes(rectangle: QRectF) -> Iterator[QLineF]:
    """The dashes of all four edges, between the round corners."""
    r, half = NOTE_RADIUS, _EDGE / 2
    box = rectangle.adjusted(half, half, -half, -half)
    left, right, top, bottom = box.left(), box.right(), box.top(), box.bottom()
    yield from _dashed(QLineF(left + r / 2, top, right - r / 2, top))
    yield from _dashed(QLineF(right, top + r / 2, right, bottom - r / 2))
    yield from _dashed(QLineF(right - r / 2, bottom, left + r / 2, bottom))
    yield from _dashed(QLineF(left, bottom - r / 2, left, top + r / 2))


def _dashed(edge: QLineF) -> Iterator[QLineF]:
    """As many dashes as have room, a whole one at either end."""
    length = edge.length()
    if length <= 0:
        return
    usual, gap = min(_DASH, length / _FEWEST), min(_GAP, length * _GAP / _DASH / _FEWEST)
    count = max(round((length + gap) / (usual + gap)), 1)
    dash = min(usual, length / count)
    step = (length - dash) / max(count - 1, 1)
    for number in range(count):
        start = number * step / length
        yield QLineF(edge.pointAt(start), edge.pointAt(min(start + dash / length, 1.0)))
