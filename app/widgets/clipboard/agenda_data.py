"""Agenda items on the clipboard: for a Journeywall, and as a table for other programs."""

from contextlib import suppress

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication

from app.drawing.clipping_tables import html_of, tsv_of
from app.limits import LONGEST_PASTED_TEXT
from app.model.document import Document
from app.model.exchange.agenda_clippings import from_json, items_of_text, placed, table_of_items, to_json
from app.model.exchange.clippings import NotAClippingError
from app.model.records import AgendaItem, Id
from app.widgets.clipboard.clipboard_data import put
from app.widgets.clipboard.copied_data import HTML, TEXT, CopiedData

AGENDA = "application/x-journeywall-agenda+json"


def copy_items(document: Document, items: tuple[AgendaItem, ...]) -> None:
    """Put agenda items on the clipboard."""
    content, table = to_json(document, items), table_of_items(items)
    put(CopiedData({AGENDA: lambda: content, HTML: lambda: html_of(table), TEXT: lambda: tsv_of(table)}))


def has_items() -> bool:
    """Whether a Journeywall put agenda items on the clipboard."""
    return _data().hasFormat(AGENDA)


def copied_items(document: Document, map: Id) -> tuple[AgendaItem, ...]:
    """What is on the clipboard as items of a project: those that were copied, or the lines of a text."""
    data = _data()
    if data.hasFormat(AGENDA):
        with suppress(NotAClippingError):
            return placed(document, from_json(bytes(data.data(AGENDA).data())))
    text = data.text() if data.hasText() else ""
    return items_of_text(document, text, map) if len(text) <= LONGEST_PASTED_TEXT else ()


def _data() -> QMimeData:
    # A clipboard on which nothing was ever put has no data at all, whatever Qt's own stubs say.
    return QGuiApplication.clipboard().mimeData() or QMimeData()  # type: ignore[truthy-bool]
