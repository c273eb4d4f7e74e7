"""The card of a persona on a map: who they are at a glance, and what they want and fear."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF

from app.drawing.avatars import draw_avatar
from app.drawing.display import Batch, DisplayList, Paths, PlacedText, Rectangles, Stroke, Texts
from app.drawing.glyphs import circle
from app.drawing.sections.kind import Box
from app.drawing.set_words import ReadingEdge, SetWords, drawn_words, stacked
from app.drawing.sizes import Sizes
from app.drawing.text import text_block
from app.drawing.theme import (
    CARD,
    HAIRLINE,
    INK,
    MARGIN,
    MIRRORED_CARD,
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
_LEAST_LIST, _MOST_LIST = 300.0, 620.0
"""How wide a list or the sliders are."""
_AFTER = 24.0
"""Right of words and lists."""
_BEGINNING = _PADDING + 2 * _RADIUS + 24
"""Where what is said of a persona begins, beside the face."""
_TRAIT_HEIGHT = 58.0
_MOST_TRAITS = 4


def draw_cards(
    document: Document,
    personas: Sequence[Persona],
    top: float,
    width: float,
    sizes: Sizes,
    from_right: bool = False,
) -> tuple[float, DisplayList, list[Box]]:
    """The height of the cards under a map's title, their drawing from `top` on, and where each stands."""
    room = width - 2 * MARGIN
    whole = ReadingEdge(MARGIN, room, from_right)
    a_line = min(len(personas), max(1, int((room + _GAP) // (NARROWEST + _GAP))))
    card_width = min((room - (a_line - 1) * _GAP) / a_line, sizes.widest_card)
    drawn: list[Batch] = []
    boxes: list[Box] = []
    y = top
    for start in range(0, len(personas), a_line):
        line = personas[start : start + a_line]
        steps = [index * (card_width + _GAP) for index in range(len(line))]
        edges = [ReadingEdge(whole.x(along, card_width), card_width, from_right) for along in steps]
        cards = [_content(persona, card_width, sizes) for persona in line]
        height = max(card.bottom for card in cards) + _PADDING
        for persona, card, edge in zip(line, cards, edges, strict=True):
            boxes.append(Box(persona.id, QRectF(edge.left, y, card_width, height)))
            drawn += _drawn(document, persona, card, boxes[-1].rectangle, edge)
        y += height + _GAP
    return y - top, tuple(drawn), boxes


class _SetTrait(NamedTuple):
    """A slider, and where it begins in its card."""

    beginning: float
    y: float
    width: float
    trait: Trait


class _Card(NamedTuple):
    """What stands in a card, from its top and the edge at which reading begins."""

    words: tuple[SetWords, ...]
    traits: tuple[_SetTrait, ...]

    @property
    def bottom(self) -> float:
        """How far down it reaches, with the face."""
        words = (each.y + each.block.height for each in self.words)
        traits = (each.y + _TRAIT_HEIGHT for each in self.traits)
        return max(_PADDING + 2 * _RADIUS, *words, *traits, 0.0)


class _Split(NamedTuple):
    """How wide what is said of a persona is, and each list; and whether these stand beside it."""

    about: float
    column: float
    is_beside: bool

    @classmethod
    def of(cls, room: float, needed: float, columns: int) -> "_Split":
        """Lists have what is left, as far as they can do with it."""
        if not columns:
            return cls(room, 0.0, True)
        if room < (columns + 1) * _LEAST_LIST:
            return cls(room, min((room + _BEGINNING - _PADDING) / columns, _MOST_LIST), False)
        about = max(min(needed, room - columns * _LEAST_LIST), room - columns * _MOST_LIST)
        return cls(about, (room - about) / columns, True)


def _content(persona: Persona, width: float, sizes: Sizes) -> _Card:
    """About the persona where reading begins; then lists and sliders, beside it or below."""
    lists = [(tr("Goals"), persona.goals or persona.needs), (tr("Frustrations"), persona.frustrations)]
    columns = [(title, items) for title, items in lists if items]
    about = _about(persona, sizes)
    needed = max((text_block(text, style).width for text, style, _ in about), default=0.0) + 1 + _AFTER
    split = _Split.of(width - _BEGINNING - _PADDING, needed, len(columns) + bool(persona.traits))
    lines = [(text_block(text, style, split.about - _AFTER), ink) for text, style, ink in about]
    told, height = stacked(lines, 6)
    words = [line.moved(_BEGINNING, _PADDING) for line in told]
    x, top = _BEGINNING + split.about, _PADDING
    if not split.is_beside:
        x, top = _PADDING, _PADDING + max(height + 6, 2 * _RADIUS) + 12
    for title, items in columns:
        words += [line.moved(x, top) for line in _list(title, items, split.column - _AFTER, sizes)]
        x += split.column
    traits = (
        _SetTrait(x, top + index * _TRAIT_HEIGHT, split.column - _AFTER, trait)
        for index, trait in enumerate(persona.traits[:_MOST_TRAITS])
    )
    return _Card(tuple(words), tuple(traits))


def _about(persona: Persona, sizes: Sizes) -> list[tuple[str, TextStyle, Colour]]:
    facts = " · ".join(filter(None, (str(persona.age or ""), persona.job_title, persona.location)))
    lines = (
        (persona.name, sizes.persona_name, INK),
        (facts, sizes.caption, SECONDARY),
        (str(quoted(persona.quote)) if persona.quote.strip() else "", sizes.persona_quote, INK),
    )
    return [line for line in lines if line[0]]


def _list(title: str, items: Sequence[str], width: float, sizes: Sizes) -> tuple[SetWords, ...]:
    lines = [(text_block(title, sizes.value, width), SECONDARY)]
    lines += [(text_block(f"– {item}", sizes.caption, width), INK) for item in items]
    return stacked(lines, 3)[0]


def _drawn(
    document: Document, persona: Persona, card: _Card, place: QRectF, edge: ReadingEdge
) -> Iterator[Batch]:
    yield Rectangles(
        [place], fill=MIRRORED_CARD if edge.from_right else CARD, stroke=Stroke(HAIRLINE, 2), radius=14
    )
    middle = QPointF(edge.x(_PADDING + _RADIUS), place.top() + _PADDING + _RADIUS)
    yield from draw_avatar(document, persona, middle, _RADIUS)
    words = (each.moved(0, place.top()) for each in card.words)
    yield from drawn_words(words, edge)
    for beginning, y, width, trait in card.traits:
        yield from draw_trait(trait, edge.placed(QRectF(beginning, place.top() + y, width, _TRAIT_HEIGHT)))


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
