"""Verbs for impact × effort: where a note is placed, which says its words as well."""

from collections.abc import Sequence

from app.model.analysis.matrix import EFFORTS, IMPACTS, word_at
from app.model.change import Change
from app.model.document import Document
from app.model.draft import Draft
from app.model.labels import step_label
from app.model.records import Id, Note, ParkedNote, Record
from app.model.verbs.editing import set_fields


def place_note(document: Document, note: Id, effort_at: float, impact_at: float) -> Change:
    """Place a note, each 0 … 1 from little to much; what lies beyond goes to the end."""
    effort_at, impact_at = (min(max(at, 0.0), 1.0) for at in (effort_at, impact_at))
    return set_fields(
        document,
        [note],
        step_label("place_on_matrix"),
        effort_at=effort_at,
        effort=word_at(EFFORTS, effort_at),
        impact_at=impact_at,
        impact=word_at(IMPACTS, impact_at),
    )


def take_off_matrix(document: Document, notes: Sequence[Id]) -> Change:
    """Back to those that are not placed yet: neither place nor words are left."""
    nothing = dict.fromkeys(("effort", "effort_at", "impact", "impact_at"))
    return set_fields(document, notes, step_label("take_off_matrix"), **nothing)


def decide(document: Document, ids: Sequence[Id], is_decided: bool = True) -> Change:
    """Mark notes, on a map or parked, as decided, or not any more."""
    draft = Draft(document)
    for record in (draft.get(Record, id) for id in ids):
        if isinstance(record, Note | ParkedNote):
            draft.put(record.changed(decided=is_decided))
    return draft.change(step_label("decide" if is_decided else "undecide"))
