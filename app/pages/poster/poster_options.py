"""The options of posters: how large, on how many sheets, what is marked; and which part of a map."""

from typing import Annotated

from pydantic import Field, InstanceOf

from app.model.history.history_cursor import Earlier
from app.model.records import Id
from app.pages.errors import FormatError
from app.pages.lengths import millimetres
from app.pages.options import Choice, Setting, whole_number
from app.pages.page_options import PageOptions, paper
from app.pages.which_map import WHICH_MAP

TILE_MARGIN = 10.0
"""Millimetres: what printers at hand leave white, with room for marks."""
_SHEETS, _HAND = ("A4", "A3", "Letter", "Tabloid"), ("A4", "A3", "Letter")
"""Papers to print a poster on, sheet by sheet, and those of persona sheets."""


def _fit(text: str) -> float | None:
    if text in ("page", "true"):
        return None if text == "page" else 1.0
    try:
        return float(text.removesuffix("%").strip()) / (100 if text.endswith("%") else 1)
    except ValueError as error:
        raise FormatError(
            f"“{text}” is no scale; write page, true, or a share of true size as 50%."
        ) from error


class PosterOptions(PageOptions):
    """How the poster of a map is made."""

    compared_with: Annotated[
        InstanceOf[Earlier] | None,
        Setting(
            "what is on it",
            "Compare with",
            "Mark what was added, changed, moved and removed since a version",
            "--compare-with",
            "mark what was added, changed, moved and removed since that version",
            metavar="VERSION",
            names="version",
        ),
    ] = Field(default=None, repr=False)
    """An earlier version, where a poster is to mark what became of the map since."""
    scale: Annotated[
        float | None,
        Setting(
            "size and sheets",
            "Size",
            "As large as the paper allows, or in true size, however many sheets that takes",
            "--fit",
            "as large as it fits (page, the default), notes as large as of paper (true), or 50% of that",
            metavar="page|true|SCALE",
            unit="%",
            choices=(Choice(None, "Fit the paper"), Choice(1.0, "True size: notes of 76 mm")),
            other="A share of it",
            parse=_fit,
        ),
        Field(ge=0.02, le=20),
    ] = None
    """Points for each map unit, 1 being true size; none makes the map as large as it fits on the paper."""
    tile: Annotated[
        str | None,
        Setting(
            "size and sheets",
            "Print on",
            "One sheet, or several of a smaller paper to be put together",
            "--tile",
            "cut the poster into sheets such as A4 or Letter",
            metavar="PAPER",
            choices=(Choice(None, "One page"), *(Choice(name, f"Sheets of {name}") for name in _SHEETS)),
            parse=paper,
            of_pages=True,
        ),
    ] = None
    """The paper of the sheets that the poster is put together from."""
    overlap: Annotated[
        float,
        Setting(
            "size and sheets",
            "Overlap",
            "How much of a sheet is on its neighbours too, for glue",
            "--overlap",
            "what neighbouring sheets both show (default: 10mm)",
            unit="mm",
            parse=millimetres,
            when=lambda options: options.tile is not None or options.scale is not None,
            of_pages=True,
        ),
        Field(ge=0, le=100),
    ] = 10.0
    """Millimetres that neighbouring sheets both show."""
    bands: Annotated[
        int,
        Setting(
            "size and sheets",
            "Bands",
            "Break a long map into so many bands, one below the other",
            "--bands",
            "break a long map into so many bands, each with its headers",
            metavar="N",
            parse=whole_number,
        ),
        Field(ge=1, le=20),
    ] = 1
    """Into how many bands, one below the other, a long map is broken."""
    numbers: Annotated[
        bool,
        Setting(
            "beside it",
            "Numbers",
            "Number the notes, so that they can be spoken of",
            "--numbers",
            "number the notes",
        ),
    ] = False
    """Whether the notes are numbered."""
    persona_sheets: Annotated[
        str | None,
        Setting(
            "beside it",
            "Persona sheets",
            "A page for each persona, with all that is known of them",
            "--with-persona-sheets",
            "the sheets of the map’s personas behind its poster, on paper such as A4",
            metavar="PAPER",
            choices=(
                Choice(None, "Not with it"), *(Choice(name, f"Behind it, on {name}") for name in _HAND),
            ),
            parse=paper,
            of_pages=True,
        ),
    ] = None  # fmt: skip
    """The paper on which the sheets of a map's personas follow its poster; none means that they do not."""

    @property
    def usual_margin(self) -> float:
        return super().usual_margin if self.tile is None else TILE_MARGIN


class MapOptions(PosterOptions):
    """Of the poster of one map: which, and which part of it."""

    map: Annotated[Id | None, WHICH_MAP] = None
    """None means the first."""
    stages: Annotated[
        tuple[Id, ...],
        Setting(
            "what is on it",
            flag="--stage",
            help="only this stage; may be given again",
            metavar="NAME",
            names="stage",
        ),
    ] = ()
    sections: Annotated[
        tuple[Id, ...],
        Setting(
            "what is on it",
            flag="--section",
            help="only this section; may be given again",
            metavar="NAME",
            names="section",
        ),
    ] = ()
    """The stages and sections to write; none means all of them."""
    only: Annotated[
        tuple[Id, ...],
        Setting(
            "what is on it",
            flag="--note",
            help="only this note, with its stage and section; may be given again",
            metavar="NUMBER",
            names="note",
        ),
    ] = ()
    """The notes and other contents of cells to write, with their stages and sections; none means all."""
