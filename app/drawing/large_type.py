"""A map set so large that it is read from the back of a room: the usual layout, asked for other sizes.

Nothing is stored: neither the map, nor its poster, nor the order of its notes changes.
"""

from collections.abc import Iterable
from math import ceil
from typing import NamedTuple

from app.drawing.grid import Column
from app.drawing.layout import Grid, MapLayout, lay_out
from app.drawing.sizes import USUAL, Sizes
from app.drawing.stages import name_width, number_width
from app.drawing.text import least_width, text_block
from app.drawing.theme import CELL_PADDING, NOTE, TextStyle
from app.model.document import Document
from app.model.kinds import taken_by
from app.model.records import EmotionPoint, Id, Section, Stage

READING = 32 / 1080
"""The size of a lit stage's note text beside the height of the picture: its capitals are read from 6 m where
the picture is 2 m wide."""
WRITING = 28 / 1080
"""The same where all stages are seen at once, to be written on."""
LIT, NAMES = 0.506, 0.18
"""How much of the picture's width the lit stage takes, and the names of the sections."""
_ROW_NAMES, _MOST_ROW_NAMES = 0.098, 0.2
"""How much the names take there, at most for the sake of a long word."""
_LEAST_STAGE, _MOST_STAGE = 190.0, 300.0
"""How wide a stage is there at least, and for the sake of a long word in its name."""
_INTO_TIP, _PADDING = 28.0, 12.0
"""How far its name reaches into its header's tip there, and what is free beside its notes."""
_FOR_A_LINE = 12.0
"""How much wider stages are so that a name takes one line."""
_TIP = 40.0
"""Behind the last stage, for the tip of its header."""
_GRAPH = 0.235
"""How much of the picture's height the emotional graph takes."""
_LEAST = 22
"""Map units: what must be read, beside notes' text of 25."""
_ROLES = {"stage_name": 38, "title": 46, "figure": 38, "detail": 24, "peak": 23, "heading": 24}
"""The sizes of type that are more than that; those of all else, where they are less, are that."""


class LargeType(NamedTuple):
    """What a picture of so many pixels asks of a layout."""

    scale: float
    """Pixels a map unit."""
    stage_width: float
    names_width: float
    graph_height: float
    large_notes: bool = True
    """Whether stages are wide enough for two notes side by side: then signs stand left of texts."""
    stage_number: float = 0.0
    """How wide the numbers of stages are before their names."""

    @property
    def sizes(self) -> Sizes:
        usual = USUAL._asdict().items()
        styles = {name: _set(name, style) for name, style in usual if isinstance(style, TextStyle)}
        styles["section_name"] = styles["section_name"]._replace(size=_LEAST)
        if not self.large_notes:
            styles["stage_name"] = styles["stage_name"]._replace(size=NOTE.size)
            styles["section_name"] = styles["section_name"]._replace(size=NOTE.size)
            styles["detail"] = styles["detail"]._replace(size=_LEAST)
        return USUAL.with_styles(styles)._replace(
            section_column=self.names_width,
            in_room=True,
            large_notes=self.large_notes,
            stage_indent=26.0 if self.large_notes else 8.0,
            stage_padding=13.0,
            least_stage_height=80.0,
            stage_number=self.stage_number,
            name_into_tip=0.0 if self.large_notes else _INTO_TIP,
            cell_padding=CELL_PADDING if self.large_notes else _PADDING,
            sign_over_name=not self.large_notes,
        )


def large_type(width: float, height: float, times: float = 1.0) -> LargeType:
    """What a picture of that many pixels asks for; `times` the size that is read from 6 m."""
    scale = READING * height * times / NOTE.size
    return LargeType(scale, LIT * width / scale, NAMES * width / scale, _GRAPH * height / scale)


def row_type(
    width: float,
    height: float,
    stages: int,
    sections: Iterable[str] = (),
    times: float = 1.0,
    columns: Iterable[Column] = (),
) -> LargeType:
    """What a picture asks for in which a section is written on: as many stages as there is room for.

    The names of its sections, and of the stages of `columns`, have so much room that their words stay whole,
    if that is not too much.
    """
    scale = WRITING * height * times / NOTE.size
    type = LargeType(scale, 0.0, 0.0, _GRAPH * height / scale, large_notes=False)
    least = max((_least_names(name, type.sizes) for name in sections), default=0.0)
    names = max(_ROW_NAMES * width / scale, min(least, _MOST_ROW_NAMES * width / scale))
    room, columns = width / scale - names - _TIP, tuple(columns)
    type = type._replace(stage_number=number_width(stages, type.sizes.stage_name))
    asked = (_least_stage(column, type.sizes) for column in columns)
    least = max((each for each in asked if each <= _MOST_STAGE), default=_LEAST_STAGE)
    lines = (_least_stage(column, type.sizes, in_a_line=True) for column in columns)
    least = max((each for each in lines if least < each <= least + _FOR_A_LINE), default=least)
    return type._replace(stage_width=max(room / max(stages, 1), _LEAST_STAGE, least), names_width=names)


def _least_names(name: str, sizes: Sizes) -> float:
    """How wide the names' column is at least, so that the words of a name stay whole."""
    return ceil(sizes.name_left + least_width(name, sizes.section_name) + sizes.after_name) + 1.0


def _least_stage(column: Column, sizes: Sizes, in_a_line: bool = False) -> float:
    """How wide a stage is at least, so that the words of its name stay whole; or stand side by side."""
    beside, name = column.width - name_width(column, sizes), column.stage.name
    width = text_block(name, sizes.stage_name).width if in_a_line else least_width(name, sizes.stage_name)
    return ceil(width + beside) + 1.0


def lay_out_large(
    document: Document, map: Id, type: LargeType, previous: MapLayout | None = None
) -> MapLayout:
    """A map in large type: all its stages equally wide, all its sections as high as they need to be."""
    grid = Grid(
        tuple(_widened(document.stages(map), type)),
        tuple(_heightened(section, type) for section in document.sections(map)),
    )
    return lay_out(document, map, previous, sizes=type.sizes, grid=grid)


def _set(name: str, style: TextStyle) -> TextStyle:
    return style._replace(size=_ROLES.get(name, max(_LEAST, style.size)))


def _widened(stages: Iterable[Stage], type: LargeType) -> Iterable[Stage]:
    return (stage.model_copy(update={"width": type.stage_width}) for stage in stages)


def _heightened(section: Section, type: LargeType) -> Section:
    height = type.graph_height if taken_by(section) is EmotionPoint else None
    return section.model_copy(update={"height": height, "hint": ""})
