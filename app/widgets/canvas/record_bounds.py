"""Where records lie on the sheet, and where what is dragged would land."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF

from app.drawing.grid import Column
from app.drawing.layout import MapLayout
from app.drawing.rows import Row
from app.drawing.theme import CELL_PADDING, NOTE_GAP, NOTE_HEIGHT, NOTE_WIDTH
from app.model.document import Document
from app.model.records import CallOut, EmotionPoint, Entry, Id, KeyPoint, Note, Section, Stage
from app.session.selection import Cell

_FEW = 30
"""Records up to which it costs less to look for each in its own cell."""


class DropTarget(NamedTuple):
    """Where what is let go will stand: before what has a position in a cell; none means last."""

    cell: Cell
    position: int | None
    mark: QRectF
    """A bar on the sheet that shows it."""


def rectangle_of(document: Document, layout: MapLayout, id: Id) -> QRectF | None:
    """Where what a map shows lies on the sheet, of a key point the title; None where it does not."""
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
        return QRectF(0, row.y, layout.sizes.section_column, row.height)
    if isinstance(record, KeyPoint) and record.map == layout.map.id:
        return QRectF(0, 0, layout.width, layout.stages.y)
    if isinstance(record, CallOut):
        return next((one.rectangle for one in layout.call_outs if one.id == id), None)
    return next((rectangle for persona, rectangle in layout.personas if persona == id), None)


def rectangles_of(
    document: Document,
    layout: MapLayout,
    ids: Sequence[Id],
    area: QRectF | None = None,
    around: float = 0.0,
) -> list[QRectF]:
    """Where records lie, grown by some map units; of many, only those in an area, where one is given."""
    if len(ids) <= _FEW:
        found = [rectangle_of(document, layout, id) for id in ids]
        return [_grown(rectangle, around) for rectangle in found if rectangle is not None]
    wanted = set(ids)
    lines = [line.id for line in (*document.stages(layout.map.id), *document.sections(layout.map.id))]
    lines += [one.id for one in layout.call_outs]
    headers = [rectangle_of(document, layout, id) for id in lines if id in wanted]
    area = area if area is not None else layout.rectangle
    return [
        *(_grown(header, around) for header in headers if header is not None),
        *(rectangle for row in _rows(layout, area) for rectangle in _wanted_in(row, wanted, area, around)),
    ]


def _wanted_in(row: Row, wanted: set[Id], area: QRectF, around: float) -> list[QRectF]:
    """The rectangles of a row's boxes that are wanted. Each of thousands is touched as little as can be."""
    boxes = row.body.boxes(area.left(), area.right(), row.height)
    found = [rectangle for id, rectangle in boxes if id in wanted]
    if row.y < area.top() or row.bottom > area.bottom():
        top, bottom = area.top() - row.y, area.bottom() - row.y
        found = [each for each in found if each.top() < bottom and each.bottom() > top]
    return [each.adjusted(-around, row.y - around, around, row.y + around) for each in found]


def _rows(layout: MapLayout, area: QRectF) -> tuple[Row, ...]:
    return layout.rows_between(area.top(), area.bottom())


def _grown(rectangle: QRectF, by: float) -> QRectF:
    return rectangle.adjusted(-by, -by, by, by)


def drop_target_at(layout: MapLayout, place: QPointF, *section_kinds: str) -> DropTarget | None:
    """Where a note or an entry dropped at a place would land; None outside of cells of those kinds."""
    row, column = layout.row_at(place.y()), layout.column_at(place.x())
    if row is None or column is None or row.section.is_folded:
        return None
    if row.section.section_kind not in section_kinds:
        return None
    cell = Cell(row.section.id, column.stage.id)
    if row.body.flow == "side by side":
        return _beside_notes(cell, _boxes(row, column), place, QPointF(column.x, row.y))
    room = QRectF(column.x, row.y, column.width, row.height)
    room = room.adjusted(CELL_PADDING, CELL_PADDING, -CELL_PADDING, -CELL_PADDING)
    if row.body.flow == "below each other":
        return _between_entries(cell, _boxes(row, column), place, room)
    # Where it will lie in the cell its kind says: by its persona, or by its value.
    return DropTarget(cell, None, _bar(room.left() - CELL_PADDING / 2, room))


def _beside_notes(cell: Cell, rectangles: Sequence[QRectF], place: QPointF, corner: QPointF) -> DropTarget:
    """Notes stand side by side, in lines."""
    for index, rectangle in enumerate(rectangles):
        if place.y() < rectangle.bottom() + NOTE_GAP / 2 and place.x() < rectangle.center().x():
            return DropTarget(cell, index, _bar(rectangle.left() - NOTE_GAP / 2, rectangle))
        in_line = rectangle.top() - NOTE_GAP / 2 <= place.y() < rectangle.bottom() + NOTE_GAP / 2
        last_of_line = index + 1 == len(rectangles) or rectangles[index + 1].left() <= rectangle.left()
        if in_line and last_of_line:
            return DropTarget(cell, index + 1, _bar(rectangle.right() + NOTE_GAP / 2, rectangle))
    if rectangles:
        return DropTarget(cell, len(rectangles), _bar(rectangles[-1].right() + NOTE_GAP / 2, rectangles[-1]))
    empty = QRectF(corner.x() + CELL_PADDING, corner.y() + CELL_PADDING, NOTE_WIDTH, NOTE_HEIGHT)
    return DropTarget(cell, 0, _bar(empty.left(), empty))


def _between_entries(cell: Cell, rectangles: Sequence[QRectF], place: QPointF, room: QRectF) -> DropTarget:
    """Entries stand below each other."""
    index = sum(rectangle.center().y() < place.y() for rectangle in rectangles)
    above = rectangles[index - 1].bottom() if index else room.top() - CELL_PADDING
    below = rectangles[index].top() if index < len(rectangles) else above + CELL_PADDING
    return DropTarget(cell, index, QRectF(room.left(), (above + below) / 2 - 3, room.width(), 6))


def boxes_by_id(layout: MapLayout, area: QRectF, ids: Sequence[Id]) -> list[QRectF]:
    """Where some of what lies in an area lies, whatever the document says of it."""
    wanted = set(ids)
    return [box.rectangle for box in layout.boxes_in(area) if box.id in wanted]


def boxes_of(layout: MapLayout, cell: Cell) -> list[QRectF]:
    """The rectangles of what lies in a cell, in reading order."""
    row, column = layout.row_of(cell.section), layout.column_of(cell.stage)
    return _boxes(row, column) if row is not None and column is not None else []


def _boxes(row: Row, column: Column) -> list[QRectF]:
    boxes = row.body.boxes(column.x, column.right, row.height)
    return [
        box.translated(0, row.y) for _, box in boxes if box.left() < column.right and box.right() > column.x
    ]


def _bar(x: float, beside: QRectF) -> QRectF:
    return QRectF(x - 3, beside.top(), 6, beside.height())
