"""The options of what is set for the paper: which personas, which map's kit, what minutes tell."""

from typing import Annotated

from pydantic import Field, InstanceOf

from app.language.phrases import phrase, phrase_context
from app.model.analysis.matrix_notes import About
from app.model.history.history_cursor import Earlier
from app.model.records import Id
from app.pages.options import WHAT_IS_ON_IT, Choice, Setting
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


class PresenterSheetOptions(SheetOptions):
    """Of the presenter's sheet."""


class MinutesOptions(SheetOptions):
    """Of the minutes of a workshop."""

    compared_with: Annotated[
        InstanceOf[Earlier] | None,
        Setting(
            WHAT_IS_ON_IT,
            phrase("Changes since"),
            phrase("Tell what became of the maps since a version"),
            "--compare-with",
            phrase("mark what was added, changed, moved and removed since that version"),
            metavar=phrase_context("on the command line", "VERSION"),
            names="version",
        ),
    ] = Field(default=None, repr=False)
    without_names: Annotated[
        bool,
        Setting(
            WHAT_IS_ON_IT,
            phrase("Without names"),
            phrase("Leave out who was there and who answers for what"),
            "--without-names",
            phrase("leave out the names of people"),
        ),
    ] = False


class BallotOptions(SheetOptions):
    """Of the ballot of a round of votes."""


class MatrixOptions(SheetOptions):
    """Of a map's notes by impact × effort."""

    map: Annotated[Id | None, WHICH_MAP] = None
    about: Annotated[
        About,
        Setting(
            WHAT_IS_ON_IT,
            phrase("Notes"),
            phrase("The ideas of the map, or its pain points"),
            choices=(
                Choice("opportunity", phrase("Ideas")),
                Choice(
                    "pain point",
                    phrase("Pain points"),
                    "--pain-points",
                    phrase("the pain points instead of the ideas"),
                ),
            ),
        ),
    ] = "opportunity"


class RegisterOptions(SheetOptions):
    """Of a map's action register."""

    map: Annotated[Id | None, WHICH_MAP] = None
