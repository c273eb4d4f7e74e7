"""An old file is brought up to date, with a copy of it kept beside."""

import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from app.storage.errors import DamagedFileError
from app.storage.opening.check import check
from app.storage.opening.migrate import migrate
from app.storage.opening.reading import read_schema
from app.storage.project_file import ProjectFile
from app.storage.tables import APPLICATION_ID, SCHEMA
from tests.storage.projects import small_document, small_file, what_is_in

OPENS = """
import sys
from pathlib import Path
from app.storage.project_file import ProjectFile
ProjectFile.open(Path(sys.argv[1])).close()
print("alembic" in sys.modules)
"""


def _unborn_file(path: Path) -> Path:
    """A project file from before the first schema: without any table."""
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute("PRAGMA journal_mode = DELETE")
    return path


def test_opening_a_current_file_needs_no_alembic(tmp_path: Path) -> None:
    path = small_file(tmp_path / "a.journey")
    done = subprocess.run(
        [sys.executable, "-c", OPENS, str(path)], capture_output=True, text=True, check=True
    )
    assert done.stdout == "False\n"


def test_before_a_file_is_migrated_a_copy_is_kept_beside_it(tmp_path: Path) -> None:
    path = _unborn_file(tmp_path / "a.journey")
    before = path.read_bytes()
    kept = migrate(path)
    assert kept.name == "a (before update).journey"
    assert kept.read_bytes() == before
    assert read_schema(path) == SCHEMA
    path.write_bytes(before)
    assert migrate(path).name == "a (before update 2).journey"


def test_an_old_file_is_checked_in_a_copy(tmp_path: Path) -> None:
    path = _unborn_file(tmp_path / "a.journey")
    before = what_is_in(tmp_path)
    assert [*map(str, check(path).faults)] == ["There must be exactly one project record."]
    assert what_is_in(tmp_path) == before


def test_a_file_with_an_old_number_and_new_tables_is_left_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "a.journey"
    ProjectFile.create(path, small_document()).close()
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA user_version = 0")
        connection.execute("DELETE FROM alembic_version")
        connection.commit()
    before = path.read_bytes()
    with pytest.raises(DamagedFileError):
        ProjectFile.open(path)
    assert path.read_bytes() == before
