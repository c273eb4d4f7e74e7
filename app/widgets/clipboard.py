"""The system's clipboard: what others get of a selection, and what a map can use of what others put there."""

import atexit
from collections.abc import Generator
from typing import NamedTuple

from PySide6.QtCore import QByteArray, QMimeData
from PySide6.QtGui import QGuiApplication

from app.drawing.clipping_tables import html_of, table_of, tsv_of
from app.model.clippings import LARGEST, Clipping, NotAClippingError, clipping_cells, reading_json, to_json
from app.model.html_tables import TableReader
from app.model.tables import Table, cells_of_table, rows_of_text, trimmed
from app.widgets.work import part

CLIPPING = "application/x-journeywall-clipping+json"
LONGEST_TEXT = 20_000_000
"""Characters of text beyond which the clipboard is refused."""
LONGEST_HTML = 8_000_000
"""Characters of HTML beyond which only the plain text beside it is read."""
_WITHOUT_CLIPBOARD = ("offscreen", "minimal", "vnc", "linuxfb", "eglfs")
"""Platforms of Qt that have no clipboard of their system."""
_PIECE = 20_000
_ROWS = 1_000


class Refusal(NamedTuple):
    """Why what is on the clipboard is not read."""

    sentence: str


def put(clipping: Clipping) -> None:
    """Put a clipping on the clipboard: for a Journeywall as it is, for others as a table."""
    QGuiApplication.clipboard().setMimeData(mime_of(clipping))
    atexit.unregister(_let_go)
    atexit.register(_let_go)


def _let_go() -> None:
    """Empty a clipboard that Qt itself keeps: it would delete our data when Python is gone, and crash."""
    if QGuiApplication.instance() is not None and QGuiApplication.platformName() in _WITHOUT_CLIPBOARD:
        QGuiApplication.clipboard().clear()


def mime_of(clipping: Clipping) -> QMimeData:
    data, table = QMimeData(), table_of(clipping)
    data.setData(CLIPPING, QByteArray(to_json(clipping).encode()))
    data.setText(tsv_of(table))
    data.setHtml(html_of(table))
    return data


def reading(data: QMimeData) -> Generator[float, None, Clipping | Refusal | None]:
    """What a map can use of it, read step by step; None where that is nothing.

    Yields how far it is, 0 … 1.
    """
    clipping = yield from _clipping(data)
    if clipping is not None:
        return clipping
    table: Table = ()
    if data.hasHtml() and len(html := data.html()) <= LONGEST_HTML:
        table = yield from _table_of_html(html)
    if not table and data.hasText():
        text = data.text()
        if len(text) > LONGEST_TEXT:
            return _refusal(text)
        table = yield from _table_of_text(text)
    cells = cells_of_table(table)
    if not cells:
        return None
    return (yield from part(clipping_cells(cells), 0.9, 1))


def _clipping(data: QMimeData) -> Generator[float, None, Clipping | None]:
    """What a Journeywall put there; None where it is rubbish, since anybody may use that name."""
    if not data.hasFormat(CLIPPING):
        return None
    content = data.data(CLIPPING)
    if content.size() > LARGEST:
        return None
    try:
        return (yield from reading_json(bytes(content.data()).decode()))
    except (NotAClippingError, UnicodeDecodeError):
        return None


def _table_of_html(html: str) -> Generator[float, None, Table]:
    reader = TableReader()
    for start in range(0, len(html), _PIECE):
        reader.feed(html[start : start + _PIECE])
        yield start / len(html) * 0.9
    return trimmed(reader.rows())


def _table_of_text(text: str) -> Generator[float, None, Table]:
    rows = []
    expected = text.count("\n") + 1
    for row in rows_of_text(text):
        rows.append(row)
        if len(rows) % _ROWS == 0:
            yield min(len(rows) / expected, 1.0) * 0.9
    return trimmed(rows)


def _refusal(text: str) -> Refusal:
    return Refusal(
        f"There are {len(text):,} characters on the clipboard. A map takes up to {LONGEST_TEXT:,} at once."
    )
