"""The options of all that goes onto pages: paper, edges, looks, and what stands in the footer."""

from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field

from app.language.papers import paper_title
from app.language.phrases import as_it_is, phrase, phrase_context
from app.pages.lengths import millimetres
from app.pages.options import EDGES, FOOT, LOOKS, MILLIMETRES, Choice, Options, Setting
from app.pages.options import PAPER as ABOUT_PAPER
from app.pages.paper import MARGIN, PAPERS, Orientation, Turn, paper_named

Look = Literal["colour", "greyscale", "ink-saving"]
SHEET_MARGIN = 12.0
"""Millimetres that what is set for the paper leaves free on every side, where nothing else is asked for."""


def paper(text: str) -> str:
    """The name of a paper, however it was written. Raises FormatError."""
    return paper_named(text).name


def known_style(text: str) -> str:
    """The name of a style, or the path of a file that is one. Raises FormatError."""
    # Whoever only explains the options needs no styles.
    from app.pages.styles.shipped import style_named

    style_named(text)
    return text


PAPER = Setting(
    ABOUT_PAPER,
    phrase("Paper"),
    phrase("A paper, or a size of your own such as 900x1200mm, 24x60in or roll-700"),
    "--paper",
    phrase("such as A0, B1, Letter, ARCH-E, roll-914, 900x1200mm or 24x60in (default: A0, sheets A4)"),
    choices=tuple(Choice(known.name, known.title) for known in PAPERS),
    is_open=True,
    title=paper_title,
    parse=paper,
)


class PageOptions(Options):
    """What every deliverable heeds."""

    paper: Annotated[str, PAPER] = "A0"
    orientation: Annotated[
        Turn,
        Setting(
            ABOUT_PAPER,
            phrase("Orientation"),
            phrase("Whether the paper is wider than high, or higher than wide"),
            "--orientation",
            choices=(Choice("landscape", phrase("Landscape")), Choice("portrait", phrase("Portrait"))),
        ),
    ] = "landscape"
    margin: Annotated[
        float | None,
        Setting(
            EDGES,
            phrase("Margin"),
            phrase("White around the map"),
            "--margin",
            phrase("what stays free on every side, such as 20mm (default: 15mm, and 10mm with --tile)"),
            unit=MILLIMETRES,
            usual="usual_margin",
            parse=millimetres,
        ),
        Field(ge=0, le=200),
    ] = None
    """Millimetres left free on every side; none means the usual."""
    bleed: Annotated[
        float,
        Setting(
            EDGES,
            phrase("Bleed"),
            phrase("Colour beyond the edge that is cut off, for a print shop"),
            "--bleed",
            phrase("what is cut off around the paper"),
            unit=MILLIMETRES,
            parse=millimetres,
            of_pages=True,
        ),
        Field(ge=0, le=50),
    ] = 0.0
    """Millimetres by which a page is larger than its paper on every side, to be cut off."""
    look: Annotated[
        Look,
        Setting(
            LOOKS,
            phrase("Colours"),
            phrase("All colours, shades of grey, or with little ink"),
            choices=(
                Choice("colour", phrase("All colours")),
                Choice(
                    "greyscale", phrase("Greyscale"), "--greyscale", phrase("for a black-and-white printer")
                ),
                Choice(
                    "ink-saving",
                    phrase("Save ink"),
                    "--ink-saving",
                    phrase("white notes with coloured edges"),
                ),
            ),
        ),
    ] = "colour"
    style: Annotated[
        str,
        Setting(
            LOOKS,
            phrase("Style"),
            phrase("As the project looks, or in one of the styles that come with the program"),
            "--style",
            phrase("journeywall, boardroom, high-contrast or a file (default: the project’s)"),
            metavar=phrase_context("on the command line", "STYLE"),
            choices=(
                Choice("", phrase("The project’s")),
                Choice("journeywall", as_it_is("Journeywall")),
                Choice("boardroom", as_it_is("Boardroom")),
                Choice("high-contrast", phrase_context("style", "High contrast")),
            ),
            is_open=True,
            parse=known_style,
        ),
    ] = ""
    """The name of a style, or a path; the empty name is that of the project."""
    footer: Annotated[
        str,
        Setting(
            FOOT,
            phrase("Footer"),
            phrase("A line at the foot of each page"),
            "--footer",
            phrase("what the footer begins with"),
            metavar=phrase_context("on the command line", "TEXT"),
            of_pages=True,
        ),
    ] = ""
    logo: Annotated[
        Path | None,
        Setting(
            FOOT,
            phrase("Logo"),
            phrase("A picture at the foot of each page, beside the footer"),
            "--logo",
            phrase("a picture beside the footer"),
            metavar=phrase_context("on the command line", "FILE"),
            files=phrase("Pictures ({patterns})", patterns="*.png *.jpg *.jpeg *.gif *.webp *.bmp"),
            of_pages=True,
        ),
    ] = None
    day: str | None = None
    """The day in the footer, as 2026-11-22; none means today."""

    @property
    def usual_margin(self) -> float:
        return MARGIN

    @property
    def lies(self) -> Orientation:
        """How the paper lies: landscape, unless it was asked for or found that it is better upright."""
        return "portrait" if self.orientation == "portrait" else "landscape"


class SheetOptions(PageOptions):
    """Of what is set for the paper, rather than fitted to it."""

    paper: Annotated[str, PAPER] = "A4"

    @property
    def usual_margin(self) -> float:
        return SHEET_MARGIN
