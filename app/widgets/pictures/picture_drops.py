"""Lets pictures be dropped on the map: into a cell, or on the card of a persona; a mark shows where."""

from typing import NamedTuple

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, QRectF
from PySide6.QtGui import QDragLeaveEvent, QDropEvent, QPainter

from app.model.kinds import kinds_with_pictures
from app.model.records import Id, Persona
from app.model.verbs.picture_verbs import section_for_pictures
from app.session.selection import Cell
from app.widgets.canvas.painting import mark_painting as overlay
from app.widgets.canvas.record_bounds import drop_target_at
from app.widgets.pictures.adding_pictures import add_to_map, show_on_persona
from app.widgets.pictures.offered_pictures import has_pictures
from app.widgets.shell import Shell

_BAR = 6.0


class _Aim(NamedTuple):
    """Where pictures that are let go will be: on a persona, or before a position of a cell."""

    mark: QRectF
    """Where that is shown, on the sheet."""
    persona: Id | None = None
    cell: Cell | None = None
    position: int | None = None


class PictureDrops(QObject):
    """Listens to the canvas; what is dragged and is no picture is left to the window."""

    def __init__(self, window: Shell) -> None:
        super().__init__(window.widget)
        self._window = window
        self._canvas = window.canvas
        self._aim: _Aim | None = None
        self._place: QPoint | None = None
        self._canvas.decorations.append(self)
        self._canvas.viewport().setAcceptDrops(True)
        self._canvas.viewport().installEventFilter(self)
        for bar in (self._canvas.horizontalScrollBar(), self._canvas.verticalScrollBar()):
            bar.valueChanged.connect(self._aim_again)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QDropEvent):
            # Qt's own view would take all that is dragged over it.
            event.setAccepted(self._is_taken(event))
            return True
        if isinstance(event, QDragLeaveEvent):
            self._hover(None)
            return True
        return False

    def paint(self, painter: QPainter, exposed: QRectF) -> None:
        if self._aim is not None and self._aim.persona is not None:
            overlay.paint_selected(painter, [self._aim.mark.adjusted(-4, -4, 4, 4)], gap=4)
        elif self._aim is not None:
            overlay.paint_landing(painter, self._aim.mark)

    def _is_taken(self, event: QDropEvent) -> bool:
        data = event.mimeData()
        if self._window.editor.read_only or not has_pictures(data):
            return False
        self._hover(event.position().toPoint())
        aim = self._aim
        event.acceptProposedAction()
        if event.type() == QEvent.Type.DragEnter:
            # What is refused when it comes in, wherever that is, is never heard of again.
            return True
        if aim is None:
            return False
        if event.type() == QEvent.Type.Drop:
            self._hover(None)
            self._window.widget.activateWindow()
            if aim.persona is not None:
                show_on_persona(self._window, data, aim.persona)
            else:
                add_to_map(self._window, data, aim.cell, aim.position)
        return True

    def _hover(self, place: QPoint | None) -> None:
        self._place = place
        self._canvas.scroll_at_edges(place)
        self._aim_again()

    def _aim_again(self) -> None:
        """What is dragged, or the map under it, has moved."""
        before, self._aim = self._aim, self._aim_at(self._place) if self._place is not None else None
        if before != self._aim:
            self._canvas.refresh([aim.mark for aim in (before, self._aim) if aim is not None])

    def _aim_at(self, place: QPoint) -> _Aim | None:
        layout, sheet = self._canvas.shown.layout, self._canvas.to_sheet(place)
        target = self._canvas.target_at(place)
        if target.kind == Persona.kind and target.id is not None:
            return _Aim(self._canvas.rectangle_of(target.id) or QRectF(), persona=target.id)
        if not layout.columns:
            return _Aim(QRectF())
        column = layout.column_at(sheet.x())
        if column is None or sheet.y() < layout.stages.y or not layout.rectangle.contains(sheet):
            return None
        landing = drop_target_at(layout, sheet, *kinds_with_pictures())
        if landing is not None:
            return _Aim(landing.mark, cell=landing.cell, position=landing.position)
        over = layout.row_at(sheet.y())
        cell = Cell(over.section.id if over is not None else "", column.stage.id)
        section = section_for_pictures(self._window.editor.document, layout.map.id, cell.section)
        row = layout.row_of(section) if section is not None else None
        if row is None:
            # A section will be added below all others.
            bottom = layout.rows[-1].bottom if layout.rows else layout.stages.y + layout.stages_height
            mark = QRectF(column.x, bottom - _BAR / 2, column.width, _BAR)
            return _Aim(mark, cell=cell)
        last = drop_target_at(layout, QPointF(sheet.x(), row.bottom - 1), *kinds_with_pictures())
        folded = QRectF(column.x, row.y, column.width, row.height)
        return _Aim(last.mark if last is not None else folded, cell=cell)
