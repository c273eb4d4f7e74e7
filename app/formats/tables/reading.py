"""What a table was read as: stages, sections with what their cells hold, and how that was found."""

from collections.abc import Mapping
from dataclasses import dataclass

from app.formats.import_notes import ImportNote
from app.formats.tables.grid import Cell

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
    """A section: its name as it stands there, its kind, what the name means, and its cells, one a stage."""

    name: str
    section_kind: str
    meaning: str
    """As `resources/tables` has it; empty where the name says nothing known."""
    cells: tuple[tuple[Fields, ...], ...]
    as_found: tuple[Cell, ...] = ()
    """The cells as they stood in the table, to be read as another kind."""


@dataclass(frozen=True, slots=True)
class TableReading:
    """A table as a map."""

    title: str = ""
    stages: tuple[StageRead, ...] = ()
    sections: tuple[SectionRead, ...] = ()
    stages_go_down: bool = False
    """Whether the stages stood below each other."""
    notes: tuple[ImportNote, ...] = ()

    @property
    def known_sections(self) -> int:
        """How many sections have a name that is known."""
        return sum(bool(section.meaning) for section in self.sections)
