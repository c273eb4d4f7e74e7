"""Verbs for relations, which lead from a pain point to an opportunity and from there to an action."""

from collections.abc import Iterable
from itertools import pairwise

from app.model.analysis.roles import roles_of
from app.model.change import Change
from app.model.document import Document
from app.model.draft import Draft
from app.model.labels import step_label
from app.model.records import EmotionPoint, FeltLater, Id, Note, Relation, new_id
from app.model.verbs.editing import delete


def relate(document: Document, from_note: Id, to_note: Id, id: Id | None = None) -> Change:
    """Have one note lead to another; no change where it does already, or where both are the same."""
    draft = Draft(document)
    draft.get(Note, from_note), draft.get(Note, to_note)
    exists = any((one.from_note, one.to_note) == (from_note, to_note) for one in document.relations())
    if not exists and from_note != to_note:
        draft.insert(Relation(id=id or new_id(), from_note=from_note, to_note=to_note))
    return draft.change(step_label("relate"))


def chain(document: Document, notes: Iterable[Id]) -> Change:
    """Have each note lead to the next: from the pain point, by the opportunity, to the action."""
    draft, roles = Draft(document), roles_of(document)
    order = {"pain point": 0, "opportunity": 1, "action": 2}
    found = sorted(
        (draft.get(Note, id) for id in dict.fromkeys(notes)),
        key=lambda note: order.get(roles[note.colour], 1),
    )
    exists = {(one.from_note, one.to_note) for one in document.relations()}
    for before, after in pairwise(found):
        if (before.id, after.id) not in exists:
            draft.insert(Relation(id=new_id(), from_note=before.id, to_note=after.id))
    return draft.change(step_label("relate"))


def relate_felt_later(document: Document, note: Id, point: Id, id: Id | None = None) -> Change:
    """Say at which point of a curve a pain is felt; no change where that is said already."""
    draft = Draft(document)
    draft.get(Note, note), draft.get(EmotionPoint, point)
    if all((one.note, one.point) != (note, point) for one in document.felt_later()):
        draft.insert(FeltLater(id=id or new_id(), note=note, point=point))
    return draft.change(step_label("relate_felt_later"))


def part(document: Document, ends: Iterable[Id]) -> Change:
    """Take away every relation among notes, or between a note and the point at which it is felt."""
    ends = set(ends)
    between = [one.id for one in document.relations() if {one.from_note, one.to_note} <= ends]
    between += [one.id for one in document.felt_later() if {one.note, one.point} <= ends]
    return Change(step_label("unrelate"), delete(document, between).edits)


def relations_of(document: Document, notes: Iterable[Id]) -> list[Relation]:
    """The relations that begin or end at one of the notes."""
    notes = set(notes)
    return [one for one in document.relations() if one.from_note in notes or one.to_note in notes]
