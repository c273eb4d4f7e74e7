"""The lock: while people talk, what an agenda item is not about stays as it is.

With the *layout* locked that is stages, sections, titles of maps and the curve. Where only the curve is free,
or nothing is, notes and entries stay as well. What is no part of a map is never locked: what is parked, an
agenda, the counts of a round.
"""

from app.model.change import Change
from app.model.records import (
    CallOut,
    EmotionPoint,
    Entry,
    JourneyMap,
    KeyPoint,
    Lock,
    Note,
    Record,
    Relation,
    Section,
    Stage,
)

_GRID = (Stage, Section, JourneyMap)
_ON_IT = (Note, Entry, Relation, KeyPoint, CallOut)
_LOCKED: dict[Lock, tuple[type[Record], ...]] = {
    "nothing": (),
    "layout": (*_GRID, EmotionPoint),
    "all but the curve": (*_GRID, *_ON_IT),
    "everything": (*_GRID, *_ON_IT, EmotionPoint),
}
_FREE = frozenset(("is_folded",))
"""What is how one looks at the map."""


def is_locked(change: Change, lock: Lock) -> bool:
    """Whether a change does something to what the lock holds."""
    return any(
        isinstance(edit.record, _LOCKED[lock]) and not _only_looks(edit.before, edit.after) for edit in change
    )


def _only_looks(before: Record | None, after: Record | None) -> bool:
    if before is None or after is None:
        return False
    fields = type(before).model_fields.keys() - _FREE
    return all(getattr(before, field) == getattr(after, field) for field in fields)
