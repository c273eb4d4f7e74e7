from itertools import combinations, pairwise

from hypothesis import given
from hypothesis import strategies as st

from app.pages.poster.cuts import Block, cuts

wholes = st.integers(min_value=0, max_value=60)
blocks = st.lists(st.tuples(wholes, st.integers(min_value=1, max_value=12)), max_size=6).map(
    lambda found: [(float(start), float(min(start + width, 60))) for start, width in found]
)


def cut_through(places: tuple[float, ...], among: list[Block]) -> int:
    return sum(start < place < end for place in places for start, end in among)


def test_what_fits_on_a_sheet_is_not_cut() -> None:
    assert cuts(500, 500, 20, [(0, 500)]) == ()


def test_cuts_lie_between_blocks_and_at_preferred_places() -> None:
    notes = [(float(start), start + 80.0) for start in range(10, 900, 100)]
    assert cuts(900, 320, 20, notes) == (300, 600)
    assert cuts(900, 320, 20, notes, [305, 605]) == (305, 605)


def test_a_block_longer_than_a_sheet_is_cut_once_for_each_sheet() -> None:
    assert len(cuts(1000, 260, 10, [(0, 1000)])) == 3


@given(blocks, st.integers(min_value=8, max_value=40), st.integers(min_value=0, max_value=3))
def test_every_sheet_holds_its_part_and_the_strip_that_is_shown_again(
    among: list[Block], reach: int, overlap: int
) -> None:
    places = cuts(60, reach, overlap, among)
    assert list(places) == sorted(set(places))
    begins = [0.0, *(place - overlap for place in places)]
    for begin, end in zip(begins, [*places, 60], strict=True):
        assert end - begin <= reach + 1e-6
    assert all(before < after for before, after in pairwise((0, *places, 60)))


@given(blocks, st.integers(min_value=20, max_value=40))
def test_nothing_is_cut_that_could_be_spared(among: list[Block], reach: int) -> None:
    """Beside every way to cut at whole and half places with up to three cuts."""
    halves = [place / 2 for place in range(1, 120)]
    found = cut_through(cuts(60, reach, 0, among), among)
    if reach < 60:
        spared = [at for at in halves if not cut_through((at,), among)]
        for count in (1, 2, 3):
            for places in combinations(spared[::2], count):
                if all(after - before <= reach for before, after in pairwise((0, *places, 60))):
                    assert found == 0
                    return
