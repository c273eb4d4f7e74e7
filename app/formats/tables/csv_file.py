"""A map as a table with commas, in UTF-8 with the mark that spreadsheets look for; and back."""

import csv
from io import StringIO
from typing import BinaryIO

from app.formats.json.json_options import JsonOptions
from app.formats.options import ExportOptions
from app.formats.tables.table_file import read as read
from app.formats.tables.written_grid import rows_of_map
from app.language.phrases import phrase
from app.model.document import Document
from app.model.exchange.guarding import guarded
from app.pages.errors import FormatError
from app.pages.which_map import chosen_map


def write(document: Document, stream: BinaryIO, options: ExportOptions) -> None:
    """Write one map. Raises FormatError where there are several and none is chosen."""
    chosen = options.own(JsonOptions).map
    if chosen is None and len(document.maps()) > 1:
        raise FormatError(phrase("A table with commas holds one map. Choose which."))
    text = StringIO()
    rows = rows_of_map(document, chosen_map(document, chosen))
    csv.writer(text).writerows([guarded(cell) for cell in row] for row in rows)
    stream.write(text.getvalue().encode("utf-8-sig"))
