"""Reads a whole project file and says what is in it and what is wrong with it, without touching it."""

from collections.abc import Iterable, Iterator
from contextlib import nullcontext
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Connection, Table, func, select
from sqlalchemy.exc import DBAPIError

from app.model.document import StaleChangeError
from app.model.history import History, Step
from app.model.invariants import faults
from app.model.records import RECORDS
from app.model.words import count
from app.storage.errors import BrokenContentError
from app.storage.history_rows import load_steps
from app.storage.loading import load_document
from app.storage.reading import reading, resolved, up_to_date
from app.storage.recall import Recall
from app.storage.rows import faults_of_type
from app.storage.tables import HISTORY, TABLES


@dataclass(frozen=True, slots=True)
class Report:
    """What is in a project file, by kind of record, and a sentence for each thing that is wrong."""

    counts: dict[str, int]
    """How many there are of each kind of record that can be read: {"persona": 2, "map": 1, …}."""
    steps: int
    """How many steps the history has."""
    faults: tuple[str, ...]

    @property
    def is_sound(self) -> bool:
        return not self.faults


def check(path: Path) -> Report:
    """Read everything in a file. Raises a ProjectFileError where it is no project at all."""
    path = resolved(path)
    with up_to_date(path) as current, reading(current) as connection:
        found = [*_faults_of_structure(connection), *_faults_of_values(connection)]
        if not found:
            found += [*_faults_of_content(connection), *_faults_of_history(connection)]
        counts = {record_type.kind: _count(connection, TABLES[record_type]) for record_type in RECORDS}
        return Report(counts, _count_steps(connection), tuple(dict.fromkeys(found)))


def _faults_of_structure(connection: Connection) -> Iterator[str]:
    try:
        for (message,) in connection.exec_driver_sql("PRAGMA integrity_check"):
            if message != "ok":
                yield f"The file is damaged: {message}."
        for table, row, parent, _ in connection.exec_driver_sql("PRAGMA foreign_key_check"):
            yield f"Row {row} of {table} refers to a {parent} that does not exist."
    except DBAPIError as error:
        yield f"The file is damaged: {error.orig}."


def _faults_of_values(connection: Connection) -> Iterator[str]:
    for record_type in RECORDS:
        try:
            yield from faults_of_type(connection, record_type)
        except BrokenContentError as error:
            yield error.fault
        except DBAPIError as error:
            yield f"The {record_type.kind}s cannot be read ({error.orig})."


def _faults_of_content(connection: Connection) -> Iterator[str]:
    try:
        yield from faults(load_document(connection))
    except BrokenContentError as error:
        yield error.fault


def _faults_of_history(connection: Connection) -> Iterator[str]:
    """Goes all the way back: each step must lead to what the steps after it began with."""
    try:
        document = load_document(connection)
        steps = load_steps(connection)
        yield from _holes(steps)
        history = History(document, steps, Recall(lambda: nullcontext(connection)))
        for step in reversed(steps):
            document.apply(history.change_of(step).inverse())
    except BrokenContentError as error:
        yield error.fault
    except (StaleChangeError, KeyError):
        yield "The history does not lead to what is in the file."
    except DBAPIError as error:
        yield f"The history cannot be read ({error.orig})."


def _holes(steps: Iterable[Step]) -> Iterator[str]:
    """Numbers have no gaps, and what is thinned out leaves its last: so missing steps are known."""
    last = 0
    for step in steps:
        missing = step.number - last - 1
        if missing and step.act != "thinned":
            yield f"The history lacks {count(missing, 'step')} before its step {step.number}."
        last = step.number


def _count_steps(connection: Connection) -> int:
    """All steps; where they cannot be read, those in rows."""
    try:
        return len(load_steps(connection))
    except (BrokenContentError, DBAPIError):
        return _count(connection, HISTORY)


def _count(connection: Connection, table: Table) -> int:
    try:
        return int(connection.execute(select(func.count()).select_from(table)).scalar_one())
    except DBAPIError:
        return 0
