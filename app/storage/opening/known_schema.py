"""Whether a file's tables are exactly those of its schema, in SQLite's own words for them.

Whatever a file's schema says, SQLite does: a conflict clause deletes rows, a generated column takes any
amount of memory, a trigger undoes edits. So nothing of it is believed. The statements that made the tables
are taken apart and compared with ours; what is not written as ours are is another table.
"""

import re
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from sqlalchemy import Connection, Integer, Table
from sqlalchemy.dialects.sqlite import dialect
from sqlalchemy.schema import CreateIndex, CreateTable

from app.language.phrases import phrase
from app.storage.errors import OtherTablesError
from app.storage.tables import SCHEMA, metadata

_Key = tuple[object, object, object]
"""What `sqlite_master` calls a part: its type, its name, and its table's name."""
_Words = tuple[str, ...]
_Form = tuple[tuple[_Words, ...], frozenset[_Words]] | None
"""The columns in their order, and the rules for the whole table; none of an index that SQLite makes."""

_WORD = re.compile(r'\s+|(\w+|"\w+"(?!")|[(),])', re.ASCII)
_KEYWORDS = {"CREATE", "TABLE", "INDEX", "ON", "NOT", "NULL"}
_KEYWORDS |= {"CONSTRAINT", "PRIMARY", "FOREIGN", "KEY", "REFERENCES", "DEFERRABLE", "INITIALLY", "DEFERRED"}


def require_known_tables(connection: Connection, path: Path, schema: int) -> None:
    """Raises OtherTablesError where the file's tables and indexes are not those of that schema."""
    expected = _expected(schema)
    parts = connection.exec_driver_sql("SELECT type, name, tbl_name, sql FROM sqlite_master")
    rows = parts.fetchmany(len(expected) + 1)
    found = Counter((row[0], row[1], row[2]) for row in rows)
    for key in expected:
        if not found[key]:
            raise OtherTablesError(path, phrase("a part of it is missing: {part}", part=str(key[1])))
    if len(rows) > len(expected):
        unknown = [str(name) for kind, name, table in found if (kind, name, table) not in expected]
        raise OtherTablesError(path, phrase("it has more than that: {parts}", parts=", ".join(unknown)[:100]))
    for kind, name, table, sql in rows:
        if _form(sql) != expected[kind, name, table]:
            raise OtherTablesError(path, phrase("{part} is not as Journeywall makes it", part=str(name)))


@lru_cache
def _expected(schema: int) -> dict[_Key, _Form]:
    if schema == 0:
        return {}
    if schema < SCHEMA:
        # A file of an old schema is migrated next, and then Alembic is needed anyway.
        from app.storage.opening.migrate import parts_at

        return {key: _form(sql) for key, sql in parts_at(schema).items()}
    sqlite = dialect()
    found: dict[_Key, _Form] = {}
    for table in metadata.tables.values():
        form = _form(str(CreateTable(table).compile(dialect=sqlite)))
        found["table", table.name, table.name] = form
        if not _is_numbered(table):
            found["index", f"sqlite_autoindex_{table.name}_1", table.name] = None
        for index in table.indexes:
            made = str(CreateIndex(index).compile(dialect=sqlite))
            found["index", index.name, table.name] = _form(made)
    return found


def _is_numbered(table: Table) -> bool:
    """Whether SQLite keeps a table by its key itself, and so makes no index for that."""
    return [isinstance(column.type, Integer) for column in table.primary_key] == [True]


def _form(sql: object) -> _Form:
    """A statement taken apart; all of it in one piece where it is not written as ours are."""
    if sql is None:
        return None
    words = _words(str(sql))
    if words is None or words[-1:] != (")",) or "(" not in words:
        return ((str(sql),),), frozenset()
    start = words.index("(")
    columns: list[_Words] = [words[:start]]
    rules: set[_Words] = set()
    for part in _parts(words[start + 1 : -1]):
        column, rule = _split(part)
        if column:
            columns.append(column)
        if rule in rules:
            return ((str(sql),),), frozenset()
        if rule:
            rules.add(rule)
    return tuple(columns), frozenset(rules)


def _words(sql: str) -> _Words | None:
    """Its words, those of names without their quotation marks; none where there is anything else in it."""
    found: list[str] = []
    at = 0
    while at < len(sql):
        match = _WORD.match(sql, at)
        if match is None:
            return None
        if word := match[1]:
            bare = word.strip('"')
            found.append(word if bare.upper() in _KEYWORDS and word != bare else bare)
        at = match.end()
    return tuple(found)


def _parts(words: _Words) -> Iterator[_Words]:
    """What stands between the commas, those within brackets put aside."""
    part: list[str] = []
    depth = 0
    for word in words:
        depth += (word == "(") - (word == ")")
        if word == "," and depth == 0:
            yield tuple(part)
            part = []
        else:
            part.append(word)
    yield tuple(part)


def _split(part: _Words) -> tuple[_Words, _Words]:
    """A column, and a rule of the table; a reference that a migration gave to a column is one as well."""
    if part[:1] == ("CONSTRAINT",):
        return (), part
    if "CONSTRAINT" not in part:
        return part, ()
    at = part.index("CONSTRAINT")
    name, rule = part[at : at + 2], part[at + 2 :]
    return part[:at], (*name, "FOREIGN", "KEY", "(", part[0], ")", *rule)
