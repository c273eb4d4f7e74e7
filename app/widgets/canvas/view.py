"""The canvas: shows the map, and hands what the mouse and the keyboard do to pointer, typing and cursor."""

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QInputDevice,
    QInputMethodEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QResizeEvent,
    QShowEvent,
    QTransform,
)
from PySide6.QtWidgets import QGraphicsScene, QWidget

from app.language.phrases import tr_context
from app.model.records import Id, Section
from app.model.verbs.sections import fold_sections
from app.session.editor import Editor
from app.widgets.canvas import record_bounds
from app.widgets.canvas.accessible.announcements import Speech
from app.widgets.canvas.edge_scrolling import EdgeScrolling
from app.widgets.canvas.flights import Flights
from app.widgets.canvas.hit_testing import NOTHING, Target, target_at
from app.widgets.canvas.keyboard import release_key, take_key
from app.widgets.canvas.marks.decoration import Decoration
from app.widgets.canvas.marks.selection_marks import MANY, Marks
from app.widgets.canvas.minimap import Minimap
from app.widgets.canvas.navigation import next_stage
from app.widgets.canvas.painting import mark_painting as overlay
from app.widgets.canvas.painting.frozen_headers import Frozen, frozen_in, paint_frozen, to_sheet
from app.widgets.canvas.painting.gliding_rows import GlidingRows
from app.widgets.canvas.painting.graph_items import Graphs
from app.widgets.canvas.painting.painted_map import PaintedMap
from app.widgets.canvas.pointer import Pointer
from app.widgets.canvas.shown_map import ShownMap
from app.widgets.canvas.sight import SightOfMap
from app.widgets.canvas.touch import Fingers
from app.widgets.canvas.typing.composing import Composing
from app.widgets.canvas.typing.map_typing import Typing
from app.widgets.canvas.typing.text_editor import TextEditor, is_tab

_DESK = 60.0
"""How much of the desk is seen around the sheet, in map units."""
_EDGE = 5
"""Pixels around a header's edge where it can be grasped."""
_REACH = 10
"""Pixels that rings and marks reach out of what they mark."""


class CanvasView(SightOfMap):
    """The map that an editor shows."""

    sigDeviceRangeChanged = Signal(object, object)
    sigDeviceTransformChanged = Signal(object)
    # Never emitted here, but pyqtgraph's items want to connect to them.

    persona_wanted = Signal(str)
    """The page of a persona is to be shown."""
    title_wanted = Signal()
    """The title of the map is to be changed."""
    menu_wanted = Signal(QPoint)
    """The context menu of what is selected is asked for, at a place of the screen."""

    def __init__(self, editor: Editor, parent: QWidget | None = None) -> None:
        scene = QGraphicsScene()
        super().__init__(scene, parent)
        scene.setParent(self)
        self.editor = editor
        self.shown = ShownMap(editor, self)
        self.typing: Typing = Typing(scene, self.shown)
        self.pointer = Pointer(self)
        self._composing = Composing(self)
        self._fingers = Fingers(self)
        self._edges = EdgeScrolling(self, self.scroll_by, self.pointer.drag_on)
        self.painted = PaintedMap(self.shown, self)
        self.decorations: list[Decoration] = [GlidingRows(self)]
        """What else lies over the map, painted in this order, under the marks of what is selected."""
        self._marks = Marks(self)
        self._graphs = Graphs(scene, self.shown, self.transform().m11())
        self._graphs.woken.connect(self.painted.leave_out_what_moves)
        self._graphs.woken.connect(self.viewport().update)
        self.shown.previewed.connect(self._show_preview)
        self.shown.decoded.connect(self._repaint)
        self.zoom_changed.connect(lambda _: self._graphs.zoom_to(self.transform().m11()))
        self.setMouseTracking(True)
        self.setAccessibleName(tr_context("noun", "Map"))
        self._speech = Speech(self, editor)
        self.shown.laid_out.connect(self._follow)
        self.typing.ended.connect(self._after_typing)
        editor.selection_changed.connect(self._marks.follow)
        editor.turned.connect(self.show_where_the_cursor_is)
        self.minimap = Minimap(self, self.shown)
        self._flights = Flights(self)
        self._follow([])

    # What the window asks for

    def fit_selection(self) -> None:
        """Show what is selected as large as fits, up to 200 %."""
        self.fit_all_of(self._marks.selected())

    def start_note(self, text: str = "") -> None:
        """Begin to type a new note in the cursor's cell (on a map without stages, the first stage)."""
        if not self.editor.read_only:
            cell = self.editor.selection.cell
            self._unfold(cell.section if cell else None)
            self.typing.start(text)
            self.show_record(self.typing.edited or "")

    def edit_text(self, id: Id, typed_over: str = "") -> None:
        """Edit the text of a note, stage or section where it stands, with something typed over it already."""
        record = self.editor.document.find(id)
        self._unfold(getattr(record, "section", None))
        self.show_record(id)
        self.typing.edit(id, typed_over)

    def open_persona(self, id: Id) -> None:
        self.persona_wanted.emit(id)

    def open_title(self) -> None:
        self.title_wanted.emit()

    def _unfold(self, id: Id | None) -> None:
        """Show all of a section: what is typed into it must be seen."""
        section = self.editor.document.find(id or "")
        if isinstance(section, Section) and section.is_folded:
            self.editor.do_at_once(fold_sections(self.editor.document, [section.id], False))

    # The canvas as gestures know it

    def frozen(self) -> Frozen:
        return frozen_in(self.shown.layout, QPointF(self.mapFromScene(QPointF(0, 0))), self.transform().m11())

    def to_sheet(self, place: QPoint) -> QPointF:
        return to_sheet(self.frozen(), self.shown.layout, QPointF(place))

    def target_at(self, place: QPoint) -> Target:
        reach = _EDGE / self.transform().m11()
        return target_at(self.editor.document, self.shown.layout, self.to_sheet(place), reach)

    def rectangle_of(self, id: Id) -> QRectF | None:
        return record_bounds.rectangle_of(self.editor.document, self.shown.layout, id)

    def show_cursor(self, shape: Qt.CursorShape) -> None:
        if self.viewport().cursor().shape() != shape:
            self.viewport().setCursor(shape)

    def scroll_at_edges(self, place: QPoint | None) -> None:
        if place is None:
            self._edges.stop()
        else:
            frozen = self.frozen()
            self._edges.hold(place, self.viewport().rect().adjusted(int(frozen.left), int(frozen.top), 0, 0))

    def to_viewport(self, place: QPointF) -> QPointF:
        return self.viewportTransform().map(place)

    def refresh_pixels(self, area: QRectF) -> None:
        self.viewport().update(area.toAlignedRect().adjusted(-1, -1, 1, 1))

    def refresh(self, rectangles: Iterable[QRectF]) -> None:
        rectangles = list(rectangles)
        if len(rectangles) > MANY:
            self.viewport().update()
            return
        for rectangle in rectangles:
            stale: QRect = self.mapFromScene(rectangle).boundingRect()
            self.viewport().update(stale.adjusted(-_REACH, -_REACH, _REACH, _REACH))

    # Painting

    def drawBackground(self, painter: QPainter, rect: QRectF | QRect) -> None:
        self.painted.show(painter, self.backgroundBrush())

    def drawForeground(self, painter: QPainter, rect: QRectF | QRect) -> None:
        frozen = self.frozen()
        painter.save()
        free = self.viewport().rect().adjusted(int(frozen.left), int(frozen.top), 0, 0)
        painter.setClipRect(self.mapToScene(free).boundingRect(), Qt.ClipOperation.IntersectClip)
        overlay.paint_hints(painter, self.shown.layout, self.transform().m11())
        for decoration in self.decorations:
            decoration.paint(painter, QRectF(rect))
        self._marks.paint(painter, QRectF(rect))
        if self.pointer.gesture is not None:
            self.pointer.gesture.paint(painter)
        painter.restore()
        painter.save()
        painter.setWorldTransform(QTransform())
        exposed = self.mapFromScene(rect).boundingRect()
        size, marked = self.viewport().size(), self._marks.of_headers
        paint_frozen(painter, self.shown.layout, frozen, size, QRectF(exposed), marked)
        painter.restore()

    def _follow(self, stale: list[QRectF]) -> None:
        # What is dragged may be gone, or lie elsewhere.
        self.pointer.cancel()
        self._repaint(stale)
        self.setSceneRect(self.shown.layout.rectangle.adjusted(-_DESK, -_DESK, _DESK, _DESK))
        self._marks.follow()
        if self.typing.edited is not None:
            self.show_record(self.typing.edited)

    def _repaint(self, stale: list[QRectF]) -> None:
        self.painted.forget(stale)
        self.refresh(stale)

    def _show_preview(self, stale: list[QRectF]) -> None:
        self._repaint(stale)
        self._marks.follow_preview()

    def _after_typing(self, how: str) -> None:
        if how == "left":
            return
        self.setFocus()
        if how in ("next", "previous"):
            next_stage(self.editor, self.shown.layout, 1 if how == "next" else -1)
            self.show_where_the_cursor_is()

    # Events

    def event(self, event: QEvent) -> bool:
        """In the middle of a drag no key is a shortcut: Ctrl+Z ends the drag, Delete deletes nothing."""
        if event.type() == QEvent.Type.ShortcutOverride and self.pointer.is_busy:
            event.accept()
            return True
        if event.type() == QEvent.Type.KeyPress and self.typing.edited is None and is_tab(event):
            # The scene would give the focus back to its text editor, which is hidden.
            self.keyPressEvent(event)
            return True
        return super().event(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._composing.stay_open()
        self._speech.begin()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """A space bar that is let go elsewhere is not heard of."""
        self.pointer.pans_with_left = False
        super().focusOutEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._fingers.watch()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if self._is_by_touch(event) and self._fingers.are_several:
            return
        self.setFocus()
        if self._is_on_text_editor(event):
            super().mousePressEvent(event)
            return
        self.typing.finish()
        self.pointer.press(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        self.pointer.move(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        self.pointer.release(event)
        self._composing.stay_open()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if self._is_by_touch(event) and self._fingers.are_several:
            return
        if self._is_on_text_editor(event):
            super().mouseDoubleClickEvent(event)
        else:
            self.pointer.double_click(event)

    def leaveEvent(self, event: QEvent) -> None:
        self.pointer.hover(NOTHING)
        super().leaveEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """By the mouse, the menu is that of what lies under it; by its key, that of what is selected."""
        place = event.pos()
        if self.pointer.is_busy:
            return
        if isinstance(self.itemAt(place), TextEditor):
            super().contextMenuEvent(event)
            return
        if event.reason() == QContextMenuEvent.Reason.Mouse:
            self.pointer.select_for_menu(place)
        elif marked := self._marks.selected()[-1:] or self._marks.places:
            self.show_where_the_cursor_is()
            place = self.mapFromScene(marked[-1].center())
        self.menu_wanted.emit(self.viewport().mapToGlobal(place))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.typing.edited is not None or not take_key(self, self.pointer, event):
            super().keyPressEvent(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        if self._composing.begin(event):
            super().inputMethodEvent(event)

    def inputMethodQuery(self, query: Qt.InputMethodQuery) -> object:
        edited = self.typing.edited is not None
        return super().inputMethodQuery(query) if edited else self._composing.answer(query)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        release_key(self, self.pointer, event)
        super().keyReleaseEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.minimap.follow()

    def focusNextPrevChild(self, next: bool) -> bool:
        """Tab moves the cursor, not the focus; F6 leaves the canvas."""
        return False

    def _is_by_touch(self, event: QMouseEvent) -> bool:
        return event.deviceType() == QInputDevice.DeviceType.TouchScreen

    def _is_on_text_editor(self, event: QMouseEvent) -> bool:
        return isinstance(self.itemAt(event.position().toPoint()), TextEditor)
