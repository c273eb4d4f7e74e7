"""Moving notes or entries: the selected ones follow the pointer, and a mark shows where they will land.

With Ctrl held when they are let go, copies land there instead.
"""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter

from app.drawing.theme import NOTE_RADIUS
from app.model.cells import copy_to_cell, move_to_cell
from app.model.copying import created
from app.model.records import Id, InCell
from app.widgets.canvas import overlay
from app.widgets.canvas.gestures.gesture import Canvas, Gesture
from app.widgets.canvas.places import Landing, landing_at

_GHOST = QColor(52, 87, 213, 46)


class MoveToCell(Gesture):
    """Drags what stands in cells to another place there, or to another cell of the same kind."""

    def __init__(self, canvas: Canvas, start: QPointF, ids: tuple[Id, ...], section_kind: str) -> None:
        super().__init__(canvas, start)
        self._ids = ids
        self._section_kind = section_kind
        self._from = [self._rectangle(id) for id in ids]
        self._offset = QPointF()
        self._landing: Landing | None = None

    def move(self, place: QPointF, modifiers: Qt.KeyboardModifier) -> None:
        before = self._stale()
        self._offset = place - self.start
        self._landing = landing_at(self.canvas.shown.layout, place, self._section_kind)
        self.canvas.refresh([*before, *self._stale()])

    def finish(self, modifiers: Qt.KeyboardModifier) -> None:
        self.canvas.refresh(self._stale())
        if self._landing is None:
            return
        editor, (cell, index, _) = self.canvas.editor, self._landing
        if modifiers & Qt.KeyboardModifier.ControlModifier:
            change = copy_to_cell(editor.document, self._ids, *cell, index)
            editor.do(change)
            editor.select(created(change, InCell))
        else:
            editor.do(move_to_cell(editor.document, self._ids, *cell, index))
            editor.select(self._ids)

    def cancel(self) -> None:
        self.canvas.refresh(self._stale())

    def paint(self, painter: QPainter) -> None:
        painter.setPen(overlay.cosmetic_pen(overlay.ACCENT_COLOUR, 1.5))
        painter.setBrush(_GHOST)
        for rectangle in self._ghosts():
            painter.drawRoundedRect(rectangle, NOTE_RADIUS, NOTE_RADIUS)
        if self._landing is not None:
            overlay.paint_landing(painter, self._landing.mark)

    def _ghosts(self) -> list[QRectF]:
        return [rectangle.translated(self._offset) for rectangle in self._from]

    def _stale(self) -> list[QRectF]:
        return [*self._ghosts(), *([self._landing.mark] if self._landing else [])]

    def _rectangle(self, id: Id) -> QRectF:
        found = self.canvas.rectangle_of(id)
        return found if found is not None else QRectF()
