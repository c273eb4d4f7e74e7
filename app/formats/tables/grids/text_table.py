"""Whatever table a text is: drawn with lines, in Markdown, in HTML, or with cells that a sign parts."""

import re

from app.formats.tables.grid import Cell, Grid, grid_of
from app.formats.tables.grids.box_table import box_grid, has_box
from app.formats.tables.grids.excalidraw import grid_of_excalidraw, is_excalidraw
from app.formats.tables.grids.markdown_table import has_table, markdown_grids
from app.formats.tables.grids.outside import lines_outside
from app.formats.tables.grids.separated import separated_grid
from app.formats.tables.grids.titled_tables import titled_tables
from app.language.phrases import phrase
from app.limits import MOST_TABLES
from app.model.exchange.html_tables import HtmlTable, TooManyCellsError, reading_tables
from app.model.long_work import at_once
from app.model.text import clean
from app.pages.errors import FormatError

_IN_HTML = re.compile(r"<table[\s>]", re.IGNORECASE)
_HEAD = 10_000
"""Letters of a page among which its title is looked for."""
_TITLE = re.compile(r"<title[^>]*>([^<]*)</title>", re.IGNORECASE)


def grid_of_text(text: str) -> Grid:
    """The first table that a text is or holds. Raises FormatError for too many cells."""
    return grids_of_text(text)[0]


def grids_of_text(text: str) -> list[Grid]:
    """The tables that a text is or holds: several in Markdown, or under titles. Raises FormatError."""
    if is_excalidraw(text):
        return [grid_of_excalidraw(text)]
    text = clean(text)
    if "\t" not in text and has_box(text):
        return [box_grid(text)]
    if "\t" not in text and has_table(text):
        return markdown_grids(text)
    if _IN_HTML.search(text):
        return grids_of_html(text)
    return titled_tables(separated_grid(text))


def grids_of_html(html: str) -> list[Grid]:
    """The tables in a page; what stands around them is told. Raises FormatError for too many cells."""
    try:
        tables = at_once(reading_tables(html))
    except TooManyCellsError as error:
        raise FormatError(phrase("The table in it has more cells than a map takes.")) from error
    if len(tables) > MOST_TABLES:
        raise FormatError(phrase("There are more than {most} tables in it.", most=MOST_TABLES))
    found = _TITLE.search(html, 0, _HEAD)
    page = " ".join(found[1].split()) if found and len(tables) == 1 else ""
    return [grid for table in tables for grid in titled_tables(_grid_of(table, page))]


def _grid_of(table: HtmlTable, page: str) -> Grid:
    """A table of a page as a grid, called as its heading is, else as the page."""
    rows = [
        [Cell(cell.text, cell.across, cell.down, cell.fill, link=cell.link) for cell in row]
        for row in table.rows
    ]
    return grid_of(rows, table.title or page, list(lines_outside(table.beside)))
