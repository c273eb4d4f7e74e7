"""A part of a file whose pages hold a head and cards: a persona sheet, the minutes of a day."""

from abc import ABC, abstractmethod
from functools import cached_property

from PySide6.QtCore import QPointF, QRectF

from app.drawing.card_pages import LEAST_HEIGHT, LEAST_WIDTH, SHORT_SIDE, CardPages
from app.drawing.looks import in_look
from app.language.phrases import tr
from app.model.document import Document
from app.model.records import Id
from app.pages.deliverables.sheet import Sheet, sheet_of
from app.pages.drawn_page import Bookmark, DrawnPage
from app.pages.headless import ensure_gui
from app.pages.page_options import PageOptions
from app.pages.poster.arrangement import Arrangement, View


class PartOfCards(ABC):
    """Pages that tell of one record."""

    author = ""
    short_side = SHORT_SIDE
    """Units of the short side of the paper: with more of them all is set smaller."""

    def __init__(self, document: Document, id: Id, options: PageOptions) -> None:
        ensure_gui()
        self.id = id
        self.options = options
        self._document = document
        self._sheet: Sheet = sheet_of(options, self.short_side)
        self._sheet.require(LEAST_WIDTH, LEAST_HEIGHT)

    @property
    @abstractmethod
    def title(self) -> str: ...

    @property
    def _footer_label(self) -> tuple[str, ...]:
        return (self._document.project.name,)

    @abstractmethod
    def _drawn(self, height: float | None) -> CardPages:
        """Pages of a height, or without one a single page as high as it takes."""

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
        return self._sheet.page(self._pages.pages[index], self.title, self._footer_label, number, bookmarks)

    def record_at(self, view: View, place: QPointF) -> Id:
        return self.id

    @cached_property
    def _pages(self) -> CardPages:
        return self._drawn(self._sheet.height)
