"""The lines of a table that hold no content: a title over it, an index, the stages and their groups."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from app.formats.import_notes import ImportNote
from app.formats.tables.grid import Cell, Grid
from app.formats.tables.reading import StageRead
from app.language.phrases import phrase
from app.model.exchange.vocabulary import GROUP, INDEX, STAGE, meaning_of

_NUMBER = re.compile(r"\s*#?(\d{1,4})[.)]?\s*")


class Headers(NamedTuple):
    """The stages, and how many of the rows named them."""

    stages: tuple[StageRead, ...]
    rows: int


def without_title(grid: Grid) -> Grid:
    """The grid without lines over it that have one cell alone: the first of them is its title."""
    rows, title, notes = grid.rows, grid.title, list(grid.notes)
    while len(rows) > 2 and grid.width > 2 and _is_alone(rows[0]) and not _is_alone(rows[1]):
        text = " ".join(rows[0][0].text.split())
        title, rows = text if _is_beginning(title, text) else title, rows[1:]
        if title != text:
            notes.append(_left_out(text, grid.rows[0][0]))
    return Grid(rows, title, tuple(notes))


def without_index(grid: Grid) -> Grid:
    """The grid without a column, and without a row, that does nothing but count."""
    once = _without_index_row(grid)
    return _without_index_row(once.turned).turned if once.rows else once


def headers_of(rows: Sequence[Sequence[Cell]], is_named: bool = True) -> Headers:
    """The stages that the first rows name; the second names them where the first has groups.

    `is_named` is False where somebody says that the first row names none.
    """
    first = rows[0]
    if not is_named:
        return Headers(tuple(StageRead() for _ in first[1:]), 0)
    if len(rows) > 2 and _are_groups(first, rows[1]):
        groups = list(_filled(first[1:]))
        names = [_name(cell) for cell in rows[1][1:]]
        return Headers(tuple(StageRead(*pair) for pair in zip(names, groups, strict=True)), 2)
    return Headers(tuple(StageRead(_name(cell)) for cell in first[1:]), 1)


def _is_beginning(title: str, text: str) -> bool:
    """Whether a title says no more than the beginning of a text, as the name of a sheet has it cut off."""
    short, whole = ("".join(filter(str.isalnum, one)).casefold() for one in (title, text))
    return whole.startswith(short)


def _is_alone(row: Sequence[Cell]) -> bool:
    return not row[0].is_empty and all(cell.is_empty for cell in row[1:])


def _are_groups(first: Sequence[Cell], second: Sequence[Cell]) -> bool:
    """Whether a row has groups for the names in the one below it."""
    corner = meaning_of(second[0].text)
    if not second[0].is_empty and not (corner.meaning in (STAGE, GROUP) and corner.is_exact):
        return False
    over, below = _count(first[1:]), _count(second[1:])
    is_merged = any(cell.across > 1 and not cell.is_empty for cell in first[1:])
    is_named = not second[0].is_empty and meaning_of(first[0].text).meaning in (STAGE, GROUP)
    return 0 < over <= below and (is_merged or is_named or over < below == len(second) - 1)


def _filled(cells: Sequence[Cell]) -> Iterator[str]:
    group = ""
    for cell in cells:
        group = _name(cell) or group
        yield group


def _count(cells: Sequence[Cell]) -> int:
    return sum(not cell.is_empty for cell in cells)


def _name(cell: Cell) -> str:
    return " ".join(cell.text.replace("<br>", " ").split())


def _without_index_row(grid: Grid) -> Grid:
    for at, row in enumerate(grid.rows[:3]):
        if _is_index(row) and len(grid.rows) > 2:
            note = ImportNote(
                "left out", phrase("“{text}” only counts.", text=row[0].text or row[1].text), row[0].place
            )
            return Grid((*grid.rows[:at], *grid.rows[at + 1 :]), grid.title, (*grid.notes, note))
    return grid


def _is_index(row: Sequence[Cell]) -> bool:
    """Whether a row counts 1, 2, 3 …: under a sign for it, or under nothing."""
    head = meaning_of(row[0].text)
    if not row[0].is_empty and not (head.meaning == INDEX and head.is_exact):
        return False
    filled = [cell.text for cell in row[1:] if not cell.is_empty]
    found = [_NUMBER.fullmatch(text) for text in filled]
    numbers = [int(one[1]) for one in found if one is not None]
    return len(numbers) == len(filled) > 1 and numbers == list(range(numbers[0], numbers[0] + len(numbers)))


def _left_out(text: str, cell: Cell) -> ImportNote:
    return ImportNote("left out", phrase("“{text}” stands outside the table.", text=text), cell.place)
