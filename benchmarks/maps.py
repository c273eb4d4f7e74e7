"""The maps that are measured: one generator, always the same map for the same size."""

import random
from collections.abc import Iterator
from typing import NamedTuple, get_args

from app.model.document import Document
from app.model.records import (
    EmotionPoint,
    JourneyMap,
    LegendEntry,
    Note,
    NoteColour,
    Project,
    Record,
    Section,
    Stage,
)
from app.model.verbs.legend import FIRST_MEANINGS

MAP = "map"
"""The id of the one map."""

_COLOURS: tuple[NoteColour, ...] = get_args(NoteColour)
_SENTENCE = (
    "waits for an answer and asks again because nobody told her when the order arrives calls support finds"
    " no opening hours compares prices reads reviews pays by card gets a receipt thanks the driver eats"
)
_WORDS = _SENTENCE.split()


class Size(NamedTuple):
    """Stages, sections of notes, and notes in each cell; there is an emotional graph besides."""

    name: str
    stages: int
    sections: int
    notes_in_a_cell: int

    @property
    def notes(self) -> int:
        return self.stages * self.sections * self.notes_in_a_cell


SIZES = (Size("S", 8, 8, 2), Size("M", 12, 12, 6), Size("L", 20, 20, 12), Size("XL", 20, 25, 40))


def document_of(size: Size, seed: int = 8) -> Document:
    """A project with one map of that size, of notes with about 60 characters in 8 colours."""
    return Document(_records(size, random.Random(seed)))


def _records(size: Size, chance: random.Random) -> Iterator[Record]:
    yield Project(id="project", name=f"Size {size.name}")
    for position, (colour, meaning) in enumerate(FIRST_MEANINGS):
        yield LegendEntry(id=f"legend-{colour}", position=position, colour=colour, meaning=str(meaning))
    yield JourneyMap(id="map", title=f"Map of {size.notes} notes", goal="To be fast")
    for index in range(size.stages):
        yield Stage(id=f"stage-{index}", position=index, map="map", name=f"Stage {index + 1}")
    for index in range(size.sections):
        yield Section(id=f"section-{index}", position=index, map="map", name=f"Section {index + 1}")
    yield Section(
        id="graph", position=size.sections, map="map", section_kind="emotional-graph", name="Emotions"
    )
    for stage in range(size.stages):
        value = round(chance.uniform(-5, 5), 1)
        yield EmotionPoint(id=f"point-{stage}", section="graph", stage=f"stage-{stage}", value=value)
    for section in range(size.sections):
        for stage in range(size.stages):
            for position in range(size.notes_in_a_cell):
                yield Note(
                    id=f"note-{section}-{stage}-{position}",
                    position=position,
                    section=f"section-{section}",
                    stage=f"stage-{stage}",
                    text=_text(chance),
                    colour=chance.choice(_COLOURS),
                )


def _text(chance: random.Random) -> str:
    wanted = chance.gauss(60, 12)
    words: list[str] = []
    while sum(map(len, words)) + len(words) < wanted:
        words.append(chance.choice(_WORDS))
    return " ".join(words).capitalize()
