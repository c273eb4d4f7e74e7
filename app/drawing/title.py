"""The title block: whose journey it is, what it is called, and why it was drawn."""

from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF

from app.drawing.avatars import draw_avatar
from app.drawing.display import Batch, DisplayList, PlacedText, Rectangles, Stroke, Texts
from app.drawing.persona_card import draw_cards
from app.drawing.sections.kind import Box
from app.drawing.text import text_block
from app.drawing.theme import (
    HAIRLINE,
    INK,
    MARGIN,
    PILL,
    SECONDARY,
    SHEET,
    SUBTITLE,
    TITLE,
)
from app.model.document import Document
from app.model.records import JourneyMap, MapType, Persona
from app.model.text import one_line

AVATAR = 46.0
_GAP = 22.0
MOST_FACES = 4
"""How many personas' faces stand beside the title."""
SHORT_TYPES: dict[MapType, str] = {
    "current state": "AS-IS",
    "future state": "TO-BE",
    "day in the life": "DAY IN THE LIFE",
    "service blueprint": "SERVICE BLUEPRINT",
}


class TitleBlock(NamedTuple):
    """The title block over a map, laid out."""

    height: float
    display_list: DisplayList
    personas: tuple[Box, ...] = ()
    """Where each persona's card or face stands."""


def draw_title(document: Document, journey_map: JourneyMap, width: float) -> TitleBlock:
    """The title block over a map of a width."""
    personas = [document.get(Persona, id) for id in journey_map.personas]
    pills, pills_left = _pills(journey_map, width - MARGIN)
    faces = [] if journey_map.shows_personas else personas
    x = MARGIN + len(faces[:MOST_FACES]) * (2 * AVATAR + _GAP)
    room = pills_left - _GAP - x
    lines = [(journey_map.title, TITLE, INK)]
    lines += [(line, SUBTITLE, SECONDARY) for line in _below_title(journey_map, personas) if line]
    blocks = [(text_block(text, style, room), ink) for text, style, ink in lines]
    content = sum(block.height for block, _ in blocks)
    height = max(content, 2 * AVATAR) + 2 * MARGIN - 12
    y = (height - content) / 2
    drawn: list[Batch] = [*pills]
    for block, ink in blocks:
        drawn.append(Texts([PlacedText(x, y, block)], ink))
        y += block.height
    boxes = []
    for persona, place in zip(faces, avatar_places(len(faces), height / 2), strict=False):
        drawn += draw_avatar(document, persona, place, AVATAR)
        corner = QPointF(AVATAR, AVATAR)
        boxes.append(Box(persona.id, QRectF(place - corner, place + corner)))
    if not journey_map.shows_personas or not personas:
        return TitleBlock(height, tuple(drawn), tuple(boxes))
    cards_height, cards, boxes = draw_cards(document, personas, height - 8, width)
    return TitleBlock(height + cards_height, (*drawn, *cards), tuple(boxes))


def avatar_places(personas: int, middle: float) -> list[QPointF]:
    return [
        QPointF(MARGIN + AVATAR + index * (2 * AVATAR + _GAP), middle)
        for index in range(min(personas, MOST_FACES))
    ]


def _pills(journey_map: JourneyMap, right: float) -> tuple[list[Batch], float]:
    """The map's type and status, from the right; and how far to the left they reach."""
    drawn: list[Batch] = []
    for text in filter(None, (SHORT_TYPES[journey_map.type], (journey_map.status or "").upper())):
        pill, left = _pill(text, right)
        drawn += pill
        right = left - 12
    return drawn, right + 12


def _pill(text: str, right: float) -> tuple[list[Batch], float]:
    block = text_block(text, PILL)
    box = QRectF(right - block.width - 44, MARGIN + 6, block.width + 44, block.height + 20)
    place = PlacedText(box.left() + 22, box.top() + 10, block)
    outline = Rectangles(
        [box], fill=SHEET, stroke=Stroke(HAIRLINE.mixed(SECONDARY, 0.25), 2), radius=box.height() / 2
    )
    return [outline, Texts([place], SECONDARY)], box.left()


def _below_title(journey_map: JourneyMap, personas: list[Persona]) -> tuple[str, str]:
    """Whose journey it is and why, in a line; then what frames the map, in another."""
    people = [", ".join(filter(None, (one.name, _age(one), one.job_title))) for one in personas]
    labelled = (("Goal", journey_map.goal), ("Scenario", journey_map.scenario))
    frame = (
        ("Expectations", journey_map.expectations),
        ("Scope", journey_map.scope),
        ("Period", journey_map.period),
        ("Objectives", ", ".join(journey_map.objectives)),
        ("Owner", journey_map.owner),
        ("Version", journey_map.version),
    )
    first = [*people, *(f"{name}: {one_line(text)}" for name, text in labelled if text.strip())]
    second = [f"{name}: {one_line(text)}" for name, text in frame if text.strip()]
    return " · ".join(filter(None, first)), " · ".join(second)


def _age(persona: Persona) -> str:
    return "" if persona.age is None else str(persona.age)
