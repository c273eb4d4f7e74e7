"""The title block of a map that is arranged for its paper: title, personas and facts share its width.

Facts stand at its end; or those that are told in a word or two under the title, where that makes it lower.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from PySide6.QtCore import QPointF

from app.drawing.avatars import draw_avatar
from app.drawing.display import Batch, DisplayList, Pictures, PlacedPicture, Rectangles, Stroke
from app.drawing.facts import Fact, facts_of, lay_out_facts, least_width_of_facts
from app.drawing.sections.kind import Box
from app.drawing.set_words import ReadingEdge, drawn_words
from app.drawing.sizes import Sizes
from app.drawing.text import balanced, is_right_to_left
from app.drawing.theme import CARD, HAIRLINE, INK, MARGIN, MIRRORED_CARD, SECONDARY, SHEET
from app.drawing.title_logos import logos_of, logos_part
from app.drawing.title_on_sheets import part_on_sheets
from app.drawing.title_parts import TitlePart, column
from app.drawing.title_personas import personas_part
from app.model.document import Document
from app.model.records import JourneyMap, Persona, Picture
from app.model.text import one_line

_ABOVE, _BELOW = 26.0, 30.0
_MOST_FOR_TITLE = 0.46
"""The share of the width that the title takes where something stands beside it."""
_LEAST_FOR_PERSONAS = 0.2
_FOR_FACTS = 0.3
"""The share that facts have, where they are many."""
_MANY = 5
_BETWEEN = 2.4
"""How many times the size of notes lies between the parts."""
_RADIUS = 14.0
_HIGHER = 1.15
"""How much higher the block may be for having short facts under the title: it looks calmer."""
_LOWER = 0.9
"""To what share of its height the block must come for having the personas under the title."""


class TitleBand(NamedTuple):
    """A title block, drawn from (0, 0)."""

    height: float
    display_list: DisplayList
    personas: tuple[Box, ...]


def draw_band(document: Document, journey_map: JourneyMap, personas: Sequence[Persona], width: float,
              sizes: Sizes) -> TitleBand:  # fmt: skip
    """The title block over a map of a width: what is not known of the map takes no room."""
    room = width - 2 * MARGIN
    edge = ReadingEdge(MARGIN, room, is_right_to_left(journey_map.title))
    seams = [edge.beginning(seam) for seam in sizes.seams]
    logos = logos_of(document)
    if seams:
        band = part_on_sheets(journey_map, personas, logos, seams, room, sizes)
    else:
        band = _band(journey_map, personas, logos, room, sizes)
    return _drawn(document, band.moved(0, _ABOVE), edge)


def _band(journey_map: JourneyMap, personas: Sequence[Persona], logos: list[Picture], room: float,
          sizes: Sizes) -> TitlePart:  # fmt: skip
    facts = facts_of(journey_map)
    short, long = [each for each in facts if each.is_short], [each for each in facts if not each.is_short]
    band = _side_by_side(journey_map, personas, logos, (), facts, room, sizes)
    if short and long:
        under = _side_by_side(journey_map, personas, logos, short, long, room, sizes)
        band = under if under.height < band.height * _HIGHER else band
    if personas:
        below = _side_by_side(journey_map, (), logos, (), facts, room, sizes)
        below = _with_personas_below(below, personas, room, sizes)
        is_broken = any(each.block.cuts for each in band.words)
        band = below if is_broken or below.height < band.height * _LOWER else band
    return band


def _with_personas_below(
    band: TitlePart, personas: Sequence[Persona], room: float, sizes: Sizes
) -> TitlePart:
    """The block with the personas under all else, which suits a high and narrow map."""
    top = band.height + sizes.detail.size
    part = personas_part(personas, room, 0.0, sizes)
    return band.joined(part.moved(0, top))._replace(height=top + part.height)


def _side_by_side(journey_map: JourneyMap, personas: Sequence[Persona], logos: list[Picture],
                  under: Sequence[Fact], beside: Sequence[Fact], room: float,
                  sizes: Sizes) -> TitlePart:  # fmt: skip
    """Title, personas and facts one beside the other; facts that find no room there under all."""
    gap = _BETWEEN * sizes.detail.size
    pictures = logos_part(logos, room, sizes)
    is_alone = not personas and not beside and not logos
    parts = [_title(journey_map, under, room if is_alone else room * _MOST_FOR_TITLE, sizes)]
    at_end = max(pictures.width, _for_facts(len(beside), room, sizes) if beside else 0.0)
    if personas:
        free = room - parts[0].width - gap - (at_end + gap if at_end else 0.0)
        free = max(free, _LEAST_FOR_PERSONAS * room)
        parts.append(personas_part(personas, free, parts[0].height, sizes))
    x, height = 0.0, max(part.height for part in parts)
    band = TitlePart()
    for part in parts:
        band = band.joined(part.moved(x, (height - part.height) / 2 if part.frames else 0.0))
        x += part.width + gap
    has_room = room - x >= least_width_of_facts(sizes)
    if logos:
        band = band.joined(pictures.moved(max(x, room - pictures.width), 0))
        height = max(height, pictures.height)
    if beside and has_room:
        facts = lay_out_facts(beside, room - x, height - pictures.height, sizes)
        words = tuple(each.moved(x, pictures.height) for each in facts.words)
        band = band.joined(TitlePart(words=words))
        height = max(height, pictures.height + facts.height)
    elif beside:
        facts = lay_out_facts(beside, room, 0.0, sizes)
        words = tuple(each.moved(0, height + gap / 2) for each in facts.words)
        band = band.joined(TitlePart(words=words))
        height += gap / 2 + facts.height
    return band._replace(width=room, height=height)


def _for_facts(count: int, room: float, sizes: Sizes) -> float:
    """How much of the width is kept for so many facts."""
    columns = min(count, 2)
    least = columns * least_width_of_facts(sizes) + (columns - 1) * _BETWEEN * sizes.detail.size
    return max(least, _FOR_FACTS * room) if count >= _MANY else least


def _title(journey_map: JourneyMap, facts: Sequence[Fact], room: float, sizes: Sizes) -> TitlePart:
    """The title, the scenario, and facts under them."""
    title = balanced(journey_map.title, sizes.title, room)
    scenario = balanced(one_line(journey_map.scenario), sizes.scenario, room)
    lines = [(title, INK), (scenario, SECONDARY)]
    part = column([(block, ink) for block, ink in lines if block.text.strip()])
    if not facts:
        return part
    laid_out = lay_out_facts(facts, room, 0.0, sizes)
    top = part.height + sizes.detail.size
    words = (*part.words, *(each.moved(0, top) for each in laid_out.words))
    return TitlePart(max(part.width, laid_out.width), top + laid_out.height, words)


def _drawn(document: Document, part: TitlePart, edge: ReadingEdge) -> TitleBand:
    """The block, which begins at the left or, where the title is read so, at the right."""
    drawn: list[Batch] = list(_drawn_frames(document, part, edge))
    drawn += drawn_words(part.words, edge)
    boxes: list[Box] = []
    for persona, middle, radius, around in part.faces:
        drawn += draw_avatar(document, persona, QPointF(edge.x(middle.x()), middle.y()), radius)
        boxes.append(Box(persona.id, edge.placed(around)))
    return TitleBand(_ABOVE + part.height + _BELOW, tuple(drawn), tuple(boxes))


def _drawn_frames(document: Document, part: TitlePart, edge: ReadingEdge) -> Iterator[Batch]:
    """Cards and pills behind words, and logos."""
    line = Stroke(HAIRLINE, 2.0)
    cards = [edge.placed(frame.area) for frame in part.frames if not frame.is_pill]
    pills = [edge.placed(frame.area) for frame in part.frames if frame.is_pill]
    if cards:
        fill = MIRRORED_CARD if edge.from_right else CARD
        yield Rectangles(cards, fill=fill, stroke=line, radius=_RADIUS)
    if pills:
        yield Rectangles(pills, fill=SHEET, stroke=line, radius=pills[0].height() / 2)
    if part.logos:
        logos = [PlacedPicture(edge.placed(logo.area), logo.picture.id) for logo in part.logos]
        yield Pictures(logos, document.picture_store)
