"""What lies beside a project file under the names at which SQLite looks: it may come from anyone.

SQLite believes all of it. A journal whose end names another file has that file deleted, a write-ahead log
changes what is read, a pipe is waited for without end. So SQLite opens nothing beside which lies what this
program cannot have left there.
"""

import os
import stat
import struct
from contextlib import suppress
from functools import lru_cache
from itertools import count
from pathlib import Path
from typing import NamedTuple

from app.language.phrases import Phrase, phrase, tr
from app.storage.errors import OtherFormError, StrangeNeighbourError
from app.storage.opening.journal import HEADER_SIZE, header_of, names_another_file, promises_nothing

_FILE_MAGIC = b"SQLite format 3\0"
_SMALL = 1024 * 1024
_MOST_TIMES = 4
"""How many times as large as its file a journal may be: sectors are filled up after few pages each."""


class Stranger(NamedTuple):
    """Something beside a project file that this program cannot have left there, and how that is seen."""

    path: Path
    why: Phrase

    @property
    def words(self) -> Phrase:
        """Which file it is, and how that is seen: "a.journey-wal (it is not an ordinary file)"."""
        return Phrase("{name} ({why})", values=(("name", self.path.name), ("why", self.why)))


def true_path(path: Path) -> Path:
    """The file that SQLite opens, beside which it looks: where links lead to."""
    return Path(os.path.realpath(path))


def journal_of(path: Path) -> Path:
    """SQLite's rollback journal: beside an open file; with content, where a crash interrupted a commit."""
    return path.with_name(path.name + "-journal")


@lru_cache(maxsize=16)
def neighbours_of(path: Path) -> tuple[Path, ...]:
    """Everything that SQLite would look for beside a file."""
    return (journal_of(path), *_never_made(path))


def has_unfinished_commit(path: Path) -> bool:
    """Whether there is a journal that may have to be rolled back."""
    return _has_content(journal_of(path))


def require_harmless(path: Path, writes: bool) -> None:
    """Raises a ProjectFileError where SQLite must not open the file.

    Who only reads has nothing rolled back, so a journal that somebody is writing need not be looked into.
    Asked before each commit: where nothing lies there, or an empty file, three looks say so.
    """
    _require_own_form(path)
    if not any(map(_has_content, neighbours_of(path))):
        return
    found = strangers(path) if writes else never_ours(path)
    if found:
        raise StrangeNeighbourError(path, found[0].words)


def never_ours(path: Path) -> list[Stranger]:
    """All beside a file that this program cannot have left there, whatever is in it."""
    return [*_odd_kinds(path), *_strange_logs(path)]


def strangers(path: Path) -> list[Stranger]:
    """The same with a journal that is none of this file."""
    found = never_ours(path)
    journal = journal_of(path)
    if _has_content(journal) and journal not in (stranger.path for stranger in found):
        # Whoever writes it may be done and take it away just now.
        with suppress(FileNotFoundError):
            if why := _fault_of_journal(path, journal):
                found.append(Stranger(journal, why))
    return found


def _fault_of_journal(path: Path, journal: Path) -> Phrase | None:
    if why := shape_fault(path):
        return why
    if os.lstat(journal).st_nlink > 1:
        return phrase("it is another file as well")
    return phrase("its end names another file, to be deleted") if names_another_file(journal) else None


def shape_fault(path: Path) -> Phrase | None:
    """Why what lies where the journal would cannot be one of this file, by its kind, beginning and size."""
    journal = journal_of(path)
    if not _is_plain(journal):
        return phrase("it is not an ordinary file")
    size, length = journal.stat().st_size, path.stat().st_size
    with path.open("rb") as file:
        beginning = file.read(18).ljust(18, b"\0")
    with journal.open("rb") as file:
        header = file.read(HEADER_SIZE)
    if promises_nothing(header):
        return None
    (stored,) = struct.unpack_from(">H", beginning, 16)
    found = header_of(header)
    if found is None or not _is_power_of_two(found.sector, 32):
        return phrase("it is not a journal")
    if found.page != (65536 if stored == 1 else stored) or not _is_power_of_two(found.page, 512):
        return phrase("it belongs to a file with other pages")
    most = length // found.page + 1 + size // found.page
    if found.pages > most or size > _MOST_TIMES * length + _SMALL:
        return phrase("it belongs to a far larger file")
    return None


def set_aside(neighbour: Path) -> Path:
    """Give something a name at which SQLite does not look. Raises OSError, having changed nothing."""
    for number in count(1):
        again = f" {number}" if number > 1 else ""
        aside = neighbour.with_name(tr("{name} (set aside{number})", name=neighbour.name, number=again))
        if not os.path.lexists(aside):
            neighbour.rename(aside)
            return aside
    raise AssertionError


def clear_place(path: Path) -> None:
    """Leave nothing beside a file that is written anew which SQLite would take for its own. Raises OSError.

    What has content may be anybody's, and is set aside.
    """
    for neighbour in filter(os.path.lexists, neighbours_of(path)):
        if _has_content(neighbour):
            set_aside(neighbour)
        else:
            neighbour.unlink(missing_ok=True)


def _require_own_form(path: Path) -> None:
    """Journeywall writes 1 where a file says how it is read and written; 2 asks for a write-ahead log."""
    if not path.is_file():
        return
    # Before each commit: a file object takes twice as long.
    file = os.open(path, os.O_RDONLY | getattr(os, "O_BINARY", 0))
    try:
        beginning = os.read(file, 20)
    finally:
        os.close(file)
    if beginning.startswith(_FILE_MAGIC) and 2 in beginning[18:20]:
        raise OtherFormError(path, phrase("with a write-ahead log"))


def _never_made(path: Path) -> tuple[Path, Path]:
    return path.with_name(path.name + "-wal"), path.with_name(path.name + "-shm")


def _odd_kinds(path: Path) -> list[Stranger]:
    return [
        Stranger(neighbour, phrase("it is not an ordinary file"))
        for neighbour in neighbours_of(path)
        if os.path.lexists(neighbour) and not _is_plain(neighbour)
    ]


def _strange_logs(path: Path) -> list[Stranger]:
    return [
        Stranger(neighbour, phrase("Journeywall never makes such files"))
        for neighbour in _never_made(path)
        if _is_plain(neighbour) and _has_content(neighbour)
    ]


def _is_plain(path: Path) -> bool:
    try:
        return stat.S_ISREG(os.lstat(path).st_mode)
    except OSError:
        return False


def _has_content(path: Path) -> bool:
    """Whether something is there that is not an empty file."""
    try:
        found = os.lstat(path)
    except OSError:
        return False
    return not stat.S_ISREG(found.st_mode) or found.st_size > 0


def _is_power_of_two(number: int, least: int) -> bool:
    return least <= number <= 65536 and number & (number - 1) == 0
