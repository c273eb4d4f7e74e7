"""What is dragged, as it lies under the hand: itself, lifted, a little turned, with a shadow."""

from math import ceil

from PySide6.QtCore import QPoint, QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QWidget

from app.widgets.base.shadows import Shadow

TILT = 3.0
"""Degrees."""
_SHADOW = Shadow(6, 11, up=1.0, down=1.6)
_REACH = 16
"""Logical pixels that its shadow reaches out."""
_TILTED = 0.06
"""Beside its length, how far a corner goes when something is turned."""


class Lifted(QWidget):
    """A picture of something over all of a window, that follows the pointer and hears nothing."""

    def __init__(self, window: QWidget, picture: QPixmap, held_at: QPoint) -> None:
        super().__init__(window)
        self._window, self._picture = window, lifted(picture)
        around = ceil(reach_of(picture.deviceIndependentSize()))
        self._held_at = held_at + QPoint(around, around)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(self._picture.deviceIndependentSize().toSize())

    def follow(self, place: QPoint) -> None:
        """Lie under the pointer at a place of the screen."""
        self.move(self._window.mapFromGlobal(place) - self._held_at)
        self.show()
        self.raise_()

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.drawPixmap(0, 0, self._picture)


def reach_of(size: QSizeF) -> float:
    """How far what is so large reaches out when it is lifted: its shadow and its turned corners."""
    return _REACH + _TILTED * max(size.width(), size.height())


def lifted(picture: QPixmap, radius: float = 6.0) -> QPixmap:
    """A picture of round corners, turned, over the shadow that it throws, with what it reaches out around it.

    Made once: to turn it and to paint its shadow takes longer than a step of the hand may.
    """
    ratio, size = picture.devicePixelRatio(), picture.deviceIndependentSize()
    around = ceil(reach_of(size))
    drawn = QPixmap(((size + QSizeF(2 * around, 2 * around)) * ratio).toSize())
    drawn.fill(Qt.GlobalColor.transparent)
    drawn.setDevicePixelRatio(ratio)
    area = QRectF(QPointF(around, around), size)
    with QPainter(drawn) as painter:
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        painter.translate(area.center())
        painter.rotate(-TILT)
        painter.translate(-area.center())
        _SHADOW.paint(painter, area.translated(0, 5), radius)
        painter.drawPixmap(area.topLeft(), picture)
    return drawn
