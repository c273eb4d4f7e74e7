"""The tables say the same as the records and as the migrations."""

import re
from pathlib import Path

import pytest
from sqlalchemy import Connection

from app.model.records import RECORDS, Record
from app.model.upgrades import FIRST
from app.storage.engine import engine_for
from app.storage.new_file import make_tables, revision
from app.storage.opening.migrate import SCRIPTS, upgrade
from app.storage.tables import APPLICATION_ID, SCHEMA, TABLES, metadata

INCREMENTAL = 2
"""SQLite's number for it: the file can be shortened piece by piece."""


@pytest.mark.parametrize("record_type", RECORDS)
def test_each_field_has_a_column_of_its_name_and_each_column_a_field(record_type: type[Record]) -> None:
    assert set(TABLES[record_type].columns.keys()) == set(record_type.model_fields)


@pytest.mark.parametrize("record_type", RECORDS)
def test_only_a_field_that_may_be_none_has_a_column_that_may_be_null(record_type: type[Record]) -> None:
    for name, field in record_type.model_fields.items():
        may_be_none = type(None) in getattr(field.annotation, "__args__", ())
        assert TABLES[record_type].columns[name].nullable == may_be_none, name


@pytest.mark.parametrize("record_type", RECORDS)
def test_each_parent_is_a_reference_with_an_index(record_type: type[Record]) -> None:
    table = TABLES[record_type]
    indexed = {column.name for index in table.indexes for column in index.columns}
    assert set(record_type.parents) <= indexed
    for parent in record_type.parents:
        (reference,) = table.columns[parent].foreign_keys
        assert reference.column is TABLES[next(each for each in RECORDS if each.kind == parent)].columns.id


def test_a_new_file_is_what_the_migrations_make_of_nothing(tmp_path: Path) -> None:
    with engine_for(tmp_path / "new", "rwc").begin() as connection:
        make_tables(connection)
        new = _schema(connection)
    with engine_for(tmp_path / "migrated", "rwc").begin() as connection:
        upgrade(connection)
        migrated = _schema(connection)
    assert new == migrated
    assert new["application_id"] == str(APPLICATION_ID)
    assert new["user_version"] == str(SCHEMA)
    assert new["auto_vacuum"] == str(INCREMENTAL)


def test_each_schema_has_its_migration() -> None:
    found = sorted(path.stem for path in (SCRIPTS / "versions").glob("*.py"))
    assert found == [f"schema_{revision(number)}" for number in range(FIRST, SCHEMA + 1)]


def _schema(connection: Connection) -> dict[str, str]:
    """Each table and index with its SQL, the order of constraints and white space put aside."""
    parts = connection.exec_driver_sql("SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL")
    found = {name: _in_order(sql) for name, sql in parts}
    for pragma in ("application_id", "user_version", "auto_vacuum"):
        found[pragma] = str(connection.exec_driver_sql(f"PRAGMA {pragma}").scalar_one())
    for name in [name for name in found if name in metadata.tables]:
        columns = connection.exec_driver_sql("SELECT name FROM pragma_table_info(?) ORDER BY cid", (name,))
        found[f"columns of {name}"] = " ".join(columns.scalars())
    found["revision"] = str(connection.exec_driver_sql("SELECT version_num FROM alembic_version").all())
    return found


def _in_order(sql: str) -> str:
    head, _, body = " ".join(sql.removesuffix(")").split()).partition(" (")
    parts = [part for written in re.split(r",\s*", body) for part in _of_the_table(written)]
    return " ".join((head, *sorted(parts)))


def _of_the_table(part: str) -> tuple[str, ...]:
    """What a migration can only give a column, a reference, as the table's own."""
    added = re.fullmatch(r"(\w+) (\w+) CONSTRAINT (\w+) (REFERENCES .*)", part)
    if added is None:
        return (part,)
    column, of, name, reference = added.groups()
    return (f"{column} {of}", f"CONSTRAINT {name} FOREIGN KEY({column}) {reference}")
