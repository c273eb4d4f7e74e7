"""Call-outs by key and by hand: what a new one leads to, how one is moved, and which is next."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, Qt

from app.drawing.layout import MapLayout
from app.model.document import Document
from app.model.records import CallOut, EmotionPoint, Note, Record, Section, Stage
from app.model.verbs.call_outs import Target, move_call_out
from app.session.selection import Cell
from app.widgets.canvas import hit_testing
from app.widgets.canvas.gestures.gesture import Canvas

_WAYS = {
    Qt.Key.Key_Left: QPointF(-1, 0),
    Qt.Key.Key_Right: QPointF(1, 0),
    Qt.Key.Key_Up: QPointF(0, -1),
    Qt.Key.Key_Down: QPointF(0, 1),
}
_STEP, _LARGE_STEP = 12.0, 72.0
"""Map units by which an arrow moves a call-out; with Shift the larger."""
_COMMANDS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier


def target_for(records: Sequence[Record], cell: Cell | None) -> Target | None:
    """What a new call-out leads to: the one thing that is selected, or else the cursor's cell."""
    if not records:
        return Target(section=cell.section, stage=cell.stage) if cell is not None else None
    match records:
        case [Note() as note]:
            return Target(note=note.id)
        case [EmotionPoint() as point]:
            return Target(point=point.id)
        case [Stage() as stage]:
            return Target(stage=stage.id)
        case [Section() as section]:
            return Target(section=section.id)
    return None


def target_of(
    document: Document, layout: MapLayout, hit: hit_testing.Target, place: QPointF
) -> Target | None:
    """What a call-out leads to whose line ends on what was hit, at a place of the sheet."""
    record = document.find(hit.id) if hit.id is not None else None
    if isinstance(record, Note | EmotionPoint | Stage | Section):
        return target_for([record], None)
    area = layout.cell_rectangle(*hit.cell) if hit.cell is not None else None
    if hit.cell is None or area is None:
        return None
    return Target(
        section=hit.cell.section,
        stage=hit.cell.stage,
        at_x=min(max(round((place.x() - area.x()) / area.width(), 3), 0.0), 1.0),
        at_y=min(max(round((place.y() - area.y()) / area.height(), 3), 0.0), 1.0),
    )


def take_call_out_key(canvas: Canvas, key: Qt.Key, modifiers: Qt.KeyboardModifier) -> bool:
    """Move the call-out that is selected. Returns whether the key does so."""
    editor = canvas.editor
    last = editor.document.find(editor.selection.ids[-1]) if editor.selection.ids else None
    if not isinstance(last, CallOut) or key not in _WAYS or modifiers & _COMMANDS:
        return False
    placed = next((one for one in canvas.shown.layout.call_outs if one.id == last.id), None)
    if placed is not None:
        is_large = bool(modifiers & Qt.KeyboardModifier.ShiftModifier)
        step = _WAYS[key] * (_LARGE_STEP if is_large else _STEP)
        to = placed.moved(placed.shift + step).shift
        editor.do(move_call_out(editor.document, last.id, to.x(), to.y()), merge_key=("keys", last.id))
        canvas.show_where_the_cursor_is()
    return True


def select_next_call_out(canvas: Canvas) -> None:
    """The next call-out of the map in their order; after the last the first."""
    editor = canvas.editor
    ids = [one.id for one in canvas.shown.layout.call_outs]
    if ids:
        last = editor.selection.ids[-1] if editor.selection.ids else ""
        editor.select([ids[(ids.index(last) + 1) % len(ids)] if last in ids else ids[0]])
        canvas.show_where_the_cursor_is()
