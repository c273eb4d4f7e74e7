"""What the window has done by a process beside it, done in the test's own: the same jobs at once.

A process takes a second or two to start, longer than most of what a test looks at. Four tests have it started
(`tests/widgets/test_export_process.py`); the others need what comes of it.
"""

import pickle
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

from app.formats.options import ExportOptions
from app.model.document import Document
from app.model.pictures import PictureStore
from app.publishing import background_export, previewing
from app.publishing.side_process import Ended


class InProcess:
    """Looks to the window as a `SideProcess`: what is sent is answered when it is next asked for news."""

    def __init__(self, document: Document, work: Callable[..., None], *arguments: Any) -> None:
        snapshot = _sent(document)
        self._sent: list[Any] = []
        self._is_over = False
        if work is previewing.serve:
            self._previewer = previewing.Previewer(snapshot, lambda _: None)
            self._job: Callable[[], Iterable[Any]] = self._preview
        else:
            assert work is background_export.serve
            self._job = lambda: self._export(snapshot, *arguments)

    weighs = False
    """Whether to find out what switches take from the type: that takes as long as several posters."""

    def send(self, message: Any) -> None:
        if isinstance(message, previewing.CostRequest) and not self.weighs:
            return
        if isinstance(message, previewing.LayoutRequest):
            self._sent.clear()
        self._sent = [one for one in self._sent if type(one) is not type(message)] + [message]

    def news(self) -> list[Any]:
        return [Ended()] if self._is_over else list(self._job())

    def stop(self) -> None:
        self._is_over = True

    def kill(self) -> None:
        self._is_over = True

    def close(self) -> None:
        self._is_over = True

    def _preview(self) -> Iterator[Any]:
        while self._sent:
            yield from self._previewer.answers(self._sent.pop(0))

    def _export(self, document: Document, path: Path, options: ExportOptions) -> list[Any]:
        reports: list[Any] = []
        background_export.export(document, path, options, reports.append)
        return reports


def _sent(document: Document) -> Document:
    """The document as it arrives on the other side."""
    store = PictureStore()
    for picture in document.pictures():
        data = document.picture_store.get(picture.id)
        if data is not None:
            store.put(data)
    return Document(pickle.loads(pickle.dumps(tuple(document))), store)
