"""Rows are raised until all stages fit beside each other, and no more than that takes."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from app.pages.composition.raising import Levels, needed, raised

STAGES, WIDTH = 4, 1000.0
BANDS = [range(2), range(2, 4)]


@st.composite
def rows(draw: st.DrawFn) -> Levels:
    """A row: the higher, the narrower its cells can be."""
    count = draw(st.integers(1, 5))
    widths = [sorted(draw(st.lists(st.floats(0, 900), min_size=count, max_size=count)), reverse=True)]
    widths += [sorted(draw(st.lists(st.floats(0, 900), min_size=count, max_size=count)), reverse=True)]
    cells = np.array([*widths, *widths]).T
    return Levels(np.cumsum(np.full(count, 40.0)), cells)


def fits(found: list[Levels], levels: list[int]) -> bool:
    widths = needed(found, levels, np.full(STAGES, 100.0))
    return all(widths[band.start : band.stop].sum() <= WIDTH + 1e-3 for band in BANDS)


@given(st.lists(rows(), min_size=1, max_size=5))
def test_raised_rows_fit_where_there_is_a_way(found: list[Levels]) -> None:
    levels = raised(found, BANDS, [100.0] * STAGES, WIDTH)
    highest = [len(row.heights) - 1 for row in found]
    if levels is None:
        assert not fits(found, highest)
        return
    assert fits(found, levels)


@given(st.lists(rows(), min_size=1, max_size=5))
def test_rows_that_fit_as_low_as_they_can_be_stay_so(found: list[Levels]) -> None:
    lowest = [0] * len(found)
    if fits(found, lowest):
        assert raised(found, BANDS, [100.0] * STAGES, WIDTH) == lowest
