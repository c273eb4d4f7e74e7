"""What is seen of a map on the canvas, to be given back exactly after others were shown something else."""

from typing import NamedTuple, Self

from PySide6.QtCore import QRectF
from PySide6.QtGui import QTransform

from app.widgets.canvas.view import CanvasView


class Seen(NamedTuple):
    """The zoom, how far the canvas is scrolled, and whether all of the map was to be in view."""

    transform: QTransform
    across: int
    down: int
    is_fitting: bool

    @classmethod
    def of(cls, canvas: CanvasView) -> Self:
        bars = (canvas.horizontalScrollBar(), canvas.verticalScrollBar())
        return cls(canvas.transform(), bars[0].value(), bars[1].value(), canvas.is_fitting)

    def give_back(self, canvas: CanvasView) -> None:
        if self.is_fitting:
            canvas.fit()
            return
        canvas.set_zoom(canvas.zoom() * self.transform.m11() / canvas.transform().m11())
        canvas.horizontalScrollBar().setValue(self.across)
        canvas.verticalScrollBar().setValue(self.down)


def show_at_left(canvas: CanvasView, area: QRectF, scale: float) -> None:
    """Have a part of the sheet begin at the left edge, so many pixels a map unit."""
    canvas.set_zoom(canvas.zoom() * scale / canvas.transform().m11())
    canvas.centerOn(area.center())
