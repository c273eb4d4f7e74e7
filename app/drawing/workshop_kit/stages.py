"""Headers of stages, to be cut out and hung over their columns: the map's own, or blank ones to write on."""

from collections.abc import Iterator

from PySide6.QtCore import QPointF, QRectF

from app.drawing.display import Batch, Paths, PlacedText, Rectangles, Texts
from app.drawing.pieces import chevron
from app.drawing.theme import CHEVRON, SHEET, TextStyle, stage_hue
from app.drawing.workshop_kit.kit_page import MM, KitPage, Room, grid, in_pages, in_place, write_on
from app.language.phrases import tr
from app.model.document import Document
from app.model.records import JourneyMap, Stage

_WIDTH, _HEIGHT, _GAP = 180 * MM, 54 * MM, 8 * MM
_NAMES = tuple(TextStyle(size, 700, leading=1.15) for size in (96, 80, 64, 50, 40, 32, 26))
_BELOW = TextStyle(34, 500, leading=1.25)


def pages(document: Document, journey_map: JourneyMap, room: Room) -> Iterator[KitPage]:
    own = document.stages(journey_map.id)
    found = list(in_pages(own, list(grid(room, _WIDTH, _HEIGHT, _GAP))))
    # Each has the colour that it has on the map.
    count, index = len(own) or sum(map(len, found)), 0
    for page in found:
        drawn: list[Batch] = []
        for stage, place in page:
            drawn += _header(stage, place, min(index, count - 1), count)
            index += 1
        yield KitPage(tr("Stage headers"), tuple(drawn))


def _header(stage: Stage | None, place: QRectF, index: int, count: int) -> Iterator[Batch]:
    outline = chevron(place.width() - CHEVRON, place.height())
    yield Paths(outline, [QPointF(place.topLeft())], fill=stage_hue(index, count))
    inner = place.adjusted(2.4 * CHEVRON, 5 * MM, -2 * CHEVRON, -5 * MM)
    if stage is None or not stage.name.strip():
        field = inner.adjusted(0, 2 * MM, 0, -2 * MM)
        yield Rectangles([field], fill=SHEET, radius=14)
        yield write_on(field.adjusted(5 * MM, 2 * MM, -5 * MM, -2 * MM), 2)
        return
    below = in_place(stage.duration, (_BELOW,), QRectF(0, 0, inner.width(), 2.6 * _BELOW.size))
    room = inner.adjusted(0, 0, 0, -below.height if stage.duration else 0)
    name = in_place(stage.name, _NAMES, room)
    height = name.height + (below.height if stage.duration else 0)
    top = inner.center().y() - height / 2
    blocks = [PlacedText(inner.left(), top, name)]
    if stage.duration:
        blocks.append(PlacedText(inner.left(), top + name.height, below))
    yield Texts(blocks, SHEET)
