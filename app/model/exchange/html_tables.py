"""Reads tables out of HTML, as spreadsheets, word processors and browsers put them on the clipboard."""

import re
from collections.abc import Generator
from typing import NamedTuple

from app.limits import MOST_HTML_CELLS, WIDEST_SPAN
from app.model.colours import read_colour
from app.model.exchange.guarding import unguarded
from app.model.exchange.html_tokens import Token, attributes, tokens

_AT_ONCE = 500
"""Tokens that are read between two steps."""
_BLOCKS = frozenset(
    ("address", "blockquote", "br", "dd", "div", "dt", "h1", "h2", "h3", "h4", "h5", "h6", "li", "p", "pre")
)
_UNSEEN = frozenset(("head", "script", "style", "title", "template"))
_TITLES = frozenset(("caption", "h1", "h2", "h3", "h4", "h5", "h6"))
"""What a table may have its title from."""


_GROUND = re.compile(
    r"background(?:-color)?\s*:\s*(?:(#[0-9a-f]{3}(?:[0-9a-f]{3})?)\b|rgb\(\s*(\d{1,3})\s*,\s*(\d{1,3})\s*,\s*(\d{1,3})\s*\))",
    re.IGNORECASE,
)


class TooManyCellsError(Exception):
    """The table has more cells than are read."""


class HtmlCell(NamedTuple):
    """A cell with what it says of itself; one that another covers is empty."""

    text: str = ""
    across: int = 1
    down: int = 1
    fill: str = ""
    """Its ground as #RRGGBB, where it has one of its own."""
    link: str = ""


class HtmlTable(NamedTuple):
    """Rows of cells, the heading or caption over them, and the lines around that are in no table."""

    rows: list[list[HtmlCell]]
    title: str = ""
    beside: tuple[str, ...] = ()


def reading_table(html: str) -> Generator[float, None, list[list[str]]]:
    """The rows of all tables, read step by step; none where there is more than tables.

    Yields how far it is, 0 … 1. Raises TooManyCellsError.
    """
    tables = yield from reading_tables(html)
    if any(table.title or table.beside for table in tables):
        return []
    return [[cell.text for cell in row] for table in tables for row in table.rows]


def reading_tables(html: str) -> Generator[float, None, list[HtmlTable]]:
    """The tables with all that their cells say of themselves, also from among other text."""
    reader = _TableReader()
    for number, token in enumerate(tokens(html), 1):
        reader.take(token)
        if number % _AT_ONCE == 0:
            yield token.end / len(html)
    return reader.tables()


class _TableReader:
    """Takes tokens one by one. Tables within a cell are text of that cell."""

    def __init__(self) -> None:
        self._tables: list[HtmlTable] = []
        self._rows: list[list[HtmlCell]] = []
        self._cell: list[str] | None = None
        self._begun = HtmlCell()
        self._reached: dict[int, int] = {}
        """For a column the row down to which, without it, cells above span it."""
        self._room = MOST_HTML_CELLS
        self._depth = 0
        self._unseen = 0
        self._outside: list[str] = []
        """Texts in no table since the last one, with a break for each block."""
        self._title = ""
        self._heading: list[str] | None = None

    def tables(self) -> list[HtmlTable]:
        """What was read, once everything is taken. What stands below the last table goes with it."""
        self._end_table()
        self._end_heading()
        self._outside.append(f"\n{self._title}")
        if self._tables and (rest := self._lines_outside()):
            last = self._tables[-1]
            self._tables[-1] = last._replace(beside=(*last.beside, *rest))
        return self._tables

    def _end_table(self) -> None:
        self._end_cell()
        if self._rows:
            self._tables.append(HtmlTable(self._rows, self._title, self._lines_outside()))
            self._rows, self._reached, self._title = [], {}, ""

    def _lines_outside(self) -> tuple[str, ...]:
        lines = (" ".join(line.split()) for line in "".join(self._outside).split("\n"))
        self._outside = []
        return tuple(filter(None, lines))

    def take(self, token: Token) -> None:
        if token.kind == "text":
            self._take_text(token.content)
        elif token.kind == "start":
            self._take_start(token)
        else:
            self._take_end(token.content)

    def _take_start(self, token: Token) -> None:
        tag = token.content
        if tag in _UNSEEN:
            self._unseen += 1
        elif tag == "table":
            self._end_heading()
            self._depth += 1
        elif tag in _TITLES and self._cell is None:
            self._end_heading()
            self._heading = []
        elif tag == "tr" and self._depth == 1:
            self._end_cell()
            self._begin_row()
        elif tag in ("td", "th") and self._depth == 1:
            self._end_cell()
            self._begin_cell(attributes(token.inside))
        elif self._cell is not None and tag in (*_BLOCKS, "td", "th", "tr"):
            self._cell.append("\n")
        elif self._cell is None and tag in _BLOCKS:
            self._outside.append("\n")
        elif self._cell is not None and tag == "a" and not self._begun.link:
            self._begun = self._begun._replace(link=attributes(token.inside).get("href", ""))

    def _take_end(self, tag: str) -> None:
        if tag in _UNSEEN:
            self._unseen = max(0, self._unseen - 1)
        elif tag == "table":
            self._depth = max(0, self._depth - 1)
            if self._depth == 0:
                self._end_table()
        elif tag in _TITLES and self._cell is None:
            self._end_heading()
        elif tag in ("td", "th", "tr") and self._depth == 1:
            self._end_cell()
        elif tag in _BLOCKS:
            (self._cell if self._cell is not None else self._outside).append("\n")

    def _end_heading(self) -> None:
        """Take a heading for the title of what follows; one before it is a line beside the table."""
        if self._heading is not None and (title := " ".join("".join(self._heading).split())):
            self._outside.append(f"\n{self._title}\n")
            self._title = title
        self._heading = None

    def _take_text(self, text: str) -> None:
        if self._unseen or not text:
            return
        if self._cell is not None:
            self._cell.append(re.sub(r"\s+", " ", text))
        elif self._heading is not None:
            self._heading.append(text)
        else:
            self._outside.append(re.sub(r"\s+", " ", text))

    def _begin_row(self) -> None:
        self._spend(1)
        self._rows.append([])

    def _begin_cell(self, attributes: dict[str, str]) -> None:
        if not self._rows:
            self._begin_row()
        self._skip_reached()
        self._cell = []
        across, down = _span(attributes.get("colspan")), _span(attributes.get("rowspan"))
        self._begun = HtmlCell("", across, down, _ground(attributes))

    def _end_cell(self) -> None:
        if self._cell is None:
            return
        lines = (unguarded(" ".join(line.split())).strip() for line in "".join(self._cell).split("\n"))
        row, column = len(self._rows) - 1, len(self._rows[-1])
        across, down = self._begun.across, self._begun.down
        self._spend(across)
        if down > 1:
            for each in range(column, column + across):
                self._reached[each] = max(row + down, self._reached.get(each, 0))
        cell = self._begun._replace(text="\n".join(filter(None, lines)))
        self._rows[-1] += [cell, *[HtmlCell()] * (across - 1)]
        self._cell = None

    def _skip_reached(self) -> None:
        """Leave free what a cell of a row above spans."""
        row = self._rows[-1]
        while self._reached.get(len(row), 0) >= len(self._rows):
            self._spend(1)
            row.append(HtmlCell())

    def _spend(self, cells: int) -> None:
        self._room -= cells
        if self._room < 0:
            raise TooManyCellsError


def _ground(attributes: dict[str, str]) -> str:
    """The colour that stands behind a cell, as #RRGGBB."""
    if found := _GROUND.search(attributes.get("style", "")):
        if found[1]:
            return read_colour(found[1])
        return "#" + "".join(f"{min(int(one), 255):02X}" for one in found.groups()[1:])
    return read_colour(attributes.get("bgcolor", ""))


def _span(value: str | None) -> int:
    text = (value or "").strip()
    return min(max(int(text), 1), WIDEST_SPAN) if text.isascii() and text.isdigit() and len(text) < 9 else 1
