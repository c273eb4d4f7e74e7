"""The sizes that a map is laid out in: the usual, or those that it was given for its paper."""

from collections.abc import Iterator
from functools import lru_cache
from math import ceil

from app.drawing.sections.emotional_graph.graph_kind import EmotionalGraph
from app.drawing.sections.emotional_graph.graph_scale_words import words_width
from app.drawing.shown import EVERYTHING, Shown
from app.drawing.sizes import AFTER_NAME, USUAL, Sizes
from app.drawing.text import least_width, text_block
from app.model.analysis.on_posters import once_told
from app.model.document import Document
from app.model.records import JourneyMap, RoleSizes

_LONGEST = 9.0
"""How many times its size a section's name may be wide before it takes another line."""
_STEP = 10.0
"""Map units in which the column grows, so that hardly a letter typed in a name lays out the map anew."""


def sizes_of(document: Document, journey_map: JourneyMap, shown: Shown = EVERYTHING) -> Sizes:
    """The sizes of a map as it is, with the signs that are wanted."""
    arranged = journey_map.arranged
    if arranged is None:
        return USUAL._replace(shown=shown)
    return sizes_for(document, journey_map, arranged.sizes, shown)


def sizes_for(
    document: Document, journey_map: JourneyMap, roles: RoleSizes, shown: Shown = EVERYTHING
) -> Sizes:
    """The sizes that a map would have with roles of those sizes: the names' column as wide as they need."""
    sizes = _sizes(roles)
    widest = max(_widths(document, journey_map, sizes), default=0.0)
    return sizes._replace(section_column=ceil(widest / _STEP) * _STEP, shown=shown)


@lru_cache(maxsize=64)
def _sizes(roles: RoleSizes) -> Sizes:
    return Sizes.of(roles)


def _widths(document: Document, journey_map: JourneyMap, sizes: Sizes) -> Iterator[float]:
    """How wide the column must be for each section's name, and for the words of a graph's scale."""
    style = sizes.section_name
    around = sizes.name_left + AFTER_NAME
    for section in (*document.sections(journey_map.id), *once_told(document, journey_map.id).sections):
        whole = text_block(section.name, style).width
        yield around + max(min(whole + 1, _LONGEST * style.size), least_width(section.name, style))
        if section.section_kind == EmotionalGraph.name:
            yield words_width(document.project.emotions, sizes)
