"""An open project: its document and history, and the file that follows them.

There is nothing to save: each step of the history goes to the file as it is taken.
"""

from collections.abc import Callable, Iterable, Sequence
from contextlib import ExitStack, suppress
from pathlib import Path
from types import TracebackType
from typing import NamedTuple, Self

from sqlalchemy.exc import DBAPIError

from app.language.phrases import Phrase, phrase
from app.language.system_words import why
from app.model.document import Document
from app.model.history.history import History
from app.model.history.steps import Step
from app.model.pictures import PictureStore
from app.model.records import Id
from app.paths import resolved
from app.storage.errors import (
    BUSY,
    AlreadyExistsError,
    DamagedFileError,
    InUseError,
    NotInPlaceError,
    NotSavedError,
    NotSeenError,
    NotWritableError,
    ProjectFileError,
    writing_sentence,
)  # fmt: skip
from app.storage.guard.ending import Ending, Stamp, ending_of, stamp_of
from app.storage.guard.lock import Holder, Lock, acquire, opened_by
from app.storage.guard.putting_back import Put, Whole
from app.storage.history.history_rows import count_rows
from app.storage.history.recall import Recall
from app.storage.new_file import write_new_file
from app.storage.opening.loading import load
from app.storage.opening.reading import (
    read_schema,
    reading,
    require_file,
    require_file_kind,
    require_sound_pages,
    up_to_date,
)
from app.storage.opening.settling import Settled
from app.storage.opening.upgrading import fault_of_upgrade, with_losses
from app.storage.picture_rows import load_picture
from app.storage.saving import Listener, SaveState
from app.storage.tables import SCHEMA
from app.storage.writer import Writer


class Seen(NamedTuple):
    """What the file was when it was read: its history's end, its looks, its steps and how many have rows."""

    ending: Ending
    stamp: Stamp
    steps: Sequence[Step]
    rows: int


class ProjectFile:
    """A project that is open. Made by `create` or `open`, ended by `close`; also a context manager.

    `why_read_only` is a sentence, or None where changes are written to the file; `notice` is one where
    something lay beside the file that does not belong to it, or an old file lost something.
    """

    def __init__(
        self,
        path: Path,
        document: Document,
        steps: list[Step],
        lock: Lock | None,
        why_read_only: Phrase | None = None,
        source: Path | None = None,
        held: ExitStack | None = None,
        seen: Seen | None = None,
        holder: Holder | None = None,
        notice: Phrase | None = None,
    ) -> None:
        self.path = path
        self.document = document
        self.why_read_only = why_read_only
        self.notice = notice
        self._source = source or path
        self.history = History(document, recorded=steps, recall=Recall(lambda: reading(self._source)))
        self._held = held or ExitStack()
        self._lock = lock
        self._writer: Writer | None = None
        document.picture_store.fetch = self._fetch_picture
        self.holder = holder
        """Who has it open for writing, where somebody else has."""
        self.spares: Callable[[], Iterable[Path]] = tuple
        """Gives other copies of the file, the newest first: backups."""
        if lock is not None and seen is not None:
            self._writer = Writer(path, *seen, picture_store=document.picture_store)
            self._held.callback(self.history.keep_with(self._writer))

    @classmethod
    def create(cls, path: Path, document: Document, overwrite: bool = False) -> Self:
        """Write a new file and open it: whole, or not at all.

        Raises AlreadyExistsError, IsAFolderError, InUseError or NotWritableError.
        """
        path = resolved(path)
        try:
            if _is_there(path) and not overwrite:
                raise AlreadyExistsError(path)
            lock = acquire(path)
            if isinstance(lock, Holder):
                raise InUseError(path, opened_by(lock))
            try:
                write_new_file(path, document)
                stamp = stamp_of(path)
                with reading(path) as connection:
                    seen = Seen(ending_of(connection), stamp, (), 0)
            except BaseException:
                lock.release()
                raise
        except OSError as error:
            raise NotWritableError(path, why(error)) from error
        except DBAPIError as error:
            raise NotWritableError(path, str(error.orig)) from error
        # A copy of a document shares the store of the first, which must go on reading its own file.
        document.picture_store = PictureStore()
        lock.hold_file(path)
        return cls(path, document, [], lock, seen=seen)

    @classmethod
    def open(cls, path: Path, read_only: bool = False, take_over: bool = False) -> Self:
        """Open a project; for reading only where it cannot be written, or where somebody else has it open.

        `take_over` opens it for writing all the same. Raises a ProjectFileError that says what is wrong with
        the file, which is then left as it was.
        """
        path = resolved(path)
        require_file(path)
        claim = _Claim(None, _only(path, phrase("as asked for"))) if read_only else _claim(path, take_over)
        lock, why_not, holder = claim
        held = ExitStack()
        try:
            found = held.enter_context(up_to_date(path))
            if not found.is_proven:
                raise DamagedFileError(path, phrase("whole neither with the journal beside it nor without"))
            stamp = stamp_of(path)
            with reading(found.path) as connection:
                require_sound_pages(connection, path)
                document, steps = load(connection)
                seen = Seen(ending_of(connection), stamp, steps, count_rows(connection))
                fault = None if lock is None else fault_of_upgrade(connection, found)
            if lock is not None and fault is not None:
                lock.release()
                lock, why_not = None, _only_as(path, fault)
            notice = found.notice
            if lock is not None:
                lock, why_not, notice = _made_ready(found, lock)
            notice = with_losses(notice, path, found, is_kept=lock is not None)
            if lock is not None:
                if read_schema(path) < SCHEMA:
                    _migrate(path)
                held.close()
        except BaseException:
            held.close()
            if lock is not None:
                lock.release()
            raise
        source = path if lock is not None else found.path
        return cls(path, document, steps, lock, why_not, source, held, seen, holder, notice)

    @property
    def read_only(self) -> bool:
        """Whether changes stay in memory and are lost on closing."""
        return self._writer is None

    @property
    def size(self) -> int:
        """Bytes of the file as it was left, known without asking the disk; of what is only read, nothing."""
        return 0 if self._writer is None else self._writer.size

    @property
    def state(self) -> SaveState:
        """How saving stands now."""
        return SaveState() if self._writer is None else self._writer.state

    def subscribe(self, listener: Listener) -> Callable[[], None]:
        """Have `listener` told how saving stands, in the writer's thread. Returns what ends that."""
        return (lambda: None) if self._writer is None else self._writer.subscribe(listener)

    def wait_until_saved(self, timeout: float | None = None) -> bool:
        """Whether everything was on the disk within that many seconds."""
        return self._writer is None or self._writer.wait_until_saved(timeout)

    def try_again(self) -> None:
        """Where saving failed, do not wait for the next attempt."""
        if self._writer is not None:
            self._writer.try_again()

    def look(self) -> None:
        """Have it looked at once, by the writer, whether what was saved is still in its place."""
        if self._writer is not None:
            self._writer.look()

    def wait_until_looked(self, timeout: float | None = None) -> bool:
        """Look, and wait so many seconds for what is found. Returns whether all is saved and in its place."""
        return self._writer is None or self._writer.wait_until_looked(timeout)

    def put_back(self, then: Callable[[str], object]) -> None:
        """Have the whole project written anew to its place; `then` is told in another thread what came of it.

        What lies there now is kept under another name. Returns at once; where it fails, `state` says so and
        it is tried again.
        """
        if self._writer is None or self._lock is None:
            return
        lock, history = self._lock, self.history

        def done(put: Put) -> None:
            lock.hold_file(self.path)
            history.know_from(put.first)
            then(str(put))

        whole = Whole(self.document.copy(), history.steps, history.changes, self.spares, done)
        # Until it is known what was found: nothing must be undone that the file may not have.
        history.know_from(whole.first_in_memory)
        self._writer.put_back(whole)

    def tidy(self, timeout: float | None = None) -> bool:
        """Make the file small now, not in a quiet moment. Returns whether so many seconds were enough."""
        return self._writer is None or self._writer.tidy(timeout)

    def finish(self, timeout: float | None = None) -> bool:
        """Wait, so many seconds, for the last commit or one more attempt that fails. Whether all is saved."""
        return self._writer is None or self._writer.finish(timeout)

    def not_saved(self) -> NotSavedError:
        """What to say where not all is saved, or not there any more."""
        state = self.state
        error: type[NotSavedError] = NotInPlaceError if state.is_gone else NotSeenError
        if state.pending:
            error = NotSavedError
        return error(self.path, state.sentence or BUSY)

    def close(self, abandon: bool = False) -> None:
        """Wait for the last commit and let go of the file.

        Raises NotSavedError where something cannot be written: the project then stays open, and may be closed
        again later; or with `abandon`, which gives up what is not on the disk.
        """
        if self._writer is not None:
            if not abandon and not self._writer.finish():
                raise self.not_saved()
            self._writer.close(abandon)
        self._held.close()
        if self._lock is not None:
            self._lock.release()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        try:
            self.close()
        except NotSavedError:
            self.close(abandon=True)
            raise

    def _fetch_picture(self, id: Id) -> bytes | None:
        """A picture out of the file; where that is gone, out of a copy, or it is lost."""
        try:
            with reading(self._source) as connection:
                return load_picture(connection, id)
        except ProjectFileError:
            if not self.state.is_gone:
                raise
        for spare in self.spares():
            with suppress(ProjectFileError), reading(spare) as connection:
                if (found := load_picture(connection, id)) is not None:
                    return found
        return None


def _is_there(path: Path) -> bool:
    """Whether there is a file. Raises ProjectFileError or OSError where what is there may not be replaced."""
    try:
        require_file_kind(path)
    except FileNotFoundError:
        return False
    return True


class _Claim(NamedTuple):
    """The right to write the file; or a sentence why there is none, and who has it."""

    lock: Lock | None
    why_not: Phrase | None = None
    holder: Holder | None = None


def _claim(path: Path, take_over: bool) -> _Claim:
    try:
        lock = acquire(path, take_over)
    except OSError as error:
        reason = phrase("its folder cannot be written to ({reason})", reason=why(error))
        return _Claim(None, _only(path, reason))
    if isinstance(lock, Holder):
        return _Claim(None, _only(path, opened_by(lock)), lock)
    if (other := lock.hold_file(path, take_over)) is not None:
        lock.release()
        reason = phrase("under another name {reason}", reason=opened_by(other))
        return _Claim(None, _only(path, reason), other)
    return _Claim(lock)


def _made_ready(found: Settled, lock: Lock) -> tuple[Lock | None, Phrase | None, Phrase | None]:
    """The lock, where what was read is now in the file itself; else why it is not. And what was set aside."""
    try:
        return lock, None, found.apply()
    except (DBAPIError, OSError) as error:
        lock.release()
        if isinstance(error, OSError):
            return None, _only(found.original, why(error)), found.notice
        return None, _only_as(found.original, writing_sentence(error)), found.notice


def _migrate(path: Path) -> None:
    from app.storage.opening.migrate import migrate

    try:
        migrate(path)
    except OSError as error:
        raise NotWritableError(path, why(error)) from error


def _only(path: Path, reason: Phrase) -> Phrase:
    return phrase("{name} is open for reading only: {reason}.", name=path.name, reason=reason)


def _only_as(path: Path, sentence: Phrase) -> Phrase:
    return phrase("{name} is open for reading only. {sentence}", name=path.name, sentence=sentence)
