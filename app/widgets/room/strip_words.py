"""Writes a line of words into a strip along the top of what a room sees."""

from PySide6.QtGui import QPainter

from app.drawing.display import PlacedText, Texts
from app.drawing.painter import paint
from app.drawing.text import text_block
from app.drawing.theme import Colour, TextStyle

_FEWEST = 4
"""Characters that are worth showing of a line."""


def write_line(
    painter: QPainter, text: str, style: TextStyle, x: float, right: float, height: float, ink: Colour
) -> float:
    """Write one line in the middle of a strip, shortened where there is no room; returns where it ends."""
    room = right - x
    block = text_block(text.replace("\n", " "), style)
    if block.width > room:
        kept = int(len(text) * room / block.width) - 1
        if kept < _FEWEST:
            return x
        block = text_block(text[:kept].rstrip() + "…", style)
    y = (height - block.height) / 2 + 2
    paint(painter, (Texts([PlacedText(x, y, block)], ink),), 1.0, smallest_text=0.0)
    return x + block.width
