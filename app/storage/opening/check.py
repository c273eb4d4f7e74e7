"""Reads a whole project file and says what is in it and what is wrong with it, without touching it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Connection, Table, func, select
from sqlalchemy.exc import DBAPIError

from app.language.phrases import Phrase, phrase_plural
from app.model.history.steps import Step
from app.model.records import RECORDS
from app.paths import resolved
from app.storage.errors import BrokenContentError
from app.storage.history.history_rows import load_steps
from app.storage.opening.reading import reading, up_to_date
from app.storage.opening.soundness import faults_in
from app.storage.tables import HISTORY, TABLES

_MOST_PLACES = 3
"""Gaps in the history whose places are told."""


@dataclass(frozen=True, slots=True)
class Report:
    """What is in a project file, by kind of record, and a sentence for each thing that is wrong."""

    counts: dict[str, int]
    """How many there are of each kind of record that can be read: {"persona": 2, "map": 1, …}."""
    steps: int
    """How many steps the history has."""
    faults: tuple[Phrase, ...]
    notices: tuple[Phrase, ...] = ()
    """What is no fault: what lies beside the file and was not used, what bringing it up to date does to
    records, numbers that are missing in the history.
    """

    @property
    def is_sound(self) -> bool:
        return not self.faults


def check(path: Path) -> Report:
    """Read everything in a file. Raises a ProjectFileError where it is no project at all."""
    path = resolved(path)
    with up_to_date(path) as current, reading(current.path) as connection:
        found = faults_in(connection)
        counts = {record_type.kind: _count(connection, TABLES[record_type]) for record_type in RECORDS}
        steps = _steps(connection)
        number = _count(connection, HISTORY) if steps is None else len(steps)
        notices = (
            *filter(None, (current.notice, _holes(steps or ()))),
            *(each.phrase for each in current.upgraded or ()),
        )
        return Report(counts, number, tuple(dict.fromkeys(found)), notices)


def _steps(connection: Connection) -> list[Step] | None:
    try:
        return load_steps(connection)
    except (BrokenContentError, DBAPIError):
        return None


def _holes(steps: Sequence[Step]) -> Phrase | None:
    """A sentence where numbers are missing that were not thinned out.

    No fault: in older Journeywalls, a step that was typed and taken back at once took its number along.
    """
    holes = [*_missing(steps)]
    if not holes:
        return None
    places = ", ".join(str(step.number) for step, _ in holes[:_MOST_PLACES])
    if len(holes) > _MOST_PLACES:
        places += " …"
    return phrase_plural(
        "The history lacks {count} step (before {places}). Older versions of Journeywall left such gaps "
        "where a text was typed and undone at once; newer ones leave none.",
        "The history lacks {count} steps (before {places}). Older versions of Journeywall left such gaps "
        "where a text was typed and undone at once; newer ones leave none.",
        sum(missing for _, missing in holes),
        places=places,
    )


def _missing(steps: Sequence[Step]) -> Iterator[tuple[Step, int]]:
    last = 0
    for step in steps:
        missing = step.number - last - 1
        if missing and step.act != "thinned":
            yield step, missing
        last = step.number


def _count(connection: Connection, table: Table) -> int:
    try:
        return int(connection.execute(select(func.count()).select_from(table)).scalar_one())
    except DBAPIError:
        return 0
