"""How many fingers lie on the screen. One is taken for the mouse by Qt; several are no hand that drags.

Qt sends touches to the window of the system alone where no widget wants them, so it is that which is watched.
"""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QEventPoint, QTouchEvent

from app.widgets.canvas.map_view import MapView


class Fingers(QObject):
    """For one canvas. A second finger ends what the first one drags, as if it had not begun."""

    def __init__(self, canvas: MapView) -> None:
        super().__init__(canvas)
        self._canvas = canvas
        self.are_several = False
        """Whether there have been several since the screen was touched: until all are lifted none drags."""

    def watch(self) -> None:
        """The canvas is shown, in a window that may be another than before."""
        window = self._canvas.window().windowHandle()
        if window is not None:
            window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QTouchEvent):
            self._count(event)
        return False

    def _count(self, event: QTouchEvent) -> None:
        down = [point for point in event.points() if point.state() != QEventPoint.State.Released]
        is_cancelled = event.type() == QEvent.Type.TouchCancel
        if len(down) > 1 or is_cancelled:
            self.are_several = True
            self._canvas.pointer.cancel()
        if event.type() == QEvent.Type.TouchBegin and len(down) == 1:
            self.are_several = False
