"""Making a stage wider or a section higher by its header's edge."""

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter

from app.model.records import Id, Section
from app.model.verbs.sizes import bounded, resize
from app.widgets.canvas.gestures.gesture import Canvas, Gesture
from app.widgets.canvas.painting import mark_painting as overlay


class Resize(Gesture):
    """A line across the map shows where the edge will be."""

    def __init__(self, canvas: Canvas, start: QPointF, id: Id) -> None:
        super().__init__(canvas, start)
        self._id = id
        self._is_row = isinstance(canvas.editor.document.find(id), Section)
        self._header = canvas.rectangle_of(id) or QRectF()
        self._size = self._header.height() if self._is_row else self._header.width()
        self._grip = start - self._header.bottomRight()
        """Where in the edge's reach the hand took hold of it."""

    def move(self, place: QPointF, modifiers: Qt.KeyboardModifier) -> None:
        before, size = self._guide(), place - self._grip - self._header.topLeft()
        self._size = bounded(size.y() if self._is_row else size.x(), self._is_row)
        self._refresh(before, self._guide())

    def finish(self, modifiers: Qt.KeyboardModifier) -> None:
        self.cancel()
        self.canvas.editor.do(resize(self.canvas.editor.document, self._id, self._size))

    def cancel(self) -> None:
        self._refresh(self._guide())

    def paint(self, painter: QPainter) -> None:
        painter.setPen(overlay.cosmetic_pen(overlay.ACCENT_COLOUR, 2))
        painter.drawLine(self._guide())

    def _guide(self) -> QLineF:
        layout, header = self.canvas.shown.layout, self._header
        if self._is_row:
            y = header.top() + self._size
            return QLineF(0, y, layout.width, y)
        x = header.left() + self._size
        return QLineF(x, layout.stages.y, x, layout.height)

    def _refresh(self, *lines: QLineF) -> None:
        self.canvas.refresh(QRectF(line.p1(), line.p2()).normalized() for line in lines)
