"""What the mouse does on the canvas: it points, selects, and begins gestures."""

from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication

from app.model.analysis.rounds import whose_votes
from app.model.records import (
    CallOut,
    EmotionPoint,
    Entry,
    Id,
    InCell,
    JourneyMap,
    Note,
    Persona,
    Section,
    Stage,
)
from app.model.verbs.notes import vote
from app.model.verbs.sizes import resize
from app.widgets.canvas.emotion_points import add_point_at, choose_curve_at
from app.widgets.canvas.gestures.gesture import Canvas, Gesture
from app.widgets.canvas.gestures.move_call_out import LeadCallOut, MoveCallOut
from app.widgets.canvas.gestures.move_header import MoveHeader
from app.widgets.canvas.gestures.move_point import MovePoint, MoveQuote
from app.widgets.canvas.gestures.move_to_cell import MoveToCell
from app.widgets.canvas.gestures.pan import Pan
from app.widgets.canvas.gestures.resize import Resize
from app.widgets.canvas.gestures.rubber_band import RubberBand
from app.widgets.canvas.hit_testing import NOTHING, Target

_IN_CELLS = (Note.kind, Entry.kind)
_CALL_OUT = (CallOut.kind, "leader")
_SELECTABLE = (*_IN_CELLS, Stage.kind, Section.kind, Persona.kind, EmotionPoint.kind, "quote", *_CALL_OUT)
_POINT_DRAG = 4
"""Pixels after which a press on a point is a drag: in a small view more would be half of the scale."""
_HOLDS = Qt.MouseButton.LeftButton | Qt.MouseButton.MiddleButton
_ADDS = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.ControlModifier


class Pointer:
    """Follows the mouse over a canvas. `hovered` is what it points at, `gesture` what it is doing."""

    def __init__(self, canvas: Canvas) -> None:
        self._canvas = canvas
        self.hovered: Target = NOTHING
        self.gesture: Gesture | None = None
        self.pans_with_left = False
        """The space bar is held."""
        self._pan: Pan | None = None
        self._pressed: tuple[QPoint, Target] | None = None
        self._was_selected = False
        """Whether what is pressed was selected already: a click may end that, a drag does not."""
        self._last: tuple[QPoint, Qt.KeyboardModifier] = (QPoint(), Qt.KeyboardModifier.NoModifier)

    @property
    def is_busy(self) -> bool:
        """Whether something is being dragged, or is about to be."""
        return self.gesture is not None or self._pressed is not None

    def press(self, event: QMouseEvent) -> None:
        if event.buttons() != event.button():
            return  # a hand that drags something lets it fall by no other button
        place = event.position().toPoint()
        left = event.button() == Qt.MouseButton.LeftButton
        if event.button() == Qt.MouseButton.MiddleButton or (left and self.pans_with_left):
            self._pan = Pan(self._canvas, place)
        elif left:
            target = self._canvas.target_at(place)
            self._pressed = (place, target)
            self._was_selected = target.id is not None and target.id in self._canvas.editor.selection.ids
            if not (self._was_selected and event.modifiers() & _ADDS):
                self._select(target, bool(event.modifiers() & _ADDS))

    def select_for_menu(self, place: QPoint) -> None:
        """Select what is to have its menu; where it is selected already, all that is."""
        target = self._canvas.target_at(place)
        if target.id is None or target.id not in self._canvas.editor.selection.ids:
            self._select(target, False)

    def move(self, event: QMouseEvent) -> None:
        place = event.position().toPoint()
        if self._pan is not None:
            self._pan.move(place)
        elif self.gesture is not None:
            self._last = (place, event.modifiers())
            self.drag_on()
            self._canvas.scroll_at_edges(place)
        elif self._pressed is not None:
            self._begin_if_dragged(place, event.modifiers())
        else:
            self.hover(self._canvas.target_at(place))

    def drag_on(self) -> None:
        """The sheet moved under the pointer, or the pointer over the sheet."""
        if self.gesture is not None:
            place, modifiers = self._last
            if isinstance(self.gesture, MoveToCell):
                copies = modifiers & Qt.KeyboardModifier.ControlModifier
                shapes = Qt.CursorShape
                self._canvas.show_cursor(shapes.DragCopyCursor if copies else shapes.ArrowCursor)
            self.gesture.move(self._canvas.to_sheet(place), modifiers)

    def release(self, event: QMouseEvent) -> None:
        if event.buttons() & _HOLDS:
            return
        self._canvas.scroll_at_edges(None)
        gesture, self.gesture = self.gesture, None
        pressed, self._pressed = self._pressed, None
        self._pan = None
        if gesture is not None:
            self._canvas.show_cursor(Qt.CursorShape.ArrowCursor)
            gesture.finish(event.modifiers())
        elif pressed is not None:
            self._click(pressed[1], event.modifiers())
            if pressed[1].kind == "cell" and not event.modifiers():
                choose_curve_at(self._canvas, self._canvas.to_sheet(pressed[0]))

    def double_click(self, event: QMouseEvent) -> None:
        place = event.position().toPoint()
        target = self._canvas.target_at(place)
        self._pressed = None
        if target.part == "votes":
            self._vote(target)
            return
        self._select(target, adding=False)
        if target.kind == "edge" and target.id is not None:
            self._canvas.editor.do(resize(self._canvas.editor.document, target.id, None))
        if target.kind in (*_IN_CELLS, Stage.kind, Section.kind, CallOut.kind) and target.id is not None:
            self._canvas.edit_text(target.id)
        elif target.kind == Persona.kind and target.id is not None:
            self._canvas.open_persona(target.id)
        elif target.kind == JourneyMap.kind:
            self._canvas.open_title()
        elif target.kind == "cell" and not add_point_at(self._canvas, self._canvas.to_sheet(place)):
            self._canvas.start_note()

    def cancel(self) -> bool:
        """End what the hand is doing, as if it had never begun. Returns whether it did anything."""
        self._canvas.scroll_at_edges(None)
        gesture, self.gesture = self.gesture, None
        was_pressed, self._pressed = self._pressed is not None, None
        self._pan = None
        if gesture is not None:
            self._canvas.show_cursor(Qt.CursorShape.ArrowCursor)
            gesture.cancel()
        return gesture is not None or was_pressed

    def hover(self, target: Target) -> None:
        if target != self.hovered:
            before, self.hovered = self.hovered, target
            self._canvas.show_cursor(self._cursor_over(target))
            rings = [self._ring_of(before), self._ring_of(target)]
            self._canvas.refresh([ring for ring in rings if ring is not None])

    def _cursor_over(self, target: Target) -> Qt.CursorShape:
        if target.part == "votes":
            return Qt.CursorShape.PointingHandCursor
        if target.kind == "leader":
            return Qt.CursorShape.CrossCursor
        if target.kind != "edge":
            return Qt.CursorShape.ArrowCursor
        is_row = isinstance(self._canvas.editor.document.find(target.id or ""), Section)
        return Qt.CursorShape.SizeVerCursor if is_row else Qt.CursorShape.SizeHorCursor

    def _select(self, target: Target, adding: bool) -> None:
        editor = self._canvas.editor
        selected = editor.selection.ids
        if target.id is not None and target.kind in _SELECTABLE:
            if adding:
                editor.select([*selected, target.id], target.cell)
            elif target.id not in selected:
                editor.select([target.id], target.cell)
        elif not adding:
            editor.select_cell(target.cell)

    def _click(self, target: Target, modifiers: Qt.KeyboardModifier) -> None:
        if self._was_selected:
            self._click_on_selected(target, bool(modifiers & _ADDS))
        if target.part == "votes" and not modifiers:
            self._vote(target)

    def _vote(self, target: Target) -> None:
        editor = self._canvas.editor
        note = editor.document.find(target.id or "")
        if isinstance(note, Note) and (whose := whose_votes(editor.document, [note])):
            # What is clicked would stay as it is.
            editor.failed.emit(str(whose))
        elif target.id is not None:
            editor.do(vote(editor.document, [target.id], 1))

    def _click_on_selected(self, target: Target, adding: bool) -> None:
        """With Shift or Ctrl it is selected no more; else it is the only one."""
        editor = self._canvas.editor
        if adding and target.kind in _SELECTABLE:
            editor.select([id for id in editor.selection.ids if id != target.id], target.cell)
        elif target.kind in _SELECTABLE:
            editor.select([target.id or ""], target.cell)

    def _begin_if_dragged(self, place: QPoint, modifiers: Qt.KeyboardModifier) -> None:
        assert self._pressed is not None
        pressed_at, target = self._pressed
        is_point = target.kind == EmotionPoint.kind
        least = _POINT_DRAG if is_point else QApplication.startDragDistance()
        if (place - pressed_at).manhattanLength() < least:
            return
        start = self._canvas.to_sheet(pressed_at)
        self.gesture = self._gesture_for(target, start)
        if self.gesture is not None:
            self._pressed = None
            self.gesture.move(self._canvas.to_sheet(place), modifiers)

    def _gesture_for(self, target: Target, start: QPointF) -> Gesture | None:
        if target.kind in ("cell", "nothing"):
            return RubberBand(self._canvas, start)
        if self._canvas.editor.read_only or target.id is None:
            return None
        if target.kind in _IN_CELLS:
            return self._move_to_cell(target.id, start)
        if target.kind == EmotionPoint.kind:
            return MovePoint(self._canvas, start, target.id)
        if target.kind == "quote":
            return MoveQuote(self._canvas, start, target.id)
        if target.kind == CallOut.kind:
            return MoveCallOut(self._canvas, start, target.id)
        if target.kind == "leader":
            return LeadCallOut(self._canvas, start, target.id)
        if target.kind == "edge":
            return Resize(self._canvas, start, target.id)
        if target.kind in (Stage.kind, Section.kind):
            return MoveHeader(self._canvas, start, target.id)
        return None

    def _move_to_cell(self, id: Id, start: QPointF) -> MoveToCell:
        """Drags what is selected in sections of the same kind, in reading order, in whatever order it was."""
        document, layout = self._canvas.editor.document, self._canvas.shown.layout
        kind = document.get(Section, document.get(InCell, id).section).section_kind
        selected = set(self._canvas.editor.selection.ids)
        rows = (row for row in layout.rows if row.section.section_kind == kind)
        boxes = (box for row in rows for box in row.body.boxes(0, layout.width, row.height))
        return MoveToCell(self._canvas, start, tuple(box.id for box in boxes if box.id in selected), kind)

    def _ring_of(self, target: Target) -> QRectF | None:
        return self._canvas.rectangle_of(target.id) if target.id is not None else None
