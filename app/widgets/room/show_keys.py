"""What each key does while a map is shown. A key that is not here does nothing: nothing changes the map."""

from collections.abc import Callable, Mapping
from typing import get_args

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from app.model.records import NoteColour
from app.workshop.show import Show

_NO_MODIFIER = Qt.KeyboardModifier.NoModifier
_IGNORED = Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.GroupSwitchModifier
_STEPS = {
    Qt.Key.Key_PageDown: 1,
    Qt.Key.Key_PageUp: -1,
    Qt.Key.Key_Space: 1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Left: -1,
}
_IN_STAGE = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
_ENDS = {Qt.Key.Key_Home: False, Qt.Key.Key_End: True}

_COLOURS: dict[Qt.Key, NoteColour] = {
    Qt.Key(Qt.Key.Key_1 + index): colour for index, colour in enumerate(get_args(NoteColour))
}
"""With Alt, as in the window."""

Others = Mapping[Qt.Key, Callable[[], None]]
"""What keys do that the show itself cannot: write, help."""


def take_key(show: Show, event: QKeyEvent, others: Others) -> None:
    """Do what a key stands for. One that is held down counts once, but for those that go on."""
    key, held = Qt.Key(event.key()), event.modifiers() & ~_IGNORED
    if held == Qt.KeyboardModifier.AltModifier:
        if key in _COLOURS and not event.isAutoRepeat():
            show.light(_COLOURS[key])
        return
    if held != _NO_MODIFIER and not (held == Qt.KeyboardModifier.ShiftModifier and event.text().isdigit()):
        return
    if key in _STEPS:
        show.go(_STEPS[key])
    elif key in _IN_STAGE:
        show.go_in_stage(_IN_STAGE[key])
    elif not event.isAutoRepeat():
        _take_once(show, key, event.text(), others)


def _take_once(show: Show, key: Qt.Key, text: str, others: Others) -> None:
    if text.isascii() and text.isdigit():
        show.type_digit(text)
    elif key in (Qt.Key.Key_B, Qt.Key.Key_Period):
        show.blank()
    elif key == Qt.Key.Key_Escape:
        show.back_out()
    elif key in _ENDS:
        show.go_to_end(_ENDS[key])
    elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
        show.jump()
    elif show.is_blank:
        return
    elif key == Qt.Key.Key_R:
        show.turn_uncovering()
    elif key == Qt.Key.Key_L:
        show.turn_spotlight()
    elif key in others:
        others[key]()
