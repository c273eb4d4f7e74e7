"""Verbs for entries: the content of sections that hold neither notes nor emotions."""

from app.model.change import Change
from app.model.document import Document
from app.model.draft import Draft
from app.model.labels import records_label, step_label
from app.model.records import Entry, Id, new_id
from app.model.verbs.editing import set_fields


def add_entry(
    document: Document,
    section: Id,
    stage: Id,
    text: str = "",
    index: int | None = None,
    id: Id | None = None,
    **fields: object,
) -> Change:
    """A new entry in a cell, before `index` or last. `fields` are those of Entry."""
    draft = Draft(document)
    given = {"id": id or new_id(), "section": section, "stage": stage, "text": text, **fields}
    entry = Entry.model_validate(given)
    draft.insert(entry, index)
    return draft.change(records_label("add", [entry]))


def set_entry_text(document: Document, entry: Id, text: str) -> Change:
    return set_fields(document, [entry], step_label("edit_entry"), text=text)
