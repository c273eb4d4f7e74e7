"""What a document was before some steps, however many records and steps there are.

A document makes another content of each change, which copies all of it: to go all the way back step by step
would take hours for the largest that can be opened. Here one map of records changes.
"""

from collections.abc import Iterable

from app.model.change import Change
from app.model.content import StaleChangeError
from app.model.document import Document
from app.model.records import Id, Record


def before(document: Document, changes: Iterable[Change]) -> Document:
    """The document as it was before these changes, of which the last comes first.

    Raises StaleChangeError where one does not lead to what there is after it.
    """
    records: dict[Id, Record] = {record.id: record for record in document}
    for change in changes:
        for edit in reversed(change.edits):
            id = edit.record.id
            if records.get(id) != edit.after:
                raise StaleChangeError(f"{change.label}: {edit.record.kind} {id} has moved on")
            if edit.before is None:
                del records[id]
            else:
                records[id] = edit.before
    return Document(records.values())
