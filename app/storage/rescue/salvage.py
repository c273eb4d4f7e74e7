"""Reads every record, picture and step that a damaged file still holds, page by page.

Rows count before the history; what no table owns any more, and what SQLite lists as unused, counts last.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from pydantic import ValidationError

from app.limits import LARGEST_CONTENT, MOST_RESCUED
from app.model.pictures import PictureStore, picture_id
from app.model.records import RECORDS, Id, Record
from app.paths import open_file
from app.storage.rescue.layout import Layout, layouts_of
from app.storage.rescue.pages import Pages, Row, page_sizes
from app.storage.rescue.salvaged_history import ANY_STEP, SalvagedHistory, is_of_history
from app.storage.tables import HISTORY, HISTORY_BLOCK, PICTURE_DATA, SINCE, TABLES
from app.threads import require_wanted

_RECORD_TYPES: dict[str, type[Record]] = {table.name: kind for kind, table in TABLES.items()}
_FEWEST = {
    kind: sum(column.info.get(SINCE, 1) == 1 for column in table.columns) for kind, table in TABLES.items()
}
"""How many values a row of the first schema has."""
_LONGEST_ID = 64
_BROKEN_LETTER = "\N{REPLACEMENT CHARACTER}"


class Salvage:
    """What could be read of a file. Made by `salvage`."""

    def __init__(self, layout: Layout) -> None:
        self.layout = layout
        self.records: dict[Id, Record] = {}
        """What stands in the tables."""
        self.strays: dict[Id, Record] = {}
        """What stands on pages that no table owns: lost from their table, or long replaced."""
        self.expected: dict[type[Record], set[Id]] = {record_type: set() for record_type in RECORDS}
        """The ids that the indexes of the tables name."""
        self.history = SalvagedHistory()
        self.historic: dict[int, str | None] = {}
        """The pages on which rows of the history begin, with the table that owns each."""
        self.pictures = PictureStore()
        self.pictures_read: set[Id] = set()
        self.unreadable: Counter[str] = Counter()
        """How many rows of each table are there and cannot be read."""
        self.pages_missing = 0
        """Pages that were cut off."""
        self.knows_tables = False
        """Whether the beginning of each table was found."""
        self.rows_left, self.size_left = MOST_RESCUED, LARGEST_CONTENT
        """How many more records are kept in memory, and the bytes of rows from which they may be made."""
        self.repaired: dict[Id, str] = {}
        """For a record with values that could not be read: which are now as in a new record."""

    @property
    def size(self) -> int:
        return len(self.records) + len(self.strays) + len(self.history)


class _Attempt(NamedTuple):
    """One way of reading a file."""

    path: Path
    layout: Layout
    page_size: int


def salvage(paths: Sequence[Path]) -> Salvage:
    """Read what there is in the one of some files that has the most in it; of several such, in the first.

    Raises OSError where one cannot be read at all; never writes to any.
    """
    attempts = [attempt for path in paths for attempt in _attempts(path)]
    best, most = attempts[0], -1
    found: Salvage | None = None
    for attempt in reversed(attempts):
        # Of two of the largest at once there would be too much.
        found = None
        found = _read_rows(attempt)
        if found.size >= most:
            best, most = attempt, found.size
    if found is None or best is not attempts[0]:
        found = None
        found = _read_rows(best)
    _read_changes(found, best)
    return found


def _attempts(path: Path) -> list[_Attempt]:
    with open_file(path) as file:
        beginning = file.read(100)
    return [
        _Attempt(path, layout, size) for layout in layouts_of(beginning) for size in page_sizes(beginning)
    ]


@contextmanager
def _pages(attempt: _Attempt) -> Iterator[Pages]:
    with open_file(attempt.path) as file:
        yield Pages(file, attempt.page_size, attempt.path.stat().st_size)


def _read_rows(attempt: _Attempt) -> Salvage:
    """All but the changes of the history."""
    found = Salvage(attempt.layout)
    with _pages(attempt) as pages:
        found.pages_missing = pages.missing
        owners = dict(_owners(pages, found))
        found.knows_tables = {*owners.values()} >= _KNOWN
        unused = pages.free() if pages.count else set()
        for number in pages.numbers():
            owner = owners.get(number)
            if owner is not None or number not in unused:
                _read_page(found, pages, number, owner)
    return found


def _read_page(found: Salvage, pages: Pages, number: int, owner: str | None) -> None:
    require_wanted()
    if owner in _HISTORY and not pages.is_of_table(number):
        found.unreadable[str(owner)] += 1
        found.history.last_lost_step = ANY_STEP
    for row in pages.rows(number):
        if row is not None and is_of_history(row):
            found.historic[number] = owner
        if (row is None or not _take(found, row, owner)) and owner is not None:
            found.unreadable[owner] += 1


def _read_changes(found: Salvage, attempt: _Attempt) -> None:
    history = found.history
    history.begin_changes(found.records.keys(), found.size_left)
    with _pages(attempt) as pages:
        for number, owner in found.historic.items():
            require_wanted()
            for row in filter(None, pages.rows(number)):
                if is_of_history(row) and not history.take_changes(row) and owner is not None:
                    found.unreadable[owner] += 1
    history.end_changes()


def _owners(pages: Pages, found: Salvage) -> Iterator[tuple[int, str]]:
    """The pages that can be reached from a table's root, with its name; and the ids in its index."""
    seen = set[str]()
    for row in _table_rows(pages, 1) if pages.count else ():
        match row.values:
            case (_, str(name), *_) if name in seen:
                continue
            case ("table", str(name), _, int(root), *_) if name in _KNOWN:
                seen.add(name)
                for number in pages.tree(root):
                    yield number, name
            case ("index", str(name), str(table), int(root), *_) if table in _RECORD_TYPES:
                if name == f"sqlite_autoindex_{table}_1":
                    seen.add(name)
                    ids = islice(_ids(pages, root), MOST_RESCUED)
                    found.expected[_RECORD_TYPES[table]].update(ids)


def _table_rows(pages: Pages, root: int) -> Iterator[Row]:
    for number in pages.tree(root):
        yield from filter(None, pages.rows(number))


def _ids(pages: Pages, root: int) -> Iterator[Id]:
    for number in pages.tree(root):
        for key in pages.keys(number):
            match key:
                case (str(id), _) if len(id) <= _LONGEST_ID and _BROKEN_LETTER not in id:
                    yield id


_HISTORY = (HISTORY.name, HISTORY_BLOCK.name)
_KNOWN = {*_RECORD_TYPES, HISTORY.name, HISTORY_BLOCK.name, PICTURE_DATA.name}


def _take(found: Salvage, row: Row, owner: str | None) -> bool:
    """Keep what a row holds. Returns whether it holds anything, and there is room for it."""
    if _take_picture(found, row):
        return True
    if (is_read := found.history.take_steps(row)) is not None:
        return is_read
    found.size_left -= sum(len(value) for value in row.values if isinstance(value, str | bytes))
    found.rows_left -= 1
    if found.rows_left < 0 or found.size_left < 0:
        return False
    if owner in _RECORD_TYPES:
        record, unread = _record(found.layout, _RECORD_TYPES[owner], row, tolerates=True)
        if record is not None:
            found.records.setdefault(record.id, record)
            if unread:
                found.repaired[record.id] = ", ".join(unread)
            return True
    return _take_stray(found, row)


def _take_stray(found: Salvage, row: Row) -> bool:
    for record_type in RECORDS:
        record, _ = _record(found.layout, record_type, row, tolerates=False)
        if record is not None:
            found.strays.setdefault(record.id, record)
            return True
    return False


def _take_picture(found: Salvage, row: Row) -> bool:
    match row.values:
        case (str(id), bytes(data)) if picture_id(data) == id:
            found.pictures.put(data)
            found.pictures_read.add(id)
            return True
    return False


def _record(
    layout: Layout, record_type: type[Record], row: Row, tolerates: bool
) -> tuple[Record | None, list[str]]:
    """The record in a row, and which of its fields could not be read; none where it is no such record."""
    table = TABLES[record_type]
    if not _FEWEST[record_type] <= len(row.values) <= len(layout.names(table)):
        return None, []
    fields = layout.fields(record_type.kind, table, row.values)
    unread: list[str] = []
    while True:
        try:
            return record_type.model_validate(fields, strict=True), unread
        except ValidationError as error:
            bad = {str(details["loc"][0]) for details in error.errors() if details["loc"]}
        if not tolerates or not bad or any(_is_needed(record_type, name) for name in bad):
            return None, []
        unread += sorted(bad)
        for name in bad:
            del fields[name]


def _is_needed(record_type: type[Record], name: str) -> bool:
    return record_type.model_fields[name].is_required()
