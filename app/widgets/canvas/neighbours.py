"""Which note or entry lies next to another on the sheet: in its cell, and beyond it."""

from PySide6.QtCore import QPointF, QRectF

from app.drawing.layout import MapLayout
from app.model.records import Id, InCell
from app.session.editor import Editor
from app.session.selection import Cell


def next_in_cell(editor: Editor, layout: MapLayout, across: int, down: int) -> Id | None:
    """What of the same cell lies next in a direction from the one selected last."""
    current = _current(editor)
    if current is None:
        return None
    boxes = _boxes(editor, layout, Cell(current.section, current.stage))
    here = boxes.get(current.id)
    if here is None:
        return None
    ahead = [
        (_distance(box.center(), here.center()), id)
        for id, box in boxes.items()
        if id != current.id
        and (
            (across and (box.center().x() - here.center().x()) * across > 1 and box.top() == here.top())
            or (down and (box.top() - here.top()) * down > 1)
        )
    ]
    return min(ahead)[1] if ahead else None


def next_beyond(editor: Editor, layout: MapLayout, across: int, down: int) -> Id | None:
    """What one meets first in a direction, past the cell and past empty cells."""
    cell = editor.selection.cell
    if cell is None:
        return None
    rows = [row.section.id for row in layout.rows]
    columns = [column.stage.id for column in layout.columns]
    row, column = rows.index(cell.section) + down, columns.index(cell.stage) + across
    while 0 <= row < len(rows) and 0 <= column < len(columns):
        found = entered(editor, layout, Cell(rows[row], columns[column]), across, down)
        if found is not None:
            return found
        row, column = row + down, column + across
    return None


def entered(editor: Editor, layout: MapLayout, cell: Cell, across: int, down: int) -> Id | None:
    """What one meets first who enters a cell in a direction; of what lies below each other, the nearest."""
    boxes = _boxes(editor, layout, cell)
    if not boxes:
        return None
    here = _rectangle_of_current(editor, layout)
    if down:
        x = here.center().x()
        return min((box.top() * down, abs(box.center().x() - x), id) for id, box in boxes.items())[2]
    are_stacked = len({box.left() for box in boxes.values()}) == 1
    if are_stacked and not here.isNull():
        return min(boxes, key=lambda id: abs(boxes[id].center().y() - here.center().y()))
    return list(boxes)[-1] if across < 0 and not are_stacked else next(iter(boxes))


def _rectangle_of_current(editor: Editor, layout: MapLayout) -> QRectF:
    current = _current(editor)
    area = layout.cell_rectangle(current.section, current.stage) if current else None
    boxes = layout.boxes_in(area) if area is not None else ()
    return next((box.rectangle for box in boxes if current and box.id == current.id), QRectF())


def _current(editor: Editor) -> InCell | None:
    record = editor.document.find(editor.selection.ids[-1]) if editor.selection.ids else None
    return record if isinstance(record, InCell) else None


def _boxes(editor: Editor, layout: MapLayout, cell: Cell) -> dict[Id, QRectF]:
    """What lies in a cell, in order, with the rectangles."""
    area = layout.cell_rectangle(*cell)
    boxes = {box.id: box.rectangle for box in layout.boxes_in(area)} if area is not None else {}
    return {one.id: boxes[one.id] for one in editor.document.in_cell(*cell) if one.id in boxes}


def _distance(one: QPointF, other: QPointF) -> float:
    return (one - other).manhattanLength()
