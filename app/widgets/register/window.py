"""The window of the action register: live, beside the map, and each row and dot leads to its note there."""

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLabel, QSplitter, QVBoxLayout, QWidget

from app.model.records import Id
from app.model.register import Action, action_register
from app.widgets.canvas.view import CanvasView
from app.widgets.register.matrix import Matrix
from app.widgets.register.table import RegisterTable

PAUSE = 200
"""Milliseconds without a change after which the register is made again."""


class RegisterWindow(QWidget):
    """Belongs to a project's window and closes with it."""

    def __init__(self, canvas: CanvasView) -> None:
        super().__init__(canvas.window(), Qt.WindowType.Window)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("Action register")
        self._canvas = canvas
        self._rows: list[Action] = []
        self.table = RegisterTable()
        self.matrix = Matrix()
        self._empty = QLabel("Opportunities and actions of the map are listed here once there are some.")
        self._empty.setProperty("role", "quiet")
        self._empty.setWordWrap(True)
        splitter = QSplitter()
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(self.table)
        splitter.addWidget(self.matrix)
        splitter.setSizes([680, 400])
        column = QVBoxLayout(self)
        column.addWidget(self._empty)
        column.addWidget(splitter, 1)
        self.table.chosen.connect(self._go_to)
        self.matrix.chosen.connect(self._go_to)
        self._timer = QTimer(self, singleShot=True, interval=PAUSE)
        self._timer.timeout.connect(self.read)
        canvas.editor.changed.connect(self._timer.start)
        canvas.editor.map_changed.connect(self.read)
        self.read()

    def sizeHint(self) -> QSize:
        return QSize(1080, 520)

    def read(self) -> None:
        """Make the register of the map that is shown."""
        self._timer.stop()
        editor = self._canvas.editor
        rows = action_register(editor.document, editor.map)
        if rows != self._rows or not rows:
            self._rows = rows
            self._empty.setVisible(not rows)
            self.table.show_rows(rows)
            self.matrix.show_rows(rows)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)

    def _go_to(self, note: Id) -> None:
        """Select a note on the map, and in the other half of the window."""
        if note in self._canvas.editor.document:
            self._canvas.editor.select([note])
            self._canvas.show_record(note)
            self.table.mark(note)
            self.matrix.mark(note)
