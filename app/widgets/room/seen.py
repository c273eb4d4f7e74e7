"""What is seen of a map on the canvas, to be given back exactly after others were shown something else."""

from typing import NamedTuple, Self

from PySide6.QtCore import QEvent, QObject, QTimer

from app.widgets.canvas.view import CanvasView

_SETTLES_WITHIN = 1000
"""Milliseconds in which a window that is full screen no more has got the size that it had."""


class Seen(NamedTuple):
    """The zoom, how far the canvas is scrolled, and whether all of the map was to be in view."""

    zoom: float
    across: int
    down: int
    is_fitting: bool

    @classmethod
    def of(cls, canvas: CanvasView) -> Self:
        bars = (canvas.horizontalScrollBar(), canvas.verticalScrollBar())
        return cls(canvas.zoom(), bars[0].value(), bars[1].value(), canvas.is_fitting)

    def show_in(self, canvas: CanvasView) -> None:
        if self.is_fitting:
            canvas.fit()
            return
        canvas.set_zoom(self.zoom)
        canvas.horizontalScrollBar().setValue(self.across)
        canvas.verticalScrollBar().setValue(self.down)


class GivingBack(QObject):
    """Shows again what was seen, also when the window gets its old size only by and by."""

    def __init__(self, canvas: CanvasView) -> None:
        super().__init__(canvas)
        self._canvas = canvas
        self._seen: Seen | None = None
        self._settling = QTimer(self, singleShot=True, interval=_SETTLES_WITHIN)
        self._settling.timeout.connect(self.stop)

    def begin(self, seen: Seen) -> None:
        self._seen = seen
        seen.show_in(self._canvas)
        self._settling.start()
        self._canvas.installEventFilter(self)
        self._canvas.viewport().installEventFilter(self)

    def stop(self) -> None:
        self._seen = None
        self._settling.stop()
        self._canvas.removeEventFilter(self)
        self._canvas.viewport().removeEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Whoever goes on to work sees what they go to."""
        if event.type() in (QEvent.Type.MouseButtonPress, QEvent.Type.KeyPress, QEvent.Type.Wheel):
            self.stop()
        elif event.type() == QEvent.Type.Resize:
            QTimer.singleShot(0, self, self._show_again)
        return False

    def _show_again(self) -> None:
        if self._seen is not None:
            self._seen.show_in(self._canvas)
