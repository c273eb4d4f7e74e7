"""The shapes that a style can give to notes and to the headers of stages: each a way to redraw a batch."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QPointF, QRectF

from app.drawing.display import Batch, Outline, Paths, PlacedText, Rectangles, Stroke, Texts
from app.drawing.fonts import family_at_hand
from app.drawing.glyphs import polygon
from app.drawing.lazy_sequence import LazySequence
from app.drawing.sizes import USUAL
from app.drawing.styles.contrast import PALER
from app.drawing.text import text_block
from app.drawing.theme import (
    ACCENT,
    CARD,
    CHEVRON,
    HAIRLINE,
    MIRRORED_CARD,
    ON_STAGE,
    STAGE_NAME,
    STRIP,
    Colour,
    Mix,
)
from app.model.records import HeaderShape, NoteShape, Style

Redraw = Callable[[Batch, Style], Iterator[Batch]]

_BAR = 8.0
"""How wide the bar of a card is, in map units: 0.32 of the height of capitals in a note, twice over."""
_NOTE = re.compile(r"notes\.(\w+)")
_STAGE = re.compile(r"stage:(\d+)/\d+(:ends)?")
_NEARER = 5.0
"""By how much bars stand nearer to each other than arrows."""
_RULE = 8.0
"""Under a header that is a bar, over the key points, and beside a persona."""
_MOVED = 16.0
"""By how much the words of a header stand farther right beside its number."""
_LARGEST_NUMBER, _BESIDE_NUMBER = 60.0, 9.0
_RULED = (STRIP.role, CARD.role, MIRRORED_CARD.role)


def as_it_is(batch: Batch, style: Style) -> Iterator[Batch]:
    yield batch


def as_cards(batch: Batch, style: Style) -> Iterator[Batch]:
    """Notes as cards: a fill that is paper or nearly, a hairline, and a bar at the side; no shadow."""
    fill = batch.fill if isinstance(batch, Rectangles) else None
    if not isinstance(batch, Rectangles) or fill is None:
        yield batch
        return
    if fill.role == "shadow":
        return
    colour, is_assumed = _note_colour(fill)
    if colour is None:
        yield batch
        return
    edge = batch.stroke or (None if is_assumed else Stroke(HAIRLINE, 1.5))
    yield replace(batch, stroke=edge)
    edges = Colour.of(getattr(style.colours.edges, colour))
    bars = LazySequence(partial(_bars, batch))
    yield replace(batch, rectangles=bars, fill=edges, stroke=None, radius=0.0)


def as_bars(batch: Batch, style: Style) -> Iterator[Batch]:
    """Headers as bars with the number of their stage; these, key points and personas have a rule."""
    fill = batch.fill if isinstance(batch, Rectangles | Paths) else None
    role = fill.role if fill is not None else None
    if isinstance(batch, Texts) and batch.colour.role == ON_STAGE.role:
        moved = LazySequence(partial(_beside_number, batch.texts))
        yield replace(batch, texts=moved)
    elif isinstance(batch, Paths) and isinstance(role, str) and (stage := _STAGE.fullmatch(role)):
        yield from _as_bar(batch, stage.group(1), style, ends=bool(stage.group(2)))
    elif isinstance(batch, Rectangles) and fill is not None and role in _RULED:
        yield batch
        rules = LazySequence(partial(_rules, batch.rectangles, fill))
        yield replace(batch, rectangles=rules, fill=ACCENT, stroke=None, radius=0.0)
    else:
        yield batch


def _as_bar(batch: Paths, number: str, style: Style, *, ends: bool) -> Iterator[Batch]:
    """The header, the rule along its foot, and its number."""
    width, height = _size(batch.outline)
    width += CHEVRON if ends else _NEARER
    yield replace(batch, outline=_rectangle(0, 0, width, height))
    yield replace(batch, outline=_rectangle(0, height - _RULE, width, height), fill=ACCENT)
    assert batch.fill is not None
    room = CHEVRON + USUAL.stage_indent + _MOVED
    digits = STAGE_NAME._replace(
        size=round(min(height * 0.44, _LARGEST_NUMBER)), weight=400, is_heading=False,
        family=family_at_hand(style.heading_font),
    )  # fmt: skip
    block = text_block(number, digits)
    if block.width > (most := room - 2 * _BESIDE_NUMBER):
        block = text_block(number, digits._replace(size=round(digits.size * most / block.width)))
    middle = (height - _RULE) / 2
    places = [at + QPointF((room - block.width) / 2, middle - block.height / 2) for at in batch.places]
    texts = [PlacedText(place.x(), place.y(), block) for place in places]
    yield Texts(texts, ON_STAGE.mixed(batch.fill, PALER), layer=batch.layer)


def _beside_number(texts: Sequence[PlacedText]) -> list[PlacedText]:
    """Words of a header farther right: a bar has room for that where an arrow has its tip."""
    return [one if one.block.is_mirrored else one._replace(x=one.x + _MOVED) for one in texts]


def _rules(panels: Sequence[QRectF], fill: Colour) -> list[QRectF]:
    """Along the tops of panels, or the side of a card at which reading begins."""
    if fill.role == CARD.role:
        return [QRectF(one.left(), one.top(), _RULE, one.height()) for one in panels]
    if fill.role == MIRRORED_CARD.role:
        return [QRectF(one.right() - _RULE, one.top(), _RULE, one.height()) for one in panels]
    return [QRectF(one.left(), one.top(), one.width(), _RULE) for one in panels]


NOTES: Mapping[NoteShape, Redraw] = {"sticky": as_it_is, "card": as_cards}
HEADERS: Mapping[HeaderShape, Redraw] = {"chevron": as_it_is, "bar": as_bars}


def _note_colour(fill: Colour) -> tuple[str | None, bool]:
    """Which note colour a fill is, and whether it is the lighter one of an assumption."""
    role = fill.role
    is_mixed = isinstance(role, Mix)
    if isinstance(role, Mix):
        role = role.one.role
    found = _NOTE.fullmatch(role) if isinstance(role, str) else None
    return (found.group(1) if found else None), is_mixed


def _bars(batch: Rectangles) -> list[QRectF]:
    """At the left of each note; of a small sign of a note, as wide as that bears."""
    return [
        QRectF(one.left(), one.top(), min(_BAR, one.width() / 4), one.height()) for one in batch.rectangles
    ]


def _size(outline: Outline) -> tuple[float, float]:
    """How wide the header is, without the tip that reaches over its end, and how high."""
    places = [(command[1], command[2]) for command in outline if len(command) == 3]
    return max(x for x, y in places if y == 0), max(y for _, y in places)


def _rectangle(left: float, top: float, right: float, bottom: float) -> Outline:
    return polygon((left, top), (right, top), (right, bottom), (left, bottom))
