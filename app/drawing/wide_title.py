"""The title block of a map that is arranged for its paper: title, personas and facts share its width."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF

from app.drawing.avatars import draw_avatar
from app.drawing.display import Batch, DisplayList, PlacedText, Texts, shifted
from app.drawing.facts import facts_of, lay_out_facts, least_width_of_facts
from app.drawing.sections.kind import Box
from app.drawing.sizes import Sizes
from app.drawing.text import TextBlock, text_block
from app.drawing.theme import INK, MARGIN, SECONDARY, Colour
from app.language.words import quoted
from app.model.document import Document
from app.model.records import JourneyMap, Persona
from app.model.text import one_line

MOST_PERSONAS = 4
"""How many personas are told beside the title; the others are in the panel of personas."""
_ABOVE, _BELOW = 26.0, 30.0
_MOST_FOR_TITLE = 0.46
"""The share of the width that the title takes where something stands beside it."""
_MOST_FOR_PERSONAS = 0.3
_BETWEEN = 2.4
"""How many times the size of notes lies between the parts."""
_FACE = 1.5
"""How many times the size of a persona's name the radius of the face is."""
_LINES_GAP = 6.0


class Part(NamedTuple):
    """A part of the title block, drawn from (0, 0)."""

    width: float
    height: float
    display_list: DisplayList
    personas: tuple[Box, ...] = ()


def draw_band(document: Document, journey_map: JourneyMap, personas: Sequence[Persona], width: float,
              sizes: Sizes) -> Part:  # fmt: skip
    """The title block over a map of a width: what is not known of the map takes no room."""
    room = width - 2 * MARGIN
    facts = facts_of(journey_map)
    is_alone = not personas and not facts
    parts = [_title(journey_map, room if is_alone else room * _MOST_FOR_TITLE, sizes)]
    if personas:
        parts.append(_personas(document, personas, room * _MOST_FOR_PERSONAS, sizes))
    gap = _BETWEEN * sizes.detail.size
    drawn: list[Batch] = []
    boxes: list[Box] = []
    x, height = MARGIN, max(part.height for part in parts)
    for part in parts:
        drawn += shifted(part.display_list, x, _ABOVE)
        boxes += [box._replace(rectangle=box.rectangle.translated(x, _ABOVE)) for box in part.personas]
        x += part.width + gap
    if facts:
        left = width - MARGIN - x
        if left >= least_width_of_facts(sizes):
            laid_out = lay_out_facts(facts, left, height, sizes)
            drawn += shifted(laid_out.display_list, x, _ABOVE)
            height = max(height, laid_out.height)
        else:
            laid_out = lay_out_facts(facts, room, 0.0, sizes)
            drawn += shifted(laid_out.display_list, MARGIN, _ABOVE + height + gap / 2)
            height += gap / 2 + laid_out.height
    return Part(width, _ABOVE + height + _BELOW, tuple(drawn), tuple(boxes))


def _title(journey_map: JourneyMap, room: float, sizes: Sizes) -> Part:
    lines = [
        (journey_map.title, sizes.title, INK),
        (one_line(journey_map.scenario), sizes.scenario, SECONDARY),
    ]
    blocks = [(text_block(text, style, room), ink) for text, style, ink in lines if text.strip()]
    return _stacked(blocks, 0.0)


def _personas(document: Document, personas: Sequence[Persona], room: float, sizes: Sizes) -> Part:
    """Who goes the way: face, name, what is known and what they say, one persona below the other."""
    radius = _FACE * sizes.persona_name.size
    left = 2 * radius + sizes.detail.size
    drawn: list[Batch] = []
    boxes: list[Box] = []
    y = width = 0.0
    for persona in personas[:MOST_PERSONAS]:
        words = _stacked(list(_about(persona, room - left, sizes)), left)
        height = max(2 * radius, words.height)
        drawn += draw_avatar(document, persona, QPointF(radius, y + radius), radius)
        drawn += shifted(words.display_list, 0, y + max(0.0, (2 * radius - words.height) / 2))
        boxes.append(Box(persona.id, QRectF(0, y, words.width, height)))
        width = max(width, words.width)
        y += height + 2 * _LINES_GAP
    return Part(width, y - 2 * _LINES_GAP, tuple(drawn), tuple(boxes))


def _about(persona: Persona, room: float, sizes: Sizes) -> Iterator[tuple[TextBlock, Colour]]:
    age = "" if persona.age is None else str(persona.age)
    facts = ", ".join(filter(None, (age, persona.job_title, persona.location)))
    yield text_block(persona.name, sizes.persona_name, room), INK
    if facts:
        yield text_block(facts, sizes.detail, room), SECONDARY
    if persona.quote.strip():
        yield text_block(str(quoted(one_line(persona.quote))), sizes.persona_quote, room), INK


def _stacked(blocks: Sequence[tuple[TextBlock, Colour]], left: float) -> Part:
    """Texts one below the other."""
    drawn: list[Batch] = []
    y = 0.0
    for block, ink in blocks:
        drawn.append(Texts([PlacedText(left, y, block)], ink))
        y += block.height + _LINES_GAP
    width = max((block.width for block, _ in blocks), default=0.0)
    return Part(left + width, max(y - _LINES_GAP, 0.0), tuple(drawn))
