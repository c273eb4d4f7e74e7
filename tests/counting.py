"""Counts what the window does: layouts, painted areas, statements."""

from collections.abc import Callable

import pytest
from PySide6.QtGui import QRegion

from app.model.document import Document
from app.model.records import JourneyMap, Note, Project, Record, Section, Stage

STAGES, SECTIONS, NOTES = 6, 5, 4


def full_map(stages: int = STAGES, sections: int = SECTIONS) -> Document:
    """A map with notes in every cell, larger than the window at 100 %."""
    records: list[Record] = [Project(id="project"), JourneyMap(id="map", title="Full")]
    records += [Stage(id=f"stage-{i}", position=i, map="map", name=f"Stage {i}") for i in range(stages)]
    records += [Section(id=f"section-{i}", position=i, map="map", name=f"Row {i}") for i in range(sections)]
    records += [
        Note(
            id=f"note-{row}-{column}-{i}",
            position=i,
            section=f"section-{row}",
            stage=f"stage-{column}",
            text=f"Note {i} of row {row} and stage {column}",
        )
        for row in range(sections)
        for column in range(stages)
        for i in range(NOTES)
    ]
    return Document(records)


class Counter:
    """Counts the calls of functions, which do all the same what they did."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self._monkeypatch = monkeypatch
        self.calls: list[tuple[object, ...]] = []

    def watch(self, owner: object, name: str) -> None:
        original: Callable[..., object] = getattr(owner, name)

        def counted(*arguments: object, **named: object) -> object:
            self.calls.append(arguments)
            return original(*arguments, **named)

        self._monkeypatch.setattr(owner, name, counted)


def area(region: QRegion) -> int:
    return sum(part.width() * part.height() for part in region)  # type: ignore[attr-defined]
