"""The maps of recent projects that are due to be reviewed, each a line that opens it."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, QLocale, QSize, Qt, Signal
from PySide6.QtWidgets import QSizePolicy, QToolButton, QVBoxLayout, QWidget

from app.widgets.base.buttons import heading
from app.widgets.base.icons import icon

if TYPE_CHECKING:
    from app.storage.opening.reviews import DueReview

MOST = 6


class Reviews(QWidget):
    """Hidden while nothing is due. Emits `wanted` with the DueReview that is clicked."""

    wanted = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.lines: list[QToolButton] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(2)
        self._column.addWidget(heading("Due to be reviewed"))
        self._column.addSpacing(6)
        self.hide()

    def put(self, reviews: "Sequence[DueReview]", today: date) -> None:
        """Tell of the longest due ones."""
        for line in self.lines:
            self._column.removeWidget(line)
            line.hide()
            line.deleteLater()
        found = sorted(reviews, key=lambda due: due.day)[:MOST]
        self.lines = [self._line(due, today) for due in found]
        for line in self.lines:
            self._column.addWidget(line)
        self.setVisible(bool(self.lines))

    def _line(self, due: "DueReview", today: date) -> QToolButton:
        from app.model.words import shortened

        line = QToolButton()
        line.setIcon(icon("calendar", size=16, room=22))
        line.setIconSize(QSize(22, 22))
        line.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        title, project = shortened(due.map.title or "Untitled map", 60), shortened(due.project, 40)
        text = f"{title} · {project} – {_since(due.day, today)}"
        line.setText(text.replace("&", "&&"))
        line.setAccessibleName(text)
        line.setToolTip("Open this map")
        line.setProperty("role", "row")
        line.setCursor(Qt.CursorShape.PointingHandCursor)
        line.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        line.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        line.clicked.connect(lambda: self.wanted.emit(due))
        return line


def _since(day: date, today: date) -> str:
    if day == today:
        return "review is due today"
    when = QLocale().toString(QDate(day.year, day.month, day.day), QLocale.FormatType.LongFormat)
    return f"review was due on {when}"
