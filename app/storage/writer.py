"""Writes what is done to the project file, step by step, in a thread of its own.

One step is one transaction. What cannot be written stays in the queue and is tried again until it can be.
"""

import threading
from collections import deque
from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import Connection
from sqlalchemy.exc import DBAPIError

from app.model.history import Performed, Step
from app.model.pictures import PictureStore
from app.storage.engine import engine_for
from app.storage.errors import ProjectFileError, writing_sentence
from app.storage.history_rows import last_step, write_step
from app.storage.picture_rows import pictures_in, write_pictures
from app.storage.rows import write_change
from app.storage.saving import Listener, SaveState

DELAYS = (0.25, 0.5, 1.0, 2.0, 5.0)
"""Seconds before each further attempt; the last for all that follow."""


class ReplacedFileError(ProjectFileError):
    """The file holds another history than the one that was opened: writing would mix the two."""

    def __init__(self) -> None:
        super().__init__("Another program replaced the file while it was open.")


class Writer:
    """The only one who writes to the file. Its connection lives and dies in its thread.

    `last` is the last step in the file. Listeners are called in the writer's thread.
    """

    def __init__(
        self,
        path: Path,
        last: Step | None = None,
        delays: Sequence[float] = DELAYS,
        picture_store: PictureStore | None = None,
    ) -> None:
        self._engine = engine_for(path, "rw")
        self._picture_store = picture_store or PictureStore()
        self._last = last
        self._before_last: Step | None = None
        self._delays = delays
        self._connection: Connection | None = None
        self._queue: deque[Performed] = deque()
        self._failures = 0
        self._failures_in_a_row = 0
        self._failed_since: datetime | None = None
        self._sentence: str | None = None
        self._is_urgent = False
        self._is_closing = False
        self._is_abandoned = False
        self._listeners: list[Listener] = []
        self._moved_on = threading.Condition()
        self._thread = threading.Thread(target=self._run, name="Project file writer", daemon=True)
        self._thread.start()

    # From any thread

    def put(self, performed: Performed) -> None:
        """Have a step written. Returns at once."""
        with self._moved_on:
            self._queue.append(performed)
            self._moved_on.notify_all()

    @property
    def state(self) -> SaveState:
        with self._moved_on:
            return SaveState(len(self._queue), self._failed_since, self._sentence)

    def subscribe(self, listener: Listener) -> Callable[[], None]:
        """Have `listener` told, in the writer's thread, how saving stands. Returns what ends that."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)

    def try_again(self) -> None:
        """Do not wait for the next attempt."""
        with self._moved_on:
            self._is_urgent = True
            self._moved_on.notify_all()

    def wait_until_saved(self, timeout: float | None = None) -> bool:
        """Whether everything was on the disk within that many seconds."""
        with self._moved_on:
            return self._moved_on.wait_for(lambda: not self._queue, timeout)

    def finish(self) -> bool:
        """Wait until everything is on the disk, or one more attempt has failed. Returns whether it is."""
        with self._moved_on:
            failures = self._failures
            self._is_urgent = True
            self._moved_on.notify_all()
            self._moved_on.wait_for(lambda: not self._queue or self._failures > failures)
            return not self._queue

    def close(self) -> None:
        """End the thread. What is not on the disk by then is not written any more."""
        with self._moved_on:
            self._is_closing = self._is_abandoned = True
            self._moved_on.notify_all()
        self._thread.join()

    # In the writer's thread

    def _run(self) -> None:
        while (batch := self._next()) is not None:
            performed, count = batch
            self._tell()
            try:
                self._write(performed)
            except Exception as error:
                self._fail(error)
            else:
                self._succeed(performed, count)
        self._disconnect()

    def _next(self) -> tuple[Performed, int] | None:
        """The next step to write and how many in the queue it stands for; None at the end."""
        with self._moved_on:
            self._moved_on.wait_for(lambda: self._queue or self._is_closing)
            return None if self._is_closing else _folded(self._queue)

    def _write(self, performed: Performed) -> None:
        if self._connection is None:
            self._connection = self._engine.connect()
        with self._connection.begin():
            if self._failures_in_a_row:
                self._require_same_file(self._connection, performed)
            write_change(self._connection, performed.applied)
            write_pictures(self._connection, pictures_in(performed.applied), self._picture_store)
            write_step(self._connection, performed)

    def _succeed(self, performed: Performed, count: int) -> None:
        with self._moved_on:
            for _ in range(count):
                self._queue.popleft()
            self._note_last(performed)
            self._failures_in_a_row = 0
            self._failed_since = self._sentence = None
            self._moved_on.notify_all()
        self._tell()

    def _fail(self, error: Exception) -> None:
        """Keep the queue, tell, and wait. The connection is made anew: the disk may have been away."""
        self._disconnect()
        with self._moved_on:
            self._failures += 1
            self._failures_in_a_row += 1
            self._failed_since = self._failed_since or datetime.now(UTC)
            self._sentence = writing_sentence(error)
            self._is_urgent = False
            self._moved_on.notify_all()
        if self._failures_in_a_row == 1 and not isinstance(error, DBAPIError | OSError | ProjectFileError):
            _report(error)
        self._tell()
        delay = self._delays[min(self._failures_in_a_row, len(self._delays)) - 1]
        with self._moved_on:
            self._moved_on.wait_for(lambda: self._is_urgent or self._is_abandoned, delay)

    def _require_same_file(self, connection: Connection, performed: Performed) -> None:
        """Raises ReplacedFileError unless the history ends as it was left or as the failed commit left it."""
        steps = [self._last, performed.step] + ([] if performed.is_kept else [self._before_last])
        if last_step(connection) not in [step and (step.number, step.at) for step in steps]:
            raise ReplacedFileError

    def _note_last(self, performed: Performed) -> None:
        known = self._last is not None and self._last.number == performed.step.number
        if performed.is_kept and not known:
            self._before_last, self._last = self._last, performed.step
        elif known and not performed.is_kept:
            self._last = self._before_last

    def _disconnect(self) -> None:
        if self._connection is not None:
            with suppress(DBAPIError):
                self._connection.close()
            self._connection = None

    def _tell(self) -> None:
        state = self.state
        for listener in tuple(self._listeners):
            try:
                listener(state)
            except Exception as error:
                _report(error)


def _folded(queue: deque[Performed]) -> tuple[Performed, int]:
    """The first in the queue with all further growings of its step as one, and their number."""
    performed, count = queue[0], 1
    while count < len(queue) and queue[count].step.number == performed.step.number:
        more = queue[count]
        performed = Performed(more.step, performed.applied.then(more.applied), more.whole)
        count += 1
    return performed, count


def _report(error: Exception) -> None:
    """Tell the program's handler of uncaught errors: a bug must be seen, and writing must go on."""
    threading.excepthook(
        threading.ExceptHookArgs((type(error), error, error.__traceback__, threading.current_thread()))
    )
