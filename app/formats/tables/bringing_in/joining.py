"""Several tables as one map: the rows of one follow those of the other, under stages of the same names."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import NamedTuple, TypeVar

from app.formats.tables.grid import Cell
from app.formats.tables.reading import SectionRead, StageRead, TableReading
from app.model.exchange.vocabulary import normalised

T = TypeVar("T")


class Joined(NamedTuple):
    """The tables as one, and where in it the stages and sections of each are."""

    reading: TableReading
    stages: tuple[tuple[int, ...], ...]
    sections: tuple[tuple[int, ...], ...]


def joined_tables(readings: Sequence[TableReading]) -> Joined:
    """Join tables in their order. Stages and sections of the same names are the same."""
    if len(readings) == 1:
        (alone,) = readings
        return Joined(alone, (tuple(range(len(alone.stages))),), (tuple(range(len(alone.sections))),))
    stages, stages_at = _united([(_keys(one.stages), one.stages) for one in readings], _both)
    spread = [
        [_spread(section, where, len(stages)) for section in reading.sections]
        for reading, where in zip(readings, stages_at, strict=True)
    ]
    sections, sections_at = _united([(_section_keys(ones), ones) for ones in spread], _both_sections)
    notes = tuple(note for reading in readings for note in reading.notes)
    title = next((reading.title for reading in readings if reading.title), "")
    return Joined(TableReading(title, stages, sections, notes=notes), stages_at, sections_at)


def _united(
    tables: Sequence[tuple[Sequence[str], Sequence[T]]], both: Callable[[T, T], T]
) -> tuple[tuple[T, ...], tuple[tuple[int, ...], ...]]:
    """All things of some tables, each key once, and where those of each table are."""
    found: dict[str, T] = {}
    for keys, things in tables:
        for key, thing in zip(keys, things, strict=True):
            found[key] = both(found[key], thing) if key in found else thing
    order = {key: at for at, key in enumerate(found)}
    return tuple(found.values()), tuple(tuple(order[key] for key in keys) for keys, _ in tables)


def have_the_same_stages(readings: Sequence[TableReading]) -> bool:
    """Whether all tables speak of stages of the same names, so that they belong under each other."""
    first, *others = [set(_keys(reading.stages)) for reading in readings]
    return all(other == first for other in others)


def _keys(stages: Sequence[StageRead]) -> list[str]:
    """What stages are known by: their names, and which of that name they are."""
    names = [normalised(stage.name) for stage in stages]
    return [f"{name}\n{names[:at].count(name)}" for at, name in enumerate(names)]


def _section_keys(sections: Sequence[SectionRead]) -> list[str]:
    names = [f"{normalised(one.name) or one.meaning}\n{one.section_kind}" for one in sections]
    return [f"{name}\n{names[:at].count(name)}" for at, name in enumerate(names)]


def _both(one: StageRead, other: StageRead) -> StageRead:
    return StageRead(one.name, one.group or other.group, one.duration or other.duration)


def _both_sections(one: SectionRead, other: SectionRead) -> SectionRead:
    cells = tuple((*pair[0], *pair[1]) for pair in zip(one.cells, other.cells, strict=True))
    found = tuple(map(_both_cells, one.as_found, other.as_found))
    return replace(one, cells=cells, as_found=found)


def _both_cells(one: Cell, other: Cell) -> Cell:
    if one.is_empty or other.is_empty:
        return other if one.is_empty else one
    return one._replace(text=f"{one.text}\n{other.text}", joined=(*one.pieces, *other.pieces))


def _spread(section: SectionRead, where: Sequence[int], count: int) -> SectionRead:
    """A section with its cells under the stages of all tables."""
    cells = _under(section.cells, where, count, ())
    found = _under(section.as_found, where, count, Cell()) if section.as_found else ()
    return replace(section, cells=cells, as_found=found)


def _under(items: Sequence[T], where: Sequence[int], count: int, nothing: T) -> tuple[T, ...]:
    placed = dict(zip(where, items, strict=True))
    return tuple(placed.get(at, nothing) for at in range(count))
