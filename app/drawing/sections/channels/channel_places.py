"""Where the channels of an entry stand: discs from edge to edge of their cell, with names below.

What the process is called stands on its first arrow where it has room there, and else over the discs.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF

from app.drawing.display import PlacedText
from app.drawing.sections.channels.processes import PROCESSES
from app.drawing.sizes import Sizes
from app.drawing.text import least_width, snug, text_block
from app.model.records import Entry

RADIUS = 28.0
"""Of the disc behind an icon."""
_SLOT = 2 * RADIUS + 34
"""The least room that a channel takes from left to right; more where a word of its name is wider."""
_BESIDE = 30.0
"""Room at either side of several lines of discs, for the way from one to the next."""
_UNDER = 6.0
"""Between a disc and its name."""
_BETWEEN = 20.0
"""Between a line of discs, with its names, and the next."""
_AROUND_LABEL = 26.0
"""What an arrow is longer than the words on it, at least."""


class Spot(NamedTuple):
    """A channel: the middle of its disc, and its name."""

    channel: str
    place: QPointF
    name: PlacedText


class Gap(NamedTuple):
    """Where an arrow runs from one disc to the next on its line, or from a lonely one to the cell's edge."""

    left: float
    right: float
    y: float


class Turn(NamedTuple):
    """From the last disc of a line to the first of the next, between these edges."""

    start: QPointF
    end: QPointF
    left: float
    right: float


class Places(NamedTuple):
    """A process with its channels, placed."""

    spots: tuple[Spot, ...]
    gaps: tuple[Gap, ...]
    turns: tuple[Turn, ...]
    label: PlacedText
    is_on_arrow: bool
    """Whether the label stands on the first arrow."""
    bottom: float


def places_of(entry: Entry, room: QRectF, sizes: Sizes) -> Places:
    """Everything of an entry from the top of its room."""
    words = entry.text or (str(PROCESSES[entry.process]) if entry.process else "")
    label = text_block(words, sizes.small, room.width())
    first = _lines(entry.channels, room, sizes)
    gap = _gaps(first, room)[:1]
    if words and gap and label.line_count == 1 and label.width + _AROUND_LABEL <= gap[0].right - gap[0].left:
        (left, right, y) = gap[0]
        above = 0.5 if entry.process == "cyclic" else 1.0
        top = y - above * label.height - (0 if entry.process == "cyclic" else 3)
        placed = PlacedText((left + right - label.width) / 2, top, snug(label))
        return _placed(first, room, placed, True)
    top = label.height + 12 if words else 0.0
    lines = _lines(entry.channels, room.translated(0, top), sizes)
    return _placed(lines, room, PlacedText(room.left(), room.top(), label), False)


def _placed(lines: list[list[Spot]], room: QRectF, label: PlacedText, is_on_arrow: bool) -> Places:
    spots = tuple(spot for line in lines for spot in line)
    turns = tuple(
        Turn(one[-1].place, other[0].place, room.left(), room.right()) for one, other in pairwise(lines)
    )
    ends = [spot.name.y + spot.name.block.height for spot in spots]
    bottom = max([room.top() + 40, label.y + label.block.height, *ends])
    return Places(spots, _gaps(lines, room), turns, label, is_on_arrow, bottom)


def _lines(channels: Sequence[str], room: QRectF, sizes: Sizes) -> list[list[Spot]]:
    """The channels in as many lines as they need, those of a line from its left edge to its right."""
    widest = max((least_width(channel, sizes.channel) for channel in channels), default=0.0)
    slot = max(_SLOT, widest + 8)
    a_line = max(1, int(room.width() // slot))
    beside = 0.0
    if len(channels) > a_line:
        beside = min(_BESIDE, room.width() / 4)
        a_line = max(1, int((room.width() - 2 * beside) // slot))
    a_line = max(1, min(a_line, len(channels)))
    inner = room.adjusted(beside, 0, -beside, 0)
    lines: list[list[Spot]] = []
    y = room.top() + RADIUS
    for start in range(0, len(channels), a_line):
        line = list(_line(channels[start : start + a_line], a_line, inner, y, sizes))
        lines.append(line)
        y = max(spot.name.y + spot.name.block.height for spot in line) + _BETWEEN + RADIUS
    return lines


def _line(channels: Sequence[str], a_line: int, room: QRectF, y: float, sizes: Sizes) -> Iterator[Spot]:
    slot = room.width() / a_line
    step = (room.width() - 2 * RADIUS - 4) / max(a_line - 1, 1)
    for index, channel in enumerate(channels):
        x = room.left() + RADIUS + 2 + index * step
        name = snug(text_block(channel, sizes.channel, max(slot - 8, 1)))
        first = room.left() + index * slot
        left = min(max(x - name.available / 2, first), max(first + slot - name.available, first))
        yield Spot(channel, QPointF(x, y), PlacedText(left, y + RADIUS + _UNDER, name))


def _gaps(lines: Sequence[Sequence[Spot]], room: QRectF) -> tuple[Gap, ...]:
    if len(lines) == 1 and len(lines[0]) == 1:
        (spot,) = lines[0]
        return (Gap(spot.place.x() + RADIUS, room.right(), spot.place.y()),)
    return tuple(
        Gap(one.place.x() + RADIUS, other.place.x() - RADIUS, one.place.y())
        for line in lines
        for one, other in pairwise(line)
    )
