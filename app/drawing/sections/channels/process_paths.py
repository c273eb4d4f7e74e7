"""The shapes of processes: lines through the channels of a stage that show in which order they are used."""

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import QPointF

from app.drawing.display import Command, Outline
from app.drawing.glyphs import polyline
from app.drawing.svg_icons import rounded
from app.model.records import Process

_ARROW = 11.0
_TICK = 10.0
NAMES = 50.0
"""Room for the names of channels that stand over them, in the usual type."""
LOOP = 66.0
"""How far under a single line of channels the way back of a circle runs."""


def process_path(
    process: Process, places: Sequence[QPointF], radius: float, right: float, names: float
) -> Outline:
    """The shape for channels at these places, each a disc of a radius, with `names` so high over it where any
    are; arrows may reach to `right`."""
    if process == "cyclic":
        return _loop(places, radius)
    if process == "non-linear":
        return _zigzag(places, radius, right, names)
    through = _lines(places, radius, right)
    first, last = places[0], places[-1]
    start, end = first.x() - radius - 20, min(last.x() + radius + 22, right)
    drawn = [*through, *_arrow(end, last.y(), 1)]
    if process == "bi-directional":
        drawn += _arrow(start, first.y(), -1)
    if process == "time-based":
        middles = [(one.x() + other.x()) / 2 for one, other in pairwise(places) if one.y() == other.y()]
        for x, y in [(start, first.y()), *((x, first.y()) for x in middles)]:
            drawn += polyline((x, y - _TICK), (x, y + _TICK))
    return tuple(drawn)


def _lines(places: Sequence[QPointF], radius: float, right: float) -> list[Command]:
    """Straight lines through the places, from one line of them to the next by a bend."""
    first, last = places[0], places[-1]
    start, end = first.x() - radius - 20, min(last.x() + radius + 22, right)
    drawn: list[Command] = [("M", start, first.y())]
    for one, other in pairwise(places):
        if one.y() != other.y():
            drawn += _turn(one, other, (one.y() + other.y()) / 2 + 26, radius, right)
    drawn.append(("L", end, last.y()))
    return drawn


def _turn(one: QPointF, other: QPointF, between: float, radius: float, right: float) -> list[Command]:
    """From the end of one line of places to the beginning of the next, `between` names and discs."""
    outer, inner = min(one.x() + radius + 14, right), other.x() - radius - 20
    return [("L", outer, one.y()), ("L", outer, between), ("L", inner, between), ("L", inner, other.y())]


def _zigzag(places: Sequence[QPointF], radius: float, right: float, names: float) -> Outline:
    """Up and down from one channel to the next."""
    drawn: list[Command] = []
    for one, other in pairwise(places):
        if other.x() > one.x():
            drawn += polyline((one.x(), one.y()), (other.x(), other.y()))
        else:
            between = other.y() - radius - names - 4
            drawn += [("M", one.x(), one.y()), *_turn(one, other, between, radius, right)]
            drawn.append(("L", other.x(), other.y()))
    last = places[-1]
    end = min(last.x() + radius + 22, right)
    return (*drawn, ("M", last.x(), last.y()), ("L", end, last.y()), *_arrow(end, last.y(), 1))


def _loop(places: Sequence[QPointF], radius: float) -> Outline:
    """A closed way through all places, with arrows that show how it turns."""
    left, right = min(place.x() for place in places), max(place.x() for place in places)
    top, bottom = min(place.y() for place in places), max(place.y() for place in places)
    if bottom == top:
        bottom = top + LOOP
    if left == right:
        left, right = left - radius - 30, right + radius + 30
    bend = min(radius, (right - left) / 2, (bottom - top) / 2)
    middle = (left + right) / 2
    loop = rounded(left, top, right - left, bottom - top, bend)
    return (*loop, *_arrow(middle + 6, top, 1), *_arrow(middle - 6, bottom, -1))


def _arrow(x: float, y: float, way: int) -> Outline:
    """An arrow's head whose tip is at (x, y), pointing right (1) or left (−1)."""
    back = x - way * _ARROW
    return polyline((back, y - _ARROW * 0.8), (x, y), (back, y + _ARROW * 0.8))
