"""Text from elsewhere as cells of notes: lines, tab-separated values, a table in HTML.

A cell's lines are notes of their own, and a table of one column is a list: so plain lines are a table, too.
"""

import re
from collections.abc import Iterator, Sequence

from app.limits import LONGEST_TEXT, MOST_CELLS
from app.model.exchange.guarding import unguarded
from app.model.exchange.html_tables import TooManyCellsError, reading_table
from app.model.long_work import at_once
from app.model.text import clean

Table = tuple[tuple[str, ...], ...]
"""Rows of cells; as many cells in each row."""
Cells = tuple[tuple[tuple[str, ...], ...], ...]
"""Rows of cells of the texts of notes."""

CELL_ENDS = ("\t", "\n", "\r", "\v", "\f", "\x85", "\u2028", "\u2029")

# Quoted as spreadsheets do it. A quotation mark that nothing in the cell calls for is the speaker's own.
_QUOTED = re.compile(r'"([^"]*+(?:""[^"]*+)*+)"(?=[\t\n]|\Z)')
_PLAIN = re.compile(r"[^\t\n]*")
_BULLET = re.compile(r"\s*(?:(?:[•·▪◦‣●○■➢✓–—*-]|\d{1,3}[.)])\s+|o\t)")


def cells_of_text(text: str) -> Cells:
    """The cells of plain text: of tab-separated values, or one cell of lines."""
    return cells_of_table(table_of_text(text))


def table_of_text(text: str) -> Table:
    """The table that tab-separated values make, as spreadsheets write them; none of too many cells."""
    return trimmed(list(rows_of_text(text))) if cells_in(text) <= MOST_CELLS else ()


def cells_in(text: str) -> int:
    """How many cells plain text may have at the most, told without reading them."""
    return 1 + sum(text.count(sign) for sign in CELL_ENDS)


def cells_of_table(table: Table) -> Cells:
    """Each cell's lines as notes; a table of one column as a list in one cell."""
    if table and len(table[0]) == 1:
        lines = tuple(line for (cell,) in table for line in _lines(cell))
        return ((lines,),) if lines else ()
    return tuple(tuple(tuple(_lines(cell)) for cell in row) for row in table)


def table_of_html(html: str) -> Table:
    """The table in a piece of HTML; an empty one where there is none, or more than a table."""
    try:
        return trimmed(at_once(reading_table(html)))
    except TooManyCellsError:
        return ()


def rows_of_text(text: str) -> Iterator[list[str]]:
    """Tab-separated values row by row, as they stand, but for bullets that every line has."""
    text = _without_bullets(clean(text))
    row: list[str] = []
    at = 0
    while at <= len(text):
        cell, at = _cell_at(text, at)
        row.append(unguarded(cell))
        if at == len(text) or text[at] == "\n":
            yield row
            row = []
        at += 1


def _cell_at(text: str, at: int) -> tuple[str, int]:
    """The cell that begins there, and where it ends."""
    if text.startswith('"', at) and (quoted := _QUOTED.match(text, at)):
        inner = quoted.group(1)
        if any(sign in inner for sign in '\t\n"'):
            return inner.replace('""', '"'), quoted.end()
    plain = _PLAIN.match(text, at)
    assert plain is not None
    return plain.group(), plain.end()


def _without_bullets(text: str) -> str:
    lines = [line for line in text.split("\n") if line.strip()]
    if len(lines) < 2 or not all(_BULLET.match(line) for line in lines):
        return text
    return "\n".join(_BULLET.sub("", line, count=1) for line in lines)


def _lines(cell: str) -> Iterator[str]:
    """A cell's lines that say something, none longer than a note can hold."""
    for line in cell.split("\n"):
        line = line.strip()
        for start in range(0, len(line), LONGEST_TEXT):
            yield line[start : start + LONGEST_TEXT]


def trimmed(rows: Sequence[Sequence[str]]) -> Table:
    """A table without empty rows and columns at its edges, its rows filled up to the same length."""
    columns = [column for row in rows for column, cell in enumerate(row) if cell.strip()]
    filled = [index for index, row in enumerate(rows) if any(cell.strip() for cell in row)]
    if not filled:
        return ()
    left, right = min(columns), max(columns) + 1
    kept = rows[filled[0] : filled[-1] + 1]
    if (right - left) * len(kept) > MOST_CELLS:
        return ()
    return tuple((*row[left:right], *[""] * (right - max(left, len(row)))) for row in kept)
