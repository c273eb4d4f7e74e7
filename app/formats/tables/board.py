"""A board of stickies, as Mural writes it: from their places columns and rows are found again."""

import html
import itertools
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from app.formats.import_notes import ImportNote
from app.formats.tables.grid import Grid
from app.formats.tables.note_colours import note_colour_of
from app.formats.tables.reading import Fields, SectionRead, StageRead, TableReading
from app.formats.tables.row_kinds import NOTES
from app.language.phrases import phrase
from app.model.exchange.vocabulary import meaning_of

_NEEDED = ("text", "x", "y")
_LEGEND = "legend"
_SAME = 0.5
"""Stickies belong together where the gap between them is less than this share of the widest gap."""


class Sticky(NamedTuple):
    text: str
    x: float
    y: float
    ground: str
    """As #RRGGBB."""
    is_legend: bool


def has_board_columns(columns: Mapping[str, int]) -> bool:
    """Whether there is a column for the text of each sticky, and two for its place."""
    return all(name in columns for name in _NEEDED)


def board_read(grid: Grid, columns: Mapping[str, int]) -> TableReading:
    """The map on a board: the top row of stickies are its stages, the left column its sections."""
    stickies = list(_stickies(grid, columns))
    placed = [one for one in stickies if not one.is_legend]
    left = _first_group([one.x for one in placed])
    top = _first_group([one.y for one in placed])
    stages = sorted((one for one in placed if one.y <= top and one.x > left), key=lambda one: one.x)
    rows = sorted((one for one in placed if one.x <= left and one.y > top), key=lambda one: one.y)
    notes = [one for one in placed if one.x > left and one.y > top]
    corner = [one for one in placed if one.x <= left and one.y <= top]
    told = [
        *grid.notes,
        *map(_on_legend, (one for one in stickies if one.is_legend)),
        *map(_on_corner, corner),
    ]
    if not stages or not rows:
        return TableReading(grid.title, notes=tuple(told), grid=grid)
    sections = tuple(
        _section(row, stages, [one for one in notes if _nearest(one.y, [each.y for each in rows]) == at])
        for at, row in enumerate(rows)
    )
    named = tuple(StageRead(one.text) for one in stages)
    return TableReading(grid.title, named, sections, notes=tuple(told), grid=grid)


def _stickies(grid: Grid, columns: Mapping[str, int]) -> Iterator[Sticky]:
    for row in grid.rows[1:]:
        found = {name: row[at].text.strip() for name, at in columns.items()}
        text = html.unescape(found["text"])
        if text:
            is_legend = found.get("area", "").casefold() == _LEGEND
            yield Sticky(text, _number(found["x"]), _number(found["y"]), found.get("colour", ""), is_legend)


def _number(text: str) -> float:
    try:
        return float(text.replace(",", "."))
    except ValueError:
        return 0.0


def _first_group(values: Sequence[float]) -> float:
    """The last value that belongs to the first, where the rest is farther away."""
    ordered = sorted(values)
    gaps = [after - before for before, after in itertools.pairwise(ordered)]
    widest = max(gaps, default=0.0)
    for value, gap in zip(ordered, gaps, strict=False):
        if gap > _SAME * widest:
            return value
    return ordered[-1] if ordered else 0.0


def _section(row: Sticky, stages: Sequence[Sticky], notes: Sequence[Sticky]) -> SectionRead:
    known = meaning_of(row.text)
    places = [one.x for one in stages]
    cells = tuple(
        tuple(
            _fields(one)
            for one in sorted(notes, key=lambda one: (one.y, one.x))
            if _nearest(one.x, places) == at
        )
        for at in range(len(stages))
    )
    return SectionRead(row.text, NOTES, known.meaning if known.is_section else "", cells)


def _fields(sticky: Sticky) -> Fields:
    colour = note_colour_of(sticky.ground)
    return {"text": sticky.text, "colour": colour} if colour else {"text": sticky.text}


def _nearest(value: float, places: Sequence[float]) -> int:
    return min(range(len(places)), key=lambda at: abs(places[at] - value))


def _on_legend(sticky: Sticky) -> ImportNote:
    return ImportNote("left out", phrase("“{text}” stands in the board’s legend.", text=sticky.text))


def _on_corner(sticky: Sticky) -> ImportNote:
    return ImportNote("left out", phrase("“{text}” stands outside the table.", text=sticky.text))
