"""What the note colours of a project mean."""

from app.model.change import Change
from app.model.document import Document
from app.model.labels import step_label
from app.model.records import Id, LegendEntry, Role
from app.model.verbs.editing import set_fields


def set_meaning(document: Document, entry: Id, meaning: str) -> Change:
    return set_fields(document, [entry], step_label("rename", kind=LegendEntry.kind), meaning=meaning)


def set_role(document: Document, entry: Id, role: Role | None) -> Change:
    """Have notes of a colour count as something else; None lets them count as they do at first."""
    return set_fields(document, [entry], step_label("set_role"), role=role)


def meanings(document: Document) -> dict[str, str]:
    """The meaning of each note colour that the legend names."""
    return {entry.colour: entry.meaning for entry in document.legend()}
