"""The minutes of the day: what a workshop came to, read from what is stored of it. Nothing is kept twice.

Whoever writes them (`app.formats.minutes`, `app.drawing.minutes_pages`) decides nothing but how they look.
"""

from collections.abc import Iterator
from datetime import date, datetime
from typing import NamedTuple

from app.language.phrases import Phrase
from app.model.analysis.matrix import placed_at, quadrant_of
from app.model.analysis.roles import Placed, placed_notes
from app.model.analysis.rounds import Ranked, ranking, revealed
from app.model.analysis.run_times import used, whole_minutes
from app.model.document import Document
from app.model.history.version_words import format_difference
from app.model.history.versions import Difference, Version, compare
from app.model.records import AgendaItem, HandCount, Id, Note, ParkedNote, Project, Reveal, Round, Run, Style


class ItemUsed(NamedTuple):
    """An agenda item with the minutes that it used and that were planned."""

    title: str
    used: int
    planned: int


class Result(NamedTuple):
    """A round with its ranking; none where it was not revealed."""

    question: str
    people: int
    votes_each: int
    ranking: tuple[Ranked, ...]


class ToDo(NamedTuple):
    """An idea that is done first."""

    text: str
    stage: str
    owner: str
    due: date | None


class Changed(NamedTuple):
    """What became of something since the workshop began."""

    name: Phrase
    what: Phrase


class Minutes(NamedTuple):
    """All of it, in the order in which it is read."""

    title: str
    day: date
    people: int
    names: tuple[str, ...]
    items: tuple[ItemUsed, ...]
    results: tuple[Result, ...]
    first: tuple[ToDo, ...]
    decisions: tuple[str, ...]
    parked: tuple[str, ...]
    without_owner: tuple[str, ...]
    """Of what is done first and what was decided on the maps: what nobody answers for yet."""
    changes: tuple[Changed, ...]


_IN_OTHER_PARTS = (Project, Style, AgendaItem, Round, HandCount, Reveal, Run, ParkedNote)


def minutes_of(
    document: Document, run: Run, since: Version | None = None, with_names: bool = True
) -> Minutes:
    """The minutes of a run. `since` is the version from which changes are told; without one none are.

    Without names neither those who were there nor owners are named; what has no owner is told all the same.
    """
    notes = [
        placed
        for journey_map in document.maps()
        for placed in placed_notes(document, journey_map.id)
        if placed.note.text.strip()
    ]
    first = [placed for placed in notes if _is_first(placed)]
    decided = [placed.note for placed in notes if placed.note.decided]
    to_answer_for = {placed.note.id: placed.note for placed in first} | {note.id: note for note in decided}
    parked = document.parked("parking lot")
    return Minutes(
        document.project.name,
        date.fromisoformat(run.day),
        run.people or len(run.names),
        run.names if with_names else (),
        tuple(_items(run)),
        tuple(_results(document, run)),
        tuple(_to_do(placed, with_names) for placed in first),
        (
            *(note.text for note in decided),
            *(one.text for one in (*parked, *document.parked("inbox")) if one.decided),
        ),
        tuple(one.text for one in parked if one.text.strip() and not one.decided),
        tuple(note.text for note in to_answer_for.values() if not _owner(note)),
        tuple(_changes(document, since)) if since is not None else (),
    )


def _items(run: Run) -> Iterator[ItemUsed]:
    """The agenda items that the run came to, as they were then."""
    end = datetime.fromisoformat(run.ended) if run.ended else None
    for planned in run.planned:
        last = end or datetime.fromisoformat(run.stretches[-1].began)
        yield ItemUsed(planned.title, whole_minutes(used(run, planned.item, last)), planned.minutes)


def _results(document: Document, run: Run) -> Iterator[Result]:
    known = revealed(document)
    for round in document.rounds():
        if _was_held_in(run, round):
            ranked = ranking(document, round) if round.id in known else ()
            yield Result(round.question, round.people, round.votes_each, ranked)


def _was_held_in(run: Run, round: Round) -> bool:
    """Whether a round was begun while a run went on. One without a time belongs to no run."""
    if round.begun is None or not run.stretches:
        return False
    begun = datetime.fromisoformat(round.begun)
    return datetime.fromisoformat(run.stretches[0].began) <= begun and (
        run.ended is None or begun <= datetime.fromisoformat(run.ended)
    )


def _is_first(placed: Placed) -> bool:
    at = placed_at(placed.note)
    return placed.role == "opportunity" and at is not None and quadrant_of(at) == "do first"


def _to_do(placed: Placed, with_names: bool) -> ToDo:
    note = placed.note
    due = date.fromisoformat(note.due) if note.due else None
    return ToDo(note.text, placed.stage.name, _owner(note) if with_names else "", due)


def _owner(note: Note) -> str:
    return ", ".join(filter(None, (note.owner.strip(), note.team.strip())))


def _changes(document: Document, since: Version) -> Iterator[Changed]:
    """What became of the maps; other parts of the minutes tell the rest."""
    for journey_map in document.maps():
        yield from _changes_of(document, since, journey_map.id)


def _changes_of(document: Document, since: Version, map: Id) -> Iterator[Changed]:
    comparison = compare(since, document, map)
    for difference in comparison.differences:
        if _is_on_the_map(difference):
            yield Changed(*format_difference(comparison, difference))


def _is_on_the_map(difference: Difference) -> bool:
    return not isinstance(difference.record, _IN_OTHER_PARTS)
