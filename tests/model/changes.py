"""Changes made as the program makes them, and proved on the way."""

from app.model import invariants
from app.model.change import Change
from app.model.document import Document


def done(document: Document, change: Change) -> Document:
    """The document with the change made; sound, and as it was once the change is taken back."""
    before = document.copy()
    document.apply(change)
    assert list(invariants.faults(document)) == []
    back = document.copy()
    back.apply(change.inverse())
    assert back == before
    return document
