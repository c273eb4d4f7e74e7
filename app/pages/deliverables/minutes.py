"""The minutes of the day of a workshop, on pages of their own."""

from functools import cached_property

from app.drawing.card_pages import CardPages
from app.drawing.minutes_pages import draw_minutes
from app.language.phrases import phrase, tr
from app.language.spoken import speaking
from app.model.analysis.minutes import Minutes, minutes_of
from app.model.document import Document
from app.model.records import Run
from app.pages.deliverables.deliverable import Part
from app.pages.deliverables.part_of_cards import PartOfCards
from app.pages.deliverables.sheet_options import MinutesOptions
from app.pages.errors import FormatError
from app.pages.options import ReportProgress


def parts(document: Document, options: MinutesOptions, report_progress: ReportProgress) -> tuple[Part, ...]:
    """The minutes of the workshop that was held last."""
    runs = document.runs()
    if not runs:
        raise FormatError(
            phrase("No workshop was held in this project yet, so there are no minutes; hold one first.")
        )
    return (PartOfMinutes(document, runs[-1], options),)


class PartOfMinutes(PartOfCards):
    """The minutes of one run."""

    def __init__(self, document: Document, run: Run, options: MinutesOptions) -> None:
        super().__init__(document, run.id, options)
        self.run = run
        self._since = options.compared_with
        self._has_names = not options.without_names

    @property
    def title(self) -> str:
        return tr("Minutes of {project}", project=self._document.project.name)

    @cached_property
    def _minutes(self) -> Minutes:
        since = self._since.version_of(self._document) if self._since is not None else None
        with speaking(self._document.project.language):
            return minutes_of(self._document, self.run, since, self._has_names)

    def _drawn(self, height: float | None) -> CardPages:
        return draw_minutes(self._document, self._minutes, self._sheet.width, height)
