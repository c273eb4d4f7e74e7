"""Labels to be tried: for each code values that it takes."""

from datetime import UTC, datetime

from hypothesis import strategies as st

from app.model.labels import LABELS
from app.model.labels.values import LONGEST, MOST, LabelValue
from app.model.records import RECORDS
from app.model.timestamps import microseconds

_VALUES: dict[str, LabelValue] = {
    "kind": "note",
    "count": 3,
    "colour": "green",
    "at": microseconds(datetime(2026, 5, 3, 12, 3, tzinfo=UTC)),
    "text": "pizza",
    "persona": "Ada",
    "stage": "Arrival",
    "section": "Actions",
    "map": "Dinner",
    "version": "before lunch",
    "paper": "A0",
}
_MANY = st.integers(0, MOST)
_STRATEGIES: dict[str, st.SearchStrategy[LabelValue]] = {
    "kind": st.sampled_from([record_type.kind for record_type in RECORDS]),
    "count": _MANY,
    "colour": st.sampled_from(["yellow", "grey", "teal"]),
    "at": st.integers(0, 253_000_000_000_000_000),
}


def values_of(code: str) -> dict[str, LabelValue]:
    """Some values for a code."""
    return {name: _VALUES.get(name, 2) for name in LABELS[code].takes}


def label_values(code: str) -> st.SearchStrategy[dict[str, LabelValue]]:
    """Whatever values a code takes."""
    some: dict[str, st.SearchStrategy[LabelValue]] = {
        name: _STRATEGIES.get(name, st.text(max_size=LONGEST) if name in _VALUES else _MANY)
        for name in LABELS[code].takes
    }
    return st.fixed_dictionaries(some)
