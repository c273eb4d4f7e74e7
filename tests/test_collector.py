import gc
import sys
import threading
from collections.abc import Iterator
from weakref import ref

import pytest

from app.collector import LOOKED_THROUGH, WORTH_COLLECTING, collect_left, freeze_gc, unfreeze_gc


class Knot:
    """What only the collector can find: it holds itself."""

    def __init__(self) -> None:
        self.own = self


@pytest.fixture
def resting() -> Iterator[None]:
    freeze_gc()
    yield
    unfreeze_gc(0)


def test_what_few_things_leave_behind_is_found(resting: None) -> None:
    knot = ref(Knot())
    gc.collect()
    assert knot() is None


def test_very_many_things_are_passed_over_while_a_window_is_open(resting: None) -> None:
    before = gc.get_freeze_count()
    kept = [[number] for number in range(2 * LOOKED_THROUGH)]
    gc.collect()
    assert gc.get_freeze_count() - before >= len(kept)


def test_all_is_looked_through_once_a_window_is_closed() -> None:
    freeze_gc()
    kept = [[number] for number in range(2 * LOOKED_THROUGH)]
    gc.collect()
    unfreeze_gc(0)
    knot = ref(Knot())
    gc.collect()
    assert gc.get_freeze_count() == 0
    assert knot() is None
    assert len(kept) == 2 * LOOKED_THROUGH


def test_what_another_thread_is_building_is_left_alone(resting: None) -> None:
    """A tuple that somebody else holds cannot grow, so the collector must not hold what it counts."""
    done = threading.Event()

    def make_many() -> None:
        while not done.is_set():
            gc.collect()

    def rows() -> Iterator[list[int]]:
        yield from ([number] for number in range(20_000))

    other = threading.Thread(target=make_many)
    before = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    other.start()
    try:
        for _ in range(100):
            assert len(tuple(rows())) == 20_000
    finally:
        done.set()
        other.join()
        sys.setswitchinterval(before)


def test_what_a_closed_large_map_left_is_found_when_another_is_opened_beside_one_that_stays(
    resting: None,
) -> None:
    freeze_gc()
    knot = ref(Knot())
    gc.freeze()
    unfreeze_gc(WORTH_COLLECTING)
    assert knot() is not None
    collect_left()
    assert knot() is None
    assert gc.get_freeze_count() > 0


def test_what_a_small_map_left_is_not_worth_a_look_at_everything() -> None:
    collect_left()
    freeze_gc()
    unfreeze_gc(WORTH_COLLECTING)
    collect_left()
    freeze_gc()
    knot = ref(Knot())
    unfreeze_gc(1)
    collect_left()
    assert knot() is not None
