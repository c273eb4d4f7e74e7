"""Writes what is said beside the map of a vote: one line each, shortened where there is no room for all."""

from functools import lru_cache
from math import ceil

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter

from app.drawing.display import PlacedText, Texts
from app.drawing.painter import colour, paint
from app.drawing.text import TextBlock, text_block
from app.drawing.theme import SHEET, Colour, TextStyle


class Words:
    """Writes by the middle of a line."""

    def __init__(self, painter: QPainter) -> None:
        self.painter = painter

    def write(
        self, text: str, size: float, ink: Colour, left: float, middle: float, room: float, weight: int = 400
    ) -> float:
        """Write from the left on; returns where it ends."""
        return left + self._put(shortened(one_line(text), ceil(size), weight, room), left, middle, ink)

    def write_right(
        self, text: str, size: float, ink: Colour, right: float, middle: float, weight: int = 400
    ) -> float:
        """Write up to the right end; returns where it begins."""
        block = text_block(one_line(text), TextStyle(ceil(size), weight))
        self._put(block, right - block.width, middle, ink)
        return right - block.width

    def disc(self, number: int, middle: QPointF, radius: float, fill: Colour, rim: float = 0.0) -> None:
        """A number on a disc, with a rim of white where it lies on something."""
        self.painter.setPen(Qt.PenStyle.NoPen)
        if rim:
            self.painter.setBrush(colour(SHEET))
            self.painter.drawEllipse(middle, radius + rim, radius + rim)
        self.painter.setBrush(colour(fill))
        self.painter.drawEllipse(middle, radius, radius)
        size = ceil(radius * (1.3 if number < 100 else 0.95))
        block = text_block(str(number), TextStyle(size, 600))
        self._put(block, middle.x() - block.width / 2, middle.y(), SHEET)

    def strike(self, left: float, right: float, middle: float, ink: Colour, width: float) -> None:
        """A line through what is not there any more."""
        self.painter.fillRect(QRectF(left, middle - width / 2, right - left, width), colour(ink))

    def _put(self, block: TextBlock, left: float, middle: float, ink: Colour) -> float:
        place = PlacedText(left, middle - block.height / 2, block)
        paint(self.painter, (Texts([place], ink),), 1.0, smallest_text=0.0)
        return block.width


def one_line(text: str) -> str:
    return " ".join(text.split())


@lru_cache(maxsize=4096)
def shortened(text: str, size: int, weight: int, room: float) -> TextBlock:
    """As much of a text as there is room for."""
    style = TextStyle(size, weight)
    block = text_block(text, style)
    fits, end = 0, len(text)
    if block.width <= room:
        return block
    while fits + 1 < end:
        middle = (fits + end) // 2
        if text_block(text[:middle].rstrip() + "…", style).width <= room:
            fits = middle
        else:
            end = middle
    return text_block(text[: max(fits, 1)].rstrip() + "…", style)
