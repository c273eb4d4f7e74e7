"""The maps of recent projects that are due to be reviewed, each a line that opens it."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSizePolicy, QToolButton, QVBoxLayout, QWidget

from app.language.days import written_day
from app.language.phrases import tr
from app.widgets.base.buttons import heading
from app.widgets.base.icons import icon, icon_size

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
        self._column.addWidget(heading(tr("Due for review")))
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
        line.setIconSize(icon_size(22))
        line.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        title, project = shortened(due.map.title or tr("Without a title"), 60), shortened(due.project, 40)
        text = _words(f"{title} · {project}", due.day, today)
        line.setText(text.replace("&", "&&"))
        line.setAccessibleName(text)
        line.setToolTip(tr("Open this map"))
        line.setProperty("role", "row")
        line.setCursor(Qt.CursorShape.PointingHandCursor)
        line.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        line.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        line.clicked.connect(lambda: self.wanted.emit(due))
        return line


def _words(map: str, day: date, today: date) -> str:
    if day == today:
        return tr("{map} – review is due today", map=map)
    return tr("{map} – review was due on {day}", map=map, day=written_day(day))
