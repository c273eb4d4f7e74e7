"""The system's clipboard: what others get of a selection, and what a map can use of what others put there."""

import atexit
from collections.abc import Generator
from contextlib import suppress
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication

from app.formats.tables.grid import Grid
from app.formats.tables.grids.text_table import grids_of_html
from app.formats.tables.lists.mermaid_journey import has_journey
from app.formats.tables.read_as_map import maps_in, text_as_maps
from app.formats.tables.reading import TableReading
from app.language.phrases import Phrase, phrase
from app.limits import (
    LARGEST_CLIPPING,
    LARGEST_TABLE_FILE,
    LONGEST_HTML,
    LONGEST_PASTED_TEXT,
    MOST_CELLS,
    MOST_PASTED,
)
from app.model.exchange.clippings import (
    Clipping,
    NotAClippingError,
    OtherVersionError,
    clipping_cells,
    reading_json,
)
from app.model.exchange.html_tables import TooManyCellsError, reading_table
from app.model.exchange.tables import Cells, Table, cells_in, cells_of_table, rows_of_text, trimmed
from app.pages.errors import FormatError
from app.widgets.base.background_work import beside, part
from app.widgets.clipboard.copied_data import CLIPPING, HTML, TEXT

_WITHOUT_CLIPBOARD = ("offscreen", "minimal", "vnc", "linuxfb", "eglfs")
"""Platforms of Qt that have no clipboard of their system."""
_ROWS = 1_000
_SOON_READ = 100_000
_FEW_PARTS = 5_000
"""Characters, and among them such as begin a cell or a tag, that are read in a moment: in this thread."""


class Refusal(NamedTuple):
    """Why what is on the clipboard is not read."""

    sentence: Phrase


class FoundTable(NamedTuple):
    """Tables that may be maps, the first as it stood, and what they are otherwise: notes."""

    grid: Grid
    tables: tuple[TableReading, ...]
    as_notes: Clipping | Refusal | None


OTHER_VERSION = Refusal(
    phrase(
        "What is on the clipboard was copied in another version of Journeywall, which this one cannot read. "
        "Update the older of the two, and copy it again."
    )
)


def put(data: QMimeData) -> None:
    """Put something on the clipboard."""
    QGuiApplication.clipboard().setMimeData(data)
    atexit.unregister(_let_go)
    atexit.register(_let_go)


def _let_go() -> None:
    """Empty a clipboard that Qt itself keeps: it would delete our data when Python is gone, and crash."""
    if QGuiApplication.instance() is not None and QGuiApplication.platformName() in _WITHOUT_CLIPBOARD:
        QGuiApplication.clipboard().clear()


Found = Clipping | FoundTable | Refusal | None


def reading(data: QMimeData) -> Generator[float, None, Found]:
    """What a map can use of it, read step by step; None where that is nothing.

    Yields how far it is, 0 … 1.
    """
    clipping = yield from _clipping(data)
    if clipping is not None:
        return clipping
    notes = yield from _notes(data)
    if isinstance(notes, Refusal):
        return notes  # What is too much for notes is too much for a map.
    html, text = _text_of(data, HTML, LONGEST_HTML), _text_of(data, TEXT, LARGEST_TABLE_FILE)
    find = partial(_tables, html or "", text or "")
    tables = find() if _is_soon_read(html or "", text or "") else (yield from beside(find))
    return notes if tables is None else FoundTable(*tables, notes)


def _is_soon_read(html: str, text: str) -> bool:
    parts = html.count("<") + sum(text.count(sign) for sign in "\t,;|\n")
    return len(html) + len(text) < _SOON_READ and parts < _FEW_PARTS


def _tables(html: str, text: str) -> tuple[Grid, tuple[TableReading, ...]] | None:
    """The maps in HTML, or else in the text, and the first table as it stood; None where there is none."""
    for read, source in ((_maps_in_html, html if not has_journey(text) else ""), (text_as_maps, text)):
        if source:
            with suppress(FormatError):
                found = tuple(table for table in read(source) if table.is_any)
                if found:
                    return found[0].grid or Grid(()), found
    return None


def _maps_in_html(html: str) -> list[TableReading]:
    return maps_in(grids_of_html(html))


def _notes(data: QMimeData) -> Generator[float, None, Clipping | Refusal | None]:
    """What it is as notes, one cell for each of its cells."""
    table: Table = ()
    refusal: Refusal | None = None
    if data.hasHtml():
        html = _text_of(data, HTML, LONGEST_HTML)
        if html is None:
            refusal = Refusal(
                phrase(
                    "The table on the clipboard is too large. Copy a smaller part of it, and paste part by "
                    "part."
                )
            )
        else:
            try:
                table = trimmed((yield from part(reading_table(html), 0, 0.9)))
            except TooManyCellsError:
                refusal = _refusal_of_cells()
    if not table and data.hasText():
        text = _text_of(data, TEXT, LONGEST_PASTED_TEXT)
        if text is None:
            return Refusal(
                phrase(
                    "There are more than {most} characters on the clipboard. Copy a smaller part of it, and "
                    "paste part by part.",
                    most=LONGEST_PASTED_TEXT,
                )
            )
        if cells_in(text) > MOST_CELLS:
            return _refusal_of_cells()
        table = yield from _table_of_text(text)
    cells = cells_of_table(table)
    if not cells:
        return refusal
    return _refusal_of_many(cells) or (yield from part(clipping_cells(cells), 0.9, 1))


def _text_of(data: QMimeData, kind: str, most: int) -> str | None:
    """A text; none where it has more characters than are read. A much longer one is not even decoded."""
    if data.data(kind).size() > 4 * most:
        return None
    text = data.html() if kind == HTML else data.text()
    return text if len(text) <= most else None


def _clipping(data: QMimeData) -> Generator[float, None, Clipping | Refusal | None]:
    """What a Journeywall put there; None where it is rubbish, since anybody may use that name."""
    if not data.hasFormat(CLIPPING):
        return None
    content = data.data(CLIPPING)
    if content.size() > LARGEST_CLIPPING:
        return None
    try:
        return (yield from reading_json(bytes(content.data())))
    except OtherVersionError:
        return OTHER_VERSION
    except NotAClippingError:
        return None


def _table_of_text(text: str) -> Generator[float, None, Table]:
    rows = []
    expected = text.count("\n") + 1
    for row in rows_of_text(text):
        rows.append(row)
        if len(rows) % _ROWS == 0:
            yield min(len(rows) / expected, 1.0) * 0.9
    return trimmed(rows)


def _refusal_of_cells() -> Refusal:
    return Refusal(
        phrase(
            "The table on the clipboard has more cells than a map takes at once. Copy a smaller part of "
            "it, and paste part by part."
        )
    )


def _refusal_of_many(cells: Cells) -> Refusal | None:
    """Why cells are not pasted: each note, row and column becomes a record."""
    notes = sum(len(texts) for row in cells for texts in row)
    lines = len(cells) + len(cells[0])
    if notes > MOST_PASTED:
        return Refusal(
            phrase(
                "There are {number} notes on the clipboard. Up to {most} can be pasted at once. Copy a "
                "smaller part of it, and paste part by part.",
                number=notes,
                most=MOST_PASTED,
            )
        )
    if lines > MOST_PASTED:
        return Refusal(
            phrase(
                "There are {number} rows and columns on the clipboard. Up to {most} can be pasted at once. "
                "Copy a smaller part of it, and paste part by part.",
                number=lines,
                most=MOST_PASTED,
            )
        )
    return None
