"""The shapes that a style can give to notes and to the headers of stages: each a way to redraw a batch."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QRectF

from app.drawing.display import Batch, Outline, Paths, PlacedText, Rectangles, Stroke, Texts
from app.drawing.fonts import family_at_hand
from app.drawing.glyphs import polygon
from app.drawing.lazy_sequence import LazySequence
from app.drawing.text import text_block
from app.drawing.theme import CHEVRON, HAIRLINE, SHEET, STAGE_NAME, Colour, Mix
from app.model.records import HeaderShape, NoteShape, Style

Redraw = Callable[[Batch, Style], Iterator[Batch]]

_BAR = 8.0
"""How wide the bar of a card is, in map units: 0.32 of the height of capitals in a note, twice over."""
_NOTE = re.compile(r"notes\.(\w+)")
_STAGE = re.compile(r"stage:(\d+)/\d+")
_NEARER = 5.0
"""By how much bars stand nearer to each other than arrows."""
_RULE = 5.0
"""Under a header that is a bar."""


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
    """Headers as bars with the number of their stage, and a rule in the accent below."""
    number = _stage_number(batch)
    if not isinstance(batch, Paths) or number is None:
        yield batch
        return
    width, height = _size(batch.outline)
    width += _NEARER
    yield replace(batch, outline=_rectangle(0, 0, width, height))
    accent = Colour.of(style.colours.accent)
    yield replace(batch, outline=_rectangle(0, height - _RULE, width, height), fill=accent)
    family = family_at_hand(style.heading_font)
    digits = STAGE_NAME._replace(
        size=round(min(height * 0.42, 64)), weight=400, is_heading=False, family=family
    )
    block = text_block(str(number), digits)
    left = max(6.0, CHEVRON - block.width / 2)
    texts = [PlacedText(at.x() + left, at.y() + (height - block.height) / 2, block) for at in batch.places]
    yield Texts(texts, SHEET, layer=batch.layer)


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


def _stage_number(batch: Batch) -> int | None:
    role = batch.fill.role if isinstance(batch, Paths) and batch.fill is not None else ""
    found = _STAGE.fullmatch(role) if isinstance(role, str) else None
    return int(found.group(1)) if found else None


def _size(outline: Outline) -> tuple[float, float]:
    """How wide the header is, without the tip that reaches over its end, and how high."""
    places = [(command[1], command[2]) for command in outline if len(command) == 3]
    return max(x for x, y in places if y == 0), max(y for _, y in places)


def _rectangle(left: float, top: float, right: float, bottom: float) -> Outline:
    return polygon((left, top), (right, top), (right, bottom), (left, bottom))
