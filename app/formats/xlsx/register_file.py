"""An action register that was written as a workbook and filled in by others, as its rows are found again."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, NamedTuple
from zipfile import ZipFile

from app.formats.tables.grids.own_lists import ACTION_ID, KEPT
from app.formats.tables.grids.packed import told_of_damage, unpacked
from app.formats.tables.grids.workbooks import is_modest, workbook_in
from app.formats.xlsx.register_columns import EDITABLE, fields_by_heading
from app.language.numbers import in_letters
from app.language.phrases import Phrase, phrase
from app.limits import MOST_RECORDS
from app.model.records import Id
from app.model.text import one_line

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

_LOOKED_AT = 20
"""Rows among which the headings are: somebody may have written over them."""
_TEXTS = "xl/sharedStrings.xml"
"""The part of a workbook that has the texts of all cells."""
_PARTS = (_TEXTS, "xl/worksheets/")
_FIRST_ROWS = 1_000_000
"""Bytes."""


class Filled(NamedTuple):
    """What stands in a cell, as text or a day in ISO 8601, and where."""

    text: str
    place: Phrase


@dataclass(frozen=True, slots=True)
class RegisterRow:
    """An action by its note's id, with what is filled in for each field that has a column."""

    id: Id
    fields: Mapping[str, Filled]
    place: Phrase


class Kept(NamedTuple):
    """What a note held when the register was written."""

    fields: Mapping[str, str]
    text: str


@dataclass(frozen=True, slots=True)
class Register:
    """Its rows, and what they were; nothing where that did not come back with it."""

    rows: tuple[RegisterRow, ...]
    kept: Mapping[Id, Kept]


def holds_register(data: bytes) -> bool:
    """Whether the bytes of a file are a workbook with a register, told without reading its sheets.

    Raises FormatError for what is no workbook.
    """
    with unpacked(data) as packed, told_of_damage():
        parts = [name for name in packed.namelist() if name.startswith(_PARTS)]
        return any(ACTION_ID.encode() in _beginning(packed, name) for name in parts)


def _beginning(packed: ZipFile, name: str) -> bytes:
    """What the texts of all cells are, or the first rows of a sheet that has its texts itself."""
    with packed.open(name) as part:
        return part.read(-1 if name == _TEXTS else _FIRST_ROWS)


def register_in(data: bytes) -> Register | None:
    """The register of a workbook; None where there is none. Raises FormatError for what is no workbook."""
    with told_of_damage():
        sheets = [sheet for sheet in workbook_in(data).worksheets if is_modest(sheet)]
        kept = next((dict(_kept(sheet)) for sheet in sheets if sheet["A1"].value == KEPT), {})
        for sheet in sheets:
            headings = _headings(sheet)
            if headings is not None:
                return Register(tuple(_rows(sheet, *headings)), kept)
        return None


def _kept(sheet: "Worksheet") -> Iterator[tuple[Id, Kept]]:
    last = min(sheet.max_row, MOST_RECORDS)
    for cells in sheet.iter_rows(2, last, max_col=len(EDITABLE) + 2, values_only=True):
        if cells[0]:
            id, *values, text = (str(value) if value is not None else "" for value in cells)
            yield id, Kept(dict(zip(EDITABLE, values, strict=True)), text)


def _headings(sheet: "Worksheet") -> tuple[int, int, Mapping[str, int]] | None:
    """The row of the headings, the column of the ids and those of the fields; None where there are none."""
    for number, cells in enumerate(sheet.iter_rows(max_row=_LOOKED_AT, values_only=True), 1):
        if ACTION_ID in cells:
            known = fields_by_heading()
            said = [one_line(str(value)).casefold() if value is not None else "" for value in cells]
            return (
                number,
                cells.index(ACTION_ID),
                {known[one]: at for at, one in enumerate(said) if one in known},
            )
    return None


def _rows(sheet: "Worksheet", headings: int, id: int, columns: Mapping[str, int]) -> Iterator[RegisterRow]:
    last = min(sheet.max_row, headings + MOST_RECORDS)
    rows = sheet.iter_rows(min_row=headings + 1, max_row=last, values_only=True)
    for number, cells in enumerate(rows, headings + 1):
        if any(value is not None for value in cells):
            filled = {field: Filled(_text(cells[at]), _place(at, number)) for field, at in columns.items()}
            yield RegisterRow(_text(cells[id]), filled, phrase("row {number}", number=str(number)))


def _place(column: int, row: int) -> Phrase:
    return phrase("cell {name}", name=f"{in_letters(column)}{row}")


def _text(value: object) -> str:
    match value:
        case None:
            return ""
        case datetime():
            return value.date().isoformat()
        case date():
            return value.isoformat()
    return one_line(str(value))
