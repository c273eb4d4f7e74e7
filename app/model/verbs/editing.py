"""Verbs that serve every kind of record: set fields, reorder, delete.

A verb reads the document and returns a Change; it changes nothing itself.
"""

from collections import Counter
from collections.abc import Iterable, Sequence

from app.model.change import Change
from app.model.document import Document
from app.model.draft import Draft
from app.model.labels import Label, records_label, step_label
from app.model.labels.values import held_name
from app.model.records import RECORDS, CallOut, Id, JourneyMap, KeyPoint, Picture, Record
from app.model.words import shortened

_IN_CELLS = ("note", "entry", "emotion point")
_SAY_WHAT_THEY_HELD = {
    "stage": _IN_CELLS,
    "section": _IN_CELLS,
    "map": ("stage", "section", *_IN_CELLS),
    "persona": (),
}


def set_fields(document: Document, ids: Iterable[Id], label: Label, **fields: object) -> Change:
    """Give every record the same values. Raises pydantic's ValidationError for a value out of range.

    For fields that say nothing of a record's place: `move` and the verbs of its kind do that.
    """
    draft = Draft(document)
    first: dict[type[Record], Record] = {}
    for id in ids:
        record = draft.get(Record, id)
        # What is valid for one is for all of its kind: no field's range depends on another field.
        valid = first.get(type(record))
        after = record.changed(**fields) if valid is None else record.like(valid, fields)
        first[type(record)] = after
        draft.put(after)
    return draft.change(label)


def reorder(document: Document, ids: Iterable[Id], index: int) -> Change:
    """Put siblings, in their order, before that which now stands at `index`; past the end puts them last.

    Raises KeyError for an id that there is not.
    """
    draft = Draft(document)
    records = sorted((draft.get(Record, id) for id in dict.fromkeys(ids)), key=lambda one: one.position)
    moved = {record.id for record in records}
    before = next((id for id in draft.order(records[0].place)[index:] if id not in moved), None)
    for record in records:
        draft.move_before(record, record, before)
    return draft.change(records_label("move", records))


def delete(document: Document, ids: Iterable[Id]) -> Change:
    """Delete records with all they hold, and every mention of what goes."""
    draft = Draft(document)
    records = [draft.get(Record, id) for id in dict.fromkeys(ids)]
    for record in records:
        draft.remove(record)
    label = _deleted(document, records, draft.removed())
    _forget(document, draft, draft.removed())
    remove_unshown_pictures(draft)
    return draft.change(label)


def remove_unshown_pictures(draft: Draft) -> None:
    """Take away the pictures that nothing shows any more. Undo brings them back, their bytes being kept."""
    for id in draft.no_longer_named(Picture.kind):
        draft.remove(draft.get(Picture, id))


def forget_on_the_map_left(document: Document, draft: Draft, left: set[Id]) -> None:
    """Take what went to another map out of the key points and call-outs of the one that it left."""
    _forget(document, draft, left, (KeyPoint, CallOut))


def _deleted(document: Document, records: Sequence[Record], gone: set[Id]) -> Label:
    """What deleting is called: a single thing with a name says it, and what goes with it."""
    if len(records) != 1 or records[0].kind not in _SAY_WHAT_THEY_HELD:
        return records_label("delete", records)
    held = Counter(record.kind for id in gone if (record := document.find(id)))
    record = records[0]
    values = {held_name(kind): held[kind] for kind in _SAY_WHAT_THEY_HELD[record.kind]}
    name = getattr(record, "title" if isinstance(record, JourneyMap) else "name")
    return step_label(f"delete_{record.kind}", **{record.kind: shortened(name)}, **values)


def _forget(document: Document, draft: Draft, gone: set[Id], by: Sequence[type[Record]] = RECORDS) -> None:
    """Take the ids out of the fields that name them; a record that cannot be without them goes as well."""
    kinds = {record.kind for id in gone if (record := document.find(id))}
    without: dict[tuple[type[Record], str], Record] = {}
    for record_type in by:
        fields = [field for field, kind in record_type.mentions.items() if kind in kinds]
        for record in document.all(record_type) if fields else ():
            for field in fields:
                if record.id in draft and gone.intersection(record.mentioned(field)):
                    _forget_in(draft, record_type, record.id, field, gone, without)


def _forget_in(
    draft: Draft,
    record_type: type[Record],
    id: Id,
    field: str,
    gone: set[Id],
    without: dict[tuple[type[Record], str], Record],
) -> None:
    """Take the ids out of a field. `without` keeps a record of each kind that is valid without the field."""
    record = draft.get(record_type, id)
    if record.falls_without(field, gone):
        draft.remove(record)
        return
    if isinstance(getattr(record, field), tuple):
        kept = tuple(named for named in record.mentioned(field) if named not in gone)
        draft.put(record.changed(**{field: kept}))
        return
    valid = without.get((record_type, field))
    after = record.changed(**{field: None}) if valid is None else record.like(valid, (field,))
    without[record_type, field] = after
    draft.put(after)
