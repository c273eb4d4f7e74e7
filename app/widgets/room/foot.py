"""The foot of what a room sees: where on the way one is, and at the right the time."""

from math import ceil

from PySide6.QtCore import QPointF, QRectF, QSizeF
from PySide6.QtGui import QPainter

from app.drawing.display import PlacedText, Texts
from app.drawing.painter import paint
from app.drawing.text import TextBlock, text_block
from app.drawing.theme import Colour, TextStyle
from app.language.phrases import tr
from app.widgets.room.colours import RoomColours
from app.widgets.room.small_curve import SmallCurve

HEIGHT = 0.063
"""Beside the slide's height."""
_SIZE = 0.41
"""How large its type is beside the foot's height: its capitals are read from where notes are."""
_CURVE = QSizeF(2.75, 0.7)
"""How large the small curve is beside the foot's height."""


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

    def paint_title(self, title: str) -> None:
        self._write(title, 600, self._colours.ink, 0)

    def paint_right(self, time: str, word: str) -> None:
        """The time of day, and what is said left of it. What is painted after them leaves them their room."""
        for text, ink in ((time, self._colours.secondary), (word, self._colours.ink)):
            if not text:
                continue
            block = self._block(text, 500)
            self._right -= block.width
            self._put(block, self._right, ink)
            self._right -= self._size

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
