"""Over the whole window a map to be looked at, with a column beside it: the history and the backups."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLayout, QPushButton, QVBoxLayout, QWidget

from app.language.phrases import tr
from app.model.document import Document
from app.model.history.history import History
from app.model.records import Id
from app.session.editor import Editor
from app.widgets.base.keys import key_words
from app.widgets.base.overlays.overlay import Overlay
from app.widgets.base.text_size import scaled
from app.widgets.canvas.view import CanvasView
from app.widgets.panels.history.step_list import LIST_WIDTH

_MARGIN = 24


class MapBeside(Overlay):
    """Shows a map of `document`, which it makes its own, under the accessible name `name`."""

    def __init__(self, window: QWidget, document: Document, map: Id, name: str) -> None:
        super().__init__(window, width=0)
        self._editor = Editor(History(document), read_only=True, parent=self)
        self._editor.show_map(map)
        self.canvas = CanvasView(self._editor)
        self.canvas.setAccessibleName(name)
        # On a map Tab goes from stage to stage, so it would not lead out again.
        self.canvas.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.leave = QPushButton(tr("Close"))
        self.leave.setToolTip(tr("Close, and leave the project as it is ({key})", key=key_words("Esc")))
        self.leave.clicked.connect(self.dismiss)
        self.dismissed.connect(self._editor.close)

    def _put_together(
        self,
        below_map: Sequence[QWidget],
        beside: Sequence[tuple[QWidget | QLayout, int]],
        act: QPushButton,
    ) -> None:
        """Lay out the map, what is below it, and the column: its parts with their stretch, then buttons."""
        column = QVBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        for part, stretch in beside:
            if isinstance(part, QLayout):
                column.addLayout(part, stretch)
            else:
                column.addWidget(part, stretch)
        buttons = QHBoxLayout()
        for button in (act, self.leave):
            buttons.addWidget(button)
        column.addLayout(buttons)
        side = QWidget()
        side.setFixedWidth(scaled(LIST_WIDTH))
        side.setLayout(column)
        left = QVBoxLayout()
        left.addWidget(self.canvas, 1)
        for widget in below_map:
            left.addWidget(widget)
        row = QHBoxLayout()
        row.addLayout(left, 1)
        row.addWidget(side)
        self.column.addLayout(row)

    def _place(self) -> None:
        """As large as the window."""
        self.setGeometry(self._window.rect())
        self.card.setGeometry(self.rect().adjusted(_MARGIN, _MARGIN, -_MARGIN, -_MARGIN))
        self.column.activate()
        self.canvas.fit()
