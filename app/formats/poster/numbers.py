"""Numbers on the notes of a poster, so that people in a room can say which one they mean."""

from collections.abc import Iterator

from PySide6.QtCore import QRectF

from app.drawing.display import DisplayList, PlacedText, Rectangles, Stroke, Texts
from app.drawing.layout import MapLayout
from app.drawing.text import line_height, text_block
from app.drawing.theme import INK, SHEET, TextStyle
from app.model.document import Document
from app.model.records import Id, Note

NUMBER = TextStyle(18, 700, leading=1.2)
_INSET = 12.0
_PADDING = 8.0


def numbered(document: Document, layout: MapLayout) -> Iterator[tuple[int, Id, QRectF]]:
    """The notes of a map in the order in which one reads, from 1, with their rectangles."""
    ghosts = layout.comparison.ghosts if layout.comparison else frozenset()
    boxes = (
        box
        for box in layout.boxes_in(layout.rectangle)
        if isinstance(document.find(box.id), Note) and box.id not in ghosts
    )
    for number, (id, rectangle) in enumerate(boxes, 1):
        yield number, id, rectangle


def draw_numbers(document: Document, layout: MapLayout) -> DisplayList:
    """A badge on each note's upper edge, where neither text nor marks are."""
    badges, texts = [], []
    height = line_height(NUMBER) + 2
    for number, _, rectangle in numbered(document, layout):
        block = text_block(str(number), NUMBER)
        width = block.width + 2 * _PADDING
        badge = QRectF(rectangle.right() - _INSET - width, rectangle.top() - height / 2, width, height)
        badges.append(badge)
        texts.append(PlacedText(badge.left() + _PADDING, badge.top() + 1, block))
    if not badges:
        return ()
    outline = Rectangles(badges, fill=SHEET, stroke=Stroke(INK, 1.5), radius=height / 2)
    return (outline, Texts(texts, INK))
