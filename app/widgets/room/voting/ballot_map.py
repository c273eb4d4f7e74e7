"""The candidates of a round under the headers of their stages: where each stands, in large type.

Columns and headers are the map's own layout, asked for other sizes; notes stand as on the map, without what
stands at their feet, and nothing but candidates is among them.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from PySide6.QtCore import QRectF, QSizeF

from app.drawing.display import DisplayList, PlacedText, Texts
from app.drawing.fonts import set_in
from app.drawing.grid import Column
from app.drawing.large_type import WRITING, row_type
from app.drawing.layout import Grid, MapLayout, lay_out
from app.drawing.note import PlacedNote
from app.drawing.stages import draw_stages
from app.drawing.text import least_width, text_block
from app.drawing.theme import NOTE, ON_STAGE, TextStyle
from app.language.spoken import speaking
from app.model.document import Document
from app.model.records import Id, Note, Round, Section, Stage

SECTION = TextStyle(29, 700, leading=1.2)
TEXT_LEFT, TEXT_TOP = 13.0, 12.0
"""Within a note, where its text begins."""
_HEADER, _PADDING = 55.0, 7.0
_NAME_AT, _AFTER_NAME = 29.0, 2.0
"""Where a stage's name begins in its column, and what is free behind it."""
_NAMES, _MOST_NAMES = 0.0985, 0.2
"""How much of the width the names of the sections take, and at most for the sake of a long word."""
NAME_LEFT = 16.0
_LEAST_STAGE = 185.0
_TIP = 8.0
_MARGIN = 5.5
"""Beside a note, in its column."""
_ABOVE, _BETWEEN, _BELOW = 21.0, 22.0, 16.0
"""Above the notes of a section, where their numbers reach up, between them and below."""
_LEAST_NOTE = 60.0


class NumberedNote(NamedTuple):
    """A candidate that is still there, with its number and where it stands below the headers."""

    number: int
    placed: PlacedNote
    column: Column


class SectionRow(NamedTuple):
    section: Section
    top: float
    height: float


class BallotMap(NamedTuple):
    """Lengths are map units; the origin is the left end of the headers' row, with the names in it."""

    layout: MapLayout
    scale: float
    names: float
    headers: DisplayList
    header_height: float
    rows: tuple[SectionRow, ...]
    notes: tuple[NumberedNote, ...]

    @property
    def size(self) -> QSizeF:
        """Of what is below the headers."""
        bottom = self.rows[-1].top + self.rows[-1].height if self.rows else 0.0
        return QSizeF(self.layout.columns[-1].right if self.layout.columns else 0.0, bottom)

    def of_number(self, number: int | None) -> NumberedNote | None:
        return next((one for one in self.notes if one.number == number), None)


def note_height(text: str, width: float) -> float:
    block = text_block(text, NOTE, max(width - 2 * TEXT_LEFT, 1.0))
    return max(block.height + 2 * TEXT_TOP, _LEAST_NOTE)


def lay_out_ballot(
    document: Document, map: Id, round: Round, size: QSizeF, times: float, previous: MapLayout | None = None
) -> BallotMap:
    """The candidates for a picture of so many pixels, as many stages wide as there is room for."""
    sections = tuple(_sections(document, map, round))
    stages = document.stages(map)
    scale = WRITING * size.height() * times / NOTE.size
    width = size.width() / scale
    asked = max((least_width(one.name, SECTION) + 2 * NAME_LEFT for one in sections), default=0.0)
    names = max(_NAMES * width, min(asked, _MOST_NAMES * width))
    stage = max((width - names - _TIP) / max(len(stages), 1), _LEAST_STAGE)
    sizes = row_type(size.width(), size.height(), len(stages), times=times).sizes
    sizes = sizes._replace(section_column=names, stage_number=0.0)
    grid = Grid(tuple(_plain(one, stage) for one in stages), ())
    layout = lay_out(document, map, previous, sizes=sizes, grid=grid)
    with speaking(layout.language), set_in(layout.family):
        height, headers = _headers(layout, [one.name for one in stages])
        rows, notes = _filled(document, round, sections, layout.columns)
    return BallotMap(layout, scale, names, layout.dressed(headers), height, rows, notes)


def _plain(stage: Stage, width: float) -> Stage:
    """A stage with nothing in its header; its name is set by what little room there is."""
    return stage.model_copy(
        update={
            "width": width, "name": "", "duration": "", "goal": "", "question": "", "steps": (), "group": "",
        }
    )  # fmt: skip


def _headers(layout: MapLayout, names: Sequence[str]) -> tuple[float, DisplayList]:
    """The headers and how high they are: names may reach into the tips of their chevrons."""
    columns = [column._replace(has_moment=False) for column in layout.columns]
    style = layout.sizes.stage_name
    blocks = [
        text_block(name, style, column.width - _NAME_AT - _AFTER_NAME)
        for name, column in zip(names, columns, strict=True)
    ]
    height = max([_HEADER, *(block.height + 2 * _PADDING for block in blocks)])
    height, drawn = draw_stages(columns, layout.sizes._replace(least_stage_height=height))
    placed = [
        PlacedText(column.x + _NAME_AT, (height - block.height) / 2, block)
        for column, block in zip(columns, blocks, strict=True)
    ]
    return height, (*drawn, Texts(placed, ON_STAGE))


def _sections(document: Document, map: Id, round: Round) -> Iterator[Section]:
    held = {found.section for one in round.candidates if isinstance(found := document.find(one.note), Note)}
    return (section for section in document.sections(map) if section.id in held)


def _filled(
    document: Document, round: Round, sections: Sequence[Section], columns: Sequence[Column]
) -> tuple[tuple[SectionRow, ...], tuple[NumberedNote, ...]]:
    """The notes in their cells, one below the other."""
    cells: dict[tuple[Id, Id], list[tuple[int, Note]]] = {}
    for number, one in enumerate(round.candidates, 1):
        note = document.find(one.note)
        if isinstance(note, Note):
            cells.setdefault((note.section, note.stage), []).append((number, note))
    rows, notes, top = [], [], 0.0
    for section in sections:
        bottom = top
        for column in columns:
            y = top + _ABOVE
            for number, note in cells.get((section.id, column.stage.id), ()):
                width = column.width - 2 * _MARGIN
                place = QRectF(column.x + _MARGIN, y, width, note_height(note.text, width))
                notes.append(NumberedNote(number, PlacedNote(note, place), column))
                y = place.bottom() + _BETWEEN
            bottom = max(bottom, y - _BETWEEN + _BELOW)
        rows.append(SectionRow(section, top, bottom - top))
        top = bottom
    return tuple(rows), tuple(notes)
