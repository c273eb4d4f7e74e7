"""The note colour that is nearest to the ground of a cell; none for white, grey and what is hardly tinted."""

import re
from colorsys import rgb_to_hls

from app.model.records import NoteColour

_HUES: tuple[tuple[float, NoteColour], ...] = (
    (15, "pink"),
    (40, "orange"),
    (70, "yellow"),
    (160, "green"),
    (190, "teal"),
    (250, "blue"),
    (290, "violet"),
    (360, "pink"),
)
"""Up to which hue, in degrees, a colour is called so."""
_HEX = re.compile(r"#[0-9A-Fa-f]{6}")
_LEAST_TINT = 0.07
"""Between the strongest and the weakest of red, green and blue, 0 … 1."""


def note_colour_of(fill: str) -> NoteColour | None:
    """The colour of notes for a ground as #RRGGBB."""
    if not _HEX.fullmatch(fill):
        return None
    red, green, blue = (int(fill[at : at + 2], 16) / 255 for at in (1, 3, 5))
    if max(red, green, blue) - min(red, green, blue) < _LEAST_TINT:
        return None
    hue = rgb_to_hls(red, green, blue)[0] * 360
    return next(colour for end, colour in _HUES if hue <= end)
