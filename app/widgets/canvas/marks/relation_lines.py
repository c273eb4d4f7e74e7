"""Thin lines from pain points to opportunities and on to actions, while one of them is selected."""

from collections.abc import Iterator

from PySide6.QtCore import QObject, QRectF, Qt
from PySide6.QtGui import QPainter

from app.drawing.arrows import arrow
from app.drawing.qt_values import painter_path
from app.model.records import Id
from app.model.verbs.relations import relations_of
from app.widgets.canvas.painting.mark_painting import ACCENT_COLOUR, cosmetic_pen
from app.widgets.canvas.view import CanvasView

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
            curve, head, tail = arrow(start, end)
            painter.setPen(cosmetic_pen(ACCENT_COLOUR, 1.6))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawPath(painter_path(curve))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(ACCENT_COLOUR)
            painter.drawEllipse(tail, _DOT, _DOT)
            painter.drawPath(painter_path(head))

    def _ends(self) -> Iterator[tuple[QRectF, QRectF]]:
        selected = self._canvas.editor.selection.ids
        if not 0 < len(selected) <= _MOST or self._canvas.shown.layout.sizes.in_room:
            # A room reads what such a line would cross.
            return
        for relation in relations_of(self._canvas.editor.document, selected):
            start, end = self._box(relation.from_note), self._box(relation.to_note)
            if start is not None and end is not None:
                yield start, end

    def _box(self, note: Id) -> QRectF | None:
        return self._canvas.rectangle_of(note)

    def _repaint(self, *_: object) -> None:
        is_shown = next(self._ends(), None) is not None
        if is_shown or self._was_shown:
            self._canvas.viewport().update()
        self._was_shown = is_shown
