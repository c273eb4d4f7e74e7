"""Moving notes or entries: the notes themselves, lifted, follow the pointer, and others make room for them.

With Ctrl held when they are let go, copies land there instead; then a bar shows where.
"""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter

from app.language.phrases import tr
from app.model.records import Id, InCell
from app.model.verbs.cells import copy_to_cell, move_to_cell
from app.model.verbs.copying import created
from app.session.selection import Cell
from app.widgets.base.motion import wants_less_motion
from app.widgets.canvas.gestures.gesture import Canvas, Gesture
from app.widgets.canvas.painting import mark_painting as overlay
from app.widgets.canvas.painting.lifted_notes import MOST_PICTURES, LiftedNotes, paint_holes, picture_of
from app.widgets.canvas.painting.making_room import MOST, MakingRoom, Moving
from app.widgets.canvas.record_bounds import DropTarget, boxes_by_id, drop_target_at, rectangles_of

_MANY = 100
"""Notes from which on it costs less to repaint all that lies between them."""


class MoveToCell(Gesture):
    """Drags what stands in cells to another place there, or to another cell of the same kind."""

    def __init__(self, canvas: Canvas, start: QPointF, ids: tuple[Id, ...], section_kind: str) -> None:
        super().__init__(canvas, start)
        self._ids = ids
        self._section_kind = section_kind
        self._layout = canvas.shown.layout
        """As the map was: what makes room meanwhile does not change where the pointer is."""
        self._from = rectangles_of(canvas.editor.document, self._layout, ids)
        self._around = _united(self._from)
        self._offset = QPointF()
        self._landing: DropTarget | None = None
        self._holes: list[QRectF] = []
        self._copies = False
        self._scale = (canvas.to_viewport(QPointF(1, 0)) - canvas.to_viewport(QPointF())).x()
        self._ratio = canvas.window().devicePixelRatioF()
        self._lifted = LiftedNotes(self._layout, self._from, self._scale, self._ratio)
        self._moves = not wants_less_motion()
        self.room = MakingRoom()
        self.room.moved.connect(canvas.refresh)

    def move(self, place: QPointF, modifiers: Qt.KeyboardModifier) -> None:
        before = self._stale()
        self._offset = place - self.start
        landing = drop_target_at(self._layout, place, self._section_kind)
        copies = bool(modifiers & Qt.KeyboardModifier.ControlModifier)
        if (landing, copies) != (self._landing, self._copies) or not self._holes:
            cells = self._cells()
            self._landing, self._copies = landing, copies
            cells |= self._cells()
            lay = self._lying(cells)
            self._make_room()
            self._have_move(lay, cells)
        self.canvas.refresh([*before, *self._stale()])

    def finish(self, modifiers: Qt.KeyboardModifier) -> None:
        self.room.end()
        self.canvas.refresh(self._stale())
        if self._landing is None:
            self.canvas.shown.end_preview()
            return
        editor, ids, (cell, index, _) = self.canvas.editor, self._ids, self._landing
        if modifiers & Qt.KeyboardModifier.ControlModifier:
            self.canvas.shown.end_preview()
            editor.do_to(
                ids,
                lambda: copy_to_cell(editor.document, ids, *cell, index),
                tr("Copying"),
                lambda change: editor.select(created(change, InCell)),
            )
            return
        before = editor.document.content
        editor.do_to(
            ids,
            lambda: move_to_cell(editor.document, ids, *cell, index),
            tr("Moving"),
            lambda _: editor.select(ids),
        )
        if editor.document.content is before:
            # It lies where it lay.
            self.canvas.shown.end_preview()

    def cancel(self) -> None:
        self.room.end()
        self.canvas.refresh(self._stale())
        self.canvas.shown.end_preview()

    def paint(self, painter: QPainter) -> None:
        self.room.paint(painter)
        if not self._copies:
            paint_holes(painter, self._holes)
        elif self._landing is not None:
            overlay.paint_landing(painter, self._landing.mark)
        if self._landing is not None and not self._makes_room and not self._copies:
            overlay.paint_landing(painter, self._landing.mark)
        self._lifted.paint(painter, self._offset)

    @property
    def _makes_room(self) -> bool:
        """Of very many, others make no room: a bar shows where they will stand."""
        return len(self._ids) <= MOST_PICTURES

    def _make_room(self) -> None:
        """Show the map as it would be, with the places of what is dragged left free."""
        shown, document = self.canvas.shown, self.canvas.editor.document
        if self._landing is None or self._copies or not self._makes_room:
            shown.end_preview()
            self._holes = [] if self._copies else list(self._from)
            return
        cell, index, _ = self._landing
        shown.preview_change(move_to_cell(document, self._ids, *cell, index))
        area = shown.layout.cell_rectangle(*cell)
        self._holes = boxes_by_id(shown.layout, area, self._ids) if area is not None else []

    def _cells(self) -> set[Cell]:
        """Where others make room now, or close up."""
        document = self.canvas.editor.document
        found = {
            Cell(one.section, one.stage) for one in map(document.find, self._ids) if isinstance(one, InCell)
        }
        return found | ({self._landing.cell} if self._landing is not None else set())

    def _lying(self, cells: set[Cell]) -> dict[Id, QRectF]:
        """What else lies in some cells, as the map is shown."""
        layout = self.canvas.shown.layout
        areas = (area for cell in cells if (area := layout.cell_rectangle(*cell)) is not None)
        return {id: place for area in areas for id, place in layout.boxes_in(area) if id not in self._ids}

    def _have_move(self, before: Mapping[Id, QRectF], cells: set[Cell]) -> None:
        """Have what lies elsewhere by now be seen on its way."""
        if not self._moves or not self._makes_room:
            return
        layout, now = self.canvas.shown.layout, self._lying(cells)
        ways = [(place, now[id]) for id, place in before.items() if id in now]
        ways = [way for way in ways if way[0].topLeft() != way[1].topLeft()]
        moving = [
            Moving(picture_of(layout, there, self._scale, self._ratio), here.topLeft(), there)
            for here, there in (ways if len(ways) <= MOST else ())
        ]
        self.room.begin(moving, layout.dressed(layout.frame))

    def _stale(self) -> list[QRectF]:
        marks = [self._landing.mark] if self._landing else []
        if len(self._from) > _MANY:
            return [self._around.translated(self._offset), self._around, *marks]
        holes = [hole.adjusted(-2, -12, 12, 2) for hole in self._holes]
        return [*self._lifted.areas(self._offset), *holes, *marks]


def _united(rectangles: Sequence[QRectF]) -> QRectF:
    around = QRectF()
    for rectangle in rectangles:
        around |= rectangle
    return around
