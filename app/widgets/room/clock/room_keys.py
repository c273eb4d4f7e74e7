"""What keys do to the agenda and its clock in every state of the room, and what those that write do not."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

_SHIFT = Qt.KeyboardModifier.ShiftModifier
_BOTH = Qt.KeyboardModifier.ControlModifier | _SHIFT
_IGNORED = Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.GroupSwitchModifier
Does = Callable[[], object]


class RoomKeys:
    """Shift+Page Down and Up, Ctrl+Shift+M and +B in every state; +, − and C where they are not typed."""

    def __init__(
        self, go: Callable[[int], object], give: Callable[[int], object], hold: Does, blank: Does
    ) -> None:
        self._everywhere: Mapping[tuple[Qt.KeyboardModifier, Qt.Key], Does] = {
            (_SHIFT, Qt.Key.Key_PageDown): lambda: go(1),
            (_SHIFT, Qt.Key.Key_PageUp): lambda: go(-1),
            (_BOTH, Qt.Key.Key_M): lambda: give(1),
            (_BOTH, Qt.Key.Key_B): blank,
        }
        self._signs: Mapping[str, Does] = {
            "+": lambda: give(1),
            "-": lambda: give(-1),
            "−": lambda: give(-1),
            "c": hold,
        }

    def knows(self, event: QKeyEvent) -> bool:
        """Whether it means the same in every state."""
        return self._meant(event) is not None

    def take(self, event: QKeyEvent) -> bool:
        """Do what a key stands for in every state. Returns whether it stands for something."""
        does = self._meant(event)
        if does is not None and not event.isAutoRepeat():
            does()
        return does is not None

    def take_sign(self, event: QKeyEvent, is_blank: bool = False) -> bool:
        """The same for +, − and C, whatever key types them; for C alone where it is black."""
        held, text = event.modifiers() & ~_IGNORED, event.text().lower()
        does = self._signs.get(text) if not held & ~_SHIFT and (not is_blank or text == "c") else None
        if does is not None and not event.isAutoRepeat():
            does()
        return does is not None

    def _meant(self, event: QKeyEvent) -> Does | None:
        return self._everywhere.get((event.modifiers() & ~_IGNORED, Qt.Key(event.key())))
