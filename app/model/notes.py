"""Verbs for notes."""

from collections.abc import Sequence

from app.model.change import Change
from app.model.document import Document
from app.model.draft import Draft
from app.model.editing import named, set_fields
from app.model.records import Id, Note, NoteColour, Section, new_id


def add_note(
    document: Document,
    section: Id,
    stage: Id,
    text: str = "",
    colour: NoteColour | None = None,
    index: int | None = None,
    id: Id | None = None,
) -> Change:
    """A new note in a cell, before `index` or last; in the section's colour unless another is given."""
    draft = Draft(document)
    colour = colour or draft.get(Section, section).colour
    note = Note(id=id or new_id(), section=section, stage=stage, text=text, colour=colour)
    draft.insert(note, index)
    return draft.change("Add note")


def set_text(document: Document, note: Id, text: str) -> Change:
    return set_fields(document, [note], "Edit note", text=text)


def recolour_notes(document: Document, notes: Sequence[Id], colour: NoteColour) -> Change:
    found = [document.get(Note, id) for id in notes]
    return set_fields(document, notes, f"Colour {named([*found])} {colour}", colour=colour)


def move_notes(
    document: Document, notes: Sequence[Id], section: Id, stage: Id, index: int | None = None
) -> Change:
    """Put notes, in the order given, into a cell: before the note that now stands at `index`, or last."""
    draft = Draft(document)
    found = [draft.get(Note, id) for id in dict.fromkeys(notes)]
    order = draft.order((Note.kind, section, stage))
    before = order[index] if index is not None and index < len(order) else None
    moving = {note.id for note in found}
    while before in moving:
        following = order.index(before) + 1
        before = order[following] if following < len(order) else None
    for note in found:
        draft.move_before(note, note.changed(section=section, stage=stage), before)
    return draft.change(f"Move {named([*found])}")
