"""Bringing an old project file up to the newest schema. The only module that needs Alembic.

Apart from it nothing imports this module before there is something to migrate: that costs 0.2 s.
"""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Lock

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection, create_engine
from sqlalchemy.exc import DBAPIError

from app.file_names import free_path
from app.language.phrases import phrase, tr
from app.model.upgrades import Message, Messages
from app.storage.engine import engine_for
from app.storage.errors import DamagedFileError, reading_error
from app.storage.new_file import revision
from app.storage.rescue.holes import copy_data
from app.storage.tables import SCHEMA

_ALEMBIC = Lock()
"""Alembic keeps what it works on for the whole process, and cannot do two things at once."""
SCRIPTS = Path(__file__).resolve().parent.parent / "migrations"


def migrate(path: Path) -> Path:
    """Migrate a file in one transaction, after keeping a copy beside it, whose path is returned.

    Raises OSError where there is no room for the copy, a ProjectFileError where the file cannot be migrated;
    the file is then as it was.
    """
    kept = _copy_beside(path)
    migrate_in_place(path)
    return kept


def migrate_in_place(path: Path) -> tuple[Message, ...]:
    """Migrate a file that is itself a copy. Returns what that did to records beside keeping them.

    Raises a ProjectFileError where it cannot be done.
    """
    try:
        with engine_for(path, "rw", foreign_keys=False).connect() as connection, connection.begin():
            messages = upgrade(connection)
            if connection.exec_driver_sql("PRAGMA foreign_key_check").first() is not None:
                raise DamagedFileError(path, phrase("parts of it refer to others that are missing"))
    except DBAPIError as error:
        raise reading_error(error, path) from error
    return messages


def upgrade(connection: Connection, to: int = SCHEMA) -> tuple[Message, ...]:
    """Run the migrations that a file lacks, inside the connection's transaction."""
    messages = Messages()
    config = Config(attributes={"connection": connection, "report": messages})
    config.set_main_option("script_location", str(SCRIPTS).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    with _ALEMBIC:
        command.upgrade(config, revision(to))
    connection.exec_driver_sql(f"PRAGMA user_version = {to}")
    return tuple(messages)


def parts_at(schema: int) -> dict[tuple[str, str, str], str | None]:
    """The tables and indexes that a file of a schema has: their type, name and table, with their SQL."""
    with _empty_file(schema) as connection:
        parts = connection.exec_driver_sql("SELECT type, name, tbl_name, sql FROM sqlite_master")
        return {(kind, name, table): sql for kind, name, table, sql in parts}


def columns_at(schema: int) -> dict[str, list[str]]:
    """The columns of each table in a file of a schema, in their order."""
    with _empty_file(schema) as connection:
        found: dict[str, list[str]] = {}
        columns = "sqlite_master made, pragma_table_info(made.name) has WHERE made.type = 'table'"
        asked = f"SELECT made.name, has.name FROM {columns} ORDER BY made.name, has.cid"
        for table, column in connection.exec_driver_sql(asked):
            found.setdefault(table, []).append(column)
        return found


@contextmanager
def _empty_file(schema: int) -> Iterator[Connection]:
    """What migrations make of nothing, in memory."""
    with create_engine("sqlite://").connect() as connection, connection.begin():
        upgrade(connection, schema)
        yield connection


def _copy_beside(path: Path) -> Path:
    tail = tr(" (before update{number})", number="{}")
    kept = free_path(path.parent, path.stem, path.suffix, otherwise=tr("Untitled"), tail=tail)
    _copy(path, kept)
    return kept


def _copy(path: Path, copy: Path) -> None:
    """Only where nothing is: a link that leads nowhere would have the copy written where it leads."""
    with copy.open("xb") as target:
        try:
            copy_data(path, target)
        except OSError:
            copy.unlink(missing_ok=True)
            raise
    shutil.copystat(path, copy)
