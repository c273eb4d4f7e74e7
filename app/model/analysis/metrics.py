"""Metrics along the stages: the entries of one name as a series, and how their numbers are written."""

import re
from typing import NamedTuple

from app.language import numbers as language
from app.language.doubts import doubt as doubt_of
from app.model.document import Document
from app.model.records import Entry, Section

MOST_VALUE = 1e9
"""How large a value may be that is typed."""
_SIGNS = "%‰€$£¥°"
_FIGURE = re.compile(
    rf"(?P<before>[{_SIGNS}]?)\s*(?P<number>[-−+]?\s?[\d.,'’\s]*\d[.,]?)(?P<unit>\s*(?:[{_SIGNS}]|[^\W\d]{{1,12}}\.?)?)"
)
"""A sign of a currency may stand before, one word or sign behind."""
_SHARE = re.compile(r"(?P<number>[-−+]?\d[\d.,]*)\s*(?P<unit>/\s*\d[\d.,]*)")
_INDEX = re.compile(r"(?P<unit>[A-Z]{2,5})\s*[:=]?\s*(?P<number>[-−+]?\d[\d.,]*)")
"""What is known by its initials stands before its number: "NPS 31"."""


class Series(NamedTuple):
    """The entries of one metric, from the first stage to the last, each with the position of its stage."""

    name: str
    entries: tuple[tuple[int, Entry], ...]

    @property
    def target(self) -> float | None:
        """The target that they share; None where they have none or several."""
        targets = {entry.target for _, entry in self.entries}
        return targets.pop() if len(targets) == 1 else None

    @property
    def numbers(self) -> list[float]:
        """All values and targets."""
        found = [number for _, entry in self.entries for number in (entry.value, entry.target)]
        return [number for number in found if number is not None]


def series_of(document: Document, section: Section) -> list[Series]:
    """A section's metrics, in the order in which their names first appear."""
    found: dict[str, list[tuple[int, Entry]]] = {}
    for stage in document.stages(section.map):
        for entry in document.entries(section.id, stage.id):
            found.setdefault(entry.text.strip().casefold(), []).append((stage.position, entry))
    return [Series(entries[0][1].text.strip(), tuple(entries)) for entries in found.values()]


def written(number: float, unit: str = "") -> str:
    """A number as people write it, with its unit: "12,500", "3.2 min", "62 %", "−5"."""
    return f"{language.written(number)} {unit}".strip()


class Figure(NamedTuple):
    """A number with its unit, as people type it: "62 %", "3.2 min", "1.234,50 €", "$5", "31/40", "NPS 31"."""

    value: float
    unit: str
    doubt: str = ""
    """Where it could have been another number: a sentence on what it was taken for."""


def figure_of(text: str) -> Figure | None:
    """The value and unit that a text is as a whole; None where it says anything else."""
    text = text.strip()
    found = _FIGURE.fullmatch(text) or _SHARE.fullmatch(text) or _INDEX.fullmatch(text)
    read = language.read(found["number"]) if found else None
    if found is None or read is None or not abs(read.value) <= MOST_VALUE:
        return None
    unit = found.groupdict().get("before") or found["unit"]
    return Figure(read.value, "".join(unit.split()), doubt_of(found["number"], read))


def bar_range(numbers: list[float]) -> tuple[float, float]:
    """From where to where a scale must reach to show all numbers, with nought on it."""
    low, high = min([0.0, *numbers]), max([0.0, *numbers])
    return (low, high) if high > low else (0.0, 1.0)
