"""The card of a persona on a map: who they are at a glance, and what they want and fear."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QPointF, QRectF

from app.drawing.avatars import draw_avatar
from app.drawing.display import Batch, DisplayList, Paths, PlacedText, Rectangles, Stroke, Texts
from app.drawing.glyphs import circle
from app.drawing.sections.kind import Box
from app.drawing.sizes import Sizes
from app.drawing.text import TextBlock, text_block
from app.drawing.theme import (
    HAIRLINE,
    INK,
    MARGIN,
    PANEL,
    SECONDARY,
    SMALL,
    Colour,
    TextStyle,
)
from app.language.phrases import tr
from app.language.words import quoted
from app.model.document import Document
from app.model.records import Persona, Trait

NARROWEST = 1180.0
"""How wide a card is at least; as many stand side by side as the map has room for."""
_RADIUS = 58.0
_PADDING = 26.0
_GAP = 20.0
_LIST_WIDTH = 300.0
_TRAIT_HEIGHT = 58.0
_MOST_TRAITS = 4


def draw_cards(
    document: Document, personas: Sequence[Persona], top: float, width: float, sizes: Sizes
) -> tuple[float, DisplayList, list[Box]]:
    """The height of the cards under a map's title, their drawing from `top` on, and where each stands."""
    room = width - 2 * MARGIN
    a_line = min(len(personas), max(1, int((room + _GAP) // (NARROWEST + _GAP))))
    card_width = min((room - (a_line - 1) * _GAP) / a_line, sizes.widest_card)
    drawn: list[Batch] = []
    boxes: list[Box] = []
    y = top
    for start in range(0, len(personas), a_line):
        line = personas[start : start + a_line]
        cards = [list(_content(document, persona, card_width, sizes)) for persona in line]
        height = max(_bottom(card) for card in cards) + _PADDING
        for index, (persona, card) in enumerate(zip(line, cards, strict=True)):
            x = MARGIN + index * (card_width + _GAP)
            boxes.append(Box(persona.id, QRectF(x, y, card_width, height)))
            drawn += _placed(document, persona, card, boxes[-1].rectangle)
        y += height + _GAP
    return y - top, tuple(drawn), boxes


Item = tuple[float, float, TextBlock, Colour] | tuple[float, float, Trait]
"""A text or a slider, with its place in the card."""


def _content(document: Document, persona: Persona, width: float, sizes: Sizes) -> Iterator[Item]:
    """What stands in a card: about the persona at the left, lists and sliders at the right."""
    left = _PADDING + 2 * _RADIUS + 24
    lists = [(tr("Goals"), persona.goals or persona.needs), (tr("Frustrations"), persona.frustrations)]
    columns = [(title, items) for title, items in lists if items]
    right = width - _PADDING - (len(columns) + bool(persona.traits)) * _LIST_WIDTH
    is_beside = right - left >= _LIST_WIDTH
    room = (right if is_beside else width) - left - 24
    y = _PADDING
    facts = " · ".join(filter(None, (str(persona.age or ""), persona.job_title, persona.location)))
    about: tuple[tuple[str, TextStyle, Colour], ...] = (
        (persona.name, sizes.persona_name, INK),
        (facts, sizes.caption, SECONDARY),
        (str(quoted(persona.quote)) if persona.quote.strip() else "", sizes.persona_quote, INK),
    )
    for text, style, ink in about:
        if text:
            block = text_block(text, style, room)
            yield left, y, block, ink
            y += block.height + 6
    x, top = (right, _PADDING) if is_beside else (_PADDING, max(y, _PADDING + 2 * _RADIUS) + 12)
    for title, items in columns:
        yield from _list(title, items, x, top, sizes)
        x += _LIST_WIDTH
    for index, trait in enumerate(persona.traits[:_MOST_TRAITS]):
        yield x, top + index * _TRAIT_HEIGHT, trait


def _list(title: str, items: Sequence[str], x: float, y: float, sizes: Sizes) -> Iterator[Item]:
    heading = text_block(title, sizes.value, _LIST_WIDTH - 24)
    yield x, y, heading, SECONDARY
    y += heading.height + 4
    for item in items:
        block = text_block(f"– {item}", sizes.small, _LIST_WIDTH - 24)
        yield x, y, block, INK
        y += block.height + 3


def _bottom(items: Sequence[Item]) -> float:
    reached = [item[1] + (item[2].height if len(item) == 4 else _TRAIT_HEIGHT) for item in items]
    return max([_PADDING + 2 * _RADIUS, *reached])


def _placed(document: Document, persona: Persona, items: Sequence[Item], card: QRectF) -> Iterator[Batch]:
    yield Rectangles([card], fill=PANEL, stroke=Stroke(HAIRLINE, 2), radius=14)
    middle = card.topLeft() + QPointF(_PADDING + _RADIUS, _PADDING + _RADIUS)
    yield from draw_avatar(document, persona, middle, _RADIUS)
    for item in items:
        if len(item) == 4:
            x, y, block, ink = item
            yield Texts([PlacedText(card.left() + x, card.top() + y, block)], ink)
        else:
            x, y, trait = item
            yield from draw_trait(
                trait, QRectF(card.left() + x, card.top() + y, _LIST_WIDTH - 24, _TRAIT_HEIGHT)
            )


def draw_trait(trait: Trait, room: QRectF) -> Iterator[Batch]:
    """A slider: its name over a track with a knob, the words for its ends below."""
    name = text_block(trait.name, SMALL, room.width())
    low, high = (
        text_block(trait.low, SMALL._replace(size=15)),
        text_block(trait.high, SMALL._replace(size=15)),
    )
    y = room.top() + name.height + 7
    yield Texts([PlacedText(room.left(), room.top(), name)], INK)
    yield Rectangles(
        [QRectF(room.left(), y - 2, room.width(), 4)], fill=HAIRLINE.mixed(SECONDARY, 0.3), radius=2
    )
    yield Paths(circle(7), [QPointF(room.left() + trait.value * room.width(), y)], fill=SECONDARY)
    ends = [PlacedText(room.left(), y + 5, low), PlacedText(room.right() - high.width, y + 5, high)]
    yield Texts([end for end in ends if end.block.text], SECONDARY)
