"""Whatever a table or text is as a map: a grid of cells, a list of notes, a board, a journey."""

from collections.abc import Mapping

from app.formats.tables.board import board_read, has_board_columns
from app.formats.tables.choices import UNCHOSEN, Choices
from app.formats.tables.grid import Grid
from app.formats.tables.mermaid_journey import has_journey, journey_in
from app.formats.tables.note_list import has_note_columns, notes_listed
from app.formats.tables.reading import TableReading
from app.formats.tables.recognise import recognised
from app.formats.tables.text_table import grids_of_text
from app.formats.tables.vocabulary import columns_of


def grid_as_map(grid: Grid, choices: Choices = UNCHOSEN) -> TableReading:
    """The map that a table is, with what a person chose of how it is read."""
    columns = columns_chosen(grid, choices)
    if has_note_columns(columns):
        return notes_listed(grid, columns)
    return board_read(grid, columns) if has_board_columns(columns) else recognised(grid, choices)


def columns_chosen(grid: Grid, choices: Choices = UNCHOSEN) -> Mapping[str, int]:
    """What the columns of a list or a board hold, as chosen, else by their names; empty for other tables."""
    if choices.columns is not None:
        return choices.columns
    if len(grid.rows) < 2:
        return {}
    named = columns_of(tuple(cell.text for cell in grid.rows[0]))
    return named if has_note_columns(named) or has_board_columns(named) else {}


def text_as_maps(text: str) -> list[TableReading]:
    """The maps that a text is or holds. Raises FormatError for too many cells."""
    if has_journey(text):
        return [journey_in(text)]
    return [grid_as_map(grid) for grid in grids_of_text(text)]
