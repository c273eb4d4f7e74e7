"""Tables in plain text whose cells a sign parts: tabs from a clipboard, commas or semicolons in a file."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache, partial
from itertools import chain, islice

from app.formats.import_notes import ImportNote
from app.formats.tables.grid import Grid, grid_of, refuse_more
from app.language.numbers import signs_of
from app.language.phrases import phrase
from app.limits import MOST_TABLE_CELLS
from app.model.exchange.guarding import unguarded
from app.model.exchange.vocabulary import language_of_names
from app.model.text import clean

_SEPARATORS = ("\t", ";", ",", "|")
_TOLD = re.compile(r"sep=(.)\n", re.IGNORECASE)
"""What spreadsheets write before all else to say what parts the cells."""
_LOOKED_AT = 60
"""Rows by which the separator is found."""


def separated_grid(text: str, separator: str = "") -> Grid:
    """The table that a text makes; without a separator the one that fits it best.

    Raises FormatError for too many cells.
    """
    text = clean(text)
    if told := _TOLD.match(text):
        separator, text = separator or told[1], text[told.end() :]
    separator = separator or likely_separator(text)
    rows: list[list[str]] = []
    cells = 0
    for row in rows_of(text, separator):
        rows.append(row)
        cells += len(row) if any(row) else 1
        if cells > 4 * MOST_TABLE_CELLS:
            # Empty cells at the edges go; what is far beyond the limit is not read to its end.
            refuse_more(cells)
    grid = grid_of(rows, notes=_unclosed(rows))
    return replace(grid, locale=_locale(grid)) if separator == ";" else grid


def _locale(grid: Grid) -> str:
    """Where semicolons part cells, a comma parts decimals, if the language of its names has it so."""
    edges = (*chain(*grid.rows[:1]), *(row[0] for row in grid.rows[1:]))
    language = language_of_names(cell.text for cell in edges)
    return language if language and signs_of(language).decimal == "," else ""


def likely_separator(text: str) -> str:
    """The sign by which the most rows have equally many cells, and more than one."""
    best, found = (0.0, 0), "\t"
    for separator in _SEPARATORS:
        widths = _widths(text, separator)
        width, times = max(widths.items(), key=lambda one: (one[0] > 1, one[1]), default=(1, 0))
        score = (times / max(1, widths.total()), width)
        if width > 1 and score > best:
            best, found = score, separator
    return found


def is_separated(text: str) -> bool:
    """Whether a sign parts all rows of a text into equally many cells, whatever else stands in these."""
    text = clean(text)
    text = text[told.end() :] if (told := _TOLD.match(text)) else text
    return any(len(widths) == 1 and max(widths) > 1 for widths in map(partial(_widths, text), "\t;,"))


def _widths(text: str, separator: str) -> Counter[int]:
    """How many of the first rows have how many cells."""
    return Counter(len(row) for row in islice(rows_of(text, separator), _LOOKED_AT) if any(row))


def rows_of(text: str, separator: str) -> Iterator[list[str]]:
    """The rows as they stand. A quotation mark that nothing closes is a letter like any other."""
    quoted, plain = _patterns(separator)
    row: list[str] = []
    at = 0
    while at <= len(text):
        found = quoted.match(text, at) if text.startswith('"', at) else None
        if found is not None:
            row.append(unguarded(found[1].replace('""', '"')))
        else:
            found = plain.match(text, at)
            assert found is not None
            row.append(unguarded(found[0]))
        at = found.end()
        if at == len(text) or text[at] == "\n":
            yield row
            row = []
        at += 1


@lru_cache(maxsize=8)
def _patterns(separator: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    sign = re.escape(separator)
    return re.compile(rf'"([^"]*+(?:""[^"]*+)*+)"(?=[{sign}\n]|\Z)'), re.compile(rf"[^{sign}\n]*")


def _unclosed(rows: list[list[str]]) -> list[ImportNote]:
    return [
        ImportNote(
            "taken",
            phrase("A quotation mark that is never closed was kept as a letter."),
            phrase("row {number}", number=number),
        )
        for number, row in enumerate(rows, 1)
        if any(cell.startswith('"') and cell.count('"') == 1 for cell in row)
    ]
