"""Moving notes or entries: the selected ones follow the pointer, and a mark shows where they will land.

With Ctrl held when they are let go, copies land there instead.
"""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter

from app.drawing.theme import NOTE_RADIUS
from app.language.phrases import tr
from app.model.records import Id, InCell
from app.model.verbs.cells import copy_to_cell, move_to_cell
from app.model.verbs.copying import created
from app.widgets.canvas.gestures.gesture import Canvas, Gesture
from app.widgets.canvas.painting import mark_painting as overlay
from app.widgets.canvas.record_bounds import DropTarget, drop_target_at, rectangles_of

_MANY = 100
"""Ghosts from which on it costs less to repaint all that lies between them."""
_GHOST = QColor(52, 87, 213, 46)


class MoveToCell(Gesture):
    """Drags what stands in cells to another place there, or to another cell of the same kind."""

    def __init__(self, canvas: Canvas, start: QPointF, ids: tuple[Id, ...], section_kind: str) -> None:
        super().__init__(canvas, start)
        self._ids = ids
        self._section_kind = section_kind
        self._from = rectangles_of(canvas.editor.document, canvas.shown.layout, ids)
        self._around = _united(self._from)
        self._offset = QPointF()
        self._landing: DropTarget | None = None

    def move(self, place: QPointF, modifiers: Qt.KeyboardModifier) -> None:
        before = self._stale()
        self._offset = place - self.start
        self._landing = drop_target_at(self.canvas.shown.layout, place, self._section_kind)
        self.canvas.refresh([*before, *self._stale()])

    def finish(self, modifiers: Qt.KeyboardModifier) -> None:
        self.canvas.refresh(self._stale())
        if self._landing is None:
            return
        editor, ids, (cell, index, _) = self.canvas.editor, self._ids, self._landing
        if modifiers & Qt.KeyboardModifier.ControlModifier:
            editor.do_to(
                ids,
                lambda: copy_to_cell(editor.document, ids, *cell, index),
                tr("Copying"),
                lambda change: editor.select(created(change, InCell)),
            )
        else:
            editor.do_to(
                ids,
                lambda: move_to_cell(editor.document, ids, *cell, index),
                tr("Moving"),
                lambda _: editor.select(ids),
            )

    def cancel(self) -> None:
        self.canvas.refresh(self._stale())

    def paint(self, painter: QPainter) -> None:
        painter.setPen(overlay.cosmetic_pen(overlay.ACCENT_COLOUR, 1.5))
        painter.setBrush(_GHOST)
        painter.translate(self._offset)
        if len(self._from) > overlay.MANY_RINGS:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.drawRects(self._from)
        else:
            for rectangle in self._from:
                painter.drawRoundedRect(rectangle, NOTE_RADIUS, NOTE_RADIUS)
        painter.translate(-self._offset)
        if self._landing is not None:
            overlay.paint_landing(painter, self._landing.mark)

    def _stale(self) -> list[QRectF]:
        ghosts = [self._around] if len(self._from) > _MANY else self._from
        marks = [self._landing.mark] if self._landing else []
        return [*(ghost.translated(self._offset) for ghost in ghosts), *marks]


def _united(rectangles: Sequence[QRectF]) -> QRectF:
    around = QRectF()
    for rectangle in rectangles:
        around |= rectangle
    return around
