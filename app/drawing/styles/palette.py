"""What colours are for, and what a style has for each."""

import re
from functools import lru_cache

from app.drawing.theme import Colour, Mix, along
from app.model.records import StyleColours

_STAGE = re.compile(r"stage:(\d+)/(\d+)")
_WHITE = Colour(255, 255, 255)
_MIXED = {
    "mark_ink": ("ink", "secondary", 0.47),
    "zone": ("panel", "hairline", 0.16),
    "deep_zone": ("panel", "hairline", 0.5),
}
"""Roles that no style says: of which two they are mixed, and how much of the second."""


@lru_cache(maxsize=4096)
def in_colours(colour: Colour, colours: StyleColours) -> Colour:
    """A colour of the drawing as a style has it. One that is nobody's role stays."""
    if not colour.role:
        return colour
    if isinstance(colour.role, Mix):
        one, other, share = colour.role
        found = in_colours(one, colours).mixed(in_colours(other, colours), share)
    else:
        found = _of_role(colour.role, colours) or colour
    return Colour(found.red, found.green, found.blue, colour.alpha)


def _of_role(role: str, colours: StyleColours) -> Colour | None:
    if stage := _STAGE.fullmatch(role):
        number, count = (int(part) for part in stage.groups())
        return stage_colour(colours, number - 1, count)
    if role in _MIXED:
        one, other, share = _MIXED[role]
        return _said(one, colours).mixed(_said(other, colours), share)
    match role:
        case "sheet":
            return _WHITE
        case "shadow":
            return _said("ink", colours)
        case "star_ink":
            return _said("moment_star", colours).mixed(Colour(0, 0, 0), 0.72)
    return _said(role, colours)


def stage_colour(colours: StyleColours, position: int, stages: int) -> Colour:
    """The colour of a stage's header: evenly along those of the style, or its accent where it has none."""
    hues = [Colour.of(text) for text in colours.stages or (colours.accent,)]
    return along(hues, position / max(stages - 1, 1))


def _said(role: str, colours: StyleColours) -> Colour:
    """A colour by its name in a style: "ink", "notes.pink"."""
    found: object = colours
    for name in role.split("."):
        found = getattr(found, name)
    assert isinstance(found, str)
    return Colour.of(found)
