"""The words of a map that no cut should go through, each with the sign that stands before it.

What stands in a record is spared with it; here are title, headers, names and legend, and what a section draws
beside its records: quotes and marks on a curve, the words of its scale, the names of zones.
"""

from collections.abc import Iterator, Sequence
from itertools import repeat

from PySide6.QtCore import QRectF

from app.drawing.culling import all_text_bounds, text_bounds
from app.drawing.display import DisplayList, Texts, shifted
from app.drawing.layout import MapLayout, PlacedDrawing
from app.drawing.rows import Row
from app.drawing.sections.kind import LiveBody, Span
from app.pages.poster.cuts import WEIGHT

_SIGN = 50.0
"""In how much room before what a legend says its sign stands, in map units."""


def words_around(layout: MapLayout) -> Iterator[QRectF]:
    """Those of title, headers, names and legend."""
    yield from all_text_bounds(layout.title)
    yield from all_text_bounds(_placed(layout.stages))
    # Where sheets meet at places that are known, its items stand clear of these as they are.
    items = _with_signs(_placed(layout.legend), 0.0 if layout.sizes.seams else _SIGN)
    yield from (item.intersected(layout.rectangle) for item in items)
    for row in layout.rows:
        yield from all_text_bounds(shifted((*row.name, *row.beside), 0, row.y))


def words_in_rows(layout: MapLayout) -> Iterator[QRectF]:
    """Those that sections draw beside their records."""
    for row in layout.rows:
        yield from all_text_bounds(shifted(_beside_records(row, layout.rectangle), 0, row.y))
        for block in row.body.blocks if isinstance(row.body, LiveBody) else ():
            yield from repeat(block.translated(0, row.y), WEIGHT)


def _beside_records(row: Row, area: QRectF) -> DisplayList:
    pieces: Sequence[Span]
    if isinstance(row.body, LiveBody):
        pieces = row.body.still_pieces
    elif not any(row.body.boxes(area.left(), area.right(), row.height)):
        pieces = row.body.pieces(row.height)
    else:
        return ()
    return tuple(batch for piece in pieces for batch in piece.display_list)


def _placed(drawing: PlacedDrawing) -> DisplayList:
    return shifted(drawing.display_list, drawing.x, drawing.y)


def _with_signs(display_list: DisplayList, sign: float) -> Iterator[QRectF]:
    """Where words stand that must stay whole by all means, each with so much before it."""
    for batch in display_list:
        for text in batch.texts if isinstance(batch, Texts) else ():
            if text.block.text:
                yield from repeat(text_bounds(text).adjusted(-sign, 0, 0, 0), WEIGHT)
