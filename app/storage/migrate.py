"""Bringing an old project file up to the newest schema. The only module that needs Alembic.

Apart from it nothing imports this module before there is something to migrate: that costs 0.2 s.
"""

import shutil
from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection
from sqlalchemy.exc import DBAPIError

from app.file_names import free_path
from app.storage.engine import engine_for
from app.storage.errors import DamagedFileError, reading_error
from app.storage.holes import copy_data
from app.storage.tables import SCHEMA

SCRIPTS = Path(__file__).resolve().parent / "migrations"


def migrate(path: Path) -> Path:
    """Migrate a file in one transaction, after keeping a copy beside it, whose path is returned.

    Raises OSError where there is no room for the copy, a ProjectFileError where the file cannot be migrated;
    the file is then as it was.
    """
    kept = _copy_beside(path)
    migrate_in_place(path)
    return kept


def migrate_in_place(path: Path) -> None:
    """Migrate a file that is itself a copy. Raises a ProjectFileError where that cannot be done."""
    try:
        with engine_for(path, "rw", foreign_keys=False).connect() as connection, connection.begin():
            upgrade(connection)
            if connection.exec_driver_sql("PRAGMA foreign_key_check").first() is not None:
                raise DamagedFileError(path, "parts of it refer to others that are missing")
    except DBAPIError as error:
        raise reading_error(error, path) from error


def upgrade(connection: Connection) -> None:
    """Run the migrations that a file lacks, inside the connection's transaction."""
    config = Config(attributes={"connection": connection})
    config.set_main_option("script_location", str(SCRIPTS).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    command.upgrade(config, "head")
    connection.exec_driver_sql(f"PRAGMA user_version = {SCHEMA}")


def _copy_beside(path: Path) -> Path:
    kept = free_path(path.parent, path.stem, path.suffix, tail=" (before update{})")
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
