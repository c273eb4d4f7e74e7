"""Writes what is done to the project file, step by step, in a thread of its own.

One step is one transaction, and begins by asking whether the last step in the file is ours. What cannot be
written stays in the queue and is tried again until it can be. In quiet moments the thread tidies the file, a
small piece at a time, and looks whether what was saved is still there.
"""

import threading
from collections import deque
from collections.abc import Callable, Iterable
from pathlib import Path
from time import monotonic

from sqlalchemy.exc import DBAPIError

from app.model.history.steps import Performed, Step, Thinned
from app.model.listeners import subscribe
from app.model.pictures import PictureStore
from app.storage.errors import BusyFileError, GoneError, ProjectFileError
from app.storage.guard.ending import Ending, Stamp
from app.storage.guard.putting_back import Whole
from app.storage.saving import Failures, Listener, SaveState
from app.storage.written_file import Taken, WrittenFile, folded

DELAYS = (0.25, 0.5, 1.0, 2.0, 5.0)
"""Seconds before each further attempt; the last for all that follow."""
QUIET, PAUSE, LAST_MOMENT = 2.0, 0.005, 2.0
"""Seconds without an edit before the file is tidied, between two pieces of that, and for it when closing."""
LOOK_EVERY = 3.0
"""Seconds between two looks at the file from outside; it is read only where it looks otherwise."""


class Writer:
    """The only one who writes to the file. Its connection lives and dies in its thread.

    `ending` is what the history in the file ends with, `stamp` what it looked like before that was read,
    `steps` are all of its history, `rows` is how many of these stand in rows of their own. Listeners are
    called in the writer's thread.
    """

    def __init__(
        self,
        path: Path,
        ending: Ending,
        stamp: Stamp,
        steps: Iterable[Step] = (),
        rows: int = 0,
        picture_store: PictureStore | None = None,
    ) -> None:
        self._failures = Failures()
        self._file = WrittenFile(
            path, ending, stamp, steps, rows, picture_store or PictureStore(), self._failures
        )
        self._next_look = 0.0
        self._looks_wanted, self._looks_begun, self._looks_done = 1, 0, 0
        """A look that began before it was asked for does not answer: so they are counted."""
        self._queue: deque[Taken] = deque()
        self._written: Taken | None = None
        self._patience = QUIET if self._file.has_much_to_tidy else None
        self._is_tidying_at_once = False
        self._is_urgent = False
        self._is_closing = False
        self._is_abandoned = False
        self._listeners: list[Listener] = []
        self._lock = threading.RLock()
        self._moved_on = threading.Condition(self._lock)
        self._thread = threading.Thread(target=self._run, name="Project file writer", daemon=True)
        self._thread.start()

    # From any thread

    @property
    def size(self) -> int:
        """Bytes of the file, as it was left."""
        return self._file.size

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
            return is_done and not self._queue and not self._failures.is_gone

    @property
    def state(self) -> SaveState:
        with self._moved_on:
            return self._failures.state(len(self._queue))

    def subscribe(self, listener: Listener) -> Callable[[], None]:
        """Have `listener` told, in the writer's thread, how saving stands. Returns what ends that."""
        return subscribe(self._listeners, listener)

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
            failures = self._failures.count
            self._is_urgent = True
            self._looks_wanted += 1
            self._moved_on.notify_all()
            self._moved_on.wait_for(
                lambda: (
                    self._failures.count > failures
                    or self._is_closing
                    or not (self._queue or self._is_look_wanted)
                ),
                timeout,
            )
            return self._failures.count == failures and not (self._queue or self._is_look_wanted)

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
        while self._file.has_much_to_tidy and not self._is_abandoned and monotonic() < end:
            self._tidy()
        self._file.disconnect()

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
                taken, count = folded(self._queue)
                self._looks_begun = self._looks_wanted
            self._notify()
            self._file.write(taken)
        except Exception as error:
            self._fail(error)
        else:
            self._succeed(first, count)

    def _look(self) -> None:
        """Whether what was saved is still there. What is not is told like a failed save, and looked for."""
        before = self.state
        self._looks_begun = self._looks_wanted
        try:
            self._file.require_in_place()
        except GoneError as error:
            self._note_failure(error)
        except (BusyFileError, OSError, DBAPIError):
            with self._moved_on:
                # Nothing new is known; who wants to close is told so.
                self._failures.count += 1
        except Exception as error:
            # Also what nobody expected: this thread must not end.
            if not self._failures.in_a_row and not isinstance(error, ProjectFileError):
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

    def _tidy(self) -> None:
        """Do one piece. Where that fails all is as it was, and the next quiet moment after an edit does."""
        try:
            is_done = self._file.tidy(self._is_tidying_at_once)
        except Exception as error:
            is_done, self._is_abandoned, self._next_look = True, self._is_closing, 0.0
            self._file.disconnect()
            if not isinstance(error, DBAPIError | OSError | ProjectFileError):
                _report(error)
        with self._moved_on:
            self._patience = PAUSE
            if is_done:
                self._patience = None
                self._is_tidying_at_once = False
                self._moved_on.notify_all()

    @property
    def _is_look_wanted(self) -> bool:
        return self._looks_done < self._looks_wanted

    def _succeed(self, first: Taken, count: int) -> None:
        with self._moved_on:
            if self._queue and self._queue[0] is first:
                self._written = self._queue[count - 1]
                for _ in range(count):
                    self._queue.popleft()
            self._patience = QUIET if self._file.has_much_to_tidy else None
        self._note_success()
        self._notify()

    def _note_success(self) -> None:
        with self._moved_on:
            self._failures.forget()
            self._moved_on.notify_all()

    def _fail(self, error: Exception) -> None:
        """Keep the queue, tell, and wait. The connection is made anew: the disk may have been away."""
        if not isinstance(error, GoneError):
            self._file.disconnect()
            try:
                self._file.require_in_place()
            except GoneError as gone:
                error = gone
            except Exception:
                self._file.disconnect()
        if not self._failures.in_a_row and not isinstance(error, DBAPIError | OSError | ProjectFileError):
            _report(error)
        self._note_failure(error)
        self._notify()
        delay = DELAYS[min(self._failures.in_a_row, len(DELAYS)) - 1]
        with self._moved_on:
            self._moved_on.wait_for(
                lambda: self._is_urgent or self._is_look_wanted or self._is_abandoned, delay
            )

    def _note_failure(self, error: Exception) -> None:
        with self._moved_on:
            self._failures.note(error)
            self._is_urgent = False
            self._looks_done = self._looks_begun
            self._moved_on.notify_all()

    def _notify(self) -> None:
        state = self.state
        for listener in tuple(self._listeners):
            try:
                listener(state)
            except Exception as error:
                _report(error)


def _report(error: Exception) -> None:
    """Tell the program's handler of uncaught errors: a bug must be seen, and writing must go on."""
    threading.excepthook(
        threading.ExceptHookArgs((type(error), error, error.__traceback__, threading.current_thread()))
    )
