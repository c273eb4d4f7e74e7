"""The sizes that a map is laid out in: the usual, or those that it was given when it was arranged for its paper."""

from app.drawing.line_count import WordWidths
from app.drawing.sizes import AFTER_NAME, USUAL, Sizes
from app.drawing.text import text_block
from app.model.document import Document
from app.model.records import JourneyMap, RoleSizes

_LONGEST = 9.0
"""How many times its size a section's name may be wide before it takes another line."""
_STEP = 20.0
"""The column grows in steps, so that hardly a letter that is typed in a name lays out the map anew."""


def sizes_of(document: Document, journey_map: JourneyMap) -> Sizes:
    """The sizes of a map as it is."""
    arranged = journey_map.arranged
    return USUAL if arranged is None else sizes_for(document, journey_map, arranged.sizes)
