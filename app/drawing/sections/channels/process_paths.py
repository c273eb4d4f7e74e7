"""The shapes of processes: what runs from one channel to the next and shows in which order they are used."""

from app.drawing.display import Command, Outline
from app.drawing.glyphs import polyline
from app.drawing.sections.channels.channel_places import RADIUS, Gap, Turn
from app.model.records import Process

_HEAD = 11.0
_OFF = 7.0
"""Between an arrow and the discs."""
_TICK = 11.0
_BULGE = 17.0
"""How far the two ways of a circle lie from its middle."""
_CURL, _DEEP = 16.0, 22.0
"""Half the width of the curl of a way that is not straight, and how deep it hangs."""


def process_path(process: Process, gap: Gap) -> Outline:
    """The shape of a process in one gap."""
    left, right, y = gap.left + _OFF, gap.right - _OFF, gap.y
    if right - left < 2 * _HEAD:
        return polyline((gap.left, y), (gap.right, y))
    match process:
        case "cyclic":
            return _there_and_back(left, right, y)
        case "non-linear":
            return (*_curled(left, right, y), *_head(right, y, 1))
        case "bi-directional":
            return (*polyline((left, y), (right, y)), *_head(left, y, -1), *_head(right, y, 1))
        case "time-based":
            return (*polyline((left, y), (right, y)), *_ticks(left, right, y), *_head(right, y, 1))
        case _:
            return (*polyline((left, y), (right, y)), *_head(right, y, 1))


def turn_path(turn: Turn) -> Outline:
    """Round the end of a line of discs, between its names and the next line, and to that one's first disc."""
    outer, inner = turn.right - 6, turn.left + 4
    between = turn.end.y() - RADIUS - 10
    end = turn.end.x() - RADIUS - 4
    way = polyline(
        (turn.start.x() + RADIUS, turn.start.y()),
        (outer, turn.start.y()),
        (outer, between),
        (inner, between),
        (inner, turn.end.y()),
        (end, turn.end.y()),
    )
    return (*way, *_head(end, turn.end.y(), 1))


def _there_and_back(left: float, right: float, y: float) -> Outline:
    """Two ways, with room for words between them."""
    bend = min(40.0, (right - left) / 3)
    ways: list[Command] = []
    for start, end, to in ((left, right, -1), (right, left, 1)):
        side = y + to * _BULGE
        way = 1 if end > start else -1
        ways += [
            ("M", start, y + to * 3),
            ("C", start + way * bend / 2, side, start + way * bend / 2, side, start + way * bend, side),
            ("L", end - way * bend, side),
            ("C", end - way * bend / 2, side, end - way * bend / 2, side, end, y + to * 3),
            *_head(end, y + to * 3, way),
        ]
    return tuple(ways)


def _curled(left: float, right: float, y: float) -> Outline:
    """Forth, back under itself, and forth."""
    curl = min(_CURL, (right - left) / 6)
    middle, wide, low = (left + right) / 2, 2.2 * curl, y + _DEEP
    return (
        ("M", left, y),
        ("L", middle + curl / 2, y),
        ("C", middle + wide, y, middle + wide, low, middle, low),
        ("C", middle - wide, low, middle - wide, y, middle - curl / 2, y),
        ("L", right, y),
    )


def _ticks(left: float, right: float, y: float) -> Outline:
    """As on a ruler, below the way: its words stand over it."""
    places = (left + (right - left) * share / 4 for share in range(4))
    return tuple(command for x in places for command in polyline((x, y), (x, y + _TICK)))


def _head(x: float, y: float, way: int) -> Outline:
    """An arrow's head whose tip is at (x, y), pointing right (1) or left (−1)."""
    back = x - way * _HEAD
    return polyline((back, y - _HEAD * 0.8), (x, y), (back, y + _HEAD * 0.8))
