"""What bringing in a table would come to: the map as it would be, before anything of it is kept."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from app.formats.import_notes import ImportNote
from app.formats.tables.bringing_in.joining import joined_tables
from app.formats.tables.bringing_in.new_map import as_new_map, into_empty_map
from app.formats.tables.bringing_in.onto_map import match, onto_map
from app.formats.tables.reading import TableReading
from app.model.change import Change
from app.model.document import Document
from app.model.records import Id, JourneyMap, Section, Stage
from app.model.verbs.copying import created

Way = Literal["new", "one", "into"]
"""A new map, for several tables one each; one new map for all of them; into a map that is there."""
MOST_STAGES = 40
"""Stages of a new map that are drawn before it is made."""


@dataclass(frozen=True, slots=True)
class Trial:
    """A change that is not made, the project as it would be after it, and what of the table is where."""

    reading: TableReading
    change: Change
    document: Document
    map: Id
    stages: tuple[Id | None, ...]
    """For each stage of the table that of the map; None where the map has none."""
    sections: tuple[Id | None, ...]
    notes: tuple[ImportNote, ...]

    @property
    def made(self) -> frozenset[Id]:
        """The records that are new."""
        return frozenset(created(self.change))

    @property
    def placed(self) -> tuple[int, int]:
        """How many cells of the table have a place, and how many hold anything."""
        placed = count = 0
        for row in self.reading.rows:
            filled = [at for at, cell in enumerate(row.cells) if not cell.is_empty]
            count += len(filled)
            placed += sum(self._has_place(row.section, row.kind, at) for at in filled)
        return placed, count

    def _has_place(self, section: int | None, kind: str, stage: int) -> bool:
        if self.stages[stage] is None:
            return False
        if section is None:
            return kind == "duration"
        return self.sections[section] is not None and bool(self.reading.sections[section].cells[stage])


def can_go_into(document: Document, map: Id, reading: TableReading) -> bool:
    """Whether a map is empty, or has stages and sections of the table."""
    return is_empty(document, map) or match(document, map, reading).is_any


def is_empty(document: Document, map: Id) -> bool:
    return not document.stages(map) and not document.sections(map)


def tried(document: Document, map: Id, reading: TableReading, way: Way, title: str) -> Trial:
    """Bring a table into a copy of a project: into a map of it, or as a new one of that title."""
    after = document.copy()
    if way == "into" and not is_empty(document, map):
        placing = onto_map(document, map, reading)
        after.apply(placing.change)
        found = placing.match
        return Trial(
            reading, placing.change, after, map, _ids(found.stages), _ids(found.sections), placing.notes
        )
    if way == "into":
        change = into_empty_map(document, map, reading)
    else:
        change = as_new_map(document, replace(reading, title=title), title)
        (map,) = created(change, JourneyMap)
    after.apply(change)
    stages, sections = created(change, Stage), created(change, Section)
    return Trial(reading, change, after, map, tuple(stages), tuple(sections), reading.notes)


def tried_among(
    document: Document, map: Id, readings: Sequence[TableReading], at: int, way: Way, title: str
) -> Trial:
    """One of several tables, as it would be once they are all brought in that way."""
    if way == "new":
        return tried(document, map, readings[at], way, title)
    whole = joined_tables(readings)
    found = tried(document, map, whole.reading, way, title)
    return replace(
        found,
        reading=readings[at],
        stages=tuple(found.stages[stage] for stage in whole.stages[at]),
        sections=tuple(found.sections[section] for section in whole.sections[at]),
    )


def beginning(reading: TableReading) -> TableReading:
    """The first stages of a table, which is what is drawn of a new map that is very wide."""
    if len(reading.stages) <= MOST_STAGES:
        return reading
    sections = tuple(
        replace(one, cells=one.cells[:MOST_STAGES], as_found=one.as_found[:MOST_STAGES])
        for one in reading.sections
    )
    return replace(reading, stages=reading.stages[:MOST_STAGES], sections=sections)


def _ids(records: Sequence[Stage | Section | None]) -> tuple[Id | None, ...]:
    return tuple(record.id if record is not None else None for record in records)
