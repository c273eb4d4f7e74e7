"""A note whose text begins with the number of a stage goes there: "3> No lamp at the entrance"."""

import re

from app.model.change import Change
from app.model.document import Document
from app.model.draft import Draft
from app.model.labels import records_label
from app.model.records import Id, JourneyMap, Note, Section

_SENT = re.compile(r"\s*(\d{1,3})\s*>\s*(\S.*)", re.DOTALL)


def send_note(document: Document, note: Id) -> Change:
    """Put a note, without the number, last into the cell of that stage in its section.

    Nothing where it begins with none, where there is no such stage, or where no text is left.
    """
    draft = Draft(document)
    record = draft.get(Note, note)
    found = _SENT.fullmatch(record.text)
    section = document.get(Section, record.section)
    stages = document.stages(document.get(JourneyMap, section.map).id)
    number = int(found[1]) if found else 0
    if found is None or not 1 <= number <= len(stages):
        return draft.change(records_label("move", [record]))
    sent = record.changed(stage=stages[number - 1].id, text=found[2])
    draft.move_before(record, sent, None)
    return draft.change(records_label("move", [record]))
