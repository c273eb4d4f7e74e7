"""What stands out on a map as a whole: moments of truth with what leads to them, and the most voted ideas.

Which notes those are follows from all sections together, and is asked after every edit; so a section keeps,
for each of its cells, the few notes that can be meant.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from app.drawing.evidence import NO_EVIDENCE, EvidenceFound
from app.drawing.note_looks import Emphasis, drawn_colour
from app.model.analysis.roles import roles_of
from app.model.document import Document
from app.model.records import Id, Note, NoteColour

LEAST_VOTES = 2
"""Votes from which on an idea can stand out."""
_MOST_IDEAS = 2
"""Of more ideas that have as many votes none does."""


class MostVoted(NamedTuple):
    """The notes of one colour that have the most votes."""

    votes: int
    notes: tuple[Id, ...]


NONE_VOTED: Mapping[NoteColour, MostVoted] = {}


class Standout(NamedTuple):
    """What of the notes of a section, or of a part of it, is told elsewhere: who can stand out, and signs."""

    moments: tuple[Note, ...] = ()
    most_voted: Mapping[NoteColour, MostVoted] = NONE_VOTED
    colours: frozenset[NoteColour] = frozenset()
    """In which they are drawn."""
    signs: frozenset[str] = frozenset()
    """The marks that they have."""
    evidence: EvidenceFound = NO_EVIDENCE

    @classmethod
    def of(cls, notes: Iterable[Note]) -> "Standout":
        moments: list[Note] = []
        most: dict[NoteColour, MostVoted] = {}
        signs: set[str] = set()
        notes = tuple(notes)
        for note in notes:
            signs.update(_signs_of(note))
            if note.moment_of_truth:
                moments.append(note)
            if note.votes >= LEAST_VOTES:
                most[note.colour] = _more(most.get(note.colour), MostVoted(note.votes, (note.id,)))
        colours = frozenset(map(drawn_colour, notes))
        return cls(tuple(moments), most, colours, frozenset(signs), EvidenceFound.of(notes))

    @classmethod
    def joined(cls, parts: Iterable["Standout"]) -> "Standout":
        moments: list[Note] = []
        most: dict[NoteColour, MostVoted] = {}
        parts = tuple(parts)
        if len(parts) == 1:
            return parts[0]
        for part in parts:
            moments += part.moments
            for colour, found in part.most_voted.items():
                most[colour] = _more(most.get(colour), found)
        return cls(
            tuple(moments),
            most,
            frozenset[NoteColour]().union(*(part.colours for part in parts)),
            frozenset[str]().union(*(part.signs for part in parts)),
            EvidenceFound.joined(part.evidence for part in parts),
        )


def emphasis_of(document: Document, found: Standout, moments: bool, ideas: bool) -> dict[Id, Emphasis]:
    """Why which notes of a map stand out, where its moments of truth and its ideas shall."""
    emphasis: dict[Id, Emphasis] = {}
    if moments and found.moments:
        emphasis |= dict.fromkeys(_leading_to(document, found.moments), "leading")
    if ideas:
        emphasis |= dict.fromkeys(_top_ideas(document, found.most_voted), "top-idea")
    return emphasis


def stages_with_moments(document: Document, map: Id) -> frozenset[Id]:
    """The stages at which there is a moment of truth, by all of their notes."""
    sections = {section.id for section in document.sections(map)}
    moments = {note.stage for note in document.all(Note) if note.moment_of_truth and note.section in sections}
    return frozenset(stage.id for stage in document.stages(map) if stage.id in moments)


def _signs_of(note: Note) -> Iterator[str]:
    """The marks that a note has, by the names that the legend knows."""
    if note.impact:
        yield note.impact
    if note.evidence == "assumption":
        yield "assumption"
    if note.owner.strip():
        yield "owner"
    if note.effort:
        yield "effort"
    if note.votes:
        yield "votes"
    if note.link:
        yield "link"
    if note.emphasis:
        yield "emphasised"


def _leading_to(document: Document, moments: Sequence[Note]) -> Iterator[Id]:
    """What is related to each moment of truth; where nothing is, what is left of it in its cell."""
    related: dict[Id, list[Id]] = {moment.id: [] for moment in moments}
    for relation in document.relations():
        if relation.to_note in related:
            related[relation.to_note].append(relation.from_note)
        elif relation.from_note in related:
            related[relation.from_note].append(relation.to_note)
    for moment in moments:
        beside = document.notes(moment.section, moment.stage)
        before = [note.id for note in beside if note.position < moment.position]
        yield from (id for id in related[moment.id] or before if id not in related)


def _top_ideas(document: Document, most_voted: Mapping[NoteColour, MostVoted]) -> tuple[Id, ...]:
    roles = roles_of(document)
    best: MostVoted | None = None
    for colour, found in most_voted.items():
        if roles[colour] == "opportunity":
            best = _more(best, found)
    return best.notes if best is not None and len(best.notes) <= _MOST_IDEAS else ()


def _more(one: MostVoted | None, other: MostVoted) -> MostVoted:
    if one is None or other.votes > one.votes:
        return other
    return one if one.votes > other.votes else MostVoted(one.votes, one.notes + other.notes)
