"""Whatever a table or text is as a map: a grid of cells, a list of notes, a board, a journey."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Literal

from app.formats.import_notes import ImportNote
from app.formats.tables.choices import UNCHOSEN, Choices
from app.formats.tables.grid import Grid
from app.formats.tables.grids.markdown_table import has_table
from app.formats.tables.grids.outside import numbered_outside
from app.formats.tables.grids.text_table import grids_of_text
from app.formats.tables.lists.board import board_read, has_board_columns
from app.formats.tables.lists.mermaid_journey import has_journey, journeys_in
from app.formats.tables.lists.metric_list import has_metric_columns, metrics_listed
from app.formats.tables.lists.note_list import has_note_columns, notes_listed
from app.formats.tables.lists.persona_lists import personas_in_grid, personas_in_text
from app.formats.tables.reading import TableReading
from app.formats.tables.recognising.recognise import recognised
from app.language.numbers import numbers_as_in
from app.language.numbers import read as read_number
from app.language.phrases import phrase
from app.model.exchange.vocabulary import columns_of

Shape = Literal["sections", "list", "board"]
"""What the rows of a table are: sections; notes, points, metrics with their stage; stickies with a place."""


def grid_as_map(grid: Grid, choices: Choices = UNCHOSEN) -> TableReading:
    """The map that a table is, with what a person chose of how it is read."""
    with numbers_as_in(grid.locale):
        return _as_map(grid, choices)


def _as_map(grid: Grid, choices: Choices) -> TableReading:
    if choices == UNCHOSEN and (personas := personas_in_grid(grid)):
        return personas
    columns = columns_chosen(grid, choices)
    if has_metric_columns(columns):
        return metrics_listed(grid, columns)
    if has_note_columns(columns):
        return notes_listed(grid, columns)
    if has_board_columns(columns):
        return board_read(grid, columns, choices.stickies)
    return recognised(grid, choices)


def columns_chosen(grid: Grid, choices: Choices = UNCHOSEN) -> Mapping[str, int]:
    """What the columns of a list or a board hold, as chosen, else by their names; empty for other tables."""
    if choices.columns is not None:
        return choices.columns
    if len(grid.rows) < 2:
        return {}
    named = columns_of(tuple(cell.text for cell in grid.rows[0]))
    known = (has_metric_columns, has_note_columns, has_board_columns)
    return named if any(has_columns(named) for has_columns in known) else {}


def shape_of(columns: Mapping[str, int]) -> Shape:
    """What the rows of a table are whose columns hold that."""
    if has_metric_columns(columns) or has_note_columns(columns):
        return "list"
    return "board" if has_board_columns(columns) else "sections"


def columns_for(shape: Shape, grid: Grid) -> Mapping[str, int]:
    """What the columns hold where the rows are that: by their names, else by what stands in them."""
    if shape == "sections":
        return {}
    named = columns_of(tuple(cell.text for cell in grid.rows[0])) if grid.rows else {}
    if shape_of(named) == shape:
        return named
    numbers = [at for at in range(grid.width) if _are_numbers(row[at].text for row in grid.rows[1:])]
    words = [at for at in range(grid.width) if at not in numbers]
    names, columns = (
        (("text", "x", "y"), [*words[:1], *numbers])
        if shape == "board"
        else (("stage", "section", "text"), range(grid.width))
    )
    return dict(zip(names, columns, strict=False))


def _are_numbers(texts: Iterable[str]) -> bool:
    said = [text for text in texts if text.strip()]
    return bool(said) and all(read_number(text) is not None for text in said)


def text_as_maps(text: str) -> list[TableReading]:
    """The maps that a text is or holds. Raises FormatError for too many cells."""
    if has_journey(text):
        return _with_journeys(text)
    if not has_table(text) and (personas := personas_in_text(text)):
        return [personas]
    return maps_in(grids_of_text(text))


def maps_in(grids: Sequence[Grid]) -> list[TableReading]:
    """The maps that tables are; what is none is told with them. Where none is one, as they were read."""
    readings = [grid_as_map(grid) for grid in grids]
    kept = [reading for reading in readings if reading.is_any]
    if not kept or len(kept) == len(readings):
        return readings
    told = [note for reading in readings if not reading.is_any for note in _on_no_map(reading)]
    return [*kept[:-1], replace(kept[-1], notes=(*kept[-1].notes, *told))]


def _with_journeys(text: str) -> list[TableReading]:
    """Journeys of Mermaid, then the tables around them."""
    journeys, around = journeys_in(text)
    if has_table(around):
        return [*journeys, *maps_in(grids_of_text(around))]
    lines = around.split("\n")
    told = tuple(numbered_outside(lines, range(len(lines))))
    return [*journeys[:-1], replace(journeys[-1], notes=(*journeys[-1].notes, *told))]


def _on_no_map(reading: TableReading) -> Iterator[ImportNote]:
    yield from reading.notes
    rows = reading.grid.rows if reading.grid is not None else ()
    words = " · ".join(cell.text.strip() for row in rows for cell in row if not cell.is_empty)
    if words:
        yield ImportNote("left out", phrase("A table is no map and was left out: “{text}”.", text=words))
