"""How much a map holds, stage by stage and section by section, and how sure it is of that."""

from collections import Counter
from typing import NamedTuple

from app.model.analysis.roles import placed_entries, placed_notes
from app.model.analysis.rounds import as_voted
from app.model.document import Document
from app.model.records import Evidence, Id, NoteColour, Role


class Counts(NamedTuple):
    """Numbers of notes, entries and emotion points; a stage or section that holds none is in no counter."""

    stages: Counter[Id]
    sections: Counter[Id]
    cells: Counter[tuple[Id, Id]]
    """By section and stage."""
    roles: Counter[Role]
    colours: Counter[NoteColour]
    """Of notes."""
    evidence: Counter[Evidence | None]
    votes: int

    @property
    def total(self) -> int:
        return self.stages.total()

    @property
    def validated(self) -> float | None:
        """The share of validated notes among those that say what they rest on; None where none do."""
        stated = self.evidence.total() - self.evidence[None]
        return self.evidence["validated"] / stated if stated else None


def counts(document: Document, map: Id) -> Counts:
    found = Counts(Counter(), Counter(), Counter(), Counter(), Counter(), Counter(), 0)
    votes = 0
    for placed in placed_notes(as_voted(document), map):
        _count(found, placed.section.id, placed.stage.id)
        found.roles[placed.role] += 1
        found.evidence[placed.note.evidence] += 1
        found.colours[placed.note.colour] += 1
        votes += placed.note.votes
    for _, section, stage in placed_entries(document, map):
        _count(found, section.id, stage.id)
    for section in document.sections(map):
        for stage in document.stages(map):
            _count(found, section.id, stage.id, len(document.points(section.id, stage.id)))
    return found._replace(votes=votes)


def _count(found: Counts, section: Id, stage: Id, number: int = 1) -> None:
    if number:
        found.stages[stage] += number
        found.sections[section] += number
        found.cells[section, stage] += number
