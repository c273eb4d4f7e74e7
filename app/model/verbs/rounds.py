"""Verbs for rounds of votes by show of hands. Each is a step of its own; to reveal happens (`runs`)."""

from collections.abc import Sequence
from datetime import datetime

from app.model.change import Change
from app.model.document import Document
from app.model.draft import Draft
from app.model.labels import step_label
from app.model.records import Candidate, HandCount, Id, Note, Round, Stage, new_id
from app.model.timestamps import clock_time
from app.model.verbs.editing import set_fields


def begin_round(
    document: Document,
    question: str,
    notes: Sequence[Id],
    people: int,
    votes_each: int,
    now: datetime,
    id: Id | None = None,
) -> Change:
    """A new round about notes, in their order. One that is open still is closed."""
    draft = Draft(document)
    for other in document.rounds():
        if other.closed is None:
            draft.put(other.changed(closed=clock_time(now)))
    draft.insert(
        Round(
            id=id or new_id(),
            question=question,
            people=people,
            votes_each=votes_each,
            candidates=tuple(_candidate(document, note) for note in dict.fromkeys(notes)),
            begun=clock_time(now),
        )
    )
    return draft.change(step_label("begin_round"))


def count_hands(
    document: Document, round: Id, number: int, hands: int, now: datetime, id: Id | None = None
) -> Change:
    """So many hands for the candidate of a number; what was counted for it before is kept, and replaced.

    Raises KeyError where the round has no such number.
    """
    if not 1 <= number <= len(document.get(Round, round).candidates):
        raise KeyError(number)
    draft = Draft(document)
    draft.insert(HandCount(id=id or new_id(), round=round, number=number, hands=hands, at=clock_time(now)))
    return draft.change(step_label("count_hands", count=hands))


def take_back_count(document: Document, round: Id) -> Change:
    """The last count goes; what was counted before it counts again. Nothing where there is none."""
    draft = Draft(document)
    for last in document.hand_counts(round)[-1:]:
        draft.remove(last)
    return draft.change(step_label("take_back_count"))


def close_round(document: Document, round: Id, now: datetime) -> Change:
    """End a round: nothing is counted in it any more."""
    return set_fields(document, [round], step_label("close_round"), closed=clock_time(now))


def choose_round(document: Document, round: Id, is_chosen: bool = True) -> Change:
    """Have its counts shown at its notes, and not those of any other round; or those of the newest again."""
    draft = Draft(document)
    chosen = draft.get(Round, round)
    notes = {one.note for one in chosen.candidates}
    for other in document.rounds():
        if other.is_chosen and any(one.note in notes for one in other.candidates):
            draft.put(other.changed(is_chosen=False))
    draft.put(draft.get(Round, round).changed(is_chosen=is_chosen))
    return draft.change(step_label("choose_round"))


def _candidate(document: Document, note: Id) -> Candidate:
    found = document.get(Note, note)
    return Candidate(note=note, text=found.text, stage=document.get(Stage, found.stage).name)
