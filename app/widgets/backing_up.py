"""Makes backups of an open project, soon after its opening and once an hour, in a thread of its own."""

from pathlib import Path
from threading import Thread

from PySide6.QtCore import QObject, QStandardPaths, QTimer

from app.storage.backups import back_up
from app.storage.errors import ProjectFileError
from app.widgets.faults import log

SOON = 2_000
"""Milliseconds after the opening: the first backup must not slow the first sight of the map."""
HOUR = 3_600_000
"""Milliseconds."""


class BackingUp(QObject):
    """Goes on until `close`. A backup that fails is logged and made the next time."""

    def __init__(self, path: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._path = path
        self._folder = backup_folder()
        self._thread: Thread | None = None
        self._timer = QTimer(self, interval=SOON)
        self._timer.timeout.connect(self.back_up)
        self._timer.start()

    def back_up(self) -> None:
        """Make a backup unless one is being made."""
        self._timer.setInterval(HOUR)
        if self._thread is None or not self._thread.is_alive():
            self._thread = Thread(target=self._work, name="Backup")
            self._thread.start()

    def close(self) -> None:
        """Make no further backup; the first is made even so, and one that is being made is finished."""
        if self._thread is None:
            self.back_up()
        self._timer.stop()
        self.wait()

    def wait(self) -> None:
        """Wait until a backup that is being made is finished."""
        if self._thread is not None:
            self._thread.join()

    def _work(self) -> None:
        try:
            back_up(self._path, self._folder)
        except (ProjectFileError, OSError) as error:
            log.warning("no backup: %s", type(error).__name__)


def backup_folder() -> Path:
    place = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.AppDataLocation)
    return Path(place) / "backups"
