"""Tries a map on a sheet at a scale: how wide its stages and how high its sections are, and what is left."""

from collections.abc import Collection, Sequence
from functools import cached_property
from typing import NamedTuple

from app.drawing.emphasis import stages_with_moments
from app.drawing.grid import Column
from app.drawing.legend import LegendContent, draw_legend
from app.drawing.legend_content import expected_content
from app.drawing.map_sizes import sizes_for
from app.drawing.sizes import Sizes
from app.drawing.stages import draw_stages, name_width
from app.drawing.text import least_width, text_block
from app.drawing.theme import NOTE, TITLE
from app.drawing.title import draw_title
from app.model.document import Document
from app.model.records import Id, JourneyMap, RoleSizes, Section, Stage
from app.pages.composition.needs import MapNeeds, is_graph, is_of_notes
from app.pages.composition.sharing import NARROWEST, WIDEST, shared

BAND_GAP = 48.0
"""Map units between two bands of stages."""
LOW_GRAPH, USUAL_GRAPH, HIGH_GRAPH = 0.20, 0.24, 0.25
"""How much of the sheet's height the graphs take: where all is crowded, usually, and where room is left."""
_MORE_IN_BANDS = 0.35
"""How much more the graphs of each further band take together: a curve is not read in half its height."""
_LEAST_STAGE = 120.0
TITLE_SHARE = 0.44
"""How much of the width a title has, beside personas and facts."""
_TITLE_SHARES, _SMALLER_SHARES = (1.0, 0.9, 0.8, 0.72), (0.64, 0.58, 0.52)
"""How much smaller a title becomes for one line; and for two."""


class Composed(NamedTuple):
    """A map as it would be on its sheet, and the height that is left there, in map units."""

    roles: RoleSizes
    bands: int
    widths: tuple[float, ...]
    heights: tuple[float, ...]
    left: float


class Composing:
    """A map that is to be put on paper, with what is known of it whatever the paper."""

    def __init__(self, document: Document, map: Id) -> None:
        self.document = document
        self.map = document.get(JourneyMap, map)
        self.stages: Sequence[Stage] = document.stages(map)
        sections = document.sections(map)
        self.sections: Sequence[Section] = [one for one in sections if not one.is_left_off_posters]
        self._needs = MapNeeds(document, self.sections, self.stages)
        self._legend_content: LegendContent | None = None
        self.feet: dict[int, float] = {}
        """How much higher than it is made each graph proved to be: for words that find no room in it."""

    @cached_property
    def graphs(self) -> list[int]:
        """Which rows are as high as they are made."""
        return [at for at, one in enumerate(self.sections) if is_graph(one)]

    @cached_property
    def rows_of_notes(self) -> list[int]:
        return [at for at, one in enumerate(self.sections) if is_of_notes(one)]

    @cached_property
    def _moments(self) -> frozenset[Id]:
        return stages_with_moments(self.document, self.map.id)

    def _legend(self, sizes: Sizes) -> LegendContent:
        """What its legend will explain: the same in all sizes."""
        if self._legend_content is None:
            self._legend_content = expected_content(self.document, self.sections, self.stages, sizes)
        return self._legend_content

    def tried(
        self,
        roles: RoleSizes,
        bands: int,
        width: float,
        height: float,
        words_whole: bool = True,
        graph: float = USUAL_GRAPH,
    ) -> Composed | None:
        """The map in so many bands on a sheet of so many map units; None, where that is too narrow."""
        roles = roles.model_copy(update={"title": fitting_title(self.map, roles.title, width)})
        sizes = sizes_for(self.document, self.map, roles)
        spans = _bands(len(self.stages), bands)
        room = width - sizes.section_column
        equal = room / max(len(span) for span in spans)
        if equal < _LEAST_STAGE:
            return None
        wide = room / min(len(span) for span in spans)
        rows = list(self._needs.rows(sizes, NARROWEST * equal, WIDEST * wide, words_whole))
        least = [
            least_stage(stage, sizes, stage.id in self._moments) if words_whole else _LEAST_STAGE
            for stage in self.stages
        ]
        found = shared([row.cells for row in rows], [row.floor for row in rows], spans, room, least)
        if found is None:
            return None
        share = graph * (1 + _MORE_IN_BANDS * (len(spans) - 1)) / len(spans)
        high = max(share * height / len(self.graphs), 1.0) if self.graphs else 0.0
        heights = tuple(max(high, one) if at in self.graphs else one for at, one in enumerate(found.heights))
        around = self._around(found.widths, spans, sizes, width)
        left = height - around - (sum(heights) + sum(self.feet.values())) * len(spans)
        return Composed(roles, len(spans), found.widths, heights, left)

    def _around(self, widths: Sequence[float], spans: Sequence[range], sizes: Sizes, width: float) -> float:
        """How high all is that stands around the rows: title, headers, legend."""
        columns = placed(self.stages, widths, sizes.section_column, self._moments)
        title = draw_title(self.document, self.map, width, sizes).height
        headers = draw_stages(columns, sizes)[0]
        legend = draw_legend(self._legend(sizes), width, sizes)[0]
        return title + legend + headers * len(spans) + BAND_GAP * (len(spans) - 1)

    def stretched(self, composed: Composed) -> Composed:
        """With what is left given to the graphs, as far as they may grow, and then to the rows of notes."""
        heights, left = list(composed.heights), composed.left / composed.bands
        if left <= 0:
            return composed
        graphs, notes = self.graphs, self.rows_of_notes
        taken = sum(heights[at] for at in graphs)
        more = min(left, taken * (HIGH_GRAPH / USUAL_GRAPH - 1)) if notes else left
        for at in graphs:
            heights[at] += more / len(graphs)
        left -= more if graphs else 0.0
        others = notes or ([] if graphs else list(range(len(heights))))
        for at in others:
            heights[at] += left / len(others)
        return composed._replace(heights=tuple(heights), left=0.0)


def placed(
    stages: Sequence[Stage], widths: Sequence[float], left: float, moments: Collection[Id] = ()
) -> list[Column]:
    """The stages side by side, so wide."""
    columns = []
    for stage, width in zip(stages, widths, strict=True):
        columns.append(Column(stage, left, width, stage.id in moments))
        left += width
    return columns


def least_stage(stage: Stage, sizes: Sizes, has_moment: bool = False) -> float:
    """How wide a stage is at least, so that the words of its name stay whole."""
    around = _LEAST_STAGE - name_width(Column(stage, 0.0, _LEAST_STAGE, has_moment), sizes)
    return max(around + least_width(stage.name, sizes.stage_name) + 1, _LEAST_STAGE)


def fitting_title(journey_map: JourneyMap, most: float, width: float) -> float:
    """How many times as large as notes a title is: smaller where it takes fewer lines then."""
    room = width * TITLE_SHARE
    multiples = [most * share for share in _TITLE_SHARES]
    for lines in (1, 2, 3):
        for multiple in multiples:
            # As wide as the type is smaller: so that a text is broken in one type only.
            place = room * TITLE.size / (NOTE.size * multiple)
            block = text_block(journey_map.title, TITLE, place)
            if block.line_count <= lines and least_width(journey_map.title, TITLE) <= place:
                return round(NOTE.size * multiple) / NOTE.size
        multiples = [most * share for share in (*_TITLE_SHARES, *_SMALLER_SHARES)]
    return round(NOTE.size * multiples[-1]) / NOTE.size


def _bands(stages: int, bands: int) -> list[range]:
    """Which stages stand in which band: neighbours, about as many in each."""
    bands = max(1, min(bands, stages))
    return [range(stages * band // bands, stages * (band + 1) // bands) for band in range(bands)]
