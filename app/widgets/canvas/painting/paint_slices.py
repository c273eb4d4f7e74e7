"""Paints a large area in slices, as many as there is time for: no turn of the window's loop is long."""

import math
from collections.abc import Callable
from time import thread_time

from PySide6.QtCore import QRect
from PySide6.QtGui import QRegion

_LOWEST = 16
"""Rows of pixels below which a slice costs more than it saves."""

Clock = Callable[[], float]


def paint_slices(
    region: QRegion,
    first: int,
    seconds: float,
    paint: Callable[[QRect], object],
    clock: Clock = thread_time,
) -> QRegion:
    """Paint a region from its top downwards until so many seconds are over. Returns what is left of it.

    `paint` paints one rectangle. `first` is how many pixels the first slice has, which tells how long others
    take. The seconds are the thread's own: that others keep the machine busy is no reason to tear a picture.
    """
    start = clock()
    left, done = region, 0
    height = _rows(region, first if seconds < math.inf else math.inf)
    while True:
        bounds = left.boundingRect()
        slice = left.intersected(QRect(bounds.left(), bounds.top(), bounds.width(), height))
        for part in slice:  # type: ignore[attr-defined]  # PySide's types leave it out
            paint(part)
            done += part.width() * part.height()
        left = left.subtracted(slice)
        spent = max(clock() - start, 1e-6)
        if left.isEmpty() or spent >= seconds:
            return left
        # As many more as fit into the time that is left, if they are like those before.
        height = _rows(left, done * (seconds - spent) / spent)


def _rows(region: QRegion, pixels: float) -> int:
    """How many rows of a region have so many pixels."""
    bounds = region.boundingRect()
    return int(min(bounds.height(), max(_LOWEST, pixels / max(bounds.width(), 1))))
