"""Copies of records with all they hold, under fresh ids."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from app.model.change import Change
from app.model.document import Document
from app.model.draft import Draft
from app.model.editing import named
from app.model.records import PARENT_KINDS, Id, JourneyMap, Note, Record, new_id


def tree(document: Document, id: Id) -> list[Record]:
    """A record and all it holds, each once, parents before children, siblings in order."""
    root = document.get(Record, id)
    return list({record.id: record for record in (root, *_held(document, root))}.values())


def renewed(records: Iterable[Record], standing_for: Mapping[Id, Id] | None = None) -> list[Record]:
    """The records under fresh ids, those among them that hold others still holding them.

    `standing_for` names parents that are not among the records, with those that take their place.
    """
    records = list(records)
    ids = {**(standing_for or {}), **{record.id: new_id() for record in records}}
    return [
        record.changed(
            id=ids[record.id],
            **{parent: ids.get(old := getattr(record, parent), old) for parent in record.parents},
        )
        for record in records
    ]


def duplicate(document: Document, ids: Sequence[Id]) -> Change:
    """A copy of each record right behind it, with all it holds. A copied map says so in its title."""
    draft = Draft(document)
    records = [document.get(Record, id) for id in dict.fromkeys(ids)]
    for record in records:
        root, *held = renewed(tree(document, record.id))
        if isinstance(root, JourneyMap):
            root = root.changed(title=f"{root.title} (copy)")
        draft.insert(root, draft.order(record.place).index(record.id) + 1)
        for copy in held:
            draft.insert(copy)
    return draft.change(f"Duplicate {named(records)}")


def copy_notes(
    document: Document, notes: Sequence[Id], section: Id, stage: Id, index: int | None = None
) -> Change:
    """Copies of notes, in the order given, in a cell: before the note that now stands at `index`, or last."""
    draft = Draft(document)
    found: list[Record] = [draft.get(Note, id) for id in dict.fromkeys(notes)]
    for offset, note in enumerate(found):
        copy = note.changed(id=new_id(), section=section, stage=stage)
        draft.insert(copy, None if index is None else index + offset)
    return draft.change(f"Copy {named(found)}")


def created(change: Change) -> list[Id]:
    """The records that a change makes."""
    return [edit.after.id for edit in change if edit.before is None and edit.after is not None]


def _held(document: Document, record: Record) -> Iterator[Record]:
    if record.kind in PARENT_KINDS:
        for held in document.held_by(record.id):
            yield held
            yield from _held(document, held)
