"""The action register: every opportunity and action of a map, with what it takes and what it would mend."""

from collections.abc import Iterable
from typing import NamedTuple

from app.language.phrases import NOTHING, Phrase
from app.model.analysis.roles import Placed, placed_notes
from app.model.analysis.rounds import as_voted
from app.model.document import Document
from app.model.nouns import word
from app.model.records import Effort, Id, Impact, Note, Role, Section, Stage

IMPACTS: tuple[Impact, ...] = ("trivial", "work-around", "abandon")
EFFORTS: tuple[Effort, ...] = ("small", "medium", "large")
"""Both from the least to the most."""


class Action(NamedTuple):
    """A row of the register."""

    note: Note
    stage: Stage
    section: Section
    impact: Impact | None
    """Its own, where somebody judged it; else the greatest among the pain points that lead to it."""
    impact_said: Phrase
    """What that is called: its own is small to large, that of pain points what it does to customers."""
    pains: tuple[Id, ...]
    """The pain points that lead to it, directly or by an opportunity."""
    role: Role
    """What it counts as."""


def action_register(document: Document, map: Id) -> list[Action]:
    """The opportunities of a map, what they lead to, and every note with an effort, a status or a date."""
    notes = list(placed_notes(as_voted(document), map))
    by_id = {placed.note.id: placed for placed in notes}
    relations = document.relations()
    leads_on = {relation.to_note for relation in relations if _is(by_id, relation.from_note, "opportunity")}
    sources: dict[Id, list[Id]] = {}
    for relation in relations:
        sources.setdefault(relation.to_note, []).append(relation.from_note)
    return [
        _row(placed, by_id, sources)
        for placed in notes
        if placed.role == "opportunity" or placed.note.id in leads_on or _is_to_be_done(placed.note)
    ]


def _is(by_id: dict[Id, Placed], id: Id, role: str) -> bool:
    return id in by_id and by_id[id].role == role


def _is_to_be_done(note: Note) -> bool:
    return bool(note.effort or note.status or note.due)


def _row(placed: Placed, by_id: dict[Id, Placed], sources: dict[Id, list[Id]]) -> Action:
    pains = tuple(id for id in _before(placed.note.id, sources) if _is(by_id, id, "pain point"))
    theirs = greatest(impact for id in pains if (impact := by_id[id].note.impact))
    own = placed.note.impact
    said = impact_word(own, placed.role) if own else word("impact", theirs) if theirs else NOTHING
    return Action(placed.note, placed.stage, placed.section, own or theirs, said, pains, placed.role)


def impact_word(impact: Impact, role: Role) -> Phrase:
    """What an impact is called: of an opportunity how large it is, of all else what it does to customers."""
    if role == "opportunity":
        return word("size", EFFORTS[IMPACTS.index(impact)])
    return word("impact", impact)


def _before(note: Id, sources: dict[Id, list[Id]]) -> list[Id]:
    """All notes that lead to a note, the nearest first, each once."""
    found: dict[Id, None] = {}
    waiting = list(sources.get(note, ()))
    while waiting:
        id = waiting.pop(0)
        if id not in found and id != note:
            found[id] = None
            waiting += sources.get(id, ())
    return list(found)


def greatest(impacts: Iterable[Impact]) -> Impact | None:
    return max(impacts, key=IMPACTS.index, default=None)
