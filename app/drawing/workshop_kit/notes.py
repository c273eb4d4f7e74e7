"""Sheets of notes as large as sticky notes, in the colours of the legend, with marks to cut them apart."""

from collections.abc import Iterator

from PySide6.QtCore import QLineF, QPointF, QRectF

from app.drawing.display import Batch, Lines, PlacedText, Rectangles, Stroke, Texts
from app.drawing.pieces import glyph
from app.drawing.theme import (
    HAIRLINE,
    INK,
    NOTE_FILLS,
    NOTE_GLYPHS,
    NOTE_MARK_INK,
    SECONDARY,
    SHEET,
    TextStyle,
)
from app.drawing.workshop_kit.kit_page import MM, KitPage, Room, in_place
from app.language.phrases import tr
from app.model.document import Document
from app.model.records import JourneyMap, LegendEntry

SIDE = 76 * MM
_FOOT = 12 * MM
_MEANINGS = tuple(TextStyle(size, 500) for size in (26, 22, 18))
_TICK = (1.5 * MM, 6 * MM)
"""How near and how far from the notes a mark begins and ends."""


def pages(document: Document, journey_map: JourneyMap, room: Room) -> Iterator[KitPage]:
    entries: tuple[LegendEntry | None, ...] = document.legend() or (None,)
    columns, rows = int(room.width / SIDE + 1e-9), int(room.height / SIDE + 1e-9)
    left, top = (room.width - columns * SIDE) / 2, (room.height - rows * SIDE) / 2
    places = [
        QRectF(left + column * SIDE, top + row * SIDE, SIDE, SIDE)
        for row in range(rows)
        for column in range(columns)
    ]
    area = QRectF(left, top, columns * SIDE, rows * SIDE)
    for entry in entries:
        drawn = (*_notes(entry, places, area), Lines(list(_marks(area, columns, rows)), Stroke(INK, 0.8)))
        yield KitPage(tr("Notes"), drawn)


def _notes(entry: LegendEntry | None, places: list[QRectF], area: QRectF) -> Iterator[Batch]:
    if entry is None:
        yield Rectangles(places, fill=SHEET, stroke=Stroke(HAIRLINE.mixed(SECONDARY, 0.4), 1.2))
        return
    yield Rectangles(places, fill=NOTE_FILLS[entry.colour])
    yield Lines(list(_cuts(area)), Stroke(SHEET, 1.2))
    inner = QRectF(0, 0, SIDE - 17 * MM, _FOOT - 3 * MM)
    meaning = in_place(entry.meaning, _MEANINGS, inner)
    feet = [QPointF(place.left() + 5 * MM, place.bottom() - _FOOT / 2 - 1 * MM) for place in places]
    texts = [PlacedText(foot.x() + 6.5 * MM, foot.y() - meaning.height / 2, meaning) for foot in feet]
    signs = [foot + QPointF(1.5 * MM, 0) for foot in feet]
    yield glyph(NOTE_GLYPHS[entry.colour], signs, NOTE_MARK_INK, enlarged=1.3)
    yield Texts(texts, NOTE_MARK_INK)


def _cuts(area: QRectF) -> Iterator[QLineF]:
    """Between the notes of a sheet."""
    columns, rows = round(area.width() / SIDE), round(area.height() / SIDE)
    for column in range(1, columns):
        x = area.left() + column * SIDE
        yield QLineF(x, area.top(), x, area.bottom())
    for row in range(1, rows):
        y = area.top() + row * SIDE
        yield QLineF(area.left(), y, area.right(), y)


def _marks(area: QRectF, columns: int, rows: int) -> Iterator[QLineF]:
    """Ticks around the notes, in line with every cut."""
    near, far = _TICK
    for column in range(columns + 1):
        x = area.left() + column * SIDE
        yield QLineF(x, area.top() - far, x, area.top() - near)
        yield QLineF(x, area.bottom() + near, x, area.bottom() + far)
    for row in range(rows + 1):
        y = area.top() + row * SIDE
        yield QLineF(area.left() - far, y, area.left() - near, y)
        yield QLineF(area.right() + near, y, area.right() + far, y)
