"""What the history in a file ends with, and how the file looks from outside: by these it is known again.

A file can be deleted, replaced or overwritten under an open window. Its writer must see that before it
writes, and without writing, at a price that can be paid every few seconds.
"""

import hashlib
import sqlite3
from pathlib import Path
from time import time_ns
from typing import NamedTuple

from sqlalchemy import Connection, select
from sqlalchemy.exc import DBAPIError

from app.model.records import Project
from app.storage.tables import HISTORY_BLOCK, TABLES

_LAST_ROW = "SELECT [number], [at], [payload] FROM [history] ORDER BY [number] DESC LIMIT 1"
"""Asked before each commit, so of the driver, which takes a tenth of the time that SQLAlchemy needs."""
_LAST_BLOCK = (
    select(HISTORY_BLOCK.c.last, HISTORY_BLOCK.c.steps).order_by(HISTORY_BLOCK.c.first.desc()).limit(1)
)
_UNSETTLED = 2_500_000_000
"""Nanoseconds: within these a file system may give two changes the same time (FAT counts in steps of 2 s)."""


class Ending(NamedTuple):
    """The last step: its number, when it was taken (microseconds), and a sum of what it did.

    A step that grows keeps its number and its time, so these alone would not do.
    """

    number: int
    at: int
    digest: bytes


def ending_of(connection: Connection) -> Ending:
    """How the history in a file ends: one row by its key. Without a history, by the project that it is."""
    if not connection.in_transaction():
        # As SQLAlchemy would by itself: what else is read now is of the same moment.
        connection.begin()
    driver = connection.connection.driver_connection
    assert isinstance(driver, sqlite3.Connection)
    try:
        row = driver.execute(_LAST_ROW).fetchone()
    except sqlite3.Error as error:
        raise DBAPIError.instance(_LAST_ROW, (), error, sqlite3.Error) from error
    if row is not None:
        return ending_with(*row)
    block = connection.execute(_LAST_BLOCK).first()
    if block is not None:
        return Ending(block.last, 0, _digest(block.steps))
    projects = connection.execute(select(TABLES[Project].c.id)).scalars()
    return Ending(0, 0, _digest("\n".join(map(str, projects)).encode()))


def ending_with(number: int, at: int, payload: object) -> Ending:
    """How a history ends whose last step stands in a row of these values."""
    return Ending(number, at, _digest(payload))


class Stamp(NamedTuple):
    """A file from outside. Whoever replaces it or writes to it changes one of these."""

    device: int
    inode: int
    size: int
    written: int
    changed: int

    def is_same_file(self, other: "Stamp") -> bool:
        return (self.device, self.inode) == (other.device, other.inode)

    @property
    def is_settled(self) -> bool:
        """Whether a further change of the file would surely show in its times."""
        return time_ns() - max(self.written, self.changed) > _UNSETTLED


def stamp_of(path: Path) -> Stamp:
    """Looks from outside only: to open and close the file here would drop SQLite's locks on it."""
    found = path.stat()
    return Stamp(found.st_dev, found.st_ino, found.st_size, found.st_mtime_ns, found.st_ctime_ns)


def _digest(content: object) -> bytes:
    return hashlib.sha256(content if isinstance(content, bytes) else str(content).encode()).digest()
