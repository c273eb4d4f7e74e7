"""Connections to a project file, set up so that a commit is durable and a hostile file can do nothing.

The reasons for the journal mode are in docs/adr/0007.
"""

import os
import sqlite3
import sys
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import Any, Literal, cast
from urllib.parse import quote

from sqlalchemy import Connection, Engine, NullPool, create_engine, event
from sqlalchemy.util import LRUCache

from app.limits import LARGEST_VALUE
from app.storage.errors import ProjectFileError, StrangeNeighbourError
from app.storage.opening.neighbours import has_unfinished_commit, journal_of, require_harmless, true_path
from app.threads import is_wanted

Mode = Literal["ro", "rw", "rwc"]
"""SQLite's own names: read only, read and write, create where it is missing."""

SECONDS_TO_WAIT = 5.0
"""How long a connection that writes waits for another program that keeps the file busy."""
SECONDS_TO_WAIT_READING = 1.5
"""How long one waits that reads: the window waits with it."""


_STEPS_BETWEEN_LOOKS = 100_000
"""Of SQLite's own machine: some milliseconds."""
_READS_WHAT_WAS_THERE = "reads_what_was_there"


class _Opened(sqlite3.Connection):
    """A connection that knows which file it has open: a link in the place may lead to another by now."""

    path: Path


def engine_for(path: Path, mode: Mode, foreign_keys: bool = True, patience: float | None = None) -> Engine:
    """An engine whose connections are opened where they are asked for and belong to that thread.

    `patience` is how many seconds they wait for another program, if not as long as they usually do.
    Connecting raises a ProjectFileError where SQLite must not see what lies beside the file.
    """
    if patience is None:
        patience = SECONDS_TO_WAIT_READING if mode == "ro" else SECONDS_TO_WAIT

    def connect() -> sqlite3.Connection:
        there = true_path(path)
        require_harmless(there, writes=mode != "ro")
        opened = sqlite3.connect(
            uri_of(there, mode),
            uri=True,
            isolation_level=None,
            timeout=patience,
            cached_statements=256,
            factory=_Opened,
        )
        opened.path = there
        return opened

    common = _common()
    pool = NullPool(cast(Any, connect), dialect=common.dialect)
    engine = Engine(pool, common.dialect, common.url, execution_options={"compiled_cache": _compiled})
    event.listen(engine, "connect", lambda connection, _: _set_up(connection, mode, foreign_keys))
    if mode == "ro":
        event.listen(engine, "begin", _begin)
    else:
        event.listen(engine, "begin", _begin_to_write)
        event.listen(engine, "close", lambda connection, _: _leave_one_file(connection))
    return engine


_compiled: LRUCache[object, object] = LRUCache(500)
"""Statements as SQL, for the engines of all files: to compile one takes longer than most take to be done."""


@cache
def _common() -> Engine:
    """What speaks SQLite for every file: by it the compiled statements are told apart."""
    made = create_engine("sqlite+pysqlite://", poolclass=NullPool)
    # It looks once at what SQLite can do.
    made.connect().close()
    return made


def uri_of(path: Path, mode: Mode) -> str:
    """The file as SQLite's URI; also for Windows drives and network shares."""
    posix = path.absolute().as_posix()
    rooted = posix if posix.startswith("/") else f"/{posix}"
    return f"file://{quote(os.fsencode(rooted))}?mode={mode}"


def reading_what_was_there(connection: Connection) -> Connection:
    """A connection that writes, to read from only: of a file that has no name any more.

    What lies in its place is another's, but a journal there would be taken for its own: to begin raises a
    ProjectFileError then.
    """
    return connection.execution_options(**{_READS_WHAT_WAS_THERE: True})


def roll_back(path: Path, patience: float | None = None) -> None:
    """Take back what a crash left half-committed. Raises DBAPIError where the file cannot be written."""
    with engine_for(path, "rw", patience=patience).connect() as connection, connection.begin():
        connection.exec_driver_sql("PRAGMA schema_version")


def _set_up(connection: sqlite3.Connection, mode: Mode, foreign_keys: bool) -> None:
    connection.setlimit(sqlite3.SQLITE_LIMIT_ATTACHED, 0)
    connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, LARGEST_VALUE)
    if sys.version_info >= (3, 12):
        connection.setconfig(sqlite3.SQLITE_DBCONFIG_DEFENSIVE, True)
    connection.execute("PRAGMA trusted_schema = OFF")
    connection.execute("PRAGMA cell_size_check = ON")
    connection.execute("PRAGMA mmap_size = 0")
    connection.execute("PRAGMA temp_store = MEMORY")
    connection.execute(f"PRAGMA foreign_keys = {'ON' if foreign_keys else 'OFF'}")
    if mode == "rwc":
        connection.execute("PRAGMA auto_vacuum = INCREMENTAL")
    if mode == "ro":
        # What is not wanted any more is not read to its end either.
        connection.set_progress_handler(lambda: not is_wanted(), _STEPS_BETWEEN_LOOKS)
    else:
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute("PRAGMA fullfsync = ON")
        connection.execute("PRAGMA journal_mode = TRUNCATE")


def _leave_one_file(connection: _Opened) -> None:
    """Have SQLite delete its journal, which it otherwise keeps, empty, beside the file.

    Beside a stranger it stays: SQLite would delete that as well.
    """
    with suppress(sqlite3.Error, ProjectFileError, OSError):
        require_harmless(connection.path, writes=True)
        connection.execute("PRAGMA journal_mode = DELETE")


def _begin(connection: Connection) -> None:
    """sqlite3 itself would begin too late, and not at all for DDL."""
    connection.exec_driver_sql("BEGIN")


def _begin_to_write(connection: Connection) -> None:
    """Taking the lock at once, so that a busy file is told before anything is written."""
    path = cast("_Opened", connection.connection.driver_connection).path
    if connection.get_execution_options().get(_READS_WHAT_WAS_THERE):
        if has_unfinished_commit(path):
            raise StrangeNeighbourError(path, journal_of(path).name)
        _begin(connection)
        return
    require_harmless(path, writes=True)
    connection.exec_driver_sql("BEGIN IMMEDIATE")
