"""Maps as tables in Markdown, each under its title; and any table in Markdown as a map."""

import re
from typing import BinaryIO

from app.formats.export_notes import Holding
from app.formats.json.json_options import JsonOptions
from app.formats.options import ExportOptions
from app.formats.tables.table_file import read as read
from app.formats.tables.writing.written_grid import fields_in_grid, rows_of_map
from app.model.document import Document
from app.model.exchange.guarding import GUARD, unguarded
from app.model.records import JourneyMap
from app.pages.which_map import chosen_maps

_SIGNS = re.compile(r"([\\`*_|<>\[\]#&~])")
"""Letters that could mean something else in Markdown."""


def write(document: Document, stream: BinaryIO, options: ExportOptions) -> None:
    """Write all maps, or the chosen one. Raises FormatError where there is none."""
    chosen = options.own(JsonOptions).map
    maps = chosen_maps(document, chosen)
    stream.write("\n".join(_titled(document, journey_map) for journey_map in maps).encode())


def holding(document: Document, options: ExportOptions) -> Holding:
    """What the tables have of each record; each map has its title over it."""
    title = frozenset(("title",))
    return Holding(
        chosen_maps(document, options.own(JsonOptions).map),
        lambda record: title if isinstance(record, JourneyMap) else fields_in_grid(record),
    )


def table_in_markdown(document: Document, journey_map: JourneyMap) -> str:
    """One map as a table, without its title."""
    rows = rows_of_map(document, journey_map)
    lines = [_line(row) for row in rows]
    return "\n".join((lines[0], _line_under(rows[0]), *lines[1:]))


def _titled(document: Document, journey_map: JourneyMap) -> str:
    return f"# {escaped(journey_map.title)}\n\n{table_in_markdown(document, journey_map)}\n"


def _line(cells: list[str]) -> str:
    return f"| {' | '.join('<br>'.join(map(escaped, _kept(cell).splitlines())) for cell in cells)} |"


def _kept(cell: str) -> str:
    """A cell from which a reader takes no apostrophe that is its own."""
    return cell if unguarded(cell) == cell else f"{GUARD}{cell}"


def _line_under(header: list[str]) -> str:
    return f"|{'---|' * max(2, len(header))}"


def escaped(text: str) -> str:
    """A text in which nothing means anything to Markdown."""
    return _SIGNS.sub(r"\\\1", text)
