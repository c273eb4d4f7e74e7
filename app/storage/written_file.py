"""The project file as its writer works on it: a step a transaction, and before it a look at what is there.

Nothing here waits or knows of threads. Whoever has a WrittenFile uses it in one thread, where its connection
lives and dies.
"""

from collections import deque
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import TypeAlias

from sqlalchemy import Connection
from sqlalchemy.exc import DBAPIError

from app.model.history.steps import Performed, Step, Thinned
from app.model.pictures import PictureStore
from app.storage.engine import engine_for
from app.storage.guard.ending import Ending, Stamp, ending_of
from app.storage.guard.file_as_left import FileAsLeft
from app.storage.guard.putting_back import Whole, put_back
from app.storage.history.history_rows import write_step, write_thinned
from app.storage.history.tidying import KEPT, LEAST, give_back, tidying
from app.storage.picture_rows import drop_unused_pictures, pictures_in, write_pictures
from app.storage.rows import write_change
from app.storage.saving import Failures

Taken: TypeAlias = Performed | Thinned | Whole
"""What is written at once: a step, a history that was thinned out, or a project that is put back whole."""


class WrittenFile:
    """The file, and the connection to it while there is one."""

    def __init__(
        self,
        path: Path,
        ending: Ending,
        stamp: Stamp,
        steps: Iterable[Step],
        rows: int,
        pictures: PictureStore,
        failures: Failures,
    ) -> None:
        self._path = path
        self._engine = engine_for(path, "rw")
        self._pictures = pictures
        self._file = FileAsLeft(path, ending, stamp, steps)
        self._failures = failures
        self._connection: Connection | None = None
        self._tidying: Iterator[None] | None = None
        self._rows = rows
        """Steps that stand in rows of their own."""

    @property
    def size(self) -> int:
        """Bytes of it, as it was left; nothing is asked of the disk."""
        return self._file.size

    @property
    def has_much_to_tidy(self) -> bool:
        return self._rows >= KEPT + LEAST

    def require_in_place(self) -> None:
        """Require that what was saved is there. Reads nothing where the file looks as it did when read.

        Raises GoneError or BusyFileError.
        """
        if not self._failures.is_gone and self._file.looks_as_read:
            return
        if self._file.require_in_place():
            # SQLite itself would not see every change, and goes on with a file that has no name any more.
            self.disconnect()
        self._connect()

    def write(self, taken: Taken) -> None:
        """Have it in the file. Raises GoneError where that is not as it was left."""
        if isinstance(taken, Whole):
            self._put_back(taken)
            return
        connection = self._ours()
        with connection.begin():
            before, ending = self._file.required_ending(connection), None
            if isinstance(taken, Thinned):
                write_thinned(connection, taken)
                drop_unused_pictures(connection, taken.changes.values(), self._pictures)
                give_back(connection)
            else:
                write_change(connection, taken.applied)
                write_pictures(connection, pictures_in(taken.applied), self._pictures)
                ending = write_step(connection, taken)
            if ending is None or ending.number < before.number:
                ending = ending_of(connection)
            self._file.may_end_with(ending)
        self._file.was_written(ending, taken)
        self._rows = len(taken.steps) if isinstance(taken, Thinned) else self._rows + taken.is_kept

    def tidy(self, however_little: bool) -> bool:
        """Do one piece of tidying, unless asked only where there is much. Returns whether it was the last."""
        connection = self._ours()
        if self._tidying is None:
            self._tidying = tidying(connection, 1 if however_little else LEAST)
        is_done = next(self._tidying, self) is self
        self._file.was_tidied()
        if is_done:
            self._rows, self._tidying = KEPT, None
        return is_done

    def disconnect(self) -> None:
        """Let go of the connection, and of what was begun with it."""
        self._tidying = None
        if self._connection is not None:
            with suppress(DBAPIError):
                self._connection.close()
            self._connection = None

    def _connect(self) -> Connection:
        if self._connection is None:
            self._connection = self._engine.connect()
        return self._connection

    def _ours(self) -> Connection:
        """A connection to the file, which is as it was left, so far as it can be told from outside."""
        if self._failures.is_gone or (not self._failures.in_a_row and not self._file.looks_as_left):
            self.require_in_place()
        return self._connect()

    def _put_back(self, whole: Whole) -> None:
        put = put_back(self._path, whole, self._connection if self._file.is_elsewhere else None)
        self.disconnect()
        self._file.was_put_back(put)
        self._rows = len(put.steps)
        whole.then(put)


def folded(queue: deque[Taken]) -> tuple[Taken, int]:
    """The first in the queue with all further growings of its step as one, and their number."""
    taken, count = queue[0], 1
    while isinstance(taken, Performed) and count < len(queue):
        more = queue[count]
        if not isinstance(more, Performed) or more.step != taken.step:
            break
        taken = Performed(more.step, taken.applied.then(more.applied), more.whole)
        count += 1
    return taken, count
