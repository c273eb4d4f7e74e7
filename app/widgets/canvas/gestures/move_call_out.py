"""Moving the box of a call-out, and leading its line to something else; it follows the hand."""

from PySide6.QtCore import QPointF, Qt

from app.drawing.call_outs import PlacedCallOut
from app.model.records import Id
from app.model.verbs.call_outs import lead_call_out, move_call_out
from app.widgets.canvas.call_outs import target_of
from app.widgets.canvas.gestures.gesture import Canvas, Gesture
from app.widgets.canvas.hit_testing import target_below


class _OfCallOut(Gesture):
    """A gesture that shows a call-out as it would be."""

    def __init__(self, canvas: Canvas, start: QPointF, call_out: Id) -> None:
        super().__init__(canvas, start)
        self.before = next(one for one in canvas.shown.layout.call_outs if one.id == call_out)
        self.now: PlacedCallOut = self.before

    def show(self, placed: PlacedCallOut) -> None:
        self.now = placed
        self.canvas.shown.preview_call_out(placed)

    def cancel(self) -> None:
        self.canvas.shown.end_preview()


class MoveCallOut(_OfCallOut):
    """Drags the box, wherever it covers nothing that should be read."""

    def move(self, place: QPointF, modifiers: Qt.KeyboardModifier) -> None:
        self.show(self.before.moved(self.before.shift + place - self.start))

    def finish(self, modifiers: Qt.KeyboardModifier) -> None:
        editor, to = self.canvas.editor, self.now.shift
        if self.now.rectangle == self.before.rectangle:
            self.cancel()
        else:
            editor.do(move_call_out(editor.document, self.now.id, to.x(), to.y()))


class LeadCallOut(_OfCallOut):
    """Drags the end of the line to what it shall speak of: a note, a point, a header or a place."""

    def move(self, place: QPointF, modifiers: Qt.KeyboardModifier) -> None:
        self._place = place
        self.show(self.before.led_to(place))

    def finish(self, modifiers: Qt.KeyboardModifier) -> None:
        editor, layout = self.canvas.editor, self.canvas.shown.layout
        hit = target_below(editor.document, layout, self._place)
        target = target_of(editor.document, layout, hit, self._place)
        change = lead_call_out(editor.document, self.now.id, target) if target is not None else None
        if change:
            editor.do(change)
        else:
            self.cancel()
