"""A deliverable that nobody needs: the persona sheets again, with a number that is asked for."""

from typing import Annotated

from pydantic import Field

from app.language.phrases import phrase
from app.model.document import Document
from app.pages.deliverables.deliverable import Deliverable, Part
from app.pages.deliverables.persona_sheets import PartOfPersona
from app.pages.options import WHAT_IS_ON_IT, ReportProgress, Setting
from app.pages.page_options import SheetOptions

TOY_SHEET = Deliverable(
    "toy-sheets",
    phrase("Toy sheets"),
    lambda project: phrase("Toy sheets of {project}", project=project),
    "tests.pages.toy_sheet",
    "tests.pages.toy_sheet.ToyOptions",
    help=phrase("sheets to play with"),
)


class ToyOptions(SheetOptions):
    copies: Annotated[
        int,
        Setting(
            WHAT_IS_ON_IT,
            phrase("Copies"),
            phrase("How many"),
            "--copies",
            phrase("how many"),
        ),
        Field(ge=1, le=5),
    ] = 2


def parts(document: Document, options: ToyOptions, report_progress: ReportProgress) -> tuple[Part, ...]:
    personas = document.personas() * options.copies
    return tuple(PartOfPersona(document, persona, options) for persona in personas)
