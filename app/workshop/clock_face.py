"""What a room reads of the agenda item that goes on: two of them are equal where it reads the same."""

from datetime import datetime
from typing import NamedTuple

from app.language.phrases import Phrase, phrase
from app.model.records import ItemKind
from app.workshop.clock import left_in_words
from app.workshop.workshop import Workshop


class ClockFace(NamedTuple):
    """The item's title and what the room is asked to do, which of the agenda's it is, and its time."""

    title: str
    instruction: str
    item_kind: ItemKind
    number: int
    items: int
    left: Phrase
    """ "12 min left", "+2 min"."""
    is_over: bool
    is_held: bool
    share: int
    """How much of its time is over, in percent."""

    @property
    def words(self) -> Phrase:
        """What is left and, of a clock that is held, that it is."""
        return phrase("{left}, held", left=self.left) if self.is_held else self.left

    @property
    def step(self) -> Phrase:
        """ "Step 5 of 9"."""
        return phrase("Step {number} of {count}", number=self.number, count=self.items)


def face_of(workshop: Workshop) -> ClockFace | None:
    """None where nothing goes on, or what goes on left the agenda."""
    item, clock = workshop.item, workshop.clock
    if item is None or clock is None:
        return None
    return ClockFace(
        item.title,
        item.instruction,
        item.item_kind,
        workshop.number,
        workshop.count,
        left_in_words(clock.left),
        clock.is_over,
        clock.is_held,
        int(clock.share * 100),
    )


def back_at(workshop: Workshop) -> datetime | None:
    """When a break is over; None where there is none."""
    item, clock = workshop.item, workshop.clock
    if item is None or clock is None or item.item_kind != "break":
        return None
    return workshop.now + clock.left
