"""What the hand counts of rounds come to: totals, ranking, and the count that a note shows."""

from collections.abc import Iterable, Mapping
from itertools import groupby
from typing import NamedTuple

from app.language.phrases import NOTHING, Phrase, phrase, phrase_plural
from app.model.change import Change, Edit
from app.model.document import Document
from app.model.labels import NO_LABEL
from app.model.records import Candidate, Id, Note, Round
from app.model.words import quoted


class Ranked(NamedTuple):
    """A candidate in the ranking. Equal counts share a rank, and the ranks after them are left out."""

    rank: int
    number: int
    candidate: Candidate
    hands: int
    is_gone: bool
    """Whether its note was deleted since."""


class Votes(NamedTuple):
    """The count that a note shows, and of which round it is; none where it is the note's own."""

    number: int
    round: Id | None = None


def open_round(document: Document) -> Round | None:
    """The round in which hands are counted now."""
    return next((one for one in reversed(document.rounds()) if one.closed is None), None)


def hands_of(document: Document, round: Id) -> Mapping[int, int]:
    """The hands that count for each candidate, by its number; without those that were not counted yet."""
    return {count.number: count.hands for count in document.hand_counts(round)}


def next_number(document: Document, round: Round, after: int = 0) -> int | None:
    """The first candidate behind a number that was not counted yet, else the first of all.

    None where all are counted. Those whose notes are gone are passed over.
    """
    counted = hands_of(document, round.id)
    there = [
        number
        for number, one in enumerate(round.candidates, 1)
        if number not in counted and one.note in document
    ]
    return next((number for number in there if number > after), there[0] if there else None)


def ranking(document: Document, round: Round) -> tuple[Ranked, ...]:
    """The candidates from the most hands to the fewest, equal ones by their numbers."""
    hands = hands_of(document, round.id)
    order = sorted(
        enumerate(round.candidates, 1), key=lambda numbered: (-hands.get(numbered[0], 0), numbered[0])
    )
    ranked: list[Ranked] = []
    for place, (number, candidate) in enumerate(order, 1):
        count = hands.get(number, 0)
        rank = ranked[-1].rank if ranked and ranked[-1].hands == count else place
        ranked.append(Ranked(rank, number, candidate, count, candidate.note not in document))
    return tuple(ranked)


def from_the_lowest(ranked: Iterable[Ranked]) -> tuple[tuple[Ranked, ...], ...]:
    """The ranks as they are revealed: the lowest first, those that share one together."""
    return tuple(tuple(group) for _, group in groupby(ranked, key=lambda one: one.rank))[::-1]


def hands_given(document: Document, round: Id) -> int:
    return sum(hands_of(document, round).values())


def hands_there(round: Round) -> int:
    """How many hands there are if everybody gives all their votes; 0 where nobody said how many people."""
    return round.people * round.votes_each


def revealed(document: Document) -> frozenset[Id]:
    """The rounds whose counts are known to all."""
    return frozenset(one.round for one in document.reveals() if one.round in document)


def votes_shown(document: Document) -> Mapping[Id, Votes]:
    """What notes show that stood in a round: their count in the chosen one, else in the newest revealed.

    A note that is not among them shows its own count.
    """
    known = revealed(document)
    if not known:
        return {}
    shown: dict[Id, Votes] = {}
    rounds = [one for one in document.rounds() if one.id in known]
    for round in sorted(rounds, key=lambda one: (one.is_chosen, one.position)):
        hands = hands_of(document, round.id)
        for number, candidate in enumerate(round.candidates, 1):
            shown[candidate.note] = Votes(hands.get(number, 0), round.id)
    return shown


def votes_of(note: Note, shown: Mapping[Id, Votes]) -> Votes:
    """The count that a note shows, of those of its document."""
    return shown.get(note.id) or Votes(note.votes)


def whose_votes(document: Document, notes: Iterable[Note]) -> Phrase:
    """What is said where the first of some notes shows a round's count; nothing where all show their own."""
    shown = votes_shown(document)
    for note in notes:
        round = document.find(shown[note.id].round or "") if note.id in shown else None
        if isinstance(round, Round):
            return phrase_plural(
                "The map shows {count} vote of the round {question}. Own votes are counted beside it.",
                "The map shows {count} votes of the round {question}. Own votes are counted beside it.",
                shown[note.id].number,
                question=quoted(round.question, phrase("without a question")),
            )
    return NOTHING


def as_voted(document: Document) -> Document:
    """The document in which each note has the count that it shows: what is drawn, counted and listed.

    Where no round was revealed that is the document itself. Nothing is ever changed in it.
    """
    notes = ((document.find(id), votes.number) for id, votes in votes_shown(document).items())
    edits = tuple(
        Edit(note, note.model_copy(update={"votes": number}))
        for note, number in notes
        if isinstance(note, Note) and note.votes != number
    )
    if not edits:
        return document
    voted = document.copy()
    voted.apply(Change(NO_LABEL, edits))
    return voted
