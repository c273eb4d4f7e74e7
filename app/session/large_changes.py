"""Tells which changes are so large that they are announced before they are made, and may be stopped."""

from collections.abc import Callable, Generator, Iterable

from app.model.change import Change
from app.model.document import Document
from app.model.records import PARENT_KINDS, RECORDS, Id, InCell, JourneyMap, Section

LARGE_CHANGE = 1_500
"""Records from which on it may take longer than a tenth of a second to change them all and show them.

That is half of what a machine of today does in that time.
"""

Ahead = Generator[float, None, object]
"""What is made ready before something is done, in steps: yields how far it is, 0 … 1. It changes nothing."""
Announce = Callable[[str, Callable[[], object], Ahead | None], object]
"""Shows a sentence, and does something once it is seen and all is ready, unless it is stopped before."""
Prepare = Callable[[Change], Ahead]
"""Makes ready what a change will need once it is made."""


def at_once(sentence: str, do: Callable[[], object], ahead: Ahead | None = None) -> None:
    """What announces nothing, and makes nothing ready: where there is nobody to be told."""
    do()


def nothing_ahead(change: Change) -> Ahead:
    """What makes nothing ready: where nobody looks."""
    yield 1.0
    return None


def record_count(document: Document, change: Change) -> int:
    """How many records a change works on, before it is made: those also that come into view by it."""
    return change.record_count + sum(
        _held(document, before.id)
        for before, after in change
        if isinstance(before, Section) and before.is_folded
        if isinstance(after, Section) and not after.is_folded
    )


def count_with_held(document: Document, ids: Iterable[Id]) -> int:
    """How many records there are with all they hold and, for what stands in no cell, all that names it."""
    found = tuple(ids)
    return sum(1 + _held(document, id) for id in found) + _naming(document, found)


def _held(document: Document, id: Id) -> int:
    record = document.find(id)
    if record is None or record.kind not in PARENT_KINDS:
        return 0
    if isinstance(record, JourneyMap):
        # What stands in a map's cells is held by its sections as by its stages.
        lines = document.sections(id)
        return len(lines) + len(document.stages(id)) + sum(_held(document, one.id) for one in lines)
    return sum(1 for _ in document.held_by(id))


def _naming(document: Document, ids: tuple[Id, ...]) -> int:
    named = {id: one.kind for id in ids if (one := document.find(id)) and not isinstance(one, InCell)}
    kinds = {*named.values()}
    return sum(
        not named.keys().isdisjoint(record.mentioned(field))
        for record_type in (RECORDS if kinds else ())
        for field, kind in record_type.mentions.items()
        if kind in kinds
        for record in document.all(record_type)
    )
