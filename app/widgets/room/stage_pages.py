"""How a stage is put into a slide: its sections, and on more than one page where they are too high for one.

Nothing is shrunk. A section that holds nothing in the stage is left out.
"""

from collections.abc import Iterator, Sequence
from math import inf
from typing import NamedTuple

from PySide6.QtCore import QRectF

from app.drawing.grid import Column
from app.drawing.layout import MapLayout
from app.drawing.rows import Row
from app.drawing.sections.kind import Box
from app.drawing.sections.notes.large_notes import EDGE, GAP
from app.model import kinds

_EXACT = 1.0
"""Map units to which pages are equally full."""
_MOST_ADDED = 22.0
"""Map units that a section may be higher than it need be, where the slide has room."""


class Slice(NamedTuple):
    """A part of a row, from so far below its top on (or above it, where there is room to spare)."""

    row: Row
    top: float
    height: float

    @property
    def is_curve(self) -> bool:
        return not self.is_line and self.row.body.flow == "by itself"

    @property
    def is_line(self) -> bool:
        """Whether it holds nothing, and divides what stands over it from what stands below."""
        return is_line(self.row)


Page = tuple[Slice, ...]


def pages_of(layout: MapLayout, column: Column, room: float) -> tuple[Page, ...]:
    """The pages of a stage in a slide with so much room below its header, in map units; at least one.

    They are about equally full: no page holds a note or two that the others had no room for.
    """
    pieces = _between_contents(tuple(_slices(layout, column, room)))
    fewest = len(_filled(pieces, room))
    least, most = max((piece.height for piece in pieces), default=0.0), room
    while most - least > _EXACT:
        middle = (least + most) / 2
        least, most = (least, middle) if len(_filled(pieces, middle)) == fewest else (middle, most)
    return tuple(_spread(page, room) for page in _filled(pieces, most))


def _filled(pieces: Sequence[Slice], room: float) -> list[list[Slice]]:
    """Pages that are each filled before the next is begun."""
    pages: list[list[Slice]] = [[]]
    for piece in pieces:
        if pages[-1] and sum(each.height for each in pages[-1]) + piece.height > room:
            pages.append([])
        pages[-1].append(piece)
    return pages


def _between_contents(pieces: Sequence[Slice]) -> Sequence[Slice]:
    """Without the dividing lines that divide nothing here: before the first content, and behind the last."""
    held = [index for index, piece in enumerate(pieces) if not piece.is_line]
    return pieces[held[0] : held[-1] + 1] if held else ()


def content_of(row: Row, column: Column) -> list[QRectF]:
    """Where what a section holds in a stage lies, from the row's top."""
    return [box for _, box in content_boxes(row, column)]


def content_boxes(row: Row, column: Column) -> list[Box]:
    """The same with the records that lie there."""
    boxes = row.body.boxes(column.x, column.right, row.height)
    return [
        each for each in boxes if each.rectangle.left() < column.right and each.rectangle.right() > column.x
    ]


def whole_height(piece: Slice, column: Column) -> float:
    """How much of a part is seen of a stage whose notes need more room: none is cut through but the first."""
    end = piece.top + piece.height
    boxes = () if piece.is_curve else content_of(piece.row, column)
    cut = [box.top() for box in boxes if box.top() < end < box.bottom()]
    if any(box.bottom() <= end for box in boxes) and cut:
        return max(min(cut) - GAP / 2 - piece.top, 0.0)
    return piece.height


def is_line(row: Row) -> bool:
    content = kinds.content_of(row.section.section_kind)
    return content.is_known and content.holds is None


def _slices(layout: MapLayout, column: Column, room: float) -> Iterator[Slice]:
    for row in layout.rows:
        if is_line(row):
            yield Slice(row, 0.0, min(row.height, room))
            continue
        if row.body.flow == "by itself":
            if any(True for _ in row.body.boxes(-inf, inf, row.height)):
                yield Slice(row, 0.0, min(row.height, room))
            continue
        boxes = content_of(row, column)
        if boxes:
            height = max(box.bottom() for box in boxes) + EDGE
            yield from _cut(row, boxes, height, room)


def _cut(row: Row, boxes: Sequence[QRectF], height: float, room: float) -> Iterator[Slice]:
    """A section in parts that fit, cut between its lines."""
    top = 0.0
    while height - top > room:
        ends = [box.bottom() + GAP / 2 for box in boxes if top < box.bottom() + GAP / 2 <= top + room]
        clear = [end for end in ends if not any(box.top() < end < box.bottom() for box in boxes)]
        bottom = max(clear, default=top + room)
        yield Slice(row, top, bottom - top)
        top = bottom
    yield Slice(row, top, height - top)


def _spread(page: Sequence[Slice], room: float) -> Page:
    """What room is left is shared by the sections that take any: half of it above what they hold."""
    left = room - sum(piece.height for piece in page)
    takers = [piece for piece in page if not piece.is_curve and not piece.is_line]
    added = min(max(left, 0.0) / max(len(takers), 1), _MOST_ADDED)
    return tuple(
        piece._replace(top=piece.top - added / 2, height=piece.height + added) if piece in takers else piece
        for piece in page
    )
