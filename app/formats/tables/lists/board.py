"""A board of stickies, as Mural writes it: from their places columns and rows are found again."""

import html
import itertools
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from app.formats.import_notes import ImportNote
from app.formats.tables.grid import Grid
from app.formats.tables.reading import Fields, SectionRead, StageRead, StickyRead, StickyRole, TableReading
from app.formats.tables.recognising.note_colours import note_colour_of
from app.formats.tables.recognising.row_kinds import NOTES
from app.language.phrases import phrase
from app.model.exchange.vocabulary import meaning_of
from app.model.records import NoteColour

_NEEDED = ("text", "x", "y")
BOARD_COLUMNS = (*_NEEDED, "colour", "area")
_LEGEND = "legend"
_SAME = 0.5
"""Stickies belong together where the gap between them is less than this share of the widest gap."""
_NAMED = 0.5
"""The share of the left column that must be names of sections for all of it to be."""


class Sticky(NamedTuple):
    line: int
    text: str
    x: float
    y: float
    ground: str
    """As #RRGGBB."""
    is_legend: bool


def has_board_columns(columns: Mapping[str, int]) -> bool:
    """Whether there is a column for the text of each sticky, and two for its place."""
    return all(name in columns for name in _NEEDED)


def board_read(grid: Grid, columns: Mapping[str, int], picked: Mapping[int, StickyRole]) -> TableReading:
    """The map on a board: the top row of stickies are its stages, the left column its sections.

    Where nothing at the left names sections, what stands at one height is one, called by its colour in the
    board's legend. `picked` says of stickies, by their lines, what they are instead.
    """
    stickies = list(_stickies(grid, columns))
    roles = {**_roles(stickies), **picked}
    stages = sorted(_of_role(stickies, roles, "stage"), key=lambda one: one.x)
    named = sorted(_of_role(stickies, roles, "section"), key=lambda one: one.y)
    notes = _of_role(stickies, roles, "note")
    legend = dict(_legend(stickies))
    told = [*grid.notes, *(_told(one) for one in _of_role(stickies, roles, "left out"))]
    if not stages:
        listed = tuple(StickyRead(one.line, roles[one.line]) for one in stickies)
        return TableReading(grid.title, notes=tuple(told), grid=grid, stickies=listed)
    places = [one.x for one in stages]
    rows = [(one.y, one.text) for one in named] or list(_rows_of(notes, legend, _spacing(places)))
    heights = [y for y, _ in rows]
    where = {one.line: (_nearest(one.y, heights), _nearest(one.x, places)) for one in notes} if rows else {}
    cells = _by_cell(notes, where)
    sections = tuple(
        _section(name, [tuple(map(_fields, cells[at, stage])) for stage in range(len(stages))])
        for at, (_, name) in enumerate(rows)
    )
    return TableReading(
        grid.title,
        tuple(StageRead(one.text) for one in stages),
        sections,
        notes=tuple(told),
        grid=grid,
        stickies=tuple(StickyRead(one.line, roles[one.line], where.get(one.line)) for one in stickies),
        legend=tuple(legend.items()),
    )


def _stickies(grid: Grid, columns: Mapping[str, int]) -> Iterator[Sticky]:
    for line, row in enumerate(grid.rows[1:], 1):
        found = {name: row[at].text.strip() for name, at in columns.items()}
        text = html.unescape(found["text"])
        if text:
            is_legend = found.get("area", "").casefold() == _LEGEND
            place = _number(found["x"]), _number(found["y"])
            yield Sticky(line, text, *place, found.get("colour", ""), is_legend)


def _roles(stickies: Sequence[Sticky]) -> dict[int, StickyRole]:
    """What each sticky is by where it stands."""
    placed = [one for one in stickies if not one.is_legend]
    left, top = _first_group([one.x for one in placed]), _first_group([one.y for one in placed])
    if not _names_sections(placed, left, top):
        left = float("-inf")
    return {one.line: "left out" if one.is_legend else _role(one, left, top) for one in stickies}


def _role(sticky: Sticky, left: float, top: float) -> StickyRole:
    if sticky.x <= left:
        return "section" if sticky.y > top else "left out"
    return "note" if sticky.y > top else "stage"


def _names_sections(placed: Sequence[Sticky], left: float, top: float) -> bool:
    """Whether the left column has names: nothing stands over it, or its words or its colour say so."""
    column = [one for one in placed if one.x <= left and one.y > top]
    header = [one for one in placed if one.y <= top]
    if not any(one.x <= left for one in header):
        return True
    known = sum(meaning_of(one.text).is_section for one in column)
    return known >= _NAMED * len(column) > 0


def _of_role(stickies: Sequence[Sticky], roles: Mapping[int, StickyRole], role: StickyRole) -> list[Sticky]:
    return [one for one in stickies if roles[one.line] == role]


def _legend(stickies: Sequence[Sticky]) -> Iterator[tuple[NoteColour, str]]:
    """What the legend says of each colour: "Yellow: action" says action."""
    for one in stickies:
        if one.is_legend and (colour := note_colour_of(one.ground)):
            yield colour, one.text.partition(":")[2].strip() or one.text


def _spacing(places: Sequence[float]) -> float:
    """How far columns stand apart at the least."""
    return min((after - before for before, after in itertools.pairwise(places)), default=0.0)


def _rows_of(
    notes: Sequence[Sticky], legend: Mapping[NoteColour, str], reach: float
) -> Iterator[tuple[float, str]]:
    """Heights at which notes stand together, each called by the colour that most of them have."""
    ordered = sorted(notes, key=lambda one: one.y)
    while ordered:
        last = _first_group([one.y for one in ordered], reach)
        together = [one for one in ordered if one.y <= last]
        colours = Counter(note_colour_of(one.ground) for one in together)
        ((colour, _),) = colours.most_common(1)
        yield sum(one.y for one in together) / len(together), legend.get(colour, "") if colour else ""
        ordered = [one for one in ordered if one.y > last]


def _number(text: str) -> float:
    try:
        return float(text.replace(",", "."))
    except ValueError:
        return 0.0


def _first_group(values: Sequence[float], reach: float = 0.0) -> float:
    """The last value that belongs to the first, where the rest is half of `reach` away at least."""
    ordered = sorted(values)
    gaps = [after - before for before, after in itertools.pairwise(ordered)]
    widest = max([reach, *gaps])
    for value, gap in zip(ordered, gaps, strict=False):
        if gap > _SAME * widest:
            return value
    return ordered[-1] if ordered else 0.0


def _section(name: str, cells: Sequence[tuple[Fields, ...]]) -> SectionRead:
    known = meaning_of(name)
    return SectionRead(name, NOTES, known.meaning if known.is_section else "", tuple(cells))


def _by_cell(
    notes: Sequence[Sticky], where: Mapping[int, tuple[int, int]]
) -> defaultdict[tuple[int, int], list[Sticky]]:
    """The notes in each cell as one reads them."""
    found: defaultdict[tuple[int, int], list[Sticky]] = defaultdict(list)
    for one in sorted(notes, key=lambda one: (one.y, one.x)):
        if one.line in where:
            found[where[one.line]].append(one)
    return found


def _fields(sticky: Sticky) -> Fields:
    colour = note_colour_of(sticky.ground)
    return {"text": sticky.text, "colour": colour} if colour else {"text": sticky.text}


def _nearest(value: float, places: Sequence[float]) -> int:
    return min(range(len(places)), key=lambda at: abs(places[at] - value))


def _told(sticky: Sticky) -> ImportNote:
    if sticky.is_legend:
        return ImportNote("left out", phrase("“{text}” stands in the board’s legend.", text=sticky.text))
    return ImportNote("left out", phrase("“{text}” stands outside the table.", text=sticky.text))
