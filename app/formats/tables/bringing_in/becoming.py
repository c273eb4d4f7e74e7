"""What a row of a table can become, as a person chooses it, each with the letter that chooses it."""

from typing import NamedTuple

from app.drawing.sections import kind_of
from app.formats.tables.bringing_in.new_map import has_ready_section, ready_section
from app.formats.tables.recognising.row_kinds import (
    CHANNELS,
    DOCUMENTS,
    DURATION,
    GRAPH,
    INTERPLAY,
    LEFT_OUT,
    LINE,
    METRICS,
    NOTES,
    RowKind,
)
from app.language.phrases import Phrase, phrase, phrase_context
from app.model.records import NoteColour


class Becoming(NamedTuple):
    """What a row becomes: its name and sign, and the colour of its notes where it has notes."""

    kind: str
    meaning: str
    title: Phrase
    glyph: str
    colour: NoteColour | None = None
    letter: str = ""

    @property
    def row_kind(self) -> RowKind:
        return RowKind(self.kind, self.meaning)


_NOTES = {
    "actions": "A",
    "touchpoints": "U",
    "thoughts": "H",
    "pain points": "P",
    "opportunities": "O",
    "": "N",
}
"""By the meaning of the row the letter."""
_OTHERS = {
    GRAPH: ("feelings", "G"),
    METRICS: ("metrics", "M"),
    CHANNELS: ("channels", "C"),
    INTERPLAY: ("personas", "I"),
    DOCUMENTS: ("documents", "D"),
    DURATION: ("duration", "W"),
    LINE: ("dividing line", "L"),
    LEFT_OUT: ("", "X"),
}
_BESIDE_SECTIONS = {
    DURATION: (phrase("How long"), "clock"),
    LEFT_OUT: (phrase("Leave out"), "eye-off"),
    NOTES: (phrase_context("row of a table", "Notes"), "sticky-note"),
}


def becoming(kind: str, meaning: str) -> Becoming:
    """What a row of a kind and a meaning becomes."""
    usual, letter = _OTHERS.get(kind, (meaning, _NOTES.get(meaning, "")))
    letter = letter if usual == meaning else ""
    if kind in (DURATION, LEFT_OUT) or (kind == NOTES and not has_ready_section(meaning)):
        return Becoming(kind, meaning, *_BESIDE_SECTIONS[kind], letter=letter)
    ready = ready_section(meaning, kind)
    colour = ready.colour if kind == NOTES else None
    return Becoming(kind, meaning, ready.name, ready.glyph or kind_of(kind).glyph, colour, letter)


def of_stickies() -> tuple[Becoming, ...]:
    """What can be chosen for a sticky of a board."""
    return (
        Becoming("stage", "", phrase("Stage"), "columns-3", letter="S"),
        Becoming("section", "", phrase("Section"), "rows-3", letter="E"),
        Becoming("note", "", phrase("Note"), "sticky-note", letter="N"),
        Becoming("left out", "", phrase("Leave out"), "eye-off", letter="X"),
    )


def becomings() -> tuple[Becoming, ...]:
    """What can be chosen for any row, those first that are most often meant."""
    notes = (becoming(NOTES, meaning) for meaning in _NOTES)
    return (*notes, *(becoming(kind, meaning) for kind, (meaning, _) in _OTHERS.items()))
