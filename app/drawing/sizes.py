"""How large everything on a map is set: the type of each role, and the lengths that follow from it.

Note text is 25 map units on every map, whatever the paper; the scale of the poster carries its size. All
other type is a multiple of it. Who asks for a layout says in which sizes: the usual ones, those of a map that
was arranged for its paper, or larger ones for a room.
"""

from collections.abc import Mapping
from typing import Literal, NamedTuple, get_args

from app.drawing.theme import (
    CAPTION,
    FIGURE,
    HEADING,
    LABEL,
    MARK,
    NOTE,
    PARAGRAPH,
    PILL,
    QUOTE,
    SECTION_COLUMN,
    SECTION_NAME,
    SMALL,
    STAGE_HEIGHT,
    STAGE_NAME,
    STAGE_SMALL,
    SUBTITLE,
    TITLE,
    TextStyle,
)

Role = Literal[
    "title", "scenario", "quote", "stage", "section", "call-out", "peak", "scale", "detail", "legend",
    "channel", "label",
]  # fmt: skip
"""What type is for: each role has one size on a map, while notes and their marks are the same on every map.

A detail is what is as small as a note and no note: a duration, an entry, a persona's facts. A label is what
stands in small letters over or beside something.
"""
ROLES: tuple[Role, ...] = get_args(Role)


class Sizes(NamedTuple):
    """The type of a map and the lengths that follow from it, in map units; the usual, as they are here."""

    title: TextStyle = TITLE
    scenario: TextStyle = SUBTITLE
    persona_name: TextStyle = HEADING._replace(size=30)
    persona_quote: TextStyle = QUOTE
    stage_name: TextStyle = STAGE_NAME
    detail: TextStyle = STAGE_SMALL
    step: TextStyle = LABEL
    section_name: TextStyle = SECTION_NAME
    hint: TextStyle = SMALL
    call_out: TextStyle = QUOTE
    emotion: TextStyle = MARK
    """The word of an emotion, over its quote."""
    peak: TextStyle = MARK
    scale_word: TextStyle = SMALL
    caption: TextStyle = CAPTION
    heading: TextStyle = HEADING
    paragraph: TextStyle = PARAGRAPH
    small: TextStyle = SMALL
    value: TextStyle = MARK
    figure: TextStyle = FIGURE
    legend: TextStyle = STAGE_SMALL
    channel: TextStyle = LABEL
    pill: TextStyle = PILL
    section_column: float = SECTION_COLUMN
    """How wide the names of the sections are, with all that stands beside them."""
    least_stage_height: float = STAGE_HEIGHT
    """How high a stage's header is at least; higher where its words ask for it."""

    @classmethod
    def of(cls, multiples: Mapping[Role, float], section_column: float | None = None) -> "Sizes":
        """The sizes for roles that are so many times as large as note text; the others as usual."""
        factors = {role: multiples.get(role, _USUAL[role]) / _USUAL[role] for role in ROLES}
        styles = {field: _enlarged(getattr(USUAL, field), factors[role]) for field, role in _ROLES.items()}
        column = section_column or SECTION_COLUMN * max(factors["section"], factors["scale"], 1.0)
        return cls(**styles, section_column=column, least_stage_height=0.0)

    def of_role(self, role: Role) -> TextStyle:
        """The type that a role's size is told by."""
        style: TextStyle = getattr(self, _TOLD_BY[role])
        return style

    @property
    def name_left(self) -> float:
        """How far right a section's name stands, behind its sign."""
        return 50 + 34 * self.section_name.size / SECTION_NAME.size

    @property
    def name_width(self) -> float:
        return self.section_column - self.name_left - 20

    def multiple(self, role: Role) -> float:
        """How many times as large as note text a role's type is."""
        return self.of_role(role).size / NOTE.size


_TOLD_BY: dict[Role, str] = {
    "title": "title",
    "scenario": "scenario",
    "quote": "persona_quote",
    "stage": "stage_name",
    "section": "section_name",
    "call-out": "call_out",
    "peak": "peak",
    "scale": "scale_word",
    "detail": "detail",
    "legend": "legend",
    "channel": "channel",
    "label": "pill",
}
_ROLES: dict[str, Role] = {
    **{field: role for role, field in _TOLD_BY.items()},
    "persona_name": "scenario",
    "step": "channel",
    "hint": "detail",
    "emotion": "call-out",
    "caption": "detail",
    "heading": "detail",
    "paragraph": "detail",
    "small": "detail",
    "value": "detail",
    "figure": "detail",
}
"""Which role's size each type follows; what is in no relation to a role would be a size of its own."""
USUAL = Sizes()
"""Of maps that were arranged for no paper."""
_USUAL = {role: USUAL.multiple(role) for role in ROLES}


def _enlarged(style: TextStyle, factor: float) -> TextStyle:
    """Type so many times as large: whole units, as Qt has fonts in whole pixels alone."""
    return style._replace(size=max(1, round(style.size * factor)))
