"""Reads a whole project file and says what is in it and what is wrong with it, without touching it."""

from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Connection, Table, func, select
from sqlalchemy.exc import DBAPIError

from app.model.records import RECORDS
from app.paths import resolved
from app.storage.errors import BrokenContentError
from app.storage.history_rows import load_steps
from app.storage.reading import reading, up_to_date
from app.storage.soundness import faults_in
from app.storage.tables import HISTORY, TABLES


@dataclass(frozen=True, slots=True)
class Report:
    """What is in a project file, by kind of record, and a sentence for each thing that is wrong."""

    counts: dict[str, int]
    """How many there are of each kind of record that can be read: {"persona": 2, "map": 1, …}."""
    steps: int
    """How many steps the history has."""
    faults: tuple[str, ...]
    notices: tuple[str, ...] = ()
    """What lies beside the file and was not used; what bringing it up to date does to records."""

    @property
    def is_sound(self) -> bool:
        return not self.faults


def check(path: Path) -> Report:
    """Read everything in a file. Raises a ProjectFileError where it is no project at all."""
    path = resolved(path)
    with up_to_date(path) as current, reading(current.path) as connection:
        found = faults_in(connection)
        counts = {record_type.kind: _count(connection, TABLES[record_type]) for record_type in RECORDS}
        notices = (*filter(None, (current.notice,)), *map(str, current.upgraded or ()))
        return Report(counts, _count_steps(connection), tuple(dict.fromkeys(found)), notices)


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
