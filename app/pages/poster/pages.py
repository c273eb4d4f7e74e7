"""The poster of a map, page by page."""

from collections.abc import Mapping
from functools import partial, reduce
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF

from app.drawing.culling import within
from app.drawing.display import DisplayList, Texts
from app.drawing.layout import MapLayout, lay_out
from app.drawing.looks import in_look
from app.drawing.map_sizes import sizes_of
from app.language.phrases import tr
from app.model.document import Document
from app.model.finding.numbering import note_numbers
from app.model.history.versions import Comparison, compare
from app.model.records import Id, JourneyMap
from app.pages.composition.spans import Sheets, sheet_seams
from app.pages.drawn_page import Bookmark, DrawnPage, Layer
from app.pages.headless import ensure_gui
from app.pages.lengths import POINTS_PER_MILLIMETRE
from app.pages.options import ReportProgress, ignore_progress
from app.pages.paper import Page, paper_named
from app.pages.poster.arrangement import Arrangement, View, arrange
from app.pages.poster.assembly import assembly, draw_sheets
from app.pages.poster.chosen import chosen
from app.pages.poster.filling import filling, fills, whole_sheets
from app.pages.poster.page_marks import (
    SIDE_ROOM,
    Logo,
    draw_footer,
    draw_marks,
    logo_of,
    map_footer_text,
    read_logo,
)
from app.pages.poster.plan import Plan, Sheet, cut_through, held_by, plan, sheets_of
from app.pages.poster.poster_options import MapOptions
from app.pages.poster.sheet_count import SheetCount

_FULL = 0.93
"""The share of what its sheets hold that a poster takes at least so that none is cut short."""
_WORTH = 1.04
"""How much larger a poster must be for it to be put together from sheets in a less plain way."""


class PosterOfMap:
    """The poster of one map. Its pages are made when they are asked for: a big one has many."""

    def __init__(
        self,
        document: Document,
        journey_map: JourneyMap,
        options: MapOptions,
        report_progress: ReportProgress = ignore_progress,
    ) -> None:
        ensure_gui()
        self.map = journey_map
        numbers = note_numbers(document, journey_map.id) if options.numbers else {}
        comparison = None
        if options.compared_with is not None:
            comparison = compare(options.compared_with.version_of(document), document, journey_map.id)
            document = comparison.document
        document, options = chosen(document, journey_map.id, options)
        ways = [
            _Way.of(document, journey_map.id, way, sheets, numbers, comparison, report_progress)
            for way in whole_sheets(document, journey_map.id, options)
            for sheets in sheets_of(way) or (None,)
        ]
        best = reduce(lambda one, other: other if other.is_better(one) else one, ways)
        self.options, self.layout, self.arrangement, self.plan = best
        report_progress(0.0)
        self._logo: Logo | None = read_logo(options.logo) if options.logo else logo_of(document)
        self._strip: tuple[int, tuple[View, ...]] | None = None

    @property
    def id(self) -> Id:
        return self.map.id

    @property
    def title(self) -> str:
        return self.map.title

    @property
    def author(self) -> str:
        return self.map.owner

    @property
    def scale(self) -> float:
        return self.plan.scale

    def record_at(self, view: View, place: QPointF) -> Id:
        """A note, a point …, or else the section, the stage or the map."""
        if not view.is_of_the_map:
            return self.map.id
        layout, place = self.layout, place + view.origin
        for box in layout.boxes_in(QRectF(place.x() - 1, place.y() - 1, 2, 2)):
            return box.id
        row = layout.row_at(place.y())
        if row is not None:
            return row.section.id
        headers = layout.stages.y <= place.y() < layout.stages.y + layout.stages_height
        column = layout.column_at(place.x()) if headers and place.x() >= layout.sizes.section_column else None
        return column.stage.id if column else self.map.id

    @property
    def count(self) -> int:
        """How many pages it has: for a poster of many sheets, one with the plan to put them together."""
        return len(self.plan.sheets) + self.plan.is_tiled

    def page(self, index: int, first: int = 1, pages: int | None = None) -> DrawnPage:
        """A page by its index. `first` is the number of this poster's first page among `pages`."""
        number = tr("Page {number} of {count}", number=first + index, count=pages or self.count)
        side = SIDE_ROOM if self.plan.is_tiled else 0.0
        footer_label = map_footer_text(self.map, self.options)
        footer = draw_footer(self.plan.page, self.plan.margin, footer_label, number, self._logo, side)
        page_marks = Layer(in_look(footer, self.options.look), 1.0, 0.0, 0.0)
        if self.plan.is_tiled and index == 0:
            layers = (*self._assembly(), page_marks)
            return DrawnPage(self.plan.page, self.plan.bleed, layers, (self._bookmark,), tr("Assembly plan"))
        sheet = self.plan.sheets[index - self.plan.is_tiled]
        name = sheet.label if self.plan.is_tiled else self.map.title
        layers = (*self._sheet(sheet), page_marks)
        return DrawnPage(self.plan.page, self.plan.bleed, layers, self._bookmarks(sheet), name)

    def _sheet(self, sheet: Sheet) -> tuple[Layer, ...]:
        views = self._views(sheet.row) if self.plan.is_tiled else self.arrangement.views
        layers = tuple(layer for view in views if (layer := self._layer(view, sheet)) is not None)
        if not self.plan.is_tiled:
            return layers
        return (*layers, Layer(draw_marks(self.plan, sheet), 1.0, 0.0, 0.0))

    def _layer(self, view: View, sheet: Sheet) -> Layer | None:
        """What a sheet shows of a view; none where that is nothing."""
        shown = view.area.intersected(sheet.window)
        if shown.isEmpty():
            return None
        clip = shown.translated(view.window.x() - view.x, view.window.y() - view.y)
        is_whole = not self.plan.is_tiled and view.is_whole
        drawn = view.display_list if is_whole else within(view.display_list, clip)
        scale = self.plan.scale
        left = sheet.x(view.x - view.window.x(), scale)
        top = sheet.y(view.y - view.window.y(), scale)
        return Layer(drawn, scale, left, top, None if is_whole else clip)

    def _views(self, row: int) -> tuple[View, ...]:
        """The views with what reaches into a row of sheets, so that each sheet need not go through all."""
        if self._strip is None or self._strip[0] != row:
            sheet = next(sheet for sheet in self.plan.sheets if sheet.row == row)
            strip = QRectF(0, sheet.down.start, self.arrangement.width, sheet.window.height())
            self._strip = (row, tuple(_in_strip(view, strip) for view in self.arrangement.views))
        return self._strip[1]

    def _assembly(self) -> tuple[Layer, ...]:
        paper = paper_named(self.options.sheet or self.options.paper).name
        room, words = assembly(self.plan, self.map.title, paper)
        arrangement = self.arrangement
        scale = min(room.width() / arrangement.width, room.height() / arrangement.height)
        small = tuple(
            Layer(
                _without_words(view.display_list),
                scale,
                room.left() + (view.x - view.window.x()) * scale,
                room.top() + (view.y - view.window.y()) * scale,
                view.window,
            )
            for view in arrangement.views
        )
        sheets = draw_sheets(self.plan, scale, QPointF(room.topLeft()))
        return (Layer(words, 1.0, 0.0, 0.0), *small, Layer(sheets, 1.0, 0.0, 0.0))

    @property
    def _bookmark(self) -> Bookmark:
        return Bookmark(self.map.title or tr("Untitled map"), 0, 0.0, 0.0)

    def _bookmarks(self, sheet: Sheet) -> tuple[Bookmark, ...]:
        """Those whose place is seen on this sheet when the poster is put together."""
        scale = self.plan.scale
        found = [
            Bookmark(heading.title, 1, sheet.x(heading.x, scale), sheet.y(heading.y, scale))
            for heading in self.arrangement.headings
            if heading.title.strip()
            and sheet.across.seam <= heading.x < sheet.across.end
            and sheet.down.seam <= heading.y < sheet.down.end
        ]
        return tuple(found) if self.plan.is_tiled else (self._bookmark, *found)


class _Way(NamedTuple):
    """A way to lay a map on its paper, or on sheets that are turned so."""

    options: MapOptions
    layout: MapLayout
    arrangement: Arrangement
    plan: Plan

    @classmethod
    def of(
        cls,
        document: Document,
        map: Id,
        options: MapOptions,
        sheets: Sheets | None,
        numbers: Mapping[Id, int],
        comparison: Comparison | None,
        report_progress: ReportProgress,
    ) -> "_Way":
        """The map as it fills its paper, or as it is."""
        is_filled = fills(document, map, options)
        document, options, known = filling(document, map, options, sheets, report_progress)
        # Who asks for a section by its name gets it, though it is usually left off posters.
        laid_out = partial(lay_out, document, map, for_paper=not options.sections, comparison=comparison)
        sizes = sizes_of(document, document.get(JourneyMap, map), options.shown)
        layout = laid_out(known, sizes=sizes)
        if is_filled and sheets is not None and (seams := _seams(layout, options, sheets)):
            layout = laid_out(sizes=layout.sizes._replace(seams=seams))
        arranged = arrange(document, layout, options, numbers)
        sides, places = (arranged.width, arranged.height), (arranged.across, arranged.down)
        return cls(options, layout, arranged, plan(*sides, options, arranged.blocks, *places))

    @property
    def faults(self) -> tuple[int, bool, bool]:
        """How much is cut, whether sheets are cut short, and whether words need a hyphen."""
        plan = self.plan
        used = SheetCount(plan.columns, plan.rows)
        held = held_by(used, self.options) if self.options.sheets else Page(0.0, 0.0)
        unit = plan.scale / POINTS_PER_MILLIMETRE
        sides = self.arrangement.width * unit, self.arrangement.height * unit
        is_short = any(side < _FULL * most for side, most in zip(sides, held, strict=True))
        texts = (
            text for batch in self.layout.display_list() if isinstance(batch, Texts) for text in batch.texts
        )
        has_hyphens = any(text.block.cuts for text in texts)
        return cut_through(plan, self.arrangement.blocks), is_short, has_hyphens

    def is_better(self, other: "_Way") -> bool:
        """Whether it has fewer faults than a plainer way, or is worth it for its size or for fewer sheets."""
        if self.faults != other.faults:
            return self.faults < other.faults
        larger = self.plan.scale / other.plan.scale
        if max(larger, 1 / larger) > _WORTH:
            return larger > 1
        return len(self.plan.sheets) < len(other.plan.sheets)


def _seams(layout: MapLayout, options: MapOptions, sheets: Sheets) -> tuple[float, ...]:
    """Where sheets meet on a map in one band: between its stages, where those have room on sheets."""
    if options.bands > 1 or options.stages or options.sections:
        return ()
    scale = plan(layout.width, layout.height, options).scale
    edges = (layout.sizes.section_column, *(column.right for column in layout.columns))
    return sheet_seams(edges, sheets.in_units(scale))


def _in_strip(view: View, strip: QRectF) -> View:
    shown = view.area.intersected(strip)
    if shown.isEmpty():
        return view._replace(display_list=())
    area = shown.translated(view.window.x() - view.x, view.window.y() - view.y)
    return view._replace(display_list=within(view.display_list, area))


def _without_words(display_list: DisplayList) -> DisplayList:
    return tuple(batch for batch in display_list if not isinstance(batch, Texts))
