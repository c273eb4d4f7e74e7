"""Looks at the files of recent projects beside the window: a disk that is stalled must not hold it.

Each file is looked at by itself, so one whose disk answers to nothing keeps no other from being seen.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import partial
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from app.paths import is_file
from app.threads import Task
from app.widgets.base import file_work

if TYPE_CHECKING:
    from app.storage.opening.reviews import DueReview


@dataclass(frozen=True, slots=True)
class SeenFile:
    """What is seen of a file: whether it is there, and when it was changed last, where that can be told."""

    is_there: bool
    changed: datetime | None = None


class FileLooks(QObject):
    """Looks whether files are there."""

    seen = Signal(Path, SeenFile)
    """A file was seen that had not been within a moment."""
    _received = Signal(object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._awaited: dict[Task[SeenFile], Path] = {}
        self._received.connect(self._take, Qt.ConnectionType.QueuedConnection)

    def look(self, paths: Sequence[Path]) -> dict[Path, SeenFile]:
        """What is seen within a moment; `seen` tells of the others. Of what was looked at before, nothing."""
        self.close()
        self._awaited = {
            Task("Recent file", partial(_look, path), self._received.emit): path for path in paths
        }
        end = monotonic() + file_work.PATIENCE
        ended = [task for task in self._awaited if task.wait(max(end - monotonic(), 0.0))]
        return {self._awaited.pop(task): task.result() for task in ended}

    def close(self) -> None:
        """Hear of nothing any more."""
        for task in self._awaited:
            task.forget()
        self._awaited = {}

    def _take(self, task: Task[SeenFile]) -> None:
        path = self._awaited.pop(task, None)
        if path is not None:
            self.seen.emit(path, task.result())


class ReviewLooks(QObject):
    """Asks projects which of their maps are due to be reviewed, one after another.

    One that takes long is overtaken by the next, and told of when it answers.
    """

    found = Signal(object)
    """All that is due in the projects that have answered, once each was asked: a list of DueReview."""
    _received = Signal(object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._to_ask: list[Path] = []
        self._awaited: list[Task[list[DueReview]]] = []
        self._due: list[DueReview] = []
        self._patience = QTimer(self, singleShot=True, interval=round(file_work.PATIENCE * 1000))
        self._patience.timeout.connect(self._ask_next)
        self._received.connect(self._take, Qt.ConnectionType.QueuedConnection)

    @property
    def is_asking(self) -> bool:
        return bool(self._to_ask or self._awaited)

    def ask(self, paths: Iterable[Path]) -> None:
        """Ask these as well."""
        self._to_ask += paths
        if not self._patience.isActive():
            self._ask_next()

    def close(self) -> None:
        """Hear of nothing any more, and forget what was found."""
        self._patience.stop()
        for task in self._awaited:
            task.forget()
        self._to_ask, self._awaited, self._due = [], [], []

    def _ask_next(self) -> None:
        if not self._to_ask:
            self.found.emit(self._due)
            return
        # Imported here: not before the page is seen, and never by two threads at a time.
        from app.storage.opening.reviews import due_reviews

        do = partial(due_reviews, self._to_ask.pop(0), date.today())
        self._awaited.append(Task("Due reviews", do, self._received.emit))
        self._patience.start()

    def _take(self, task: "Task[list[DueReview]]") -> None:
        if task not in self._awaited:
            return
        is_last = task is self._awaited[-1]
        self._awaited.remove(task)
        self._due += task.result()
        if is_last or not self._patience.isActive():
            self._patience.stop()
            self._ask_next()


def _look(path: Path) -> SeenFile:
    if not is_file(path):
        return SeenFile(is_there=False)
    # Qt knows no file whose name is no text.
    try:
        return SeenFile(True, datetime.fromtimestamp(path.stat().st_mtime))
    except (OSError, ValueError, OverflowError):
        return SeenFile(True)
