"""What colours are for, and what a style has for each."""

import re
from collections.abc import Iterator
from functools import lru_cache

from app.drawing.theme import Colour, Mix, along
from app.model.records import StyleColours

_STAGE = re.compile(r"stage:(\d+)/(\d+)(?::ends)?")
_WHITE = Colour(255, 255, 255)
_MIXED = {
    "mark_ink": ("ink", "secondary", 0.47),
    "zone": ("panel", "ink", 0.02),
    "deep_zone": ("panel", "ink", 0.06),
}
"""Roles that no style says: of which two they are mixed, and how much of the second."""
_SAME = {"card": "panel", "mirrored_card": "panel", "shadow": "ink", "code": "ink", "star_ink": "moment_star"}
"""Roles that have the colour of another; the star's ink is far darker than its disc."""
_WHITES = frozenset(("sheet", "on_stage", "on_disc", "on_top_idea"))


@lru_cache(maxsize=4096)
def in_colours(colour: Colour, colours: StyleColours) -> Colour:
    """A colour of the drawing as a style has it, still with its role. One that is nobody's role stays."""
    if not colour.role:
        return colour
    if isinstance(colour.role, Mix):
        one, other, share = colour.role
        found = in_colours(one, colours).mixed(in_colours(other, colours), share)
    else:
        found = _of_role(colour.role, colours) or colour
    return found._replace(alpha=colour.alpha, role=colour.role)


def _of_role(role: str, colours: StyleColours) -> Colour | None:
    if stage := _STAGE.fullmatch(role):
        number, count = (int(part) for part in stage.groups())
        return stage_colour(colours, number - 1, count)
    if role in _MIXED:
        one, other, share = _MIXED[role]
        return _said(one, colours).mixed(_said(other, colours), share)
    if role in _WHITES:
        return _WHITE
    found = _said(_SAME.get(role, role), colours)
    return found.mixed(Colour(0, 0, 0), 0.72) if role == "star_ink" else found


def fields_of(colour: Colour) -> Iterator[str]:
    """The colours of a style that one of the drawing is made of, where it is not a stage's: "ink"."""
    role = colour.role
    if isinstance(role, Mix):
        yield from (*fields_of(role.one), *fields_of(role.other))
    elif role in _MIXED:
        yield from _MIXED[role][:2]
    elif role in _SAME:
        yield _SAME[role]
    elif role and role not in _WHITES and not _STAGE.fullmatch(role):
        yield role


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
