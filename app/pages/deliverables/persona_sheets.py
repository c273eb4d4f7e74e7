"""Persona sheets: each on pages of its own, alone or behind the posters of maps."""

from collections.abc import Sequence
from functools import cached_property

from PySide6.QtCore import QPointF, QRectF

from app.drawing.looks import in_look
from app.drawing.persona_sheet import (
    LEAST_HEIGHT,
    LEAST_WIDTH,
    NAMELESS,
    SHORT_SIDE,
    PersonaSheet,
    draw_persona_sheet,
)
from app.language.phrases import phrase, tr
from app.model.document import Document
from app.model.records import Id, Persona
from app.model.words import shortened
from app.pages.deliverables.deliverable import Part
from app.pages.deliverables.sheet import Sheet, sheet_of
from app.pages.deliverables.sheet_options import PersonaSheetOptions
from app.pages.drawn_page import Bookmark, DrawnPage
from app.pages.errors import FormatError
from app.pages.headless import ensure_gui
from app.pages.options import ReportProgress
from app.pages.page_options import PageOptions, SheetOptions
from app.pages.poster.arrangement import Arrangement, View
from app.pages.poster.poster_options import PosterOptions


def parts(
    document: Document, options: PersonaSheetOptions, report_progress: ReportProgress
) -> tuple[Part, ...]:
    """The sheets of the chosen personas, or of all."""
    personas = [one for one in document.personas() if not options.personas or one.id in options.personas]
    if not personas:
        raise FormatError(
            phrase("The project has no persona yet, so there is no sheet to export; add one first.")
        )
    return tuple(PartOfPersona(document, persona, options) for persona in personas)


def following(document: Document, personas: Sequence[Id], options: PosterOptions) -> tuple[Part, ...]:
    """The sheets that go behind a poster, on paper of their own; none where none are asked for."""
    if options.persona_sheets is None:
        return ()
    chosen = SheetOptions(
        paper=options.persona_sheets,
        orientation=options.orientation,
        look=options.look,
        footer=options.footer,
        logo=options.logo,
        day=options.day,
    )
    return tuple(PartOfPersona(document, document.get(Persona, id), chosen) for id in personas)


class PartOfPersona:
    """The sheet of one persona."""

    def __init__(self, document: Document, persona: Persona, options: PageOptions) -> None:
        ensure_gui()
        self.persona = persona
        self.options = options
        self._document = document
        self._sheet: Sheet = sheet_of(options, SHORT_SIDE)
        self._sheet.require(LEAST_WIDTH, LEAST_HEIGHT)

    @property
    def id(self) -> Id:
        return self.persona.id

    @property
    def title(self) -> str:
        return self.persona.name or str(NAMELESS)

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
        footer_label = (shortened(self.title, 50), self._document.project.name)
        return self._sheet.page(self._pages.pages[index], self.title, footer_label, number, bookmarks)

    def record_at(self, view: View, place: QPointF) -> Id:
        return self.persona.id

    @cached_property
    def _pages(self) -> PersonaSheet:
        return self._drawn(self._sheet.height)

    def _drawn(self, height: float | None) -> PersonaSheet:
        return draw_persona_sheet(self._document, self.persona, self._sheet.width, height)
