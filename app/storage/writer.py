"""Writes what is done to the project file, step by step, in a thread of its own.

One step is one transaction, and begins by asking whether the last step in the file is ours. What cannot be
written stays in the queue and is tried again until it can be. In quiet moments the thread tidies the file, a
small piece at a time, and looks whether what was saved is still there.
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

from app.language.phrases import Phrase
from app.model.history.steps import Performed, Thinned
from app.model.pictures import PictureStore
from app.storage.engine import engine_for
from app.storage.errors import BusyFileError, GoneError, ProjectFileError, writing_sentence
from app.storage.guard.ending import Ending, Stamp, ending_of
from app.storage.guard.file_as_left import FileAsLeft
from app.storage.guard.putting_back import Whole, put_back
from app.storage.history.history_rows import write_step, write_thinned
from app.storage.history.tidying import KEPT, LEAST, give_back, tidying
from app.storage.picture_rows import drop_unused_pictures, pictures_in, write_pictures
from app.storage.rows import write_change
from app.storage.saving import Listener, SaveState

DELAYS = (0.25, 0.5, 1.0, 2.0, 5.0)
"""Seconds before each further attempt; the last for all that follow."""
QUIET, PAUSE, LAST_MOMENT = 2.0, 0.005, 2.0
"""Seconds without an edit before the file is tidied, between two pieces of that, and for it when closing."""
LOOK_EVERY = 3.0
"""Seconds between two looks at the file from outside; it is read only where it looks otherwise."""

_Taken = Performed | Thinned | Whole


class Writer:
    """The only one who writes to the file. Its connection lives and dies in its thread.

    `ending` is what the history in the file ends with, `stamp` what it looked like before that was read,
    `rows` how many steps stand in rows of their own there. Listeners are called in the writer's thread.
    """

    def __init__(
        self,
        path: Path,
        ending: Ending,
        stamp: Stamp,
        rows: int = 0,
        delays: Sequence[float] = DELAYS,
        picture_store: PictureStore | None = None,
    ) -> None:
        self._path = path
        self._engine = engine_for(path, "rw")
        self._picture_store = picture_store or PictureStore()
        self._file = FileAsLeft(path, ending, stamp)
        self._next_look = 0.0
        self._looks_wanted, self._looks_begun, self._looks_done = 1, 0, 0
        """A look that began before it was asked for does not answer: so they are counted."""
        self._is_gone = False
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
        self._sentence: Phrase | None = None
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

    def put_back(self, whole: Whole) -> None:
        """Have the whole project written anew to its place, in place of what waits to be written.

        Once: asked for again meanwhile, it would put aside what was just put back.
        """
        with self._moved_on:
            if not any(isinstance(each, Whole) for each in self._queue):
                self._queue.clear()
                self._queue.append(whole)
            self._is_urgent = True
            self._moved_on.notify_all()

    def look(self) -> None:
        """Have it looked at once whether what was saved is still there. Returns at once."""
        with self._moved_on:
            self._looks_wanted += 1
            self._moved_on.notify_all()

    def wait_until_looked(self, timeout: float | None = None) -> bool:
        """Look, and wait for what is found, so many seconds. Returns whether all is saved and there."""
        self.look()
        with self._moved_on:
            is_done = self._moved_on.wait_for(lambda: not self._is_look_wanted, timeout)
            return is_done and not self._queue and not self._is_gone

    @property
    def state(self) -> SaveState:
        with self._moved_on:
            return SaveState(len(self._queue), self._failed_since, self._sentence, self._is_gone)

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
        """Wait, so many seconds, until everything is on the disk and was seen there.

        One more attempt, or look, that fails ends that as well, and so does closing. Returns whether it is.
        """
        with self._moved_on:
            failures = self._failures
            self._is_urgent = True
            self._looks_wanted += 1
            self._moved_on.notify_all()
            self._moved_on.wait_for(
                lambda: (
                    self._failures > failures or self._is_closing or not (self._queue or self._is_look_wanted)
                ),
                timeout,
            )
            return self._failures == failures and not (self._queue or self._is_look_wanted)

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
            elif self._is_look_wanted or monotonic() >= self._next_look:
                self._look()
            elif self._is_tidying_at_once or self._patience is not None:
                self._tidy()
        end = monotonic() + LAST_MOMENT
        while self._has_much_to_tidy and not self._is_abandoned and monotonic() < end:
            self._tidy()
        self._disconnect()

    def _wait(self) -> bool:
        """Wait for a step, or for a moment to look or to tidy in. Returns whether this is the end."""
        with self._moved_on:
            until_look = max(self._next_look - monotonic(), 0.0)
            self._moved_on.wait_for(
                lambda: self._queue or self._is_closing or self._is_tidying_at_once or self._is_look_wanted,
                until_look if self._patience is None else min(self._patience, until_look),
            )
            return self._is_closing

    def _work_off(self) -> None:
        try:
            with self._moved_on:
                first = self._queue[0]
                taken, count = _folded(self._queue)
                self._looks_begun = self._looks_wanted
            self._notify()
            self._write(taken)
        except Exception as error:
            self._fail(error)
        else:
            self._succeed(taken, first, count)

    def _look(self) -> None:
        """Whether what was saved is still there. What is not is told like a failed save, and looked for."""
        before = self.state
        self._looks_begun = self._looks_wanted
        try:
            self._require_in_place()
        except GoneError as error:
            self._note_failure(error)
        except (BusyFileError, OSError, DBAPIError):
            with self._moved_on:
                # Nothing new is known; who wants to close is told so.
                self._failures += 1
        except Exception as error:
            # Also what nobody expected: this thread must not end.
            if not self._failures_in_a_row and not isinstance(error, ProjectFileError):
                _report(error)
            self._note_failure(error)
        else:
            self._note_success()
        with self._moved_on:
            self._next_look = monotonic() + LOOK_EVERY
            self._looks_done = self._looks_begun
            self._moved_on.notify_all()
        if self.state != before:
            self._notify()

    def _require_in_place(self) -> None:
        """Raises GoneError or BusyFileError. Reads nothing where the file looks as it did when read."""
        if not self._is_gone and self._file.looks_as_read:
            return
        if self._file.require_in_place():
            # SQLite itself would not see every change, and goes on with a file that has no name any more.
            self._disconnect()
        self._connect()

    def _tidy(self) -> None:
        """Do one piece. Where that fails all is as it was, and the next quiet moment after an edit does."""
        try:
            connection = self._ours()
            if self._tidying is None:
                self._tidying = tidying(connection, 1 if self._is_tidying_at_once else LEAST)
            is_done = next(self._tidying, self) is self
            self._file.was_tidied()
            self._rows = KEPT if is_done else self._rows
        except Exception as error:
            is_done, self._is_abandoned, self._next_look = True, self._is_closing, 0.0
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
    def _is_look_wanted(self) -> bool:
        return self._looks_done < self._looks_wanted

    @property
    def _has_much_to_tidy(self) -> bool:
        return self._rows >= KEPT + LEAST

    def _connect(self) -> Connection:
        if self._connection is None:
            self._connection = self._engine.connect()
        return self._connection

    def _ours(self) -> Connection:
        """A connection to the file, which is as it was left, so far as it can be told from outside."""
        if self._is_gone or (not self._failures_in_a_row and not self._file.looks_as_left):
            self._require_in_place()
        return self._connect()

    def _write(self, taken: _Taken) -> None:
        if isinstance(taken, Whole):
            self._put_back(taken)
            return
        connection = self._ours()
        with connection.begin():
            before, ending = self._file.required_ending(connection), None
            if isinstance(taken, Thinned):
                write_thinned(connection, taken)
                drop_unused_pictures(connection, taken.changes.values(), self._picture_store)
                give_back(connection)
            else:
                write_change(connection, taken.applied)
                write_pictures(connection, pictures_in(taken.applied), self._picture_store)
                ending = write_step(connection, taken)
            if ending is None or ending.number < before.number:
                ending = ending_of(connection)
            self._file.may_end_with(ending)
        self._file.was_written(ending, taken.applied if isinstance(taken, Performed) else None)

    def _put_back(self, whole: Whole) -> None:
        put = put_back(self._path, whole, self._connection if self._file.is_elsewhere else None)
        self._disconnect()
        self._file.was_put_back(put)
        self._rows = put.rows
        whole.then(put)

    def _succeed(self, taken: _Taken, first: _Taken, count: int) -> None:
        with self._moved_on:
            if self._queue and self._queue[0] is first:
                self._written = self._queue[count - 1]
                for _ in range(count):
                    self._queue.popleft()
            if isinstance(taken, Thinned):
                self._rows = len(taken.steps)
            elif isinstance(taken, Performed):
                self._rows += taken.is_kept
            self._patience = QUIET if self._has_much_to_tidy else None
        self._note_success()
        self._notify()

    def _note_success(self) -> None:
        with self._moved_on:
            self._failures_in_a_row = 0
            self._is_gone = False
            self._failed_since = self._sentence = None
            self._moved_on.notify_all()

    def _fail(self, error: Exception) -> None:
        """Keep the queue, tell, and wait. The connection is made anew: the disk may have been away."""
        if not isinstance(error, GoneError):
            self._disconnect()
            try:
                self._require_in_place()
            except GoneError as gone:
                error = gone
            except Exception:
                self._disconnect()
        if not self._failures_in_a_row and not isinstance(error, DBAPIError | OSError | ProjectFileError):
            _report(error)
        self._note_failure(error)
        self._notify()
        delay = self._delays[min(self._failures_in_a_row, len(self._delays)) - 1]
        with self._moved_on:
            self._moved_on.wait_for(
                lambda: self._is_urgent or self._is_look_wanted or self._is_abandoned, delay
            )

    def _note_failure(self, error: Exception) -> None:
        with self._moved_on:
            self._failures += 1
            self._failures_in_a_row += 1
            self._failed_since = self._failed_since or datetime.now(UTC)
            self._sentence = writing_sentence(error)
            self._is_gone = isinstance(error, GoneError)
            self._is_urgent = False
            self._looks_done = self._looks_begun
            self._moved_on.notify_all()

    def _disconnect(self) -> None:
        self._tidying = None
        if self._connection is not None:
            with suppress(DBAPIError):
                self._connection.close()
            self._connection = None

    def _notify(self) -> None:
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
        if not isinstance(more, Performed) or more.step != taken.step:
            break
        taken = Performed(more.step, taken.applied.then(more.applied), more.whole)
        count += 1
    return taken, count


def _report(error: Exception) -> None:
    """Tell the program's handler of uncaught errors: a bug must be seen, and writing must go on."""
    threading.excepthook(
        threading.ExceptHookArgs((type(error), error, error.__traceback__, threading.current_thread()))
    )
