"""The sheets of an XLSX file as grids: stored values of formulas, merged cells, grounds, comments and links.

Macros and links to other files are never looked at, and what is hidden is left out.
"""

from collections.abc import Iterator
from datetime import date, datetime, time
from typing import TYPE_CHECKING, Any

from app.formats.import_notes import ImportNote
from app.formats.tables.grid import Cell, Grid, Number, grid_of, refuse_more
from app.formats.tables.grids.number_formats import around
from app.formats.tables.grids.own_lists import is_own_list
from app.formats.tables.grids.packed import told_of_damage
from app.formats.tables.grids.workbooks import is_modest, workbook_in
from app.language.phrases import phrase
from app.model.colours import read_colour
from app.model.exchange.guarding import unguarded

if TYPE_CHECKING:
    from openpyxl.cell.cell import Cell as SheetCell
    from openpyxl.worksheet.worksheet import Worksheet

_NOTHING = Cell()
_PLAIN_GROUND = "00000000"
_LARGEST = 1e12
"""From here on a number is no figure that people write."""


def grids_of_xlsx(data: bytes) -> list[Grid]:
    """A grid for each sheet that is seen and holds something. Raises FormatError."""
    with told_of_damage():
        return [
            grid
            for sheet in workbook_in(data).worksheets
            if sheet.sheet_state == "visible" and not _is_own_list(sheet)
            for grid in [_grid(sheet)]
            if grid.rows
        ]


def _grid(sheet: "Worksheet") -> Grid:
    if not is_modest(sheet):
        refuse_more(sheet.max_row * sheet.max_column)
    hidden_columns = set(_hidden_columns(sheet))
    hidden_rows = {number for number, row in sheet.row_dimensions.items() if row.hidden}
    spans = {(one.min_row, one.min_col): one for one in sheet.merged_cells.ranges}
    rows: list[list[Cell]] = []
    filled = 0
    for number, row in enumerate(sheet.iter_rows(), 1):
        shown = (
            [cell for at, cell in enumerate(row, 1) if at not in hidden_columns] if hidden_columns else row
        )
        rows.append([] if number in hidden_rows else [_cell(cell, spans) for cell in shown])
        filled += sum(cell is not _NOTHING for cell in rows[-1])
        refuse_more(filled)
    return grid_of(rows, sheet.title, list(_left_out(len(hidden_rows), len(hidden_columns))))


def _is_own_list(sheet: "Worksheet") -> bool:
    return is_own_list(next(sheet.iter_rows(max_row=1, values_only=True), ()))


def _hidden_columns(sheet: "Worksheet") -> Iterator[int]:
    for dimension in sheet.column_dimensions.values():
        if dimension.hidden and dimension.min and dimension.max:
            yield from range(dimension.min, min(dimension.max, sheet.max_column) + 1)


def _cell(cell: "SheetCell", spans: dict[tuple[int, int], Any]) -> Cell:
    value = cell.value
    if value is None:
        return _NOTHING
    span = spans.get((cell.row, cell.column)) if spans else None
    across, down = (span.size["columns"], span.size["rows"]) if span else (1, 1)
    link = cell.hyperlink.target or "" if cell.hyperlink else ""
    note = cell.comment.text if cell.comment else ""
    if isinstance(value, str) and not cell.has_style:
        return Cell(unguarded(value), across, down, "", note, link)
    if isinstance(value, int | float) and not isinstance(value, bool):
        shown, number = _shown(value, cell.number_format)
        return Cell(shown, across, down, _ground(cell), note, link, number=number)
    text = value if isinstance(value, str) and cell.quotePrefix else _text(value)
    return Cell(text, across, down, _ground(cell), note, link)


def _shown(value: float, number_format: str) -> tuple[str, Number]:
    """A number as it is seen, and itself."""
    before, behind, is_share = around(number_format)
    number = round(value * 100, 10) if is_share else value
    if is_share and behind == "%":
        behind = " %"
    digits = f"{number:.12g}" if abs(number) < _LARGEST else str(number)
    return f"{before}{digits}{behind}", Number(number, before, behind)


def _text(value: object) -> str:
    """A value as it is seen, as far as that is plain."""
    match value:
        case datetime():
            return value.isoformat(" ").removesuffix(" 00:00:00")
        case date() | time():
            return value.isoformat()
    return unguarded(str(value))


def _ground(cell: "SheetCell") -> str:
    fill = cell.fill if cell.has_style else None
    if fill is None or fill.fill_type != "solid" or fill.start_color.type != "rgb":
        return ""
    digits = str(fill.start_color.rgb)
    return read_colour(f"#{digits[-6:]}") if len(digits) == 8 and digits != _PLAIN_GROUND else ""


def _left_out(rows: int, columns: int) -> Iterator[ImportNote]:
    if rows or columns:
        yield ImportNote("left out", phrase("Hidden rows and columns were left out."))
