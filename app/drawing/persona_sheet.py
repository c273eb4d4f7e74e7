"""The sheet of a persona: all that is known of them, on as many pages as it takes.

A unit is half a point where the sheet is printed on A4. What is empty takes no room, and nothing is cut off:
what is too long for the head of the sheet stands below it.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF

from app.drawing.avatars import draw_avatar
from app.drawing.card_pages import SHORT_SIDE, CardPages, Drawn, draw_card_pages
from app.drawing.channel_icons import OTHER, icon_of
from app.drawing.display import Batch, DisplayList, Paths, PlacedText, Rectangles, Stroke, Texts
from app.drawing.flow import BODY, Group, Item, Words
from app.drawing.fonts import in_its_font
from app.drawing.glyphs import circle
from app.drawing.text import TextBlock, fitting_block, text_block
from app.drawing.theme import (
    ACCENT,
    HAIRLINE,
    INK,
    MARK,
    PILL,
    SECONDARY,
    SHEET,
    SMALL,
    SUBTITLE,
    TITLE,
    Colour,
    TextStyle,
)
from app.language.phrases import phrase, tr, tr_context
from app.language.words import quoted
from app.model.addresses import poster_address, shown_address
from app.model.document import Document
from app.model.project_language import in_its_language
from app.model.records import Persona, Trait
from app.model.words import shortened

NAMELESS = phrase("Unnamed persona")
NOTHING = phrase("Nothing is known about this persona yet.")
_LABEL = 132.0
_RADIUS = 92.0
_PADDING = 34.0
_HEAD_RADIUS = 18.0
_NAMES = (TITLE, TITLE._replace(size=44), TITLE._replace(size=34), TITLE._replace(size=27))
_QUOTES = (TextStyle(29, 500, leading=1.35), TextStyle(24, 500, leading=1.35))
_BESIDE = 1300.0
"""The width from which on a quote stands beside the name, not below it."""
_MOST_OF_HEAD = 0.45
"""The share of a page's height that its head may take."""


@in_its_language
@in_its_font
def draw_persona_sheet(document: Document, persona: Persona, width: float, height: float | None) -> CardPages:
    """The sheet on pages of a size, or, without a height, on one page as high as it takes."""
    head_height, head, left_over = _head(document, persona, width, height or SHORT_SIDE)
    groups = [*left_over, *_groups(persona)]
    return draw_card_pages(Drawn(head_height, head), groups, width, height, document.style, _nothing())


def _nothing() -> Drawn:
    block = text_block(str(NOTHING), SUBTITLE)
    return Drawn(16 + block.height, (Texts([PlacedText(_PADDING, 16, block)], SECONDARY),))


# The head


def _head(
    document: Document, persona: Persona, width: float, page: float
) -> tuple[float, DisplayList, list[Group]]:
    """The head's height, its drawing, and what is too long for it."""
    colour = Colour.of(persona.colour)
    most = page * _MOST_OF_HEAD - 2 * _PADDING
    left = _PADDING + 2 * _RADIUS + 34
    is_beside = width >= _BESIDE and bool(persona.quote.strip())
    right = left + (width - left) * 0.5 if is_beside else width - _PADDING
    room = right - left
    left_over: list[Group] = []

    texts: list[tuple[float, TextBlock, Colour]] = []
    y = 0.0
    name = persona.name or str(NAMELESS)
    block = fitting_block(name, _NAMES, room, most * 0.5)
    if block is None:
        left_over.append(_group(tr("Name"), "id-card", persona, [Words(name)]))
        block = text_block(shortened(name, 60), _NAMES[-1], room)
    texts.append((y, block, INK if persona.name else SECONDARY))
    y += block.height + 4
    role = " · ".join(filter(None, (persona.job_title, persona.sector)))
    below = fitting_block(role, (SUBTITLE, BODY), room, most * 0.2) if role else None
    if below is not None:
        texts.append((y, below, INK))
        y += below.height + 4
    elif role:
        work = [Words(text) for text in (persona.job_title, persona.sector) if text]
        left_over.append(_group(tr("Work"), "user", persona, work))
    pill = text_block(tr("SEGMENT"), PILL._replace(size=16)) if persona.is_segment else None
    pill_y = y + 8
    y += pill.height + 26 if pill else 0.0
    quote = str(quoted(persona.quote.strip())) if persona.quote.strip() else ""
    quote_x, quote_room = (right + 40, width - _PADDING - right - 40) if is_beside else (left, room)
    quote_block = (
        fitting_block(quote, _QUOTES, quote_room, most if is_beside else most - y - 14) if quote else None
    )
    if quote and quote_block is None:
        left_over.append(_group(tr_context("noun", "Quote"), "message-circle", persona, [Words(quote)]))
    beside = quote_block.height if quote_block and is_beside else 0.0
    if quote_block and not is_beside:
        texts.append((y + 10, quote_block, INK))
        y += quote_block.height + 10

    height = max(y, beside, 2 * _RADIUS) + 2 * _PADDING
    top = (height - y) / 2
    drawn: list[Batch] = [
        Rectangles([QRectF(0, 0, width, height)], fill=SHEET.mixed(colour, 0.3), radius=_HEAD_RADIUS)
    ]
    middle = QPointF(_PADDING + _RADIUS, height / 2)
    drawn.append(Paths(circle(_RADIUS + 6), [middle], fill=SHEET))
    drawn += draw_avatar(document, persona, middle, _RADIUS)
    drawn += [Texts([PlacedText(left, top + at, block)], ink) for at, block, ink in texts]
    if pill:
        box = QRectF(left, top + pill_y, pill.width + 32, pill.height + 10)
        drawn.append(Rectangles([box], fill=SHEET, radius=box.height() / 2))
        drawn.append(Texts([PlacedText(left + 16, box.top() + 5, pill)], SECONDARY))
    if quote_block and is_beside:
        drawn.append(Texts([PlacedText(quote_x, (height - beside) / 2, quote_block)], INK))
    return height, tuple(drawn), left_over


# What stands below it


def _groups(persona: Persona) -> Iterator[Group]:
    yield _group(tr("About"), "id-card", persona, list(_facts(persona)))
    yield _group(tr("Background"), "file-text", persona, _paragraphs(persona.background))
    for title, icon, entries in (
        (tr("Goals"), "target", persona.goals),
        (tr("Motivations"), "lightbulb", persona.motivations),
        (tr("Needs"), "heart", persona.needs),
        (tr("Frustrations"), "frown", persona.frustrations),
    ):
        dot = _deep(persona)
        listed = [Words(entry, above=6, indent=22, sign="dot", sign_ink=dot) for entry in entries if entry]
        yield _group(title, icon, persona, listed)
    yield _group(tr("Channels"), "radio", persona, list(_channels(persona)))
    yield _group(tr("Traits"), "gauge", persona, list(_traits(persona)))
    yield _group(
        tr("More"), "list-tree", persona, list(_labelled((one.name, one.text) for one in persona.facts))
    )


def _group(title: str, icon: str, persona: Persona, items: Sequence[Item]) -> Group:
    return Group(title, icon, tuple(items), _deep(persona))


def _facts(persona: Persona) -> Iterator[Item]:
    facts = (
        (tr("Age"), "" if persona.age is None else str(persona.age)),
        (tr("Gender"), persona.gender),
        (tr("Location"), persona.location),
        (tr("Education"), persona.education),
        (tr("Income"), persona.income),
    )
    yield from _labelled((label, text) for label, text in facts if text)
    for label, address in ((tr("E-mail"), persona.email), (tr("Website"), persona.website)):
        if not address:
            continue
        if leading := poster_address(address):
            yield from _labelled([(label, shown_address(address))], ACCENT, leading)
        else:
            yield from _labelled([(label, address)])


def _labelled(pairs: Iterable[tuple[str, str]], ink: Colour = INK, address: str = "") -> Iterator[Item]:
    """Each text beside what it is called; below it where that is long."""
    for name, text in pairs:
        label = text_block(name, BODY) if len(name) < 40 else None
        if not text.strip():
            if name.strip():
                yield Words(name, above=6)
        elif label is not None and label.width <= _LABEL - 10:
            yield Words(text, ink=ink, above=6, indent=_LABEL, label=label, address=address)
        else:
            yield Words(name, ink=SECONDARY, above=8, is_heading=True)
            yield Words(text, ink=ink, address=address)


def _paragraphs(text: str) -> list[Item]:
    return [Words(text.strip())] if text.strip() else []


def _channels(persona: Persona) -> Iterator[Item]:
    for channel in persona.channels:
        if channel:
            icon = icon_of(channel)
            sign = "dot" if icon == OTHER else icon
            yield Words(channel, above=6, indent=30, sign=sign, sign_ink=_deep(persona))


def _traits(persona: Persona) -> Iterator[Item]:
    for index, trait in enumerate(persona.traits):
        yield Words(
            trait.name or tr("Trait"), MARK._replace(weight=500), above=16 if index else 4, is_heading=True
        )
        yield Track(trait, _deep(persona))
        if (trait.low or trait.high) and not _has_short_ends(trait):
            yield Words(" – ".join(filter(None, (trait.low, trait.high))), _END, SECONDARY)


_END = SMALL._replace(size=17)
_END_WIDTH = 190.0


def _has_short_ends(trait: Trait) -> bool:
    return all(len(end) < 60 and text_block(end, _END).width <= _END_WIDTH for end in (trait.low, trait.high))


class Track(NamedTuple):
    """A trait's slider: a track with a knob, and the words for its ends where they are short."""

    trait: Trait
    ink: Colour
    is_heading: bool = False

    def height(self, width: float) -> float:
        return 24.0 + (22.0 if self._has_end_labels else 0.0)

    def fitting(self, width: float, room: float) -> tuple[Item | None, Item | None]:
        return (self, None) if self.height(width) <= room else (None, self)

    def draw(self, x: float, y: float, width: float) -> Iterator[Batch]:
        middle, knob = y + 13, x + 9 + self.trait.value * (width - 18)
        yield Rectangles([QRectF(x, middle - 3, width, 6)], fill=HAIRLINE, radius=3)
        yield Rectangles([QRectF(x, middle - 3, knob - x, 6)], fill=HAIRLINE.mixed(self.ink, 0.55), radius=3)
        yield Paths(circle(9), [QPointF(knob, middle)], fill=self.ink, stroke=Stroke(SHEET, 3))
        if self._has_end_labels:
            low, high = text_block(self.trait.low, _END), text_block(self.trait.high, _END)
            ends = (PlacedText(x, y + 25, low), PlacedText(x + width - high.width, y + 25, high))
            yield Texts([end for end in ends if end.block.text], SECONDARY)

    @property
    def _has_end_labels(self) -> bool:
        return bool(self.trait.low or self.trait.high) and _has_short_ends(self.trait)


def _deep(persona: Persona) -> Colour:
    """The persona's colour, dark enough for thin lines on white."""
    return Colour.of(persona.colour).mixed(INK, 0.45)
