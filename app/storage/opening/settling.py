"""Decides what a project file is that a crash, a restored copy or a stranger left with something beside it.

A journal is believed only after a rollback in a copy: the file was perhaps replaced by an older one since,
and rolling that back would destroy it. What is chosen has sound pages and a history that leads to what is in
it. The file itself is left alone until `Settled.apply`.
"""

import hashlib
import os
import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Literal, NamedTuple

from sqlalchemy.exc import DBAPIError

from app.language.phrases import Phrase, phrase
from app.language.words import joined, listed
from app.model.history.going_back import before
from app.model.history.history import History
from app.model.upgrades import Message
from app.storage.engine import engine_for, roll_back
from app.storage.errors import BrokenContentError, ProjectFileError, error_code, is_busy
from app.storage.history.history_rows import load_steps
from app.storage.history.recall import Recall
from app.storage.new_file import sync_folder
from app.storage.opening.journal import is_of_another_moment, names_another_file, without_names
from app.storage.opening.known_schema import require_known_tables
from app.storage.opening.loading import load, load_document
from app.storage.opening.neighbours import (
    has_unfinished_commit,
    journal_of,
    set_aside,
    shape_fault,
    strangers,
    true_path,
)
from app.storage.opening.soundness import faults_in
from app.storage.picture_rows import pictures_are_whole
from app.storage.rescue.holes import copy_data
from app.storage.tables import SCHEMA
from app.threads import require_wanted

Remedy = Literal["roll back", "drop the journal", "set aside"]

_WANTS_TO_WRITE = (8, 14)
"""SQLite's codes where it may only read and would have to roll back first."""


@dataclass(frozen=True, slots=True)
class Settled:
    """A file that can be read, whatever lies beside the project, and what is to be done there."""

    path: Path
    """The project itself, or a copy."""
    original: Path
    remedy: Remedy = "roll back"
    unused: tuple[Path, ...] = ()
    """What lies beside the project and does not belong to it."""
    is_proven: bool = True
    """False where the project is whole neither with the journal nor without it."""
    upgraded: tuple[Message, ...] | None = None
    """Where `path` is a copy in the newest schema, what bringing it there did to records."""

    @property
    def notice(self) -> Phrase | None:
        """A sentence on what is not used."""
        if not self.unused:
            return None
        return phrase(
            "Beside {name} was something that does not belong to it any more, so it was not used: {files}.",
            name=self.original.name,
            files=listed([path.name for path in self.unused]),
        )

    def apply(self) -> Phrase | None:
        """Make the project itself what was read. Returns what was done, if anybody need know it.

        Raises OSError or DBAPIError where that cannot be done, having lost nothing.
        """
        moved: list[Phrase] = []
        if self.remedy != "roll back" or self.unused:
            # What is not rolled back any more must be on the disk before the journal is gone.
            with self.original.open("rb+") as file:
                os.fsync(file.fileno())
            moved += [
                phrase("{name} is now called {new}", name=path.name, new=set_aside(path).name)
                for path in self.unused
                if os.path.lexists(path)
            ]
            if self.remedy == "drop the journal":
                journal_of(self.original).unlink(missing_ok=True)
            sync_folder(self.original.parent)
        try:
            roll_back(self.original, patience=0)
        except DBAPIError as error:
            # What another program keeps busy just now, the first commit waits for.
            if not is_busy(error):
                raise
        if not moved:
            return None
        return phrase(
            "Beside {name} was something that does not belong to it any more, so it was set aside: {files}.",
            name=self.original.name,
            files=joined(moved, ", "),
        )


class _Proof(NamedTuple):
    """What a copy turned out to be: 2 where all of it is sound, 1 where it can be opened, else 0.

    What is in it is read again to be compared: of two of the largest files at once there would be too much.
    """

    path: Path
    grade: int
    read: Path
    """The copy itself, or that with the newest schema."""


@contextmanager
def settled(path: Path) -> Iterator[Settled]:
    """Look at a project file and what lies beside it. Raises OSError where either cannot be read."""
    path = true_path(path)
    found, has_journal = _beside(path)
    if not found and not has_journal:
        yield Settled(path, path)
        return
    with TemporaryDirectory(prefix="journeywall-") as folder:
        if has_journal:
            yield _chosen(path, found, Path(folder))
        else:
            yield Settled(_copied(path, Path(folder)), path, "set aside", found)


@contextmanager
def rolled_back_for_rescue(path: Path) -> Iterator[Path | None]:
    """A copy to which the pages of a journal were put back, whoever left it; none where there is none."""
    path = true_path(path)
    with TemporaryDirectory(prefix="journeywall-") as folder:
        if not has_unfinished_commit(path) or shape_fault(path):
            yield None
            return
        copy = _copied(path, Path(folder), journal=True)
        without_names(journal_of(copy))
        yield copy if _is_rolled_back(copy) else None


def _beside(path: Path) -> tuple[tuple[Path, ...], bool]:
    """What does not belong to a file, and whether there is a journal beside it that may be rolled back."""
    found = tuple(stranger.path for stranger in strangers(path))
    journal = journal_of(path)
    if journal in found or not has_unfinished_commit(path):
        return found, False
    # Where SQLite must not look, it cannot be asked.
    return found, bool(found) or _needs_rollback(path)


def _chosen(path: Path, found: tuple[Path, ...], folder: Path) -> Settled:
    """The file with its journal rolled back, or as it is without it."""
    one = _copied(path, folder / "rolled back", journal=True)
    is_stale = is_of_another_moment(one, journal_of(one))
    back = _proved(one) if _is_rolled_back(one) else _Proof(one, 0, one)
    now = _proved(_copied(path, folder / "as it is"))
    rolled_back = Settled(back.path, path, unused=found)
    aside = Settled(now.path, path, "set aside", (journal_of(path), *found))
    if now.grade == 2 == back.grade:
        if _continues(back, now):
            return rolled_back
        if _continues(now, back):
            return Settled(now.path, path, "drop the journal", found)
        return aside if is_stale else rolled_back
    if now.grade == 2:
        return aside
    # Also where the history was damaged before: then SQLite's own way is the safest.
    return replace(aside, is_proven=False) if is_stale or back.grade == 0 else rolled_back


def _continues(later: _Proof, earlier: _Proof) -> bool:
    """Whether one is the other with what was done after it, exactly. The last step may have grown."""
    steps, earlier_steps = _heads_in(later), _heads_in(earlier)
    end = max(0, len(earlier_steps) - 1)
    own, others = steps[end : end + 1], earlier_steps[end:]
    return (
        steps[:end] == earlier_steps[:end]
        and [head[:3] for head in own] == [head[:3] for head in others][: len(own)]
        and len(own) >= len(others)
        and _sum_after(later, end) == _sum_after(earlier, end)
        and (len(steps) > len(earlier_steps) or _sum_after(later) == _sum_after(earlier))
    )


def _heads_in(proof: _Proof) -> list[tuple[int, str, int, bytes]]:
    """Number, act and aim of each step, and what stands for all of it."""
    with engine_for(proof.read, "ro").connect() as connection:
        steps = load_steps(connection)
    return [(step.number, step.act, step.of, _sum_of((step,))) for step in steps]


def _sum_after(proof: _Proof, end: int | None = None) -> bytes:
    """What stands for all records as they were after so many steps, or as they are."""
    with engine_for(proof.read, "ro").connect() as connection:
        document = load_document(connection)
        if end is not None:
            steps = load_steps(connection)
            history = History(document, steps, Recall(lambda: nullcontext(connection)))
            document = before(document, map(history.change_of, reversed(steps[end:])))
    records = sorted(document, key=lambda record: record.id)
    return _sum_of(records)


def _sum_of(things: Iterable[object]) -> bytes:
    found = hashlib.sha256()
    for thing in things:
        require_wanted()
        found.update(repr(thing).encode(errors="surrogatepass"))
    return found.digest()


def _copied(path: Path, folder: Path, journal: bool = False) -> Path:
    folder.mkdir(exist_ok=True)
    copy = folder / path.name
    with copy.open("xb") as target:
        copy_data(path, target)
    if journal:
        shutil.copyfile(journal_of(path), journal_of(copy), follow_symlinks=False)
    return copy


def _is_rolled_back(copy: Path) -> bool:
    if names_another_file(journal_of(copy)):
        return False
    try:
        roll_back(copy)
    except (DBAPIError, UnicodeDecodeError, ProjectFileError):
        return False
    return True


def _proved(copy: Path) -> _Proof:
    """Read all of a copy. One with an old schema is migrated in a further copy."""
    try:
        read = copy
        if _schema_of(copy) < SCHEMA:
            from app.storage.opening.migrate import migrate_in_place

            read = _copied(copy, copy.parent / "migrated")
            migrate_in_place(read)
        with engine_for(read, "ro").connect() as connection:
            if connection.exec_driver_sql("PRAGMA quick_check(1)").scalar_one() != "ok":
                return _Proof(copy, 0, copy)
            load(connection)
            is_sound = not faults_in(connection) and pictures_are_whole(connection)
            return _Proof(copy, 2 if is_sound else 1, read)
    except (DBAPIError, UnicodeDecodeError, ProjectFileError):
        return _Proof(copy, 0, copy)


def _schema_of(copy: Path) -> int:
    with engine_for(copy, "ro").connect() as connection:
        schema = int(connection.exec_driver_sql("PRAGMA user_version").scalar_one())
        if not 0 <= schema <= SCHEMA:
            raise BrokenContentError(phrase("Its schema is unknown."))
        require_known_tables(connection, copy, schema)
        return schema


def _needs_rollback(path: Path) -> bool:
    """Whether SQLite would roll a journal back, if it could write: not one that somebody writes just now."""
    try:
        with engine_for(path, "ro").connect() as connection:
            connection.exec_driver_sql("PRAGMA schema_version")
    except DBAPIError as error:
        return error_code(error) & 0xFF in _WANTS_TO_WRITE
    except UnicodeDecodeError:
        return False
    return False
