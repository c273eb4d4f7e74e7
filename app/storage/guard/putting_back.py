"""Writes a whole open project anew to its place, where its file is gone or is not what was saved any more.

What lies there now is kept beside it under another name. What the memory does not hold, the changes and
pictures of earlier sessions, is read from wherever it is still found; the project is put back in any case.
"""

import os
import sys
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from contextlib import ExitStack, nullcontext, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from sqlalchemy import Connection, insert
from sqlalchemy.exc import DBAPIError

from app.file_names import free_path, unfinished
from app.language.phrases import tr, tr_plural
from app.model.change import Change
from app.model.document import Document
from app.model.history.steps import Step
from app.model.labels import NO_LABEL, step_label
from app.model.records import Id, Picture
from app.storage.engine import engine_for, reading_what_was_there
from app.storage.errors import ProjectFileError
from app.storage.guard.ending import Ending, Stamp, ending_of, stamp_of
from app.storage.history.history_rows import WITH_CHANGE, load_steps, write_new_step
from app.storage.history.recall import Recall
from app.storage.new_file import make_tables, sync_folder
from app.storage.opening.check import check
from app.storage.opening.neighbours import clear_place, journal_of, neighbours_of
from app.storage.opening.reading import reading, up_to_date
from app.storage.picture_rows import load_picture
from app.storage.rows import insert_records
from app.storage.tables import PICTURE_DATA


class Put(NamedTuple):
    """What came of it. `aside` is where that is now which lay in the place; from the step `first` on the
    history is known.
    """

    ending: Ending
    stamp: Stamp
    steps: tuple[Step, ...]
    first: int
    aside: Path | None
    steps_lost: int
    pictures_lost: int

    def __str__(self) -> str:
        sentences = [tr("The project is back in its place.")]
        if self.aside is not None:
            sentences.append(tr("What was there is now {name}, beside it.", name=self.aside.name))
        if self.steps_lost:
            sentences.append(
                tr_plural(
                    "{count} earlier step of its history could not be found.",
                    "{count} earlier steps of its history could not be found.",
                    self.steps_lost,
                )
            )
        if self.pictures_lost:
            sentences.append(
                tr_plural(
                    "{count} picture could not be found.",
                    "{count} pictures could not be found.",
                    self.pictures_lost,
                )
            )
        return " ".join(sentences)


@dataclass(frozen=True, slots=True)
class Whole:
    """All of an open project at one moment: `changes` are those in memory, `spares` gives copies of it."""

    document: Document
    steps: tuple[Step, ...]
    changes: Mapping[int, Change]
    spares: Callable[[], Iterable[Path]]
    then: Callable[[Put], object]

    @property
    def first_in_memory(self) -> int:
        """From which step on the history can be put back, whatever is still found."""
        return _first_of(_with_changes(self, ()))


def put_back(path: Path, whole: Whole, old: Connection | None) -> Put:
    """Write the project to its place: whole, or not at all.

    `old` is a connection to the file that was there, if that still has one. Raises OSError or DBAPIError.
    """
    draft = unfinished(path)
    try:
        with ExitStack() as held:
            sources = _sources(path, tuple(whole.spares()), old, held)
            steps = _with_changes(whole, sources)
            pictures_lost = _write(draft, whole, steps, sources)
            if steps and not check(draft).is_sound:
                # What was found of the early history does not lead to what there is now.
                draft.unlink()
                steps = _with_changes(whole, ())
                pictures_lost = _write(draft, whole, steps, sources)
        with reading(draft) as connection:
            ending, written = ending_of(connection), tuple(load_steps(connection))
        aside = _exchanged(draft, path)
        sync_folder(path.parent)
        steps_lost = len(whole.steps) - len(steps)
        first = _first_of(steps) if steps_lost else 0
        return Put(ending, stamp_of(path), written, first, aside, steps_lost, pictures_lost)
    finally:
        for left in (draft, journal_of(draft)):
            left.unlink(missing_ok=True)


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
            held.enter_context(reading_what_was_there(old).begin())
            found.append(_Source(old))
    for spare in (*spares, path):
        with suppress(ProjectFileError, DBAPIError, OSError):
            current = held.enter_context(up_to_date(spare))
            found.append(_Source(held.enter_context(reading(current.path))))
    return found


def _write(draft: Path, whole: Whole, steps: Sequence[Step], sources: list[_Source]) -> int:
    """Write the draft with the last steps. Returns how many pictures could not be found."""
    dropped = whole.steps[: len(whole.steps) - len(steps)]
    pictures = {picture.id for picture in whole.document.pictures()}
    with engine_for(draft, "rwc").connect() as connection, connection.begin():
        make_tables(connection)
        insert_records(connection, whole.document)
        if dropped:
            write_new_step(connection, _stand_in(dropped), Change(NO_LABEL, ()))
        for step in steps:
            change = _change_of(step, whole, sources) if step.act in WITH_CHANGE else None
            write_new_step(connection, step, change)
            pictures |= {record.id for edit in change or () for record in edit if isinstance(record, Picture)}
        return sum(not _write_picture(connection, id, whole, sources) for id in pictures)


def _first_of(steps: Sequence[Step]) -> int:
    """The number of the first; where there are none, one that no step has yet."""
    return steps[0].number if steps else sys.maxsize


def _with_changes(whole: Whole, sources: Sequence[_Source]) -> tuple[Step, ...]:
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
    return Step(last.number, last.at, "thinned", last.number, step_label("lost", count=len(dropped)))


def _write_picture(connection: Connection, id: Id, whole: Whole, sources: list[_Source]) -> bool:
    found = (source.picture(id) for source in sources)
    data = whole.document.picture_store.kept(id) or next(filter(None, found), None)
    if data is not None:
        connection.execute(insert(PICTURE_DATA), {"id": id, "data": data})
    return data is not None


def _exchanged(draft: Path, path: Path) -> Path | None:
    """Put the draft in the place of what lies there, which gets another name, with what is beside it.

    At no moment is there nothing in the place, where the disk knows links.
    """
    if not os.path.lexists(path):
        clear_place(path)
        draft.replace(path)
        return None
    aside = free_path(
        path.parent,
        path.stem,
        path.suffix,
        otherwise=tr("Untitled"),
        tail=tr(" (found in its place{number})", number="{}"),
    )
    is_linked = _is_linked(path, aside)
    if not is_linked:
        path.rename(aside)
    try:
        for side, beside in zip(neighbours_of(path), neighbours_of(aside), strict=True):
            if os.path.lexists(side) and not os.path.lexists(beside):
                side.rename(beside)
        clear_place(path)
        draft.replace(path)
    except OSError:
        if is_linked:
            aside.unlink()
        raise
    return aside


def _is_linked(path: Path, aside: Path) -> bool:
    try:
        os.link(path, aside, follow_symlinks=False)
    except (OSError, NotImplementedError):
        return False
    return True
