"""The notes' numbers over the map, as a poster has them: for a room that says "number 27"."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from app.drawing.display import DisplayList
from app.drawing.layout import MapLayout
from app.drawing.numbers import HEIGHT, NUMBER, draw_numbers
from app.drawing.painter import SMALLEST_TEXT, paint
from app.model.finding.numbering import note_numbers
from app.model.records import Id
from app.widgets.canvas.view import CanvasView


class NumberBadges:
    """Off until somebody wants them. What is in view is drawn once, until the map or the view changes.

    From so far away that no number could be read none is shown, or thousands would be.
    """

    def __init__(self, canvas: CanvasView) -> None:
        self._canvas = canvas
        self.is_on: bool = False
        self._layout: MapLayout | None = None
        self._numbers: dict[Id, int] = {}
        self._area = QRectF()
        self._drawn: DisplayList = ()
        canvas.decorations.append(self)

    def toggle(self) -> None:
        self.is_on = not self.is_on
        self._canvas.viewport().update()

    def paint(self, painter: QPainter, exposed: QRectF) -> None:
        scale = painter.worldTransform().m11()
        if not self.is_on or NUMBER.size * scale < SMALLEST_TEXT:
            return
        layout, editor = self._canvas.shown.layout, self._canvas.editor
        area = self._canvas.mapToScene(self._canvas.viewport().rect()).boundingRect()
        if layout is not self._layout:
            self._layout, self._numbers, self._area = (
                layout,
                note_numbers(editor.document, editor.map),
                QRectF(),
            )
        if area != self._area:
            # Badges reach above their notes.
            self._area = area
            boxes = layout.boxes_in(area.adjusted(0, 0, 0, HEIGHT))
            self._drawn = draw_numbers((self._numbers[id], box) for id, box in boxes if id in self._numbers)
        paint(painter, self._drawn, scale, exposed)
