"""The layout lock: while people talk, stages, sections, the map's title and the curve stay where they are."""

from app.model.change import Change
from app.model.records import EmotionPoint, JourneyMap, Record, Section, Stage

_FIXED = (Stage, Section, JourneyMap, EmotionPoint)
_FREE = frozenset(("is_folded",))
"""What of them is how one looks at the map."""


def touches_layout(change: Change) -> bool:
    """Whether a change does something to what the lock holds."""
    return any(
        isinstance(edit.record, _FIXED) and not _only_looks(edit.before, edit.after) for edit in change
    )


def _only_looks(before: Record | None, after: Record | None) -> bool:
    if before is None or after is None:
        return False
    fields = type(before).model_fields.keys() - _FREE
    return all(getattr(before, field) == getattr(after, field) for field in fields)
