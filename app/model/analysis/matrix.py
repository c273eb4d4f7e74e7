"""Impact × effort: which third a place lies in and what it is called, and which quadrant.

The words rule, as they are also set in the register: where a note was placed counts within the third that its
word names, and a word without such a place stands for the middle of its third.
"""

from collections.abc import Sequence
from typing import Literal, NamedTuple, TypeVar

from app.model.analysis.register import EFFORTS as EFFORTS
from app.model.analysis.register import IMPACTS as IMPACTS
from app.model.document import Document
from app.model.records import Id, Note

W = TypeVar("W", bound=str)
Quadrant = Literal["do first", "plan", "perhaps", "leave"]
MOST_AT_ONCE = 25
"""More notes than these cannot be talked about: only those with votes are offered."""


class At(NamedTuple):
    """A place: effort from the left, impact from below, each 0 … 1."""

    effort: float
    impact: float


def word_at(words: Sequence[W], at: float) -> W:
    """What the part is called in which a place 0 … 1 lies."""
    return words[min(int(at * len(words)), len(words) - 1)]


def place_of(words: Sequence[W], word: W, at: float | None) -> float:
    """Where something stands: where it was placed, if that is in the part of its word, else in the middle."""
    if at is not None and word_at(words, at) == word:
        return at
    return (words.index(word) + 0.5) / len(words)


def placed_at(note: Note) -> At | None:
    """Where a note stands; none where it is not placed yet."""
    if note.effort is None or note.impact is None:
        return None
    return At(place_of(EFFORTS, note.effort, note.effort_at), place_of(IMPACTS, note.impact, note.impact_at))


def quadrant_of(at: At) -> Quadrant:
    """What little effort brings much is done first."""
    if at.impact >= 0.5:
        return "do first" if at.effort < 0.5 else "plan"
    return "perhaps" if at.effort < 0.5 else "leave"


def offered(document: Document, notes: Sequence[Id], votes: dict[Id, int]) -> tuple[Id, ...]:
    """Of too many notes only those with votes, where any have some; else all of them."""
    found = tuple(id for id in notes if id in document)
    with_votes = tuple(id for id in found if votes.get(id))
    return with_votes if len(found) > MOST_AT_ONCE and with_votes else found
