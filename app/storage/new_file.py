"""Making a new project file whole or not at all: beside its place, synced, then renamed into it."""

import os
import sys
from functools import lru_cache
from pathlib import Path

from sqlalchemy import Connection, insert
from sqlalchemy.dialects.sqlite import dialect
from sqlalchemy.schema import CreateIndex, CreateTable

from app.file_names import unfinished
from app.model.document import Document
from app.storage.engine import engine_for
from app.storage.opening.neighbours import clear_place, journal_of
from app.storage.picture_rows import write_pictures
from app.storage.rows import insert_records
from app.storage.tables import APPLICATION_ID, REVISION, SCHEMA, metadata


def write_new_file(path: Path, document: Document) -> None:
    """Write a project file, replacing what is there. Raises OSError or DBAPIError, having changed nothing."""
    draft = unfinished(path)
    try:
        engine = engine_for(draft, "rwc")
        with engine.connect() as connection, connection.begin():
            make_tables(connection)
            insert_records(connection, document)
            write_pictures(connection, document.pictures(), document.picture_store)
        # A journal of the file that is replaced would be rolled back into the new one.
        clear_place(path)
        draft.replace(path)
        sync_folder(path.parent)
    finally:
        draft.unlink(missing_ok=True)
        journal_of(draft).unlink(missing_ok=True)


def make_tables(connection: Connection) -> None:
    """The newest schema in an empty file, marked as a project and as needing no migration."""
    connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.exec_driver_sql(f"PRAGMA user_version = {SCHEMA}")
    for statement in _table_statements():
        connection.exec_driver_sql(statement)
    connection.execute(insert(REVISION), {"version_num": revision(SCHEMA)})


@lru_cache(maxsize=1)
def _table_statements() -> tuple[str, ...]:
    """What makes the tables and their indexes: worked out once, as that takes longer than to write them."""
    sqlite = dialect()
    made: list[str] = []
    for table in metadata.sorted_tables:
        made.append(str(CreateTable(table).compile(dialect=sqlite)))
        indexes = sorted(table.indexes, key=lambda index: str(index.name))
        made += [str(CreateIndex(index).compile(dialect=sqlite)) for index in indexes]
    return tuple(made)


def revision(schema: int) -> str:
    """The name of the migration that makes a schema."""
    return f"{schema:04}"


def sync_folder(folder: Path) -> None:
    """Have a rename survive a power cut, where the system needs to be asked for that."""
    if sys.platform == "win32":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
