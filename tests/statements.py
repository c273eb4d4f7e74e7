"""Hears which SQL is executed, whoever asks for it: SQLAlchemy, or the driver without it."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import Connection, Engine, event


@contextmanager
def statements() -> Iterator[list[str]]:
    """The SQL of the transactions that begin meanwhile, in whatever thread."""
    found: list[str] = []

    def trace(connection: Connection) -> None:
        driver = connection.connection.driver_connection
        assert isinstance(driver, sqlite3.Connection)
        driver.set_trace_callback(found.append)

    event.listen(Engine, "begin", trace)
    try:
        yield found
    finally:
        event.remove(Engine, "begin", trace)
