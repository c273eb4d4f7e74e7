"""Writes what is done to the project file, step by step, in a thread of its own.

One step is one transaction. What cannot be written stays in the queue and is tried again until it can be. In
quiet moments the thread tidies the file, a small piece at a time.
"""

import threading
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from time import monotonic

from sqlalchemy import Connection
from sqlalchemy.exc import DBAPIError

from app.model.history import Performed, Step, Thinned
from app.model.pictures import PictureStore
from app.storage.engine import engine_for
from app.storage.errors import ProjectFileError, writing_sentence
from app.storage.history_rows import last_step, write_step, write_thinned
from app.storage.picture_rows import drop_unused_pictures, pictures_in, write_pictures
from app.storage.rows import write_change
from app.storage.saving import Listener, SaveState
from app.storage.tidying import KEPT, LEAST, give_back, tidying

DELAYS = (0.25, 0.5, 1.0, 2.0, 5.0)
"""Seconds before each further attempt; the last for all that follow."""
QUIET, PAUSE, LAST_MOMENT = 2.0, 0.005, 2.0
"""Seconds without an edit before the file is tidied, between two pieces of that, and for it when closing."""

_Taken = Performed | Thinned


class ReplacedFileError(ProjectFileError):
    """The file holds another history than the one that was opened: writing would mix the two."""

    def __init__(self) -> None:
        super().__init__("Another program replaced the file while it was open.")


class Writer:
    """The only one who writes to the file. Its connection lives and dies in its thread.

    `last` is the last step in the file, `rows` how many steps stand in rows of their own there. Listeners are
    called in the writer's thread.
    """

    def __init__(
        self,
        path: Path,
        last: Step | None = None,
        rows: int = 0,
        delays: Sequence[float] = DELAYS,
        picture_store: PictureStore | None = None,
    ) -> None:
        self._engine = engine_for(path, "rw")
        self._picture_store = picture_store or PictureStore()
        self._last = last
        self._before_last: Step | None = None
        self._delays = delays
        self._connection: Connection | None = None
        self._queue: deque[_Taken] = deque()
        self._written: _Taken | None = None
        self._rows = rows
        self._tidying: Iterator[None] | None = None
        self._patience = QUIET if self._has_much_to_tidy else None
        self._is_tidying_at_once = False
        self._failures = 0
        self._failures_in_a_row = 0
        self._failed_since: datetime | None = None
        self._sentence: str | None = None
        self._is_urgent = False
        self._is_closing = False
        self._is_abandoned = False
        self._listeners: list[Listener] = []
        self._lock = threading.RLock()
        self._moved_on = threading.Condition(self._lock)
        self._thread = threading.Thread(target=self._run, name="Project file writer", daemon=True)
        self._thread.start()

    # From any thread

    def put(self, taken: Performed | Thinned) -> None:
        """Have a step written, or a thinned-out history. Returns at once."""
        with self._lock:
            self._moved_on.notify_all()
            # Last: whatever fails before has taken nothing, and nothing comes after that could.
            self._queue.append(taken)

    def has(self, taken: Performed | Thinned) -> bool:
        """Whether it was put: it waits here, or was written last."""
        with self._lock:
            return taken is self._written or any(each is taken for each in self._queue)

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

    def finish(self, timeout: float | None = None) -> bool:
        """Wait, so many seconds, until everything is on the disk or one more attempt has failed.

        Returns whether it is.
        """
        with self._moved_on:
            failures = self._failures
            self._is_urgent = True
            self._moved_on.notify_all()
            self._moved_on.wait_for(lambda: not self._queue or self._failures > failures, timeout)
            return not self._queue

    def tidy(self, timeout: float | None = None) -> bool:
        """Tidy the file now, however little there is to do. Returns whether so many seconds were enough."""
        with self._moved_on:
            self._is_tidying_at_once = True
            self._moved_on.notify_all()
            is_done = self._moved_on.wait_for(lambda: not self._is_tidying_at_once, timeout)
            self._is_tidying_at_once = False
            return is_done

    def close(self, abandon: bool) -> None:
        """End the thread; with `abandon` at once. What is not on the disk by then is not written any more."""
        with self._moved_on:
            self._is_closing = True
            self._is_abandoned = abandon
            self._moved_on.notify_all()
        self._thread.join()

    # In the writer's thread

    def _run(self) -> None:
        while not self._wait():
            if self._queue:
                self._work_off()
            else:
                self._tidy()
        end = monotonic() + LAST_MOMENT
        while self._has_much_to_tidy and not self._is_abandoned and monotonic() < end:
            self._tidy()
        self._disconnect()

    def _wait(self) -> bool:
        """Wait for a step, or for a moment to tidy in. Returns whether this is the end."""
        with self._moved_on:
            self._moved_on.wait_for(
                lambda: self._queue or self._is_closing or self._is_tidying_at_once, self._patience
            )
            return self._is_closing

    def _work_off(self) -> None:
        try:
            with self._moved_on:
                taken, count = _folded(self._queue)
            self._tell()
            self._write(taken)
        except Exception as error:
            self._fail(error)
        else:
            self._succeed(taken, count)

    def _tidy(self) -> None:
        """Do one piece. Where that fails all is as it was, and the next quiet moment after an edit does."""
        try:
            if self._tidying is None:
                self._tidying = tidying(self._connected(), 1 if self._is_tidying_at_once else LEAST)
            is_done = next(self._tidying, self) is self
            self._rows = KEPT if is_done else self._rows
        except Exception as error:
            is_done, self._is_abandoned = True, self._is_closing
            self._disconnect()
            if not isinstance(error, DBAPIError | OSError | ProjectFileError):
                _report(error)
        with self._moved_on:
            self._patience = PAUSE
            if is_done:
                self._tidying = self._patience = None
                self._is_tidying_at_once = False
                self._moved_on.notify_all()

    @property
    def _has_much_to_tidy(self) -> bool:
        return self._rows >= KEPT + LEAST

    def _connected(self) -> Connection:
        if self._connection is None:
            self._connection = self._engine.connect()
        return self._connection

    def _write(self, taken: _Taken) -> None:
        connection = self._connected()
        with connection.begin():
            if self._failures_in_a_row:
                self._require_same_file(connection, taken)
            if isinstance(taken, Thinned):
                write_thinned(connection, taken)
                drop_unused_pictures(connection, taken.changes.values(), self._picture_store)
                give_back(connection)
                return
            write_change(connection, taken.applied)
            write_pictures(connection, pictures_in(taken.applied), self._picture_store)
            write_step(connection, taken)

    def _succeed(self, taken: _Taken, count: int) -> None:
        with self._moved_on:
            self._written = self._queue[count - 1]
            for _ in range(count):
                self._queue.popleft()
            self._note_last(taken)
            self._patience = QUIET if self._has_much_to_tidy else None
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

    def _require_same_file(self, connection: Connection, taken: _Taken) -> None:
        """Raises ReplacedFileError unless the history ends as it was left or as the failed commit left it."""
        steps = [self._last]
        if isinstance(taken, Thinned):
            steps.append(taken.steps[-1] if taken.steps else None)
        else:
            steps += [taken.step] + ([] if taken.is_kept else [self._before_last])
        if _sign(last_step(connection)) not in map(_sign, steps):
            raise ReplacedFileError

    def _note_last(self, taken: _Taken) -> None:
        if isinstance(taken, Thinned):
            self._before_last, self._last = None, taken.steps[-1] if taken.steps else None
            self._rows = len(taken.steps)
            return
        self._rows += taken.is_kept
        known = self._last is not None and self._last.number == taken.step.number
        if taken.is_kept and not known:
            self._before_last, self._last = self._last, taken.step
        elif known and not taken.is_kept:
            self._last = self._before_last

    def _disconnect(self) -> None:
        self._tidying = None
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


def _folded(queue: deque[_Taken]) -> tuple[_Taken, int]:
    """The first in the queue with all further growings of its step as one, and their number."""
    taken, count = queue[0], 1
    while isinstance(taken, Performed) and count < len(queue):
        more = queue[count]
        if not isinstance(more, Performed) or more.step.number != taken.step.number:
            break
        taken = Performed(more.step, taken.applied.then(more.applied), more.whole)
        count += 1
    return taken, count


def _sign(step: Step | None) -> object:
    """What a step is known by."""
    return step and (step.number, step.at)


def _report(error: Exception) -> None:
    """Tell the program's handler of uncaught errors: a bug must be seen, and writing must go on."""
    threading.excepthook(
        threading.ExceptHookArgs((type(error), error, error.__traceback__, threading.current_thread()))
    )
