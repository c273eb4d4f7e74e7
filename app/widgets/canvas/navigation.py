"""The cursor among headers, cells and notes, moved by keys as in a spreadsheet."""

from PySide6.QtCore import Qt

from app.drawing.layout import MapLayout
from app.model.records import Id, Section, Stage
from app.session.editor import Editor
from app.session.selection import Cell
from app.widgets.canvas.neighbours import entered, next_beyond, next_in_cell

_STEPS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}


def move_cursor(
    editor: Editor,
    layout: MapLayout,
    key: Qt.Key,
    modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
) -> bool:
    """Move the cursor for a key. Returns whether the key moves it at all."""
    if key in _STEPS and modifiers & Qt.KeyboardModifier.ShiftModifier:
        _extend(editor, layout, *_STEPS[key])
    elif key in _STEPS and modifiers & Qt.KeyboardModifier.ControlModifier:
        _jump(editor, layout, *_STEPS[key])
    elif key in _STEPS:
        _step(editor, layout, *_STEPS[key])
    elif key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
        back = key == Qt.Key.Key_Backtab or bool(modifiers & Qt.KeyboardModifier.ShiftModifier)
        next_stage(editor, layout, -1 if back else 1)
    elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
        control = bool(modifiers & Qt.KeyboardModifier.ControlModifier)
        _to_the_end(editor, layout, key == Qt.Key.Key_End, control)
    else:
        return False
    return True


def next_stage(editor: Editor, layout: MapLayout, step: int) -> None:
    """To the cell of the next stage, from the last to the next section's first, as Tab does in a table."""
    header, cell = _header(editor), editor.selection.cell
    if header is not None:
        _to_neighbour(editor, layout, header, step)
    elif cell is None:
        _start(editor, layout)
    else:
        row, column = _indices(layout, cell)
        flat = row * len(layout.columns) + column + step
        if 0 <= flat < len(layout.rows) * len(layout.columns):
            _go_to(editor, layout, *divmod(flat, len(layout.columns)), across=1)


def _step(editor: Editor, layout: MapLayout, across: int, down: int) -> None:
    """To the neighbouring note of the cell, from its last one to the next cell, and from there to headers."""
    header, cell = _header(editor), editor.selection.cell
    if header is not None:
        _step_from_header(editor, layout, header, across, down)
    elif cell is None:
        _start(editor, layout)
    elif note := next_in_cell(editor, layout, across, down):
        editor.select([note])
    else:
        row, column = _indices(layout, cell)
        _go_to(editor, layout, row + down, column + across, across, down)


def _jump(editor: Editor, layout: MapLayout, across: int, down: int) -> None:
    """To the last cell in a direction."""
    cell = editor.selection.cell
    if cell is None or _header(editor) is not None:
        _step(editor, layout, across, down)
        return
    row, column = _indices(layout, cell)
    if across:
        column = len(layout.columns) - 1 if across > 0 else 0
    else:
        row = len(layout.rows) - 1 if down > 0 else 0
    _go_to(editor, layout, row, column, -across, -down)


def _step_from_header(
    editor: Editor, layout: MapLayout, header: Stage | Section, across: int, down: int
) -> None:
    """Along the headers of its kind, or into the map."""
    is_stage = isinstance(header, Stage)
    along, inwards = (across, down) if is_stage else (down, across)
    if along:
        _to_neighbour(editor, layout, header, along)
    elif inwards > 0 and layout.rows and layout.columns:
        row = 0 if is_stage else header.position
        column = header.position if is_stage else 0
        _go_to(editor, layout, row, column, across, down)


def _extend(editor: Editor, layout: MapLayout, across: int, down: int) -> None:
    """Select the next note in a direction too; going back gives up the one selected last."""
    ids = editor.selection.ids
    note = next_in_cell(editor, layout, across, down) or next_beyond(editor, layout, across, down)
    if note is None:
        return
    if len(ids) > 1 and ids[-2] == note:
        editor.select(ids[:-1])
    else:
        editor.select([*(id for id in ids if id != note), note])


def _to_the_end(editor: Editor, layout: MapLayout, last: bool, whole_map: bool) -> None:
    """To the first or last stage of the row, or of the whole map."""
    if not layout.rows or not layout.columns:
        _start(editor, layout)
        return
    end = -1 if last else 0
    header, cell = _header(editor), editor.selection.cell
    if isinstance(header, Stage) and not whole_map:
        editor.select([layout.columns[end].stage.id])
        return
    if whole_map:
        row = range(len(layout.rows))[end]
    elif isinstance(header, Section):
        row = header.position
    else:
        row = _indices(layout, cell)[0] if cell is not None else 0
    _go_to(editor, layout, row, range(len(layout.columns))[end], across=-1 if last else 1)


def _start(editor: Editor, layout: MapLayout) -> None:
    """To where one begins: the first cell, or else the first header."""
    if layout.rows and layout.columns:
        _go_to(editor, layout, 0, 0, across=1)
    elif layout.columns:
        editor.select([layout.columns[0].stage.id])
    elif layout.rows:
        editor.select([layout.rows[0].section.id])


def _go_to(editor: Editor, layout: MapLayout, row: int, column: int, across: int = 0, down: int = 0) -> None:
    """To a cell: the note that one meets first there, else the cell itself; before the first, to a header."""
    if row >= len(layout.rows) or column >= len(layout.columns):
        return
    if row < 0:
        editor.select([layout.columns[column].stage.id])
    elif column < 0:
        editor.select([layout.rows[row].section.id])
    else:
        cell = Cell(layout.rows[row].section.id, layout.columns[column].stage.id)
        note = entered(editor, layout, cell, across, down)
        if note is not None:
            editor.select([note], cell)
        else:
            editor.select_cell(cell)


def _to_neighbour(editor: Editor, layout: MapLayout, header: Stage | Section, step: int) -> None:
    headers: list[Id] = (
        [column.stage.id for column in layout.columns]
        if isinstance(header, Stage)
        else [row.section.id for row in layout.rows]
    )
    index = headers.index(header.id) + step
    if 0 <= index < len(headers):
        editor.select([headers[index]])


def _header(editor: Editor) -> Stage | Section | None:
    """The stage or section on whose header the cursor stands."""
    record = editor.document.find(editor.selection.ids[-1]) if editor.selection.ids else None
    return record if isinstance(record, Stage | Section) else None


def _indices(layout: MapLayout, cell: Cell) -> tuple[int, int]:
    row = next((index for index, row in enumerate(layout.rows) if row.section.id == cell.section), 0)
    column = next((index for index, column in enumerate(layout.columns) if column.stage.id == cell.stage), 0)
    return row, column
