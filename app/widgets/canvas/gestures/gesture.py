"""What a gesture must be able to do, and the canvas as gestures know it."""

from collections.abc import Iterable
from typing import Protocol

from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from app.model.records import Id
from app.session.editor import Editor
from app.widgets.canvas.hit_testing import Target
from app.widgets.canvas.shown_map import ShownMap


class Canvas(Protocol):
    """The canvas for whoever acts on it. A QPoint is a place of the viewport, in pixels."""

    editor: Editor
    shown: ShownMap

    def window(self) -> QWidget: ...

    def target_at(self, place: QPoint) -> Target: ...

    def to_sheet(self, place: QPoint) -> QPointF: ...

    def rectangle_of(self, id: Id) -> QRectF | None: ...

    def to_viewport(self, place: QPointF) -> QPointF:
        """Where a place of the sheet is seen, in pixels."""
        ...

    def refresh_pixels(self, area: QRectF) -> None:
        """Repaint a part of the viewport."""
        ...

    def refresh(self, rectangles: Iterable[QRectF]) -> None:
        """Repaint parts of the sheet."""
        ...

    def scroll_by(self, across: int, down: int) -> bool: ...

    def scroll_at_edges(self, place: QPoint | None) -> None:
        """Scroll, again and again, while what is dragged is at a place near the edge; None ends it."""
        ...

    def show_cursor(self, shape: Qt.CursorShape) -> None: ...

    def show_where_the_cursor_is(self) -> None:
        """Scroll until it is in view."""
        ...

    def edit_text(self, id: Id, typed_over: str = "") -> None: ...

    def open_persona(self, id: Id) -> None: ...

    def open_title(self) -> None:
        """Have the map's title changed."""
        ...

    def start_note(self, text: str = "") -> None: ...


class Gesture:
    """From a press to a release. Changes the document at `finish` alone, by one Change; `cancel` by none."""

    def __init__(self, canvas: Canvas, start: QPointF) -> None:
        self.canvas = canvas
        self.start = start
        """Where it began on the sheet, in map units."""

    def move(self, place: QPointF, modifiers: Qt.KeyboardModifier) -> None:
        """The pointer is at a place of the sheet."""

    def finish(self, modifiers: Qt.KeyboardModifier) -> None:
        """The button was let go."""

    def cancel(self) -> None:
        """Esc was pressed: nothing has happened."""

    def paint(self, painter: QPainter) -> None:
        """What the gesture shows over the map, in map units."""
