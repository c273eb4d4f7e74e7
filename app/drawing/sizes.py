"""How large everything on a map is set: the type of each role, and the lengths that follow from it.

Note text is 25 map units on every map, whatever the paper; the scale of the poster carries its size. All
other type is a multiple of it. Who asks for a layout says in which sizes: the usual ones, those of a map that
was arranged for its paper, or larger ones for a room.
"""

from collections.abc import Mapping
from math import ceil, inf
from typing import Literal, NamedTuple, get_args

from app.drawing.shown import EVERYTHING, Shown
from app.drawing.theme import (
    CAPTION,
    CELL_PADDING,
    FIGURE,
    HEADING,
    KEY_POINT,
    LABEL,
    MARGIN,
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
from app.model.records import RoleSizes

Role = Literal[
    "title", "persona_quote", "stage_name", "scenario", "quote", "section_name", "scale_word", "legend",
    "label",
]  # fmt: skip
"""The roles whose size on a map is told beside that of its notes. A note's marks are so on every map."""
ROLES: tuple[Role, ...] = get_args(Role)


class Sizes(NamedTuple):
    """The type of a map and the lengths that follow from it, in map units; the usual, as they are here."""

    title: TextStyle = TITLE
    scenario: TextStyle = SUBTITLE
    persona_name: TextStyle = HEADING._replace(size=30)
    persona_quote: TextStyle = QUOTE._replace(is_heading=True)
    key_point: TextStyle = KEY_POINT
    stage_name: TextStyle = STAGE_NAME
    detail: TextStyle = STAGE_SMALL
    """What is as small as a note and no note: a duration, a fact."""
    step: TextStyle = LABEL
    group: TextStyle = HEADING
    """The name of a group of stages."""
    section_name: TextStyle = SECTION_NAME
    hint: TextStyle = SMALL
    quote: TextStyle = QUOTE
    """On a curve."""
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
    label: TextStyle = PILL
    section_column: float = SECTION_COLUMN
    """How wide the names of the sections are, with all that stands beside them."""
    scale_in_words: bool = False
    """Whether the scale of a graph stands in words beside it, rather than as faces in it."""
    in_room: bool = False
    """Whether a room is to read it: headers that are held in view are then as large as all else."""
    large_notes: bool = False
    """Whether notes are set for a room: sharing their stage's width, their signs left of their texts."""
    stage_indent: float = 26.0
    """Between the notch of a stage's header and what stands in it."""
    stage_padding: float = 30.0
    """Above and below what stands in a stage's header."""
    stage_number: float = 0.0
    """How wide the number of a stage is before its name, with what is free behind it; 0 where it has none."""
    name_into_tip: float = 0.0
    """How far a stage's name may reach into its header's tip."""
    cell_padding: float = CELL_PADDING
    """Left and right of the notes of a cell."""
    sign_over_name: bool = False
    """Whether a section's sign stands over its name, rather than before it."""
    title_is_wide: bool = False
    """Whether what is known of the map stands in columns beside its title, rather than in a line under it."""
    widest_card: float = 1560.0
    """How wide the card of a persona may be."""
    least_foot: float = MARGIN
    """What is free at the foot of a map that has no legend."""
    seams: tuple[float, ...] = ()
    """Where sheets meet that a poster is put together from: no words stand across."""
    marks_only_extremes: bool = False
    """Whether of all that can be read from a curve only its peak and its lowest point are marked."""
    shown: Shown = EVERYTHING
    """Which signs there are."""
    least_stage_height: float = STAGE_HEIGHT
    """How high a stage's header is at least; higher where its words ask for it."""

    @classmethod
    def of(cls, roles: RoleSizes, section_column: float = SECTION_COLUMN) -> "Sizes":
        """The sizes of a map whose roles are so many times as large as note text."""
        multiples = {field: _multiple(roles, told_by) for field, told_by in _FOLLOWED.items()}
        # A little more than a scenario, which is to be read from as far; as it, where notes are small.
        multiples["key_point"] = max(roles.scenario, min(_KEY_POINT, _KEY_POINT / 1.5 * roles.scenario))
        styles = {field: _sized(getattr(USUAL, field), multiple) for field, multiple in multiples.items()}
        return USUAL.with_styles(styles)._replace(
            section_column=section_column,
            scale_in_words=True,
            marks_only_extremes=True,
            title_is_wide=True,
            widest_card=inf,
            least_foot=0.0,
            least_stage_height=0.0,
        )

    def with_styles(self, styles: Mapping[str, TextStyle]) -> "Sizes":
        """These sizes with other type for some of what is on a map, by the names of the fields."""
        return self._replace(**styles)  # type: ignore[arg-type]

    @property
    def name_left(self) -> float:
        """How far right a section's name stands: behind its sign, or under it."""
        if self.sign_over_name:
            return _UNDER_SIGN
        return 50 + 34 * self.section_name.size / SECTION_NAME.size

    @property
    def name_width(self) -> float:
        return self.section_column - self.name_left - self.after_name

    @property
    def after_name(self) -> float:
        """What is free behind a section's name."""
        return _UNDER_SIGN / 2 if self.sign_over_name else AFTER_NAME

    def multiple(self, role: Role) -> float:
        """How many times as large as note text a role's type is."""
        style: TextStyle = getattr(self, role)
        return style.size / NOTE.size


AFTER_NAME = 20.0
"""Between a section's name and the first stage."""
_UNDER_SIGN = 16.0
"""Left of a section's name that stands under its sign."""
_FOLLOWED: dict[str, Role | Literal["mark"] | float] = {
    **{role: role for role in ROLES},
    "persona_name": "scenario",
    "detail": 1.0,
    "step": 1.0,
    "group": "section_name",
    "hint": "mark",
    "emotion": "quote",
    "peak": "section_name",
    "caption": 1.0,
    "heading": 1.0,
    "paragraph": 1.0,
    "small": "mark",
    "value": 1.0,
    "figure": 1.75,
    "channel": "legend",
}
"""Which role's size each type has, or how many times a note's it is on every map that is arranged."""
_KEY_POINT = 1.7
"""How many times a note's size a key point's is, where scenarios are 1.5 times as large."""
USUAL = Sizes()
"""Of maps that are arranged for no paper."""


def _multiple(roles: RoleSizes, told_by: "Role | Literal['mark'] | float") -> float:
    multiple: float = told_by if isinstance(told_by, float) else getattr(roles, told_by)
    return multiple


def _sized(style: TextStyle, multiple: float) -> TextStyle:
    """Type so many times as large as a note's: whole units, as Qt has fonts of whole pixels; none smaller."""
    return style._replace(size=ceil(NOTE.size * multiple - 0.01))
