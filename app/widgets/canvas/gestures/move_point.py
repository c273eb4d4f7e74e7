"""Moving an emotion point up and down, with Shift also aside in its stage; the graph follows the hand."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QTransform

from app.drawing.display import PlacedText, Texts
from app.drawing.painter import paint
from app.drawing.sections.emotional_graph.graph_body import GraphBody
from app.drawing.text import text_block
from app.drawing.theme import INK, SHEET, TextStyle
from app.model.analysis.reading_words import signed
from app.model.records import EmotionPoint, Id
from app.model.verbs.emotions import move_point, move_quote, moved, quote_moved
from app.widgets.canvas.gestures.gesture import Canvas, Gesture

_BUBBLE = QColor(*INK[:3], 235)
_BUBBLE_TEXT = TextStyle(15, 600)
_OVER_THE_POINT = 16.0


class _PreviewGesture(Gesture):
    """A gesture that shows the graph as it would be, and leaves it as it was where nothing comes of it."""

    def __init__(self, canvas: Canvas, start: QPointF, point: Id) -> None:
        super().__init__(canvas, start)
        self.point = canvas.editor.document.get(EmotionPoint, point)
        row = canvas.shown.layout.row_of(self.point.section)
        assert row is not None
        assert isinstance(row.body, GraphBody)
        self.row = row
        self.body = row.body

    def show(self, point: EmotionPoint) -> None:
        body = self.body.with_point(point)
        self.canvas.shown.preview(self.row._replace(body=body))

    def cancel(self) -> None:
        self.canvas.shown.end_preview()


class MovePoint(_PreviewGesture):
    """Drags one point, whose value is shown beside it."""

    def __init__(self, canvas: Canvas, start: QPointF, point: Id) -> None:
        super().__init__(canvas, start, point)
        self.moved = self.point
        self._bubble = QRectF()
        """Where the value is shown, in pixels of the viewport."""

    def move(self, place: QPointF, modifiers: Qt.KeyboardModifier) -> None:
        scale = self.body.scale
        y = scale.y_of(self.point.value) + place.y() - self.start.y()
        value = self.point.value if place.y() == self.start.y() else round(scale.value_at(y), 1)
        at = self.point.at
        if modifiers & Qt.KeyboardModifier.ShiftModifier:
            column = self.canvas.shown.layout.column_of(self.point.stage)
            assert column is not None
            at = round(at + (place.x() - self.start.x()) / column.width, 3)
        self.moved = self.point.changed(**moved(value, at))
        self.canvas.refresh_pixels(self._bubble)
        self.show(self.moved)
        self.canvas.refresh_pixels(self._bubble_over_the_point())

    def finish(self, modifiers: Qt.KeyboardModifier) -> None:
        editor = self.canvas.editor
        self.canvas.refresh_pixels(self._bubble)
        change = move_point(editor.document, self.point.id, self.moved.value, self.moved.at)
        if change:
            editor.do(change)
        else:
            self.cancel()

    def cancel(self) -> None:
        self.canvas.refresh_pixels(self._bubble)
        super().cancel()

    def paint(self, painter: QPainter) -> None:
        text = text_block(signed(self.moved.value), _BUBBLE_TEXT)
        self._bubble = self._bubble_over_the_point()
        painter.save()
        painter.setWorldTransform(QTransform())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(_BUBBLE)
        painter.drawRoundedRect(self._bubble, 6, 6)
        middle = self._bubble.center()
        placed = PlacedText(middle.x() - text.width / 2, middle.y() - text.height / 2, text)
        paint(painter, (Texts([placed], SHEET),))
        painter.restore()

    def _bubble_over_the_point(self) -> QRectF:
        body = self.canvas.shown.layout.row_of(self.point.section)
        assert body is not None
        assert isinstance(body.body, GraphBody)
        place = body.body.place_of(self.point.id) or QPointF()
        on_screen = self.canvas.to_viewport(place + QPointF(0, self.row.y))
        text = text_block(signed(self.moved.value), _BUBBLE_TEXT)
        width, height = text.width + 18, text.height + 8
        y = on_screen.y() - _OVER_THE_POINT - height
        return QRectF(
            on_screen.x() - width / 2, y if y > 0 else on_screen.y() + _OVER_THE_POINT, width, height
        )


class MoveQuote(_PreviewGesture):
    """Drags a point's quote to where it shall stay."""

    def __init__(self, canvas: Canvas, start: QPointF, point: Id) -> None:
        super().__init__(canvas, start, point)
        place = self.body.place_of(point) or QPointF()
        quote = next(quote for quote in self.body.words.quotes if quote.point.id == point)
        self._from = quote.rectangle.center() - place
        self._to: QPointF | None = None

    def move(self, place: QPointF, modifiers: Qt.KeyboardModifier) -> None:
        self._to = self._from + place - self.start
        self.show(self.point.changed(**quote_moved(self._to.x(), self._to.y())))

    def finish(self, modifiers: Qt.KeyboardModifier) -> None:
        if self._to is None:
            return
        editor = self.canvas.editor
        editor.do(move_quote(editor.document, self.point.id, self._to.x(), self._to.y()))
