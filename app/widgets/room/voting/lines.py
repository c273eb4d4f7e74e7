"""What the list of a vote says line by line, and in which order: by numbers, then more and more ranked."""

from collections.abc import Mapping
from typing import Literal, NamedTuple

from app.language.phrases import NOTHING, Phrase, phrase, phrase_plural
from app.model.analysis.rounds import Ranked, hands_given, hands_of, hands_there
from app.model.document import Document
from app.model.records import Round
from app.workshop.voting import Voting, counted_in_words

Standing = Literal["to come", "now", "counted", "revealed", "offered", "chosen"]
"""The last two are of answers to a question that is asked before a round."""
_BEST = 3
"""Ranks that stand out."""


class Line(NamedTuple):
    """A candidate as the room sees it."""

    number: int
    text: str
    standing: Standing
    is_gone: bool = False
    rank: int = 0
    hands: int = 0
    beside: str = ""
    """What is said at the right."""

    @property
    def stands_out(self) -> bool:
        return self.standing == "revealed" and 0 < self.rank <= _BEST and self.hands > 0


class Heading(NamedTuple):
    title: Phrase
    beside: Phrase
    right: Phrase


def lines_of(voting: Voting, document: Document) -> tuple[Line, ...]:
    """What is not revealed by its numbers, and below it what is, the best first."""
    round = voting.round
    if round is None:
        return ()
    ranked = [one for rank in reversed(voting.shown_ranks) for one in rank]
    shown = {one.number for one in ranked}
    counted = hands_of(document, round.id)
    closed = (
        _closed(document, round, number, voting.called, counted)
        for number in range(1, len(round.candidates) + 1)
        if number not in shown
    )
    return (*closed, *map(_open, ranked))


def heading_of(voting: Voting, document: Document) -> Heading:
    """What stands over the list."""
    round = voting.round
    if round is None:
        return Heading(NOTHING, NOTHING, NOTHING)
    if voting.ranks_shown:
        return Heading(phrase("Revealed"), NOTHING, _total(voting, round, document))
    if voting.called is None:
        title = phrase("All are counted")
    else:
        title = phrase("Hands up for {number}", number=voting.called)
    return Heading(title, phrase("counts stay closed"), counted_in_words(voting))


def asked_in_words(round: Round) -> Phrase:
    """ "Hands up. 2 votes each, 10 people."."""
    votes = phrase_plural("{count} vote each", "{count} votes each", round.votes_each)
    if not round.people:
        return phrase("Hands up. {votes}.", votes=votes)
    people = phrase_plural("{count} person", "{count} people", round.people)
    return phrase("Hands up. {votes}, {people}.", votes=votes, people=people)


def _total(voting: Voting, round: Round, document: Document) -> Phrase:
    """All hands, once no count is left that could be told from them."""
    if voting.ranks_shown < len(voting.ranks):
        shown = sum(map(len, voting.shown_ranks))
        return phrase("{number} of {count}", number=shown, count=len(round.candidates))
    given, there = hands_given(document, round.id), hands_there(round)
    if there:
        return phrase("{given} of {there} hands", given=given, there=there)
    return phrase_plural("{count} hand", "{count} hands", given)


def _closed(
    document: Document, round: Round, number: int, called: int | None, counted: Mapping[int, int]
) -> Line:
    candidate = round.candidates[number - 1]
    standing: Standing = "now" if number == called else "counted" if number in counted else "to come"
    return Line(number, candidate.text, standing, candidate.note not in document)


def _open(one: Ranked) -> Line:
    return Line(one.number, one.candidate.text, "revealed", one.is_gone, one.rank, one.hands)
