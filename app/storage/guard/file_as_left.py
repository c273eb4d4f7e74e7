"""What the writer knows of its file: how it left it, so that it sees when somebody else was there."""

from collections.abc import Iterable
from pathlib import Path

from sqlalchemy import Connection

from app.model.change import Edit
from app.model.history.steps import Performed, Step, Thinned
from app.model.records import Id
from app.storage.errors import GoneError
from app.storage.guard.ending import Ending, Stamp, ending_of, stamp_of
from app.storage.guard.known_steps import KnownSteps
from app.storage.guard.looking import REPLACED, require_in_place
from app.storage.guard.putting_back import Put

MOST_LOOKED_FOR = 300
"""Records, changed last, that are looked for in a file that looks otherwise."""


class FileAsLeft:
    """What the file looks like, its history and what that ends with, and the edits that were written last."""

    def __init__(self, path: Path, ending: Ending, stamp: Stamp, steps: Iterable[Step]) -> None:
        self._path = path
        self._endings = {ending}
        """What the file may end with: one, or several where a commit failed that may have been made."""
        self._known = stamp
        """What the file looked like when we wrote to it last, or found that all of it is ours."""
        self._seen: Stamp | None = None
        """What it looked like when its ending was found to be ours, long enough after it changed last."""
        self._steps = KnownSteps(steps)
        self._done: dict[Id, Edit] = {}
        """The last edits that were written, by their record."""

    @property
    def size(self) -> int:
        """Bytes of it, as it was left."""
        return self._known.size

    @property
    def looks_as_left(self) -> bool:
        """Whether it looks as when we wrote to it last."""
        return self._stamp() == self._known

    @property
    def looks_as_read(self) -> bool:
        """Whether it looks as when it was read last and all was ours: it need not be read again."""
        return self._seen is not None and self._stamp() == self._seen

    def require_in_place(self) -> bool:
        """Read whether what was saved is there. Returns whether the file looks otherwise than it was left.

        Raises GoneError or BusyFileError.
        """
        # After a commit that failed it is not known what was done.
        is_known = len(self._endings) == 1
        steps, done = (self._steps, self._done.values()) if is_known else (None, ())
        stamp = require_in_place(self._path, self._endings, self._known, steps, done)
        is_other = stamp != self._known
        self._known, self._seen = stamp, stamp if stamp.is_settled else None
        return is_other

    def required_ending(self, connection: Connection) -> Ending:
        """Raises GoneError unless the history ends as it was left, or as the failed commit left it."""
        found = ending_of(connection)
        if found not in self._endings:
            raise GoneError(REPLACED)
        return found

    def may_end_with(self, ending: Ending) -> None:
        """Before a commit: whether one that fails was made is known only by looking."""
        self._endings.add(ending)

    def was_written(self, ending: Ending, taken: Performed | Thinned) -> None:
        """After a commit: remember what the file is now, and what each record was left as, the last ones."""
        self._endings = {ending}
        self.was_tidied()
        if isinstance(taken, Thinned):
            self._steps = KnownSteps(taken.steps)
            return
        self._steps.take(taken, ending)
        for edit in taken.applied:
            self._done.pop(edit.record.id, None)
            self._done[edit.record.id] = edit
        for id in tuple(self._done)[: max(len(self._done) - MOST_LOOKED_FOR, 0)]:
            del self._done[id]

    def was_tidied(self) -> None:
        self._known = stamp_of(self._path)

    @property
    def is_elsewhere(self) -> bool:
        """Whether the file that we wrote to is not what lies in its place."""
        lies_there = self._stamp()
        return lies_there is None or not lies_there.is_same_file(self._known)

    def was_put_back(self, put: Put) -> None:
        self._endings = {put.ending}
        self._known, self._seen = put.stamp, None
        self._steps = KnownSteps(put.steps)
        self._done.clear()

    def _stamp(self) -> Stamp | None:
        try:
            return stamp_of(self._path)
        except OSError:
            return None
