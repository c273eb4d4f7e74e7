"""Copies of records with all they hold, under fresh ids."""

from collections.abc import Iterator, Mapping, Sequence

from app.language.phrases import tr
from app.model.change import Change
from app.model.document import Document
from app.model.draft import Draft
from app.model.labels import records_label
from app.model.project_language import in_its_language
from app.model.records import PARENT_KINDS, Id, JourneyMap, Record, new_id


def tree(document: Document, id: Id) -> list[Record]:
    """A record and all it holds, each once, parents before children, siblings in order."""
    root = document.get(Record, id)
    return list({record.id: record for record in (root, *_held(document, root))}.values())


def renewed(record: Record, fresh: Mapping[Id, Id]) -> Record:
    """A copy under its fresh id; what it stands in or names is the copy of that, where there is one."""
    fields: dict[str, object] = {}
    for parent in record.parents:
        fields[parent] = fresh.get(id := getattr(record, parent), id)
    for field in record.mentions:
        ids = tuple(fresh.get(id, id) for id in record.mentioned(field))
        if ids:
            fields[field] = ids if isinstance(getattr(record, field), tuple) else ids[0]
    return record.changed(id=fresh[record.id], **fields).with_copies(fresh)


def relations_among(document: Document, copies: Sequence[Mapping[Id, Id]]) -> Iterator[Record]:
    """The relations of what was copied, for the copies: for each copy of both of their ends.

    `copies` names the copy of each record, one mapping for each thing that was copied with all it holds. The
    copies of notes that were copied apart from each other are related as well.
    """
    everything = {id: copy for fresh in copies for id, copy in fresh.items()}
    for relation in (*document.relations(), *document.felt_later()):
        ends = {id for field in relation.mentions for id in relation.mentioned(field)}
        whole = [fresh for fresh in copies if ends <= fresh.keys()]
        for fresh in whole or ([everything] if ends <= everything.keys() else []):
            named = {field: fresh[relation.mentioned(field)[0]] for field in relation.mentions}
            yield relation.changed(id=new_id(), **named)


@in_its_language
def duplicate(document: Document, ids: Sequence[Id]) -> Change:
    """A copy of each record right behind it, with all it holds. A copied map says so in its title."""
    draft = Draft(document)
    records = [document.get(Record, id) for id in dict.fromkeys(ids)]
    copies: list[dict[Id, Id]] = []
    for record in records:
        copied = tree(document, record.id)
        fresh = {each.id: new_id() for each in copied}
        copies.append(fresh)
        root, *held = (renewed(each, fresh) for each in copied)
        if isinstance(root, JourneyMap):
            root = root.changed(title=tr("{title} (copy)", title=root.title))
        draft.insert(root, draft.order(record.place).index(record.id) + 1)
        for copy in held:
            draft.insert(copy)
    for relation in relations_among(document, copies):
        draft.insert(relation)
    return draft.change(records_label("duplicate", records))


def created(change: Change, *types: type[Record]) -> list[Id]:
    """The records that a change makes; only those of some types, where any are given."""
    made = (edit.after for edit in change if edit.before is None and edit.after is not None)
    return [record.id for record in made if isinstance(record, types or Record)]


def _held(document: Document, record: Record) -> Iterator[Record]:
    if record.kind in PARENT_KINDS:
        for held in document.held_by(record.id):
            yield held
            yield from _held(document, held)
