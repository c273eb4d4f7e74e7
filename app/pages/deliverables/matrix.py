"""Impact × effort of a map on one page: the plane with its notes, and those that are not placed yet."""

from functools import cached_property

from PySide6.QtCore import QPointF, QRectF, QSizeF

from app.drawing.display import DisplayList, PlacedText, Texts, shifted
from app.drawing.fonts import in_its_font
from app.drawing.looks import in_look
from app.drawing.matrix.colours import MatrixColours
from app.drawing.matrix.drawn_matrix import DrawnMatrix
from app.drawing.styles.styled import styled
from app.drawing.text import balanced
from app.drawing.theme import INK, SECONDARY, TextStyle
from app.language.phrases import phrase, tr
from app.model.analysis.matrix_notes import Matrix, matrix_of
from app.model.document import Document
from app.model.project_language import in_its_language
from app.model.records import Id, JourneyMap
from app.pages.deliverables.deliverable import Part
from app.pages.deliverables.sheet import Sheet, sheet_of
from app.pages.deliverables.sheet_options import MatrixOptions
from app.pages.drawn_page import Bookmark, DrawnPage
from app.pages.errors import FormatError
from app.pages.headless import ensure_gui
from app.pages.options import ReportProgress
from app.pages.poster.arrangement import Arrangement, View
from app.pages.which_map import chosen_map

_SHORT_SIDE = 1300.0
"""Units of the short side of the paper."""
_LEAST = 900.0
_HEAD = TextStyle(54, 700, leading=1.15, is_heading=True)
_UNDER = TextStyle(30)


def parts(document: Document, options: MatrixOptions, report_progress: ReportProgress) -> tuple[Part, ...]:
    """The page of the chosen map. Raises FormatError where nothing is on it."""
    journey_map = chosen_map(document, options.map)
    matrix = matrix_of(document, journey_map.id, options.about)
    if not matrix.number:
        raise FormatError(
            phrase("The map has no ideas yet, so there is nothing to place; add one first.")
            if options.about == "opportunity"
            else phrase("The map has no pain points yet, so there is nothing to place; add one first.")
        )
    return (PartOfMatrix(document, journey_map, matrix, options),)


class PartOfMatrix:
    """The page of one map."""

    count = 1

    def __init__(
        self, document: Document, journey_map: JourneyMap, matrix: Matrix, options: MatrixOptions
    ) -> None:
        ensure_gui()
        self.map, self._matrix = journey_map, matrix
        self.options: MatrixOptions = options
        self._document = document
        self._sheet: Sheet = sheet_of(options, _SHORT_SIDE)
        self._sheet.require(_LEAST, _LEAST)

    @property
    def id(self) -> Id:
        return self.map.id

    @property
    def title(self) -> str:
        return tr("Impact × effort – {map}", map=self.map.title) if self.map.title else tr("Impact × effort")

    @property
    def author(self) -> str:
        return self.map.owner

    @property
    def scale(self) -> float:
        return self._sheet.scale

    @property
    def arrangement(self) -> Arrangement:
        sheet = self._sheet
        window = QRectF(0, 0, sheet.width, sheet.height)
        view = View(in_look(self._drawing, self.options.look), window, sheet.inset, sheet.inset, False)
        size = QSizeF(sheet.width + 2 * sheet.inset, sheet.height + 2 * sheet.inset)
        return Arrangement(self.title, (view,), size.width(), size.height())

    def page(self, index: int, first: int = 1, pages: int | None = None) -> DrawnPage:
        number = tr("Page {number} of {count}", number=first + index, count=pages or self.count)
        bookmarks = (Bookmark(self.title, 0, 0.0, 0.0),)
        return self._sheet.page(self._drawing, self.title, (self.map.title,), number, bookmarks)

    def record_at(self, view: View, place: QPointF) -> Id:
        """The note that lies there, or the map."""
        found = self._drawn[0].sticky_at(place - QPointF(0, self._drawn[1]))
        return found.one.note.id if found is not None else self.map.id

    @property
    def _drawing(self) -> DisplayList:
        return self._drawn[2]

    @cached_property
    def _drawn(self) -> tuple[DrawnMatrix, float, DisplayList]:
        return _draw(self._document, self.map, self._matrix, self._sheet.width, self._sheet.height)


@in_its_language
@in_its_font
def _draw(
    document: Document, journey_map: JourneyMap, matrix: Matrix, width: float, height: float
) -> tuple[DrawnMatrix, float, DisplayList]:
    """What is drawn, how far below the top the plane begins, and all of it with its title."""
    title = balanced(tr("Impact × effort"), _HEAD, width)
    under = balanced(journey_map.title, _UNDER, width)
    top = title.height + (under.height + 6 if journey_map.title else 0) + 26
    # What stands in the tray is named, as far as there is room for it.
    drawn = DrawnMatrix(matrix, QSizeF(width, height - top), MatrixColours(), has_tray=bool(matrix.waiting))
    head = (
        Texts([PlacedText(0, 0, title)], INK),
        Texts([PlacedText(0, title.height + 6, under)], SECONDARY),
    )
    return drawn, top, styled((*head, *shifted(drawn.whole, 0, top)), document.style)
