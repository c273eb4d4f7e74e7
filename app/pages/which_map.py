"""Which map of a project is meant."""

from app.language.phrases import phrase, phrase_context
from app.model.document import Document
from app.model.records import Id, JourneyMap
from app.pages.errors import FormatError
from app.pages.options import WHAT_IS_ON_IT, Setting

WHICH_MAP = Setting(
    WHAT_IS_ON_IT,
    flag="--map",
    metavar=phrase_context("on the command line", "TITLE"),
    names="map",
    help=phrase("which map (default: the first; for .json all of them)"),
)


def chosen_maps(document: Document, map: Id | None) -> tuple[JourneyMap, ...]:
    """The chosen map, or all where none is. Raises FormatError where there is none at all."""
    return document.maps() if map is None and document.maps() else (chosen_map(document, map),)


def chosen_map(document: Document, map: Id | None) -> JourneyMap:
    """A map, or the first. Raises FormatError where the project has no such map, or none at all."""
    for journey_map in document.maps():
        if map in (None, journey_map.id):
            return journey_map
    raise FormatError(phrase("The project has no map yet, so there is nothing to export."))
