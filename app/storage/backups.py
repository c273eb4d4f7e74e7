"""Copies of projects in a folder of the user's: verified, no state twice, the old ones thinned out.

Each project has a folder there, named for its file and for where that is.
"""

import hashlib
import os
import re
import sqlite3
from collections.abc import Iterable
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from app.paths import resolved
from app.storage.errors import UnreadableFileError
from app.storage.loading import load
from app.storage.new_file import sync_folder
from app.storage.reading import reading, require_sound_pages

NEWEST_KEPT = 10
DAYS_KEPT = timedelta(days=30)
_PAGES_AT_ONCE = 500
_NAME = "%Y-%m-%d %H.%M.%S.journey"


@dataclass(frozen=True, slots=True)
class Backup:
    """A copy of a project as it was at a time."""

    path: Path
    at: datetime


def back_up(path: Path, folder: Path) -> Backup | None:
    """Copy a project and read the copy back. None where it did not change since the last backup.

    Raises OSError or a ProjectFileError, having left nothing half-done. Those who write the project meanwhile
    wait for a moment at most.
    """
    path = resolved(path)
    made = backups_of(path, folder)
    if made and path.stat().st_mtime <= made[0].path.stat().st_mtime:
        return None
    at = datetime.now(UTC).replace(microsecond=0)
    place = _folder_of(path, folder)
    place.mkdir(parents=True, exist_ok=True)
    copy = place / at.strftime(_NAME)
    draft = copy.with_suffix(".part")
    try:
        try:
            _copy(path, draft)
        except sqlite3.Error as error:
            raise UnreadableFileError(path, str(error)) from error
        _verify(draft)
        draft.replace(copy)
        sync_folder(place)
    finally:
        draft.unlink(missing_ok=True)
    for old in outlived([backup.at for backup in backups_of(path, folder)], at):
        (place / old.strftime(_NAME)).unlink(missing_ok=True)
    return Backup(copy, at)


def backups_of(path: Path, folder: Path) -> list[Backup]:
    """The backups of a project, the newest first."""
    found = []
    for copy in _folder_of(resolved(path), folder).glob("*.journey"):
        try:
            at = datetime.strptime(copy.name, _NAME).replace(tzinfo=UTC)
        except ValueError:
            continue
        found.append(Backup(copy, at))
    return sorted(found, key=lambda backup: backup.at, reverse=True)


def outlived(times: Iterable[datetime], now: datetime) -> set[datetime]:
    """Which backups are to go: all but the ten newest and, of the last 30 days, the last of each."""
    newest_first = sorted(times, reverse=True)
    kept = set(newest_first[:NEWEST_KEPT])
    days = {at.date() for at in kept}
    for at in newest_first[NEWEST_KEPT:]:
        if at.date() not in days and now - at <= DAYS_KEPT:
            days.add(at.date())
            kept.add(at)
    return set(newest_first) - kept


def _copy(path: Path, draft: Path) -> None:
    """By SQLite's backup interface: VACUUM INTO would need ATTACH, which is forbidden on our connections."""
    draft.unlink(missing_ok=True)
    with reading(path) as connection, closing(sqlite3.connect(draft)) as target:
        source = connection.connection.driver_connection
        assert isinstance(source, sqlite3.Connection)
        source.backup(target, pages=_PAGES_AT_ONCE, sleep=0.01)
        target.execute("PRAGMA journal_mode = DELETE")
    with draft.open("rb+") as file:
        os.fsync(file.fileno())


def _verify(draft: Path) -> None:
    with reading(draft) as connection:
        require_sound_pages(connection, draft)
        load(connection)


def _folder_of(path: Path, folder: Path) -> Path:
    number = hashlib.sha256(os.fsencode(path)).hexdigest()[:12]
    word = re.sub(r"[^\w -]", "", path.stem)[:40].strip() or "project"
    return folder / f"{word} {number}"
