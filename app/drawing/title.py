"""The title block: whose journey it is, what it is called, and why it was drawn."""

from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF

from app.drawing.avatars import draw_avatar
from app.drawing.display import Batch, DisplayList, PlacedText, Rectangles, Stroke, Texts
from app.drawing.key_point_strip import draw_strip
from app.drawing.persona_card import draw_cards
from app.drawing.pieces import around
from app.drawing.sections.kind import Box
from app.drawing.sizes import Sizes
from app.drawing.text import TextBlock, is_right_to_left, snug, text_block
from app.drawing.theme import HAIRLINE, INK, MARGIN, SECONDARY, SHEET, TextStyle
from app.drawing.wide_title import draw_band
from app.language.phrases import Phrase, phrase, phrase_context
from app.model.document import Document
from app.model.records import JourneyMap, MapStatus, MapType, Persona
from app.model.text import one_line

AVATAR = 46.0
_GAP = 22.0
MOST_FACES = 4
"""How many personas' faces stand beside the title."""
MAP_TYPES: dict[MapType, Phrase] = {
    "current state": phrase_context("type of map", "AS-IS"),
    "future state": phrase_context("type of map", "TO-BE"),
    "day in the life": phrase_context("type of map", "DAY IN THE LIFE"),
    "service blueprint": phrase_context("type of map", "SERVICE BLUEPRINT"),
}
"""What the badge beside a map's title says."""
_STATUS: dict[MapStatus, Phrase] = {
    "hypothesis": phrase_context("status of a map", "HYPOTHESIS"),
    "being researched": phrase_context("status of a map", "BEING RESEARCHED"),
    "validated": phrase_context("status of a map", "VALIDATED"),
}


class TitleBlock(NamedTuple):
    """The title block over a map, laid out."""

    height: float
    display_list: DisplayList
    personas: tuple[Box, ...] = ()
    """Where each persona's card or face stands."""


def draw_title(document: Document, journey_map: JourneyMap, width: float, sizes: Sizes) -> TitleBlock:
    """The title block over a map of a width, and its key points below."""
    block = _block(document, journey_map, width, sizes)
    if sizes.in_room or not sizes.shown.key_points:
        return block
    height, strip = draw_strip(document.key_points(journey_map.id), block.height, width, sizes)
    return block._replace(height=block.height + height, display_list=(*block.display_list, *strip))


def _block(document: Document, journey_map: JourneyMap, width: float, sizes: Sizes) -> TitleBlock:
    personas = [document.get(Persona, id) for id in journey_map.personas]
    if sizes.title_is_wide:
        beside = () if journey_map.shows_personas and not sizes.seams else personas
        band = draw_band(document, journey_map, beside, width, sizes)
        block = TitleBlock(band.height, band.display_list, band.personas)
    else:
        block = _usual(document, journey_map, personas, width, sizes)
    if not journey_map.shows_personas or not personas or sizes.seams:
        return block
    from_right = is_right_to_left(journey_map.title)
    height, cards, boxes = draw_cards(document, personas, block.height - 8, width, sizes, from_right)
    return TitleBlock(block.height + height, (*block.display_list, *cards), tuple(boxes))


def _usual(
    document: Document, journey_map: JourneyMap, personas: list[Persona], width: float, sizes: Sizes
) -> TitleBlock:
    """The title with what is known of the map in a line or two under it."""
    pills, pills_left = _pills(journey_map, width - MARGIN, sizes.label)
    faces = [] if journey_map.shows_personas else personas
    x = MARGIN + len(faces[:MOST_FACES]) * (2 * AVATAR + _GAP)
    room = pills_left - _GAP - x
    lines = [(journey_map.title, sizes.title, INK)]
    lines += [(line, sizes.scenario, SECONDARY) for line in _below_title(journey_map, personas) if line]
    is_mirrored = is_right_to_left(journey_map.title)
    blocks = [
        (*_beginning(text_block(text, style, room), room, is_mirrored), ink) for text, style, ink in lines
    ]
    content = sum(block.height for block, _, _ in blocks)
    height = max(content, 2 * AVATAR) + 2 * MARGIN - 12
    y = (height - content) / 2
    drawn: list[Batch] = [*pills]
    for block, dx, ink in blocks:
        drawn.append(Texts([PlacedText(x + dx, y, block)], ink))
        y += block.height
    boxes = []
    for persona, place in zip(faces, avatar_places(len(faces), height / 2), strict=False):
        drawn += draw_avatar(document, persona, place, AVATAR)
        boxes.append(Box(persona.id, around(place, AVATAR)))
    return TitleBlock(height, tuple(drawn), tuple(boxes))


def _beginning(block: TextBlock, room: float, is_mirrored: bool) -> tuple[TextBlock, float]:
    """A line of the block, and by how much it is moved to begin where the title does."""
    if block.is_mirrored == is_mirrored:
        return block, 0.0
    if is_mirrored:
        return block, room - block.width
    # It ends at its right end, which is brought as near as its words allow.
    return snug(block), 0.0


def avatar_places(personas: int, middle: float) -> list[QPointF]:
    return [
        QPointF(MARGIN + AVATAR + index * (2 * AVATAR + _GAP), middle)
        for index in range(min(personas, MOST_FACES))
    ]


def _pills(journey_map: JourneyMap, right: float, style: TextStyle) -> tuple[list[Batch], float]:
    """The map's type and status, from the right; and how far to the left they reach."""
    drawn: list[Batch] = []
    status = (_STATUS[journey_map.status],) if journey_map.status else ()
    for text in (MAP_TYPES[journey_map.type], *status):
        pill, left = _pill(str(text), right, style)
        drawn += pill
        right = left - 12
    return drawn, right + 12


def _pill(text: str, right: float, style: TextStyle) -> tuple[list[Batch], float]:
    block = text_block(text, style)
    box = QRectF(right - block.width - 44, MARGIN + 6, block.width + 44, block.height + 20)
    place = PlacedText(box.left() + 22, box.top() + 10, block)
    outline = Rectangles(
        [box], fill=SHEET, stroke=Stroke(HAIRLINE.mixed(SECONDARY, 0.25), 2), radius=box.height() / 2
    )
    return [outline, Texts([place], SECONDARY)], box.left()


def _below_title(journey_map: JourneyMap, personas: list[Persona]) -> tuple[str, str]:
    """Whose journey it is and why, in a line; then what frames the map, in another."""
    people = [", ".join(filter(None, (one.name, _age(one), one.job_title))) for one in personas]
    goal, scenario = one_line(journey_map.goal), one_line(journey_map.scenario)
    expectations, scope = one_line(journey_map.expectations), one_line(journey_map.scope)
    period, objectives = one_line(journey_map.period), one_line(", ".join(journey_map.objectives))
    owner, version = one_line(journey_map.owner), one_line(journey_map.version)
    first = [
        *people,
        phrase("Goal: {text}", text=goal) if goal else "",
        phrase("Scenario: {text}", text=scenario) if scenario else "",
    ]
    second = [
        phrase("Expectations: {text}", text=expectations) if expectations else "",
        phrase("Scope: {text}", text=scope) if scope else "",
        phrase("Period: {text}", text=period) if period else "",
        phrase("Objectives: {text}", text=objectives) if objectives else "",
        phrase("Owner: {text}", text=owner) if owner else "",
        phrase("Version: {text}", text=version) if version else "",
    ]
    return " · ".join(map(str, filter(None, first))), " · ".join(map(str, filter(None, second)))


def _age(persona: Persona) -> str:
    return "" if persona.age is None else str(persona.age)
