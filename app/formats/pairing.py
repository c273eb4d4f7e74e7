"""Which record of a project that was read from a file is which of the project that it was written from."""

from collections.abc import Callable, Hashable, Iterator, Sequence
from typing import TypeVar

from app.model.document import Document
from app.model.records import (
    EmotionPoint,
    Entry,
    Id,
    InCell,
    JourneyMap,
    LegendEntry,
    Persona,
    Record,
    Section,
    Stage,
)
from app.model.text import one_line

R = TypeVar("R", bound=Record)
Pair = tuple[Record, Record]


def paired(document: Document, maps: Sequence[JourneyMap], again: Document) -> dict[Id, Record]:
    """For each record that came back the one that it is now, by the id that it had."""
    return {before.id: after for before, after in _pairs(document, maps, again)}


def _pairs(document: Document, maps: Sequence[JourneyMap], again: Document) -> Iterator[Pair]:
    yield document.project, again.project
    yield from _matched(document.personas(), again.personas(), _name)
    yield from _matched(document.all(LegendEntry), again.all(LegendEntry), lambda entry: entry.colour)
    for journey_map, other in zip(maps, again.maps(), strict=False):
        yield journey_map, other
        yield from _of_map(document, journey_map, again, other)


def _of_map(
    document: Document, journey_map: JourneyMap, again: Document, other: JourneyMap
) -> Iterator[Pair]:
    stages = [*_matched(document.stages(journey_map.id), again.stages(other.id), _name)]
    sections = [
        *_matched(
            document.sections(journey_map.id),
            again.sections(other.id),
            _name,
            lambda section: section.section_kind,
        )
    ]
    yield from stages
    yield from sections
    for section, other_section in sections:
        for stage, other_stage in stages:
            here, there = (section.id, stage.id), (other_section.id, other_stage.id)
            yield from _matched(document.points(*here), again.points(*there), _of_point)
            yield from _matched(document.notes(*here), again.notes(*there), _text)
            yield from _matched(document.entries(*here), again.entries(*there), _of_entry)


def _matched(
    records: Sequence[R], others: Sequence[R], *keys: Callable[[R], Hashable]
) -> Iterator[tuple[R, R]]:
    """Those that are the same by a key, the first key first; what is left in its order, if it is as many."""
    left, others_left = [*records], [*others]
    for key in keys:
        there: dict[Hashable, list[R]] = {}
        for other in others_left:
            there.setdefault(key(other), []).append(other)
        unmatched: list[R] = []
        for record in left:
            if found := there.get(key(record)):
                yield record, found.pop(0)
            else:
                unmatched.append(record)
        if len(unmatched) < len(left):
            still = {other.id for found in there.values() for other in found}
            others_left = [other for other in others_left if other.id in still]
        left = unmatched
    if len(left) == len(others_left):
        yield from zip(left, others_left, strict=True)


def _name(record: Stage | Section | Persona) -> str:
    return record.name.casefold()


def _text(record: InCell) -> str:
    return one_line(record.text)


def _of_point(point: EmotionPoint) -> Hashable:
    return point.value, one_line(point.quote)


def _of_entry(entry: Entry) -> Hashable:
    return one_line(entry.text), entry.value
