"""Call-outs over the curves of graphs, which a canvas shows by items over all that it paints."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from app.drawing.painter import paint
from app.drawing.sections.kind import LiveBody
from app.widgets.canvas.view import CanvasView


class CallOutsOverCurves:
    """Paints those once more that reach into a graph: so they lie over its curve, as on paper."""

    def __init__(self, canvas: CanvasView) -> None:
        self._canvas = canvas
        canvas.decorations.insert(0, self)

    def paint(self, painter: QPainter, exposed: QRectF) -> None:
        layout, scale = self._canvas.shown.layout, self._canvas.transform().m11()
        for one in layout.call_outs:
            # The text that is being typed lies in an item too.
            if one.id == self._canvas.typing.edited or not one.area.intersects(exposed):
                continue
            rows = layout.rows_between(one.area.top(), one.area.bottom())
            if any(isinstance(row.body, LiveBody) for row in rows):
                painter.setRenderHint(QPainter.RenderHint.Antialiasing)
                paint(painter, layout.dressed(one.display_list), scale)
