"""The window of the action register: live, beside the map, and each row and dot leads to its note there."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QLabel, QSplitter, QVBoxLayout

from app.language.phrases import phrase, tr
from app.model.analysis.register import Action, action_register
from app.model.records import Id
from app.widgets.base.text_size import scaled
from app.widgets.canvas.view import CanvasView
from app.widgets.pages.live_window import LiveWindow
from app.widgets.pages.register.matrix import Matrix
from app.widgets.pages.register.table import RegisterTable


class RegisterWindow(LiveWindow):
    title = phrase("Action register")

    def __init__(self, canvas: CanvasView) -> None:
        super().__init__(canvas)
        self._rows: list[Action] = []
        self.table = RegisterTable()
        self.matrix = Matrix()
        self._empty = QLabel(tr("The map’s opportunities and actions are listed here once there are some."))
        self._empty.setProperty("role", "quiet")
        self._empty.setWordWrap(True)
        splitter = QSplitter()
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(self.table)
        splitter.addWidget(self.matrix)
        splitter.setSizes([scaled(740), scaled(380)])
        column = QVBoxLayout(self)
        column.addWidget(self._empty)
        column.addWidget(splitter, 1)
        self.table.chosen.connect(self._go_to)
        self.matrix.chosen.connect(self._go_to)
        self.read()

    def sizeHint(self) -> QSize:
        return QSize(scaled(1120), scaled(520)).boundedTo(self.screen().availableSize())

    def read(self) -> None:
        """Make the register of the map that is shown."""
        self.timer.stop()
        editor = self.canvas.editor
        rows = action_register(editor.document, editor.map)
        if rows != self._rows or not rows:
            self._rows = rows
            self._empty.setVisible(not rows)
            self.table.show_rows(rows)
            self.matrix.show_rows(rows)

    def _go_to(self, note: Id) -> None:
        """Select a note on the map, and in the other half of the window."""
        self.select([note])
        self.table.mark(note)
        self.matrix.mark(note)
