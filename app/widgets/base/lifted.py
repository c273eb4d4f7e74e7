"""What is dragged, as it lies under the hand: itself, lifted, a little turned, with a shadow."""

from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QWidget

TILT = 3.0
"""Degrees."""
_AROUND = 26
"""Logical pixels for its corners and its shadow."""


class Lifted(QWidget):
    """A picture of something over all of a window, that follows the pointer and hears nothing."""

    def __init__(self, window: QWidget, picture: QPixmap, held_at: QPoint) -> None:
        super().__init__(window)
        self._window, self._picture, self._held_at = window, picture, held_at
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        size = picture.deviceIndependentSize().toSize()
        self.resize(size.width() + 2 * _AROUND, size.height() + 2 * _AROUND)

    def follow(self, place: QPoint) -> None:
        """Lie under the pointer at a place of the screen."""
        self.move(self._window.mapFromGlobal(place) - self._held_at - QPoint(_AROUND, _AROUND))
        self.show()
        self.raise_()

    def paintEvent(self, event: QPaintEvent) -> None:
        size = self._picture.deviceIndependentSize()
        area = QRectF(QPointF(_AROUND, _AROUND), size)
        with QPainter(self) as painter:
            paint_lifted(painter, area, 1.0)
            painter.drawPixmap(area.topLeft(), self._picture)


def paint_lifted(painter: QPainter, area: QRectF, unit: float, radius: float = 6.0) -> None:
    """Turn what is painted next about the middle of an area, and paint the shadow that it throws.

    `unit` is how many lengths of the painter a pixel is.
    """
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
    painter.translate(area.center())
    painter.rotate(-TILT)
    painter.translate(-area.center())
    painter.setPen(Qt.PenStyle.NoPen)
    for step in range(6, 0, -1):
        painter.setBrush(QColor(20, 25, 40, 11))
        fallen = area.translated(0, 5 * unit).adjusted(
            -step * unit, -step * unit, step * unit, step * unit * 1.6
        )
        painter.drawRoundedRect(fallen, radius + step * unit, radius + step * unit)
