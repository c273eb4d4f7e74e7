"""The layout of a map: where everything lies. Text in, rectangles out; it never changes once made.

Laying out again takes over, from the layout before, every part whose records are the same; so the cost of
an edit follows what changed. Coordinates are map units from the sheet's top left corner.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache, partial
from typing import NamedTuple

from PySide6.QtCore import QRectF

from app.drawing.call_out_aims import Drawn
from app.drawing.call_outs import PlacedCallOut, call_outs_over
from app.drawing.culling import all_text_bounds, within
from app.drawing.display import DisplayList, merged, shifted
from app.drawing.emphasis import Standout, emphasis_of, stages_with_moments
from app.drawing.fonts import FAMILY, in_its_font, set_in, text_family
from app.drawing.footnotes import NO_FOOTNOTES, footnotes_of
from app.drawing.frame import draw_frame
from app.drawing.grid import Column, columns_of, sheet_width
from app.drawing.key_point_discs import forget_discs, key_point_discs
from app.drawing.legend import LegendContent, draw_legend
from app.drawing.legend_content import legend_content
from app.drawing.map_signs import NO_GAPS, Gaps, gaps_between, numbers_of_footnotes, signs_over
from app.drawing.map_sizes import sizes_of
from app.drawing.marks import draw_marks
from app.drawing.rows import Row, bodies_of, rows_of, words_in_the_open
from app.drawing.sections.kind import Body, Box, LiveBody, can_stand_out
from app.drawing.signs import Sign, moment_frames
from app.drawing.sizes import USUAL, Sizes
from app.drawing.stages import draw_stages
from app.drawing.styles.styled import is_as_drawn, styled
from app.drawing.theme import (
    EMPTY_HEIGHT,
    MARGIN,
)
from app.drawing.title import draw_title
from app.drawing.title_logos import logos_of
from app.language.catalogues import ENGLISH
from app.language.spoken import speaking, written_language
from app.model.analysis.on_posters import on_posters
from app.model.analysis.roles import roles_of
from app.model.analysis.rounds import as_voted
from app.model.document import Document
from app.model.history.versions import Comparison
from app.model.project_language import in_its_language
from app.model.records import Id, JourneyMap, Record, Section, Stage, Style


class Grid(NamedTuple):
    """The stages and sections that are laid out: those of the map, or all its stages and some of its
    sections in other widths and heights, as a room asks for them."""

    stages: Sequence[Stage]
    sections: Sequence[Section]


class PlacedDrawing(NamedTuple):
    """A drawing and where its origin lies on the sheet."""

    x: float
    y: float
    display_list: DisplayList


class MapLayout(NamedTuple):
    """One map, laid out."""

    map: JourneyMap
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    width: float
    height: float
    title: DisplayList
    title_made_of: tuple[object, ...]
    """All that the title's drawing depends on."""
    personas: tuple[Box, ...]
    """Where the card or the face of each persona of the map stands."""
    stages: PlacedDrawing
    stages_height: float
    legend: PlacedDrawing
    frame: DisplayList
    legend_height: float = 0.0
    legend_content: LegendContent = LegendContent()
    comparison: Comparison | None = None
    signs: tuple[Sign, ...] = ()
    """What goes over several sections."""
    gaps: Gaps = NO_GAPS
    """What is drawn between sections, by all that it depends on."""
    call_outs: tuple[PlacedCallOut, ...] = ()
    """What is said over the sections, with a line to each place."""
    marks: DisplayList = ()
    """What the comparison has to say, over all the rest."""
    sizes: Sizes = USUAL
    """In which its type is set."""
    style: Style | None = None
    """In which it is drawn; none is the program's own."""
    family: str = FAMILY
    """The font of its texts."""
    language: str = ENGLISH
    """In which it is written; and what is not the customer's own words is said, if the program speaks it."""

    @property
    def rectangle(self) -> QRectF:
        return QRectF(0, 0, self.width, self.height)

    def is_set_like(self, map: Id, language: str, sizes: Sizes, family: str) -> bool:
        """Whether it is that map, written and set like that, so that parts can be taken over."""
        return (self.map.id, self.language, self.sizes, self.family) == (map, language, sizes, family)

    def display_list(self) -> DisplayList:
        """The whole map: what posters and pictures paint."""
        parts = [shifted(part.display_list, part.x, part.y) for part in self.parts(self.rectangle)]
        return tuple(batch for part in parts for batch in part)

    def parts(self, exposed: QRectF, only_still: bool = False) -> Iterator[PlacedDrawing]:
        """The drawings that reach into a rectangle, in the order in which they are painted.

        `only_still`: without what a canvas shows by items of its own, because it moves (see `LiveBody`).
        """
        yield self._part(0, 0, self.frame)
        if exposed.top() < self.stages.y:
            yield self._part(0, 0, self.title)
        for row in self.rows_between(exposed.top(), exposed.bottom()):
            yield self._part(0, row.y, row.name)
            if row.beside:
                yield self._part(0, row.y, row.beside)
            yield from self._body_parts(row, exposed, only_still)
        if exposed.top() < self.stages.y + self.stages_height and exposed.bottom() > self.stages.y:
            yield self._part(*self.stages)
        for sign in self.signs:
            if sign.area.intersects(exposed):
                yield self._part(0, 0, sign.display_list)
        for call_out in self.call_outs:
            if call_out.area.intersects(exposed):
                yield self._part(0, 0, call_out.display_list)
        if self.marks:
            yield PlacedDrawing(0, 0, self.marks)
        if exposed.bottom() > self.legend.y:
            yield self._part(*self.legend)

    def dressed(self, display_list: DisplayList) -> DisplayList:
        """A drawing of few batches in the style of the map."""
        return styled(display_list, self.style)

    def _part(self, x: float, y: float, display_list: DisplayList) -> PlacedDrawing:
        return PlacedDrawing(x, y, self.dressed(display_list))

    def rows_between(self, top: float, bottom: float) -> tuple[Row, ...]:
        first = max(0, bisect_right(self.rows, top, key=lambda row: row.y) - 1)
        last = bisect_right(self.rows, bottom, key=lambda row: row.y)
        return tuple(row for row in self.rows[first:last] if row.bottom > top)

    def row_at(self, y: float) -> Row | None:
        found = self.rows_between(y, y)
        return found[0] if found else None

    def column_at(self, x: float) -> Column | None:
        index = bisect_right(self.columns, x, key=lambda column: column.x) - 1
        return self.columns[index] if index >= 0 and x < self.columns[index].right else None

    def row_of(self, section: Id) -> Row | None:
        return next((row for row in self.rows if row.section.id == section), None)

    def column_of(self, stage: Id) -> Column | None:
        return next((column for column in self.columns if column.stage.id == stage), None)

    def boxes_in(self, area: QRectF) -> Iterator[Box]:
        """The records whose rectangles meet an area, with their rectangles on the sheet."""
        for row in self.rows_between(area.top(), area.bottom()):
            for id, rectangle in row.body.boxes(area.left(), area.right(), row.height):
                placed = rectangle.translated(0, row.y)
                if placed.intersects(area):
                    yield Box(id, placed)

    def cell_rectangle(self, section: Id, stage: Id) -> QRectF | None:
        row, column = self.row_of(section), self.column_of(stage)
        if row is None or column is None:
            return None
        return QRectF(column.x, row.y, column.width, row.height)

    def _body_parts(self, row: Row, exposed: QRectF, only_still: bool) -> Iterator[PlacedDrawing]:
        if only_still and isinstance(row.body, LiveBody):
            for piece in row.body.still_pieces:
                if piece.left < exposed.right() and piece.right > exposed.left():
                    yield PlacedDrawing(0, row.y, styled(piece.display_list, self.style))
            return
        drawing = self._seen_pieces(row, exposed)
        if drawing:
            yield PlacedDrawing(0, row.y, drawing)

    def _seen_pieces(self, row: Row, exposed: QRectF) -> DisplayList:
        # Some pieces are drawn only when they are seen.
        with speaking(self.language), set_in(self.family):
            pieces = row.body.pieces(row.height)
        first = bisect_right(pieces, exposed.left(), key=lambda piece: piece.right)
        last = bisect_left(pieces, exposed.right(), key=lambda piece: piece.left)
        top, bottom = exposed.top() - row.y, exposed.bottom() - row.y
        seen = [n for n in range(first, last) if pieces[n].top < bottom and pieces[n].bottom > top]
        if not seen:
            return ()
        with speaking(self.language), set_in(self.family):
            return _together(row.body, row.height, tuple(seen), self.language, self.style)


@lru_cache(maxsize=128)
def _together(
    body: Body, height: float, seen: tuple[int, ...], language: str, style: Style | None
) -> DisplayList:
    """Some pieces of a row as one drawing with few batches, remembered for the next frame."""
    pieces = body.pieces(height)
    return styled(merged(pieces[number].display_list for number in seen), style)


def forget_drawings() -> None:
    """Forget what is remembered of frames: it holds the maps that were drawn, also after they are closed."""
    _together.cache_clear()
    forget_discs()


@in_its_language
@in_its_font
def lay_out(
    document: Document,
    map: Id,
    previous: MapLayout | None = None,
    for_paper: bool = False,
    comparison: Comparison | None = None,
    sizes: Sizes | None = None,
    grid: Grid | None = None,
    ready: Mapping[Id, Body] | None = None,
) -> MapLayout:
    """Lay a map out, taking from `previous` (a layout of the same map) what is still the same.

    On paper, sections are missing that posters do not show (`on_posters`). Of a comparison, whose document
    is the one to be laid out, the marks are drawn as well. The sizes are the map's own, or others where they
    are given; so is the grid. What stands in sections may be `ready`, laid out before.
    """
    document = as_voted(document)
    journey_map = document.get(JourneyMap, map)
    language = written_language()
    sizes = sizes or sizes_of(document, journey_map)
    if previous is not None and not previous.is_set_like(map, language, sizes, text_family()):
        previous = None
    grid = grid or _own_grid(document, map, for_paper)
    before = {row.section.id: row for row in previous.rows} if previous else {}
    if previous is not None:
        moments = frozenset(column.stage.id for column in previous.columns if column.has_moment)
    else:
        moments = stages_with_moments(document, map) if sizes.shown.moments else frozenset()
    columns = _columns(grid, journey_map, sizes, moments, previous)
    bodies = {id: row.body for id, row in before.items()} | dict(ready or {})
    bodies = bodies_of(document, grid.sections, columns, sizes, bodies)
    found = Standout.joined(body.standout for body in bodies.values() if can_stand_out(body))
    now = frozenset(note.stage for note in found.moments) if sizes.shown.moments else moments
    if now != moments:
        columns = _columns(grid, journey_map, sizes, now, previous)
        bodies = bodies_of(document, grid.sections, columns, sizes, bodies)
    emphasis = emphasis_of(document, found, sizes.shown.moments, sizes.shown.top_idea)
    bodies = {
        id: body.emphasised(document, emphasis) if can_stand_out(body) else body
        for id, body in bodies.items()
    }
    width = sheet_width(columns)
    title_made_of = (journey_map, width, *document.personas(), *_portraits(document),
                     *document.key_points(map))  # fmt: skip
    if previous is not None and title_made_of == previous.title_made_of:
        title_height, title, personas = previous.stages.y, previous.title, previous.personas
    else:
        title_height, title, personas = draw_title(document, journey_map, width, sizes)
    if previous is not None and columns is previous.columns:
        stages_height, stages = previous.stages_height, previous.stages.display_list
    else:
        stages_height, stages = draw_stages(columns, sizes)
    rows = rows_of(grid.sections, bodies, sizes, title_height + stages_height, before)
    bottom = rows[-1].bottom if rows else title_height + stages_height
    gaps = gaps_between(document, rows, columns, sizes, previous.gaps if previous is not None else NO_GAPS)
    frames = (
        moment_frames(columns, title_height + stages_height, bottom, words_in_the_open(rows))
        if rows and not sizes.in_room
        else ()
    )
    signs = (*frames, *(filled.sign for filled in gaps.values() if filled.sign is not None))
    signs += tuple(key_point_discs(document, map, rows, columns, stages, title_height, sizes))
    footnotes = NO_FOOTNOTES
    if sizes.shown.footnotes:
        footnotes = footnotes_of(document, grid.sections, grid.stages)
        signs += tuple(numbers_of_footnotes(rows, footnotes, width))
    content = legend_content(
        document, found, bodies.values(), signs_over(columns, emphasis, signs), comparison, sizes, footnotes
    )
    if previous is not None and (content, width) == (previous.legend_content, previous.width):
        legend_height, legend = previous.legend_height, previous.legend.display_list
    else:
        legend_height, legend = draw_legend(content, width, sizes)
    layout = MapLayout(
        map=journey_map,
        columns=columns,
        rows=rows,
        width=width,
        height=bottom + legend_height if rows else EMPTY_HEIGHT,
        title=title,
        title_made_of=title_made_of,
        personas=personas,
        stages=PlacedDrawing(0, title_height, stages),
        stages_height=stages_height,
        legend=PlacedDrawing(0, bottom, legend),
        legend_height=legend_height,
        legend_content=content,
        frame=draw_frame(
            columns, rows, width, title_height + stages_height, sizes.section_column, roles_of(document)
        ),
        signs=signs,
        gaps=gaps,
        sizes=sizes,
        style=None if is_as_drawn(document.style) else document.style,
        family=text_family(),
        language=language,
    )
    drawn = Drawn(rows, columns, (title_height, stages_height), sizes, signs)
    known = previous.call_outs if previous is not None else ()
    call_outs = call_outs_over(document, journey_map, drawn, partial(_words_in, layout), known, for_paper)
    layout = layout._replace(call_outs=call_outs)
    if comparison is None:
        return layout
    marks = draw_marks(comparison.differences, _places(layout), partial(_words_in, layout))
    return layout._replace(comparison=comparison, marks=marks)


def _words_in(layout: MapLayout, area: QRectF) -> Iterator[QRectF]:
    """Where words stand that reach into an area."""
    for part in layout.parts(area):
        seen = within(part.display_list, area.translated(-part.x, -part.y))
        yield from (bounds.translated(part.x, part.y) for bounds in all_text_bounds(seen))


def _portraits(document: Document) -> Iterator[Record | None]:
    """The pictures in the title: those of personas, and logos."""
    yield from (document.find(one.picture) for one in document.personas() if one.picture)
    yield from logos_of(document)


def _own_grid(document: Document, map: Id, for_paper: bool) -> Grid:
    return Grid(document.stages(map), on_posters(document, map) if for_paper else document.sections(map))


def _places(layout: MapLayout) -> dict[Id, QRectF]:
    """Where everything that can be told apart lies: the title, headers, names, and what stands in cells."""
    places = {layout.map.id: QRectF(MARGIN, 0, layout.width - 2 * MARGIN, layout.stages.y)}
    for column in layout.columns:
        places[column.stage.id] = QRectF(column.x, layout.stages.y, column.width, layout.stages_height)
    for row in layout.rows:
        places[row.section.id] = QRectF(0, row.y, layout.sizes.section_column, row.height)
    places.update(layout.boxes_in(layout.rectangle))
    places.update((each.id, each.rectangle) for each in layout.call_outs)
    return places


def _columns(
    grid: Grid, journey_map: JourneyMap, sizes: Sizes, moments: frozenset[Id], previous: MapLayout | None
) -> tuple[Column, ...]:
    """The columns, those of the layout before where they are the same."""
    follow_duration = journey_map.widths_follow_duration
    columns = columns_of(grid.stages, follow_duration, sizes.section_column, moments, sizes.cell_padding)
    return previous.columns if previous is not None and columns == previous.columns else columns
