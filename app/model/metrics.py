"""Metrics along the stages: the entries of one name as a series, and how their numbers are written."""

from typing import NamedTuple

from app.language import numbers as language
from app.model.document import Document
from app.model.records import Entry, Section


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


def bar_range(numbers: list[float]) -> tuple[float, float]:
    """From where to where a scale must reach to show all numbers, with nought on it."""
    low, high = min([0.0, *numbers]), max([0.0, *numbers])
    return (low, high) if high > low else (0.0, 1.0)
