"""Scrolls the canvas on and on while something dragged is held near its edge."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QPoint, QRect, QTimer

NEAR = 32
"""Pixels from the edge within which it scrolls."""
_FASTEST = 26
"""Pixels a step, at the edge itself and beyond."""
_INTERVAL = 16
"""Milliseconds from step to step."""


class EdgeScrolling(QObject):
    """`scroll` scrolls by pixels and says whether anything moved; then `moved` is called."""

    def __init__(
        self, parent: QObject, scroll: Callable[[int, int], bool], moved: Callable[[], object]
    ) -> None:
        super().__init__(parent)
        self._scroll = scroll
        self._moved = moved
        self._step = QPoint()
        self._timer = QTimer(self, interval=_INTERVAL)
        self._timer.timeout.connect(self._go_on)

    def hold(self, place: QPoint, area: QRect) -> None:
        """What is dragged is at a place; it scrolls while that is near the edges of an area."""
        self._step = QPoint(
            _pull(place.x(), area.left(), area.right()), _pull(place.y(), area.top(), area.bottom())
        )
        if self._step.isNull():
            self.stop()
        elif not self._timer.isActive():
            self._timer.start()

    def stop(self) -> None:
        self._timer.stop()

    def _go_on(self) -> None:
        if self._scroll(self._step.x(), self._step.y()):
            self._moved()
        else:
            self.stop()


def _pull(at: int, first: int, last: int) -> int:
    """How fast a place draws the map along: faster the nearer to an edge, nothing away from both."""
    if at < first + NEAR:
        return -_faster(first + NEAR - at)
    return _faster(at - last + NEAR) if at > last - NEAR else 0


def _faster(depth: int) -> int:
    return max(1, min(_FASTEST, _FASTEST * depth // NEAR))
