"""The word of a state that hangs from the hairline along the top: Writing, Voting, Placing."""

from math import ceil
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPainter, QPainterPath

from app.drawing.display import PlacedText, Texts
from app.drawing.painter import paint
from app.drawing.pieces import glyph
from app.drawing.text import TextBlock, text_block
from app.drawing.theme import SHEET, TextStyle

LEAST = 0.35
"""How large its type is beside the strip's height: its capitals are 1.85 % of the screen's."""
_MIDDLE = 0.69
"""Where its middle is, of the strip's width."""
_HIGH, _GAP, _SIGN, _PAD = 0.58, 0.2, 0.3, 0.85
"""Beside the strip's height."""


class StateTab(NamedTuple):
    """The tab of a strip along the top of what a room sees."""

    strip: QRectF
    sign: str
    """The name of an icon."""
    said: str

    @property
    def place(self) -> QRectF:
        strip, wide = self.strip, self._block.width + self.strip.height() * _PAD
        return QRectF(
            strip.left() + strip.width() * _MIDDLE - wide / 2, strip.top(), wide, strip.height() * _HIGH
        )

    @property
    def word(self) -> QRectF:
        """Where the word stands."""
        place, block = self.place, self._block
        x = place.right() - self.strip.height() * _GAP - block.width
        return QRectF(x, place.center().y() - block.height / 2 + 1, block.width, block.height)

    def paint(self, painter: QPainter, ink: QColor) -> None:
        """The tab with its sign and word, and the hairline from which it hangs."""
        height, place, word = self.strip.height(), self.place, self.word
        path = QPainterPath()
        path.addRoundedRect(place.adjusted(0, -8, 0, 0), 7, 7)
        painter.fillPath(path, ink)
        size = height * _SIGN
        middle = QPointF(place.left() + height * _GAP + size / 2, place.center().y())
        sign = glyph(self.sign, [middle], SHEET, size=size)
        paint(
            painter,
            (sign, Texts([PlacedText(word.left(), word.top(), self._block)], SHEET)),
            1.0,
            smallest_text=0.0,
        )
        line = QRectF(self.strip.left(), self.strip.top(), self.strip.width(), max(round(height * 0.06), 3))
        painter.fillRect(line, ink)

    @property
    def _block(self) -> TextBlock:
        return text_block(self.said, TextStyle(ceil(self.strip.height() * LEAST), 600))
