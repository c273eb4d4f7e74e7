"""Tells screen readers where the cursor is on the map, as it would be told of a table."""

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget

from app.model.descriptions import describe, describe_cell
from app.widgets.editor import Editor


class Speech(QObject):
    """Keeps the canvas's accessible description at what is selected, and announces each move."""

    def __init__(self, canvas: QWidget, editor: Editor) -> None:
        super().__init__(canvas)
        self._canvas = canvas
        self._editor = editor
        editor.selection_changed.connect(self._say)

    def _say(self) -> None:
        words = self._words()
        self._canvas.setAccessibleDescription(words)
        if QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._canvas, words))

    def _words(self) -> str:
        document, (ids, cell) = self._editor.document, self._editor.selection
        if len(ids) > 1:
            return f"{len(ids)} selected. {describe(document, ids[-1])}"
        if ids:
            return describe(document, ids[0])
        return describe_cell(document, *cell) if cell is not None else describe(document, self._editor.map)
