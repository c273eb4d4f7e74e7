"""The paper that a map is composed for, and how large its type is to be there."""

from math import ceil
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
_OF_HEIGHT_ONLY = ("title", "persona_quote", "scenario", "quote")
"""Roles that never keep a map from being narrow enough for its sheet."""
_MOST_OTHERWISE = 1.7
"""How many times as large as notes the type of a role becomes at most, however far it is to be read."""
_LEAST_NAME = 1.2
"""How many times as large as notes stages' names are at least, however long their words are."""
_TOGETHER, _TOO_FAR = 1.15, 1.5
"""In the hand: how many times as large as it usually is a role becomes at most, for its distance; and from
where on that asks for too much beside such small notes, so that the role is as it usually is."""


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

    @property
    def is_held(self) -> bool:
        """Whether it is held in the hand, rather than hung on a wall."""
        return self.share < 1


def capitals(scale: float) -> float:
    """How high the capitals of notes are, in millimetres, where a map unit is so many points."""
    return capitals_of(NOTE) * scale / POINTS_PER_MILLIMETRE


def scale_for(height: float) -> float:
    """The points for a map unit at which the capitals of notes are so many millimetres high."""
    return height * POINTS_PER_MILLIMETRE / capitals_of(NOTE)


def role_sizes(scale: float, room: Room, is_crowded: bool = False, is_roomy: bool = False) -> RoleSizes:
    """Each role as many times as large as notes as it usually is, or as its distance asks for.

    On a crowded map little more is asked for than the distances; on a roomy one nevertheless of what takes
    height only.
    """
    usual, height = RoleSizes(), capitals(scale)
    beside = _CROWDED if is_crowded else usual
    if is_roomy:
        beside = beside.model_copy(update={role: getattr(usual, role) for role in _OF_HEIGHT_ONLY})
    found = {}
    for role, least in _LEAST.items():
        asked, least_multiple = room.share * least / height, getattr(beside, role)
        if room.is_held:
            asked = _together(asked, getattr(usual, role))
        most = max(_MOST.get(role, _MOST_OTHERWISE), least_multiple)
        # Whole map units, as type has them: so that sizes hardly differ where scales hardly do. None that a
        # distance asks for is rounded to less.
        wanted = NOTE.size * min(max(asked, least_multiple), most)
        found[role] = (ceil(wanted) if asked > least_multiple else round(wanted)) / NOTE.size
    return RoleSizes(**found)


def least_stage_name(scale: float, room: Room) -> float:
    """How many times as large as notes the names of stages are at least: on a wall as their distance asks."""
    asked = 0.0 if room.is_held else _LEAST["stage_name"] / capitals(scale)
    return max(_LEAST_NAME, min(asked, _MOST["stage_name"]))


def _together(asked: float, usual: float) -> float:
    """How large a role becomes of what is asked for, so that it still belongs with the notes beside it."""
    over = asked / usual
    if over <= _TOGETHER:
        return asked
    fading = max(_TOO_FAR - over, 0.0) / (_TOO_FAR - _TOGETHER)
    return usual * (1 + (_TOGETHER - 1) * fading)
