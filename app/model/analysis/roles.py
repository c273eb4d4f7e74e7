"""What a note counts as where a map is analysed: told by its colour, as the legend has it."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from app.model.document import Document
from app.model.kinds import content_of
from app.model.records import Entry, Id, Note, NoteColour, Role, Section, Stage

ROLES: dict[NoteColour, Role] = {
    "yellow": "action",
    "blue": "touchpoint",
    "violet": "question",
    "pink": "pain point",
    "green": "opportunity",
    "orange": "moment of truth",
    "teal": "thought",
    "grey": "goal",
}
"""What each colour counts as until a legend says otherwise."""


_EXPERIENCE = frozenset[Role](("pain point", "opportunity", "question", "thought", "moment of truth"))


def is_process(section: Section, roles: Mapping[NoteColour, Role]) -> bool:
    """Whether a section can tell what somebody does, rather than how it goes for the customer."""
    content = content_of(section.section_kind)
    is_about_them = content.holds is Note and roles[section.colour] in _EXPERIENCE
    return not content.is_experience and not is_about_them


class Placed(NamedTuple):
    """A note with where it stands and what it is."""

    note: Note
    section: Section
    stage: Stage
    role: Role


def roles_of(document: Document) -> dict[NoteColour, Role]:
    """What each colour counts as in a project."""
    return ROLES | {entry.colour: entry.role for entry in document.legend() if entry.role is not None}


def placed_notes(document: Document, map: Id) -> Iterator[Placed]:
    """The notes of a map, stage by stage."""
    return (placed for stage in document.stages(map) for placed in notes_of_stage(document, stage))


def notes_of_stage(document: Document, stage: Stage) -> Iterator[Placed]:
    """The notes of a stage, from the first section to the last."""
    roles = roles_of(document)
    for section in document.sections(stage.map):
        for note in document.notes(section.id, stage.id):
            yield Placed(note, section, stage, _role(roles, note, section))


def placed_entries(document: Document, map: Id) -> Iterator[tuple[Entry, Section, Stage]]:
    """The entries of a map in the same order."""
    for stage in document.stages(map):
        for entry, section in entries_of_stage(document, stage):
            yield entry, section, stage


def entries_of_stage(document: Document, stage: Stage) -> Iterator[tuple[Entry, Section]]:
    """The entries of a stage, from the first section to the last."""
    for section in document.sections(stage.map):
        for entry in document.entries(section.id, stage.id):
            yield entry, section


def _role(roles: dict[NoteColour, Role], note: Note, section: Section) -> Role:
    """A moment of truth is, besides, what its section is about."""
    role = roles[note.colour]
    return roles[section.colour] if role == "moment of truth" else role
