"""The options of all that goes onto pages: paper, edges, looks, and what stands in the footer."""

from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field

from app.pages.lengths import millimetres
from app.pages.options import Choice, Options, Setting
from app.pages.paper import MARGIN, PAPERS, Orientation, paper_named

Look = Literal["colour", "greyscale", "ink-saving"]
SHEET_MARGIN = 12.0
"""Millimetres that what is set for the paper leaves free on every side, where nothing else is asked for."""


def paper(text: str) -> str:
    """The name of a paper, however it was written. Raises FormatError."""
    return paper_named(text).name


PAPER = Setting(
    "paper",
    "Paper",
    "A paper, or a size of your own such as 900x1200mm, 24x60in or roll-700",
    "--paper",
    "such as A0, B1, Letter, ARCH-E, roll-914, 900x1200mm or 24x60in (default: A0, sheets A4)",
    choices=tuple(Choice(known.name, known.name) for known in PAPERS),
    is_open=True,
    parse=paper,
)


class PageOptions(Options):
    """What every deliverable heeds."""

    paper: Annotated[str, PAPER] = "A0"
    orientation: Annotated[
        Orientation,
        Setting(
            "paper",
            "Orientation",
            "Upright or lying, or whichever the map fills better",
            "--orientation",
            choices=(Choice("landscape", "Landscape"), Choice("portrait", "Portrait")),
        ),
    ] = "landscape"
    margin: Annotated[
        float | None,
        Setting(
            "edges",
            "Margin",
            "White around the map",
            "--margin",
            "what stays free on every side, such as 20mm (default: 15mm, and 10mm with --tile)",
            unit="mm",
            usual="usual_margin",
            parse=millimetres,
        ),
        Field(ge=0, le=200),
    ] = None
    """Millimetres left free on every side; none means the usual."""
    bleed: Annotated[
        float,
        Setting(
            "edges",
            "Bleed",
            "Colour beyond the edge that is cut off, for a print shop",
            "--bleed",
            "what is cut off around the paper",
            unit="mm",
            parse=millimetres,
            of_pages=True,
        ),
        Field(ge=0, le=50),
    ] = 0.0
    """Millimetres by which a page is larger than its paper on every side, to be cut off."""
    look: Annotated[
        Look,
        Setting(
            "looks",
            "Colours",
            "All colours, shades of grey, or with little ink",
            choices=(
                Choice("colour", "All colours"),
                Choice("greyscale", "Greyscale", "--greyscale", "for a printer without colours"),
                Choice("ink-saving", "Save ink", "--ink-saving", "white notes with coloured edges"),
            ),
        ),
    ] = "colour"
    footer: Annotated[
        str,
        Setting(
            "foot of each page",
            "Footer",
            "A line at the foot of each page",
            "--footer",
            "what the footer begins with",
            metavar="TEXT",
            of_pages=True,
        ),
    ] = ""
    logo: Annotated[
        Path | None,
        Setting(
            "foot of each page",
            "Logo",
            "A picture at the foot of each page, beside the footer",
            "--logo",
            "a picture beside the footer",
            metavar="FILE",
            files="Pictures (*.png *.jpg *.jpeg *.gif *.webp *.bmp)",
            of_pages=True,
        ),
    ] = None
    day: str | None = None
    """The day in the footer, as 2026-11-22; none means today."""

    @property
    def usual_margin(self) -> float:
        return MARGIN


class SheetOptions(PageOptions):
    """Of what is set for the paper, rather than fitted to it."""

    paper: Annotated[str, PAPER] = "A4"

    @property
    def usual_margin(self) -> float:
        return SHEET_MARGIN
