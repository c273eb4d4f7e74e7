"""Which note lies next to another on the sheet: in its cell, and beyond it."""

from PySide6.QtCore import QPointF, QRectF

from app.drawing.layout import MapLayout
from app.model.records import Id, Note
from app.widgets.editor import Editor
from app.widgets.selection import Cell


def next_note(editor: Editor, layout: MapLayout, across: int, down: int) -> Id | None:
    """The note of the same cell that lies next in a direction from the one selected last."""
    current = _current(editor)
    if current is None:
        return None
    notes = _notes(editor, layout, Cell(current.section, current.stage))
    here = notes.get(current.id)
    if here is None:
        return None
    ahead = [
        (_distance(box.center(), here.center()), id)
        for id, box in notes.items()
        if id != current.id
        and (
            (across and (box.center().x() - here.center().x()) * across > 1 and box.top() == here.top())
            or (down and (box.top() - here.top()) * down > 1)
        )
    ]
    return min(ahead)[1] if ahead else None


def next_note_beyond(editor: Editor, layout: MapLayout, across: int, down: int) -> Id | None:
    """The note that one meets first in a direction, past the cell and past cells without notes."""
    cell = editor.selection.cell
    if cell is None:
        return None
    rows = [row.section.id for row in layout.rows]
    columns = [column.stage.id for column in layout.columns]
    row, column = rows.index(cell.section) + down, columns.index(cell.stage) + across
    while 0 <= row < len(rows) and 0 <= column < len(columns):
        note = entered(editor, layout, Cell(rows[row], columns[column]), across, down)
        if note is not None:
            return note
        row, column = row + down, column + across
    return None


def entered(editor: Editor, layout: MapLayout, cell: Cell, across: int, down: int) -> Id | None:
    """The note that one meets first who enters a cell in a direction."""
    notes = _notes(editor, layout, cell)
    if not notes or not down:
        return (list(notes)[-1] if across < 0 else next(iter(notes))) if notes else None
    current = _current(editor)
    area = layout.cell_rectangle(current.section, current.stage) if current else None
    boxes = layout.boxes_in(area) if area is not None else ()
    x = next((box.rectangle.center().x() for box in boxes if current and box.id == current.id), 0.0)
    return min((box.top() * down, abs(box.center().x() - x), id) for id, box in notes.items())[2]


def _current(editor: Editor) -> Note | None:
    record = editor.document.find(editor.selection.ids[-1]) if editor.selection.ids else None
    return record if isinstance(record, Note) else None


def _notes(editor: Editor, layout: MapLayout, cell: Cell) -> dict[Id, QRectF]:
    """The cell's notes, in order, with their rectangles."""
    area = layout.cell_rectangle(*cell)
    boxes = {box.id: box.rectangle for box in layout.boxes_in(area)} if area is not None else {}
    return {note.id: boxes[note.id] for note in editor.document.notes(*cell) if note.id in boxes}


def _distance(one: QPointF, other: QPointF) -> float:
    return (one - other).manhattanLength()
