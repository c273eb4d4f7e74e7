"""The plan of a poster on paper: how large it is, and which part of it each sheet shows.

Nothing here paints, and nothing here knows a map: a rectangle with some blocks in it is laid on paper.
Places on the poster are map units; places on a sheet are points from its top left corner.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import product
from math import ceil, inf
from typing import NamedTuple

from PySide6.QtCore import QRectF

from app.language.numbers import in_letters
from app.language.phrases import phrase
from app.pages.composition.spans import Sheets
from app.pages.errors import FormatError
from app.pages.lengths import POINTS_PER_MILLIMETRE, format_length
from app.pages.paper import LONGEST, MARGIN, Orientation, Page, Paper, paper_named, turned
from app.pages.poster.cuts import WEIGHT, Block, cuts
from app.pages.poster.poster_options import TILE_MARGIN, PosterOptions
from app.pages.poster.sheet_count import MOST_ALONG, SheetCount

MOST_SHEETS = 1_000
_STEP, _STEPS, _MOST_STEPS = 0.02, 7, 16
"""By what share a poster becomes smaller, and how often, to spare what sheets would cut through; at most how
often for the sake of what must stay whole."""
_ROUNDING = 2e-3
"""The share by which sheets stay free, lest what was composed overflows by the rounding of numbers."""


class SheetSpan(NamedTuple):
    """What a sheet shows along one direction: from `start` to `end`; the sheet before is cut at `seam`,
    and lies over this one's strip from `start` to there."""

    start: float
    seam: float
    end: float


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet of a poster. `left` and `top` are where its part of the poster begins on the sheet."""

    column: int
    row: int
    across: SheetSpan
    down: SheetSpan
    left: float
    top: float

    @property
    def label(self) -> str:
        """As in a spreadsheet: the second sheet of the third row is "B3"."""
        return f"{in_letters(self.column)}{self.row + 1}"

    @property
    def window(self) -> QRectF:
        """What it shows of the poster, in map units."""
        return QRectF(
            self.across.start,
            self.down.start,
            self.across.end - self.across.start,
            self.down.end - self.down.start,
        )

    def x(self, along: float, scale: float) -> float:
        """Where a place of the poster lies on the sheet."""
        return self.left + (along - self.across.start) * scale

    def y(self, along: float, scale: float) -> float:
        return self.top + (along - self.down.start) * scale


@dataclass(frozen=True, slots=True)
class Plan:
    """A poster on paper: `scale` points for each map unit, on sheets of one size (millimetres)."""

    scale: float
    page: Page
    margin: float
    bleed: float
    sheets: tuple[Sheet, ...]

    @property
    def is_tiled(self) -> bool:
        return len(self.sheets) > 1

    @property
    def columns(self) -> int:
        return self.sheets[-1].column + 1

    @property
    def rows(self) -> int:
        return self.sheets[-1].row + 1


def plan(
    width: float,
    height: float,
    options: PosterOptions,
    blocks: Sequence[QRectF] = (),
    across: Sequence[float] = (),
    down: Sequence[float] = (),
) -> Plan:
    """Lay a poster of `width` by `height` map units on paper. Raises FormatError for what cannot be.

    Cuts, where there must be any, go through as few of the blocks as can be, and best through the places of
    `across` and `down`.
    """
    paper = paper_named(options.paper)
    margin = MARGIN if options.margin is None else options.margin
    scale = _scale(width, height, paper, margin, options)
    if options.sheet is None:
        page = _page(width * scale, height * scale, paper, margin, options)
        return _laid(width, height, scale, page, margin, options, blocks, across, down)
    margin = TILE_MARGIN if options.margin is None else options.margin
    sheet = paper_named(options.sheet)
    if sheet.is_roll:
        raise FormatError(
            phrase("A poster is put together from sheets, such as A4 or Letter, not from a roll.")
        )
    if options.sheets:
        return _on_so_many(width, height, sheet, margin, options, blocks, across, down)
    either = (
        _laid(width, height, scale, turned(sheet, orientation), margin, options, blocks, across, down)
        for orientation in ("landscape", "portrait")
    )
    return min(either, key=lambda found: (cut_through(found, blocks), len(found.sheets)))


def sheets_of(options: PosterOptions) -> tuple[Sheets, ...]:
    """What the sheets of a poster hold, in points, turned each way that they may be; of one page nothing."""
    if options.sheet is None:
        return ()
    margin = TILE_MARGIN if options.margin is None else options.margin
    ways: tuple[Orientation, ...] = (options.lies,) if options.sheets else ("landscape", "portrait")
    pages = (turned(paper_named(options.sheet), way) for way in ways)
    overlap = options.overlap * POINTS_PER_MILLIMETRE
    count = SheetCount.of(options.sheets) if options.sheets else (None, None)
    rooms = ((_room(page.width, margin), _room(page.height, margin)) for page in pages)
    return tuple(Sheets(*room, overlap, *count) for room in rooms)


def _on_so_many(
    width: float,
    height: float,
    sheet: Paper,
    margin: float,
    options: PosterOptions,
    blocks: Sequence[QRectF],
    across: Sequence[float],
    down: Sequence[float],
) -> Plan:
    """As large as so many sheets hold; a little smaller where that spares what would be cut through."""
    count = SheetCount.of(options.sheets or "1x1")
    page, held = turned(sheet, options.lies), held_by(count, options)
    most = min(_room(held.width, 0) / width, _room(held.height, 0) / height) * (1 - _ROUNDING)
    best: tuple[int, Plan] | None = None
    for step in range(_MOST_STEPS):
        scale = most * (1 - step * _STEP)
        found = _laid(width, height, scale, page, margin, options, blocks, across, down)
        if not _fits(found, count):
            found = _laid(
                width, height, scale, page, margin, options, blocks, across, down, fewest_sheets=True
            )
        cut = cut_through(found, blocks)
        if _fits(found, count) and (best is None or cut < best[0]):
            best = cut, found
        if best is not None and best[0] < (1 if step + 1 < _STEPS else WEIGHT):
            break
    if best is None:
        raise AssertionError("So many sheets hold it, as it was made to fit on them.")
    return best[1]


def _fits(plan: Plan, count: SheetCount) -> bool:
    return plan.columns <= count.columns and plan.rows <= count.rows


def cut_through(plan: Plan, blocks: Sequence[QRectF]) -> int:
    """How many blocks are cut, by each seam through them; what is larger than a sheet does not count."""
    across = {sheet.across.seam for sheet in plan.sheets} - {0.0}
    down = {sheet.down.seam for sheet in plan.sheets} - {0.0}
    # The first sheet shows more of a poster than others do, but not of what begins farther on.
    others = [sheet for sheet in plan.sheets if sheet.column], [sheet for sheet in plan.sheets if sheet.row]
    wide = max((sheet.across.end - sheet.across.seam for sheet in others[0]), default=inf)
    high = max((sheet.down.end - sheet.down.seam for sheet in others[1]), default=inf)
    return sum(
        sum(block.left() < seam < block.right() for seam in across if block.width() <= wide)
        + sum(block.top() < seam < block.bottom() for seam in down if block.height() <= high)
        for block in blocks
    )


def held_by(count: SheetCount, options: PosterOptions) -> Page:
    """What so many sheets hold between their margins once they are put together, in millimetres."""
    page = turned(paper_named(options.sheet or options.paper), options.lies)
    margin = TILE_MARGIN if options.margin is None else options.margin
    sides = (
        along * (side - 2 * margin) - (along - 1) * options.overlap
        for along, side in zip(count, page, strict=True)
    )
    return Page(*sides)


def most_held(board: Page, options: PosterOptions) -> SheetCount | None:
    """How many sheets, turned as the options have it, lie on a board once they are put together; None, where
    not one does."""
    sides = held_by(SheetCount(1, 1), options)
    each = [side - options.overlap for side in sides]
    counts = [int((long - options.overlap) / further) for long, further in zip(board, each, strict=True)]
    return SheetCount(*(min(count, MOST_ALONG) for count in counts)) if min(counts) > 0 else None


def _scale(width: float, height: float, paper: Paper, margin: float, options: PosterOptions) -> float:
    if isinstance(options.scale, float):
        return options.scale
    if paper.is_roll:
        room = _room(paper.short, margin)
        return room / (height if options.lies == "landscape" else width)
    page = turned(paper, options.lies)
    return min(_room(page.width, margin) / width, _room(page.height, margin) / height)


def _room(side: float, margin: float) -> float:
    """Points between the margins."""
    room = (side - 2 * margin) * POINTS_PER_MILLIMETRE
    if room < POINTS_PER_MILLIMETRE * 10:
        raise FormatError(
            phrase(
                "Margins of {margin} leave nothing of paper that is {width} wide; choose smaller margins.",
                margin=format_length(margin),
                width=format_length(side),
            )
        )
    return room


def _page(width: float, height: float, paper: Paper, margin: float, options: PosterOptions) -> Page:
    """The page for a drawing of so many points; a roll is cut where the drawing ends."""
    if not paper.is_roll:
        return turned(paper, options.lies)
    lies = options.lies == "landscape"
    length = (width if lies else height) / POINTS_PER_MILLIMETRE + 2 * margin
    if length > LONGEST:
        raise FormatError(
            phrase(
                "The poster would be {length} long; up to {most} is possible."
                " Choose a smaller scale, or more bands.",
                length=format_length(length),
                most=format_length(LONGEST),
            )
        )
    return Page(length, paper.short) if lies else Page(paper.short, length)


def _laid(
    width: float,
    height: float,
    scale: float,
    page: Page,
    margin: float,
    options: PosterOptions,
    blocks: Sequence[QRectF],
    across: Sequence[float],
    down: Sequence[float],
    fewest_sheets: bool = False,
) -> Plan:
    room_across, room_down = _room(page.width, margin) / scale, _room(page.height, margin) / scale
    overlap = options.overlap * POINTS_PER_MILLIMETRE / scale
    # What is larger than a sheet is cut wherever sheets meet.
    horizontal = [(one.left(), one.right()) for one in blocks if one.width() <= room_across]
    vertical = [(one.top(), one.bottom()) for one in blocks if one.height() <= room_down]
    columns = _spans(width, room_across, overlap, horizontal, across, fewest_sheets)
    rows = _spans(height, room_down, overlap, vertical, down, fewest_sheets)
    if len(columns) * len(rows) > MOST_SHEETS:
        raise FormatError(
            phrase(
                "The poster would take {sheets} sheets; up to {most} are possible."
                " Choose larger sheets or a smaller scale.",
                sheets=len(columns) * len(rows),
                most=MOST_SHEETS,
            )
        )
    page_width, page_height = page.points
    inset = margin * POINTS_PER_MILLIMETRE
    # A poster of one sheet lies in its middle; parts of one begin where marks can be.
    left = (page_width - width * scale) / 2 if len(columns) == 1 else inset
    top = (page_height - height * scale) / 2 if len(rows) == 1 else inset
    sheets = tuple(
        Sheet(column, row, columns[column], rows[row], left, top)
        for row, column in product(range(len(rows)), range(len(columns)))
    )
    return Plan(scale, page, margin, options.bleed, sheets)


def _spans(
    length: float,
    room: float,
    overlap: float,
    blocks: Sequence[Block],
    preferred: Sequence[float],
    fewest_sheets: bool,
) -> tuple[SheetSpan, ...]:
    if length <= room * (1 + 1e-9):
        return (SheetSpan(0, 0, length),)
    if overlap > room / 2:
        raise FormatError(phrase("The overlap takes more than half of a sheet; choose a smaller one."))
    if ceil(length / (room - overlap)) > MOST_SHEETS:
        raise FormatError(
            phrase(
                "The poster would take over {most} sheets; choose larger sheets or a smaller scale.",
                most=MOST_SHEETS,
            )
        )
    seams = cuts(length, room, overlap, blocks, preferred, fewest_sheets)
    starts = [(0.0, 0.0), *((max(seam - overlap, 0.0), seam) for seam in seams)]
    return tuple(
        SheetSpan(start, seam, end) for (start, seam), end in zip(starts, [*seams, length], strict=True)
    )
