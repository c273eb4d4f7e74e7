"""The title block: whose journey it is, what it is called, and why it was drawn."""

from PySide6.QtCore import QPointF, QRectF

from app.drawing.display import Batch, DisplayList, Paths, PlacedText, Rectangles, Stroke, Texts
from app.drawing.glyphs import circle
from app.drawing.text import text_block
from app.drawing.theme import (
    HAIRLINE,
    INITIALS,
    INK,
    MARGIN,
    PILL,
    SECONDARY,
    SHEET,
    SUBTITLE,
    TITLE,
    Colour,
)
from app.model.document import Document
from app.model.personas import initials
from app.model.records import JourneyMap, MapType, Persona

AVATAR = 46.0
_GAP = 22.0
SHORT_TYPES: dict[MapType, str] = {
    "current state": "AS-IS",
    "future state": "TO-BE",
    "day in the life": "DAY IN THE LIFE",
    "service blueprint": "SERVICE BLUEPRINT",
}


def draw_title(document: Document, journey_map: JourneyMap, width: float) -> tuple[float, DisplayList]:
    """The height of the title block over a map of a width, and its drawing."""
    personas = [document.get(Persona, id) for id in journey_map.personas]
    pill, pill_left = _pill(SHORT_TYPES[journey_map.type], width - MARGIN)
    x = MARGIN + (len(personas[:4]) * (2 * AVATAR + _GAP) if personas else 0)
    room = pill_left - _GAP - x
    title = text_block(journey_map.title, TITLE, room)
    subtitle = text_block(_subtitle(journey_map, personas), SUBTITLE, room)
    has_subtitle = bool(subtitle.text)
    content = title.height + (subtitle.height if has_subtitle else 0)
    height = max(content, 2 * AVATAR) + 2 * MARGIN - 12
    y = (height - content) / 2
    texts: list[Batch] = [Texts([PlacedText(x, y, title)], INK)]
    if has_subtitle:
        texts.append(Texts([PlacedText(x, y + title.height, subtitle)], SECONDARY))
    return height, (*texts, *pill, *_avatars(personas, height / 2))


def avatar_places(personas: int, middle: float) -> list[QPointF]:
    return [
        QPointF(MARGIN + AVATAR + index * (2 * AVATAR + _GAP), middle) for index in range(min(personas, 4))
    ]


def _avatars(personas: list[Persona], middle: float) -> list[Batch]:
    drawn: list[Batch] = []
    for persona, place in zip(personas, avatar_places(len(personas), middle), strict=False):
        colour = Colour.of(persona.colour)
        block = text_block(initials(persona.name), INITIALS)
        drawn.append(Paths(circle(AVATAR), [place], fill=colour))
        centred = PlacedText(place.x() - block.width / 2, place.y() - block.height / 2, block)
        drawn.append(Texts([centred], colour.mixed(Colour(0, 0, 0), 0.72)))
    return drawn


def _pill(text: str, right: float) -> tuple[list[Batch], float]:
    block = text_block(text, PILL)
    box = QRectF(right - block.width - 44, MARGIN + 6, block.width + 44, block.height + 20)
    place = PlacedText(box.left() + 22, box.top() + 10, block)
    outline = Rectangles(
        [box], fill=SHEET, stroke=Stroke(HAIRLINE.mixed(SECONDARY, 0.25), 2), radius=box.height() / 2
    )
    return [outline, Texts([place], SECONDARY)], box.left()


def _subtitle(journey_map: JourneyMap, personas: list[Persona]) -> str:
    parts = [", ".join(filter(None, (one.name, _age(one), one.job_title))) for one in personas]
    parts += [f"Goal: {journey_map.goal}"] if journey_map.goal.strip() else []
    parts += [f"Scenario: {journey_map.scenario}"] if journey_map.scenario.strip() else []
    return " · ".join(filter(None, parts))


def _age(persona: Persona) -> str:
    return "" if persona.age is None else str(persona.age)
