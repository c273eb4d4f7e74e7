"""What the colours of a style are called, in the order in which its editor shows them."""

from typing import get_args

from app.language.phrases import Phrase, phrase
from app.model.nouns import word
from app.model.records import NoteColour

Named = tuple[tuple[str, Phrase], ...]

_NOTE_COLOURS = get_args(NoteColour)

GROUPS: tuple[tuple[Phrase, Named], ...] = (
    (
        phrase("Text and ground"),
        (
            ("ink", phrase("Text")),
            ("secondary", phrase("Quiet text")),
            ("hairline", phrase("Thin lines")),
            ("panel", phrase("Panels")),
            ("strip", phrase("Behind key points")),
            ("accent", phrase("Accent")),
            ("disc", phrase("Numbers of key points")),
        ),
    ),
    (
        phrase("Emotional graph"),
        (
            ("curve_high", phrase("Curve, high")),
            ("curve_low", phrase("Curve, low")),
            ("area_above", phrase("Area above the middle")),
            ("area_below", phrase("Area below the middle")),
            ("band_above", phrase("Ground above the middle")),
            ("band_below", phrase("Ground below the middle")),
            ("words_high", phrase("Words and rings, high")),
            ("words_low", phrase("Words and rings, low")),
        ),
    ),
    (
        phrase("Signs"),
        (
            ("moment_frame", phrase("Frame of a moment of truth")),
            ("moment_tint", phrase("Tint of a moment of truth")),
            ("moment_star", phrase("Star of a moment of truth")),
            ("top_idea", phrase("Idea with most votes")),
            ("pain_edge", phrase("Signs on pain points")),
        ),
    ),
    (phrase("Fills of notes"), tuple((f"notes.{each}", word("colour", each)) for each in _NOTE_COLOURS)),
    (phrase("Bars of cards"), tuple((f"edges.{each}", word("colour", each)) for each in _NOTE_COLOURS)),
)
"""Groups with the fields of their colours, those of stages apart: of these there are as many as one likes."""


def name_of(field: str) -> Phrase:
    """What a colour is called outside of its group: "Stage colour 2", "Fills of notes: pink"."""
    group, _, inner = field.partition(".")
    if group == "stages":
        return phrase("Stage colour {number}", number=int(inner) + 1)
    title, name = next((title, name) for title, named in GROUPS for each, name in named if each == field)
    return phrase("{group}: {name}", group=title, name=name) if inner else name
