"""What the note colours of a project mean."""

from app.language.phrases import Phrase, phrase_context
from app.model.change import Change
from app.model.document import Document
from app.model.labels import step_label
from app.model.records import Id, LegendEntry, NoteColour, Role
from app.model.verbs.editing import set_fields

FIRST_MEANINGS: tuple[tuple[NoteColour, Phrase], ...] = (
    ("yellow", phrase_context("legend", "Action")),
    ("blue", phrase_context("legend", "Touchpoint")),
    ("violet", phrase_context("legend", "Question")),
    ("pink", phrase_context("legend", "Pain point")),
    ("green", phrase_context("legend", "Opportunity")),
    ("orange", phrase_context("legend", "Moment of truth")),
    ("teal", phrase_context("legend", "Thought")),
    ("grey", phrase_context("legend", "Goal or fact")),
)
"""What the note colours mean until a project says otherwise, in the language in which it is begun."""


def first_meaning(colour: NoteColour) -> Phrase:
    return dict(FIRST_MEANINGS)[colour]


def set_meaning(document: Document, entry: Id, meaning: str) -> Change:
    return set_fields(document, [entry], step_label("rename", kind=LegendEntry.kind), meaning=meaning)


def set_role(document: Document, entry: Id, role: Role | None) -> Change:
    """Have notes of a colour count as something else; None lets them count as they do at first."""
    return set_fields(document, [entry], step_label("set_role"), role=role)


def meanings(document: Document) -> dict[str, str]:
    """The meaning of each note colour that the legend names."""
    return {entry.colour: entry.meaning for entry in document.legend()}
