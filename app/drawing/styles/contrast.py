"""Whether what a style draws can be told from what it lies on, and the nearest colour that can.

Text of notes 7 : 1, other text 4.5 : 1, signs and lines that say something 3 : 1 (WCAG 2.2).
"""

from collections.abc import Iterator
from typing import NamedTuple, get_args

from app.drawing.styles.palette import in_colours, stage_colour
from app.drawing.theme import (
    ACCENT,
    ASSUMED_FILLS,
    BAND_ABOVE,
    BAND_BELOW,
    CURVE_HIGH,
    CURVE_LOW,
    DISC,
    FRAME,
    INK,
    MARK_HIGH,
    MARK_LOW,
    NOTE_FILLS,
    NOTE_MARK_INK,
    NOTE_SIGN_INKS,
    PANEL,
    SECONDARY,
    SHEET,
    STAR,
    STAR_INK,
    STRIP,
    TINT,
    TOP_IDEA,
    Colour,
    contrast,
    hexadecimal,
)
from app.model.records import NoteColour, StyleColours

NOTE_TEXT, TEXT, SIGN = 7.0, 4.5, 3.0
_STEPS = 200


class Pair(NamedTuple):
    """What lies on what. `field` is the colour of the style that is to change: "ink", "notes.pink"."""

    field: str
    over: Colour
    ground: Colour
    least: float

    @property
    def ratio(self) -> float:
        return contrast(self.over, self.ground)

    @property
    def is_seen(self) -> bool:
        return self.ratio >= self.least


def pairs(colours: StyleColours) -> Iterator[Pair]:
    """All that a map draws on something, in the colours of a style."""
    for field, over, ground, least in (*_PLAIN, *_on_notes()):
        yield Pair(field, in_colours(over, colours), in_colours(ground, colours), least)
    white = in_colours(SHEET, colours)
    for number in range(max(1, len(colours.stages))):
        hue = stage_colour(colours, number, max(1, len(colours.stages)))
        yield Pair(f"stages.{number}" if colours.stages else "accent", white, hue, TEXT)


def unseen(colours: StyleColours) -> list[Pair]:
    """The pairs that cannot be told apart well enough."""
    return [pair for pair in pairs(colours) if not pair.is_seen]


def nearest_that_passes(colours: StyleColours, field: str) -> str | None:
    """The colour nearest to that of a field with which all pairs of it are seen; none where there is none.

    It becomes darker or lighter step by step; of both the way that is shorter.
    """
    now = Colour.of(value_of(colours, field))
    for step in range(_STEPS + 1):
        for end in (Colour(0, 0, 0), Colour(255, 255, 255)):
            tried = hexadecimal(now.mixed(end, step / _STEPS))
            changed = with_value(colours, field, tried)
            if all(pair.is_seen for pair in pairs(changed) if pair.field == field):
                return tried
    return None


def value_of(colours: StyleColours, field: str) -> str:
    """A colour by its field: "ink", "notes.pink", "stages.0"."""
    found: object = colours
    for name in field.split("."):
        if isinstance(found, tuple):
            found = found[int(name)] if int(name) < len(found) else colours.accent
        else:
            found = getattr(found, name)
    assert isinstance(found, str)
    return found


def with_value(colours: StyleColours, field: str, value: str) -> StyleColours:
    """The same colours with another for a field. Raises pydantic's ValidationError for what is no colour."""
    name, _, inner = field.partition(".")
    held = getattr(colours, name)
    if isinstance(held, tuple):
        index = int(inner)
        new: object = (*held[:index], value, *held[index + 1 :])
    else:
        new = {**held.model_dump(), inner: value} if inner else value
    return StyleColours.model_validate({**colours.model_dump(), name: new})


_PLAIN: tuple[tuple[str, Colour, Colour, float], ...] = (
    ("ink", INK, SHEET, NOTE_TEXT),
    ("ink", INK, PANEL, NOTE_TEXT),
    ("ink", INK, STRIP, NOTE_TEXT),
    ("secondary", SECONDARY, SHEET, TEXT),
    ("secondary", SECONDARY, PANEL, TEXT),
    ("secondary", SECONDARY, STRIP, TEXT),
    ("secondary", SECONDARY, TINT, TEXT),
    ("accent", ACCENT, SHEET, TEXT),
    ("disc", SHEET, DISC, TEXT),
    ("curve_high", CURVE_HIGH, BAND_ABOVE, SIGN),
    ("curve_low", CURVE_LOW, BAND_BELOW, SIGN),
    ("words_high", MARK_HIGH, BAND_ABOVE, TEXT),
    ("words_high", MARK_HIGH, SHEET, TEXT),
    ("words_low", MARK_LOW, BAND_BELOW, TEXT),
    ("words_low", MARK_LOW, SHEET, TEXT),
    ("moment_frame", FRAME, SHEET, SIGN),
    ("moment_frame", FRAME, TINT, SIGN),
    ("moment_star", STAR_INK, STAR, SIGN),
    ("top_idea", SHEET, TOP_IDEA, NOTE_TEXT),
)
_SIGN_FIELDS: dict[NoteColour, str] = {"pink": "pain_edge", "green": "edges.green", "orange": "edges.orange"}


def _on_notes() -> Iterator[tuple[str, Colour, Colour, float]]:
    for colour in get_args(NoteColour):
        for fill in (NOTE_FILLS[colour], ASSUMED_FILLS[colour]):
            yield f"notes.{colour}", INK, fill, NOTE_TEXT
            yield f"notes.{colour}", NOTE_MARK_INK, fill, TEXT
            if colour in _SIGN_FIELDS:
                yield _SIGN_FIELDS[colour], NOTE_SIGN_INKS[colour], fill, SIGN
        edge = Colour(0, 0, 0, role=f"edges.{colour}")
        yield f"edges.{colour}", edge, SHEET, SIGN
