"""What the lines measure on: one map, its file, and windows that show it."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cached_property
from pathlib import Path

from PySide6.QtCore import QSize

from app.drawing.layout import MapLayout, lay_out
from app.model.document import Document
from app.storage.new_file import write_new_file
from benchmarks.maps import MAP, Size, document_of
from benchmarks.shown import Shown, shown

FULL_HD = QSize(1920, 1080)
ULTRA_HD = QSize(3840, 2160)


class Ground:
    """One size of map. Its document is never changed: whoever changes one takes a copy."""

    def __init__(self, size: Size, folder: Path) -> None:
        self.size = size
        self._folder = folder
        self._files = 0

    @cached_property
    def _document(self) -> Document:
        return document_of(self.size)

    @cached_property
    def _file(self) -> Path:
        path = self._folder / f"{self.size.name}.journey"
        write_new_file(path, self._document)
        return path

    @cached_property
    def layout(self) -> MapLayout:
        """The map laid out, for floors that take the places of things from it."""
        return lay_out(self._document, MAP)

    def document(self) -> Document:
        return self._document.copy()

    def file(self) -> Path:
        """A project file of this size that nobody else uses."""
        self._files += 1
        return Path(shutil.copy(self._file, self._folder / f"{self.size.name}-{self._files}.journey"))

    @contextmanager
    def window(self, screen: QSize = FULL_HD) -> Iterator[Shown]:
        """The map in a window as large as the screen, shown and painted."""
        window = shown(self.file(), screen)
        try:
            yield window
        finally:
            window.close()
