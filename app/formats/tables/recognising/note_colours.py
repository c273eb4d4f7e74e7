"""The note colour that is nearest to the ground of a cell; none for white, grey and what is hardly tinted."""

from colorsys import rgb_to_hls
from functools import cache

from app.drawing.theme import NOTE_FILLS, Colour, hexadecimal
from app.model.colours import read_colour
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
_LEAST_TINT = 0.07
"""Between the strongest and the weakest of red, green and blue, 0 … 1."""


def note_colour_of(fill: str) -> NoteColour | None:
    """The colour of notes for a ground as #RRGGBB; none for what is no such colour."""
    if not (ground := read_colour(fill)):
        return None
    if own := _own().get(ground):
        return own
    red, green, blue = (share / 255 for share in Colour.of(ground)[:3])
    if max(red, green, blue) - min(red, green, blue) < _LEAST_TINT:
        return None
    hue = rgb_to_hls(red, green, blue)[0] * 360
    return next(colour for end, colour in _HUES if hue <= end)


@cache
def _own() -> dict[str, NoteColour]:
    """The grounds of notes as this program writes them: of them also the grey is meant."""
    return {hexadecimal(ground): colour for colour, ground in NOTE_FILLS.items()}
