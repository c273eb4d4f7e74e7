"""What an input method composes in a field is taken as it is seen where the window closes.

Some engines let go of it then, and of a name that it was typed over nothing would be left.
"""

from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QWidget


class Composed:
    """Follows what is composed in one field."""

    def __init__(self, field: QWidget) -> None:
        self._field = field
        self._text = ""

    def follow(self, event: QInputMethodEvent) -> None:
        self._text = event.preeditString()

    def take(self) -> None:
        """Have it written, before anybody asks the engine, which may forget it."""
        text, self._text = self._text, ""
        if text:
            event = QInputMethodEvent()
            event.setCommitString(text)
            QApplication.sendEvent(self._field, event)
