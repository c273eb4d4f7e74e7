"""Sizes of paper, in exact millimetres, and the PDF points that they are."""

from typing import NamedTuple

from app.formats.format import FormatError, Orientation

MARGIN = 15.0
"""Millimetres that a poster leaves free on every side."""
POINTS_PER_MILLIMETRE = 72 / 25.4
_INCH = 25.4


class Paper(NamedTuple):
    """A sheet, upright: its short and its long side in millimetres."""

    name: str
    short: float
    long: float


class Page(NamedTuple):
    """A sheet as it is turned. Millimetres."""

    width: float
    height: float

    @property
    def points(self) -> tuple[float, float]:
        return self.width * POINTS_PER_MILLIMETRE, self.height * POINTS_PER_MILLIMETRE


class Fit(NamedTuple):
    """How a drawing lies on a page: points for each of its units, and where its corner is, from top left."""

    scale: float
    left: float
    top: float


def _in_inches(name: str, short: float, long: float) -> Paper:
    return Paper(name, short * _INCH, long * _INCH)


PAPERS = (
    # ISO 216
    Paper("A0", 841, 1189),
    Paper("A1", 594, 841),
    Paper("A2", 420, 594),
    Paper("A3", 297, 420),
    Paper("A4", 210, 297),
    Paper("A5", 148, 210),
    Paper("B0", 1000, 1414),
    Paper("B1", 707, 1000),
    Paper("B2", 500, 707),
    Paper("B3", 353, 500),
    # ANSI/ASME Y14.1
    _in_inches("ANSI A", 8.5, 11),
    _in_inches("ANSI B", 11, 17),
    _in_inches("ANSI C", 17, 22),
    _in_inches("ANSI D", 22, 34),
    _in_inches("ANSI E", 34, 44),
    _in_inches("ARCH A", 9, 12),
    _in_inches("ARCH B", 12, 18),
    _in_inches("ARCH C", 18, 24),
    _in_inches("ARCH D", 24, 36),
    _in_inches("ARCH E", 36, 48),
    _in_inches("Letter", 8.5, 11),
    _in_inches("Legal", 8.5, 14),
    _in_inches("Tabloid", 11, 17),
)


def paper_named(name: str) -> Paper:
    """The paper of a name, in whatever case and spacing. Raises FormatError for one that is not known."""
    wanted = _plain(name)
    for paper in PAPERS:
        if _plain(paper.name) == wanted:
            return paper
    known = ", ".join(paper.name for paper in PAPERS)
    raise FormatError(f"There is no paper “{name}”; Journeywall knows {known}.")


def page(name: str, orientation: Orientation) -> Page:
    """A sheet of the named paper, turned. Raises FormatError for a paper that is not known."""
    paper = paper_named(name)
    if orientation == "landscape":
        return Page(paper.long, paper.short)
    return Page(paper.short, paper.long)


def fit(width: float, height: float, page: Page, margin: float = MARGIN) -> Fit:
    """The largest undistorted place for a drawing within a page's margins (millimetres), in the middle."""
    page_width, page_height = page.points
    free = 2 * margin * POINTS_PER_MILLIMETRE
    scale = min((page_width - free) / width, (page_height - free) / height)
    return Fit(scale, (page_width - width * scale) / 2, (page_height - height * scale) / 2)


def _plain(name: str) -> str:
    return "".join(character for character in name.casefold() if character.isalnum())
