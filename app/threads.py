"""The one owner of work in another thread: for a window that goes on meanwhile, or a process that listens.

Python's own threads are forgotten once they are begun. A Task can be waited for, can be let go so that
nothing is heard of it any more, and says what the end of the program does about it. No thread can be ended
from without: what may take long asks at each of its steps whether it is wanted any more.
"""

import atexit
from collections.abc import Callable
from threading import Event, RLock, Thread, local
from typing import Any, Generic, TypeVar

T = TypeVar("T")

_here = local()
"""Has the Task of a thread."""


class NotWantedError(BaseException):
    """What is being done is not wanted any more. Nobody catches it on its way, as with Ctrl+C."""


def is_wanted() -> bool:
    """Whether anybody waits for what this thread does; so it is where no Task does it."""
    task: Task[Any] | None = getattr(_here, "task", None)
    return task is None or task.is_wanted


def require_wanted() -> None:
    """End a Task that was stopped: asked between the steps of what only reads, each a moment long."""
    if not is_wanted():
        raise NotWantedError


class Task(Generic[T]):
    """Work that begins at once. The program's end does not wait for it, but where `delay_exit` was called.

    `answer` is called in its thread with the Task when it is done. A fault of it goes the way of every fault,
    unless `keeps_error`: then `result` raises it.
    """

    def __init__(
        self,
        name: str,
        do: Callable[[], T],
        answer: "Callable[[Task[T]], object] | None" = None,
        keeps_error: bool = False,
    ) -> None:
        self._do = do
        self._answer = answer
        self._keeps_error = keeps_error
        self._made: list[T] = []
        self._error: BaseException | None = None
        self._lock = RLock()
        self._done = Event()
        self.is_wanted = True
        self._thread = Thread(target=self._work, name=name, daemon=True)
        self._thread.start()

    @property
    def is_done(self) -> bool:
        return self._done.is_set()

    def wait(self, seconds: float | None = None) -> bool:
        """Wait until it is done, or so long. Returns whether it is."""
        return self._done.wait(seconds)

    @property
    def has_failed(self) -> bool:
        return self._error is not None

    def result(self) -> T:
        """What it made, once it is done."""
        if self._error is not None:
            raise self._error
        return self._made[0]

    def forget(self) -> None:
        """Have nothing answered any more: who would be told may be gone at any moment."""
        with self._lock:
            self._answer = None

    def stop(self) -> None:
        """Have it end at its next step (`require_wanted`), and nothing answered: it came to nothing."""
        self.is_wanted = False
        self.forget()

    def delay_exit(self, seconds: float) -> None:
        """Have the end of the program wait so long for it."""
        if not self.is_done:
            atexit.register(self._thread.join, seconds)

    def _work(self) -> None:
        _here.task = self
        try:
            self._made.append(self._do())
        except NotWantedError as error:
            self._error = error
        except BaseException as error:
            self._error = error
            if not self._keeps_error:
                raise
        finally:
            with self._lock:
                if self._answer is not None:
                    self._answer(self)
            self._done.set()
