"""Several tables in one grid: each begins with its title, alone in a line, and an empty line parts them."""

from collections.abc import Iterator, Sequence

from app.formats.tables.grid import Cell, Grid


def titled_tables(grid: Grid) -> list[Grid]:
    """The tables of a grid; the grid itself where it is not plainly several."""
    starts = [at for at in range(len(grid.rows) - 2) if _begins_at(grid.rows, at)]
    if len(starts) < 2 or starts[0] != 0:
        return [grid]
    return list(_parted(grid, starts))


def _begins_at(rows: Sequence[Sequence[Cell]], at: int) -> bool:
    """Whether a title stands in a row: behind nothing, and over the names of stages."""
    is_behind_nothing = at == 0 or all(cell.is_empty for cell in rows[at - 1])
    title, below = rows[at], rows[at + 1]
    is_alone = not title[0].is_empty and all(cell.is_empty for cell in title[1:])
    return is_behind_nothing and is_alone and below[0].is_empty and any(not cell.is_empty for cell in below)


def _parted(grid: Grid, starts: Sequence[int]) -> Iterator[Grid]:
    for start, end in zip(starts, [*starts[1:], len(grid.rows)], strict=True):
        rows = grid.rows[start + 1 : end]
        while rows and all(cell.is_empty for cell in rows[-1]):
            rows = rows[:-1]
        width = max((at + 1 for row in rows for at, cell in enumerate(row) if not cell.is_empty), default=0)
        title = " ".join(grid.rows[start][0].text.split())
        yield Grid(tuple(row[:width] for row in rows), title, grid.notes)
