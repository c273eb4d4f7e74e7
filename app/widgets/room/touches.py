"""Fingers on a slide: a touch or a swipe goes on, a swipe the other way back, two fingers look closer."""

from PySide6.QtCore import QEvent, QObject, QPointF, QSizeF, Signal
from PySide6.QtGui import QEventPoint, QTouchEvent, QTransform

SWIPED_FROM = 60
"""Logical pixels across from which on a finger has swiped."""
_TAPPED_WITHIN = 16
MOST = 4.0
"""Times that one looks closer at most."""


class Touches(QObject):
    """Follows the fingers. `view` is how the slide is seen: as it is, or closer."""

    went = Signal(int)
    """On (1) or back (−1)."""
    moved = Signal()
    """The slide is seen otherwise."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.view = QTransform()
        self._before = QTransform()
        self._were_several = False

    def reset(self) -> None:
        """See the whole slide."""
        if not self.view.isIdentity():
            self.view = QTransform()
            self.moved.emit()

    def take(self, event: QTouchEvent, size: QSizeF) -> None:
        """Heed a touch on a slide of a size."""
        points = event.points()
        if event.type() == QEvent.Type.TouchBegin:
            self._were_several = False
        if len(points) == 2:
            if not self._were_several or any(one.state() == QEventPoint.State.Pressed for one in points):
                self._before = self.view
            self._were_several = True
            self._look_closer(points[0], points[1], size)
        elif event.type() == QEvent.Type.TouchUpdate and not self.view.isIdentity():
            self._move_by(points[0].position() - points[0].lastPosition(), size)
        elif event.type() == QEvent.Type.TouchEnd and not self._were_several and self.view.isIdentity():
            self._end(points[0].position() - points[0].pressPosition())

    def _end(self, way: QPointF) -> None:
        if way.manhattanLength() <= _TAPPED_WITHIN:
            self.went.emit(1)
        elif abs(way.x()) >= SWIPED_FROM and abs(way.x()) > 2 * abs(way.y()):
            self.went.emit(1 if way.x() < 0 else -1)

    def _look_closer(self, first: QEventPoint, second: QEventPoint, size: QSizeF) -> None:
        was, now = (
            QPointF(one - other)
            for one, other in (
                (first.pressPosition(), second.pressPosition()),
                (first.position(), second.position()),
            )
        )
        grown = _length(now) / max(_length(was), 1.0)
        scale = min(max(self._before.m11() * grown, 1.0), MOST)
        began = (first.pressPosition() + second.pressPosition()) / 2
        fixed, middle = self._before.inverted()[0].map(began), (first.position() + second.position()) / 2
        self._show(scale, middle - fixed * scale, size)

    def _move_by(self, way: QPointF, size: QSizeF) -> None:
        self._show(self.view.m11(), QPointF(self.view.dx(), self.view.dy()) + way, size)

    def _show(self, scale: float, corner: QPointF, size: QSizeF) -> None:
        """Nothing beyond the slide's edges is seen."""
        x = min(max(corner.x(), size.width() * (1 - scale)), 0.0)
        y = min(max(corner.y(), size.height() * (1 - scale)), 0.0)
        self.view = QTransform(scale, 0, 0, scale, x, y) if scale > 1.02 else QTransform()
        self.moved.emit()


def _length(way: QPointF) -> float:
    return float((way.x() ** 2 + way.y() ** 2) ** 0.5)
