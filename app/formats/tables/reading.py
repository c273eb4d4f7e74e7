"""What a table was read as: stages, sections with what their cells hold, and how that was found."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, NamedTuple

from app.formats.import_notes import ImportNote
from app.formats.tables.grid import Cell, Grid
from app.model.exchange.vocabulary import meaning_of
from app.model.records import NoteColour

Fields = Mapping[str, object]
"""Of a note, an emotion point or an entry, as its section holds them; a persona by name, as `persona`."""


@dataclass(frozen=True, slots=True)
class StageRead:
    """A stage by its name as it stands there, with the group over it and how long it takes."""

    name: str = ""
    group: str = ""
    duration: str = ""


@dataclass(frozen=True, slots=True)
class SectionRead:
    """A section: its name as it stands there, its kind, what it means, and its cells, one a stage."""

    name: str
    """Empty for that of the ready section of its meaning."""
    section_kind: str
    meaning: str
    """As `resources/tables` has it; empty where the name says nothing known."""
    cells: tuple[tuple[Fields, ...], ...]
    as_found: tuple[Cell, ...] = ()
    """The cells as they stood in the table, to be read as another kind."""


class RowRead(NamedTuple):
    """A row of a table, turned so that the stages stand side by side, and what was made of it."""

    line: int
    """Where it stood in the table, a row or a column, from 0: by that it is chosen for."""
    name: str
    kind: str
    """Of its section, or one of those beside sections in `row_kinds`."""
    meaning: str
    cells: tuple[Cell, ...]
    section: int | None = None
    """Which of the sections it became."""


StickyRole = Literal["stage", "section", "note", "left out"]


class StickyRead(NamedTuple):
    """A sticky of a board: its row in the table, what it is, and of a note its section and stage."""

    line: int
    role: StickyRole
    cell: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class TableReading:
    """A table as a map."""

    title: str = ""
    stages: tuple[StageRead, ...] = ()
    sections: tuple[SectionRead, ...] = ()
    stages_go_down: bool = False
    """Whether the stages stood below each other."""
    notes: tuple[ImportNote, ...] = ()
    rows: tuple[RowRead, ...] = ()
    """The rows behind the headers, in their order; none where it is a list, a board or a journey."""
    stickies: tuple[StickyRead, ...] = ()
    """Of a board, those that say something."""
    legend: tuple[tuple[NoteColour, str], ...] = ()
    """What a board says that colours mean."""
    personas: tuple[Fields, ...] = ()
    """Those that it tells of; what does so is no map."""
    grid: Grid | None = None
    """What it was read from, to be read otherwise; None for what is no table."""

    @property
    def is_any(self) -> bool:
        """Whether there is a map in it, or a persona."""
        return bool(self.stages and self.sections) or bool(self.personas)

    @property
    def is_plainly_a_map(self) -> bool:
        """Whether the names of its sections leave no doubt that it is a map, and no other table."""
        known = sum(not one.name or meaning_of(one.name).is_exact for one in self.sections)
        named = all(section.name or section.meaning for section in self.sections)
        return named and len(self.stages) > 1 and known >= min(2, len(self.sections)) > 0

    @property
    def record_count(self) -> int:
        """How many records its cells make."""
        return sum(len(cell) for section in self.sections for cell in section.cells)

    @property
    def is_ambiguous(self) -> bool:
        """Whether something was guessed, so that a person should look before anything is kept."""
        return any(note.kind == "guessed" for note in self.notes)


_SAID = ("text", "quote", "persona", "value")


_SAID = ("text", "quote", "persona", "value")


def as_list(reading: TableReading) -> Grid:
    """What a reading holds, a line for each text: for what was no table, as a journey of Mermaid."""
    rows = [("", "", "")]
    for section in reading.sections:
        for stage, cell in zip(reading.stages, section.cells, strict=True):
            said = (next((str(one[name]) for name in _SAID if one.get(name)), "") for one in cell)
            rows += [(section.name or section.meaning, stage.name, words) for words in said]
    return Grid(tuple(tuple(map(Cell, row)) for row in rows))
