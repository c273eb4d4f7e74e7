"""In which colours a note is drawn: those of its own, or of what makes it stand out.

A moment of truth is drawn in another colour than it has; that it keeps, with its role and where it counts.
"""

from functools import lru_cache
from typing import Literal, NamedTuple

from app.drawing.display import Stroke
from app.drawing.theme import (
    ASSUMED_FILLS,
    FRAME,
    INK,
    NOTE,
    NOTE_FILLS,
    NOTE_GLYPHS,
    NOTE_MARK_INK,
    NOTE_SIGN_INKS,
    ON_TOP_IDEA,
    TOP_IDEA,
    Colour,
)
from app.model.records import Note, NoteColour

Emphasis = Literal["top-idea", "leading"]
"""Why a note stands out: it has the most votes, or it leads to a moment of truth."""
_BOLD = 600
STRESSED = Stroke(INK, 5.4)
"""The edge of a note that somebody emphasises."""
LIT = Stroke(FRAME, 3.6)
"""That of one which leads to a moment of truth: finer, so that both are told apart in grey."""
MOMENT_OF_TRUTH: NoteColour = "orange"


MadeOf = tuple[NoteColour, bool, bool, bool]
"""A colour, and whether a note is assumed, a top idea, and stressed by somebody."""


class NoteLook(NamedTuple):
    """The colours and the glyph of a note."""

    fill: Colour
    ink: Colour
    """Of its text."""
    sign: str
    """The name of its glyph."""
    sign_ink: Colour
    """Of glyph and dots, and of the edge and the tab of an assumption."""
    words_ink: Colour
    """Of the words at its foot."""
    frame_ink: Colour
    """Of what stands there on white."""
    is_assumed: bool = False
    is_emphasised: bool = False
    weight: int = NOTE.weight
    """Of its text, where that has room."""


def drawn_colour(note: Note) -> NoteColour:
    """The colour that a note is seen in."""
    return MOMENT_OF_TRUTH if note.moment_of_truth else note.colour


def look_of(note: Note, emphasis: Emphasis | None = None) -> NoteLook:
    return look_made_of(*made_of(note, emphasis))


def made_of(note: Note, emphasis: Emphasis | None = None) -> MadeOf:
    """All that the look of a note follows from."""
    return drawn_colour(note), note.evidence == "assumption", emphasis == "top-idea", note.emphasis


@lru_cache(maxsize=64)
def look_made_of(colour: NoteColour, is_assumed: bool, is_top: bool, is_emphasised: bool) -> NoteLook:
    sign, ink = NOTE_GLYPHS[colour], NOTE_SIGN_INKS[colour]
    if is_top:
        white = ON_TOP_IDEA
        return NoteLook(TOP_IDEA, white, sign, white, white, TOP_IDEA, is_assumed, is_emphasised, _BOLD)
    fill = ASSUMED_FILLS[colour] if is_assumed else NOTE_FILLS[colour]
    weight = _BOLD if is_emphasised else NOTE.weight
    return NoteLook(fill, INK, sign, ink, NOTE_MARK_INK, ink, is_assumed, is_emphasised, weight)
