"""Tables that list notes, one a row, with columns for stage and section: tidy tables, Trello's boards."""

import html
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from app.formats.import_notes import ImportNote
from app.formats.tables.grid import Cell, Grid
from app.formats.tables.reading import Fields, SectionRead, StageRead, TableReading
from app.formats.tables.recognising.note_colours import note_colour_of
from app.formats.tables.recognising.row_kinds import GRAPH, NOTES
from app.language.days import read_day
from app.language.phrases import phrase
from app.language.words import joined, quoted
from app.model.exchange.cell_parts import listed_in
from app.model.exchange.feelings import Feeling, feeling_in, scale_of
from app.model.exchange.vocabulary import colour_names, meaning_of
from app.model.records import Impact

_NEEDED = ("stage", "section", "text")
_OF_EVIDENCE = ("stage", "quote")
_SEVERE: dict[str, Impact] = {
    **dict.fromkeys(("low", "minor", "trivial", "small", "1", "niedrig", "gering"), "trivial"),
    **dict.fromkeys(("medium", "moderate", "work-around", "2", "mittel"), "work-around"),
    **dict.fromkeys(("high", "critical", "severe", "major", "abandon", "3", "hoch", "kritisch"), "abandon"),
}
"""What a severity in words or numbers says of the impact."""


def has_note_columns(columns: Mapping[str, int]) -> bool:
    """Whether there is a column for the stage, one for the section and one for the text of each note; or, of
    evidence, one for the stage, one for what was said, and who said it or when."""
    return all(name in columns for name in _NEEDED) or _is_evidence(columns)


def _is_evidence(columns: Mapping[str, int]) -> bool:
    said_by = "source" in columns or "date" in columns or "persona" in columns
    return "section" not in columns and said_by and all(name in columns for name in _OF_EVIDENCE)


def notes_listed(grid: Grid, columns: Mapping[str, int]) -> TableReading:
    """The map whose notes a table lists: stages and sections in the order in which they first appear."""
    return _Reader(grid, columns).read()


@dataclass(slots=True)
class _Reader:
    grid: Grid
    columns: Mapping[str, int]
    stages: dict[str, int] = field(default_factory=dict)
    held: dict[str, list[tuple[str, Fields]]] = field(default_factory=dict)
    """For each section what stands in it, with its stage."""
    notes: list[ImportNote] = field(default_factory=list)

    @property
    def is_evidence(self) -> bool:
        return _is_evidence(self.columns)

    def read(self) -> TableReading:
        rows = self.grid.rows[1:]
        scale = scale_of("", [self._in(row, "score") for row in rows])
        for row in rows:
            stage, section = self._in(row, "stage"), self._section(row)
            if self._in(row, "archived").casefold() in ("true", "yes"):
                left_out = phrase("“{text}” is archived.", text=self._in(row, "text"))
                self.notes.append(ImportNote("left out", left_out, row[0].place))
                continue
            self.stages.setdefault(stage, len(self.stages))
            feeling = feeling_in(self._in(row, "score"), scale)
            self.held.setdefault(section, []).append((stage, self._fields(row, section, feeling)))
        self.notes += self._left_out()
        stages = tuple(StageRead(name) for name in self.stages)
        title = next((found for row in rows if (found := self._in(row, "title"))), self.grid.title)
        notes = (*self.grid.notes, *self.notes)
        return TableReading(title, stages, tuple(self._sections()), notes=notes, grid=self.grid)

    def _in(self, row: Sequence[Cell], name: str) -> str:
        at = self.columns.get(name)
        return html.unescape(row[at].text.strip()) if at is not None else ""

    def _section(self, row: Sequence[Cell]) -> str:
        """The first label of a card is its section; that of evidence is the ready one."""
        return next(iter(listed_in(self._in(row, "section"))), "")

    def _fields(self, row: Sequence[Cell], section: str, feeling: Feeling) -> Fields:
        text, persona = self._in(row, "text"), self._in(row, "persona")
        if self._is_graph(section) and feeling.value is not None:
            fields: dict[str, object] = {"value": feeling.value, "quote": text, "persona": persona}
        else:
            fields = {
                name: self._in(row, name) for name in ("text", "persona", "description", "owner", "link")
            }
            colour = self._in(row, "colour")
            fields["colour"] = colour_names().get(colour.casefold()) or note_colour_of(colour)
            fields["due"] = _day(self._in(row, "due"))
            fields["text"] = fields["text"] or self._in(row, "quote")
            fields["source"] = self._in(row, "source")
            fields["evidence_date"] = _day(self._in(row, "date"))
            fields["impact"] = _SEVERE.get(self._in(row, "severity").casefold())
            if self.is_evidence:
                fields["evidence"] = "some evidence"
        return {name: value for name, value in fields.items() if value not in ("", None)}

    def _is_graph(self, section: str) -> bool:
        return meaning_of(section).meaning == "feelings"

    def _sections(self) -> Iterator[SectionRead]:
        for name, held in self.held.items():
            points = [one for one in held if "value" in one[1]]
            others = [one for one in held if "value" not in one[1]]
            known = meaning_of(name)
            meaning = known.meaning if known.is_section else "evidence" if self.is_evidence else ""
            if points:
                yield SectionRead(name, GRAPH, meaning, self._by_stage(points))
            if others or not points:
                yield SectionRead(name, NOTES, meaning, self._by_stage(others))

    def _by_stage(self, held: Sequence[tuple[str, Fields]]) -> tuple[tuple[Fields, ...], ...]:
        return tuple(tuple(fields for there, fields in held if there == stage) for stage in self.stages)

    def _left_out(self) -> Iterator[ImportNote]:
        header, used = self.grid.rows[0], set(self.columns.values())
        others = [
            quoted(cell.text)
            for at, cell in enumerate(header)
            if at not in used and any(not row[at].is_empty for row in self.grid.rows[1:])
        ]
        if others:
            yield ImportNote("left out", phrase("Columns left out: {names}.", names=joined(others, ", ")))


def _day(text: str) -> str | None:
    """A day as people write it, and that of a moment: 2026-12-15T10:00."""
    found = read_day(text) or read_day(text.replace("T", " ").partition(" ")[0])
    return found.isoformat() if found is not None else None
