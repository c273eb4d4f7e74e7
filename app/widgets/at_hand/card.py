"""A card that floats over the canvas: clicks on it do not reach the map, and Tab goes round in it."""

from PySide6.QtCore import QMargins, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPalette, QPen, QPixmap
from PySide6.QtWidgets import QApplication, QWidget

from app.widgets.base.panes import focus_round
from app.widgets.base.shadows import Shadow
from app.widgets.canvas.view import CanvasView

SHADOW = QMargins(10, 5, 10, 14)
"""Logical pixels around the card in which its shadow falls."""
_SHADOW = Shadow(8, 4, up=0.3, down=1.5)
_RADIUS = 10.0


class Card(QWidget):
    """What stands beside picked notes. `room` is what of the canvas is free for it, `card` its own place."""

    def __init__(self, canvas: CanvasView, radius: float = _RADIUS) -> None:
        super().__init__(canvas)
        self.canvas, self._radius = canvas, radius
        self._fallen = QPixmap()
        # What it lies over is never mirrored.
        self.setLayoutDirection(QApplication.layoutDirection())
        self.hide()

    @property
    def room(self) -> QRect:
        view, frozen = self.canvas.viewport(), self.canvas.frozen()
        inside = view.rect().adjusted(int(frozen.left), int(frozen.top), 0, 0)
        return inside.translated(view.pos()).marginsRemoved(QMargins(4, 4, 4, 4))

    @property
    def card(self) -> QRect:
        return self.geometry().marginsRemoved(SHADOW)

    def card_size(self) -> QSize:
        return self.sizeHint().shrunkBy(SHADOW)

    def put(self, corner: QPoint) -> None:
        """Show the card with its upper left corner there."""
        size = self.sizeHint()
        self.setGeometry(QRect(corner - QPoint(SHADOW.left(), SHADOW.top()), size))
        self.show()
        self.raise_()

    def leave(self) -> None:
        """Go away; the focus goes back to the map."""
        had_focus = self.isAncestorOf(focused) if (focused := QApplication.focusWidget()) else False
        self.hide()
        if had_focus:
            self.canvas.setFocus()

    def paintEvent(self, event: QPaintEvent) -> None:
        card, palette = self._own_area, self.palette()
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.drawPixmap(0, 0, self._shadow())
            painter.setPen(QPen(palette.color(QPalette.ColorRole.Mid), 1))
            painter.setBrush(palette.color(QPalette.ColorRole.Window))
            painter.drawRoundedRect(card.adjusted(0.5, 0.5, -0.5, -0.5), self._radius, self._radius)

    @property
    def _own_area(self) -> QRectF:
        return QRectF(self.rect().marginsRemoved(SHADOW))

    def _shadow(self) -> QPixmap:
        """Its shadow, painted once for a size: the card is painted anew whenever the map under it is."""
        ratio = self.devicePixelRatioF()
        size = self.size() * ratio
        if self._fallen.size() != size:
            self._fallen = QPixmap(size)
            self._fallen.setDevicePixelRatio(ratio)
            self._fallen.fill(Qt.GlobalColor.transparent)
            with QPainter(self._fallen) as painter:
                painter.setRenderHint(QPainter.RenderHint.Antialiasing)
                _SHADOW.paint(painter, self._own_area, self._radius)
        return self._fallen

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.canvas.setFocus()
        elif event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self.focusNextPrevChild((event.key() == Qt.Key.Key_Right) != self.isRightToLeft())
        else:
            event.ignore()

    def focusNextPrevChild(self, next: bool) -> bool:
        return focus_round(self, next)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        event.accept()
