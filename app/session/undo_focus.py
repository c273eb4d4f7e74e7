"""What one sees of an undo or redo: the map that it touched, and what is to be selected there."""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from app.model.change import Change, Edit
from app.model.document import Document
from app.model.records import CallOut, EmotionPoint, Id, InCell, JourneyMap, Place, Record, Section, Stage
from app.session.selection import Cell

_ON_A_MAP = (InCell, EmotionPoint, Stage, Section, CallOut)


class Trace(NamedTuple):
    """The map to show, the records to select on it, and the cell of what is gone; each where there is one."""

    map: Id | None = None
    ids: tuple[Id, ...] = ()
    cell: Cell | None = None


def trace_of(document: Document, change: Change, is_undo: bool) -> Trace:
    """What to look at after a change that was undone or done again."""
    # A verb puts what it is about first, and an undo takes everything back from the end.
    edits = change.edits[::-1] if is_undo else change.edits
    there = [edit for edit in edits if isinstance(edit.after, _ON_A_MAP)]
    if there and (meant := _outermost(_without_those_that_made_room(there))):
        map = _map_of(document, meant[-1])
        return Trace(map, tuple(one.id for one in meant if _map_of(document, one) == map))
    for edit in edits:
        gone = edit.before
        if edit.after is None and isinstance(gone, InCell | EmotionPoint) and _is_cell(document, gone):
            return Trace(_map_of(document, gone), (), Cell(gone.section, gone.stage))
        if isinstance(gone, Stage | Section | CallOut) and gone.map in document:
            return Trace(gone.map)
    maps = [edit.after.id for edit in edits if isinstance(edit.after, JourneyMap)]
    return Trace(maps[0]) if maps else Trace()


def _without_those_that_made_room(edits: Sequence[Edit]) -> list[Edit]:
    """The edits of what was meant: siblings of what came, went or moved only got other positions."""
    aside: dict[Place, list[Edit]] = {}
    busy: set[Place] = set()
    meant: set[Id] = set()
    for edit in edits:
        if _has_only_another_position(edit):
            aside.setdefault(edit.record.place, []).append(edit)
        else:
            busy |= {record.place for record in edit if record is not None}
            meant.add(edit.record.id)
    meant |= {edit.record.id for place, there in aside.items() for edit in _moved(there, place in busy)}
    return [edit for edit in edits if edit.record.id in meant]


def _has_only_another_position(edit: Edit) -> bool:
    before, after = edit.before, edit.after
    if before is None or after is None:
        return False
    # Not by a copy of each record, which would take longer than all else here.
    return before.__dict__ | {"position": after.position} == after.__dict__


def _moved(edits: list[Edit], is_busy: bool) -> list[Edit]:
    """Of siblings with other positions, those that were put elsewhere among the others.

    Where others came or went, all siblings behind them have moved on together.
    """
    steps = [edit.after.position - edit.before.position for edit in edits if edit.after and edit.before]
    together = Counter(steps).most_common(1)[0][0] if is_busy else 0
    first = next((step for step in steps if step != together), together)
    if first == together:
        return []
    is_forth = first > together
    pairs = zip(edits, steps, strict=True)
    return [edit for edit, step in pairs if step != together and (step > together) == is_forth]


def _outermost(edits: Iterable[Edit]) -> list[Record]:
    """The records as they are now, without those that lie in others of them."""
    records = {edit.after.id: edit.after for edit in edits if edit.after is not None}
    return [one for one in records.values() if records.keys().isdisjoint(one.place[1:])]


def _map_of(document: Document, record: Record) -> Id:
    section = document.find(record.section) if isinstance(record, InCell | EmotionPoint) else record
    assert isinstance(section, Stage | Section | CallOut)
    return section.map


def _is_cell(document: Document, record: InCell | EmotionPoint) -> bool:
    return record.section in document and record.stage in document
