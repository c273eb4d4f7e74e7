"""The pointer over what a room sees: a red dot while a key is held, and out of sight when it lies still."""

from PySide6.QtCore import QObject, QPointF, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QCursor, QPainter
from PySide6.QtWidgets import QWidget

_STILL_AFTER = 2500
"""Milliseconds after which a pointer that lies still is hidden."""
_DOT = 0.008
"""The radius of the dot, beside the height of what it points at."""
_RED = QColor(224, 36, 36)


class Pointing(QObject):
    """Knows where the pointer is over a widget, and dresses it."""

    changed = Signal()
    """The dot came or went."""
    stilled = Signal()

    def __init__(self, over: QWidget) -> None:
        super().__init__(over)
        self._over = over
        self.place = QPointF(-1, -1)
        """In the widget."""
        self.is_dot = False
        self._still = QTimer(self, singleShot=True, interval=_STILL_AFTER)
        self._still.timeout.connect(self._hide)

    def begin(self) -> None:
        self._still.start()

    def end(self) -> None:
        self._still.stop()
        self._over.unsetCursor()

    def move(self, place: QPointF) -> None:
        self.place = place
        self._still.start()
        if not self.is_dot:
            self._over.unsetCursor()

    def be_dot(self, is_dot: bool) -> None:
        if is_dot == self.is_dot:
            return
        self.is_dot = is_dot
        if is_dot:
            self.place = QPointF(self._over.mapFromGlobal(QCursor.pos()))
            self._over.setCursor(Qt.CursorShape.BlankCursor)
        else:
            self._over.unsetCursor()
        self.changed.emit()

    def paint(self, painter: QPainter) -> None:
        """The dot, with a soft edge, where the pointer is one."""
        if not self.is_dot:
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        radius = self._over.height() * _DOT
        for times, opacity in ((2.0, 60), (1.0, 255)):
            ink = QColor(_RED)
            ink.setAlpha(opacity)
            painter.setBrush(ink)
            painter.drawEllipse(self.place, radius * times, radius * times)

    def _hide(self) -> None:
        self._over.setCursor(Qt.CursorShape.BlankCursor)
        self.stilled.emit()
