"""Which map of a project is meant."""

from app.model.document import Document
from app.model.records import Id, JourneyMap
from app.pages.errors import FormatError
from app.pages.options import Setting

WHICH_MAP = Setting(
    "what is on it",
    flag="--map",
    metavar="TITLE",
    names="map",
    help="which map (default: the first; for .json all of them)",
)


def chosen_map(document: Document, map: Id | None) -> JourneyMap:
    """A map, or the first. Raises FormatError where the project has no such map, or none at all."""
    for journey_map in document.maps():
        if map in (None, journey_map.id):
            return journey_map
    raise FormatError("The project has no map yet, so there is nothing to export.")
