"""The map that a table becomes, laid out for its page: no more of it than is looked at, row by row."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from PySide6.QtCore import QRectF

from app.drawing.layout import Grid, PlacedDrawing, lay_out
from app.drawing.rows import Row
from app.drawing.sizes import USUAL
from app.drawing.theme import STAGE_WIDTH
from app.formats.tables.bringing_in.trial import Trial
from app.formats.tables.recognising.row_cells import is_said_empty
from app.formats.tables.recognising.row_kinds import NOTES
from app.model.analysis.metrics import written
from app.model.analysis.reading_words import signed
from app.model.document import Document
from app.model.records import EmotionPoint, Entry, Id, NoteColour, Section, Stage
from app.model.words import shortened

MOST_RECORDS, MOST_ROWS = 300, 60
"""What is laid out at most, so that the window never stands still: notes, and rows."""

NARROWEST = 290.0
"""Map units of a stage: two words side by side still stand on a note."""
WIDEST = 1.5 * STAGE_WIDTH
"""So wide where there is room."""


class DrawnMap:
    """The rows of a trial in the order of its table. Heights are set by whoever shows it."""

    def __init__(self, trial: Trial, room: float) -> None:
        """`room` is how wide the map may be, in map units; stages are narrower than usual for it."""
        self.trial = trial
        after = trial.document
        stages = after.stages(trial.map)
        width = (room - USUAL.section_column) / max(len(stages), 1)
        width = min(max(width, NARROWEST), WIDEST)
        shown = [stage.changed(width=width) for stage in stages]
        found = (after.get(Section, id) for id in _kept(trial.sections))
        sections = list(_few(after, found, shown))
        grid = Grid(shown, sections)
        self._layout = lay_out(after, trial.map, sizes=USUAL, grid=grid)
        self.natural = {row.section.id: row.height for row in self._layout.rows}
        self.layout = self._layout

    @property
    def head(self) -> float:
        """How high the stages' row is, in map units."""
        return self._layout.stages_height

    def place(self, tops: dict[Id, tuple[float, float]]) -> None:
        """Put each section at a place from the stages down, so high, in map units."""
        begin = self._layout.stages.y + self.head
        rows = tuple(
            row._replace(y=begin + tops[row.section.id][0], height=tops[row.section.id][1])
            for row in self._layout.rows
            if row.section.id in tops
        )
        self.layout = self._layout._replace(rows=rows)

    def parts_of(self, row: Row) -> Iterator[PlacedDrawing]:
        yield PlacedDrawing(0, 0, row.name)
        for piece in row.body.pieces(row.height):
            yield PlacedDrawing(0, 0, piece.display_list)

    def new_in(self, row: Row) -> Iterator[QRectF]:
        """Where in a row something stands that is new, from the row's top."""
        made = self.trial.made
        for box in row.body.boxes(0, self.layout.width, row.height):
            if box.id in made:
                yield box.rectangle


def _kept(ids: Sequence[Id | None]) -> list[Id]:
    return [id for id in ids if id is not None]


def _few(document: Document, sections: Iterator[Section], stages: Sequence[Stage]) -> Iterator[Section]:
    """So many sections as can be laid out at once."""
    count = 0
    for number, section in enumerate(sections):
        count += sum(len(document.in_cell(section.id, stage.id)) for stage in stages)
        if number >= MOST_ROWS or (number and count > MOST_RECORDS):
            return
        yield section


def left_empty(trial: Trial) -> list[tuple[Id, Id]]:
    """The cells of the map, by section and stage, where the table says in words that there is nothing."""
    found = []
    for row in trial.reading.rows:
        section = trial.sections[row.section] if row.section is not None and row.kind == NOTES else None
        for cell, stage in zip(row.cells, trial.stages, strict=False):
            if section is not None and stage is not None and is_said_empty(cell):
                found.append((section, stage))
    return found


def legend_of(trial: Trial) -> list[tuple[NoteColour, str]]:
    """The colours of the notes that the table's rows hold on the map, and what each means."""
    after = trial.document
    used = {
        note.colour
        for section in _kept(trial.sections)
        for stage in _kept(trial.stages)
        for note in after.notes(section, stage)
    }
    return [(one.colour, one.meaning) for one in after.legend() if one.colour in used and one.meaning]


class Replaced(NamedTuple):
    """What a change puts in the place of something: in which cell, and both in words."""

    section: Id | None
    """None for how long the stage lasts."""
    stage: Id
    words: str
    is_low: bool = False
    """Whether it is a point of the lower half, so that there is room above it."""


def replaced(trial: Trial) -> list[Replaced]:
    """Points, metrics and durations that get another value."""
    found = []
    for edit in trial.change:
        match edit.before, edit.after:
            case EmotionPoint() as before, EmotionPoint() as after if before.value != after.value:
                words = f"{signed(before.value)} → {signed(after.value)}"
                found.append(Replaced(after.section, after.stage, words, after.value < 0))
            case Entry() as before, Entry() as after if (
                before.value is not None and before.value != after.value
            ):
                new = written(after.value, after.unit) if after.value is not None else after.text
                words = f"{written(before.value, before.unit)} → {new}"
                found.append(Replaced(after.section, after.stage, shortened(words, 40)))
            case Stage() as before, Stage() as after if before.duration and before.duration != after.duration:
                words = f"{shortened(before.duration, 20)} → {shortened(after.duration, 20)}"
                found.append(Replaced(None, after.id, words))
            case _:
                pass
    return found
