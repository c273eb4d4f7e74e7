"""The verb that arranges a map for its paper."""

from collections.abc import Iterable, Iterator
from functools import partial
from typing import NamedTuple

from app.drawing.fonts import in_its_font
from app.drawing.layout import MapLayout
from app.drawing.shown import EVERYTHING, Shown
from app.language.spoken import written_language
from app.model.change import Change
from app.model.document import Document
from app.model.draft import Draft
from app.model.labels import step_label
from app.model.project_language import in_its_language
from app.model.records import Arranged, Id
from app.pages.composition.composing import Composing
from app.pages.composition.finishing import plain, written
from app.pages.composition.refining import refined
from app.pages.composition.remembered import Remembered
from app.pages.composition.room import Room
from app.pages.composition.spans import Sheets
from app.pages.composition.trial import Found, Trial
from app.pages.options import ReportProgress, ignore_progress
from app.pages.paper import MARGIN, Orientation, Paper, paper_named

_AIM = 4.0
"""Under so many millimetres (half of it on small sheets) another orientation, or bands, are tried."""
_CROWDED_UNDER = 5.7
"""Under so many, all but the notes is set little larger than they are."""
_WORTH = 1.04
"""How much larger type must become for a sheet to be turned, or a map to be broken into bands."""
_BANDS = (2, 3, 4)
_LEAST_OF_BAND = 4
"""Stages that stand in each band at least."""
_LEAST_OF_BROKEN = 0.85
"""To what share of its size type shrinks rather than that a word is hyphenated."""


class ComposedMap(NamedTuple):
    """The change that arranges a map, and the map as it is laid out then, where that is known."""

    change: Change
    layout: MapLayout | None


composed_last: Remembered[ComposedMap] = Remembered()


def compose(
    document: Document,
    map: Id,
    paper: str,
    orientation: Orientation | None = None,
    margin: float | None = None,
    bands: int | None = None,
    sheets: Sheets | None = None,
    shown: Shown = EVERYTHING,
    report_progress: ReportProgress = ignore_progress,
) -> Change:
    """Arrange a map for a paper: nothing to change where it is so, or where it has no stages or sections.

    None lets the paper lie as it suits the map, and the map be broken into bands where that helps. `margin`
    is in millimetres. `sheets`: that the poster is cut into: they meet between stages, where that can be had.
    `shown`: the signs that are to be on it. What `report_progress` raises ends the search. Raises FormatError
    for a paper that is not known.
    """
    return composed(document, map, paper, orientation, margin, bands, sheets, shown, report_progress).change


@in_its_language
@in_its_font
def composed(
    document: Document,
    map: Id,
    paper: str,
    orientation: Orientation | None = None,
    margin: float | None = None,
    bands: int | None = None,
    sheets: Sheets | None = None,
    shown: Shown = EVERYTHING,
    report_progress: ReportProgress = ignore_progress,
) -> ComposedMap:
    """The same with its layout, from which a poster need not start afresh."""
    sheet, free = paper_named(paper), MARGIN if margin is None else margin
    asked = (map, sheet, orientation, free, bands, sheets, shown, written_language())
    report_progress(0.0)
    if (known := composed_last.find(document, asked)) is not None:
        return known
    composing = Composing(plain(document, map), map, shown, report_progress)
    found = None
    if sheets is not None and bands is None:
        found = _best(composing, sheet, orientation, free, 1, sheets)
    if found is None:
        found = _best(composing, sheet, orientation, free, bands)
    if found is None:
        nothing = Draft(document).change(step_label("arrange", paper=sheet.name))
        return composed_last.keep(document, asked, ComposedMap(nothing, None))
    arranged = Arranged(
        paper=sheet.name,
        landscape=found.trial.landscape,
        margin=free,
        bands=found.composed.bands,
        sizes=found.composed.roles,
    )
    made = ComposedMap(written(document, map, arranged, found.composed), composing.layout)
    return composed_last.keep(document, asked, made)


def _best(
    composing: Composing,
    paper: Paper,
    orientation: Orientation | None,
    margin: float,
    bands: int | None,
    sheets: Sheets | None = None,
) -> Found | None:
    """The way that makes notes largest; paper is only turned, and a map broken, where that is worth it."""
    if not composing.stages or not composing.sections:
        return None
    first: Orientation = orientation or "landscape"
    trials = partial(_trials, composing, paper, margin, sheets)
    best = _largest(trials(first, bands or 1), words_whole=True)
    for way, number in _other_ways(len(composing.stages), orientation, bands):
        if best is not None and not best.is_narrow and best.capitals >= best.trial.room.share * _AIM:
            break
        best = _largest(trials(way, number), words_whole=True, best=best)
    if best is None or best.is_narrow:
        broken = _largest(trials(first, bands or 1), words_whole=False)
        if broken is not None and (best is None or best.scale < _LEAST_OF_BROKEN * broken.scale):
            best = broken
    return refined(best) if best is not None else None


def _other_ways(
    stages: int, orientation: Orientation | None, bands: int | None
) -> Iterator[tuple[Orientation, int]]:
    """The other ways to lay a map on its paper, the plainer first."""
    numbers = [number for number in _BANDS if number <= stages / _LEAST_OF_BAND] if bands is None else []
    if orientation is None:
        yield "portrait", bands or 1
    for number in numbers:
        yield orientation or "landscape", number
    for number in numbers if orientation is None else ():
        yield "portrait", number


def _trials(
    composing: Composing,
    paper: Paper,
    margin: float,
    sheets: Sheets | None,
    orientation: Orientation,
    bands: int,
) -> Iterator[Trial]:
    """With type as it usually is beside notes; and with little larger type, where that helps notes."""
    room = Room.of(paper, orientation, margin)
    for is_crowded in (False, True):
        yield Trial(composing, room, orientation == "landscape", bands, is_crowded, sheets)


def _largest(trials: Iterable[Trial], words_whole: bool, best: Found | None = None) -> Found | None:
    """The best of what was found before and of trials, each of which must be worth it."""
    for trial in trials:
        if best is None:
            best = trial.largest(words_whole)
        elif best.is_narrow or trial.sheets or best.capitals < trial.room.share * _CROWDED_UNDER:
            best = trial.larger(best.scale * _WORTH, words_whole) or best
    return best
