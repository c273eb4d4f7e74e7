"""What would make the type of a poster larger: to turn its paper, or to take another."""

from collections.abc import Iterator

from app.language.phrases import Phrase, phrase
from app.model.document import Document
from app.pages.errors import FormatError
from app.pages.lengths import POINTS_PER_MILLIMETRE
from app.pages.paper import PAPERS, Orientation, Paper, paper_named, share_of_distance
from app.pages.poster.filling import fills
from app.pages.poster.pages import PosterOfMap
from app.pages.poster.plan import Plan, plan
from app.publishing.finding import Finding, Remedy

MOST_ARRANGED_ANEW = 800
"""Records up to which a map is arranged once more to know what turning its paper would do."""
_WORTH_TURNING = 1.1
"""How many times as large type must become for its paper to be turned."""
_ORIENTATIONS: tuple[Orientation, ...] = ("landscape", "portrait")
_TURN: dict[Orientation, Phrase] = {
    "landscape": phrase("Turn it to landscape"),
    "portrait": phrase("Turn it to portrait"),
}


def share_for(poster: PosterOfMap) -> float:
    """How much counts of the distances a poster is read from: by its paper, or all its sheets together."""
    if poster.plan.is_tiled:
        short = min(poster.arrangement.width, poster.arrangement.height)
        return share_of_distance(short * poster.scale / POINTS_PER_MILLIMETRE)
    return share_of_distance(paper_named(poster.options.paper).short)


def remedies(document: Document, poster: PosterOfMap, times: float, is_for_paper: bool) -> Iterator[Finding]:
    """What would make type so many times as large, as far as it can be had.

    `is_for_paper`: whether it need only be as large as the paper is usually read from.
    """
    if isinstance(poster.options.scale, float):
        return
    other: Orientation = "portrait" if poster.options.lies == "landscape" else "landscape"
    turned = _times_turned(document, poster, other)
    if turned >= _WORTH_TURNING:
        wording = (
            phrase("Portrait would make the type {times} × as large.", times=round(turned, 1))
            if other == "portrait"
            else phrase("Landscape would make the type {times} × as large.", times=round(turned, 1))
        )
        remedy = Remedy(_TURN[other], (("orientation", other),))
        yield Finding("distance", wording, poster.map.id, is_warning=False, remedy=remedy)
    if turned < times:
        yield from _other_paper(poster, times, is_for_paper)


def _other_paper(poster: PosterOfMap, times: float, is_for_paper: bool) -> Iterator[Finding]:
    """The paper that takes least, of those on which all can be read from where it should."""
    share = share_for(poster)
    best: tuple[float, Paper, Orientation] | None = None
    for paper in PAPERS:
        wanted = times * (max(share_of_distance(paper.short) / share, 1.0) if is_for_paper else 1.0)
        for orientation in _ORIENTATIONS:
            found = _planned(poster, paper, orientation)
            if found is None or found.scale < wanted * poster.scale:
                continue
            area = found.page.width * found.page.height
            if best is None or area < best[0]:
                best = area, paper, orientation
    if best is None:
        return
    _, paper, orientation = best
    wording = phrase(
        "On {paper} all of it could be read from as far as it is meant to be.",
        paper=paper.title,
    )
    remedy = Remedy(
        phrase("Use {paper}", paper=paper.title), (("paper", paper.name), ("orientation", orientation))
    )
    yield Finding("distance", wording, poster.map.id, is_warning=False, remedy=remedy)


def _times_turned(document: Document, poster: PosterOfMap, orientation: Orientation) -> float:
    """How large type would be on the paper, turned, beside now. A map that fills it is arranged anew."""
    options = poster.options.changed(orientation=orientation)
    if not fills(document, poster.map.id, options):
        found = _planned(poster, paper_named(options.paper), orientation)
        return found.scale / poster.scale if found is not None else 0.0
    if sum(1 for _ in document) > MOST_ARRANGED_ANEW:
        return 0.0
    return PosterOfMap(document, poster.map, options).scale / poster.scale


def _planned(poster: PosterOfMap, paper: Paper, orientation: Orientation) -> Plan | None:
    """The poster on other paper, where it can be; arranged for that, its type is no smaller."""
    options = poster.options.changed(
        paper=paper.name, orientation=orientation, tile=None, sheets=None, scale="page"
    )
    try:
        return plan(poster.arrangement.width, poster.arrangement.height, options)
    except FormatError:
        return None
