"""A file with tables as a project: a map for each table that is found in it."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO

from app.formats.import_notes import Imported, ImportNote
from app.formats.tables.grid import Grid
from app.formats.tables.grids.decoding import decoded
from app.formats.tables.grids.separated import is_separated, separated_grid
from app.formats.tables.grids.titled_tables import titled_tables
from app.formats.tables.read_as_map import maps_in, text_as_maps
from app.formats.tables.reading import TableReading
from app.language.phrases import phrase
from app.limits import LARGEST_TABLE_FILE
from app.pages.errors import FormatError

_NO_TITLES = ("sheet", "tabelle", "feuil", "hoja", "planilha", "foglio", "blad", "лист", "시트", "工作表")
"""How sheets are called that nobody gave a name."""


def read(stream: BinaryIO) -> Imported:
    """The maps that a file of text, or of a spreadsheet, holds. Raises FormatError."""
    from app.formats.tables.bringing_in.new_map import project_of

    name = Path(str(getattr(stream, "name", ""))).name
    readings = readings_of(stream.read(LARGEST_TABLE_FILE + 1), Path(name).suffix)
    return Imported(project_of(readings, Path(name).stem), notes_of(readings))


def readings_of(data: bytes, suffix: str) -> list[TableReading]:
    """What the tables of a file were read as. Raises FormatError where there is none."""
    read = _GRIDS.get(suffix.lower())
    readings = maps_in(_in_sheets(read(data))) if read else readings_of_text(data, suffix)
    found = [_titled(reading, len(readings)) for reading in readings if reading.stages or reading.personas]
    if not found:
        raise FormatError(
            phrase("There is no table in it that could be a map: it takes two rows and two columns.")
        )
    return found


def notes_of(readings: Sequence[TableReading]) -> tuple[ImportNote, ...]:
    return tuple(note for reading in readings for note in reading.notes)


def readings_of_text(data: bytes, suffix: str = "") -> list[TableReading]:
    """What the tables, or the journey of Mermaid, in a file of text were read as. Raises FormatError.

    What is called a table of separated cells and is one is no other: in its cells may stand what looks so.
    """
    text, notes = decoded(data)
    is_one = suffix.lower() in _SEPARATED and is_separated(text)
    first, *others = maps_in(titled_tables(separated_grid(text))) if is_one else text_as_maps(text)
    return [replace(first, notes=(*notes, *first.notes)), *others]


def _in_sheets(sheets: Sequence[Grid]) -> list[Grid]:
    """The tables of some sheets; several on one are called by their titles, else by its name."""
    return [
        replace(table, title=table.title or sheet.title) for sheet in sheets for table in titled_tables(sheet)
    ]


def _of_xlsx(data: bytes) -> list[Grid]:
    from app.formats.tables.grids.xlsx_tables import grids_of_xlsx

    return grids_of_xlsx(data)


def _of_ods(data: bytes) -> list[Grid]:
    from app.formats.tables.grids.ods_tables import grids_of_ods

    return grids_of_ods(data)


_SEPARATED = (".csv", ".tsv")
_GRIDS: dict[str, Callable[[bytes], list[Grid]]] = {".xlsx": _of_xlsx, ".xlsm": _of_xlsx, ".ods": _of_ods}


def _titled(reading: TableReading, sheets: int) -> TableReading:
    """Without a title that a spreadsheet gave its sheet by itself."""
    bare = reading.title.rstrip("0123456789 ").casefold()
    return reading if sheets > 1 or bare not in _NO_TITLES else replace(reading, title="")
