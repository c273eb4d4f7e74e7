"""Copies of projects in a folder of the user's: verified, no state twice, the old ones thinned out.

Each project has a folder there, named for its file and for where that is. What is in a backup counts, never
when it was made: a clock that was once ahead must not keep the next backups from being made.
"""

import errno
import os
import shutil
import sqlite3
import stat
from collections.abc import Iterable
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from time import monotonic

from app.file_names import file_name, mark_of
from app.language.phrases import Phrase, phrase
from app.language.system_words import why
from app.language.words import megabytes
from app.paths import in_text, resolved
from app.storage.errors import BusyFileError, NoBackupError, ProjectFileError
from app.storage.new_file import sync_folder
from app.storage.opening.loading import load
from app.storage.opening.reading import reading, require_sound_pages

NEWEST_KEPT = 10
DAYS_KEPT = timedelta(days=30)
SECONDS_TO_WAIT = 20.0
"""How long another program may keep a project busy until its backup is put off."""
_PAGES_AT_ONCE = 500
_BYTES_AT_ONCE = 1 << 20
_NAME = "%Y-%m-%d %H.%M.%S.journey"
_HEADER = 100
_COUNTERS = ((24, 28), (40, 44), (92, 100))
"""Where SQLite counts, in a file's header, how often it was written to, and by which SQLite."""


@dataclass(frozen=True, slots=True)
class Backup:
    """A copy of a project as it was at a time."""

    path: Path
    at: datetime


def back_up(path: Path, folder: Path) -> Backup | None:
    """Copy a project and read the copy back. None where one of the backups holds the same.

    Raises NoBackupError, having left nothing half-done. Those who write the project meanwhile wait for a
    moment at most.
    """
    path = resolved(path)
    place = _folder_of(path, folder)
    try:
        place.mkdir(parents=True, exist_ok=True)
        return _back_up(path, place)
    except OSError as error:
        reason = phrase(
            "The folder {folder} cannot be written to ({reason}). Free some space or allow writing there.",
            folder=in_text(place),
            reason=why(error),
        )
        raise NoBackupError(path, reason) from error
    except sqlite3.Error as error:
        raise NoBackupError(path, _not_written(place, error)) from error
    except ProjectFileError as error:
        raise NoBackupError(path, error.phrase) from error


def _not_written(place: Path, error: sqlite3.Error) -> Phrase:
    return phrase(
        "The copy in {folder} cannot be written ({reason}).", folder=in_text(place), reason=str(error)
    )


def _back_up(path: Path, place: Path) -> Backup | None:
    at = datetime.now(UTC).replace(microsecond=0)
    while (copy := place / at.strftime(_NAME)).exists():
        at += timedelta(seconds=1)
    made = _backups_in(place)
    draft = copy.with_suffix(".part")
    _sweep(place)
    try:
        _copy(path, draft)
        if any(_holds_the_same(draft, backup.path) for backup in made):
            return None
        _sync(draft)
        _verify(draft)
        draft.replace(copy)
        sync_folder(place)
    finally:
        draft.unlink(missing_ok=True)
    for old in outlived([backup.at for backup in (*made, Backup(copy, at))], at):
        (place / old.strftime(_NAME)).unlink(missing_ok=True)
    return Backup(copy, at)


def backups_of(path: Path, folder: Path) -> list[Backup]:
    """The backups of a project, the newest first."""
    return _backups_in(_folder_of(resolved(path), folder))


def move_backups(path: Path, to: Path, folder: Path) -> None:
    """Let the backups of a project whose file was renamed be found under its new name. May raise OSError."""
    before, after = _folder_of(path, folder), _new_folder_of(to, folder)
    if before.is_dir() and not after.exists():
        before.rename(after)


def outlived(times: Iterable[datetime], now: datetime) -> set[datetime]:
    """Which backups are to go: all but the ten newest and, of the last 30 days, the last of each.

    Those that say they are of later than now come of a clock that was ahead, and count as the oldest.
    """
    newest_first = sorted(times, key=lambda at: (at <= now, at), reverse=True)
    kept = set(newest_first[:NEWEST_KEPT])
    days = {at.date() for at in kept}
    for at in newest_first[NEWEST_KEPT:]:
        if at.date() not in days and now - at <= DAYS_KEPT:
            days.add(at.date())
            kept.add(at)
    return set(newest_first) - kept


def _backups_in(place: Path) -> list[Backup]:
    found = []
    for copy in place.glob("*.journey"):
        try:
            at = datetime.strptime(copy.name, _NAME).replace(tzinfo=UTC)
        except ValueError:
            continue
        found.append(Backup(copy, at))
    return sorted(found, key=lambda backup: backup.at, reverse=True)


def _copy(path: Path, draft: Path) -> None:
    """By SQLite's backup interface: VACUUM INTO would need ATTACH, which is forbidden on our connections."""
    draft.unlink(missing_ok=True)
    _require_room(path.stat().st_size, draft.parent)
    with reading(path) as connection, closing(sqlite3.connect(draft)) as target:
        source = connection.connection.driver_connection
        assert isinstance(source, sqlite3.Connection)
        # It is synced once it is known to be kept.
        target.execute("PRAGMA synchronous = OFF")
        source.backup(target, pages=_PAGES_AT_ONCE, sleep=0.01, progress=_Patience(path))
        target.execute("PRAGMA journal_mode = DELETE")


def _require_room(size: int, place: Path) -> None:
    """Raises OSError where a copy would take more than half of what is free: the disk is the user's."""
    if size > shutil.disk_usage(place).free // 2:
        raise OSError(errno.ENOSPC, phrase("{size} would fill the disk", size=megabytes(size)))


class _Patience:
    """Ends a copy where another program keeps the file busy for long: SQLite would wait for ever."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._end: float | None = None

    def __call__(self, status: int, remaining: int, pages: int) -> None:
        if status not in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
            self._end = None
        elif self._end is None:
            self._end = monotonic() + SECONDS_TO_WAIT
        elif monotonic() > self._end:
            raise BusyFileError(self._path)


def _holds_the_same(draft: Path, made: Path) -> bool:
    """Whether two copies are alike but for what SQLite counts; a backup that cannot be read is like none."""
    try:
        found = made.stat()
        if not stat.S_ISREG(found.st_mode) or found.st_size != draft.stat().st_size:
            return False
        with draft.open("rb") as one, made.open("rb") as other:
            if _without_counters(one.read(_HEADER)) != _without_counters(other.read(_HEADER)):
                return False
            while content := one.read(_BYTES_AT_ONCE):
                if content != other.read(_BYTES_AT_ONCE):
                    return False
    except OSError:
        return False
    return True


def _without_counters(header: bytes) -> bytes:
    plain = bytearray(header)
    for start, end in _COUNTERS:
        plain[start:end] = bytes(end - start)
    return bytes(plain)


def _sync(draft: Path) -> None:
    with draft.open("rb+") as file:
        os.fsync(file.fileno())


def _verify(draft: Path) -> None:
    with reading(draft) as connection:
        require_sound_pages(connection, draft)
        load(connection)


def _sweep(place: Path) -> None:
    """Take away what a program left that was ended while it made a backup, an hour ago or more."""
    now = datetime.now(UTC).timestamp()
    for left in place.glob("*.part*"):
        if abs(now - left.lstat().st_mtime) > timedelta(hours=1).total_seconds():
            left.unlink(missing_ok=True)


def _folder_of(path: Path, folder: Path) -> Path:
    """The folder of a project's backups; one that was named by other rules is known by its mark."""
    new = _new_folder_of(path, folder)
    return new if new.is_dir() else next(folder.glob(f"* {_mark(path)}"), new)


def _new_folder_of(path: Path, folder: Path) -> Path:
    return folder / file_name(path.stem[:40], otherwise="project", tail=f" {_mark(path)}")


def _mark(path: Path) -> str:
    return mark_of(path)[:12]
