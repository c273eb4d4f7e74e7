"""The map as a poster shows it that fills its paper: arranged for that, in a snapshot of its own."""

from app.drawing.layout import MapLayout
from app.drawing.shown import EVERYTHING
from app.model.document import Document
from app.model.records import Arranged, Id, JourneyMap
from app.pages.composition.compose import composed
from app.pages.composition.spans import Sheets
from app.pages.options import ReportProgress, ignore_progress
from app.pages.paper import Orientation, paper_named, turned
from app.pages.poster.plan import held_by, most_held
from app.pages.poster.poster_options import MapOptions
from app.pages.poster.sheet_count import SheetCount


def filling(
    document: Document,
    map: Id,
    options: MapOptions,
    sheets: Sheets | None = None,
    report_progress: ReportProgress = ignore_progress,
) -> tuple[Document, MapOptions, MapLayout | None]:
    """A document whose map is arranged for the paper where the poster is to fill it; else the same.

    And as it is laid out, as far as that is known.

    `sheets`: that the poster is cut into, in points.
    """
    if not fills(document, map, options):
        return document, options, None
    arranged = document.get(JourneyMap, map).arranged
    is_arranged = arranged is not None and options.shown == EVERYTHING and _is_for(arranged, options)
    if options.scale is None and arranged is not None and is_arranged:
        return document, _as_arranged(options, arranged), None
    snapshot = document.copy()
    bands = options.bands if options.bands > 1 else None
    paper = _paper(options)
    change, layout = composed(document, map, *paper, bands, sheets, options.shown, report_progress)
    snapshot.apply(change)
    arranged = snapshot.get(JourneyMap, map).arranged
    return snapshot, _as_arranged(options, arranged) if arranged is not None else options, layout


def whole_sheets(document: Document, map: Id, options: MapOptions) -> tuple[MapOptions, ...]:
    """The ways to put a poster together that is cut into sheets and fills its paper, the plainer first.

    It is as large as the whole sheets that have room on that paper, so that all of them are full.
    """
    if options.tile is None or options.sheets or options.bands > 1 or not fills(document, map, options):
        return (options,)
    paper = paper_named(options.paper)
    if paper.is_roll:
        return (options,)
    found = []
    ways: tuple[Orientation, ...] = ("landscape", "portrait")
    for turn in ways if options.orientation == "auto" else (options.lies,):
        for way in ways:
            asked = options.changed(orientation=way)
            count = most_held(turned(paper, turn), asked)
            if count is not None:
                found.append(asked.changed(sheets=str(count)))
    return tuple(found) or (options,)


def _as_arranged(options: MapOptions, arranged: Arranged) -> MapOptions:
    """The options of a poster whose map is arranged so: its paper lies as that suits the map."""
    if options.sheets:
        return options.changed(bands=arranged.bands)
    return options.changed(
        bands=arranged.bands, orientation="landscape" if arranged.landscape else "portrait"
    )


def _paper(options: MapOptions) -> tuple[str, Orientation | None, float | None]:
    """What the map is arranged for: the paper, or what the sheets hold once they are put together."""
    if not options.sheets:
        return options.paper, None if options.orientation == "auto" else options.lies, options.margin
    held = held_by(SheetCount.of(options.sheets), options)
    return (
        f"{held.width:.1f}x{held.height:.1f}mm",
        "landscape" if held.width > held.height else "portrait",
        0.0,
    )


def fills(document: Document, map: Id, options: MapOptions) -> bool:
    """Whether a poster fills its paper: where that is asked for, or nothing and no map of old is shown."""
    if options.stages or options.sections or options.only:
        return False
    return options.scale == "fill" or (options.scale is None and is_for_filling(document, map))


def is_for_filling(document: Document, map: Id) -> bool:
    """Whether a map was arranged for a paper, or made so that its notes fill their cells."""
    if document.get(JourneyMap, map).arranged is not None:
        return True
    return all(section.standing != "paper-sized" for section in document.sections(map))


def _is_for(arranged: Arranged, options: MapOptions) -> bool:
    """Whether a map is arranged for the very paper of a poster."""
    if options.sheets:
        return False
    margin = options.usual_margin if options.margin is None else options.margin
    if options.orientation not in ("auto", "landscape" if arranged.landscape else "portrait"):
        return False
    return (arranged.paper, arranged.margin) == (options.paper, margin)
