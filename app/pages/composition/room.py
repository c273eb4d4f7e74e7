"""The paper that a map is composed for, and how large its type is to be there."""

from typing import NamedTuple

from app.drawing.text import capitals as capitals_of
from app.drawing.theme import NOTE
from app.model.records import RoleSizes
from app.pages.lengths import POINTS_PER_MILLIMETRE
from app.pages.paper import Orientation, Paper, share_of_distance, turned

_LEAST = {
    "title": 17.0,
    "persona_quote": 6.7,
    "stage_name": 6.7,
    "scenario": 6.7,
    "quote": 6.7,
    "section_name": 6.7,
    "scale_word": 6.7,
    "legend": 4.0,
    "mark": 4.0,
    "label": 3.3,
    "footer": 1.7,
}
"""How high the capitals of each role are at least, in millimetres: a three-hundredth of its distance."""
_MOST = {
    "title": 8.5,
    "persona_quote": 2.6,
    "stage_name": 2.2,
    "legend": 1.1,
    "mark": 1.0,
    "label": 0.9,
    "footer": 0.8,
}
_CROWDED = RoleSizes(
    title=3.6, persona_quote=1.6, stage_name=1.35, scenario=1.2, quote=1.15, section_name=1.1, scale_word=1.0
)
_MOST_OTHERWISE = 1.7
"""How many times as large as notes the type of a role becomes at most, however far it is to be read."""


class Room(NamedTuple):
    """What a sheet has inside its margins, in points. Along a roll there is no end: none."""

    width: float | None
    height: float | None
    short_side: float
    """Of the paper, in millimetres."""

    @classmethod
    def of(cls, paper: Paper, orientation: Orientation, margin: float) -> "Room":
        """Of a paper, turned, within margins in millimetres."""
        free = 2 * margin * POINTS_PER_MILLIMETRE
        if paper.is_roll:
            across = paper.short * POINTS_PER_MILLIMETRE - free
            lies = orientation == "landscape"
            return cls(None, across, paper.short) if lies else cls(across, None, paper.short)
        width, height = turned(paper, orientation).points
        return cls(width - free, height - free, paper.short)

    @property
    def share(self) -> float:
        """How much of the distances counts: what is held in the hand is read from half as far."""
        return share_of_distance(self.short_side)


def capitals(scale: float) -> float:
    """How high the capitals of notes are, in millimetres, where a map unit is so many points."""
    return capitals_of(NOTE) * scale / POINTS_PER_MILLIMETRE


def scale_for(height: float) -> float:
    """The points for a map unit at which the capitals of notes are so many millimetres high."""
    return height * POINTS_PER_MILLIMETRE / capitals_of(NOTE)


def role_sizes(scale: float, room: Room, is_crowded: bool = False) -> RoleSizes:
    """Each role as many times as large as notes as it usually is, or as its distance asks for.

    On a crowded map little more is asked for than the distances.
    """
    usual, height = _CROWDED if is_crowded else RoleSizes(), capitals(scale)
    found = {}
    for role, least in _LEAST.items():
        wanted = max(getattr(usual, role), room.share * least / height)
        # Whole map units, as type has them: so that sizes hardly differ where scales hardly do.
        most = max(_MOST.get(role, _MOST_OTHERWISE), getattr(usual, role))
        found[role] = round(NOTE.size * min(wanted, most)) / NOTE.size
    return RoleSizes(**found)
