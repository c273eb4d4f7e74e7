"""A map arranged for its paper, tried on a snapshot: the change that does so, and the poster of it."""

from typing import Annotated, NamedTuple

from pydantic import Field

from app.language.phrases import phrase
from app.model.change import Change
from app.model.document import Document
from app.model.records import Id, JourneyMap
from app.pages.composition.compose import compose
from app.pages.headless import ensure_gui
from app.pages.lengths import millimetres
from app.pages.options import EDGES, MILLIMETRES, Options, Setting
from app.pages.page_options import PAPER
from app.pages.paper import MARGIN, Turn
from app.pages.poster.poster_options import TURN, MapOptions


class ArrangeOptions(Options):
    """For which paper a map is arranged."""

    paper: Annotated[str, PAPER] = "A0"
    orientation: Annotated[Turn, TURN] = "auto"
    margin: Annotated[
        float,
        Setting(
            EDGES,
            phrase("Margin"),
            phrase("White around the map"),
            unit=MILLIMETRES,
            usual=MARGIN,
            parse=millimetres,
        ),
        Field(ge=0, le=200),
    ] = MARGIN
    """Millimetres left free on every side."""


class ArrangeRequest(NamedTuple):
    """A map that is to be arranged."""

    map: Id
    options: ArrangeOptions


class Arrangeable(NamedTuple):
    """What came of it: the change, a document in which it is made, and how that map is printed."""

    change: Change
    document: Document
    options: MapOptions


def arranged(document: Document, request: ArrangeRequest) -> Arrangeable:
    """Try it, and leave the document as it is. Raises FormatError for a paper that is not known."""
    ensure_gui()
    map, options = request.map, request.options
    orientation = None if options.orientation == "auto" else options.orientation
    change = compose(document, map, options.paper, orientation, options.margin)
    snapshot = document.copy()
    snapshot.apply(change)
    found = snapshot.get(JourneyMap, map).arranged
    if found is None:
        return Arrangeable(change, snapshot, MapOptions(map=map, paper=options.paper, margin=options.margin))
    printed = MapOptions(
        map=map,
        paper=found.paper,
        orientation="landscape" if found.landscape else "portrait",
        margin=found.margin,
    )
    return Arrangeable(change, snapshot, printed)
