"""Moving stages or sections by a header, with all they hold."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter

from app.drawing.theme import ACCENT
from app.model.records import Id, Section, Stage
from app.model.verbs.editing import reorder
from app.widgets.canvas.gestures.gesture import Canvas, Gesture
from app.widgets.canvas.painting import mark_painting as overlay

_GHOST = QColor(*ACCENT[:3], 40)
_THICKNESS = 6.0


class MoveHeader(Gesture):
    """A bar between two stages, or two sections, shows where the dragged ones will stand."""

    def __init__(self, canvas: Canvas, start: QPointF, id: Id) -> None:
        super().__init__(canvas, start)
        self._is_row = isinstance(canvas.editor.document.find(id), Section)
        alike = Section if self._is_row else Stage
        self._ids = [one.id for one in canvas.editor.selected.of(alike)] or [id]
        self._headers = [canvas.rectangle_of(id) or QRectF() for id in self._ids]
        self._offset = QPointF()
        self._index = self._index_at(start)

    def move(self, place: QPointF, modifiers: Qt.KeyboardModifier) -> None:
        before = [*self._ghosts(), self._bar()]
        step = place - self.start
        self._offset = QPointF(0, step.y()) if self._is_row else QPointF(step.x(), 0)
        self._index = self._index_at(place)
        self.canvas.refresh([*before, *self._ghosts(), self._bar()])

    def finish(self, modifiers: Qt.KeyboardModifier) -> None:
        self.cancel()
        self.canvas.editor.do(reorder(self.canvas.editor.document, self._ids, self._index))

    def cancel(self) -> None:
        self.canvas.refresh([*self._ghosts(), self._bar()])

    def paint(self, painter: QPainter) -> None:
        painter.setPen(overlay.cosmetic_pen(overlay.ACCENT_COLOUR, 1.5))
        painter.setBrush(_GHOST)
        for ghost in self._ghosts():
            painter.drawRect(ghost)
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

    def _ghosts(self) -> list[QRectF]:
        return [header.translated(self._offset) for header in self._headers]

    def _bar(self) -> QRectF:
        layout, edge = self.canvas.shown.layout, self._edges()[self._index]
        if self._is_row:
            return QRectF(0, edge - _THICKNESS / 2, layout.width, _THICKNESS)
        bottom = layout.rows[-1].bottom if layout.rows else layout.stages.y + layout.stages_height
        return QRectF(edge - _THICKNESS / 2, layout.stages.y, _THICKNESS, bottom - layout.stages.y)
