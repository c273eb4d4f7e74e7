"""Looks for the largest scale at which a map has room on a sheet."""

from math import sqrt
from typing import NamedTuple

from app.pages.composition.composing import LOW_GRAPH, USUAL_GRAPH, Composed, Composing
from app.pages.composition.room import Room, capitals, least_stage_name, role_sizes, scale_for
from app.pages.composition.spans import Sheets

SMALLEST, LARGEST, LARGEST_HELD = 0.7, 9.0, 6.0
"""Between how many millimetres the capitals of notes are, on a wall and on paper held in the hand."""
_ON_A_ROLL = 6.0
"""Millimetres: a roll is cut where a map whose capitals are so high ends."""
_MOST_ALONG, _MOST_OF_STAGE = 60_000.0, 7_500.0
"""Map units of a roll that a map takes at most, and each of its stages: none is wider than may be."""
_SMALLER = 0.9
"""How much smaller type becomes until a map has room across a roll, however long that is."""
_MOST_LEFT, _LONGER, _MOST_LONGER = 0.12, 1.09, 5
"""From what share of the roll's width on that is left a piece becomes longer, by how much, and how often."""
_USUAL_SHAPE = 0.7
"""How high a map is thought to be beside its width where only its graphs ask for it."""
_FINENESS = 1.003
"""How much larger type could be at most than it is."""


class Trial(NamedTuple):
    """A map to be put into a room, in so many bands, at one scale after the other."""

    composing: Composing
    room: Room
    landscape: bool
    bands: int
    is_crowded: bool
    sheets: Sheets | None = None
    """That the map is cut into, in points."""
    is_roomy: bool = False
    """Whether words that take height only are as large beside notes as usual, also where it is crowded."""
    graph: float | None = None
    """How much of the sheet's height the graphs take, where it is not what they usually do."""

    def at(self, scale: float, words_whole: bool) -> Composed | None:
        """The map at so many points for a map unit; None, where that is too narrow."""
        roles = role_sizes(scale, self.room, self.is_crowded, self.is_roomy)
        # On sheets it has what is left of its own beside that.
        is_low = self.is_crowded or self.sheets is not None
        graph = self.graph or (LOW_GRAPH if is_low else USUAL_GRAPH)
        least = least_stage_name(scale, self.room)
        width, height = self.room.width, self.room.height
        width = (width if width is not None else self._most_along * scale) / scale
        high = height / scale if height is not None else width * _USUAL_SHAPE
        sheets = self.sheets.in_units(scale) if self.sheets is not None else None
        composed = self.composing.tried(roles, self.bands, width, high, words_whole, graph, least, sheets)
        return composed._replace(left=0.0) if composed is not None and height is None else composed

    def largest(self, words_whole: bool) -> "Found | None":
        """The largest scale at which all has room; along a roll that of usual type."""
        if self.room.width is None:
            return self._along_a_roll(words_whole)
        largest = LARGEST_HELD if self.room.is_held else LARGEST
        largest = largest if self.room.height is not None else self.room.share * _ON_A_ROLL
        low, high = scale_for(SMALLEST), scale_for(largest)
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

    def larger(self, scale: float, words_whole: bool) -> "Found | None":
        """The largest scale, where it is more than one that is known; which costs little to deny."""
        if self.room.width is not None:
            composed = self.at(scale, words_whole)
            if composed is None or composed.left < 0:
                return None
        found = self.largest(words_whole)
        return found if found is not None and found.scale > scale else None

    def _along_a_roll(self, words_whole: bool) -> "Found | None":
        """The same in the shortest piece of a roll, no shorter than wide, in which usual type has room; in a
        longer one with larger type, where that leaves much of the roll's width empty."""
        scale, most = scale_for(self.room.share * _ON_A_ROLL), self._most_along
        while scale > scale_for(SMALLEST) and not self._has_room(most * scale, scale, words_whole):
            scale *= _SMALLER
        low, high = self.room.height or 1.0, most * scale
        while high / low > _FINENESS:
            width = sqrt(low * high)
            has_room = self._has_room(width, scale, words_whole)
            low, high = (low, width) if has_room else (width, high)
        found = self._in_a_piece(high, words_whole)
        for _ in range(_MOST_LONGER):
            if found is None or self.room.height is None:
                break
            if found.composed.left * found.scale < _MOST_LEFT * self.room.height:
                break
            high *= _LONGER
            longer = self._in_a_piece(high, words_whole)
            if longer is None or longer.scale <= found.scale:
                break
            found = longer
        return found

    @property
    def _most_along(self) -> float:
        return min(_MOST_ALONG, _MOST_OF_STAGE * len(self.composing.stages))

    def _has_room(self, width: float, scale: float, words_whole: bool) -> bool:
        """Whether the map has room on a piece of a roll so long, in points."""
        composed = self._replace(room=self.room._replace(width=width)).at(scale, words_whole)
        return composed is not None and composed.left >= 0

    def _in_a_piece(self, width: float, words_whole: bool) -> "Found | None":
        return self._replace(room=self.room._replace(width=width)).largest(words_whole)


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
