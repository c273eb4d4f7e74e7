"""What a row of a table is: by its name, else by what stands in its cells."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from app.drawing.channel_icons import OTHER, icon_of
from app.model.analysis.durations import minutes
from app.model.analysis.metrics import figure_of
from app.model.exchange.cell_parts import listed_in
from app.model.exchange.feelings import feeling_in, is_feeling, scale_of
from app.model.exchange.vocabulary import meaning_of, says_nothing

NOTES, GRAPH, CHANNELS, METRICS = "notes", "emotional-graph", "channels", "metrics"
INTERPLAY, DOCUMENTS, LINE, DURATION = "interplay", "documents", "dividing-line", "duration"
LEFT_OUT = "left-out"
"""Of a row that a person leaves out."""
LINES = {
    "line of interaction": "interaction",
    "line of visibility": "visibility",
    "line of internal interaction": "internal interaction",
    "dividing line": None,
}
"""Which line of a blueprint a dividing line is, by its meaning."""
_BY_NAME = {
    "channels": CHANNELS,
    "personas": INTERPLAY,
    "documents": DOCUMENTS,
    **dict.fromkeys(LINES, LINE),
}
_DASHES = re.compile(r"[\s\-–—―─━═_=*~·]{3,}")
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+", re.IGNORECASE)
_ENOUGH = 0.5
"""The share of cells that must be what a row's name says it is."""


class RowKind(NamedTuple):
    """The kind of section of a row, or DURATION; what its name means; whether it was guessed by its cells."""

    kind: str
    meaning: str = ""
    is_guessed: bool = False


def row_kind(name: str, cells: Sequence[str]) -> RowKind:
    """What a row is. `cells` are all of its texts behind the name."""
    filled = [cell for cell in cells if not says_nothing(cell)]
    if _DASHES.fullmatch(name) and not filled:
        return RowKind(LINE, "dividing line")
    meaning = meaning_of(name).meaning if meaning_of(name).is_section else ""
    if meaning in LINES:
        return RowKind(LINE if not filled else NOTES, meaning if not filled else "")
    if meaning in _BY_NAME:
        return RowKind(_BY_NAME[meaning], meaning)
    if meaning == "feelings":
        scale = scale_of(name, cells)
        values = sum(feeling_in(cell, scale).value is not None for cell in filled)
        return RowKind(GRAPH if not filled or values >= _ENOUGH * len(filled) else NOTES, meaning)
    if meaning == "duration":
        lasting = sum(minutes(cell) is not None for cell in filled)
        return RowKind(DURATION if lasting >= _ENOUGH * len(filled) else NOTES, meaning)
    if meaning == "metrics":
        return RowKind(METRICS, meaning)
    if meaning:
        return RowKind(NOTES, meaning)
    return _by_content(filled)


def is_address(text: str) -> bool:
    return _ADDRESS.fullmatch(text.strip()) is not None


def _by_content(filled: Sequence[str]) -> RowKind:
    if len(filled) < 2:
        return RowKind(NOTES)
    if all(map(is_address, filled)):
        return RowKind(DOCUMENTS, "documents", is_guessed=True)
    if all(map(is_feeling, filled)):
        return RowKind(GRAPH, "feelings", is_guessed=True)
    if all(map(figure_of, filled)):
        return RowKind(METRICS, "metrics", is_guessed=True)
    parts = [part for cell in filled for part in listed_in(cell)]
    if all(icon_of(part) != OTHER for part in parts):
        return RowKind(CHANNELS, "channels", is_guessed=True)
    return RowKind(NOTES)
