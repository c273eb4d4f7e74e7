"""The foot of what a room sees: where on the way one is, and at the right the time."""

from math import ceil

from PySide6.QtCore import QPointF, QRectF, QSizeF
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from app.drawing.display import PlacedText, Texts
from app.drawing.keys_in_room import Key
from app.drawing.painter import colour, paint
from app.drawing.pieces import glyph
from app.drawing.text import TextBlock, text_block
from app.drawing.theme import ACCENT, INK, NOTE_FILLS, NOTE_GLYPHS, NOTE_MARK_INK, Colour, TextStyle
from app.language.phrases import tr
from app.model.records import NoteColour
from app.widgets.room.colours import RoomColours
from app.widgets.room.small_curve import SmallCurve
from app.workshop.clock_face import ClockFace

HEIGHT = 0.063
"""Beside the slide's height."""
_SIZE = 0.41
"""How large its type is beside the foot's height: its capitals are read from where notes are."""
_CURVE = QSizeF(2.75, 0.7)
"""How large the small curve is beside the foot's height."""
_FIELD = QSizeF(2.88, 0.77)
"""How large a field is beside the foot's height."""
_HINT = 0.8
"""How large the type of a key's hint is beside that of all else: it may be smaller than what must be read."""
_SIGN = 26.0
"""How large a glyph is that is not enlarged."""
_ROUND = 5.0


def curve_size(strip: QRectF) -> QSizeF:
    """How large the small curve is in a foot."""
    return _CURVE * strip.height()


class Foot:
    """Paints into a strip of the slide."""

    def __init__(self, painter: QPainter, strip: QRectF, colours: RoomColours) -> None:
        self._painter, self._strip, self._colours = painter, strip, colours
        self._size = ceil(strip.height() * _SIZE)
        self._left = strip.left() + strip.height() * 0.62
        self._right = strip.right() - strip.height() * 0.6
        painter.fillRect(strip, colours.panel)
        painter.fillRect(QRectF(strip.left(), strip.top(), strip.width(), 1), colours.hairline)

    def paint_way(self, curve: SmallCurve, number: int, count: int, name: str, page: int, pages: int) -> None:
        """The whole curve in small, the stages that were shown, and "3 / 8 Arrival"."""
        height = self._strip.height()
        curve.paint(self._painter, QPointF(self._left, self._strip.top() + height * 0.16), number)
        self._left += height * (_CURVE.width() + 0.45)
        self._write(str(number), 600, self._colours.ink, self._size * 0.35)
        self._write(f"/ {count}", 400, self._colours.secondary, self._size * 0.8)
        self._write(name, 600, self._colours.ink, self._size * 0.8)
        if pages > 1:
            words = tr("{number} of {count}", number=page + 1, count=pages)
            self._write(words, 400, self._colours.secondary, 0)

    def paint_title(self, title: str, is_alone: bool = True) -> None:
        self._write(title, 600, self._colours.ink, 0.0 if is_alone else self._size * 1.4)

    def paint_note(self, meaning: str, fill: NoteColour) -> None:
        """A note of a colour with its sign and what it means."""
        sign, block = self._size * 1.1, self._block(meaning, 600)
        height = self._strip.height() * 0.72
        card = QRectF(self._left - height * 0.35, 0, block.width + sign + height * 0.9, height)
        card.moveTop(self._strip.center().y() - height / 2)
        if card.right() > self._right:
            return
        self._paint_rounded(card, QColor(*NOTE_FILLS[fill][:3]))
        at = QPointF(self._left + sign * 0.4, self._strip.center().y())
        drawn = glyph(NOTE_GLYPHS[fill], [at], NOTE_MARK_INK, enlarged=sign / _SIGN)
        paint(self._painter, (drawn,), 1.0, smallest_text=0.0)
        self._put(block, self._left + sign * 1.2, INK)
        self._left = card.right() + self._size

    def paint_field(self, text: str) -> None:
        """What is being typed, in a field with a caret."""
        height = self._strip.height()
        place = QRectF(
            self._strip.left() + height * 0.52, 0, height * _FIELD.width(), height * _FIELD.height()
        )
        place.moveTop(self._strip.center().y() - place.height() / 2)
        edge = QPainterPath()
        edge.addRoundedRect(place, _ROUND, _ROUND)
        self._painter.fillPath(edge, self._colours.panel)
        self._painter.strokePath(edge, QPen(colour(ACCENT), max(height / 22, 2)))
        block, left = self._block(text, 600), place.left() + height * 0.3
        self._put(block, left, self._colours.ink)
        caret = QRectF(left + (block.width + 2 if text else 0), 0, max(height / 26, 1.5), self._size * 1.1)
        caret.moveTop(place.center().y() - caret.height() / 2)
        self._painter.fillRect(caret, colour(ACCENT))
        self._left = place.right() + self._size * 0.8

    def paint_words(self, words: str, ink: Colour | None = None) -> None:
        """What is said for now."""
        self._write(words, 500 if ink else 400, ink or self._colours.secondary, self._size * 0.8)

    def paint_key(self, key: Key) -> None:
        """A key's cap and what it does, where there is room for both."""
        style = TextStyle(self._size * _HINT, 500)
        caps = [text_block(str(name), style) for name in key.keys]
        does = text_block(str(key.does), style._replace(weight=400))
        pad = self._size * 0.35
        width = sum(cap.width + 3 * pad for cap in caps) + does.width
        if self._left + width > self._right:
            return
        for cap in caps:
            place = QRectF(self._left, 0, cap.width + 2 * pad, self._strip.height() * 0.5)
            place.moveTop(self._strip.center().y() - place.height() / 2)
            self._paint_rounded(place, self._colours.panel, self._colours.faint)
            self._put(cap, place.left() + pad, self._colours.ink)
            self._left = place.right() + pad
        self._put(does, self._left, self._colours.secondary)
        self._left += does.width + self._size

    def _paint_rounded(self, place: QRectF, fill: QColor, edge: QColor | None = None) -> None:
        path = QPainterPath()
        path.addRoundedRect(place, _ROUND, _ROUND)
        self._painter.fillPath(path, fill)
        if edge is not None:
            self._painter.strokePath(path, QPen(edge, 1.5))

    def paint_right(self, time: str, word: str, clock: ClockFace | None = None) -> None:
        """The time of day, then what is left of the agenda item, and what is said left of them.

        What is painted after them leaves them their room. Where nothing is said, the item's title is.
        """
        self._write_at_right(time, 500, self._colours.secondary)
        if clock is not None:
            self._paint_line()
            late = clock.is_over or clock.is_held
            ink = self._colours.late if late else self._colours.ink
            self._write_at_right(str(clock.words), 600, ink, 0.0 if word else 0.55)
        if word:
            self._write_at_right(word, 500, self._colours.ink)
        elif clock is not None:
            self._write_at_right(clock.title, 400, self._colours.secondary, most=0.24)

    def paint_step(self, time: str, step: str) -> None:
        """The time of day, and which step of the agenda it is."""
        self._write_at_right(time, 500, self._colours.secondary)
        if step:
            self._paint_line()
            self._write_at_right(step, 400, self._colours.secondary)

    def _write_at_right(
        self, text: str, weight: int, ink: Colour, gap: float = 0.0, most: float = 1.0
    ) -> None:
        """Write left of what was written there, at most on so much of the strip's width."""
        if not text:
            return
        block, room = self._block(text, weight), self._strip.width() * most
        if block.width > room:
            block = self._block(_shortened(text, block.width, room), weight)
        self._right -= block.width
        self._put(block, self._right, ink)
        self._right -= self._size * (gap or 1.0)

    def _paint_line(self) -> None:
        """The line between the time of day and what is left."""
        height = self._strip.height() * 0.4
        x = self._right + self._size * 0.2
        line = QRectF(x, self._strip.center().y() - height / 2, max(self._strip.height() / 44, 1), height)
        self._painter.fillRect(line, self._colours.faint)
        self._right = x - self._size * 0.8

    def _write(self, text: str, weight: int, ink: Colour, gap: float) -> None:
        room = self._right - self._left
        block = self._block(text, weight)
        if room < 2 * self._size:
            return
        if block.width > room:
            block = self._block(_shortened(text, block.width, room), weight)
        self._put(block, self._left, ink)
        self._left += block.width + gap

    def _block(self, text: str, weight: int) -> TextBlock:
        return text_block(text.replace("\n", " "), TextStyle(self._size, weight))

    def _put(self, block: TextBlock, x: float, ink: Colour) -> None:
        y = self._strip.center().y() - block.height / 2
        paint(self._painter, (Texts([PlacedText(x, y, block)], ink),), 1.0, smallest_text=0.0)


def _shortened(text: str, width: float, room: float) -> str:
    return text[: max(int(len(text) * room / width) - 1, 1)].rstrip() + "…"
