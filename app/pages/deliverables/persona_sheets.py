"""Persona sheets: each on pages of its own, alone or behind the posters of maps."""

from collections.abc import Sequence

from app.drawing.card_pages import CardPages
from app.drawing.persona_sheet import NAMELESS, draw_persona_sheet
from app.language.phrases import phrase
from app.model.document import Document
from app.model.records import Id, Persona
from app.model.words import shortened
from app.pages.deliverables.deliverable import Part
from app.pages.deliverables.part_of_cards import PartOfCards
from app.pages.deliverables.sheet_options import PersonaSheetOptions
from app.pages.errors import FormatError
from app.pages.options import ReportProgress
from app.pages.page_options import PageOptions, SheetOptions
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


class PartOfPersona(PartOfCards):
    """The sheet of one persona."""

    def __init__(self, document: Document, persona: Persona, options: PageOptions) -> None:
        super().__init__(document, persona.id, options)
        self.persona = persona

    @property
    def title(self) -> str:
        return self.persona.name or str(NAMELESS)

    @property
    def _footer_label(self) -> tuple[str, ...]:
        return shortened(self.title, 50), self._document.project.name

    def _drawn(self, height: float | None) -> CardPages:
        return draw_persona_sheet(self._document, self.persona, self._sheet.width, height)
