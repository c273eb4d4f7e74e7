"""What the windows beside the map have in common: they follow it, and lead back to places on it."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from app.language.phrases import Phrase
from app.model.records import Id
from app.session.selection import Cell
from app.widgets.canvas.view import CanvasView

PAUSE = 200
"""Milliseconds without a change after which a window reads the map again."""


class LiveWindow(QWidget):
    """Belongs to a project's window and closes with it. Those derived from it implement `read`."""

    title: Phrase

    def __init__(self, canvas: CanvasView) -> None:
        super().__init__(canvas.window(), Qt.WindowType.Window)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(str(self.title))
        self.canvas = canvas
        self.timer = QTimer(self, singleShot=True, interval=PAUSE)
        self.timer.timeout.connect(self.read)
        canvas.editor.changed.connect(self._read_soon)
        canvas.editor.map_changed.connect(self._read_soon)

    def read(self) -> None:
        """Show the map that is shown on the canvas as it is now."""
        raise NotImplementedError

    def _read_soon(self, *_: object) -> None:
        self.timer.start()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)

    def select(self, ids: Sequence[Id], cell: Cell | None = None) -> None:
        """Select records on the map, or a cell in which nothing stands, and bring it into view."""
        editor = self.canvas.editor
        found = [id for id in ids if id in editor.document]
        if found:
            editor.select(found, cell)
            self.canvas.show_record(found[0])
        elif cell is not None and cell.section in editor.document and cell.stage in editor.document:
            editor.select_cell(cell)
            self.canvas.show_where_the_cursor_is()
