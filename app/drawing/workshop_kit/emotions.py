"""The scale of emotions as a strip for the wall, with a blank graph beside it to draw the curve on."""

from collections.abc import Iterator

from PySide6.QtCore import QLineF, QPointF, QRectF

from app.drawing.display import Batch, Lines, Paths, PlacedText, Rectangles, Stroke, Texts
from app.drawing.glyphs import face
from app.drawing.text import text_block
from app.drawing.theme import (
    BAND_ABOVE,
    BAND_BELOW,
    CURVE_HIGH,
    CURVE_LOW,
    HAIRLINE,
    INK,
    SECONDARY,
    SHEET,
    TextStyle,
)
from app.drawing.workshop_kit.kit_page import MM, KitPage, Room, in_place
from app.language.phrases import tr
from app.model.analysis.reading_words import signed
from app.model.document import Document
from app.model.records import HIGHEST, LOWEST, JourneyMap

_STRIP = 64 * MM
_TALLEST = 250 * MM
_PADDING = 14 * MM
_FACE = 5.5 * MM
_FACES = (5.0, 2.5, 0.0, -2.5, -5.0)
_WORDS = tuple(TextStyle(size, 600) for size in (34, 28, 22, 18))
_VALUE = TextStyle(24, 500, "right")


def pages(document: Document, journey_map: JourneyMap, room: Room) -> Iterator[KitPage]:
    height = min(room.height, _TALLEST)
    middle = height / 2
    drawn: list[Batch] = [
        Rectangles([QRectF(0, 0, room.width, middle)], fill=BAND_ABOVE),
        Rectangles([QRectF(0, middle, room.width, middle)], fill=BAND_BELOW),
    ]
    values = [LOWEST + step for step in range(round(HIGHEST - LOWEST) + 1)]
    ruled = [_y(value, height) for value in values if value]
    drawn.append(Lines([QLineF(_STRIP, y, room.width, y) for y in ruled], Stroke(HAIRLINE, 1.2)))
    drawn.append(Lines([QLineF(_STRIP, middle, room.width, middle)], Stroke(SECONDARY, 2, (12, 9))))
    drawn += _strip(document.project.emotions, values, height)
    yield KitPage(tr("Emotion scale"), tuple(drawn))


def _strip(emotions: tuple[str, ...], values: list[float], height: float) -> Iterator[Batch]:
    yield Rectangles([QRectF(0, 0, _STRIP, height)], fill=SHEET, stroke=Stroke(SECONDARY, 1.5))
    ticks = [QLineF(_STRIP - 4 * MM, _y(value, height), _STRIP, _y(value, height)) for value in values]
    yield Lines(ticks, Stroke(SECONDARY, 1.5))
    labels = []
    for value in values:
        block = text_block(signed(value), _VALUE, 11 * MM)
        labels.append(PlacedText(_STRIP - 17 * MM, _y(value, height) - block.height / 2, block))
    yield Texts(labels, SECONDARY)
    for value in _FACES:
        ink = CURVE_HIGH if value > 0 else CURVE_LOW if value < 0 else SECONDARY
        place = QPointF(8.5 * MM, _y(value, height))
        yield Paths(face(value, _FACE), [place], fill=SHEET, stroke=Stroke(ink, 3.4))
    step = (HIGHEST - LOWEST) / max(len(emotions) - 1, 1)
    room = min((height - 2 * _PADDING) / max(len(emotions) - 1, 1), 2 * _PADDING)
    for index, word in enumerate(emotions):
        y = _y(LOWEST + index * step if len(emotions) > 1 else 0.0, height)
        area = QRectF(16 * MM, y - room / 2, _STRIP - 34 * MM, room)
        block = in_place(word, _WORDS, area)
        yield Texts([PlacedText(area.left(), y - block.height / 2, block)], INK)


def _y(value: float, height: float) -> float:
    return _PADDING + (HIGHEST - value) / (HIGHEST - LOWEST) * (height - 2 * _PADDING)
