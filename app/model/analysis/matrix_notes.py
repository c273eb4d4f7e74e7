"""What of a map is placed by impact × effort: which notes, by what numbers, and which still wait."""

from typing import Literal, NamedTuple

from app.language.phrases import Phrase
from app.model.analysis.matrix import IMPACTS, MOST_AT_ONCE, At, offered, placed_at
from app.model.analysis.register import impact_word
from app.model.analysis.roles import placed_notes
from app.model.analysis.rounds import as_voted, revealed
from app.model.document import Document
from app.model.records import Id, Note

About = Literal["opportunity", "pain point"]
"""The roles of notes that can be placed."""


class MatrixNote(NamedTuple):
    """A note with the number by which people name it, and where it stands; nowhere while it waits."""

    note: Note
    number: int
    at: At | None

    @property
    def votes(self) -> int:
        return self.note.votes


class Matrix(NamedTuple):
    """The notes of one role, in their order."""

    about: About
    placed: tuple[MatrixNote, ...]
    waiting: tuple[MatrixNote, ...]
    """What is offered to be placed."""
    left_out: int
    """Notes without votes that are not offered, as there are too many."""
    can_choose: bool
    """Whether there are so many that only those with votes may be offered."""

    @property
    def number(self) -> int:
        """How many notes there are, of those that are offered."""
        return len(self.placed) + len(self.waiting)

    @property
    def all(self) -> tuple[MatrixNote, ...]:
        """Those that wait first."""
        return (*self.waiting, *self.placed)

    def find(self, id: Id | None) -> MatrixNote | None:
        return next((one for one in self.all if one.note.id == id), None)


def matrix_of(document: Document, map: Id, about: About, only_voted: bool = True) -> Matrix:
    """The notes of a map that count as ideas or as pain points; of very many only those with votes wait."""
    notes = [placed.note for placed in placed_notes(as_voted(document), map) if placed.role == about]
    numbers = _numbers(document, [note.id for note in notes])
    listed = [MatrixNote(note, numbers[note.id], placed_at(note)) for note in notes]
    listed.sort(key=lambda one: one.number)
    waiting = [one for one in listed if one.at is None]
    votes = {note.id: note.votes for note in notes}
    chosen = set(offered(document, [*votes], votes))
    can_choose = len(notes) > MOST_AT_ONCE and any(votes.values())
    shown = [one for one in waiting if one.note.id in chosen] if only_voted else waiting
    return Matrix(
        about,
        tuple(one for one in listed if one.at is not None),
        tuple(shown),
        len(waiting) - len(shown),
        can_choose,
    )


def impact_words(about: About) -> tuple[Phrase, ...]:
    """What the thirds of the impact are called, from the least on."""
    return tuple(impact_word(impact, about) for impact in IMPACTS)


def _numbers(document: Document, notes: list[Id]) -> dict[Id, int]:
    """Those of the newest revealed round in which all of them stood, else by their order on the map."""
    known = revealed(document)
    for round in reversed(document.rounds()):
        numbers = {candidate.note: number for number, candidate in enumerate(round.candidates, 1)}
        if round.id in known and all(id in numbers for id in notes):
            return {id: numbers[id] for id in notes}
    return {id: number for number, id in enumerate(notes, 1)}
