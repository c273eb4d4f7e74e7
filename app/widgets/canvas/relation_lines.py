"""Thin lines from pain points to opportunities and on to actions, while one of them is selected."""

from collections.abc import Iterator

from PySide6.QtCore import QObject, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath

from app.model.records import Id
from app.model.relations import relations_of
from app.widgets.canvas.overlay import ACCENT_COLOUR, cosmetic_pen
from app.widgets.canvas.view import CanvasView

_HEAD = 12.0
_DOT = 5.0
_MOST = 50
"""Selected notes up to which lines help; more of them would be a tangle."""


class RelationLines(QObject):
    """Painted over the map, on the screen alone."""

    def __init__(self, canvas: CanvasView) -> None:
        super().__init__(canvas)
        self._canvas = canvas
        canvas.decorations.append(self)
        canvas.editor.selection_changed.connect(self._repaint)
        canvas.editor.changed.connect(self._repaint)
        self._was_shown = False

    def paint(self, painter: QPainter, exposed: QRectF) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for start, end in self._ends():
            painter.setPen(cosmetic_pen(ACCENT_COLOUR, 1.6))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawPath(_curve(start, end))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(ACCENT_COLOUR)
            painter.drawEllipse(start, _DOT, _DOT)
            painter.drawPath(_head(start, end))

    def _ends(self) -> Iterator[tuple[QPointF, QPointF]]:
        selected = self._canvas.editor.selection.ids
        if not 0 < len(selected) <= _MOST:
            return
        for relation in relations_of(self._canvas.editor.document, selected):
            start, end = self._box(relation.from_note), self._box(relation.to_note)
            if start is not None and end is not None:
                yield _between(start, end)

    def _box(self, note: Id) -> QRectF | None:
        return self._canvas.rectangle_of(note)

    def _repaint(self, *_: object) -> None:
        is_shown = next(self._ends(), None) is not None
        if is_shown or self._was_shown:
            self._canvas.viewport().update()
        self._was_shown = is_shown


def _between(start: QRectF, end: QRectF) -> tuple[QPointF, QPointF]:
    """From the middle of one note's nearer edge to the other's."""
    if end.top() >= start.bottom():
        return QPointF(start.center().x(), start.bottom()), QPointF(end.center().x(), end.top())
    if end.bottom() <= start.top():
        return QPointF(start.center().x(), start.top()), QPointF(end.center().x(), end.bottom())
    if end.left() >= start.right():
        return QPointF(start.right(), start.center().y()), QPointF(end.left(), end.center().y())
    return QPointF(start.left(), start.center().y()), QPointF(end.right(), end.center().y())


def _is_upright(start: QPointF, end: QPointF) -> bool:
    return abs(end.y() - start.y()) > abs(end.x() - start.x()) * 0.2


def _curve(start: QPointF, end: QPointF) -> QPainterPath:
    path = QPainterPath(start)
    if _is_upright(start, end):
        half = (end.y() - start.y()) / 2
        path.cubicTo(start + QPointF(0, half), end - QPointF(0, half), end)
    else:
        half = (end.x() - start.x()) / 2
        path.cubicTo(start + QPointF(half, 0), end - QPointF(half, 0), end)
    return path


def _head(start: QPointF, end: QPointF) -> QPainterPath:
    """An arrow's head at the end, pointing the way that the curve arrives."""
    along = QPointF(0, 1) if _is_upright(start, end) else QPointF(1, 0)
    if QPointF.dotProduct(end - start, along) < 0:
        along = -along
    across = QPointF(-along.y(), along.x())
    path = QPainterPath(end)
    path.lineTo(end - along * _HEAD + across * _HEAD * 0.55)
    path.lineTo(end - along * _HEAD - across * _HEAD * 0.55)
    path.closeSubpath()
    return path
