"""The strip of key points under a map's title: each with its number, its sentence, and what it rests on."""

import re
from collections.abc import Iterator, Sequence
from math import ceil
from typing import NamedTuple

from PySide6.QtCore import QLineF, QPointF, QRectF

from app.drawing.display import Batch, DisplayList, Lines, Paths, PlacedText, Rectangles, Stroke, Texts
from app.drawing.glyphs import circle
from app.drawing.seams import Extent, moved_past_seams
from app.drawing.set_words import ReadingEdge, SetWords, drawn_words, stacked
from app.drawing.sizes import Sizes
from app.drawing.text import TextBlock, balanced, capitals, is_right_to_left, line_height, text_block
from app.drawing.theme import DISC, HAIRLINE, INK, MARGIN, ON_DISC, SECONDARY, STRIP, TextStyle
from app.model.records import KeyPoint

_MOST_BESIDE = 4
_NARROWEST = 12.0
"""How many times its size a sentence has room for at least, before fewer stand beside each other."""
_SHORT, _HALVED = 0.4, 0.66
"""From which share of its room a sentence takes two lines, and how wide these are at most beside one."""
_RADIUS = 14.0
_DISC = 2.23
"""How many times as wide a disc is as its sentence's capitals are high."""
_NUMBER = 0.95
"""How large its number is beside the sentence."""
_PADDING, _BETWEEN, _UNDER = 0.63, 0.35, 0.54
"""Around what is on the strip, between a disc and its words, and from the strip to the stages: in the
sentence's size."""
_LINE = Stroke(HAIRLINE.mixed(SECONDARY, 0.35), 2.0)


_WHITE = re.compile(r"[^\S\u00a0\u202f]+")
_NUMBER_OF = re.compile(r"(?<=\d) (?=\w)")


class _Told(NamedTuple):
    """A key point's words from its disc's left edge on."""

    words: tuple[SetWords, ...]
    width: float
    height: float


def told_key_points(key_points: Sequence[KeyPoint]) -> tuple[tuple[int, KeyPoint], ...]:
    """Those that say something, with their numbers."""
    return tuple((number, one) for number, one in enumerate(key_points, 1) if one.text.strip())


def draw_strip(
    key_points: Sequence[KeyPoint], top: float, width: float, sizes: Sizes
) -> tuple[float, DisplayList]:
    """The strip across a map of a width, its words within the title's margins, from `top` on, and how high it
    is with what is free under it.

    Nothing where no key point says anything.
    """
    told = told_key_points(key_points)
    if not told:
        return 0.0, ()
    style = sizes.key_point
    padding = _PADDING * style.size
    room = width - 2 * MARGIN
    edge = ReadingEdge(MARGIN, room, is_right_to_left(told[0][1].text))
    seams = [edge.beginning(seam) for seam in sizes.seams]
    drawn: list[Batch] = []
    y = top + padding
    rows = list(_rows(told, room, style))
    share = room / len(rows[0])
    for row in rows:
        columns = [_told(one, share - padding, sizes) for _, one in row]
        extents = [Extent(at * share, at * share + column.width) for at, column in enumerate(columns)]
        moves = moved_past_seams(extents, seams, padding / 2) if seams else [0.0] * len(extents)
        begins = [extent.begin + move for extent, move in zip(extents, moves, strict=True)]
        height = max(column.height for column in columns)
        placed = zip(begins, columns, strict=True)
        words = [each.moved(begin, y) for begin, column in placed for each in column.words]
        drawn += drawn_words(words, edge)
        radius = disc_radius(style)
        middle = y + line_height(style) / 2 + radius * 0.2
        discs = [QPointF(edge.x(begin + radius), middle) for begin in begins]
        drawn += draw_discs([str(number) for number, _ in row], discs, style)
        lines = [edge.x(begin - padding / 2) for begin in begins[1:]]
        drawn.append(Lines([QLineF(x, y, x, y + height) for x in lines], _LINE))
        y += height + padding
    strip = Rectangles([QRectF(0, top, width, y - top)], fill=STRIP, radius=_RADIUS)
    return y - top + _UNDER * style.size, (strip, *drawn)


def disc_radius(style: TextStyle) -> float:
    """Of the disc beside a sentence of a style."""
    return _DISC * capitals(style) / 2


def disc_width(label: str, style: TextStyle) -> float:
    """How wide a disc is; with several numbers it is a pill."""
    words = text_block(label, _number(style)).width
    return max(2 * disc_radius(style), words + disc_radius(style))


def draw_discs(labels: Sequence[str], middles: Sequence[QPointF], style: TextStyle) -> Iterator[Batch]:
    """Discs with their numbers, as large as beside sentences of a style."""
    # Circles in every style, whatever that makes of the corners of rectangles.
    radius = disc_radius(style)
    reaches = [disc_width(label, style) / 2 - radius for label in labels]
    spans = [(middle, reach) for middle, reach in zip(middles, reaches, strict=True) if reach > 0]
    ends = [QPointF(middle.x() + way * reach, middle.y()) for middle, reach in spans for way in (-1, 1)]
    singles = [middle for middle, reach in zip(middles, reaches, strict=True) if reach <= 0]
    yield Paths(circle(radius), [*singles, *ends], fill=DISC)
    if spans:
        between = [QRectF(at.x() - reach, at.y() - radius, 2 * reach, 2 * radius) for at, reach in spans]
        yield Rectangles(between, fill=DISC)
    blocks = [text_block(label, _number(style)) for label in labels]
    places = [
        PlacedText(middle.x() - block.width / 2, middle.y() - block.height / 2, block)
        for middle, block in zip(middles, blocks, strict=True)
    ]
    yield Texts(places, ON_DISC)


def _number(style: TextStyle) -> TextStyle:
    return style._replace(size=round(_NUMBER * style.size), is_heading=False)


def _rows(
    told: Sequence[tuple[int, KeyPoint]], room: float, style: TextStyle
) -> Iterator[Sequence[tuple[int, KeyPoint]]]:
    """As many beside each other as have room, as evenly as can be."""
    widest = (_NARROWEST + _PADDING + _BETWEEN) * style.size + 2 * disc_radius(style)
    most = min(max(int(room // widest), 1), _MOST_BESIDE)
    rows = ceil(len(told) / most)
    beside = ceil(len(told) / rows)
    for first in range(0, len(told), beside):
        yield told[first : first + beside]


def _told(key_point: KeyPoint, room: float, sizes: Sizes) -> _Told:
    """The sentence in balanced lines, and under it what it rests on."""
    style = sizes.key_point
    indent = 2 * disc_radius(style) + _BETWEEN * style.size
    lines = [(_sentence(_together(key_point.text), style, room - indent), INK)]
    if key_point.evidence:
        lines.append((balanced(_together(key_point.evidence), sizes.detail, room - indent), SECONDARY))
    words, height = stacked(lines, 0.15 * style.size)
    width = indent + max(block.width for block, _ in lines)
    return _Told(tuple(each.moved(indent, 0) for each in words), width, max(height, 2 * disc_radius(style)))


def _together(text: str) -> str:
    """A text on one line, in which a number stays with what it counts: "5 votes"; no-break spaces stay."""
    return _NUMBER_OF.sub("\u00a0", _WHITE.sub(" ", text).strip())


def _sentence(text: str, style: TextStyle, room: float) -> TextBlock:
    """In two lines, where one would be long: so that sentences beside each other look alike."""
    whole = balanced(text, style, room)
    if whole.line_count > 1 or whole.width < _SHORT * room:
        return whole
    halved = balanced(text, style, whole.width * _HALVED)
    return halved if halved.line_count == 2 and not halved.broken_words else whole
