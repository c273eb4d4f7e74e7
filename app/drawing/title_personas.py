"""Who goes the way, beside a map's title: a card with face, name, what they say, and what marks them."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QPointF, QRectF

from app.drawing.set_words import SetWords
from app.drawing.sizes import Sizes
from app.drawing.text import TextBlock, balanced, text_block
from app.drawing.theme import ACCENT, INK, SECONDARY, Colour
from app.drawing.title_parts import LINES_GAP, Face, Frame, TitlePart, column
from app.language.words import capitalised, quoted
from app.model.records import Persona
from app.model.text import one_line

MOST_PERSONAS = 4
"""How many personas are told beside the title; the others are in the panel of personas."""
_FACE, _LARGEST_FACE = 1.5, 3.3
"""How many times the size of a persona's name the radius of the face is; and of one alone at most."""
_PADDING = 0.75
"""How many times the size of notes a card is wider than what stands on it, at each side."""
_QUOTE_WEIGHT = 600
_MOST_LINES, _SMALLER = 5, (1.0, 0.92, 0.84, 0.76, 0.68)
"""How many lines a quote takes at most on sheets that are put together, so that it stands on one of them, and
how much smaller it becomes for that."""
_PILL_BESIDE, _PILL_ABOVE, _PILLS_APART = 0.62, 0.24, 0.45
"""How many times the size of their text is free in pills, and between them."""
_FAR = 0.3
"""How near to an end of its scale a trait is that marks a persona."""
_LONGEST = 34
"""Letters of what stands in a pill."""


def personas_part(personas: Sequence[Persona], room: float, tall: float, sizes: Sizes) -> TitlePart:
    """The personas, one below the other, on a card; the face of one alone as high as the title beside it."""
    padding = _PADDING * sizes.detail.size
    radius = _FACE * sizes.persona_name.size
    if len(personas) == 1:
        radius = min(max(radius, tall / 2 - padding / 2), _LARGEST_FACE * sizes.persona_name.size)
    inner = room - 2 * padding
    beside = 2 * radius + sizes.detail.size
    part = TitlePart()
    y = width = 0.0
    for persona in personas[:MOST_PERSONAS]:
        told = _told(persona, inner - beside, sizes)
        height = max(2 * radius, told.height)
        placed = told.moved(beside, y + (height - told.height) / 2)
        around = QRectF(0, y, beside + told.width, height)
        face = Face(persona, QPointF(radius, y + height / 2), radius, around)
        part = part.joined(placed._replace(faces=(face,)))
        width = max(width, around.width())
        y += height + 2 * LINES_GAP
    height = y - 2 * LINES_GAP
    card = Frame(QRectF(0, 0, width + 2 * padding, height + padding))
    moved = part.moved(padding, padding / 2)
    return moved._replace(width=card.area.width(), height=card.area.height(), frames=(card, *moved.frames))


def _told(persona: Persona, room: float, sizes: Sizes) -> TitlePart:
    """What is said of a persona, with what marks them in pills below."""
    told = column(list(_about(persona, room, sizes)))
    pills = _pills(persona, room, sizes)
    if not pills.words:
        return told
    top = told.height + 2 * LINES_GAP
    both = told.joined(pills.moved(0, top))
    return both._replace(width=max(told.width, pills.width), height=top + pills.height)


def _about(persona: Persona, room: float, sizes: Sizes) -> Iterator[tuple[TextBlock, Colour]]:
    age = "" if persona.age is None else str(persona.age)
    facts = ", ".join(filter(None, (age, persona.job_title, persona.location)))
    yield balanced(persona.name, sizes.persona_name, room), INK
    if facts:
        yield balanced(facts, sizes.detail, room), SECONDARY
    if persona.quote.strip():
        yield _said(str(quoted(one_line(persona.quote))), room, sizes), ACCENT


def _said(quote: str, room: float, sizes: Sizes) -> TextBlock:
    """What a persona says; smaller on sheets that are put together, where it would be high and narrow."""
    style = sizes.persona_quote._replace(weight=_QUOTE_WEIGHT)
    block = balanced(quote, style, room)
    for share in _SMALLER if sizes.seams else ():
        block = balanced(quote, style._replace(size=round(share * style.size)), room)
        if block.line_count <= _MOST_LINES:
            break
    return block


def marks_of(persona: Persona) -> Iterator[str]:
    """What marks a persona, in a word or two each: far traits, facts, or a background told in short parts."""
    found = [*_far_traits(persona), *(f"{fact.name}: {fact.text}" for fact in persona.facts if fact.text)]
    if not found and ";" in persona.background:
        found = [part.strip(" .") for part in one_line(persona.background).split(";")]
    yield from (capitalised(one) for one in found if 0 < len(one) <= _LONGEST)


def _far_traits(persona: Persona) -> Iterator[str]:
    for trait in persona.traits:
        if trait.value <= _FAR and trait.low.strip():
            yield trait.low.strip()
        elif trait.value >= 1 - _FAR and trait.high.strip():
            yield trait.high.strip()


def _pills(persona: Persona, room: float, sizes: Sizes) -> TitlePart:
    """As many pills as stand side by side."""
    size = sizes.detail.size
    beside, above = _PILL_BESIDE * size, _PILL_ABOVE * size
    words: list[SetWords] = []
    frames: list[Frame] = []
    x = height = 0.0
    for mark in marks_of(persona):
        block = text_block(mark, sizes.detail)
        wide = block.width + 2 * beside
        if x + wide > room:
            continue
        words.append(SetWords(x + beside, above, block, INK))
        height = block.height + 2 * above
        frames.append(Frame(QRectF(x, 0, wide, height), is_pill=True))
        x += wide + _PILLS_APART * size
    return TitlePart(max(x - _PILLS_APART * size, 0.0), height, tuple(words), frames=tuple(frames))
