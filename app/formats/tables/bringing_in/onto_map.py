"""A table brought onto a map that has its stages and sections: each cell goes into its own, by their names.

What the map has and the table lacks stays as it is, and nothing is ever shifted. What fits nowhere is told.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from app.formats.import_notes import ImportNote
from app.formats.tables.bringing_in.new_map import Personas, records_in
from app.formats.tables.grid import Grid
from app.formats.tables.reading import Fields, SectionRead, StageRead, TableReading
from app.formats.tables.recognising.row_cells import cells_of
from app.language.phrases import phrase, phrase_plural
from app.language.words import quoted
from app.model.change import Change
from app.model.document import Document
from app.model.draft import Draft
from app.model.exchange.vocabulary import meaning_of, normalised
from app.model.kinds import content_of
from app.model.labels import step_label
from app.model.records import EmotionPoint, Entry, Id, Note, Section, Stage
from app.model.words import shortened

_AS_FOUND = ""
"""The kind of a row that is read as what its section holds."""
L = TypeVar("L", Stage, Section)
_READABLE = ("notes", "emotional-graph", "channels", "metrics", "interplay", "documents")


@dataclass(frozen=True, slots=True)
class Match:
    """Which stage and section of a map each of a table is; None where the map has none."""

    stages: tuple[Stage | None, ...]
    sections: tuple[Section | None, ...]

    @property
    def is_any(self) -> bool:
        return any(self.stages) and any(self.sections)


@dataclass(frozen=True, slots=True)
class Placing:
    """What bringing a table onto a map would do: the change, and what there is to know before."""

    change: Change
    notes: tuple[ImportNote, ...]
    match: Match


def match(document: Document, map: Id, reading: TableReading) -> Match:
    """The stages of the same names, and the sections of the same names, else of the same meaning."""
    stages = _by_name([stage.name for stage in reading.stages], document.stages(map))
    here = [one for one in document.sections(map) if one.section_kind in _READABLE]
    sections = _by_name([section.name for section in reading.sections], here)
    for at, read in enumerate(reading.sections):
        if sections[at] is None and read.meaning:
            alike = [
                one for one in here if meaning_of(one.name).meaning == read.meaning and one not in sections
            ]
            sections[at] = alike[0] if len(alike) == 1 else None
    return Match(tuple(stages), tuple(sections))


def onto_map(document: Document, map: Id, reading: TableReading) -> Placing:
    """Put each cell of a table where its stage and section are.

    Notes are added behind those that are there, but for those with the same text. Points, metrics and
    durations are replaced.
    """
    return _Placer(document, reading, match(document, map, reading)).place()


def by_place(document: Document, map: Id, grid: Grid) -> Placing | None:
    """The same for a table without names that is as wide and high as the map: each cell by where it stands.

    None where it has another size. Dividing lines are counted among the rows, or left out.
    """
    stages = document.stages(map)
    for lines in (document.sections(map), _without_lines(document.sections(map))):
        if len(stages) == grid.width and len(lines) == len(grid.rows) > 1:
            read = [
                SectionRead(section.name, _AS_FOUND, "", (), row)
                for section, row in zip(lines, grid.rows, strict=True)
            ]
            named = tuple(StageRead(stage.name) for stage in stages)
            table = TableReading(stages=named, sections=tuple(read))
            return _Placer(document, table, Match(tuple(stages), tuple(lines))).place()
    return None


def _without_lines(sections: Sequence[Section]) -> list[Section]:
    return [section for section in sections if content_of(section.section_kind).holds is not None]


@dataclass(slots=True)
class _Placer:
    document: Document
    reading: TableReading
    match: Match
    draft: Draft = field(init=False)
    personas: Personas = field(init=False)
    notes: list[ImportNote] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.draft = Draft(self.document)
        self.personas = Personas(self.draft, self.document)

    def place(self) -> Placing:
        found = self.match
        self.notes += _on_what_is_missing(self.reading, found)
        for read, stage in zip(self.reading.stages, found.stages, strict=True):
            if stage is not None and read.duration:
                self._set_duration(stage, read)
        for read_section, section in zip(self.reading.sections, found.sections, strict=True):
            if section is None or section.section_kind not in _READABLE:
                continue
            cells, notes = _as_kind(read_section, section)
            self.notes += notes
            for held, stage in zip(cells, found.stages, strict=True):
                if stage is not None and held:
                    self._fill(section, stage, held)
        told = (*self.reading.notes, *self.notes)
        return Placing(self.draft.change(step_label("bring_in_table")), told, found)

    def _set_duration(self, stage: Stage, read: StageRead) -> None:
        if stage.duration == read.duration:
            return
        if stage.duration:
            self._tell_replaced(stage.name, stage.duration, read.duration)
        self.draft.put(self.draft.get(Stage, stage.id).changed(duration=read.duration))

    def _fill(self, section: Section, stage: Stage, held: Sequence[Fields]) -> None:
        place = f"{section.name}, {stage.name}"
        points = self.document.points(section.id, stage.id)
        entries = self.document.entries(section.id, stage.id)
        if content_of(section.section_kind).holds is EmotionPoint and points:
            self._replace_point(points[0], held[0], place)
            return
        if section.section_kind == "metrics" and len(entries) == len(held) == 1:
            self._replace_metric(entries[0], held[0], place)
            return
        fresh = [fields for fields in held if not self._is_there(section, stage, fields)]
        count = len(self.document.in_cell(section.id, stage.id))
        for record in records_in(fresh, section, stage.id, self.personas, count):
            self.draft.insert(record)

    def _replace_point(self, point: EmotionPoint, fields: Fields, place: str) -> None:
        after = point.changed(**fields)
        if after.value != point.value:
            self._tell_replaced(place, point.value, after.value)
        self.draft.put(after)

    def _replace_metric(self, entry: Entry, fields: Fields, place: str) -> None:
        after = entry.changed(**fields)
        if (after.value, after.unit) != (entry.value, entry.unit) and entry.value is not None:
            self._tell_replaced(place, entry.value, after.value if after.value is not None else after.text)
        self.draft.put(after)

    def _is_there(self, section: Section, stage: Stage, fields: Fields) -> bool:
        """Whether the cell holds the same text, channels or persona already."""
        for record in self.document.in_cell(section.id, stage.id):
            match record:
                case Note():
                    is_same = record.text.strip() == str(fields.get("text", "")).strip()
                case Entry() if "channels" in fields:
                    is_same = record.channels == fields["channels"]
                case Entry() if "persona" in fields:
                    is_same = record.persona == self.personas.known(str(fields["persona"]))
                case Entry():
                    is_same = all(getattr(record, name) == value for name, value in fields.items())
                case _:
                    is_same = False
            if is_same:
                return True
        return False

    def _tell_replaced(self, place: str, before: str | float, after: str | float) -> None:
        sentence = phrase("{before} becomes {after}.", before=before, after=after)
        self.notes.append(ImportNote("taken", sentence, quoted(shortened(place, 60))))


def _as_kind(read: SectionRead, section: Section) -> tuple[Sequence[Sequence[Fields]], Sequence[ImportNote]]:
    """A section's cells as the map's section holds them, and what to tell where they are read anew."""
    if read.section_kind == section.section_kind:
        return read.cells, ()
    return cells_of(section.section_kind, read.name, read.as_found)


def _by_name(names: Sequence[str], here: Sequence[L]) -> list[L | None]:
    """For each name the first stage or section of that name which no name before it took."""
    free: dict[str, list[L]] = {}
    for one in here:
        free.setdefault(normalised(one.name), []).append(one)
    return [found.pop(0) if name and (found := free.get(normalised(name))) else None for name in names]


def _on_what_is_missing(reading: TableReading, found: Match) -> Iterator[ImportNote]:
    for stage, there in zip(reading.stages, found.stages, strict=True):
        if there is None:
            yield ImportNote(
                "left out", phrase("The map has no stage “{name}”, so nothing is put there.", name=stage.name)
            )
    for section, row in zip(reading.sections, found.sections, strict=True):
        count = sum(map(bool, section.cells))
        if row is None and count:
            sentence = phrase_plural(
                "The map has no section “{name}”, so {count} cell has no place.",
                "The map has no section “{name}”, so {count} cells have no place.",
                count,
                name=section.name,
            )
            yield ImportNote("left out", sentence)
