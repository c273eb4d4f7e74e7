"""Reads every record, picture and step that a damaged file still holds, page by page.

Rows count before the history; what no table owns any more, and what SQLite lists as unused, counts last.
"""

from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

from pydantic import ValidationError

from app.language.phrases import phrase
from app.limits import LARGEST_CONTENT, MOST_RESCUED, MOST_RESCUED_EDITS
from app.model.change import Change
from app.model.history.history import Step
from app.model.pictures import PictureStore, picture_id
from app.model.records import RECORDS, Id, Record
from app.paths import open_file
from app.storage.errors import BrokenContentError
from app.storage.history.blocks import Block, Changes, steps_and_size
from app.storage.history.payload import unpacked
from app.storage.history.steps import step_of
from app.storage.rescue.layout import Layout, layouts_of
from app.storage.rescue.pages import Pages, Row, page_sizes
from app.storage.tables import HISTORY, HISTORY_BLOCK, PICTURE_DATA, SINCE, TABLES

_RECORD_TYPES: dict[str, type[Record]] = {table.name: kind for kind, table in TABLES.items()}
_FEWEST = {
    kind: sum(column.info.get(SINCE, 1) == 1 for column in table.columns) for kind, table in TABLES.items()
}
"""How many values a row of the first schema has."""
_BROKEN_LETTER = "\N{REPLACEMENT CHARACTER}"


class Salvage:
    """What could be read of a file. Made by `salvage`."""

    def __init__(self, layout: Layout) -> None:
        self.layout = layout
        self.records: dict[Id, Record] = {}
        """What stands in the tables."""
        self.strays: dict[Id, list[Record]] = {}
        """What stands on pages that no table owns: lost from their table, or long replaced."""
        self.expected: dict[type[Record], set[Id]] = {record_type: set() for record_type in RECORDS}
        """The ids that the indexes of the tables name."""
        self.steps: dict[int, Step] = {}
        self.changes: dict[int, Change] = {}
        self.last_lost_step = 0
        """The greatest number of a step whose change is lost, as far as can be told."""
        self.pictures = PictureStore()
        self.pictures_read: set[Id] = set()
        self.unreadable: Counter[str] = Counter()
        """How many rows of each table are there and cannot be read."""
        self.pages_missing = 0
        """Pages that were cut off."""
        self.knows_tables = False
        """Whether the beginning of each table was found."""
        self.rows_left, self.edits_left = MOST_RESCUED, MOST_RESCUED_EDITS
        """How many more are kept in memory."""
        self.size_left = LARGEST_CONTENT
        """Bytes of rows from which they may be made."""
        self.repaired: dict[Id, str] = {}
        """For a record with values that could not be read: which are now as in a new record."""

    @property
    def size(self) -> int:
        return len(self.records) + len(self.strays) + len(self.steps)


def salvage(path: Path) -> Salvage:
    """Read what there is. Raises OSError where the file cannot be read at all; never writes to it."""
    with open_file(path) as file:
        length = path.stat().st_size
        beginning = file.read(100)
        attempts = [
            _salvage(Pages(file, size, length), layout)
            for layout in layouts_of(beginning)
            for size in page_sizes(beginning)
        ]
    return max(attempts, key=lambda found: found.size)


def _salvage(pages: Pages, layout: Layout) -> Salvage:
    found = Salvage(layout)
    found.pages_missing = pages.missing
    owners = dict(_owners(pages, found))
    found.knows_tables = {*owners.values()} >= _KNOWN
    unused = pages.free() if pages.count else set()
    for number in pages.numbers():
        owner = owners.get(number)
        if owner is None and number in unused:
            continue
        if owner in _HISTORY and not pages.is_of_table(number):
            found.unreadable[str(owner)] += 1
            found.last_lost_step = _ANY_STEP
        for row in pages.rows(number):
            if row is None:
                if owner is not None:
                    found.unreadable[owner] += 1
            elif not _take(found, row, owner) and owner is not None:
                found.unreadable[owner] += 1
    found.last_lost_step = max(found.last_lost_step, _last_gap(found))
    return found


def _last_gap(found: Salvage) -> int:
    """The greatest number that is missing among the steps; those before one thinned out may well be."""
    steps = sorted(found.steps.items())
    gaps = (
        number - 1
        for (before, _), (number, step) in pairwise(steps)
        if number > before + 1 and step.act != "thinned"
    )
    return max(gaps, default=0)


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
                    found.expected[_RECORD_TYPES[table]].update(_ids(pages, root))


def _table_rows(pages: Pages, root: int) -> Iterator[Row]:
    for number in pages.tree(root):
        yield from filter(None, pages.rows(number))


def _ids(pages: Pages, root: int) -> Iterator[Id]:
    for number in pages.tree(root):
        for key in pages.keys(number):
            if len(key) == 2 and isinstance(key[0], str) and _BROKEN_LETTER not in key[0]:
                yield key[0]


_HISTORY = (HISTORY.name, HISTORY_BLOCK.name)
_ANY_STEP = 1 << 63
"""Greater than the number of any step."""
_KNOWN = {*_RECORD_TYPES, HISTORY.name, HISTORY_BLOCK.name, PICTURE_DATA.name}


def _take(found: Salvage, row: Row, owner: str | None) -> bool:
    """Keep what a row holds. Returns whether it holds anything, and there is room for it."""
    if _take_picture(found, row):
        return True
    found.size_left -= sum(len(value) for value in row.values if isinstance(value, str | bytes))
    found.rows_left -= 1
    if found.rows_left < 0 or found.size_left < 0:
        return False
    if _take_step(found, row) or _take_block(found, row):
        return True
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
            found.strays.setdefault(record.id, []).append(record)
            return True
    return False


def _take_step(found: Salvage, row: Row) -> bool:
    if len(row.values) != len(HISTORY.columns) or row.values[0] is not None:
        return False
    _, at, act, of, label, payload = row.values
    try:
        step = step_of(row.number, at, act, of, label)
        if step.act in ("do", "thinned"):
            _keep_change(found, step.number, unpacked(step.label, payload))
    except BrokenContentError:
        return False
    found.steps[step.number] = step
    return True


def _keep_change(found: Salvage, number: int, change: Change) -> None:
    """Raises BrokenContentError where there is no room for it."""
    found.edits_left -= len(change.edits)
    if found.edits_left < 0:
        raise BrokenContentError(phrase("There is more than can be rescued."))
    found.changes.setdefault(number, change)


def _take_block(found: Salvage, row: Row) -> bool:
    """Keep a block's steps, and as many of their changes as can be read."""
    match row.values:
        case (None, int(last), bytes(heads), bytes(changes)):
            block = Block(row.number, last, heads, changes)
        case _:
            return False
    try:
        steps, size = steps_and_size(block.first, block.last, block.steps)
        found.size_left -= size
        if found.size_left < 0:
            raise BrokenContentError(phrase("There is more than can be rescued."))
        for step in steps:
            found.steps.setdefault(step.number, step)
        packed = Changes(block)
    except BrokenContentError:
        found.last_lost_step = max(found.last_lost_step, block.last)
        return False
    is_whole = True
    for step in packed.steps.values():
        try:
            if step.act in ("do", "thinned"):
                _keep_change(found, step.number, packed.change_of(step.number))
        except (BrokenContentError, KeyError):
            found.last_lost_step = max(found.last_lost_step, step.number)
            is_whole = False
    return is_whole


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
