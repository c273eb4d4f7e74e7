"""The canvas as its own parts know it: what they may ask of it, so that it alone knows them all."""

from collections.abc import Iterable

from PySide6.QtCore import QPoint, QPointF, QRectF

from app.model.records import Id
from app.session.editor import Editor
from app.widgets.canvas.hit_testing import Target
from app.widgets.canvas.painting.frozen_headers import Frozen
from app.widgets.canvas.pointer import Pointer
from app.widgets.canvas.shown_map import ShownMap
from app.widgets.canvas.typing.map_typing import Typing
from app.widgets.canvas.zooming_view import ZoomingView


class MapView(ZoomingView):
    """A view of a map that `CanvasView` completes. A QPoint is a place of the viewport, in pixels."""

    editor: Editor
    shown: ShownMap
    typing: Typing
    pointer: Pointer

    def frozen(self) -> Frozen:
        """What stays in view when the map scrolls."""
        raise NotImplementedError

    def target_at(self, place: QPoint) -> Target:
        raise NotImplementedError

    def rectangle_of(self, id: Id) -> QRectF | None:
        raise NotImplementedError

    def to_viewport(self, place: QPointF) -> QPointF:
        """Where a place of the sheet is seen, in pixels."""
        raise NotImplementedError

    def refresh(self, rectangles: Iterable[QRectF]) -> None:
        """Repaint parts of the sheet."""
        raise NotImplementedError

    def show_where_the_cursor_is(self) -> None:
        """Scroll until it is in view."""
        raise NotImplementedError

    def start_note(self, text: str = "") -> None:
        """Begin to type a new note in the cursor's cell."""
        raise NotImplementedError

    def edit_text(self, id: Id, typed_over: str = "") -> None:
        """Edit a text where it stands."""
        raise NotImplementedError
