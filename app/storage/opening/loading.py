"""The document and its history out of a project file, only if they are sound."""

from sqlalchemy import Connection

from app.collector import collector_paused
from app.language.phrases import phrase
from app.model.document import Document
from app.model.history.steps import Step
from app.model.invariants import faults
from app.model.nouns import named, noun
from app.storage.errors import BrokenContentError
from app.storage.history.history_rows import load_steps
from app.storage.rows import load_records


def load(connection: Connection) -> tuple[Document, list[Step]]:
    """The document and the steps of its history. Raises BrokenContentError where they break a rule."""
    with collector_paused():
        document = load_document(connection)
        for fault in faults(document):
            raise BrokenContentError(fault)
        return document, load_steps(connection)


def load_document(connection: Connection) -> Document:
    """The document as it is stored. Raises BrokenContentError for a bad value or an id that stands twice."""
    records = load_records(connection)
    document = Document(records)
    if len(document) != len(records):
        kinds = {record.id: record.kind for record in document}
        twice = next(record for record in records if kinds[record.id] != record.kind)
        raise BrokenContentError(
            phrase(
                "{record} has the same id as something else ({kind}).",
                record=named(twice),
                kind=noun(kinds[twice.id]),
            )
        )
    return document
