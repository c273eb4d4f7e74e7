"""The wheel over what it would change: a number, a choice, a slider.

It changes what one works on, which has the focus. Over anything else the hand scrolls what is behind, and the
pointer only happens to pass.
"""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QWidget


class _Still(QObject):
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() != QEvent.Type.Wheel or not isinstance(watched, QWidget) or watched.hasFocus():
            return False
        event.ignore()
        return True


def keep_still(control: QWidget) -> None:
    """Let a control take the wheel only while it has the focus, which the wheel itself does not give."""
    if control.focusPolicy() == Qt.FocusPolicy.WheelFocus:
        control.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    control.installEventFilter(_Still(control))
