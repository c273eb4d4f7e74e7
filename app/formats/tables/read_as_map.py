"""Whatever a table or text is as a map: a grid of cells, a list of notes, a board, a journey."""

from app.formats.tables.board import board_read, is_board
from app.formats.tables.grid import Grid
from app.formats.tables.mermaid_journey import has_journey, journey_in
from app.formats.tables.note_list import is_note_list, notes_listed
from app.formats.tables.reading import TableReading
from app.formats.tables.recognise import recognised
from app.formats.tables.text_table import grids_of_text


def grid_as_map(grid: Grid) -> TableReading:
    """The map that a table is."""
    if is_note_list(grid):
        return notes_listed(grid)
    return board_read(grid) if is_board(grid) else recognised(grid)


def text_as_maps(text: str) -> list[TableReading]:
    """The maps that a text is or holds. Raises FormatError for too many cells."""
    if has_journey(text):
        return [journey_in(text)]
    return [grid_as_map(grid) for grid in grids_of_text(text)]
