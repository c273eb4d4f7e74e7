"""The clock of a workshop: what the times that are kept of a run come to at a moment.

Nothing runs here: every figure follows from stored times of the clock and the moment that is asked about, so
sleep, a crash and a restart lose none of it.
"""

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Literal, NamedTuple

from app.language.phrases import Phrase, phrase, phrase_context, phrase_plural
from app.model.analysis.run_times import (
    NOTHING,
    minutes_of,
    more_of,
    open_stretch,
    used,
    whole_minutes,
)
from app.model.document import Document
from app.model.records import AgendaItem, Id, Run

LAST_MINUTES = timedelta(minutes=2)
"""How long before the end of an agenda item its seconds are told."""
Standing = Literal["done", "now", "to come"]


class Row(NamedTuple):
    """An agenda item on the presenter's screen, with the minutes that it used and that are planned for it."""

    item: AgendaItem
    standing: Standing
    used: int
    planned: int


class Clock(NamedTuple):
    """What the clock says of the agenda item that goes on."""

    item: Id
    left: timedelta
    """Less than nothing where it is over its time."""
    is_held: bool
    share: float
    """How much of its time is over, 0 … 1."""

    @property
    def is_over(self) -> bool:
        return self.left < NOTHING


class Ends(NamedTuple):
    """When the workshop ends if all goes on as planned, and how many minutes later than planned that is."""

    at: datetime
    behind: int


def clock_at(document: Document, run: Run, now: datetime) -> Clock | None:
    """None where no agenda item goes on. One that is not in the agenda any more goes on all the same."""
    going_on = open_stretch(run)
    if going_on is None:
        return None
    time = _time(document, run, going_on.item)
    spent = used(run, going_on.item, now)
    share = spent / time if time > NOTHING else 1.0
    return Clock(going_on.item, time - spent, going_on.is_held, min(max(share, 0.0), 1.0))


def rows_at(document: Document, run: Run | None, now: datetime) -> tuple[Row, ...]:
    """The agenda, as far as it has come."""
    if run is None:
        return tuple(Row(item, "to come", 0, item.minutes) for item in document.agenda())
    going_on = open_stretch(run)
    here = going_on.item if going_on is not None else None
    return tuple(
        Row(
            item,
            "now" if item.id == here else "done" if _was_on(run, item.id) else "to come",
            whole_minutes(used(run, item.id, now)),
            minutes_of(run, item),
        )
        for item in document.agenda()
    )


def ends_at(document: Document, run: Run, now: datetime) -> Ends | None:
    """None where the workshop has not begun, or is over."""
    clock = clock_at(document, run, now)
    if clock is None:
        return None
    begun = datetime.fromisoformat(run.stretches[0].began)
    left = max(clock.left, NOTHING) + sum(_still(document, run, clock.item, now), NOTHING)
    planned = sum((timedelta(minutes=minutes_of(run, item)) for item in document.agenda()), NOTHING)
    # Of two clock times: a clock that was set meanwhile must not make the day longer.
    gone = _since(run, begun, now)
    behind = gone + left - planned
    return Ends(now + left, int(behind.total_seconds() // 60))


def left_in_words(left: timedelta) -> Phrase:
    """ "12 min left", "1:40 left" in the last two minutes, "+2 min" beyond them."""
    if left < NOTHING:
        return phrase_context("beyond its time", "+{minutes} min", minutes=int(-left.total_seconds()) // 60)
    if left < LAST_MINUTES:
        minutes, seconds = divmod(int(left.total_seconds()), 60)
        return phrase("{time} left", time=f"{minutes}:{seconds:02}")
    return phrase("{minutes} min left", minutes=int(left.total_seconds()) // 60)


def ends_in_words(ends: Ends) -> Phrase:
    """ "3 min behind, ends 15:33"."""
    at = ends.at.astimezone().time()
    if ends.behind > 0:
        return phrase("{minutes} min behind, ends {time}", minutes=ends.behind, time=at)
    if ends.behind < -1:
        return phrase("{minutes} min ahead, ends {time}", minutes=-ends.behind - 1, time=at)
    return phrase("on time, ends {time}", time=at)


def go_on_in_words(title: str, left: timedelta) -> Phrase:
    """What is offered where a workshop was going on: "Go on with Pain points, 12 min left"."""
    return phrase("Go on with {item}, {left}", item=title, left=left_in_words(left))


def people_in_words(people: int) -> Phrase:
    """ "10 here"."""
    return phrase_plural("{count} here", "{count} here", people)


def _time(document: Document, run: Run, id: Id) -> timedelta:
    """How long an agenda item has, with what it was given."""
    known = next((one.minutes for one in run.planned if one.item == id), 0)
    item = document.find(id)
    minutes = minutes_of(run, item) if isinstance(item, AgendaItem) else known
    return timedelta(minutes=max(minutes + more_of(run, id), 0))


def _was_on(run: Run, item: Id) -> bool:
    return any(one.item == item for one in run.stretches)


def _still(document: Document, run: Run, here: Id, now: datetime) -> Iterator[timedelta]:
    """What is left of the agenda items behind the one that goes on."""
    ids = [item.id for item in document.agenda()]
    for id in ids[ids.index(here) + 1 :] if here in ids else ids:
        yield max(_time(document, run, id) - used(run, id, now), NOTHING)


def _since(run: Run, begun: datetime, now: datetime) -> timedelta:
    """The time since a run began, stretch by stretch: between two of them a clock may have been set."""
    times = ((one.began, one.ended) for one in run.stretches)
    ends = [(datetime.fromisoformat(a), datetime.fromisoformat(b) if b else now) for a, b in times]
    return sum((max(end - start, NOTHING) for start, end in ends), NOTHING)
