"""What happens when a bug raises an error that nobody expected: it is told in a sentence and logged.

The log names the error's type and the places in the code, never its message: that may hold what people wrote.
"""

import faulthandler
import logging
import os
import sys
import threading
import traceback
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QObject, QStandardPaths, Signal

from app.file_names import shown
from app.language.phrases import tr
from app.storage.guard.process import started

log = logging.getLogger("journeywall")
LOG_NAME = "journeywall.log"
CRASHES = "journeywall*.crash"
"""One file for each process, named for it: none writes into another's, nor takes it away."""
LARGEST, KEPT = 500_000, 4
"""Bytes of a log file, and how many older ones are kept, and how many traces of crashes."""


class Faults(QObject):
    """Catches what no one else did, in any thread, until `close`. `happened` tells a sentence for people."""

    happened = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._before = sys.excepthook
        self._before_in_threads = threading.excepthook
        sys.excepthook = self._catch
        threading.excepthook = lambda given: self._catch(given.exc_type, given.exc_value, given.exc_traceback)

    def close(self) -> None:
        sys.excepthook = self._before
        threading.excepthook = self._before_in_threads

    def _catch(
        self, kind: type[BaseException], error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            self._before(kind, error or kind(), trace)
            return
        log.error("%s\n%s", kind.__name__, described(trace))
        self.happened.emit(
            tr(
                "Something went wrong in Journeywall ({error}). What you did before is saved. The log says "
                "where: {file}",
                error=kind.__name__,
                file=shown(log_file()),
            )
        )


def described(trace: TracebackType | None) -> str:
    """The places in the code, outermost first, without a line of data."""
    frames = traceback.extract_tb(trace)
    return "\n".join(f"  {Path(frame.filename).name}:{frame.lineno} in {frame.name}" for frame in frames)


def log_file() -> Path:
    folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.AppDataLocation)
    return Path(folder) / LOG_NAME


class _Log(RotatingFileHandler):
    """The log's files. Where they cannot be written any more, the program goes on without."""

    def handleError(self, record: logging.LogRecord) -> None:
        pass


def start_log() -> logging.Handler:
    """Write the log to the data folder, some files of it. Returns the handler, to be closed at the end.

    Raises OSError where that folder cannot be written to.
    """
    log_file().parent.mkdir(parents=True, exist_ok=True)
    with log_file().open("ab"):
        pass
    handler = _Log(log_file(), maxBytes=LARGEST, backupCount=KEPT, encoding="utf-8", delay=True)
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
    log.addHandler(handler)
    return handler


@contextmanager
def crashes_written() -> Iterator[None]:
    """Have the places in the code written down where the process itself crashes, beside the log.

    Traces of earlier processes are kept, some of them. Raises OSError where the folder cannot be written to.
    """
    _collect_old_crashes()
    path = log_file().with_name(f"journeywall-{os.getpid()}.crash")
    with path.open("a", encoding="utf-8") as file:
        faulthandler.enable(file)
        try:
            yield
        finally:
            faulthandler.disable()
    with suppress(OSError):
        if path.stat().st_size == 0:
            path.unlink()


def _collect_old_crashes() -> None:
    """Take away what processes that run no more left empty, and all but the newest of what they wrote."""
    with suppress(OSError):
        old = [path for path in log_file().parent.glob(CRASHES) if not _is_of_a_running_process(path)]
        written = [path for path in old if path.stat().st_size > 0]
        newest = sorted(written, key=lambda path: path.stat().st_mtime, reverse=True)[:KEPT]
        for path in set(old) - set(newest):
            path.unlink(missing_ok=True)


def _is_of_a_running_process(path: Path) -> bool:
    number = path.stem.rpartition("-")[2]
    return number.isdecimal() and started(int(number)) is not None
