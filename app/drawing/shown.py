"""Which of the signs of a map are drawn: all of them, or what is left where some are not wanted."""

from typing import NamedTuple


class Shown(NamedTuple):
    """The signs that can be left off a map."""

    moments: bool = True
    """Moments of truth through their column, with what leads to them."""
    connectors: bool = True
    """Lines from pain points to ideas."""
    felt_later: bool = True
    """Arrows from pain points to where they are felt."""
    top_idea: bool = True
    """The idea with the most votes, as such."""
    quotes: bool = True
    """What points of a curve say."""
    reading: bool | None = None
    """All that can be read from a curve, or nothing of it; none: what suits the map."""
    key_points: bool = True
    """The strip of key points, and their numbers at what they speak of."""
    call_outs: bool = True
    """Texts in boxes with a line to what they speak of."""
    legend: bool = True
    footnotes: bool = False
    """What is said of notes beside their text, and what they rest on, by numbers below the legend."""
    parking_lot: bool = False
    """What was parked in a workshop, listed below the legend."""
    address: str = ""
    """Where the code in the legend leads; none where it is empty."""


EVERYTHING = Shown()
