"""When a workshop chimes: once a minute before the end of an agenda item, twice at its end."""

from datetime import timedelta
from typing import Literal

from app.model.records import Id
from app.workshop.clock import Clock

Chime = Literal[0, 1, 2]
"""How many strokes; 0 is none."""
BEFORE_THE_END = timedelta(minutes=1)
LATE = timedelta(seconds=20)
"""So long after its moment a chime would mean nothing: the computer slept."""


class Chimes:
    """Follows a clock, look by look. Minutes that are given have it chime again at the new moments."""

    def __init__(self) -> None:
        self._item: Id | None = None
        self._left = timedelta()

    def due(self, clock: Clock | None) -> Chime:
        """What is to be heard now, as the last look was before that moment."""
        same = clock is not None and clock.item == self._item
        before = self._left
        self._item, self._left = (clock.item, clock.left) if clock is not None else (None, timedelta())
        if clock is None or not same or before - clock.left > LATE:
            return 0
        if clock.left <= timedelta() < before:
            return 2
        return 1 if clock.left <= BEFORE_THE_END < before else 0
