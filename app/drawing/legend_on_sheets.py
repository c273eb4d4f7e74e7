"""The legend of a poster that is put together from sheets: each has its share of the columns, whole."""

from collections.abc import Iterator, Sequence
from functools import cache
from math import inf

from app.drawing.legend_groups import AFTER_ITEM, BETWEEN, Column, Group, Piece
from app.drawing.seams import Extent, sheets_between

_MOST_ROWS = 8
_OF_A_PART = 1.0
"""How much of the square of a sheet's width it costs to have a group on two of them."""
_MOST_APART = 2.0
"""How many times as far apart as usual the columns on a sheet stand at most."""


def rows_to_try(groups: Sequence[Group]) -> range:
    """How many items may stand below each other: with more than the longest group has, nothing changes."""
    longest = max((len(group.items) for group in groups), default=1)
    return range(1, min(_MOST_ROWS, max(longest, 1)) + 1)


def pieces_on_sheets(groups: Sequence[Group], span: Extent, seams: Sequence[float]) -> list[Piece]:
    """The groups in a line over sheets that are cut at the seams, as low as can be; nothing without room."""
    relative = [seam - span.begin for seam in seams]
    sheets = [
        Extent(one.begin + span.begin, one.end + span.begin)
        for one in sheets_between(relative, span.end - span.begin)
    ]
    for rows in rows_to_try(groups):
        columns = [(group, column) for group in groups for column in group.columns(rows)]
        shared = _shared(columns, [sheet.end - sheet.begin for sheet in sheets])
        if shared is not None:
            parts = zip(shared, sheets, strict=False)
            return [
                piece for part, sheet in parts for piece in _on_sheet(columns[part.start : part.stop], sheet)
            ]
    return []


def _shared(columns: Sequence[tuple[Group, Column]], rooms: Sequence[float]) -> list[range] | None:
    """Which columns stand on which sheet, about as many on each, groups whole if they can be."""

    @cache
    def best(first: int, sheet: int) -> tuple[float, tuple[int, ...]]:
        if first == len(columns):
            return 0.0, ()
        if sheet == len(rooms):
            return inf, ()
        found: tuple[float, tuple[int, ...]] = inf, ()
        for end, width in enumerate(_widths(columns[first:]), first):
            if width > rooms[sheet]:
                break
            is_parted = first < end < len(columns) and columns[end - 1][0] is columns[end][0]
            others, ends = best(end, sheet + 1)
            cost = width**2 + others + (_OF_A_PART * rooms[sheet] ** 2 if is_parted else 0.0)
            found = min(found, (cost, (end, *ends)))
        return found

    cost, ends = best(0, 0)
    return [range(*pair) for pair in zip((0, *ends), ends, strict=False)] if cost < inf else None


def _widths(columns: Sequence[tuple[Group, Column]]) -> Iterator[float]:
    """How wide none of the columns are, the first of them, the first two, and so on."""
    yield 0.0
    before = wide = 0.0
    for at, (group, column) in enumerate(columns):
        last = columns[at - 1][0] if at else None
        if group is last:
            wide += AFTER_ITEM + column.width
        else:
            before += max(wide, last.heading.width) + BETWEEN if last is not None else 0.0
            wide = column.width
        yield before + max(wide, group.heading.width)


def _parts(columns: Sequence[tuple[Group, Column]]) -> Iterator[tuple[Group, tuple[Column, ...], float]]:
    """Neighbours of one group, and how wide they are under its heading."""
    first = 0
    for end in range(1, len(columns) + 1):
        if end == len(columns) or columns[end][0] is not columns[first][0]:
            group, some = columns[first][0], tuple(column for _, column in columns[first:end])
            wide = sum(column.width + AFTER_ITEM for column in some) - AFTER_ITEM
            yield group, some, max(wide, group.heading.width)
            first = end


def _on_sheet(columns: Sequence[tuple[Group, Column]], sheet: Extent) -> Iterator[Piece]:
    """The columns share the width of a sheet, as far apart as looks well."""
    if not columns:
        return
    times = min((sheet.end - sheet.begin) / list(_widths(columns))[-1], _MOST_APART)
    x = sheet.begin
    for at, (group, some, width) in enumerate(_parts(columns)):
        begins = [x]
        for column in some[:-1]:
            begins.append(begins[-1] + column.width + AFTER_ITEM)
        yield Piece(group.heading, some, tuple(begins), x - BETWEEN * times / 2 if at else None)
        x += width + BETWEEN * times
