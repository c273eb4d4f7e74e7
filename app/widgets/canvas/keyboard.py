"""What the keyboard does on the canvas: moves the cursor, begins to type, ends what the hand is doing."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

from app.model.records import CallOut, EmotionPoint, Section, Stage
from app.widgets.canvas.call_outs import take_call_out_key
from app.widgets.canvas.emotion_points import add_point_in_cell, take_point_key
from app.widgets.canvas.gestures.gesture import Canvas
from app.widgets.canvas.navigation import move_cursor
from app.widgets.canvas.pointer import Pointer

_COMMANDS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier


def take_key(canvas: Canvas, pointer: Pointer, event: QKeyEvent) -> bool:
    """Do what a key stands for. Returns whether it stands for anything."""
    key = Qt.Key(event.key())
    if pointer.is_busy:
        _end_gesture(pointer, event)
    elif key == Qt.Key.Key_Escape:
        _leave(canvas)
    elif key == Qt.Key.Key_Space and not event.isAutoRepeat():
        pointer.pans_with_left = True
        canvas.show_cursor(Qt.CursorShape.OpenHandCursor)
    elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
        _edit_or_start(canvas)
    elif event.modifiers() & _COMMANDS == _COMMANDS:
        # AltGr types; with arrows and the like these two are keys of the desktop.
        return _type(canvas, event)
    elif take_point_key(canvas, key, event.modifiers()) or take_call_out_key(canvas, key, event.modifiers()):
        pass
    elif move_cursor(canvas.editor, canvas.shown.layout, key, event.modifiers()):
        canvas.show_where_the_cursor_is()
    else:
        return _type(canvas, event)
    return True


def release_key(canvas: Canvas, pointer: Pointer, event: QKeyEvent) -> None:
    if event.key() == Qt.Key.Key_Space and not event.isAutoRepeat():
        pointer.pans_with_left = False
        canvas.show_cursor(Qt.CursorShape.ArrowCursor)


def _end_gesture(pointer: Pointer, event: QKeyEvent) -> None:
    """Esc and undo end a gesture as if it had not begun. No other key does anything meanwhile."""
    if event.key() == Qt.Key.Key_Escape or event.matches(QKeySequence.StandardKey.Undo):
        pointer.cancel()


def _leave(canvas: Canvas) -> None:
    """From the note to its cell, and from the cell to the map."""
    editor = canvas.editor
    editor.select_cell(editor.selection.cell if editor.selection.ids else None)


def _edit_or_start(canvas: Canvas) -> None:
    selected = canvas.editor.selection.ids
    if selected:
        canvas.edit_text(selected[-1])
    elif not add_point_in_cell(canvas):
        canvas.start_note()


def _type(canvas: Canvas, event: QKeyEvent) -> bool:
    """A printable character begins a note; on what has a name or words of its own, it is typed over these."""
    if not event.text() or not event.text().isprintable() or _is_command(event):
        return False
    selected = canvas.editor.selection.ids
    last = canvas.editor.document.find(selected[-1]) if selected else None
    if isinstance(last, Stage | Section | EmotionPoint | CallOut):
        canvas.edit_text(last.id, event.text())
    else:
        canvas.start_note(event.text())
    return True


def _is_command(event: QKeyEvent) -> bool:
    """Whether Ctrl or Alt is held. Both at once are AltGr, which types characters."""
    held = event.modifiers() & _COMMANDS
    return bool(held) and held != _COMMANDS
