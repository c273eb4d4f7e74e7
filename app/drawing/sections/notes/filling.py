"""How notes fill their cell: they share its width, by need, in as few and as low lines as can be.

Pure: what notes need goes in, widths and heights come out, in map units.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from app.drawing.steps import Step, Steps, below, beside, in_order, least_height_beside, least_width

MOST_ABREAST = 4
"""More notes than that stand in two lines."""


class Size(NamedTuple):
    width: float
    height: float


Line = tuple[Size, ...]
"""Notes side by side."""


def cell_steps(needs: Sequence[Steps], gap: float) -> tuple[Step, ...]:
    """What the notes of a cell need together: the least width of its room for each height."""
    found: list[Step] = []
    for counts in _divisions(len(needs)):
        lines = [beside(part, gap) for part in _parts(needs, counts)]
        found += below(lines, gap)
    return in_order(found)


def filled(needs: Sequence[Steps], room: float, gap: float, height: float = 0.0) -> tuple[Line, ...]:
    """The notes of a cell in lines that take the room's whole width, and its height where that is more.

    Nothing, where there is less room than they need.
    """
    ways = [way for counts in _divisions(len(needs)) if (way := _heights(needs, counts, room, gap))]
    if not ways:
        return ()
    lowest = min(ways, key=lambda way: round(sum(way.heights) + gap * len(way.heights), 3))
    return tuple(_stretched(needs, lowest, room, gap, height))


class _Way(NamedTuple):
    """So many notes in each line, and how high the lines are."""

    counts: tuple[int, ...]
    heights: tuple[float, ...]


def _divisions(count: int) -> Iterator[tuple[int, ...]]:
    """The ways to divide notes into lines, all about equally long: from few lines to one for each note."""
    for lines in dict.fromkeys(-(-count // abreast) for abreast in range(min(count, MOST_ABREAST), 0, -1)):
        yield tuple(count * (line + 1) // lines - count * line // lines for line in range(lines))


def _parts(steps: Sequence[Steps], counts: Sequence[int]) -> Iterator[Sequence[Steps]]:
    start = 0
    for count in counts:
        yield steps[start : start + count]
        start += count


def _heights(steps: Sequence[Steps], counts: tuple[int, ...], room: float, gap: float) -> _Way | None:
    found = []
    for part in _parts(steps, counts):
        height = least_height_beside(part, gap, room)
        if height is None:
            return None
        found.append(height)
    return _Way(counts, tuple(found))


def _stretched(steps: Sequence[Steps], way: _Way, room: float, gap: float, height: float) -> Iterator[Line]:
    """The lines, each as much higher as all of them together are to be."""
    more = max(height - sum(way.heights) - gap * (len(way.counts) - 1), 0.0) / len(way.counts)
    for part, least in zip(_parts(steps, way.counts), way.heights, strict=True):
        yield tuple(Size(width, least + more) for width in _shared(part, room, gap, least + more))


def _shared(steps: Sequence[Steps], room: float, gap: float, height: float) -> list[float]:
    """How wide notes are that are equally high: equally wide, where need be those that need more wider."""
    least = [least_width(each, height) or 0.0 for each in steps]
    free = room - gap * (len(steps) - 1)
    level, wider = free / len(steps), [False] * len(steps)
    while any(width > level and not is_wider for width, is_wider in zip(least, wider, strict=True)):
        wider = [is_wider or width > level for width, is_wider in zip(least, wider, strict=True)]
        others = len(steps) - sum(wider)
        taken = sum(width for width, is_wider in zip(least, wider, strict=True) if is_wider)
        level = (free - taken) / others if others else 0.0
    return [width if is_wider else level for width, is_wider in zip(least, wider, strict=True)]
