"""The workshop kit of a map: what is printed and cut out before the map is made on a wall."""

from functools import cached_property

from PySide6.QtCore import QPointF, QRectF

from app.drawing.looks import in_look
from app.drawing.styles.styled import styled
from app.drawing.workshop_kit import draw_kit
from app.drawing.workshop_kit.kit_page import LEAST, KitPage, Room
from app.language.phrases import tr
from app.language.spoken import speaking
from app.model.document import Document
from app.model.records import Id, JourneyMap
from app.pages.deliverables.deliverable import Part
from app.pages.deliverables.sheet import Sheet, sheet_of
from app.pages.deliverables.sheet_options import WorkshopKitOptions
from app.pages.drawn_page import Bookmark, DrawnPage
from app.pages.headless import ensure_gui
from app.pages.options import ReportProgress
from app.pages.page_options import PageOptions
from app.pages.poster.arrangement import Arrangement, View
from app.pages.which_map import chosen_map

_SCALE = 0.5
"""Points of a unit: a note is as large as a sticky note on every paper."""
_GAP = 60.0
"""Between pages that are shown one below the other."""


def parts(
    document: Document, options: WorkshopKitOptions, report_progress: ReportProgress
) -> tuple[Part, ...]:
    """The kit for the chosen map."""
    return (PartOfKit(document, chosen_map(document, options.map), options),)


class PartOfKit:
    """The kit for one map."""

    def __init__(self, document: Document, journey_map: JourneyMap, options: PageOptions) -> None:
        ensure_gui()
        self.map = journey_map
        self.options = options
        self._document = document
        self._sheet: Sheet = sheet_of(options, scale=_SCALE)
        self._sheet.require(LEAST, LEAST)

    @property
    def id(self) -> Id:
        return self.map.id

    @property
    def title(self) -> str:
        return tr("Workshop kit – {map}", map=self.map.title) if self.map.title else tr("Workshop kit")

    @property
    def author(self) -> str:
        return self.map.owner

    @property
    def scale(self) -> float:
        return self._sheet.scale

    @property
    def count(self) -> int:
        return len(self._pages)

    @property
    def arrangement(self) -> Arrangement:
        """All pages, one below the other."""
        sheet, views = self._sheet, []
        y = sheet.inset
        for page in self._pages:
            drawing = in_look(page.drawing, self.options.look)
            margin = sheet.inset / 2  # Marks stand in the margins.
            window = QRectF(-margin, -margin, sheet.width + 2 * margin, sheet.height + 2 * margin)
            views.append(View(drawing, window, sheet.inset - margin, y - margin, False))
            y += sheet.height + 2 * margin + _GAP
        return Arrangement(self.title, tuple(views), sheet.width + 2 * sheet.inset, y)

    def page(self, index: int, first: int = 1, pages: int | None = None) -> DrawnPage:
        page = self._pages[index]
        number = tr("Page {number} of {count}", number=first + index, count=pages or self.count)
        begins = index == 0 or self._pages[index - 1].title != page.title
        bookmarks = (Bookmark(page.title, 0, 0.0, 0.0),) if begins else ()
        return self._sheet.page(page.drawing, page.title, (self.map.title, page.title), number, bookmarks)

    def record_at(self, view: View, place: QPointF) -> Id:
        return self.map.id

    @cached_property
    def _pages(self) -> tuple[KitPage, ...]:
        with speaking(self._document.project.language):
            drawn = draw_kit(self._document, self.map, Room(self._sheet.width, self._sheet.height))
            style = self._document.style
            return tuple(page._replace(drawing=styled(page.drawing, style)) for page in drawn)
