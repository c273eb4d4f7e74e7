"""Moving a stage or a section by its header, with all it holds."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter

from app.model.editing import reorder
from app.model.records import Id, Section
from app.widgets.canvas import overlay
from app.widgets.canvas.gestures.gesture import Canvas, Gesture

_GHOST = QColor(52, 87, 213, 40)
_THICKNESS = 6.0


class MoveHeader(Gesture):
    """A bar between two stages, or two sections, shows where the dragged one will stand."""

    def __init__(self, canvas: Canvas, start: QPointF, id: Id) -> None:
        super().__init__(canvas, start)
        self._id = id
        self._is_row = isinstance(canvas.editor.document.find(id), Section)
        self._header = canvas.rectangle_of(id) or QRectF()
        self._offset = QPointF()
        self._index = self._index_at(start)

    def move(self, place: QPointF, modifiers: Qt.KeyboardModifier) -> None:
        before = [self._ghost(), self._bar()]
        step = place - self.start
        self._offset = QPointF(0, step.y()) if self._is_row else QPointF(step.x(), 0)
        self._index = self._index_at(place)
        self.canvas.refresh([*before, self._ghost(), self._bar()])

    def finish(self, modifiers: Qt.KeyboardModifier) -> None:
        self.cancel()
        self.canvas.editor.do(reorder(self.canvas.editor.document, self._id, self._index))

    def cancel(self) -> None:
        self.canvas.refresh([self._ghost(), self._bar()])

    def paint(self, painter: QPainter) -> None:
        painter.setPen(overlay.cosmetic_pen(overlay.ACCENT_COLOUR, 1.5))
        painter.setBrush(_GHOST)
        painter.drawRect(self._ghost())
        overlay.paint_landing(painter, self._bar())

    def _edges(self) -> list[float]:
        """The places between the headers, before the first and behind the last."""
        layout = self.canvas.shown.layout
        if self._is_row:
            return [*(row.y for row in layout.rows), layout.rows[-1].bottom]
        return [*(column.x for column in layout.columns), layout.columns[-1].right]

    def _index_at(self, place: QPointF) -> int:
        along = place.y() if self._is_row else place.x()
        edges = self._edges()
        return min(range(len(edges)), key=lambda index: abs(edges[index] - along))

    def _ghost(self) -> QRectF:
        return self._header.translated(self._offset)

    def _bar(self) -> QRectF:
        layout, edge = self.canvas.shown.layout, self._edges()[self._index]
        if self._is_row:
            return QRectF(0, edge - _THICKNESS / 2, layout.width, _THICKNESS)
        bottom = layout.rows[-1].bottom if layout.rows else layout.stages.y + layout.stages_height
        return QRectF(edge - _THICKNESS / 2, layout.stages.y, _THICKNESS, bottom - layout.stages.y)
