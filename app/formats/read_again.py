"""Reads a file that was just written, and notes what of the project does not come back as it was.

So nobody has to know beforehand what a format loses: whatever a text does to its reader is seen.
"""

import math
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, field
from typing import BinaryIO

from app.formats.export_notes import ExportNote, Fate, Holding
from app.formats.exported_records import exported_records, place_of
from app.formats.import_notes import Imported
from app.formats.pairing import paired
from app.model.document import Document
from app.model.project_language import in_its_language
from app.model.records import RECORDS, Id, Record
from app.model.verbs.maps import new_project
from app.pages.errors import FormatError, sentence_of


@in_its_language
def notes_by_reading(
    document: Document, holding: Holding, stream: BinaryIO, read: Callable[[BinaryIO], Imported]
) -> tuple[ExportNote, ...]:
    """Read what was written of a document, and note what it lacks. A file that cannot be read lacks all."""
    try:
        return export_notes(document, holding, read(stream).document)
    except FormatError as error:
        unread = ExportNote("otherwise", document.project.kind, 1, reason=sentence_of(error))
        return (unread, *export_notes(document, holding, new_project("", "")))


def export_notes(document: Document, holding: Holding, again: Document) -> tuple[ExportNote, ...]:
    """What a file lacks of the maps that were written, by what was read of it."""
    found = paired(document, holding.maps, again)
    ids = {before: after.id for before, after in found.items()}
    tallies: dict[tuple[Fate, str, bool], _Tally] = {}
    for record in exported_records(document, holding.maps):
        after, held = found.get(record.id), holding.fields(record)
        for fate, name in _lost(record, after, held, ids):
            key = (fate, record.kind, not name)
            tallies.setdefault(key, _Tally()).add(record.id, name)
    return tuple(_in_order(document, tallies))


@dataclass(slots=True)
class _Tally:
    """How many records lose something, and how many each of their fields."""

    records: dict[Id, None] = field(default_factory=dict)
    fields: dict[str, int] = field(default_factory=dict)

    def add(self, record: Id, name: str) -> None:
        self.records[record] = None
        if name:
            self.fields[name] = self.fields.get(name, 0) + 1


def _in_order(document: Document, tallies: Mapping[tuple[Fate, str, bool], _Tally]) -> Iterator[ExportNote]:
    """What is not in the file first; the kinds as they hold each other."""
    kinds = [record_type.kind for record_type in RECORDS]
    for key in sorted(tallies, key=lambda key: (key[0] != "left out", kinds.index(key[1]), not key[2])):
        tally, (fate, kind, _) = tallies[key], key
        first = next(iter(tally.records))
        place = place_of(document, document.get(Record, first))
        yield ExportNote(fate, kind, len(tally.records), tuple(tally.fields.items()), first, place)


def _lost(
    record: Record, after: Record | None, held: Collection[str], ids: Mapping[Id, Id]
) -> Iterator[tuple[Fate, str]]:
    """Each field that is not as it was, and what became of it; "" is all of the record."""
    if after is None:
        yield ("otherwise" if held else "left out"), ""
        if not held:
            return
    for name in type(record).model_fields:
        if name in _PLACES or name in record.parents:
            continue
        value = getattr(record, name)
        if _is_nothing(value) or _is_as_it_was(record, name, after, ids):
            continue
        if name not in held:
            yield "left out", name
        elif after is not None:
            yield "otherwise", name


_PLACES = ("id", "position")


def _is_nothing(value: object) -> bool:
    """Whether a field says nothing that could be lost; 0 is a number."""
    return value is None or value is False or value in ("", ())


def _is_as_it_was(record: Record, name: str, after: Record | None, ids: Mapping[Id, Id]) -> bool:
    """Whether a field came back. Of a record that did not, one that nobody ever set is no loss of its own."""
    value = getattr(record, name)
    if after is None:
        return bool(value == type(record).model_fields[name].default)
    if name in record.mentions:
        return tuple(ids.get(id, "") for id in record.mentioned(name)) == after.mentioned(name)
    other = getattr(after, name)
    if isinstance(value, float) and isinstance(other, float):
        return math.isclose(value, other, rel_tol=1e-9)
    return bool(value == other)
