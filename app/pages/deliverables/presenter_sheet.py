"""What the presenter prints: agenda, notes to oneself and keys on one sheet of A4."""

from collections.abc import Iterator

from app.drawing.card_pages import SHORT_SIDE, CardPages
from app.drawing.presenter_sheet import draw_presenter_sheet
from app.language.phrases import phrase, tr
from app.model.document import Document
from app.pages.deliverables.deliverable import Part
from app.pages.deliverables.part_of_cards import PartOfCards
from app.pages.deliverables.sheet_options import PresenterSheetOptions
from app.pages.errors import FormatError
from app.pages.options import ReportProgress


def parts(
    document: Document, options: PresenterSheetOptions, report_progress: ReportProgress
) -> tuple[Part, ...]:
    """The sheet of the project's agenda."""
    if not document.agenda():
        raise FormatError(phrase("This project has no agenda yet; plan one first."))
    largest = PartOfSheet(document, document.project.id, options)
    return (next((each for each in (largest, *_smaller(largest)) if each.count == 1), largest),)


def _smaller(part: "PartOfSheet") -> Iterator["PartOfSheet"]:
    """The same in smaller type, as long as it is still read from a table."""
    for kind in (_Smaller, _Smallest):
        yield kind(part.document, part.id, part.options)


class PartOfSheet(PartOfCards):
    """The sheet of a project."""

    @property
    def document(self) -> Document:
        return self._document

    @property
    def title(self) -> str:
        return tr("Presenter’s sheet of {project}", project=self._document.project.name)

    def _drawn(self, height: float | None) -> CardPages:
        return draw_presenter_sheet(self._document, self._sheet.width, height)


class _Smaller(PartOfSheet):
    short_side = 1.2 * SHORT_SIDE


class _Smallest(PartOfSheet):
    short_side = 1.4 * SHORT_SIDE
