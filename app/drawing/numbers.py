"""Numbers on notes, as badges, so that people in a room can say which one they mean."""

from collections.abc import Iterable

from PySide6.QtCore import QRectF

from app.drawing.display import DisplayList, PlacedText, Rectangles, Stroke, Texts
from app.drawing.text import line_height, text_block
from app.drawing.theme import INK, SHEET, TextStyle

NUMBER = TextStyle(18, 700, leading=1.2)
HEIGHT = line_height(NUMBER) + 2
_INSET = 28.0
"""Clear of the tab of an assumption."""
_PADDING = 8.0


def draw_numbers(numbered: Iterable[tuple[int, QRectF]]) -> DisplayList:
    """A badge on the upper edge of each note's rectangle, where neither text nor marks are."""
    badges, texts = [], []
    for number, rectangle in numbered:
        block = text_block(str(number), NUMBER)
        width = block.width + 2 * _PADDING
        badge = QRectF(rectangle.right() - _INSET - width, rectangle.top() - HEIGHT / 2, width, HEIGHT)
        badges.append(badge)
        texts.append(PlacedText(badge.left() + _PADDING, badge.top() + 1, block))
    if not badges:
        return ()
    outline = Rectangles(badges, fill=SHEET, stroke=Stroke(INK, 1.5), radius=HEIGHT / 2)
    return (outline, Texts(texts, INK))
