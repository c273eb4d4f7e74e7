"""How long agenda items went on in a run, told by the clock times that are kept of it.

A stretch that a wrong clock made end before its beginning counts as nothing.
"""

from datetime import datetime, timedelta

from app.model.document import Document
from app.model.records import AgendaItem, Id, Run, Stretch

NOTHING = timedelta()


def run_going_on(document: Document) -> Run | None:
    """The workshop that goes on, if one does."""
    runs = document.runs()
    return runs[-1] if runs and runs[-1].ended is None else None


def title_going_on(document: Document) -> str:
    """What the agenda item is called that goes on; nothing where none does."""
    run = run_going_on(document)
    going_on = open_stretch(run) if run is not None else None
    if run is None or going_on is None:
        return ""
    return next((one.title for one in run.planned if one.item == going_on.item), "")


def open_stretch(run: Run) -> Stretch | None:
    """What goes on now; none before the first agenda item, and when the workshop is over."""
    last = run.stretches[-1] if run.stretches else None
    return last if last is not None and last.ended is None else None


def length(stretch: Stretch, now: datetime) -> timedelta:
    ended = datetime.fromisoformat(stretch.ended) if stretch.ended is not None else now
    return max(ended - datetime.fromisoformat(stretch.began), NOTHING)


def used(run: Run, item: Id, now: datetime) -> timedelta:
    """How long an agenda item went on, without the time in which the clock was held."""
    own = (one for one in run.stretches if one.item == item and not one.is_held)
    return sum((length(one, now) for one in own), NOTHING)


def minutes_of(run: Run, item: AgendaItem) -> int:
    """The minutes that were planned for an agenda item when the run came to it; else those of the agenda."""
    return next((one.minutes for one in run.planned if one.item == item.id), item.minutes)


def more_of(run: Run, item: Id) -> int:
    """The minutes that it was given beyond these, or less than none."""
    return next((one.more for one in run.planned if one.item == item), 0)


def whole_minutes(time: timedelta) -> int:
    """Rounded to the nearest, half a minute up: what an agenda item took."""
    return int(time.total_seconds() + 30) // 60


def last_moment(run: Run) -> datetime | None:
    """The last time of the clock that is known of a run; none before its first agenda item."""
    if not run.stretches:
        return None
    last = run.stretches[-1]
    return datetime.fromisoformat(run.ended or last.ended or last.began)
