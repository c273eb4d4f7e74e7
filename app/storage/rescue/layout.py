"""How rows are read without SQLite: which field stands where, in a file of any schema."""

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any, NamedTuple

from sqlalchemy import Boolean, Float, Table

from app.model.upgrades import FIRST, SCHEMA, Fields, upgraded
from app.storage.column_types import Details, OneDetail, Strings, detail_of, strings_of

_SCHEMA_AT = slice(60, 64)
"""Where SQLite keeps `user_version` in a file's beginning."""


class Layout(NamedTuple):
    """The columns of each table by its name, in their order; none where they are those of today."""

    schema: int = SCHEMA
    columns: Mapping[str, Sequence[str]] | None = None

    def names(self, table: Table) -> Sequence[str]:
        """The columns of a table; none where the file's schema has no such table."""
        return table.columns.keys() if self.columns is None else self.columns.get(table.name, ())

    def fields(self, kind: str, table: Table, values: Sequence[object]) -> Fields:
        """The fields of a record, as they are today. A row from before a column was added ends before it."""
        types = _types(table)
        stored = dict(zip(self.names(table), values, strict=False))
        if self.schema < SCHEMA:
            # What kind of column one with another name is, is only known when it has today's.
            known = {name: _listed(_plain(types.get(name), value)) for name, value in stored.items()}
            stored = upgraded(kind, known, self.schema)
        return {name: _plain(types[name], value) for name, value in stored.items() if name in types}


def layouts_of(beginning: bytes) -> list[Layout]:
    """The layouts that a file may have, by its first hundred bytes, which may be spoilt."""
    schema = int.from_bytes(beginning[_SCHEMA_AT])
    if not FIRST <= schema < SCHEMA:
        return [Layout()]
    from app.storage.opening.migrate import columns_at

    return [Layout(schema, columns_at(schema)), Layout()]


def _listed(value: object) -> object:
    """As rules expect it."""
    return list(value) if isinstance(value, tuple) else value


@cache
def _types(table: Table) -> Mapping[str, object]:
    """What kind of column each is: SQLAlchemy takes its time to say."""
    return {column.name: column.type for column in table.columns}


def _plain(type: object, value: Any) -> Any:
    if isinstance(type, Strings | Details):
        return tuple(value) if isinstance(value, list) else strings_of(value)
    if isinstance(type, OneDetail):
        return detail_of(value)
    if isinstance(type, Boolean) and value in (0, 1):
        return bool(value)
    return float(value) if isinstance(type, Float) and isinstance(value, int) else value
