"""The cursor among cells and notes, moved by keys as in a spreadsheet."""

from PySide6.QtCore import Qt

from app.drawing.layout import MapLayout
from app.model.document import Document
from app.model.records import Id, Note
from app.widgets.editor import Editor
from app.widgets.selection import Cell

_STEPS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}


def move_cursor(editor: Editor, layout: MapLayout, key: Qt.Key, control: bool = False) -> bool:
    """Move the cursor for a key. Returns whether the key moves it at all."""
    if not layout.columns or not layout.rows:
        return False
    cell = editor.selection.cell
    if cell is None:
        if key in _STEPS or key in (Qt.Key.Key_Tab, Qt.Key.Key_Home):
            editor.select_cell(Cell(layout.rows[0].section.id, layout.columns[0].stage.id))
            return True
        return False
    if key in _STEPS:
        _step(editor, layout, cell, *_STEPS[key])
    elif key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
        next_stage(editor, layout, 1 if key == Qt.Key.Key_Tab else -1)
    elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
        last = key == Qt.Key.Key_End
        column = layout.columns[-1 if last else 0].stage.id
        row = layout.rows[-1 if last else 0].section.id if control else cell.section
        editor.select_cell(Cell(row, column))
    else:
        return False
    return True


def next_stage(editor: Editor, layout: MapLayout, step: int) -> None:
    """To the cell of the next stage, from the last to the next section's first, as Tab does in a table."""
    cell = editor.selection.cell
    if cell is None:
        return
    row, column = _indices(layout, cell)
    flat = row * len(layout.columns) + column + step
    if 0 <= flat < len(layout.rows) * len(layout.columns):
        _go_to(editor, layout, *divmod(flat, len(layout.columns)))


def _step(editor: Editor, layout: MapLayout, cell: Cell, across: int, down: int) -> None:
    """To the neighbouring note of the cell, and from its last one to the neighbouring cell."""
    note = _next_note(editor.document, layout, editor.selection.ids, cell, across, down)
    if note is not None:
        editor.select([note])
        return
    row, column = _indices(layout, cell)
    row, column = row + down, column + across
    if 0 <= row < len(layout.rows) and 0 <= column < len(layout.columns):
        _go_to(editor, layout, row, column)


def _go_to(editor: Editor, layout: MapLayout, row: int, column: int) -> None:
    """To a cell: its first note where it has one, else the cell itself."""
    cell = Cell(layout.rows[row].section.id, layout.columns[column].stage.id)
    notes = editor.document.notes(*cell)
    if notes:
        editor.select([notes[0].id], cell)
    else:
        editor.select_cell(cell)


def _next_note(
    document: Document, layout: MapLayout, selected: tuple[Id, ...], cell: Cell, across: int, down: int
) -> Id | None:
    """The note of the cell that lies next in a direction from the selected one."""
    current = document.find(selected[-1]) if selected else None
    area = layout.cell_rectangle(*cell)
    if not isinstance(current, Note) or area is None:
        return None
    boxes = {box.id: box.rectangle for box in layout.boxes_in(area)}
    here = boxes.get(current.id)
    if here is None:
        return None
    ahead = [
        (abs(box.center().x() - here.center().x()) + abs(box.center().y() - here.center().y()), id)
        for id, box in boxes.items()
        if id != current.id
        and (
            (across and (box.center().x() - here.center().x()) * across > 1 and box.top() == here.top())
            or (down and (box.top() - here.top()) * down > 1)
        )
    ]
    return min(ahead)[1] if ahead else None


def _indices(layout: MapLayout, cell: Cell) -> tuple[int, int]:
    row = next((index for index, row in enumerate(layout.rows) if row.section.id == cell.section), 0)
    column = next((index for index, column in enumerate(layout.columns) if column.stage.id == cell.stage), 0)
    return row, column
