"""Verbs that serve every kind of record: set fields, reorder, delete.

A verb reads the document and returns a Change; it changes nothing itself.
"""

from collections.abc import Iterable

from app.model.change import Change
from app.model.document import Document
from app.model.draft import Draft
from app.model.records import Id, JourneyMap, Persona, Record
from app.model.words import count


def set_fields(document: Document, ids: Iterable[Id], label: str, **fields: object) -> Change:
    """Give every record the same values. Raises pydantic's ValidationError for a value out of range.

    For fields that say nothing of a record's place: `move` and the verbs of its kind do that.
    """
    draft = Draft(document)
    for id in ids:
        draft.put(draft.get(Record, id).changed(**fields))
    return draft.change(label)


def reorder(document: Document, id: Id, index: int) -> Change:
    """Put a record before the sibling that now stands at `index`; past the end puts it last."""
    draft = Draft(document)
    record = draft.get(Record, id)
    draft.move(record, record, index if index <= record.position else index - 1)
    return draft.change(f"Move {record.kind}")


def delete(document: Document, ids: Iterable[Id]) -> Change:
    """Delete records with all they hold, and every mention of a persona that goes."""
    draft = Draft(document)
    records = [draft.get(Record, id) for id in dict.fromkeys(ids)]
    for record in records:
        draft.remove(record)
    gone = {record.id for record in records if isinstance(record, Persona)}
    if gone:
        _forget_personas(document, draft, gone)
    return draft.change(f"Delete {named(records)}")


def named(records: list[Record]) -> str:
    """What the records are called together: "note", "3 notes", "4 things"."""
    kinds = {record.kind for record in records}
    noun = kinds.pop() if len(kinds) == 1 else "thing"
    return noun if len(records) == 1 else count(len(records), noun)


def _forget_personas(document: Document, draft: Draft, gone: set[Id]) -> None:
    for record in document:
        if record.id not in draft:
            continue
        if isinstance(record, JourneyMap) and gone.intersection(record.personas):
            kept = tuple(persona for persona in record.personas if persona not in gone)
            draft.put(draft.get(JourneyMap, record.id).changed(personas=kept))
        elif getattr(record, "persona", None) in gone:
            draft.put(draft.get(Record, record.id).changed(persona=None))
