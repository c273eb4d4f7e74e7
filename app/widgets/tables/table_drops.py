"""Lets tables be dropped on the map: files that hold them, and text that is dragged from elsewhere."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject
from PySide6.QtGui import QDropEvent

from app.formats import readable
from app.widgets.shell import Shell
from app.widgets.tables.bringing_tables import bring_in_file

DroppedText = Callable[[QMimeData], object]


class TableDrops(QObject):
    """Listens to the canvas before all others that take what is dropped on it; the rest is left to them."""

    def __init__(self, window: Shell, text_dropped: DroppedText) -> None:
        super().__init__(window.widget)
        self._window = window
        self._text_dropped = text_dropped
        window.canvas.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QDropEvent) or self._window.editor.read_only:
            return False
        data = event.mimeData()
        path = _table_file(data)
        if path is None and not _is_table_text(data):
            return False
        event.acceptProposedAction()
        if event.type() == QEvent.Type.Drop:
            self._window.widget.activateWindow()
            if path is not None:
                bring_in_file(self._window, path)
            else:
                self._text_dropped(data)
        return True


def _table_file(data: QMimeData) -> Path | None:
    """The one file with tables that is dragged; None where it is anything else."""
    paths = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
    suffixes = {known.suffix for known in readable() if known.holds == "tables"}
    return paths[0] if len(paths) == 1 and paths[0].suffix.casefold() in suffixes else None


def _is_table_text(data: QMimeData) -> bool:
    """Whether text is dragged that has lines, and no picture or file with it."""
    return data.hasText() and not data.hasUrls() and not data.hasImage() and "\n" in data.text().strip()
