"""Words without room: they are shortened and told whole on hovering, or take more lines."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLabel

from app.widgets.base.plain_text import tip
from app.widgets.base.text_size import scaled

_LEAST = 60
"""Logical pixels that are left of shortened words."""


def whole_tip(words: str, own: str, is_cut: bool) -> str:
    """What a control says on hovering: first its words, where they are cut off."""
    if not is_cut or words in own:
        return own
    return tip(f"{words}\n{own}" if own else words)


def wrapping(label: QLabel, room: int) -> QLabel:
    """The label, over several lines where it is wider than the room that is certain."""
    # Only then: what wraps takes longer to lay out.
    label.setWordWrap(label.sizeHint().width() > scaled(room))
    return label


class ShortenedLabel(QLabel):
    """One line of words, shortened to its room."""

    def sizeHint(self) -> QSize:
        return QLabel.minimumSizeHint(self)

    def minimumSizeHint(self) -> QSize:
        hint = QLabel.minimumSizeHint(self)
        return QSize(min(hint.width(), _LEAST), hint.height())

    def setText(self, text: str) -> None:
        super().setText(text)
        self._tell()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._tell()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, area = QPainter(self), self.contentsRect()
        painter.setPen(self.palette().color(self.foregroundRole()))
        shown = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, area.width())
        painter.drawText(area, self.alignment(), shown)

    def _tell(self) -> None:
        is_cut = self.width() < self.sizeHint().width()
        self.setToolTip(whole_tip(self.text(), "", is_cut))
