"""Maps as a table with commas, in UTF-8 with the mark that spreadsheets look for; and back."""

import csv
from collections.abc import Iterator
from io import StringIO
from typing import BinaryIO

from app.formats.export_notes import Holding
from app.formats.options import ExportOptions
from app.formats.tables.table_file import read as read
from app.formats.tables.writing.csv_options import CsvOptions
from app.formats.tables.writing.tidy_rows import fields_in_list, tidy_rows
from app.formats.tables.writing.written_grid import fields_in_grid, rows_of_map
from app.model.document import Document
from app.model.exchange.guarding import guarded
from app.model.records import JourneyMap
from app.pages.which_map import chosen_maps


def write(document: Document, stream: BinaryIO, options: ExportOptions) -> None:
    """Write all maps, or the chosen one. Raises FormatError where there is none."""
    own = options.own(CsvOptions)
    maps = chosen_maps(document, own.map)
    language = document.project.language
    decimal = own.decimal_in(language)
    rows = tidy_rows(document, maps, decimal) if own.shape == "tidy" else _grids(document, maps, decimal)
    text = StringIO()
    writer = csv.writer(text, delimiter=own.separator_in(language))
    writer.writerows([guarded(cell) for cell in row] for row in rows)
    stream.write(text.getvalue().encode("utf-8-sig"))


def holding(document: Document, options: ExportOptions) -> Holding:
    """What the table, or the list, has of each record. Only several maps have their titles over them."""
    own = options.own(CsvOptions)
    maps = chosen_maps(document, own.map)
    if own.shape == "tidy":
        return Holding(maps, fields_in_list(document, maps))
    titles = frozenset(("title",)) if len(maps) > 1 else frozenset[str]()
    return Holding(maps, lambda one: titles if isinstance(one, JourneyMap) else fields_in_grid(one))


def _grids(document: Document, maps: tuple[JourneyMap, ...], decimal: str) -> Iterator[list[str]]:
    """A table for each map; where there are several, each under its title."""
    for number, journey_map in enumerate(maps):
        if number:
            yield []
        if len(maps) > 1:
            yield [journey_map.title]
        yield from rows_of_map(document, journey_map, decimal)
