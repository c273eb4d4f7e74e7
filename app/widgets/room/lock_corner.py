"""Says left of the stages that the layout is locked while the map is written on; a click unlocks it."""

from math import ceil

from PySide6.QtCore import QPointF, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QWidget

from app.drawing.display import PlacedText, Texts
from app.drawing.painter import colour, paint
from app.drawing.text import TextBlock, text_block
from app.drawing.theme import SECONDARY, TextStyle
from app.language.phrases import tr

_TYPE = 0.0259
"""Beside the height of the screen: capitals of 1.88 % of it."""


class LockCorner(QAbstractButton):
    """Stands in a free corner of the map's sheet, which is white in light and dark."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._size = 1
        """Of its type, in pixels."""
        self.setAccessibleName(tr("Locked"))
        self.setToolTip(tr("Let go of the layout"))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.hide()

    def stand_in(self, corner: QRectF, screen_height: int) -> None:
        """Stand in the middle of a corner, on a screen of so many pixels."""
        self._size = ceil(screen_height * _TYPE)
        size = self.sizeHint().boundedTo(corner.size().toSize())
        place = QRectF(QPointF(), QSizeF(size))
        place.moveCenter(corner.center())
        self.setGeometry(place.toAlignedRect())

    def sizeHint(self) -> QSize:
        block = self._word()
        return QSize(ceil(block.width + 1.7 * self._size), ceil(block.height * 1.3))

    def paintEvent(self, event: QPaintEvent) -> None:
        block, size = self._word(), self._size
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            _paint_padlock(painter, QRectF(size * 0.2, (self.height() - size) / 2, size * 0.8, size))
            placed = PlacedText(size * 1.4, (self.height() - block.height) / 2, block)
            paint(painter, (Texts([placed], SECONDARY),), 1.0, smallest_text=0.0)

    def _word(self) -> TextBlock:
        return text_block(tr("Locked"), TextStyle(self._size, 500))


def _paint_padlock(painter: QPainter, place: QRectF) -> None:
    pen = QPen(colour(SECONDARY), max(place.width() / 9, 1.5))
    painter.setPen(pen)
    body = QRectF(place.left(), place.top() + place.height() * 0.45, place.width(), place.height() * 0.5)
    painter.drawRoundedRect(body, place.width() / 8, place.width() / 8)
    bow = body.adjusted(place.width() * 0.2, 0, -place.width() * 0.2, 0)
    path = QPainterPath(bow.topLeft())
    path.lineTo(bow.left(), place.top() + bow.width() / 2)
    path.arcTo(QRectF(bow.left(), place.top(), bow.width(), bow.width()), 180, -180)
    path.lineTo(bow.topRight())
    painter.drawPath(path)
