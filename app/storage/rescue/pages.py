"""Reads the rows that stand in the pages of an SQLite file, also where SQLite itself refuses the file.

Follows https://sqlite.org/fileformat2.html. Nothing in the file is believed: what does not add up is left
out.
"""

import struct
from collections.abc import Iterator
from typing import BinaryIO, NamedTuple

from app.limits import LARGEST_VALUE
from app.storage.rescue.holes import data_in

Value = None | int | float | str | bytes

USUAL_SIZE = 4096
"""Bytes of a page in every project file that this program makes."""

_TABLE_INTERIOR, _TABLE_LEAF, _INDEX_LEAF, _INDEX_INTERIOR = 5, 13, 10, 2
_MOST_VALUES = 2000
"""Values in a row: SQLite's own limit of columns."""


class BrokenCellError(Exception):
    """A row's bytes contradict themselves."""


class Row(NamedTuple):
    """A row of a table by its number, and the page on which it begins."""

    page: int
    number: int
    values: tuple[Value, ...]


class Pages:
    """The pages of a file, counted from 1. `size` is the number of bytes of each."""

    def __init__(self, file: BinaryIO, size: int, length: int) -> None:
        self._file = file
        self.size = size
        self.count = -(-length // size)
        self._overflows = 2 * sum(map(len, self._filled()))
        """Pages that rows may still run over to: each has one row, in its table and perhaps in an index."""

    def page(self, number: int) -> bytes:
        """A page's bytes, with zeros for what the file lacks of it. Raises BrokenCellError for no page."""
        if not 1 <= number <= self.count:
            raise BrokenCellError
        self._file.seek((number - 1) * self.size)
        return self._file.read(self.size).ljust(self.size, b"\0")

    def numbers(self) -> Iterator[int]:
        """All pages in order, but for those in holes of the file."""
        for numbers in self._filled():
            yield from numbers

    def _filled(self) -> Iterator[range]:
        following = 1
        for start, end in data_in(self._file):
            numbers = range(max(following, start // self.size + 1), min(-(-end // self.size), self.count) + 1)
            following = max(following, numbers.stop)
            yield numbers

    @property
    def missing(self) -> int:
        """How many pages the file's header tells of that are not there."""
        return max(0, int(struct.unpack_from(">I", self.page(1), 28)[0]) - self.count) if self.count else 0

    def rows(self, number: int) -> Iterator[Row | None]:
        """The rows of a table's leaf page; None for each that cannot be read. Nothing for other pages."""
        page = self.page(number)
        if page[_start(number)] != _TABLE_LEAF:
            return
        for cell in _cells(page, number):
            try:
                if cell is None:
                    raise BrokenCellError
                size, at = _varint(page, cell)
                row, at = _varint(page, at, signed=True)
                yield Row(number, row, _values(self._payload(page, at, size, self.size - 35)))
            except (BrokenCellError, IndexError, struct.error):
                yield None

    def is_of_table(self, number: int) -> bool:
        """Whether a page is one of a table's tree."""
        return self.page(number)[_start(number)] in (_TABLE_LEAF, _TABLE_INTERIOR)

    def keys(self, number: int) -> Iterator[tuple[Value, ...]]:
        """The keys on a page of an index that can be read. Nothing for other pages."""
        page = self.page(number)
        kind = page[_start(number)]
        if kind not in (_INDEX_LEAF, _INDEX_INTERIOR):
            return
        for cell in filter(None, _cells(page, number)):
            try:
                size, at = _varint(page, cell + 4 * (kind == _INDEX_INTERIOR))
                yield _values(self._payload(page, at, size, (self.size - 12) * 64 // 255 - 23))
            except (BrokenCellError, IndexError, struct.error):
                continue

    def tree(self, root: int) -> Iterator[int]:
        """Every page of a table's or an index's tree that can be reached from its root."""
        waiting, seen = [root], set[int]()
        while waiting:
            number = waiting.pop()
            if number in seen or not 1 <= number <= self.count:
                continue
            seen.add(number)
            yield number
            waiting += self._children(number)

    def free(self) -> set[int]:
        """The pages that the file lists as unused; none where the list is broken."""
        found = set[int]()
        trunk, expected = struct.unpack_from(">II", self.page(1), 32)
        while trunk:
            if trunk in found or not 2 <= trunk <= self.count:
                return set()
            following, length = struct.unpack_from(">II", self.page(trunk))
            if length > self.size // 4 - 2:
                return set()
            found |= {trunk, *struct.unpack_from(f">{length}I", self.page(trunk), 8)}
            trunk = following
        return found if len(found) == expected else set()

    def _children(self, number: int) -> list[int]:
        page, start = self.page(number), _start(number)
        if page[start] not in (_TABLE_INTERIOR, _INDEX_INTERIOR):
            return []
        places = [start + 8, *[cell for cell in _cells(page, number) if cell and cell + 4 <= len(page)]]
        return [struct.unpack_from(">I", page, place)[0] for place in places]

    def _payload(self, page: bytes, at: int, size: int, most: int) -> bytes:
        """A cell's content, put together from its own page and those that it runs over to."""
        if not 0 < size <= LARGEST_VALUE:
            raise BrokenCellError
        if size <= most:
            here = size
        else:
            least = (self.size - 12) * 32 // 255 - 23
            here = least + (size - least) % (self.size - 4)
            here = here if here <= most else least
        if at + here > len(page):
            raise BrokenCellError
        parts, missing = [page[at : at + here]], size - here
        following = struct.unpack_from(">I", page, at + here)[0] if missing else 0
        while missing:
            self._overflows -= 1
            if self._overflows < 0:
                # Rows that share their pages, or go round in a circle: a page would make gigabytes.
                raise BrokenCellError
            more = self.page(following)
            parts.append(more[4 : 4 + missing])
            missing -= len(parts[-1])
            (following,) = struct.unpack_from(">I", more)
        return b"".join(parts)


def page_sizes(beginning: bytes) -> list[int]:
    """The page sizes that a file may have, by its first bytes: what it says, if possible, and the usual."""
    (stored,) = struct.unpack_from(">H", beginning.ljust(18, b"\0"), 16)
    page_size = 65536 if stored == 1 else stored
    is_possible = 512 <= page_size <= 65536 and page_size & (page_size - 1) == 0
    return [page_size, USUAL_SIZE] if is_possible and page_size != USUAL_SIZE else [USUAL_SIZE]


def _start(number: int) -> int:
    """Where a page's own header begins: on the first the file's header comes before it."""
    return 100 if number == 1 else 0


def _cells(page: bytes, number: int) -> Iterator[int | None]:
    """Where the cells of a page begin; None for each that is said to lie where none can."""
    start = _start(number)
    (count,) = struct.unpack_from(">H", page, start + 3)
    header = start + (12 if page[start] in (_TABLE_INTERIOR, _INDEX_INTERIOR) else 8)
    for place in range(header, min(header + 2 * count, len(page) - 1), 2):
        (cell,) = struct.unpack_from(">H", page, place)
        yield cell if cell >= header else None


def _varint(data: bytes, at: int, signed: bool = False) -> tuple[int, int]:
    """A number of one to nine bytes, and where it ends."""
    number = 0
    for place in range(at, at + 8):
        byte = data[place]
        number = number << 7 | byte & 127
        if byte < 128:
            return number, place + 1
    number = number << 8 | data[at + 8]
    return (number - (1 << 64) if signed and number >> 63 else number), at + 9


def _values(payload: bytes) -> tuple[Value, ...]:
    """The values of a row. Raises BrokenCellError where its header and its length disagree."""
    end, at = _varint(payload, 0)
    types: list[int] = []
    while at < end:
        kind, at = _varint(payload, at)
        types.append(kind)
    if at != end or len(types) > _MOST_VALUES or end + sum(map(_length, types)) != len(payload):
        raise BrokenCellError
    values: list[Value] = []
    for kind in types:
        values.append(_value(kind, payload[at : at + _length(kind)]))
        at += _length(kind)
    return tuple(values)


def _length(kind: int) -> int:
    if kind >= 12:
        return (kind - 12) // 2
    if kind in (10, 11):
        raise BrokenCellError
    return (0, 1, 2, 3, 4, 6, 8, 8, 0, 0)[kind]


def _value(kind: int, data: bytes) -> Value:
    if kind == 0:
        return None
    if kind < 7:
        return int.from_bytes(data, "big", signed=True)
    if kind == 7:
        return float(struct.unpack(">d", data)[0])
    if kind < 10:
        return kind - 8
    # A text with a broken letter is worth more than none.
    return data.decode("utf-8", errors="replace") if kind % 2 else data
