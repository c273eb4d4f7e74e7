"""What a round can be about: the notes that an agenda item or a selection names, else some to choose from."""

from collections.abc import Collection, Iterator
from typing import NamedTuple

from app.language.phrases import Phrase, phrase, tr
from app.language.words import verbatim
from app.model.analysis.agenda import candidates_of
from app.model.analysis.roles import Placed, placed_notes
from app.model.document import Document
from app.model.records import MOST_CANDIDATES, AgendaItem, Id, Role

VOTES_EACH = 2
_LEAST = 2
"""Notes between which one can choose."""
_MOST_OFFERED = 9
"""Each is chosen by one digit."""
_ROLES: tuple[tuple[Role, Phrase, Phrase], ...] = (
    ("opportunity", phrase("Ideas"), phrase("Which idea first?")),
    ("pain point", phrase("Pain points"), phrase("What hurts most?")),
)


class Ballot(NamedTuple):
    """Notes of which some are to be chosen by vote, and what is asked about them."""

    name: Phrase
    question: str
    notes: tuple[Id, ...]
    votes_each: int = VOTES_EACH


def wanted_ballot(
    document: Document, map: Id, item: AgendaItem | None, picked: Collection[Id]
) -> Ballot | None:
    """What a vote is about without being asked: the agenda item, else the picked notes, else what is lit.

    An agenda item that names no notes leaves it to be asked.
    """
    if item is not None and item.item_kind == "vote" and (item.candidates or item.role or item.sections):
        notes = candidates_of(document, item, map)
        return Ballot(verbatim(item.title), item.question or item.title, notes, item.votes_each)
    chosen = tuple(one.note.id for one in _with_text(document, map) if one.note.id in picked)
    if len(chosen) >= _LEAST:
        return Ballot(phrase("The picked notes"), tr("Which one first?"), chosen[:MOST_CANDIDATES])
    if item is not None and item.sections:
        notes = candidates_of(document, item, map)
        return Ballot(verbatim(item.title), item.question or item.title, notes, item.votes_each)
    return None


def ballots_to_choose(document: Document, map: Id) -> tuple[Ballot, ...]:
    """The roles and sections of a map whose notes can be voted on, the role with the most notes first."""
    placed = tuple(_with_text(document, map))
    roles = sorted(_of_roles(placed), key=lambda one: -len(one.notes))
    known = {frozenset(one.notes) for one in roles}
    sections = (one for one in _of_sections(document, map, placed) if frozenset(one.notes) not in known)
    return tuple(one for one in (*roles, *sections) if len(one.notes) >= _LEAST)[:_MOST_OFFERED]


def _of_roles(placed: Collection[Placed]) -> Iterator[Ballot]:
    for role, name, question in _ROLES:
        notes = tuple(one.note.id for one in placed if one.role == role)
        yield Ballot(name, str(question), notes[:MOST_CANDIDATES])


def _of_sections(document: Document, map: Id, placed: Collection[Placed]) -> Iterator[Ballot]:
    for section in document.sections(map):
        notes = tuple(one.note.id for one in placed if one.section.id == section.id)
        yield Ballot(verbatim(section.name), section.name, notes[:MOST_CANDIDATES])


def _with_text(document: Document, map: Id) -> Iterator[Placed]:
    return (one for one in placed_notes(document, map) if one.note.text.strip())
