"""Writes a whole open project anew to its place, where its file is gone or is not what was saved any more.

What lies there now is kept beside it under another name. What the memory does not hold, the changes and
pictures of earlier sessions, is read from wherever it is still found; the project is put back in any case.
"""

from collections.abc import Callable, Collection, Mapping
from contextlib import ExitStack, nullcontext, suppress
from dataclasses import dataclass, replace
from itertools import count
from pathlib import Path
from typing import NamedTuple

from sqlalchemy import Connection, insert
from sqlalchemy.exc import DBAPIError

from app.model.change import Change
from app.model.document import Document
from app.model.history import Step
from app.model.records import Id, Picture
from app.model.words import count as counted
from app.storage.check import check
from app.storage.ending import Ending, Stamp, ending_of, stamp_of
from app.storage.engine import engine_for
from app.storage.errors import ProjectFileError
from app.storage.history_rows import WITH_CHANGE, count_rows, load_steps, write_new_step
from app.storage.new_file import make_tables, sync_folder
from app.storage.picture_rows import load_picture
from app.storage.reading import reading, up_to_date
from app.storage.recall import Recall
from app.storage.rows import insert_records
from app.storage.tables import PICTURE_DATA

_SIDES = ("-journal", "-wal", "-shm")
"""What SQLite keeps beside a file, and would take for that of the new one."""


class Put(NamedTuple):
    """What came of it. `aside` is where that is now which lay in the place."""

    ending: Ending
    stamp: Stamp
    rows: int
    aside: Path | None
    steps_lost: int
    pictures_lost: int

    def __str__(self) -> str:
        said = ["The project is back in its place."]
        if self.aside is not None:
            said.append(f"What lay there is now {self.aside.name}, beside it.")
        if self.steps_lost:
            said.append(f"Of its history, {counted(self.steps_lost, 'earlier step')} could not be found.")
        if self.pictures_lost:
            said.append(f"{counted(self.pictures_lost, 'picture')} could not be found.")
        return " ".join(said)


@dataclass(frozen=True, slots=True)
class Whole:
    """All of an open project at one moment. `changes` are those in memory, `spares` other copies of it."""

    document: Document
    steps: tuple[Step, ...]
    changes: Mapping[int, Change]
    spares: tuple[Path, ...]
    then: Callable[[Put], object]


def put_back(path: Path, whole: Whole, old: Connection | None) -> Put:
    """Write the project to its place: whole, or not at all.

    `old` is a connection to the file that was there, if that still has one. Raises OSError or DBAPIError.
    """
    draft = path.with_name(path.name + ".part")
    try:
        with ExitStack() as held:
            sources = _sources(path, whole.spares, old, held)
            lost = _write(draft, whole, sources)
            if lost[0] == 0 and not check(draft).is_sound:
                # What was found of the early history does not lead to what there is now.
                without = replace(whole, steps=_with_changes(whole, []))
                lost = len(whole.steps) - len(without.steps), _write(draft, without, sources)[1]
        with reading(draft) as connection:
            ending, rows = ending_of(connection), count_rows(connection)
        aside = _set_aside(path)
        draft.replace(path)
        sync_folder(path.parent)
        return Put(ending, stamp_of(path), rows, aside, *lost)
    finally:
        _remove(draft)


class _Source:
    """A file, or what is left of one, out of which changes and pictures can be read."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._steps = {step.number: step for step in load_steps(connection)}
        self._recall = Recall(lambda: nullcontext(connection))

    def has(self, step: Step) -> bool:
        return self._steps.get(step.number) == step

    def change_of(self, step: Step) -> Change:
        return self._recall(step.number)

    def picture(self, id: Id) -> bytes | None:
        with suppress(DBAPIError):
            return load_picture(self._connection, id)
        return None


def _sources(path: Path, spares: Collection[Path], old: Connection | None, held: ExitStack) -> list[_Source]:
    """All that can be read, the best first; held open until `held` ends."""
    found = []
    if old is not None:
        with suppress(ProjectFileError, DBAPIError):
            held.enter_context(old.begin())
            found.append(_Source(old))
    for spare in (*spares, path):
        with suppress(ProjectFileError, DBAPIError, OSError):
            current = held.enter_context(up_to_date(spare))
            found.append(_Source(held.enter_context(reading(current.path))))
    return found


def _write(draft: Path, whole: Whole, sources: list[_Source]) -> tuple[int, int]:
    """Write the draft. Returns how many steps, and how many pictures, could not be found."""
    steps = _with_changes(whole, sources)
    dropped = whole.steps[: len(whole.steps) - len(steps)]
    pictures = {picture.id for picture in whole.document.pictures()}
    _remove(draft)
    with engine_for(draft, "rwc").connect() as connection, connection.begin():
        make_tables(connection)
        insert_records(connection, whole.document)
        if dropped:
            write_new_step(connection, _stand_in(dropped), Change("", ()))
        for step in steps:
            change = _change_of(step, whole, sources) if step.act in WITH_CHANGE else None
            write_new_step(connection, step, change)
            pictures |= {record.id for edit in change or () for record in edit if isinstance(record, Picture)}
        missing = sum(not _write_picture(connection, id, whole, sources) for id in pictures)
    return len(dropped), missing


def _with_changes(whole: Whole, sources: list[_Source]) -> tuple[Step, ...]:
    """The newest steps, as far back as all that they did is known."""
    begin = 0
    for index, step in enumerate(whole.steps):
        is_found = step.number in whole.changes or any(source.has(step) for source in sources)
        if step.act in WITH_CHANGE and not is_found:
            begin = index + 1
    for index, step in enumerate(whole.steps):
        if index >= begin and step.of < whole.steps[begin].number:
            # It takes back, or does again, what is not there any more.
            begin = index + 1
    return whole.steps[begin:]


def _change_of(step: Step, whole: Whole, sources: list[_Source]) -> Change:
    if (known := whole.changes.get(step.number)) is not None:
        return known
    return next(source for source in sources if source.has(step)).change_of(step)


def _stand_in(dropped: tuple[Step, ...]) -> Step:
    """One step for those that are lost: the history must not have a hole that nothing explains."""
    last = dropped[-1]
    return Step(last.number, last.at, "thinned", last.number, f"{counted(len(dropped), 'step')}, lost")


def _write_picture(connection: Connection, id: Id, whole: Whole, sources: list[_Source]) -> bool:
    found = (source.picture(id) for source in sources)
    data = whole.document.picture_store.kept(id) or next(filter(None, found), None)
    if data is not None:
        connection.execute(insert(PICTURE_DATA), {"id": id, "data": data})
    return data is not None


def _set_aside(path: Path) -> Path | None:
    """Give what lies at a path another name, with what SQLite keeps beside it."""
    if not path.is_symlink() and not path.exists():
        _remove(path)
        return None
    names = (f"found in its place{f' {number}' if number > 1 else ''}" for number in count(1))
    places = (path.with_name(f"{path.stem} ({name}){path.suffix}") for name in names)
    aside = next(place for place in places if not place.is_symlink() and not place.exists())
    path.rename(aside)
    for side in (path.with_name(path.name + name) for name in _SIDES):
        with suppress(FileNotFoundError):
            if side.is_file() and side.stat().st_size == 0:
                side.unlink()
            else:
                side.rename(aside.with_name(aside.name + side.name.removeprefix(path.name)))
    return aside


def _remove(path: Path) -> None:
    for each in (path, *(path.with_name(path.name + side) for side in _SIDES)):
        each.unlink(missing_ok=True)
