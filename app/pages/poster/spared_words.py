"""The words of a map that no cut should go through, each with the sign that stands before it.

What stands in a record is spared with it; here are title, headers, names and legend, and what a section draws
beside its records: quotes and marks on a curve, the words of its scale, the names of zones.
"""

from collections.abc import Iterator, Sequence
from itertools import repeat

from PySide6.QtCore import QRectF

from app.drawing.culling import all_text_bounds
from app.drawing.display import DisplayList, shifted
from app.drawing.layout import MapLayout, PlacedDrawing, Row
from app.drawing.sections.kind import LiveBody, Span
from app.pages.poster.cuts import WEIGHT

_SIGN_OF_LEGEND, _SIGN_OF_MARK = 50.0, 32.0
"""Map units before words in which their sign stands."""


def words_around(layout: MapLayout) -> Iterator[QRectF]:
    """Those of title, headers, names and legend."""
    yield from all_text_bounds(layout.title)
    yield from _bounds(layout.stages)
    for bounds in _bounds(layout.legend):
        yield from repeat(_with_sign(bounds, _SIGN_OF_LEGEND), WEIGHT)
    for row in layout.rows:
        yield from _bounds(PlacedDrawing(0, row.y, (*row.name, *row.beside)))


def words_in_rows(layout: MapLayout) -> Iterator[QRectF]:
    """Those that sections draw beside their records."""
    for row in layout.rows:
        for bounds in _bounds(PlacedDrawing(0, row.y, _beside_records(row, layout.rectangle))):
            yield from repeat(_with_sign(bounds, _SIGN_OF_MARK), WEIGHT)


def _beside_records(row: Row, area: QRectF) -> DisplayList:
    pieces: Sequence[Span]
    if isinstance(row.body, LiveBody):
        pieces = row.body.still_pieces
    elif not any(row.body.boxes(area.left(), area.right(), row.height)):
        pieces = row.body.pieces(row.height)
    else:
        return ()
    return tuple(batch for piece in pieces for batch in piece.display_list)


def _bounds(drawing: PlacedDrawing) -> Iterator[QRectF]:
    return all_text_bounds(shifted(drawing.display_list, drawing.x, drawing.y))


def _with_sign(bounds: QRectF, room: float) -> QRectF:
    return bounds.adjusted(-room, 0, 0, 0)
