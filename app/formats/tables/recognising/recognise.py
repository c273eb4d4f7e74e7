"""Finds the journey map in a table: which way its stages go, what they are called, and what each row is."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TypeVar

from app.formats.import_notes import ImportNote
from app.formats.tables.choices import UNCHOSEN, Choices
from app.formats.tables.grid import Cell, Grid
from app.formats.tables.reading import Fields, RowRead, SectionRead, StageRead, TableReading
from app.formats.tables.recognising.headers import headers_of, without_index, without_title
from app.formats.tables.recognising.orientation import orientation_of
from app.formats.tables.recognising.row_cells import cells_of
from app.formats.tables.recognising.row_kinds import DURATION, LEFT_OUT, LINE, NOTES, row_kind
from app.language.phrases import phrase
from app.model.exchange.feelings import SCALE
from app.model.exchange.vocabulary import says_nothing
from app.model.text import one_line

_ACROSS = phrase("The stages were taken to stand side by side.")
_DOWN = phrase("The stages were taken to stand below each other.")
T = TypeVar("T")
_DASHES = " \t-–—―─━═_=*~·"


def recognised(grid: Grid, choices: Choices = UNCHOSEN) -> TableReading:
    """The map that a table is, with what a person chose of how it is read."""
    source = grid
    grid = choices.of(without_index(without_title(grid)))
    if not grid.rows or grid.width < 2:
        return TableReading(grid.title, notes=grid.notes, grid=source)
    found = orientation_of(grid)
    notes = list(grid.notes)
    if choices.goes_down is None and not found.is_certain:
        notes.append(ImportNote("guessed", _DOWN if found.goes_down else _ACROSS))
    down = found.goes_down if choices.goes_down is None else choices.goes_down
    rows: Sequence[Sequence[Cell]] = (grid.turned if down else grid).rows
    if not choices.names_sections:
        rows = [(_nameless(row[0]), *row) for row in rows]
    headers = headers_of(rows, choices.names_stages)
    reader = _Rows(headers.stages, choices, down)
    below = rows[headers.rows :]
    for row in _joined(below) if choices.names_sections else filter(_says_something, below):
        reader.take(row)
    kept = _with_name_or_content(reader.stages, reader.sections)
    return TableReading(
        grid.title,
        tuple(reader.stages[at] for at in kept),
        tuple(
            replace(one, cells=_at(one.cells, kept), as_found=_at(one.as_found, kept))
            for one in reader.sections
        ),
        down,
        notes=(*notes, *reader.notes),
        rows=tuple(row._replace(cells=_at(row.cells, kept)) for row in reader.rows),
        grid=source,
    )


class _Rows:
    """Takes row by row what becomes sections, and what belongs to the stages."""

    def __init__(self, stages: Sequence[StageRead], choices: Choices, goes_down: bool) -> None:
        self._choices = choices
        self._goes_down = goes_down
        self.stages = list(stages)
        self.rows: list[RowRead] = []
        self.sections: list[SectionRead] = []
        self.notes: list[ImportNote] = []

    def take(self, row: Sequence[Cell]) -> None:
        head, cells = row[0], row[1:]
        name = " ".join(head.text.replace("<br>", " ").split())
        line = head.at[1] if self._goes_down else head.at[0]
        chosen = self._choices.kinds.get(line)
        kind = chosen or row_kind(name, [cell.text for cell in cells])
        if chosen is None and kind.kind != LINE and head.across > len(cells) > 1:
            kind = kind._replace(kind=LINE, meaning="dividing line")
        is_section = kind.kind not in (DURATION, LEFT_OUT)
        at = len(self.sections) if is_section else None
        self.rows.append(RowRead(line, name, kind.kind, kind.meaning, tuple(cells), at))
        if kind.kind == DURATION:
            self._take_durations(name, cells)
        if not is_section:
            return
        if kind.kind == LINE:
            held: list[tuple[Fields, ...]] = [() for _ in cells]
            name = name.strip(_DASHES)
        else:
            held, notes = cells_of(kind.kind, name, cells, self._choices.scales.get(line))
            if kind.is_guessed or (chosen is None and kind.kind != NOTES and kind.meaning != "feelings"):
                notes.insert(0, _taken(name, kind.kind, kind.is_guessed, head))
            self.notes += notes
        name = name.removesuffix(SCALE)
        self.sections.append(SectionRead(name, kind.kind, kind.meaning, tuple(held), tuple(cells)))

    def _take_durations(self, name: str, cells: Sequence[Cell]) -> None:
        self.notes.append(
            ImportNote("taken", phrase("“{name}” was taken as how long the stages last.", name=name))
        )
        for at, cell in enumerate(cells):
            if not says_nothing(cell.text):
                self.stages[at] = replace(self.stages[at], duration=one_line(cell.text))


def _taken(name: str, kind: str, is_guessed: bool, head: Cell) -> ImportNote:
    sentence = phrase("“{name}” was taken as {kind}.", name=name, kind=_KINDS[kind])
    return ImportNote("guessed" if is_guessed else "taken", sentence, head.place)


_KINDS = {
    NOTES: phrase("notes"),
    "emotional-graph": phrase("an emotional graph"),
    "channels": phrase("channels"),
    "metrics": phrase("metrics"),
    "interplay": phrase("who takes part"),
    "documents": phrase("documents"),
}


def _joined(rows: Sequence[Sequence[Cell]]) -> Iterator[Sequence[Cell]]:
    """Rows that say something; one without a name goes on where the one above it ended."""
    before: list[Cell] | None = None
    for row in rows:
        if all(cell.is_empty for cell in row):
            continue
        if before is not None and row[0].is_empty:
            before = [_below(above, cell) for above, cell in zip(before, row, strict=True)]
            continue
        if before is not None:
            yield before
        before = list(row)
    if before is not None:
        yield before


def _below(above: Cell, cell: Cell) -> Cell:
    texts = [text for text in (above.text, cell.text) if text.strip() and not says_nothing(text)]
    joined = above.pieces if cell.is_empty else (*above.pieces, cell)
    return above._replace(text="\n".join(texts) or above.text or cell.text, joined=joined)


def _with_name_or_content(stages: Sequence[StageRead], sections: Sequence[SectionRead]) -> list[int]:
    """The columns that have a name, or anything in them."""
    return [
        at
        for at, stage in enumerate(stages)
        if stage.name or stage.duration or any(section.cells[at] for section in sections)
    ]


def _at(items: Sequence[T], places: Sequence[int]) -> tuple[T, ...]:
    return tuple(items[at] for at in places)


def _nameless(cell: Cell) -> Cell:
    return Cell(at=cell.at)


def _says_something(row: Sequence[Cell]) -> bool:
    return any(not cell.is_empty for cell in row)
