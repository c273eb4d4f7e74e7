"""Whether what a style draws can be told from what it lies on, and the nearest colour that can.

Text of notes 7 : 1, other text 4.5 : 1, signs and lines that say something 3 : 1 (WCAG 2.2).
"""

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple, get_args

from app.drawing.styles.palette import fields_of, in_colours
from app.drawing.theme import (
    ACCENT,
    AREA_ABOVE,
    AREA_BELOW,
    ASSUMED_FILLS,
    BAND_ABOVE,
    BAND_BELOW,
    CARD,
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
    ON_DISC,
    ON_STAGE,
    ON_TOP_IDEA,
    PANEL,
    RIM,
    SECONDARY,
    SHEET,
    STAR,
    STAR_INK,
    STRIP,
    TINT,
    TOP_IDEA,
    ZONES,
    Colour,
    contrast,
    hexadecimal,
    stage_hue,
)
from app.model.records import NoteColour, StyleColours

NOTE_TEXT, TEXT, SIGN = 7.0, 4.5, 3.0
_STEPS = 100
PALER = 0.3
"""How much of its header the number of a stage has: the name is read first."""


class Pair(NamedTuple):
    """What lies on what, and which colours of the style both are made of: "ink", "notes.pink"."""

    fields: frozenset[str]
    over: Colour
    ground: Colour
    least: float

    @property
    def ratio(self) -> float:
        return contrast(self.over, self.ground)

    @property
    def is_seen(self) -> bool:
        return self.ratio >= self.least


def pairs(colours: StyleColours, field: str | None = None) -> Iterator[Pair]:
    """All that a map draws on something, in the colours of a style; or what one of these has a part in."""
    for fields, over, ground, least in (*_known(), *_on_stages(colours)):
        if field is None or field in fields:
            yield Pair(fields, in_colours(over, colours), in_colours(ground, colours), least)


@lru_cache(maxsize=1)
def _known() -> tuple[tuple[frozenset[str], Colour, Colour, float], ...]:
    return tuple(
        (frozenset((*fields_of(over), *fields_of(ground))), over, ground, least)
        for over, ground, least in _ALL
    )


def _on_stages(colours: StyleColours) -> Iterator[tuple[frozenset[str], Colour, Colour, float]]:
    """Words, number and star on each of the headers."""
    count = max(1, len(colours.stages))
    for number in range(count):
        hue = stage_hue(number, count)
        stage = f"stages.{number}" if colours.stages else "accent"
        for over, least in ((ON_STAGE, TEXT), (ON_STAGE.mixed(hue, PALER), SIGN), (STAR, SIGN)):
            yield frozenset((stage, *fields_of(over))), over, hue, least


def unseen(colours: StyleColours, field: str | None = None) -> list[Pair]:
    """The pairs that cannot be told apart well enough: all, or those that a colour has a part in."""
    return [pair for pair in pairs(colours, field) if not pair.is_seen]


def nearest_that_passes(colours: StyleColours, field: str) -> str | None:
    """The colour nearest to that of a field with which all pairs of it are seen; none where there is none.

    It becomes darker or lighter step by step; of both the way that is shorter.
    """
    now = Colour.of(value_of(colours, field))
    for step in range(_STEPS + 1):
        for end in (Colour(0, 0, 0), Colour(255, 255, 255)):
            tried = hexadecimal(now.mixed(end, step / _STEPS))
            changed = with_value(colours, field, tried)
            if all(pair.is_seen for pair in pairs(changed, field)):
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


_GROUNDS = (SHEET, TINT, BAND_ABOVE, BAND_BELOW, *ZONES[1:])
"""What lies under sections; a moment of truth's tint may lie over it."""
_PANELS = (PANEL, CARD, STRIP)
_LEADING: tuple[NoteColour, ...] = ("yellow", "grey")
"""What leads to a moment of truth, and has its frame: actions and facts."""
_EDGES = {colour: Colour(0, 0, 0, role=f"edges.{colour}") for colour in get_args(NoteColour)}
_ALL: tuple[tuple[Colour, Colour, float], ...] = (
    *((INK, ground, NOTE_TEXT) for ground in (*_GROUNDS, *_PANELS)),
    *((SECONDARY, ground, TEXT) for ground in (*_GROUNDS, *_PANELS)),
    *((ACCENT, ground, TEXT) for ground in (SHEET, CARD)),
    *((RIM, ground, SIGN) for ground in _GROUNDS),
    (ON_DISC, DISC, TEXT),
    *((DISC, ground, SIGN) for ground in (*_GROUNDS, STRIP)),
    *((CURVE_HIGH, ground, SIGN) for ground in (BAND_ABOVE, AREA_ABOVE, TINT)),
    *((CURVE_LOW, ground, SIGN) for ground in (BAND_BELOW, AREA_BELOW, TINT)),
    *((MARK_HIGH, ground, TEXT) for ground in (BAND_ABOVE, SHEET, TINT)),
    *((MARK_LOW, ground, TEXT) for ground in (BAND_BELOW, SHEET, TINT)),
    *((FRAME, ground, SIGN) for ground in (*_GROUNDS, AREA_ABOVE, AREA_BELOW)),
    *((FRAME, NOTE_FILLS[colour], SIGN) for colour in _LEADING),
    (STAR_INK, STAR, SIGN),
    (ON_TOP_IDEA, TOP_IDEA, NOTE_TEXT),
    # Felt later, and dashes around assumptions, run over these.
    *((NOTE_SIGN_INKS["pink"], ground, SIGN) for ground in (*_GROUNDS, AREA_BELOW)),
    *(
        on_note
        for colour, ink in NOTE_SIGN_INKS.items()
        for fill in (NOTE_FILLS[colour], ASSUMED_FILLS[colour])
        for on_note in ((INK, fill, NOTE_TEXT), (NOTE_MARK_INK, fill, TEXT), (ink, fill, SIGN))
    ),
    # Votes and effort are written in these.
    *((ink, SHEET, TEXT) for ink in NOTE_SIGN_INKS.values()),
    *(
        (edge, ground, SIGN)
        for colour, edge in _EDGES.items()
        for ground in (SHEET, TINT, NOTE_FILLS[colour])
    ),
)
