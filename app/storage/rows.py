"""Records as rows and rows as records.

A file may come from anyone, so every value that is read is validated as strictly as one typed in.
"""

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import Any

from pydantic import TypeAdapter, ValidationError
from pydantic.fields import FieldInfo
from pydantic_core import ErrorDetails
from sqlalchemy import Boolean, Column, Connection, bindparam, delete, select, update
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.exc import DBAPIError

from app.language.phrases import Phrase, phrase
from app.model.change import Change, Edit
from app.model.nouns import title
from app.model.records import RECORDS, Record
from app.storage.column_types import Details, OneDetail, Strings, detail_of, strings_of
from app.storage.errors import BrokenContentError
from app.storage.rescue.room import Room
from app.storage.tables import TABLES
from app.threads import require_wanted

_ADAPTERS: dict[type[Record], TypeAdapter[list[Record]]] = {
    record_type: TypeAdapter(list[record_type])  # type: ignore[valid-type]
    for record_type in RECORDS
}
_REQUIRED = object()
_AT_ONCE = 2_000
"""Rows that are validated together: a hostile file has a fault in each."""
_MOST_FAULTS = 1_000
"""Faults of one type of record that are told of."""


def load_records(connection: Connection) -> list[Record]:
    """Every record of the file, parents before children. Raises BrokenContentError for the first bad one."""
    room = Room()
    return [record for record_type in RECORDS for record in load_type(connection, record_type, room)]


def load_type(connection: Connection, record_type: type[Record], room: Room | None = None) -> list[Record]:
    """The records of one type. Raises BrokenContentError, which names the first bad one.

    Where `room` is given, it is for all types together.
    """
    rows = stored_rows(connection, record_type, room or Room())
    records: list[Record] = []
    for start in range(0, len(rows), _AT_ONCE):
        require_wanted()
        some = rows[start : start + _AT_ONCE]
        try:
            records += _ADAPTERS[record_type].validate_python(some, strict=True)
        except ValidationError as error:
            raise BrokenContentError(next(_faults(record_type, some, error))) from error
    return records


def faults_of_type(connection: Connection, record_type: type[Record]) -> list[Phrase]:
    """A sentence for each value that is no value of its field, or for so many."""
    rows = stored_rows(connection, record_type, Room())
    found: list[Phrase] = []
    for start in range(0, len(rows), _AT_ONCE):
        require_wanted()
        some = rows[start : start + _AT_ONCE]
        try:
            _ADAPTERS[record_type].validate_python(some, strict=True)
        except ValidationError as error:
            found += _faults(record_type, some, error)
        if len(found) > _MOST_FAULTS:
            break
    return found[:_MOST_FAULTS]


def stored_rows(connection: Connection, record_type: type[Record], room: Room) -> list[dict[str, Any]]:
    """The fields of each record of one type as they are stored, without those that no record has set.

    A default need not be fetched nor validated: leaving it out halves the time of loading, and keeps a field
    that is rarely used from costing every record. Asking the driver for the rows, without SQLAlchemy's
    conversions, halves it again.
    """
    driver = connection.connection.driver_connection
    assert isinstance(driver, sqlite3.Connection)
    try:
        used = _used_columns(driver, record_type)
        names = [column.name for column in used]
        size = room.take_rows(driver.execute(_select([_size_of(names)], record_type, quoted=False)))
        rows = driver.execute(_select(names, record_type)).fetchall()
    except sqlite3.DatabaseError as error:
        raise DBAPIError.instance("", (), error, sqlite3.Error) from error
    room.take_characters((value for row in rows for value in row), size)
    for column, values in zip(used, zip(*rows, strict=True), strict=False):
        if isinstance(column.type, Strings | Details | OneDetail):
            room.take_lists(values)
    columns = [
        map(convert, values) if (convert := _CONVERSIONS.get(type(column.type))) else values
        for column, values in zip(used, zip(*rows, strict=True), strict=False)
    ]
    return [dict(zip(names, row, strict=True)) for row in zip(*columns, strict=True)]


def _used_columns(driver: sqlite3.Connection, record_type: type[Record]) -> list[Column[Any]]:
    """The columns in which a record has something else than the default: SQLite finds them fastest."""
    defaults = _DEFAULTS[record_type]
    columns = list(TABLES[record_type].columns)
    asked = _select([f"max([{name}] IS NOT ?)" for name in defaults], record_type, quoted=False)
    found = driver.execute(asked, tuple(defaults.values())).fetchone()
    unused = {name for name, is_used in zip(defaults, found, strict=True) if not is_used}
    return [column for column in columns if column.name not in unused]


def _select(wanted: Iterable[str], record_type: type[Record], quoted: bool = True) -> str:
    """Names stand in brackets: what is in quotation marks and no column, SQLite would take for a text."""
    named = ", ".join(f"[{name}]" if quoted else name for name in wanted)
    return f"SELECT {named} FROM [{TABLES[record_type].name}]"


def _size_of(names: Iterable[str]) -> str:
    """The bytes of a row. As BLOB, since SQLite counts a text only up to its first NUL."""
    return " + ".join(f"ifnull(length(CAST([{name}] AS BLOB)), 0)" for name in names)


def insert_records(connection: Connection, records: Iterable[Record]) -> None:
    """Put the records of a new file into its tables."""
    for record_type, found in _by_type(records):
        connection.execute(insert(TABLES[record_type]), [record.__dict__ for record in found])


def write_change(connection: Connection, change: Change) -> None:
    """Store what a change made of each record: of those that were there only the fields that differ."""
    whole = [edit.after for edit in change if edit.before is None and edit.after is not None]
    for (record_type, names), records in _by_fields(change).items():
        rows = [{f"new {name}": record.__dict__[name] for name in ("id", *names)} for record in records]
        if connection.execute(_update(record_type, names), rows).rowcount != len(rows):
            whole += records
    for record_type, created in _by_type(whole):
        connection.execute(_UPSERTS[record_type], [record.__dict__ for record in created])
    for record_type, deleted in _by_type(edit.record for edit in change if edit.after is None):
        connection.execute(_DELETES[record_type], [{"gone": record.id} for record in deleted])


def is_stored(connection: Connection, edit: Edit) -> bool:
    """Whether a record is in the file as an edit left it."""
    record = edit.record
    if edit.after is None:
        place = TABLES[type(record)].c.id
        return connection.execute(select(place).where(place == record.id)).first() is None
    values = {f"kept {name}": value for name, value in record.__dict__.items()}
    return connection.execute(_as_it_is(type(record)), values).first() is not None


@lru_cache(maxsize=50)
def _as_it_is(record_type: type[Record]) -> Any:
    columns = TABLES[record_type].columns
    kept = ((column, bindparam(f"kept {column.name}", type_=column.type)) for column in columns)
    return select(columns["id"]).where(*(column.is_not_distinct_from(value) for column, value in kept))


def _by_fields(change: Change) -> dict[tuple[type[Record], tuple[str, ...]], list[Record]]:
    """The records that were there before, by which fields of theirs are others now.

    To write only those spares SQLite the indexes, which take longer than the row.
    """
    found: dict[tuple[type[Record], tuple[str, ...]], list[Record]] = {}
    for before, after in change:
        if before is not None and after is not None:
            old = before.__dict__
            names = tuple(name for name, value in after.__dict__.items() if value != old[name])
            found.setdefault((type(after), names), []).append(after)
    return found


@lru_cache(maxsize=200)
def _update(record_type: type[Record], names: tuple[str, ...]) -> Any:
    table = TABLES[record_type]
    values = {name: bindparam(f"new {name}", type_=table.c[name].type) for name in names}
    return update(table).where(table.c.id == bindparam("new id")).values(values)


def _by_type(records: Iterable[Record]) -> Iterator[tuple[type[Record], Sequence[Record]]]:
    found: dict[type[Record], list[Record]] = {}
    for record in records:
        found.setdefault(type(record), []).append(record)
    return iter(found.items())


def _upsert(record_type: type[Record]) -> Any:
    """Not a plain INSERT: a commit that reported a failure may have happened, and is then repeated."""
    statement = insert(TABLES[record_type])
    new = {column.name: column for column in statement.excluded if column.name != "id"}
    return statement.on_conflict_do_update(index_elements=["id"], set_=new)


_UPSERTS = {record_type: _upsert(record_type) for record_type in RECORDS}
_DELETES = {
    record_type: delete(TABLES[record_type]).where(TABLES[record_type].c.id == bindparam("gone"))
    for record_type in RECORDS
}


def _stored_default(field: FieldInfo) -> object:
    default = "[]" if field.default == () else field.default
    return default if default is None or isinstance(default, str | int | float) else _REQUIRED


def _stored_defaults(record_type: type[Record]) -> dict[str, object]:
    """What stands in each column that may be left out, where nothing was ever set."""
    found = {name: _stored_default(field) for name, field in record_type.model_fields.items()}
    return {name: default for name, default in found.items() if default is not _REQUIRED}


_DEFAULTS = {record_type: _stored_defaults(record_type) for record_type in RECORDS}


def _truth(stored: object) -> object:
    return bool(stored) if stored in (0, 1) else stored


_CONVERSIONS = {Strings: strings_of, Details: strings_of, OneDetail: detail_of, Boolean: _truth}


def _faults(
    record_type: type[Record], rows: list[dict[str, Any]], error: ValidationError
) -> Iterator[Phrase]:
    return (_fault(record_type, rows, each) for each in error.errors(include_url=False, include_input=False))


def _fault(record_type: type[Record], rows: list[dict[str, Any]], details: ErrorDetails) -> Phrase:
    index, *place = details["loc"]
    assert isinstance(index, int)
    field = ".".join(str(part) for part in place)
    return phrase(
        "{kind} {id} has an invalid value ({field}: {problem}).",
        kind=title(record_type.kind),
        id=repr(rows[index].get("id")),
        field=field,
        problem=details["msg"],
    )
