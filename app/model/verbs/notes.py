"""Verbs for notes."""

from collections.abc import Sequence

from app.model.change import Change
from app.model.document import Document
from app.model.draft import Draft
from app.model.labels import records_label, step_label
from app.model.records import MOST_VOTES, Id, Note, NoteColour, Section, new_id
from app.model.verbs.editing import remove_unshown_pictures, set_fields
from app.model.verbs.naming import name_another
from app.model.verbs.relations import relations_of


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
    return draft.change(records_label("add", [note]))


def set_text(document: Document, note: Id, text: str) -> Change:
    return set_fields(document, [note], step_label("edit_note"), text=text)


def recolour_notes(document: Document, notes: Sequence[Id], colour: NoteColour) -> Change:
    found = [document.get(Note, id) for id in notes]
    return set_fields(document, notes, records_label("colour", found, colour=colour), colour=colour)


def vote(document: Document, notes: Sequence[Id], by: int) -> Change:
    """Give each note so many votes more, or less; none has less than none, or more than a note can have."""
    draft = Draft(document)
    for note in (draft.get(Note, id) for id in notes):
        draft.put(note.changed(votes=min(max(0, note.votes + by), MOST_VOTES)))
    return draft.change(step_label("vote" if by > 0 else "unvote"))


def split_note(document: Document, note: Id, at: int, id: Id | None = None) -> Change:
    """Two notes of one: what stands before the character `at`, and right behind it the rest."""
    draft = Draft(document)
    found = draft.get(Note, note)
    draft.put(found.changed(text=found.text[:at].rstrip()))
    rest = Note(
        id=id or new_id(),
        section=found.section,
        stage=found.stage,
        text=found.text[at:].lstrip(),
        colour=found.colour,
    )
    draft.insert(rest, found.position + 1)
    return draft.change(step_label("split_note"))


def join_note(document: Document, note: Id) -> Change:
    """Put a note's text behind that of the note before it in its cell; nothing where there is none.

    What leads from or to it, and speaks of it, is that one's then. Of two pictures the first stays.
    """
    draft = Draft(document)
    found = draft.get(Note, note)
    if found.position > 0:
        before = draft.get(Note, draft.order(found.place)[found.position - 1])
        joined = " ".join(filter(None, (before.text.rstrip(), found.text.lstrip())))
        draft.put(before.changed(text=joined, picture=before.picture or found.picture))
        _pass_on(document, draft, found.id, before.id)
        name_another(document, draft, found.id, before.id)
        draft.remove(found)
        remove_unshown_pictures(draft)
    return draft.change(step_label("join_notes"))


def _pass_on(document: Document, draft: Draft, note: Id, to: Id) -> None:
    """Have a note's relations be another's, none of them twice and none with itself."""
    others = {(one.from_note, one.to_note) for one in document.relations()}
    for relation in relations_of(document, [note]):
        start, end = (to if one == note else one for one in (relation.from_note, relation.to_note))
        if start == end or (start, end) in others:
            draft.remove(relation)
        else:
            others.add((start, end))
            draft.put(relation.changed(from_note=start, to_note=end))
