"""Which way the stages of a table go, by what its lines are called and by what stands in them."""

from collections.abc import Sequence
from typing import NamedTuple

from app.formats.tables.grid import Cell, Grid
from app.model.analysis.metrics import figure_of
from app.model.exchange.feelings import is_feeling
from app.model.exchange.vocabulary import GROUP, INDEX, STAGE, STAGE_NAME, meaning_of

_LOOKED_AT = 200
"""Lines and cells by which it is told."""
_CLEAR = 0.25
"""By so much one way must be likelier to be certain."""


class Orientation(NamedTuple):
    goes_down: bool
    is_certain: bool


def orientation_of(grid: Grid) -> Orientation:
    """Whether the stages stand below each other, and whether that is plain."""
    across, down = _likelihood(grid), _likelihood(grid.turned)
    return Orientation(down > across, abs(down - across) >= _CLEAR)


def _likelihood(grid: Grid) -> float:
    """How likely the rows of a grid are its sections."""
    rows = grid.rows[:_LOOKED_AT]
    if not rows:
        return 0.0
    names = [row[0].text for row in rows[1:]]
    return 2 * _share_of_sections(names) + _stages_in(rows[0]) + _alike_in_rows(rows)


def _share_of_sections(names: Sequence[str]) -> float:
    known = [meaning_of(name) for name in names if name.strip()]
    if not known:
        return 0.0
    return sum((1.0 if one.is_exact else 0.6) for one in known if one.is_section) / len(known)


def _stages_in(header: Sequence[Cell]) -> float:
    """What a header says: usual names of stages, or what numbers or names the stages below each other."""
    meanings = [meaning_of(cell.text) for cell in header]
    names = sum(one.meaning == STAGE_NAME and one.is_exact for one in meanings[1:])
    others = sum(one.meaning in (STAGE, INDEX, GROUP) and one.is_exact for one in meanings[1:])
    return names / max(1, len(header) - 1) - (1.0 if others else 0.0)


def _alike_in_rows(rows: Sequence[Sequence[Cell]]) -> float:
    """A little for each row whose cells are all feelings or all figures, as those of a section are."""
    alike = 0
    for row in rows[1:]:
        cells = [cell.text for cell in row[1:_LOOKED_AT] if not cell.is_empty]
        if len(cells) > 1 and (all(map(is_feeling, cells)) or all(map(figure_of, cells))):
            alike += 1
    return 0.5 * alike / max(1, len(rows) - 1)
