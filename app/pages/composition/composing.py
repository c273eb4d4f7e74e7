"""Tries a map on a sheet at a scale: how wide its stages and how high its sections are, and what is left."""

from collections.abc import Collection, Sequence
from functools import cached_property
from itertools import accumulate
from math import inf
from typing import NamedTuple

from app.drawing.emphasis import stages_with_moments
from app.drawing.grid import Column
from app.drawing.layout import MapLayout
from app.drawing.legend import LegendContent, draw_legend
from app.drawing.legend_content import expected_content
from app.drawing.map_sizes import sizes_for
from app.drawing.shown import EVERYTHING, Shown
from app.drawing.sizes import Sizes
from app.drawing.stages import draw_stages
from app.drawing.title import draw_title
from app.model.analysis.on_posters import once_told
from app.model.document import Document
from app.model.records import Id, JourneyMap, RoleSizes, Section, Stage
from app.pages.composition.headings import LEAST_STAGE, fitting_names, fitting_title, least_stage
from app.pages.composition.needs import MapNeeds, is_graph, is_of_notes
from app.pages.composition.packing import Pack, packed
from app.pages.composition.sharing import shared
from app.pages.composition.spans import (
    NARROWEST,
    WIDEST,
    Sheets,
    Span,
    sheet_seams,
    spans_of_bands,
    spans_of_sheets,
)
from app.pages.options import ReportProgress, ignore_progress

BAND_GAP = 48.0
"""Map units between two bands of stages."""
LOW_GRAPH, USUAL_GRAPH, HIGH_GRAPH = 0.20, 0.24, 0.25
"""How much of the sheet's height the graphs take: where all is crowded, usually, and where room is left."""
_MORE_IN_BANDS = 0.35
"""How much more the graphs of each further band take together: a curve is not read in half its height."""


class Composed(NamedTuple):
    """A map as it would be on its sheet, and the height that is left there, in map units."""

    roles: RoleSizes
    bands: int
    widths: tuple[float, ...]
    heights: tuple[float, ...]
    left: float
    tallest: float = inf
    """How high a graph may become at all."""
    highest: float = inf
    """How high a graph becomes where rows of notes can take the rest."""
    seams: tuple[float, ...] = ()
    """Where the sheets meet that it is cut into."""
    packs: tuple[Pack, ...] = ()
    """Which rows stand on which of so many sheets below each other."""


class Composing:
    """A map that is to be put on paper, with what is known of it whatever the paper."""

    def __init__(
        self,
        document: Document,
        map: Id,
        shown: Shown = EVERYTHING,
        report_progress: ReportProgress = ignore_progress,
    ) -> None:
        """`report_progress` is told at each try that nothing is done yet: what it raises ends the work."""
        self.document = document
        self._report_progress = report_progress
        self.shown = shown
        self.map = document.get(JourneyMap, map)
        self.stages: Sequence[Stage] = document.stages(map)
        self.sections: Sequence[Section] = once_told(document, map).sections
        self._needs = MapNeeds(document, self.sections, self.stages)
        self._legend_content: LegendContent | None = None
        self.feet: dict[int, float] = {}
        """How much higher than it is made each graph proved to be: for words that find no room in it."""
        self.layout: MapLayout | None = None
        """The map as it was laid out last."""
        self.most_quote = inf
        """How many times as large as notes quotes are at most: smaller, where one found no room."""

    @cached_property
    def graphs(self) -> list[int]:
        """Which rows are as high as they are made."""
        return [at for at, one in enumerate(self.sections) if is_graph(one)]

    @cached_property
    def rows_of_notes(self) -> list[int]:
        return [at for at, one in enumerate(self.sections) if is_of_notes(one)]

    @cached_property
    def _moments(self) -> frozenset[Id]:
        return stages_with_moments(self.document, self.map.id) if self.shown.moments else frozenset()

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
        least_name: float = 0.0,
        sheets: Sheets | None = None,
    ) -> Composed | None:
        """The map in so many bands on a sheet of so many map units; None, where that is too narrow.

        `least_name`: the multiple of notes that stages' names are at least, however long their words are.
        `sheets`: that the map, in one band, is cut into, in map units; no graph is higher than one of them.
        """
        self._report_progress(0.0)
        title, quote = fitting_title(self.map, roles.title, width), min(roles.quote, self.most_quote)
        roles = roles.model_copy(update={"title": title, "quote": quote})
        sizes = sizes_for(self.document, self.map, roles, self.shown)
        room = width - sizes.section_column
        spans = self._spans(bands, room, sizes, sheets)
        if spans is None or min(one.width / len(one.stages) for one in spans) < LEAST_STAGE:
            return None
        names = fitting_names(self.stages, spans, sizes, least_name, self._moments)
        if names < roles.stage_name:
            roles = roles.model_copy(update={"stage_name": names})
            sizes = sizes_for(self.document, self.map, roles, self.shown)
        equal = [one.width / len(one.stages) for one in spans]
        between = NARROWEST * min(equal), WIDEST * max(equal)
        rows = list(self._needs.rows(sizes, *between, words_whole))
        heads = self._needs.headers(sizes, *between, self._moments)
        least = [
            least_stage(stage, sizes, self._moments) if words_whole else LEAST_STAGE for stage in self.stages
        ]
        cells, floors = [heads, *(row.cells for row in rows)], [0.0, *(row.floor for row in rows)]
        found = shared(cells, floors, spans, least)
        if found is None:
            return None
        bands = len(spans) if sheets is None else 1
        each = height * (1 + _MORE_IN_BANDS * (bands - 1)) / bands / max(len(self.graphs), 1)
        tallest = sheets.tallest if sheets is not None else inf
        high, highest = (min(max(share * each, 1.0), tallest) for share in (graph, HIGH_GRAPH))
        heights = tuple(
            max(high, one) if at in self.graphs else one for at, one in enumerate(found.heights[1:])
        )
        edges = accumulate(found.widths, initial=sizes.section_column)
        seams = sheet_seams(tuple(edges), sheets) if sheets is not None else ()
        rows_height = sum(heights) + sum(self.feet.values())
        left = height - rows_height * bands - BAND_GAP * (bands - 1)
        composed = Composed(roles, bands, found.widths, heights, left, tallest, highest, seams)
        if max(heights) > tallest:
            return composed._replace(left=min(left, -1.0))
        down = sheets.all_down(sheets.down) if sheets is not None and sheets.down is not None else None
        if left < 0 and down is None:
            # It has no room, whatever stands around its rows; and to draw that is half the work of a try.
            return composed
        title, headers, legend = self._around(found.widths, sizes._replace(seams=seams), width)
        around = title + headers * bands + BAND_GAP * (bands - 1) + legend
        composed = composed._replace(left=height - around - rows_height * bands)
        return composed if down is None else self._packed(composed, title + headers, legend, down)

    def _packed(self, composed: Composed, above: float, below: float, sheets: Sequence[float]) -> Composed:
        """The same on so many sheets below each other: what is left is left on each of them."""
        rows = [one + self.feet.get(at, 0.0) for at, one in enumerate(composed.heights)]
        packs = packed(
            [above + rows[0], *rows[1:-1], rows[-1] + below] if len(rows) > 1 else [above + rows[0] + below],
            sheets,
        )
        if packs is None:
            return composed._replace(left=min(composed.left, -1.0))
        return composed._replace(left=max(composed.left, 0.0), packs=tuple(packs))

    def _spans(self, bands: int, room: float, sizes: Sizes, sheets: Sheets | None) -> list[Span] | None:
        """The stages that stand together in a band, or on a sheet."""
        if sheets is None:
            return spans_of_bands(len(self.stages), bands, room)
        return spans_of_sheets(len(self.stages), room, sizes.section_column, sheets)

    def _around(self, widths: Sequence[float], sizes: Sizes, width: float) -> tuple[float, float, float]:
        """How high all is that stands around the rows: title, headers, legend."""
        columns = placed(self.stages, widths, sizes.section_column, self._moments)
        title = draw_title(self.document, self.map, width, sizes).height
        headers = draw_stages(columns, sizes)[0]
        legend = draw_legend(self._legend(sizes), width, sizes)[0]
        return title, headers, legend

    def stretched(self, composed: Composed) -> Composed:
        """With what is left given to the graphs, as far as they may grow, and then to the rows of notes."""
        heights, left = list(composed.heights), composed.left / composed.bands
        packs = composed.packs or (Pack(range(len(heights)), left),)
        for rows, free in packs:
            self._stretch(heights, rows, free, composed)
        return composed._replace(heights=tuple(heights), left=0.0)

    def _stretch(self, heights: list[float], rows: range, free: float, composed: Composed) -> None:
        """Give what is left beside some rows to them."""
        if free <= 0:
            return
        graphs = [at for at in self.graphs if at in rows]
        notes = [at for at in self.rows_of_notes if at in rows]
        most = composed.highest if notes else composed.tallest
        share = free / max(len(graphs), 1)
        for at in graphs:
            higher = min(share, max(most - heights[at], 0.0))
            heights[at] += higher
            free -= higher
        others = notes or ([] if graphs else list(rows))
        for at in others:
            heights[at] += free / len(others)


def placed(
    stages: Sequence[Stage], widths: Sequence[float], left: float, moments: Collection[Id] = ()
) -> list[Column]:
    """The stages side by side, so wide."""
    columns = []
    for stage, width in zip(stages, widths, strict=True):
        columns.append(Column(stage, left, width, stage.id in moments))
        left += width
    return columns
