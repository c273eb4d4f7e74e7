"""What happens in a workshop, as changes that are kept by `History.happened`: nobody takes them back.

Each takes the moment at which it happens, which needs a time zone.
"""

from collections.abc import Sequence
from datetime import datetime, timedelta

from app.model.change import Change
from app.model.document import Document
from app.model.draft import Draft
from app.model.labels import Label, step_label
from app.model.records import (
    LONGEST_ITEM,
    AgendaItem,
    Id,
    NamedVersion,
    PlannedItem,
    Reveal,
    Round,
    Run,
    Stretch,
    new_id,
)
from app.model.timestamps import clock_time
from app.model.words import shortened


def begin_run(
    document: Document, now: datetime, people: int = 0, names: Sequence[str] = (), id: Id | None = None
) -> Change:
    """A workshop begins. Whatever run went on is over."""
    draft = Draft(document)
    for other in document.runs():
        if other.ended is None:
            draft.put(_ended(other, now))
    day = now.astimezone().date().isoformat()
    draft.insert(Run(id=id or new_id(), day=day, people=people, names=tuple(names)))
    return draft.change(step_label("begin_run"))


def set_people(document: Document, run: Id, people: int, names: Sequence[str] = ()) -> Change:
    """Who is there: how many, and their names where these are wanted."""
    found = document.get(Run, run)
    return _changed(document, found.changed(people=people, names=tuple(names)), step_label("set_run"))


def begin_item(document: Document, run: Id, item: Id, now: datetime) -> Change:
    """Go to an agenda item, for the first time or again: its times add up."""
    found, planned = document.get(Run, run), document.get(AgendaItem, item)
    known = found.planned
    if all(one.item != item for one in known):
        known = (*known, PlannedItem(item=item, title=planned.title, minutes=planned.minutes))
    begun = Stretch(item=item, began=clock_time(now))
    after = found.changed(planned=known, stretches=(*_closed(found.stretches, now), begun))
    return _changed(document, after, step_label("begin_item", text=shortened(planned.title)))


def hold_clock(document: Document, run: Id, now: datetime) -> Change:
    """The clock of the agenda item stands still from now on."""
    return _turned(document, run, now, True)


def release_clock(document: Document, run: Id, now: datetime) -> Change:
    """The clock of the agenda item goes on from now on."""
    return _turned(document, run, now, False)


def give_minutes(document: Document, run: Id, minutes: int) -> Change:
    """Minutes more for the agenda item that goes on, or less. Nothing where none does."""
    found = document.get(Run, run)
    last = found.stretches[-1:]
    title = ""
    planned = []
    for one in found.planned:
        if last and one.item == last[0].item:
            title = one.title
            more = min(max(one.more + minutes, -LONGEST_ITEM), LONGEST_ITEM)
            one = one.model_copy(update={"more": more})
        planned.append(one)
    label = step_label("give_minutes", text=shortened(title))
    return _changed(document, found.changed(planned=tuple(planned)), label)


def follow_clock(document: Document, run: Id, now: datetime, by: timedelta) -> Change:
    """The clock was set on by so much, or back: what went on until then goes on from the new time.

    So each stretch is told by one clock, and no minute is lost or won.
    """
    found = document.get(Run, run)
    label = step_label("follow_clock")
    if not found.stretches or found.stretches[-1].ended is not None:
        return _changed(document, found, label)
    last = found.stretches[-1]
    going_on = last.model_copy(update={"began": clock_time(now)})
    stretches = (*_closed(found.stretches, now - by), going_on)
    return _changed(document, found.changed(stretches=stretches), label)


def note_version(document: Document, run: Id, step: int, name: str) -> Change:
    """A version was named in the run: the number of its step, and what it is called."""
    found = document.get(Run, run)
    versions = (*found.versions, NamedVersion(step=step, name=name))
    return _changed(
        document, found.changed(versions=versions), step_label("note_version", version=shortened(name))
    )


def end_run(document: Document, run: Id, now: datetime) -> Change:
    """The workshop is over."""
    return _changed(document, _ended(document.get(Run, run), now), step_label("end_run"))


def reveal(document: Document, round: Id, now: datetime, id: Id | None = None) -> Change:
    """A round's counts were shown to all. Nothing where they were already."""
    draft = Draft(document)
    if all(one.round != round for one in document.reveals()):
        draft.insert(Reveal(id=id or new_id(), round=document.get(Round, round).id, at=clock_time(now)))
    return draft.change(step_label("reveal"))


def _turned(document: Document, run: Id, now: datetime, is_held: bool) -> Change:
    found = document.get(Run, run)
    label = step_label("hold_clock" if is_held else "release_clock")
    last = found.stretches[-1:]
    if not last or last[0].ended is not None or last[0].is_held == is_held:
        return _changed(document, found, label)
    begun = Stretch(item=last[0].item, began=clock_time(now), is_held=is_held)
    return _changed(document, found.changed(stretches=(*_closed(found.stretches, now), begun)), label)


def _ended(run: Run, now: datetime) -> Run:
    return run.changed(ended=clock_time(now), stretches=_closed(run.stretches, now))


def _closed(stretches: tuple[Stretch, ...], now: datetime) -> tuple[Stretch, ...]:
    """The stretches without one that goes on."""
    if not stretches or stretches[-1].ended is not None:
        return stretches
    return (*stretches[:-1], stretches[-1].model_copy(update={"ended": clock_time(now)}))


def _changed(document: Document, run: Run, label: Label) -> Change:
    draft = Draft(document)
    draft.put(run)
    return draft.change(label)
