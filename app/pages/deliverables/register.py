"""The action register of a map, as a table on pages."""

from functools import cached_property

from app.drawing.card_pages import CardPages
from app.drawing.register_pages import draw_register
from app.language.phrases import phrase, tr
from app.language.spoken import speaking
from app.model.analysis.register import Action, action_register
from app.model.document import Document
from app.model.records import JourneyMap
from app.pages.deliverables.deliverable import Part
from app.pages.deliverables.part_of_cards import PartOfCards
from app.pages.deliverables.sheet_options import RegisterOptions
from app.pages.errors import FormatError
from app.pages.options import ReportProgress
from app.pages.which_map import chosen_map


def parts(document: Document, options: RegisterOptions, report_progress: ReportProgress) -> tuple[Part, ...]:
    """The register of the chosen map. Raises FormatError where nothing is in it."""
    journey_map = chosen_map(document, options.map)
    if not action_register(document, journey_map.id):
        raise FormatError(
            phrase("The map has no opportunities and no actions yet, so there is nothing to list.")
        )
    return (PartOfRegister(document, journey_map, options),)


class PartOfRegister(PartOfCards):
    """The register of one map."""

    def __init__(self, document: Document, journey_map: JourneyMap, options: RegisterOptions) -> None:
        super().__init__(document, journey_map.id, options)
        self.map = journey_map
        self.author = journey_map.owner

    @property
    def title(self) -> str:
        return tr("Action register – {map}", map=self.map.title) if self.map.title else tr("Action register")

    @cached_property
    def _actions(self) -> list[Action]:
        with speaking(self._document.project.language):
            return action_register(self._document, self.map.id)

    def _drawn(self, height: float | None) -> CardPages:
        return draw_register(self._document, self.map, self._actions, self._sheet.width, height)
