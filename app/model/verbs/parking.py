"""Verbs for what stands in no cell: the parking lot and the inbox."""

from datetime import datetime

from app.model.analysis.run_times import title_going_on
from app.model.change import Change, joined
from app.model.document import Document
from app.model.draft import Draft
from app.model.labels import step_label
from app.model.records import Id, Lot, Note, NoteColour, ParkedNote, new_id
from app.model.verbs.editing import delete

STEPS = {"parking lot": "park", "inbox": "put_into_inbox"}


def park(
    document: Document,
    text: str,
    colour: NoteColour = "yellow",
    lot: Lot = "parking lot",
    id: Id | None = None,
) -> Change:
    """Keep what was said for another time, or to be placed."""
    draft = Draft(document)
    draft.insert(_parked(document, text, colour, lot, id))
    return draft.change(step_label(STEPS[lot]))


def park_note(document: Document, note: Id, text: str, lot: Lot, id: Id | None = None) -> Change:
    """Take a note off its map, and keep a text, its colour and whether it was decided in a lot."""
    found = document.get(Note, note)
    draft = Draft(document)
    draft.insert(_parked(document, text, found.colour, lot, id).changed(decided=found.decided))
    gone, kept = delete(document, [note]), draft.change(step_label(STEPS[lot]))
    return joined((*gone, *kept), kept.label)


def place_parked(
    document: Document, parked: Id, section: Id, stage: Id, index: int | None = None, id: Id | None = None
) -> Change:
    """Make a note in a cell of what is parked, before `index` or as the last."""
    draft = Draft(document)
    found = draft.get(ParkedNote, parked)
    note = Note(
        id=id or new_id(),
        section=section,
        stage=stage,
        text=found.text,
        colour=found.colour,
        decided=found.decided,
    )
    draft.insert(note, index)
    draft.remove(found)
    return draft.change(step_label("place_parked"))


def move_to_lot(document: Document, parked: Id, lot: Lot) -> Change:
    """From the inbox into the parking lot, or the other way."""
    draft = Draft(document)
    draft.put(draft.get(ParkedNote, parked).changed(lot=lot))
    return draft.change(step_label(STEPS[lot]))


def _parked(document: Document, text: str, colour: NoteColour, lot: Lot, id: Id | None) -> ParkedNote:
    now = datetime.now().isoformat(timespec="minutes")
    return ParkedNote(
        id=id or new_id(),
        text=text,
        colour=colour,
        lot=lot,
        said_at=now,
        said_in=title_going_on(document),
    )
