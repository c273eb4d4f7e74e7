"""What the note colours of a project mean."""

from app.model.change import Change
from app.model.document import Document
from app.model.editing import set_fields
from app.model.records import Id


def set_meaning(document: Document, entry: Id, meaning: str) -> Change:
    return set_fields(document, [entry], "Rename legend entry", meaning=meaning)


def meanings(document: Document) -> dict[str, str]:
    """The meaning of each note colour that the legend names."""
    return {entry.colour: entry.meaning for entry in document.legend()}
