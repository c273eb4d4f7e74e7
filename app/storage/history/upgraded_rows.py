"""For migrations: what stands in a table goes through the same upgrade as what the history holds of it.

So a record and the steps that lead to it become the same, and what was lost is told once, by one rule.
"""

from collections.abc import Collection, Iterator
from contextlib import contextmanager
from typing import Any

from alembic import context, op
from sqlalchemy import Connection, column, table, update

from app.model.upgrades import Fields, upgraded
from app.storage.column_types import strings_of
from app.storage.history.labels import form_in
from app.storage.history.payload import as_json

_Rows = dict[object, Fields]


@contextmanager
def upgraded_rows(
    schema: int,
    name: str,
    kind: str | None = None,
    key: str = "id",
    lists: Collection[str] = (),
    labels: Collection[str] = (),
) -> Iterator[None]:
    """Within it a table's columns become those of a schema, to which its rows are upgraded.

    `lists` are the columns that hold lists, `labels` those that hold labels of steps; only those must be
    given that a rule asks for.
    """
    connection = op.get_bind()
    report = context.config.attributes.get("report")
    wanted = {
        id: upgraded(kind or name.replace("_", " "), fields, schema - 1, schema, report)
        for id, fields in _rows(connection, name, key, lists, labels).items()
    }
    yield
    found = _rows(connection, name, key, lists, labels)
    for id, fields in wanted.items():
        row = found[id]
        differing = {name: value for name, value in fields.items() if name in row and row[name] != value}
        if differing:
            _write(connection, name, key, id, differing, labels)


def _rows(
    connection: Connection, name: str, key: str, lists: Collection[str], labels: Collection[str]
) -> _Rows:
    types = connection.exec_driver_sql("SELECT name, type FROM pragma_table_info(?)", (name,))
    truths = {column for column, type in types if type == "BOOLEAN"}
    rows = connection.exec_driver_sql(f"SELECT * FROM [{name}]").mappings()
    return {row[key]: {name: _plain(name, row[name], truths, lists, labels) for name in row} for row in rows}


def _plain(
    name: str, value: Any, truths: Collection[str], lists: Collection[str], labels: Collection[str]
) -> Any:
    if name in labels:
        return form_in(value)
    if name in truths and value in (0, 1):
        return bool(value)
    found = strings_of(value) if name in lists else value
    return list(found) if isinstance(found, tuple) else found


def _write(
    connection: Connection, name: str, key: str, id: object, fields: Fields, labels: Collection[str]
) -> None:
    of = table(name, column(key), *map(column, fields))
    values = {
        name: as_json(value).decode() if isinstance(value, list) or name in labels else value
        for name, value in fields.items()
    }
    connection.execute(update(of).where(of.c[key] == id).values(values))
