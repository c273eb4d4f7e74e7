"""Reading a project file without ever writing to it, whatever state it is in."""

import os
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from sqlalchemy import Connection
from sqlalchemy.exc import DBAPIError

from app.storage.engine import engine_for, has_unfinished_commit, journal_of
from app.storage.errors import (
    DamagedFileError,
    ForeignDatabaseError,
    IsAFolderError,
    MissingFileError,
    NewerVersionError,
    UnreadableFileError,
    is_busy,
    reading_error,
)  # fmt: skip
from app.storage.tables import APPLICATION_ID, SCHEMA


def resolved(path: Path) -> Path:
    """The file that a path leads to. Raises UnreadableFileError where its links lead nowhere."""
    try:
        return path.resolve()
    except (RuntimeError, OSError) as error:
        # Python 3.13 on says OSError, or nothing and lets the file be missing.
        raise UnreadableFileError(path, "its name leads in a circle") from error


@contextmanager
def reading(path: Path) -> Iterator[Connection]:
    """A connection in one read transaction, from which nothing can be written.

    What a crash left half-committed is rolled back in a copy. SQLite's errors come out as ProjectFileErrors.
    """
    _require_file(path)
    try:
        with _whole(path) as whole, engine_for(whole, "ro").connect() as connection:
            yield connection
    except DBAPIError as error:
        raise reading_error(error, path) from error
    except UnicodeDecodeError as error:
        # sqlite3 cannot tell SQLite's own message where that quotes a broken name.
        raise DamagedFileError(path, "its list of tables is broken") from error


def read_schema(path: Path) -> int:
    """The number of the file's schema. Raises a ProjectFileError where it is no project of this program."""
    with reading(path) as connection:
        has_live_parts = _has_live_parts(connection)
        application = connection.exec_driver_sql("PRAGMA application_id").scalar_one()
        schema = int(connection.exec_driver_sql("PRAGMA user_version").scalar_one())
        if application != APPLICATION_ID:
            raise ForeignDatabaseError(path)
        if schema > SCHEMA:
            raise NewerVersionError(path, f"its form is {schema}, this program knows up to {SCHEMA}")
        if schema < 0 or has_live_parts:
            raise DamagedFileError(path, "its tables are not those of a project")
        return schema


def require_sound_pages(connection: Connection, path: Path) -> None:
    """Raises DamagedFileError where SQLite sees that parts of the file contradict each other.

    Without being asked, it would read what it can and say nothing of rows that are gone.
    """
    if connection.exec_driver_sql("PRAGMA quick_check(1)").scalar_one() != "ok":
        raise DamagedFileError(path, "its structure is broken")


@contextmanager
def up_to_date(path: Path) -> Iterator[Path]:
    """The file itself; or, where its schema is old, a migrated copy. For those who only read."""
    if read_schema(path) == SCHEMA:
        yield path
        return
    from app.storage.migrate import migrate_in_place

    with TemporaryDirectory(prefix="journeywall-") as folder:
        copy = Path(folder) / path.name
        with reading(path) as connection, closing(sqlite3.connect(copy)) as target:
            source = connection.connection.driver_connection
            assert isinstance(source, sqlite3.Connection)
            source.backup(target)
        migrate_in_place(copy)
        yield copy


def _has_live_parts(connection: Connection) -> bool:
    """Whether the file brings triggers, views or virtual tables, which a project never has."""
    parts = connection.exec_driver_sql(
        "SELECT 1 FROM sqlite_master WHERE type IN ('trigger', 'view') OR sql LIKE 'CREATE VIRTUAL%'"
    )
    return parts.first() is not None


def _require_file(path: Path) -> None:
    try:
        if path.is_dir():
            raise IsAFolderError(path)
        if not path.exists():
            raise MissingFileError(path)
        if path.stat().st_size == 0:
            raise DamagedFileError(path, "it is empty")
        if not os.access(path, os.R_OK):
            raise UnreadableFileError(path, "permission denied")
    except OSError as error:
        raise UnreadableFileError(path, error.strerror or str(error)) from error


@contextmanager
def _whole(path: Path) -> Iterator[Path]:
    """The file itself; or a repaired copy, where it can be read only after a rollback."""
    if not (has_unfinished_commit(path) and _needs_rollback(path)):
        yield path
        return
    with TemporaryDirectory(prefix="journeywall-") as folder:
        copy = Path(folder) / path.name
        for original in (path, journal_of(path)):
            shutil.copyfile(original, copy.with_name(original.name))
        roll_back(copy)
        yield copy


def _needs_rollback(path: Path) -> bool:
    try:
        with engine_for(path, "ro").connect() as connection:
            connection.exec_driver_sql("PRAGMA schema_version")
    except (DBAPIError, UnicodeDecodeError):
        return True
    return False


def roll_back(path: Path) -> None:
    """Take back what a crash left half-committed. Raises DBAPIError where the file cannot be written."""
    with engine_for(path, "rw").connect() as connection, connection.begin():
        connection.exec_driver_sql("PRAGMA schema_version")


def require_writable(path: Path) -> None:
    """Take back what a crash left half-committed. Raises DBAPIError where the file cannot be written.

    That another program keeps it busy just now does not matter: what is done meanwhile waits for that.
    """
    try:
        with engine_for(path, "rw", patience=0).connect() as connection, connection.begin() as nothing:
            nothing.rollback()
    except DBAPIError as error:
        if not is_busy(error):
            raise
