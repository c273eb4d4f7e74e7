"""Several tables in one grid: each begins with its title, or with "Stage", and an empty line parts them."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from app.formats.tables.grid import Cell, Grid
from app.model.exchange.vocabulary import STAGE, meaning_of


def titled_tables(grid: Grid) -> list[Grid]:
    """The tables of a grid; the grid itself where it is not plainly several."""
    rows = grid.rows
    starts = [at for at in range(len(rows) - 1) if _is_behind_nothing(rows, at) and _begins_at(rows, at)]
    if len(starts) < 2 or starts[0] != 0:
        return [grid]
    first, *others = _parted(grid, starts)
    return [replace(first, notes=grid.notes), *others]


def _is_behind_nothing(rows: Sequence[Sequence[Cell]], at: int) -> bool:
    return at == 0 or all(cell.is_empty for cell in rows[at - 1])


def _begins_at(rows: Sequence[Sequence[Cell]], at: int) -> bool:
    """Whether there is a title over the names of stages, or names that are plainly of stages."""
    return _is_titled(rows, at) or _names_stages(rows[at])


def _is_titled(rows: Sequence[Sequence[Cell]], at: int) -> bool:
    title, below = rows[at], rows[at + 1]
    is_alone = not title[0].is_empty and all(cell.is_empty for cell in title[1:])
    return is_alone and (below[0].is_empty or _names_stages(below)) and any(map(_says, below))


def _names_stages(row: Sequence[Cell]) -> bool:
    head = meaning_of(row[0].text)
    return head.meaning == STAGE and head.is_exact and any(map(_says, row[1:]))


def _says(cell: Cell) -> bool:
    return not cell.is_empty


def _parted(grid: Grid, starts: Sequence[int]) -> Iterator[Grid]:
    for start, end in zip(starts, [*starts[1:], len(grid.rows)], strict=True):
        is_titled = _is_titled(grid.rows, start)
        rows = grid.rows[start + 1 if is_titled else start : end]
        while rows and not any(map(_says, rows[-1])):
            rows = rows[:-1]
        width = max((at + 1 for row in rows for at, cell in enumerate(row) if _says(cell)), default=0)
        title = " ".join(grid.rows[start][0].text.split()) if is_titled else ""
        yield Grid(tuple(row[:width] for row in rows), title, locale=grid.locale)
