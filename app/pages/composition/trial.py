"""Looks for the largest scale at which a map has room on a sheet."""

from math import sqrt
from typing import NamedTuple

from app.pages.composition.composing import LOW_GRAPH, USUAL_GRAPH, Composed, Composing
from app.pages.composition.room import Room, capitals, role_sizes, scale_for

SMALLEST, LARGEST = 0.7, 9.0
"""Between how many millimetres the capitals of notes are; on sheets held in the hand up to half of it."""
_FINENESS = 1.006
"""How much larger type could be at most than it is."""


class Trial(NamedTuple):
    """A map to be put into a room, in so many bands, at one scale after the other."""

    composing: Composing
    room: Room
    landscape: bool
    bands: int
    is_crowded: bool

    def at(self, scale: float, words_whole: bool) -> Composed | None:
        """The map at so many points for a map unit; None, where it is too narrow."""
        roles = role_sizes(scale, self.room, self.is_crowded)
        height = self.room.height if self.room.height is not None else 1e6
        graph = LOW_GRAPH if self.is_crowded else USUAL_GRAPH
        width = self.room.width / scale
        return self.composing.tried(roles, self.bands, width, height / scale, words_whole, graph)

    def largest(self, words_whole: bool) -> "Found | None":
        """The largest scale at which all has room."""
        low, high = scale_for(SMALLEST), scale_for(self.room.share * LARGEST)
        best: Composed | None = None
        is_narrow = False
        scale = high
        while high / low > _FINENESS:
            composed = self.at(scale, words_whole)
            if composed is not None and composed.left >= 0:
                low, best = scale, composed
                if scale == high:
                    break
            else:
                high, is_narrow = scale, composed is None
            scale = sqrt(low * high)
        return Found(self, low, best, words_whole, is_narrow) if best is not None else None


class Found(NamedTuple):
    """A map on its sheet, at the largest scale of a trial."""

    trial: Trial
    scale: float
    composed: Composed
    words_whole: bool
    is_narrow: bool
    """Whether it is a word, and not the height, that keeps type from being larger."""

    @property
    def capitals(self) -> float:
        return capitals(self.scale)
