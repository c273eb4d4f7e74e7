"""What SQLite writes into a rollback journal, as far as it tells to which file and moment it belongs.

Follows https://sqlite.org/fileformat2.html and pager.c. Nothing in a journal is believed.
"""

import os
import struct
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

_MAGIC = bytes.fromhex("d9d505f920a163d7")
_HEADER = struct.Struct(">8s5I")
HEADER_SIZE = _HEADER.size
_ENDING = struct.Struct(">II8s")
"""What a journal ends with that belongs to several files: the length of a name before it, a sum, and what
journals begin with."""
_COUNTER = 24
"""Where the first page of a file says how often the file was changed."""
_TO_THE_END = 0xFFFFFFFF
_MOST = 1 << 32


class Header(NamedTuple):
    """What a journal says of itself: how many pages it holds, how many the file had, and sizes."""

    records: int
    pages: int
    sector: int
    page: int


def header_of(beginning: bytes) -> Header | None:
    """What the first bytes of a journal, or of a further part of it, tell; none where it is none."""
    magic, records, _, pages, sector, page = _HEADER.unpack(beginning.ljust(_HEADER.size, b"\0"))
    return Header(records, pages, sector, page) if magic == _MAGIC else None


def promises_nothing(beginning: bytes) -> bool:
    """Whether a journal has no beginning yet: SQLite writes that when the pages after it are on the disk."""
    found = beginning[: len(_MAGIC)].rstrip(b"\0")
    return found != _MAGIC and _MAGIC.startswith(found)


def is_of_another_moment(path: Path, journal: Path) -> bool:
    """Whether a journal was not left by the last change that was begun in a file, or is damaged.

    It holds the first page as it was before; in the file that is still the same, or changed once more. Where
    it holds none, nobody can tell.
    """
    before = None
    for number, page, is_sound in _records(journal):
        if not is_sound:
            return True
        if number == 1:
            before = _counter(page)
    with path.open("rb") as file:
        now = _counter(file.read(_COUNTER + 4))
    return before is not None and (now - before) % _MOST not in (0, 1)


def _counter(page: bytes) -> int:
    return int.from_bytes(page[_COUNTER : _COUNTER + 4], "big")


def _records(journal: Path) -> Iterator[tuple[int, bytes, bool]]:
    """The pages of a journal by number, and whether the sum of each is right.

    Only those that it promises to hold: what was not on the disk yet is no part of the file either.
    """
    size, at = journal.stat().st_size, 0
    with journal.open("rb") as file:
        beginning = file.read(_HEADER.size)
        first = header_of(beginning)
        while first is not None and (part := header_of(beginning)) is not None:
            nonce = int.from_bytes(beginning[12:16], "big")
            start, stride = at + first.sector, first.page + 8
            most = max(0, size - start) // stride
            records = most if part.records == _TO_THE_END else min(part.records, most)
            file.seek(start)
            for _ in range(records):
                record = file.read(stride)
                page, checksum = record[4:-4], int.from_bytes(record[-4:], "big")
                is_sound = (nonce + sum(page[first.page - 200 : 0 : -200])) % _MOST == checksum
                yield int.from_bytes(record[:4], "big"), page, is_sound
            at = -(-(start + records * stride) // first.sector) * first.sector
            file.seek(at)
            beginning = file.read(_HEADER.size)


def names_another_file(journal: Path) -> bool:
    """Whether a journal ends with another's name, as `readSuperJournal` in SQLite's pager.c looks for it.

    Stricter: whether the sum is right, and how long a name may be, does not count.
    """
    with journal.open("rb") as file:
        end = file.seek(0, os.SEEK_END)
        if end < _ENDING.size:
            return False
        file.seek(end - _ENDING.size)
        length, _, magic = _ENDING.unpack(file.read(_ENDING.size).ljust(_ENDING.size))
    return bool(magic == _MAGIC and 0 < length <= end - _ENDING.size)


def without_names(journal: Path) -> None:
    """Cut off of a copy of a journal whatever names other files. Its pages stay."""
    while names_another_file(journal):
        os.truncate(journal, journal.stat().st_size - len(_MAGIC))
