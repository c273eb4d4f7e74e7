"""What an emotional graph without points shows on the screen: how a curve could go, and how to begin it."""

from collections.abc import Iterator
from itertools import cycle, pairwise

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath

from app.drawing.display import PlacedText, Texts
from app.drawing.painter import colour, paint
from app.drawing.rows import Row
from app.drawing.sections.emotional_graph.graph_body import GraphBody
from app.drawing.text import text_block
from app.drawing.theme import CELL_PADDING, SECONDARY, SHEET
from app.language.phrases import tr
from app.widgets.canvas.painting.mark_painting import cosmetic_pen
from app.widgets.canvas.view import CanvasView

_SUGGESTED = (1.0, 2.5, -1.0, -3.0, 0.5, 3.0)
"""A curve as they often are: a hope, a trough, a good end; from stage to stage, and again from the first."""
_FAINT = SECONDARY.mixed(SHEET, 0.45)
_WIDEST = 1_200.0


class EmptyGraphs:
    """Painted over the map, on the screen alone, and not where it is shown to others."""

    def __init__(self, canvas: CanvasView) -> None:
        self._canvas = canvas
        canvas.decorations.append(self)

    def paint(self, painter: QPainter, exposed: QRectF) -> None:
        if self._canvas.editor.read_only:
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for row, body in self._empty(exposed):
            painter.save()
            painter.translate(0, row.y)
            self._paint_curve(painter, body)
            self._paint_words(painter, body)
            painter.restore()

    def _empty(self, exposed: QRectF) -> Iterator[tuple[Row, GraphBody]]:
        for row in self._canvas.shown.layout.rows_between(exposed.top(), exposed.bottom()):
            if isinstance(row.body, GraphBody) and not row.body.content.curves and row.body.content.columns:
                yield row, row.body

    def _paint_curve(self, painter: QPainter, body: GraphBody) -> None:
        columns = body.content.columns
        points = [
            QPointF(column.x + column.width / 2, body.scale.y_of(value))
            for column, value in zip(columns, cycle(_SUGGESTED), strict=False)
        ]
        path = QPainterPath(points[0])
        for start, end in pairwise(points):
            middle = (start.x() + end.x()) / 2
            path.cubicTo(QPointF(middle, start.y()), QPointF(middle, end.y()), end)
        pen = cosmetic_pen(colour(_FAINT), 2)
        pen.setStyle(Qt.PenStyle.DashLine)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(path)
        painter.setBrush(colour(SHEET))
        for point in points:
            painter.drawEllipse(point, 11, 11)

    def _paint_words(self, painter: QPainter, body: GraphBody) -> None:
        """At the lower left of the band, where a suggested curve begins above."""
        sentence = tr("Type a number from −5 to +5 in a stage, and a word or a quote behind it.")
        content = body.content
        left = content.columns[0].x + 2 * CELL_PADDING + 60
        room = min(content.columns[-1].right - left - CELL_PADDING, _WIDEST)
        block = text_block(sentence, content.sizes.caption, room)
        placed = PlacedText(left, body.scale.bottom - block.height, block)
        paint(painter, (Texts([placed], SECONDARY),), painter.worldTransform().m11())
