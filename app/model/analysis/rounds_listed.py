"""The rounds of a project as they are listed: what was asked, of how many, when, and what came of it."""

from datetime import datetime
from typing import NamedTuple

from app.language.days import written_day, written_time
from app.language.phrases import NOTHING, Phrase, phrase, phrase_plural
from app.language.words import joined, verbatim
from app.model.analysis.rounds import hands_of, ranking, revealed
from app.model.document import Document
from app.model.records import Id, Round
from app.model.words import shortened

_FIRST = 3
"""Ranks that are named."""


class ListedRound(NamedTuple):
    id: Id
    question: str
    people: Phrase
    when: str
    result: Phrase
    is_open: bool
    is_revealed: bool
    is_chosen: bool


def listed_rounds(document: Document) -> tuple[ListedRound, ...]:
    """All of them, the newest first."""
    known = revealed(document)
    return tuple(
        ListedRound(
            one.id,
            one.question,
            phrase_plural("{count} person", "{count} people", one.people) if one.people else NOTHING,
            _when(one),
            _result(document, one, one.id in known),
            one.closed is None,
            one.id in known,
            one.is_chosen,
        )
        for one in reversed(document.rounds())
    )


def _when(round: Round) -> str:
    if round.begun is None:
        return ""
    begun = datetime.fromisoformat(round.begun).astimezone()
    return f"{written_day(begun.date())}, {written_time(begun.time())}"


def _result(document: Document, round: Round, is_revealed: bool) -> Phrase:
    """The first ranks; of counts that are closed, how many there are."""
    if not is_revealed:
        counted = len(hands_of(document, round.id))
        return phrase("{counted} of {candidates} counted", counted=counted, candidates=len(round.candidates))
    best = [one for one in ranking(document, round) if one.rank <= _FIRST and one.hands][:_FIRST]
    if not best:
        return phrase("No hands")
    return joined(
        [verbatim(f"{one.rank}. {shortened(one.candidate.text, 40)} ({one.hands})") for one in best], ", "
    )
