"""Reading a project file without ever writing to it, whatever state it is in."""

import errno
import os
import sqlite3
from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from sqlalchemy import Connection
from sqlalchemy.exc import DBAPIError

from app.language.phrases import phrase
from app.language.system_words import kind_words, why
from app.language.words import verbatim
from app.paths import other_kind
from app.storage.engine import engine_for
from app.storage.errors import (
    DamagedFileError,
    ForeignDatabaseError,
    IsAFolderError,
    MissingFileError,
    NewerVersionError,
    NotAFileError,
    UnreadableFileError,
    reading_error,
)  # fmt: skip
from app.storage.opening.known_schema import require_known_tables
from app.storage.opening.settling import Settled, settled
from app.storage.tables import APPLICATION_ID, SCHEMA


@contextmanager
def looked_at(path: Path) -> Iterator[Settled]:
    """The file, or a copy of it, that can be read whatever lies beside it. Raises a ProjectFileError."""
    require_file(path)
    with ExitStack() as held:
        try:
            found = held.enter_context(settled(path))
        except OSError as error:
            raise UnreadableFileError(path, why(error)) from error
        yield found


@contextmanager
def reading(path: Path) -> Iterator[Connection]:
    """A connection in one read transaction, from which nothing can be written.

    What a crash left half-committed is rolled back in a copy. SQLite's errors come out as ProjectFileErrors.
    """
    try:
        with looked_at(path) as found, engine_for(found.path, "ro").connect() as connection:
            yield connection
    except DBAPIError as error:
        raise reading_error(error, path) from error
    except UnicodeDecodeError as error:
        # sqlite3 cannot tell SQLite's own message where that quotes a broken name.
        raise DamagedFileError(path, phrase("its list of tables is broken")) from error


def read_schema(path: Path) -> int:
    """The number of the file's schema. Raises a ProjectFileError where it is no project of this program."""
    with reading(path) as connection:
        return schema_in(connection, path)


def schema_in(connection: Connection, path: Path) -> int:
    """The same, of a file that is read already."""
    # Only a table has SQLite look at the file's beginning.
    connection.exec_driver_sql("SELECT 1 FROM sqlite_master LIMIT 1").all()
    application = connection.exec_driver_sql("PRAGMA application_id").scalar_one()
    schema = int(connection.exec_driver_sql("PRAGMA user_version").scalar_one())
    if application != APPLICATION_ID:
        raise ForeignDatabaseError(path)
    if schema > SCHEMA:
        raise NewerVersionError(
            path,
            phrase(
                "its form is {number}, this program knows up to {newest}",
                number=str(schema),
                newest=str(SCHEMA),
            ),
        )
    if schema < 0:
        raise DamagedFileError(path, phrase("its tables are not those of a project"))
    require_known_tables(connection, path, schema)
    return schema


def require_sound_pages(connection: Connection, path: Path) -> None:
    """Raises DamagedFileError where SQLite sees that parts of the file contradict each other.

    Without being asked, it would read what it can and say nothing of rows that are gone.
    """
    if connection.exec_driver_sql("PRAGMA quick_check(1)").scalar_one() != "ok":
        raise DamagedFileError(path, phrase("its structure is broken"))


@contextmanager
def up_to_date(path: Path) -> Iterator[Settled]:
    """The file as `looked_at`; where its schema is old, a migrated copy. For those who only read."""
    with looked_at(path) as found:
        if read_schema(found.path) == SCHEMA:
            yield found
            return
        from app.storage.opening.migrate import migrate_in_place

        with ExitStack() as held:
            try:
                copy = Path(held.enter_context(TemporaryDirectory(prefix="journeywall-"))) / path.name
                with reading(found.path) as connection, closing(sqlite3.connect(copy)) as target:
                    source = connection.connection.driver_connection
                    assert isinstance(source, sqlite3.Connection)
                    source.backup(target)
                upgraded = migrate_in_place(copy)
            except (OSError, sqlite3.Error) as error:
                problem = why(error) if isinstance(error, OSError) else verbatim(str(error))
                reason = phrase(
                    "it is of an older form, and a copy to look at cannot be made: {problem}", problem=problem
                )
                raise UnreadableFileError(path, reason) from error
            yield replace(found, path=copy, upgraded=upgraded)


def require_file(path: Path) -> None:
    try:
        require_file_kind(path)
        if path.stat().st_size == 0:
            raise DamagedFileError(path, phrase("it is empty"))
        if not os.access(path, os.R_OK):
            raise UnreadableFileError(path, phrase("permission denied"))
    except (FileNotFoundError, NotADirectoryError) as error:
        raise MissingFileError(path) from error
    except OSError as error:
        raise UnreadableFileError(path, why(error)) from error


def require_file_kind(path: Path) -> None:
    """Raises IsAFolderError or NotAFileError where something else is there; OSError where nothing is."""
    try:
        kind = other_kind(path)
    except OSError as error:
        if error.errno == errno.ELOOP:
            raise UnreadableFileError(path, why(error)) from error
        raise
    if kind is not None:
        raise IsAFolderError(path) if path.is_dir() else NotAFileError(path, kind_words(kind))
