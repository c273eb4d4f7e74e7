"""A table drawn with lines of letters, as programs print them on a terminal: ┌─┬─┐ or +---+---+."""

import re
from collections.abc import Sequence

from app.formats.tables.grid import Grid, grid_of

_ACROSS = frozenset("-=_─═━")
_CORNERS = frozenset("+|│║┃┌├└╔╠╚┏┣┗╒╞╘╭╰┠╟┬┼┴╦╬╩┳╋┻╤╪╧╫╂┿┐┤┘╗╣╝┓┫┛╮╯┨╢ ")
_UPRIGHT = re.compile(r"[│║┃|]")


def has_box(text: str) -> bool:
    """Whether a text is a table drawn with lines: two of its lines at least are borders."""
    lines = [line for line in text.split("\n") if line.strip()]
    borders = [line for line in lines if _is_border(line)]
    is_drawn = any(sign in line for line in borders for sign in "+┌├└╔╠╚┏┣┗╭╰")
    return len(borders) >= 2 and is_drawn and all(line in borders or _UPRIGHT.search(line) for line in lines)


def box_grid(text: str) -> Grid:
    """The table. Lines between two borders are lines of the same cells, which go on where they break."""
    lines = [line for line in text.split("\n") if line.strip()]
    # With a border below each row, what stands between two of them is one row; else each line is one.
    goes_on = sum(_is_border(line) for line in lines) > 3
    rows: list[list[str]] = []
    is_new = True
    for line in lines:
        if _is_border(line):
            is_new = True
            continue
        cells = _cells(line)
        if is_new or not goes_on or not rows:
            rows.append(cells)
        else:
            rows[-1] = _joined(rows[-1], cells)
        is_new = False
    return grid_of(rows)


def _is_border(line: str) -> bool:
    letters = set(line.strip())
    return bool(letters & _ACROSS) and letters <= _ACROSS | _CORNERS


def _cells(line: str) -> list[str]:
    return [cell.strip() for cell in _UPRIGHT.split(line.strip())[1:-1]]


def _joined(above: Sequence[str], below: Sequence[str]) -> list[str]:
    count = max(len(above), len(below))
    parts = [[*side, *[""] * (count - len(side))] for side in (above, below)]
    return [" ".join(filter(None, pair)) for pair in zip(*parts, strict=True)]
