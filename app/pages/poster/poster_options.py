"""The options of posters: how large and on how many sheets; and which part of a map."""

from typing import Annotated, Literal

from pydantic import Field, InstanceOf

from app.language.phrases import as_it_is, phrase, phrase_context
from app.model.history.history_cursor import Earlier
from app.model.records import Id
from app.pages.errors import FormatError
from app.pages.lengths import millimetres
from app.pages.options import (
    BESIDE_IT,
    MILLIMETRES,
    PERCENT,
    SIZE_AND_SHEETS,
    WHAT_IS_ON_IT,
    Choice,
    Setting,
    whole_number,
)
from app.pages.options import PAPER as ABOUT_PAPER
from app.pages.page_options import paper
from app.pages.paper import Turn
from app.pages.poster.sheet_count import sheet_count
from app.pages.poster.sign_options import SignOptions
from app.pages.which_map import WHICH_MAP

TILE_MARGIN = 10.0
"""Millimetres: what printers at hand leave white, with room for marks."""
_SHEETS, _HAND = ("A4", "A3", "Letter", "Tabloid"), ("A4", "A3", "Letter")
"""Papers to print a poster on, sheet by sheet, and those of persona sheets."""
_COUNTS = ("2x1", "2x2", "3x2", "3x3", "4x3", "4x4")
_PAPER = phrase_context("on the command line", "PAPER")


TURN = Setting(
    ABOUT_PAPER,
    phrase("Orientation"),
    phrase("Whether the paper is wider than high, or higher than wide"),
    "--orientation",
    phrase("how the paper lies (default: auto, as suits a map that fills it; else landscape)"),
    choices=(
        Choice("auto", phrase("As suits the map")),
        Choice("landscape", phrase("Landscape")),
        Choice("portrait", phrase("Portrait")),
    ),
)
Fit = Literal["fill", "page"]
"""Arranged so that it fills the paper, or the whole map as it is."""


def _fit(text: str) -> float | Fit:
    if text in ("page", "fill"):
        return "page" if text == "page" else "fill"
    if text == "true":
        return 1.0
    try:
        return float(text.removesuffix("%").strip()) / (100 if text.endswith("%") else 1)
    except ValueError as error:
        raise FormatError(
            phrase(
                "“{text}” is not a scale; write fill, page, true, or a share of true size as 50%.", text=text
            )
        ) from error


class PosterOptions(SignOptions):
    """How the poster of a map is made."""

    orientation: Annotated[Turn, TURN] = "auto"
    compared_with: Annotated[
        InstanceOf[Earlier] | None,
        Setting(
            WHAT_IS_ON_IT,
            phrase("Compare with"),
            phrase("Mark what was added, changed, moved and removed since a version"),
            "--compare-with",
            phrase("mark what was added, changed, moved and removed since that version"),
            metavar=phrase_context("on the command line", "VERSION"),
            names="version",
        ),
    ] = Field(default=None, repr=False)
    """An earlier version, where a poster is to mark what became of the map since."""
    scale: Annotated[
        Annotated[float, Field(ge=0.02, le=20)] | Fit | None,
        Setting(
            SIZE_AND_SHEETS,
            phrase("Size"),
            phrase(
                "Arranged for the paper, as large as the paper allows, or at true size, however many sheets"
                " that takes"
            ),
            "--fit",
            phrase(
                "arranged so that it fills the paper (fill), as it is on the screen (page), notes as large as"
                " real ones (true), or 50% of that; by default a map of an older version is as on the screen"
            ),
            metavar=phrase_context("on the command line", "fill|page|true|SCALE"),
            unit=PERCENT,
            choices=(
                Choice(None, phrase("As suits the map")),
                Choice("fill", phrase("Fill the paper")),
                Choice("page", phrase("As on the screen")),
                Choice(1.0, phrase("True size: notes of 76 mm")),
            ),
            other=phrase("Custom scale"),
            parse=_fit,
        ),
    ] = None
    """Points for each map unit, 1 being true size; or how the map is made to fit on the paper.

    None fills the paper, but with a map of an older version that nobody arranged.
    """
    tile: Annotated[
        str | None,
        Setting(
            SIZE_AND_SHEETS,
            phrase("Print on"),
            phrase("One sheet, or several of a smaller paper to be put together"),
            "--tile",
            phrase("cut the poster into sheets such as A4 or Letter"),
            metavar=_PAPER,
            choices=(
                Choice(None, phrase("One page")),
                *(Choice(name, phrase("Sheets of {paper}", paper=name)) for name in _SHEETS),
            ),
            parse=paper,
            of_pages=True,
        ),
    ] = None
    """The paper of the sheets that the poster is put together from."""
    sheets: Annotated[
        str | None,
        Setting(
            SIZE_AND_SHEETS,
            phrase("Sheets"),
            phrase("How many sheets across and down the poster takes, such as 4x3; that sets its size"),
            "--sheets",
            phrase(
                "as large as so many sheets hold, across and down, such as 4x3; sheets of A4 where --tile"
                " names no paper"
            ),
            metavar=phrase_context("on the command line", "4x3"),
            choices=(
                Choice(None, phrase("As many as it takes")),
                *(Choice(count, as_it_is(count)) for count in _COUNTS),
            ),
            is_open=True,
            parse=sheet_count,
            of_pages=True,
        ),
    ] = None
    """How many sheets across and down, as 4x3; none means as many as the poster takes at its scale."""
    overlap: Annotated[
        float,
        Setting(
            SIZE_AND_SHEETS,
            phrase("Overlap"),
            phrase("How much of a sheet is on its neighbours too, for glue"),
            "--overlap",
            phrase("what neighbouring sheets both show (default: 10mm)"),
            unit=MILLIMETRES,
            parse=millimetres,
            when=lambda options: options.sheet is not None or isinstance(options.scale, float),
            of_pages=True,
        ),
        Field(ge=0, le=100),
    ] = 10.0
    """Millimetres that neighbouring sheets both show."""
    bands: Annotated[
        int,
        Setting(
            SIZE_AND_SHEETS,
            phrase("Bands"),
            phrase("Break a long map into this many bands, one below the other"),
            "--bands",
            phrase("break a long map into this many bands, each with its headers"),
            metavar=phrase_context("on the command line", "N"),
            parse=whole_number,
        ),
        Field(ge=1, le=20),
    ] = 1
    """Into how many bands, one below the other, a long map is broken."""
    numbers: Annotated[
        bool,
        Setting(
            BESIDE_IT,
            phrase_context("of notes", "Numbers"),
            phrase("Number the notes, so that people can refer to them"),
            "--numbers",
            phrase("number the notes"),
        ),
    ] = False
    """Whether the notes are numbered."""
    persona_sheets: Annotated[
        str | None,
        Setting(
            BESIDE_IT,
            phrase("Persona sheets"),
            phrase("A page for each persona, with all that is known about them"),
            "--with-persona-sheets",
            phrase("the sheets of the map’s personas after its poster, on paper such as A4"),
            metavar=_PAPER,
            choices=(
                Choice(None, phrase("Not included")),
                *(Choice(name, phrase("After the poster, on {paper}", paper=name)) for name in _HAND),
            ),
            parse=paper,
            of_pages=True,
        ),
    ] = None
    """The paper on which the sheets of a map's personas follow its poster; none means that they do not."""

    @property
    def usual_margin(self) -> float:
        return super().usual_margin if self.sheet is None else TILE_MARGIN

    @property
    def sheet(self) -> str | None:
        """The paper of the sheets, where there are any."""
        return self.tile or (_SHEETS[0] if self.sheets else None)


class MapOptions(PosterOptions):
    """Of the poster of one map: which, and which part of it."""

    map: Annotated[Id | None, WHICH_MAP] = None
    """None means the first."""
    stages: Annotated[
        tuple[Id, ...],
        Setting(
            WHAT_IS_ON_IT,
            flag="--stage",
            help=phrase("only this stage; may be given again"),
            metavar=phrase_context("on the command line", "NAME"),
            names="stage",
        ),
    ] = ()
    sections: Annotated[
        tuple[Id, ...],
        Setting(
            WHAT_IS_ON_IT,
            flag="--section",
            help=phrase("only this section; may be given again"),
            metavar=phrase_context("on the command line", "NAME"),
            names="section",
        ),
    ] = ()
    """The stages and sections to write; none means all of them."""
    only: Annotated[
        tuple[Id, ...],
        Setting(
            WHAT_IS_ON_IT,
            flag="--note",
            help=phrase("only this note, with its stage and section; may be given again"),
            metavar=phrase_context("on the command line", "NUMBER"),
            names="note",
        ),
    ] = ()
    """The notes and other contents of cells to write, with their stages and sections; none means all."""
