"""Lays a map out a section at a time: twenty thousand notes are too much for one turn of a window's loop."""

from collections.abc import Generator, Mapping
from typing import NamedTuple

from app.drawing.emphasis import stages_with_moments
from app.drawing.fonts import in_its_font, text_family
from app.drawing.grid import Column, columns_of
from app.drawing.layout import MapLayout, lay_out
from app.drawing.map_sizes import sizes_of
from app.drawing.rows import bodies_of
from app.drawing.sections.kind import Body
from app.drawing.sizes import Sizes
from app.language.spoken import written_language
from app.model.document import Document
from app.model.project_language import in_its_language
from app.model.records import Id, JourneyMap, Section


class _Ground(NamedTuple):
    """What every section of a map is laid out on."""

    columns: tuple[Column, ...]
    sizes: Sizes
    before: Mapping[Id, Body]
    """What the layout before has of them."""


def lay_out_in_steps(
    document: Document, map: Id, previous: MapLayout | None = None
) -> Generator[float, None, MapLayout]:
    """What `lay_out` makes of a map, with a step for each section. Yields how far it is, 0 … 1."""
    ground, sections = _ground(document, map, previous), document.sections(map)
    bodies: dict[Id, Body] = {}
    for done, section in enumerate(sections, start=1):
        bodies |= _laid_out(document, section, ground)
        yield done / len(sections)
    return lay_out(document, map, previous, ready=bodies)


@in_its_language
@in_its_font
def _ground(document: Document, map: Id, previous: MapLayout | None) -> _Ground:
    journey_map = document.get(JourneyMap, map)
    sizes = sizes_of(document, journey_map)
    moments = stages_with_moments(document, map) if sizes.shown.moments else frozenset()
    columns = columns_of(
        document.stages(map), journey_map.widths_follow_duration, sizes.section_column, moments
    )
    if previous is None or not previous.is_set_like(map, written_language(), sizes, text_family()):
        return _Ground(columns, sizes, {})
    if columns == previous.columns:
        columns = previous.columns
    return _Ground(columns, sizes, {row.section.id: row.body for row in previous.rows})


@in_its_language
@in_its_font
def _laid_out(document: Document, section: Section, ground: _Ground) -> dict[Id, Body]:
    return bodies_of(document, (section,), ground.columns, ground.sizes, ground.before)
