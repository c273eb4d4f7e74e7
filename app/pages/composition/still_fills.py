"""Whether a map still fills the paper that it was arranged for: an edit may have made it higher or wider."""

from app.drawing.layout import MapLayout, lay_out
from app.model.analysis.on_posters import on_posters
from app.model.document import Document
from app.pages.composition.room import Room
from app.pages.errors import FormatError
from app.pages.paper import Orientation, paper_named
from app.pages.poster.arrangement import extent

_MOST_FREE = 0.01
"""The share of a sheet's side that may stay free before a map no longer fills it."""


def still_fills(document: Document, layout: MapLayout) -> bool:
    """Whether a map fills its paper; one that was arranged for none, or for a roll, always does."""
    arranged = layout.map.arranged
    if arranged is None or not layout.columns or not layout.rows:
        return True
    orientation: Orientation = "landscape" if arranged.landscape else "portrait"
    try:
        room = Room.of(paper_named(arranged.paper), orientation, arranged.margin)
    except FormatError:
        return True  # A paper of a newer version is not for this one to judge.
    if room.height is None or room.width is None:
        return True
    shape = room.width / room.height
    if _has_shape(document, layout, arranged.bands, shape):
        return True
    if len(on_posters(document, layout.map.id)) == len(layout.rows):
        return False
    # What is told once on posters is explained once there, in a lower legend.
    printed = lay_out(document, layout.map.id, layout, for_paper=True)
    return _has_shape(document, printed, arranged.bands, shape)


def _has_shape(document: Document, layout: MapLayout, bands: int, shape: float) -> bool:
    width, height = extent(document, layout, bands)
    return abs(width / height / shape - 1) <= _MOST_FREE
