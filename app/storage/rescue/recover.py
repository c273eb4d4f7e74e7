"""Rescues what can be read of a damaged project into a new file, and says what is missing.

The rows count; what they lack comes from the history. The damaged file is only ever read.
"""

from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from app.language.phrases import Phrase, phrase, phrase_plural
from app.language.system_words import why
from app.model.document import Document
from app.model.nouns import counted, named
from app.model.records import RECORDS, Id, Picture, Record
from app.model.repair import repaired
from app.paths import resolved
from app.storage.errors import (
    MissingFileError,
    NothingToRecoverError,
    ProjectFileError,
    SameFileError,
    UnreadableFileError,
)
from app.storage.opening.check import check
from app.storage.opening.reading import require_file_kind, up_to_date
from app.storage.opening.settling import rolled_back_for_rescue
from app.storage.project_file import ProjectFile
from app.storage.rescue.salvage import Salvage, salvage
from app.storage.rescue.salvaged_history import State
from app.storage.tables import HISTORY, HISTORY_BLOCK
from app.threads import require_wanted

MOST_NAMED = 5
"""Lost records that are named one by one; of more only the number is told."""


@dataclass(frozen=True, slots=True)
class Rescue:
    """What could be read of a damaged file, made sound, and a sentence for each thing that is missing."""

    document: Document
    counts: dict[str, int]
    """How many there are of each kind of record: {"persona": 2, "map": 1, …}."""
    losses: tuple[Phrase, ...]


def recover(path: Path, out: Path, overwrite: bool = False) -> Rescue:
    """Write what can be read of a file into a new one.

    Raises NothingToRecoverError where that is nothing, and what `ProjectFile.create` raises.
    """
    if resolved(path) == resolved(out):
        raise SameFileError(out)
    found = rescue(path)
    require_wanted()
    ProjectFile.create(out, found.document, overwrite).close()
    return found


def rescue(path: Path) -> Rescue:
    """Read what can be read. Raises NothingToRecoverError, MissingFileError or UnreadableFileError."""
    path = resolved(path)
    try:
        require_file_kind(path)
        with _readable(path) as (sources, is_sound):
            return _rescued(path, sources, is_sound)
    except FileNotFoundError as error:
        raise MissingFileError(path) from error
    except OSError as error:
        raise UnreadableFileError(path, why(error)) from error


def _rescued(path: Path, sources: Sequence[Path], is_sound: bool) -> Rescue:
    found = salvage(sources)
    losses: list[Phrase] = []
    records = _chosen(found, losses)
    if not records:
        raise NothingToRecoverError(path)
    document, repairs = repaired(_with_pictures(records, found, losses))
    document.picture_store = found.pictures
    losses += [*_lost(found, document), *repairs]
    if not losses and not is_sound:
        losses.append(
            phrase("Parts of the file contradict each other, so more may be missing than is said here.")
        )
    counts = {record_type.kind: len(document.all(record_type)) for record_type in RECORDS}
    return Rescue(document, counts, tuple(losses))


@contextmanager
def _readable(path: Path) -> Iterator[tuple[list[Path], bool]]:
    """A copy of the file in the newest schema, or the file itself; or it and one to which a journal's pages
    were put back, of which the one with more in it counts. And whether it is sound, which is looked at before
    anything is kept: it takes as much memory as the rescue.
    """
    with ExitStack() as held:
        sources = [path]
        is_proven = is_sound = False
        with suppress(ProjectFileError, OSError):
            current = held.enter_context(up_to_date(path))
            sources, is_proven = [current.path], current.is_proven
            is_sound = is_proven and check(current.path).is_sound
        back = None if is_proven else held.enter_context(rolled_back_for_rescue(path))
        yield sources if back is None else [back, *sources], is_sound


def _chosen(found: Salvage, losses: list[Phrase]) -> list[Record]:
    """One record for each id, from the best place that has it."""
    states = found.history.states
    last = {id: state for id, state in states.items() if not _may_be_deleted(found, id, state)}
    records = dict(found.records)
    strays = {id: record for id, record in found.strays.items() if id not in records}
    for id, stray in strays.items():
        if id not in last or found.pages_missing or last[id].step <= found.history.last_lost_step:
            records[id] = stray
        elif (record := last[id].record) is not None:
            records[id] = record
    from_history = [
        state.record
        for id, state in last.items()
        if state.record is not None and id not in records and id not in strays
    ]
    records |= {record.id: record for record in from_history}
    if from_history:
        losses.append(
            phrase_plural(
                "{count} thing was taken from the history, as its row is lost.",
                "{count} things were taken from the history, as their rows are lost.",
                len(from_history),
            )
        )
    for id, fields in found.repaired.items():
        losses.append(
            phrase(
                "{record}: a value could not be read and was reset ({fields}).",
                record=named(records[id]),
                fields=fields,
            )
        )
    return list(records.values())


def _may_be_deleted(found: Salvage, id: Id, state: State) -> bool:
    """Whether a step that is lost may have deleted a record: that it did, its table's index tells."""
    if state.record is None or state.step > found.history.last_lost_step:
        return False
    expected = found.expected[type(state.record)]
    return bool(expected) and id not in expected


def _with_pictures(records: list[Record], found: Salvage, losses: list[Phrase]) -> list[Record]:
    """The records without the pictures whose bytes are lost."""
    kept = [
        record for record in records if not isinstance(record, Picture) or record.id in found.pictures_read
    ]
    if len(kept) < len(records):
        losses.append(
            phrase_plural(
                "{count} picture cannot be read.",
                "{count} pictures cannot be read.",
                len(records) - len(kept),
            )
        )
    return kept


def _lost(found: Salvage, document: Document) -> Iterator[Phrase]:
    if found.pages_missing:
        yield phrase_plural(
            "The file was cut short: its last page cannot be found.",
            "The file was cut short: its last {count} pages cannot be found.",
            found.pages_missing,
        )
    if not found.knows_tables:
        yield phrase(
            "The list of its tables cannot be read in full, so more may be missing than is said here."
        )
    for record_type, ids in found.expected.items():
        lost = sorted(id for id in ids if id not in document)
        if lost:
            yield _unread(counted(record_type.kind, len(lost)), lost)
    for table, number in found.unreadable.items():
        if table not in (HISTORY.name, HISTORY_BLOCK.name):
            yield phrase_plural(
                "{count} row of the table {table} cannot be read.",
                "{count} rows of the table {table} cannot be read.",
                number,
                table=table,
            )
    if found.unreadable[HISTORY.name] or found.unreadable[HISTORY_BLOCK.name] or found.history.has_gaps:
        yield phrase("The history cannot be read in full.")


def _unread(records: Phrase, lost: list[Id]) -> Phrase:
    some = ", ".join(lost[:MOST_NAMED])
    if len(lost) > MOST_NAMED:
        return phrase("Cannot be read: {records} ({some} …).", records=records, some=some)
    return phrase("Cannot be read: {records} ({some}).", records=records, some=some)
