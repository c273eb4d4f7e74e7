"""Sizes of paper, in exact millimetres, and the PDF points that they are."""

import re
from typing import Literal, NamedTuple

from app.language.measures import paper_family
from app.language.papers import paper_meant, paper_title
from app.language.phrases import Phrase, phrase
from app.pages.errors import FormatError
from app.pages.lengths import POINTS_PER_MILLIMETRE as POINTS_PER_MILLIMETRE
from app.pages.lengths import millimetres

Orientation = Literal["landscape", "portrait"]
Turn = Literal["auto", "landscape", "portrait"]
"""How paper is to lie; "auto" leaves that to what is arranged for it."""
MARGIN = 15.0
"""Millimetres that a poster leaves free on every side."""
SHORTEST, LONGEST = 50.0, 50_000.0
"""Millimetres of a side of paper: from a business card's to the length of a whole roll."""
_INCH = 25.4


class Paper(NamedTuple):
    """A sheet, upright: its short and its long side in millimetres.

    A plotter's roll has no long side: it is cut where the map ends.
    """

    name: str
    short: float
    long: float | None

    @property
    def title(self) -> Phrase:
        """What people call it."""
        return paper_title(self.name)

    @property
    def is_roll(self) -> bool:
        return self.long is None


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
    # Plotter rolls
    *(Paper(f"Roll {width}", width, None) for width in (610, 841, 914, 1067, 1270, 1524)),
)
_INSTEAD = {"A0": "ANSI E", "A1": "ANSI D", "A2": "ANSI C", "A3": "Tabloid", "A4": "Letter", "A5": "Letter"}
"""What is about as large, where papers are in inches."""
_LEAST_WALL = 594.0
"""Millimetres of the shorter side of what hangs on a wall."""
_CUSTOM = re.compile(r"(.+?)\s*[x×*]\s*(.+)", re.IGNORECASE)
_CUSTOM_ROLL = re.compile(r"roll\s*-?\s*(\d.*)", re.IGNORECASE)
_UNIT = re.compile(r"[a-z\"″]+\s*$", re.IGNORECASE)


def paper_named(name: str) -> Paper:
    """The paper of a name, in whatever case and spacing, or of a size as "900x1200mm" or "roll-700".

    A roll may be called what the language that is spoken calls it. Raises FormatError for one that is not
    known, or that is too small or too large.
    """
    name = paper_meant(name)
    wanted = _plain(name)
    for paper in PAPERS:
        if _plain(paper.name) == wanted:
            return paper
    if custom := _CUSTOM.fullmatch(name.strip()):
        return _custom(*custom.groups())
    if roll := _CUSTOM_ROLL.fullmatch(name.strip()):
        width = millimetres(roll.group(1), SHORTEST, LONGEST)
        return Paper(f"Roll {width:g}", width, None)
    known = ", ".join(str(paper.title) for paper in PAPERS)
    raise FormatError(
        phrase(
            "There is no paper “{name}”; Journeywall knows {known}, and sizes such as 900x1200mm or 24x60in.",
            name=name,
            known=known,
        )
    )


def at_hand(name: str) -> str:
    """The paper that people take for one of ISO's where Letter is usual; else the same."""
    return _INSTEAD.get(name, name) if paper_family() == "letter" else name


def page(name: str, orientation: Orientation) -> Page:
    """A sheet of the named paper, turned; of a roll, a square.

    Raises FormatError for a paper that is not known.
    """
    return turned(paper_named(name), orientation)


def share_of_distance(short_side: float) -> float:
    """How much counts of the distances from which a poster is read, by its shorter side in millimetres.

    What is smaller than A1 is held in the hand, and read from half as far.
    """
    return 1.0 if short_side >= _LEAST_WALL else 0.5


def turned(paper: Paper, orientation: Orientation) -> Page:
    long = paper.short if paper.long is None else paper.long
    return Page(long, paper.short) if orientation == "landscape" else Page(paper.short, long)


def fit(width: float, height: float, page: Page, margin: float = MARGIN) -> Fit:
    """The largest undistorted place for a drawing within a page's margins (millimetres), in the middle."""
    page_width, page_height = page.points
    free = 2 * margin * POINTS_PER_MILLIMETRE
    scale = min((page_width - free) / width, (page_height - free) / height)
    return Fit(scale, (page_width - width * scale) / 2, (page_height - height * scale) / 2)


def _custom(width: str, height: str) -> Paper:
    """A size of one's own; a unit behind the second number is the first one's too."""
    unit = _UNIT.search(height)
    if unit and not _UNIT.search(width):
        width += unit.group()
    sides = sorted(millimetres(side, SHORTEST, LONGEST) for side in (width, height))
    return Paper(f"{sides[0]:g}x{sides[1]:g}mm", *sides)


def _plain(name: str) -> str:
    return "".join(character for character in name.casefold() if character.isalnum())
