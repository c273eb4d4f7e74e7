"""Headers of sections, to be cut out and hung beside their rows: the map's own, or blank ones to write on."""

from collections.abc import Iterator

from PySide6.QtCore import QPointF, QRectF

from app.drawing.display import Batch, PlacedText, Rectangles, Stroke, Texts
from app.drawing.pieces import glyph
from app.drawing.sections import kind_of
from app.drawing.theme import HAIRLINE, INK, NOTE_FILLS, SECONDARY, SHEET, TextStyle
from app.drawing.workshop_kit.kit_page import MM, KitPage, Room, grid, hint_of, in_pages, in_place, write_on
from app.language.phrases import tr
from app.model.document import Document
from app.model.records import JourneyMap, Section

_WIDTH, _HEIGHT, _GAP = 80 * MM, 57 * MM, 6 * MM
_BAR = 5 * MM
_ICON_ROOM = 13 * MM
_NAMES = tuple(TextStyle(size, 700, leading=1.15) for size in (52, 44, 36, 30, 24))
_HINTS = tuple(TextStyle(size, leading=1.3) for size in (24, 20))


def pages(document: Document, journey_map: JourneyMap, room: Room) -> Iterator[KitPage]:
    places = list(grid(room, _WIDTH, _HEIGHT, _GAP))
    for page in in_pages(document.sections(journey_map.id), places):
        drawn = (batch for section, place in page for batch in _header(section, place))
        yield KitPage(tr("Section headers"), tuple(drawn))


def _header(section: Section | None, place: QRectF) -> Iterator[Batch]:
    yield Rectangles([place], fill=SHEET, stroke=Stroke(HAIRLINE.mixed(SECONDARY, 0.4), 1.5))
    bar = QRectF(place.left(), place.top(), _BAR, place.height())
    yield Rectangles([bar], fill=NOTE_FILLS[section.colour] if section else HAIRLINE)
    inner = place.adjusted(_BAR + 5 * MM, 6 * MM, -5 * MM, -6 * MM)
    if section is None or not section.name.strip():
        yield write_on(inner, 3)
        return
    sign = section.glyph or kind_of(section.section_kind).glyph
    room = QRectF(0, 0, inner.width() - _ICON_ROOM, inner.height() * 0.55)
    name = in_place(section.name, _NAMES, room)
    icon = QPointF(inner.left() + 4.5 * MM, inner.top() + name.style.size * name.style.leading / 2)
    yield glyph(sign, [icon], SECONDARY, size=9 * MM, enlarged=2.2)
    x = inner.left() + _ICON_ROOM
    yield Texts([PlacedText(x, inner.top(), name)], INK)
    top = inner.top() + name.height + 3 * MM
    hint_text = hint_of(section)
    hint = in_place(hint_text, _HINTS, QRectF(0, 0, inner.width() - _ICON_ROOM, inner.bottom() - top))
    if hint_text:
        yield Texts([PlacedText(x, top, hint)], SECONDARY)
