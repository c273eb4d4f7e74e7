"""Reads a table out of HTML, as spreadsheets, word processors and browsers put it on the clipboard."""

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


def reading_table(html: str) -> Generator[float, None, list[list[str]]]:
    """The table, read step by step; no rows where there is none, or more than a table.

    Yields how far it is, 0 … 1. Raises TooManyCellsError.
    """
    rows = yield from reading_cells(html)
    return [[cell.text for cell in row] for row in rows]


def reading_cells(html: str, beside_text: bool = False) -> Generator[float, None, list[list[HtmlCell]]]:
    """The same with all that cells say of themselves, and where it is wanted from among other text."""
    reader = _TableReader()
    for number, token in enumerate(tokens(html), 1):
        reader.take(token)
        if number % _AT_ONCE == 0:
            yield token.end / len(html)
    return reader.rows(beside_text)


class _TableReader:
    """Takes tokens one by one. Tables within a cell are text of that cell."""

    def __init__(self) -> None:
        self._rows: list[list[HtmlCell]] = []
        self._cell: list[str] | None = None
        self._begun = HtmlCell()
        self._reached: dict[int, int] = {}
        """For a column the row down to which, without it, cells above span it."""
        self._room = MOST_HTML_CELLS
        self._depth = 0
        self._unseen = 0
        self._has_text_outside = False

    def rows(self, beside_text: bool = False) -> list[list[HtmlCell]]:
        """What was read, once everything is taken; nothing where there is more than a table."""
        self._end_cell()
        return [] if self._has_text_outside and not beside_text else self._rows

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
            self._depth += 1
        elif tag == "tr" and self._depth == 1:
            self._end_cell()
            self._begin_row()
        elif tag in ("td", "th") and self._depth == 1:
            self._end_cell()
            self._begin_cell(attributes(token.inside))
        elif self._cell is not None and tag in (*_BLOCKS, "td", "th", "tr"):
            self._cell.append("\n")
        elif self._cell is not None and tag == "a" and not self._begun.link:
            self._begun = self._begun._replace(link=attributes(token.inside).get("href", ""))

    def _take_end(self, tag: str) -> None:
        if tag in _UNSEEN:
            self._unseen = max(0, self._unseen - 1)
        elif tag == "table":
            self._depth = max(0, self._depth - 1)
            if self._depth == 0:
                self._end_cell()
        elif tag in ("td", "th", "tr") and self._depth == 1:
            self._end_cell()
        elif self._cell is not None and tag in _BLOCKS:
            self._cell.append("\n")

    def _take_text(self, text: str) -> None:
        if self._unseen or not text:
            return
        if self._cell is not None:
            self._cell.append(re.sub(r"\s+", " ", text))
        elif text.strip():
            self._has_text_outside = True

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
