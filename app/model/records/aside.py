"""What was said and stands in no cell: for another time in the parking lot, or still to be placed."""

from app.model.records.record import Record
from app.model.records.values import Lot, NoteColour
from app.model.text import ShortText, Text


class ParkedNote(Record):
    """A note beside all maps.

    `said_at` is the time at which it was parked, as in "2026-12-01T14:26", and `said_in` the
    agenda item of that time.
    """

    kind = "parked note"

    text: Text = ""
    colour: NoteColour = "yellow"
    lot: Lot = "parking lot"
    said_at: ShortText = ""
    said_in: ShortText = ""
    decided: bool = False
