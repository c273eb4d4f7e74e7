"""What of a map a poster shows and where: the whole map, some stages and sections of it, or bands of stages.

All in map units. A part of a map is a window onto the map's one drawing, so a curve goes on in the next band
where it left this one; only the title and the legend are set anew for the width there is.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple, TypeVar

from PySide6.QtCore import QPointF, QRectF

from app.drawing.culling import all_text_bounds, within
from app.drawing.display import DisplayList, PlacedText, Texts, shifted
from app.drawing.fonts import in_its_font
from app.drawing.footnotes import Footnotes
from app.drawing.grid import Column, in_bands
from app.drawing.layout import MapLayout, PlacedDrawing
from app.drawing.legend import LegendContent, draw_legend
from app.drawing.legend_content import legend_content, notes_of, speaks_of
from app.drawing.looks import in_look
from app.drawing.numbers import draw_numbers
from app.drawing.rows import Row
from app.drawing.stages import draw_stages, name_place
from app.drawing.styles.styled import styled
from app.drawing.text import text_block
from app.drawing.theme import CHEVRON, MARGIN, SECONDARY
from app.drawing.title import draw_title
from app.language.phrases import Phrase, phrase
from app.model.analysis.on_posters import on_posters
from app.model.document import Document
from app.model.project_language import in_its_language
from app.model.records import Id
from app.pages.errors import FormatError
from app.pages.poster.poster_options import MapOptions
from app.pages.poster.spared_words import words_around, words_in_rows

_BAND_GAP = 48.0
EMPTY = phrase("This map is empty: it has no stages and no sections yet.")
_NO_STAGE = phrase("Not every stage that was asked for is on the map.")
_NO_SECTION = phrase("Not every section that was asked for is on the map.")

_OVER_SECTIONS = frozenset(("moment", "leading", "top-idea", "connector", "felt-later", "key-point"))
"""The signs of a legend that follow from sections together."""

NOTHING: Mapping[Id, int] = {}

T = TypeVar("T")


class View(NamedTuple):
    """A window onto a drawing, and where the window's top left corner lies on the poster."""

    display_list: DisplayList
    window: QRectF
    x: float
    y: float
    is_of_the_map: bool = True
    """Whether the drawing is the map's, not one made for the poster."""
    origin: QPointF = QPointF()
    """Where the origin of such a drawing lies on the map."""
    is_whole: bool = False
    """Whether all of the drawing lies in the window, so that nothing need be cut off."""

    def moved(self, area: QRectF) -> QRectF:
        """An area of the drawing as it lies on the poster."""
        return area.translated(self.x - self.window.x(), self.y - self.window.y())

    @property
    def area(self) -> QRectF:
        """What it covers of the poster."""
        return QRectF(self.x, self.y, self.window.width(), self.window.height())


class Heading(NamedTuple):
    """A stage or section that a reader can go to: its name and its place on the poster."""

    id: Id
    title: str
    x: float
    y: float


class Arrangement(NamedTuple):
    """A poster before it has a size on paper."""

    title: str
    views: tuple[View, ...]
    width: float
    height: float
    blocks: tuple[QRectF, ...] = ()
    """What no cut should go through: notes, entries, words."""
    across: tuple[float, ...] = ()
    """Where stages meet."""
    down: tuple[float, ...] = ()
    """Where sections meet."""
    headings: tuple[Heading, ...] = ()

    @property
    def area(self) -> QRectF:
        return QRectF(0, 0, self.width, self.height)


@in_its_language
@in_its_font
def arrange(
    document: Document, layout: MapLayout, options: MapOptions, numbers: Mapping[Id, int] = NOTHING
) -> Arrangement:
    """The chosen part of a map, with numbers on its notes where there are any.

    Raises FormatError where the map has no such stage or section.
    """
    over: DisplayList = ()
    if numbers:
        boxes = layout.boxes_in(layout.rectangle)
        over += draw_numbers((numbers[id], rectangle) for id, rectangle in boxes if id in numbers)
    if not layout.columns and not layout.rows:
        over += _empty_map_drawing(layout)
    if options.stages or options.sections or options.bands > 1:
        arranged = _in_bands(document, layout, layout.display_list() + over, options)
    else:
        arranged = _whole(layout, over)
    views = (view._replace(display_list=in_look(view.display_list, options.look)) for view in arranged.views)
    return arranged._replace(views=tuple(views))


def _empty_map_drawing(layout: MapLayout) -> DisplayList:
    """What stands where the stages would be."""
    block = text_block(str(EMPTY), layout.sizes.scenario, layout.width - 2 * MARGIN)
    return (Texts([PlacedText(MARGIN, layout.stages.y, block)], SECONDARY),)


def _whole(layout: MapLayout, over: DisplayList) -> Arrangement:
    """The map's parts where they are: to move all of them into one drawing would copy a large map."""
    words = (*words_around(layout), *words_in_rows(layout))
    parts = (*layout.parts(layout.rectangle), PlacedDrawing(0, 0, over))
    views = tuple(
        View(
            part.display_list,
            layout.rectangle.translated(-part.x, -part.y),
            0,
            0,
            origin=QPointF(part.x, part.y),
            is_whole=True,
        )
        for part in parts
    )
    return Arrangement(
        title=layout.map.title,
        views=views,
        width=layout.width,
        height=layout.height,
        blocks=(*words, *(box.rectangle for box in layout.boxes_in(layout.rectangle))),
        across=tuple(column.x for column in layout.columns),
        down=(layout.stages.y, *(row.y for row in layout.rows), layout.legend.y),
        headings=_once(_headings(layout, views[0])),
    )


def extent(document: Document, layout: MapLayout, bands: int) -> tuple[float, float]:
    """How wide and how high a poster of the whole map is in so many bands, by its layout."""
    posted = {section.id for section in on_posters(document, layout.map.id)}
    shown = sum(row.height for row in layout.rows if row.section.id in posted)
    if bands <= 1 or not layout.columns:
        return layout.width, layout.height - sum(row.height for row in layout.rows) + shown
    found = in_bands(layout.columns, bands)
    width = _width(layout, found)
    title, _, _ = draw_title(document, layout.map, width, layout.sizes)
    legend, _ = draw_legend(layout.legend_content, width, layout.sizes)
    band = layout.stages_height + shown
    return width, title + len(found) * (band + _BAND_GAP) - _BAND_GAP + legend


def _width(layout: MapLayout, bands: Sequence[Sequence[Column]]) -> float:
    """How wide a poster of bands is: as the widest of them."""
    return max(layout.sizes.section_column + sum(column.width for column in band) for band in bands)


def _in_bands(
    document: Document, layout: MapLayout, drawing: DisplayList, options: MapOptions
) -> Arrangement:
    columns = _chosen(
        layout.columns, [column.stage.id for column in layout.columns], options.stages, _NO_STAGE
    )
    rows = _chosen(layout.rows, [row.section.id for row in layout.rows], options.sections, _NO_SECTION)
    bands = in_bands(columns, options.bands) or ((),)
    width = _width(layout, bands)
    title_height, title, _ = draw_title(document, layout.map, width, layout.sizes)
    title = styled(title, layout.style)
    views = [View(title, QRectF(0, 0, width, title_height), 0, 0, False)]
    y = title_height
    ending = [run[-1].stage.id for band in bands for _, run in _runs(band, layout.sizes.section_column)]
    drawn = styled(draw_stages(layout.columns, layout.sizes, ending)[1], layout.style)
    words = tuple(words_in_rows(layout))
    on_headers = (sign.display_list for sign in layout.signs if sign.on_header)
    headers = shifted(drawn, layout.stages.x, layout.stages.y) + layout.marks
    headers += tuple(batch for found in on_headers for batch in layout.dressed(found))
    for band in bands:
        for view in _band(layout, drawing, headers, band, rows, y):
            views.append(view)
            y = max(y, view.area.bottom())
        y += _BAND_GAP
    y -= _BAND_GAP
    legend_height, legend = draw_legend(_legend(document, layout, columns, rows), width, layout.sizes)
    legend = styled(legend, layout.style)
    views.append(View(legend, QRectF(0, 0, width, legend_height), 0, y, False))
    return Arrangement(
        title=layout.map.title,
        views=tuple(views),
        width=width,
        height=y + legend_height,
        blocks=tuple(block for view in views for block in _blocks(layout, view, words)),
        across=tuple({edge.x() for view in views for edge in _edges(layout, view)} - {0.0}),
        down=tuple({edge.y() for view in views for edge in _edges(layout, view)} | {y}),
        headings=_once(heading for view in views for heading in _headings(layout, view)),
    )


def _legend(
    document: Document, layout: MapLayout, columns: Sequence[Column], rows: Sequence[Row]
) -> LegendContent:
    """What the legend of a part of a map explains."""
    whole = layout.legend_content
    if len(columns) == len(layout.columns) and len(rows) == len(layout.rows):
        return whole
    found = notes_of(document, [row.section for row in rows], [column.stage for column in columns])
    others = whole.signs & _OVER_SECTIONS
    if not any(column.has_moment for column in columns):
        others -= {"moment"}
    if not found.moments:
        others -= {"leading"}
    if not speaks_of(document, [row.section for row in rows], [column.stage for column in columns]):
        others -= {"key-point"}
    bodies = [row.body for row in rows]
    footnotes = Footnotes(whole.footnotes)
    return legend_content(document, found, bodies, others, layout.comparison, layout.sizes, footnotes)


def _band(
    layout: MapLayout,
    drawing: DisplayList,
    headers: DisplayList,
    band: Sequence[Column],
    rows: Sequence[Row],
    y: float,
) -> Iterator[View]:
    """The views of some stages: their headers, and for each run of sections the names and the cells."""
    for left, columns in _runs(band, layout.sizes.section_column):
        top, height = layout.stages.y, layout.stages_height
        width = columns[-1].right - columns[0].x
        # The tip of the chevron before reaches into the first one's notch, and may not be here.
        own = QRectF(columns[0].x + CHEVRON, top, width - CHEVRON - 1, height)
        yield View(within(headers, own), QRectF(columns[0].x, top, width, height), left, y)
    y += layout.stages_height if band else 0
    for run in _neighbours(rows):
        top, height = run[0].y, run[-1].bottom - run[0].y
        names = QRectF(0, top, layout.sizes.section_column, height)
        yield View(within(drawing, names), names, 0, y)
        for left, columns in _runs(band, layout.sizes.section_column):
            cells = QRectF(columns[0].x, top, columns[-1].right - columns[0].x, height)
            yield View(within(drawing, cells), cells, left, y)
        y += height


def _runs(band: Sequence[Column], names: float) -> Iterator[tuple[float, list[Column]]]:
    """Stages that are neighbours on the map, with the place where they begin in their band."""
    left = names
    run: list[Column] = []
    for column in band:
        if run and abs(run[-1].right - column.x) > 0.01:
            yield left, run
            left += run[-1].right - run[0].x
            run = []
        run.append(column)
    if run:
        yield left, run


def _neighbours(rows: Sequence[Row]) -> list[list[Row]]:
    runs: list[list[Row]] = []
    for row in rows:
        if runs and abs(runs[-1][-1].bottom - row.y) < 0.01:
            runs[-1].append(row)
        else:
            runs.append([row])
    return runs


def _blocks(layout: MapLayout, view: View, words: Sequence[QRectF]) -> Iterator[QRectF]:
    """What stands in a view: its records and words beside them, or where it has none its words."""
    boxes: list[QRectF] = []
    if view.is_of_the_map:
        boxes += (box.rectangle for box in layout.boxes_in(view.window))
        boxes += (each for each in words if each.intersects(view.window))
    for block in boxes or all_text_bounds(view.display_list):
        yield view.moved(block)


def _edges(layout: MapLayout, view: View) -> Iterator[QPointF]:
    """The corners where stages and sections begin in a view."""
    if view.is_of_the_map:
        columns = [column.x for column in layout.columns if _holds(view.window, column.x, view.window.y())]
        rows = [row.y for row in layout.rows if _holds(view.window, view.window.x(), row.y)]
        for x in columns or [view.window.x()]:
            for y in rows or [view.window.y()]:
                yield view.moved(QRectF(x, y, 0, 0)).topLeft()


def _headings(layout: MapLayout, view: View) -> Iterator[Heading]:
    if not view.is_of_the_map:
        return
    for column in layout.columns:
        if _holds(view.window, column.x, layout.stages.y):
            # A sheet's edge may lie between the stage's edge and its name, which is what people look for.
            name = name_place(layout.columns, column, layout.sizes)
            place = view.moved(QRectF(column.x + name.x(), layout.stages.y, 0, 0))
            yield Heading(column.stage.id, column.stage.name, place.x(), place.y())
    for row in layout.rows:
        if _holds(view.window, 0, row.y):
            place = view.moved(QRectF(0, row.y, 0, 0))
            yield Heading(row.section.id, row.section.name, place.x(), place.y())


def _holds(window: QRectF, x: float, y: float) -> bool:
    return window.left() <= x < window.right() - 0.01 and window.top() <= y < window.bottom() - 0.01


def _once(headings: Iterable[Heading]) -> tuple[Heading, ...]:
    """Each stage and section where it stands first."""
    found: dict[Id, Heading] = {}
    for heading in headings:
        found.setdefault(heading.id, heading)
    return tuple(found.values())


def _chosen(things: Sequence[T], ids: Sequence[Id], chosen: Sequence[Id], lacking: Phrase) -> tuple[T, ...]:
    if not chosen:
        return tuple(things)
    found = tuple(thing for thing, id in zip(things, ids, strict=True) if id in chosen)
    if len(found) < len(set(chosen)):
        raise FormatError(lacking)
    return found
