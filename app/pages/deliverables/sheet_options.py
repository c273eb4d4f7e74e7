"""The options of what is set for the paper: which personas, or which map's kit."""

from typing import Annotated

from app.language.phrases import phrase, phrase_context
from app.model.records import Id
from app.pages.options import WHAT_IS_ON_IT, Setting
from app.pages.page_options import SheetOptions
from app.pages.which_map import WHICH_MAP


class PersonaSheetOptions(SheetOptions):
    """Of persona sheets."""

    personas: Annotated[
        tuple[Id, ...],
        Setting(
            WHAT_IS_ON_IT,
            flag="--persona",
            help=phrase("only this persona’s sheet; may be given again"),
            metavar=phrase_context("on the command line", "NAME"),
            names="persona",
        ),
    ] = ()
    """The personas whose sheets to write; none means all of them."""


class WorkshopKitOptions(SheetOptions):
    """Of a map's workshop kit."""

    map: Annotated[Id | None, WHICH_MAP] = None
