"""The minutes of the day of a workshop, on pages of their own."""

from functools import cached_property

from PySide6.QtCore import QPointF, QRectF

from app.drawing.looks import in_look
from app.drawing.minutes_pages import LEAST_HEIGHT, LEAST_WIDTH, SHORT_SIDE, MinutesPages, draw_minutes
from app.language.phrases import phrase, tr
from app.language.spoken import speaking
from app.model.analysis.minutes import Minutes, minutes_of
from app.model.document import Document
from app.model.records import Id, Run
from app.pages.deliverables.deliverable import Part
from app.pages.deliverables.sheet import Sheet, sheet_of
from app.pages.deliverables.sheet_options import MinutesOptions
from app.pages.drawn_page import Bookmark, DrawnPage
from app.pages.errors import FormatError
from app.pages.headless import ensure_gui
from app.pages.options import ReportProgress
from app.pages.poster.arrangement import Arrangement, View


def parts(document: Document, options: MinutesOptions, report_progress: ReportProgress) -> tuple[Part, ...]:
    """The minutes of the workshop that was held last."""
    runs = document.runs()
    if not runs:
        raise FormatError(
            phrase("No workshop was held in this project yet, so there are no minutes; hold one first.")
        )
    return (PartOfMinutes(document, runs[-1], options),)


class PartOfMinutes:
    """The minutes of one run."""

    def __init__(self, document: Document, run: Run, options: MinutesOptions) -> None:
        ensure_gui()
        self.run = run
        self.options = options
        self._document = document
        self._sheet: Sheet = sheet_of(options, SHORT_SIDE)
        self._sheet.require(LEAST_WIDTH, LEAST_HEIGHT)

    @property
    def id(self) -> Id:
        return self.run.id

    @property
    def title(self) -> str:
        return tr("Minutes of {project}", project=self._document.project.name)

    @property
    def author(self) -> str:
        return ""

    @property
    def scale(self) -> float:
        return self._sheet.scale

    @property
    def count(self) -> int:
        return len(self._pages.pages)

    @property
    def arrangement(self) -> Arrangement:
        """One page as high as it takes, with the margins around it."""
        whole = self._drawn(None)
        sheet = self._sheet
        drawing = in_look(whole.pages[0], self.options.look)
        view = View(drawing, QRectF(0, 0, sheet.width, whole.height), sheet.inset, sheet.inset, False)
        width, height = sheet.width + 2 * sheet.inset, whole.height + 2 * sheet.inset
        return Arrangement(self.title, (view,), width, height)

    def page(self, index: int, first: int = 1, pages: int | None = None) -> DrawnPage:
        number = tr("Page {number} of {count}", number=first + index, count=pages or self.count)
        bookmarks = (Bookmark(self.title, 0, 0.0, 0.0),) if index == 0 else ()
        label = (self._document.project.name,)
        return self._sheet.page(self._pages.pages[index], self.title, label, number, bookmarks)

    def record_at(self, view: View, place: QPointF) -> Id:
        return self.run.id

    @cached_property
    def _pages(self) -> MinutesPages:
        return self._drawn(self._sheet.height)

    @cached_property
    def _minutes(self) -> Minutes:
        earlier = self.options.compared_with
        since = earlier.version_of(self._document) if earlier is not None else None
        with speaking(self._document.project.language):
            return minutes_of(self._document, self.run, since, not self.options.without_names)

    def _drawn(self, height: float | None) -> MinutesPages:
        return draw_minutes(self._document, self._minutes, self._sheet.width, height)
