"""A note that begins with where it belongs goes there: "3> No lamp" to stage 3, "p>" and "i>" aside."""

import re
from typing import Final

from app.model.change import Change
from app.model.document import Document
from app.model.draft import Draft
from app.model.labels import records_label
from app.model.records import Id, JourneyMap, Lot, Note, Section
from app.model.verbs.parking import park_note

_SENT = re.compile(r"\s*(\d{1,3}|[pi])\s*>\s*(\S.*)", re.DOTALL | re.IGNORECASE)
_LOTS: Final[dict[str, Lot]] = {"p": "parking lot", "i": "inbox"}


def send_note(document: Document, note: Id) -> Change:
    """Put a note, without what it begins with, last into that stage of its section, or into a lot.

    Nothing where it begins with nothing such, where there is no such stage, or where no text is left.
    """
    draft = Draft(document)
    record = draft.get(Note, note)
    found = _SENT.fullmatch(record.text)
    if found is not None and (lot := _LOTS.get(found[1].lower())):
        return park_note(document, note, found[2], lot)
    stage = stage_sent_to(document, record)
    if found is None or stage is None:
        return draft.change(records_label("move", [record]))
    sent = record.changed(stage=stage, text=found[2])
    draft.move_before(record, sent, None)
    return draft.change(records_label("move", [record]))


def number_sent_to(note: Note) -> str:
    """The number that a note begins with, as it was typed."""
    found = _SENT.fullmatch(note.text)
    return found[1] if found is not None and found[1].isdecimal() else ""


def stage_sent_to(document: Document, note: Note) -> Id | None:
    """The stage to which a note would be sent; none where it begins with none."""
    found = _SENT.fullmatch(note.text)
    if found is None or not found[1].isdecimal():
        return None
    section = document.get(Section, note.section)
    stages = document.stages(document.get(JourneyMap, section.map).id)
    number = int(found[1])
    return stages[number - 1].id if 1 <= number <= len(stages) else None
