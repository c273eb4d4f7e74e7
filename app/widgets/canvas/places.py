"""Where records lie on the sheet, and where a dragged note would land."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF

from app.drawing.layout import MapLayout
from app.drawing.theme import CELL_PADDING, NOTE_GAP, NOTE_HEIGHT, NOTE_WIDTH, SECTION_COLUMN
from app.model.document import Document
from app.model.records import EmotionPoint, Entry, Id, Note, Section, Stage
from app.widgets.selection import Cell

_FEW = 30
"""Records up to which it costs less to look for each in its own cell."""


class Landing(NamedTuple):
    """Where notes that are let go will stand: before the note at a position of a cell."""

    cell: Cell
    position: int
    mark: QRectF
    """A bar on the sheet that shows it."""


def rectangle_of(document: Document, layout: MapLayout, id: Id) -> QRectF | None:
    """Where a note, point, stage or section of the map lies on the sheet; None where it does not."""
    record = document.find(id)
    if isinstance(record, Note | EmotionPoint | Entry):
        cell = layout.cell_rectangle(record.section, record.stage)
        if (row := layout.row_of(record.section)) is not None and row.section.is_folded:
            return cell
        boxes = layout.boxes_in(cell) if cell is not None else ()
        return next((box.rectangle for box in boxes if box.id == id), None)
    if isinstance(record, Stage) and (column := layout.column_of(id)):
        return QRectF(column.x, layout.stages.y, column.width, layout.stages_height)
    if isinstance(record, Section) and (row := layout.row_of(id)):
        return QRectF(0, row.y, SECTION_COLUMN, row.height)
    return None


def rectangles_of(
    document: Document, layout: MapLayout, ids: Sequence[Id], area: QRectF | None = None
) -> list[QRectF]:
    """Where records lie; of many, only those that meet an area, where one is given."""
    if len(ids) <= _FEW:
        found = [rectangle_of(document, layout, id) for id in ids]
        return [rectangle for rectangle in found if rectangle is not None]
    wanted = set(ids)
    lines = [line.id for line in (*document.stages(layout.map.id), *document.sections(layout.map.id))]
    headers = [rectangle_of(document, layout, id) for id in lines if id in wanted]
    boxes = layout.boxes_in(area if area is not None else layout.rectangle)
    return [
        *(header for header in headers if header is not None),
        *(box.rectangle for box in boxes if box.id in wanted),
    ]


def landing_at(layout: MapLayout, place: QPointF) -> Landing | None:
    """Where a note dropped at a place would land; None outside of the cells."""
    row, column = layout.row_at(place.y()), layout.column_at(place.x())
    if row is None or column is None or row.section.section_kind != "notes" or row.section.is_folded:
        return None
    cell = Cell(row.section.id, column.stage.id)
    rectangles = notes_in(layout, cell)
    for index, rectangle in enumerate(rectangles):
        if place.y() < rectangle.bottom() + NOTE_GAP / 2 and place.x() < rectangle.center().x():
            return Landing(cell, index, _bar(rectangle.left() - NOTE_GAP / 2, rectangle))
        in_line = rectangle.top() - NOTE_GAP / 2 <= place.y() < rectangle.bottom() + NOTE_GAP / 2
        last_of_line = index + 1 == len(rectangles) or rectangles[index + 1].left() <= rectangle.left()
        if in_line and last_of_line:
            return Landing(cell, index + 1, _bar(rectangle.right() + NOTE_GAP / 2, rectangle))
    if rectangles:
        return Landing(cell, len(rectangles), _bar(rectangles[-1].right() + NOTE_GAP / 2, rectangles[-1]))
    empty = QRectF(column.x + CELL_PADDING, row.y + CELL_PADDING, NOTE_WIDTH, NOTE_HEIGHT)
    return Landing(cell, 0, _bar(empty.left(), empty))


def notes_in(layout: MapLayout, cell: Cell) -> list[QRectF]:
    """The rectangles of a cell's notes, in order."""
    area = layout.cell_rectangle(*cell)
    return [box.rectangle for box in layout.boxes_in(area)] if area is not None else []


def _bar(x: float, beside: QRectF) -> QRectF:
    return QRectF(x - 3, beside.top(), 6, beside.height())
