"""The names of the sections, held at the left of what a room sees, and whose journey it is above them."""

from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter

from app.drawing.avatars import draw_avatar
from app.drawing.display import Batch, DisplayList, PlacedText, Texts
from app.drawing.layout import MapLayout
from app.drawing.painter import paint
from app.drawing.pieces import glyph
from app.drawing.sections import kind_of
from app.drawing.text import least_width, line_height, text_block
from app.drawing.theme import Colour, TextStyle
from app.model.document import Document
from app.model.records import Persona
from app.widgets.room.colours import RoomColours
from app.widgets.room.slide_geometry import Geometry
from app.widgets.room.stage_pages import Page

_SIGN, _TEXT, _RIGHT = 40.0, 70.0, 10.0
"""Map units from the slide's left edge: a sign's middle, and where its name begins."""
_NAME = TextStyle(22, 600, leading=1.2)
_WHOSE = TextStyle(24, 600, leading=1.2)
_MAP = TextStyle(18, 400, leading=1.25)
_FACE, _FACE_AT, _BESIDE_FACE = 23.0, 44.0, 76.0
"""The radius of a face, its middle, and where the name of its person begins."""


def paint_names(
    painter: QPainter,
    geometry: Geometry,
    document: Document,
    layout: MapLayout,
    page: Page,
    colours: RoomColours,
) -> None:
    scale, names = geometry.type.scale, geometry.names
    painter.fillRect(names, colours.panel)
    painter.fillRect(QRectF(names.right() - 1, 0, 1, names.height()), colours.hairline)
    painter.save()
    painter.setClipRect(names)
    painter.scale(scale, scale)
    width = names.width() / scale
    header = geometry.header_bottom(layout) / scale
    paint(painter, _whose(document, layout, width, header, colours), scale)
    for piece, y in geometry.tops(layout, page):
        painter.save()
        top = y / scale
        painter.fillRect(QRectF(0, top, width, 1 / scale), colours.hairline)
        painter.setClipRect(QRectF(0, top, width, piece.height), Qt.ClipOperation.IntersectClip)
        section = piece.row.section
        sign = section.glyph or kind_of(section.section_kind).glyph
        middle = top + min(piece.height, 400) / 2
        name = _name(section.name, sign, width, middle, colours.ink, colours.secondary)
        paint(painter, name, scale)
        painter.restore()
    painter.restore()


@lru_cache(maxsize=512)
def _name(name: str, sign: str, width: float, middle: float, ink: Colour, quiet: Colour) -> DisplayList:
    """A section's sign and name; below each other where a word of it would else be broken."""
    room = width - _TEXT - _RIGHT
    if least_width(name, _NAME) <= room:
        block = text_block(name, _NAME, room)
        place, left, top = QPointF(_SIGN, middle), _TEXT, middle - block.height / 2
    else:
        left = _SIGN - 16
        block = text_block(name, _NAME, width - left - _RIGHT)
        top = middle - block.height / 2 + 16
        place = QPointF(_SIGN, top - 18)
    words = Texts([PlacedText(left, top, block)], ink)
    return glyph(sign, [place], quiet), words


def _whose(
    document: Document, layout: MapLayout, width: float, height: float, colours: RoomColours
) -> tuple[Batch, ...]:
    """The first persona with the title of the map; the title alone where nobody is named."""
    personas = [document.find(id) for id in layout.map.personas]
    persona = next((each for each in personas if isinstance(each, Persona)), None)
    left = _BESIDE_FACE if persona else _SIGN - 16
    room = width - left - _RIGHT
    above = text_block(persona.name if persona else layout.map.title, _WHOSE, room)
    below = text_block(layout.map.title if persona else "", _MAP, room)
    lines = [(above, colours.ink), (below, colours.secondary)]
    if above.height + below.height > height:
        # In so narrow a picture the map's title has no room beside the name; the whole map tells it.
        lines.pop()
    content = sum(block.height for block, _ in lines if block.text)
    y = max((height - content) / 2, line_height(_MAP) / 4)
    drawn: list[Batch] = (
        [*draw_avatar(document, persona, QPointF(_FACE_AT, height / 2), _FACE)] if persona else []
    )
    for block, ink in lines:
        if block.text:
            drawn.append(Texts([PlacedText(left, y, block)], ink))
            y += block.height
    return tuple(drawn)
