"""When a workshop chimes."""

from datetime import timedelta

from app.workshop.chimes import Chimes
from app.workshop.clock import Clock


def heard(*seconds_left: float, item: str = "pains") -> list[int]:
    """What is heard, look by look, while so much is left."""
    chimes = Chimes()
    clocks = (Clock(item, timedelta(seconds=left), False, 0.5) for left in seconds_left)
    return [chimes.due(clock) for clock in clocks]


def test_once_a_minute_before_the_end_and_twice_at_the_end() -> None:
    assert heard(62, 61, 60, 59, 58) == [0, 0, 1, 0, 0]
    assert heard(2, 1, 0, -1, -2) == [0, 0, 2, 0, 0]


def test_minutes_that_are_given_have_it_chime_again() -> None:
    assert heard(61, 60, 120, 119) == [0, 1, 0, 0]
    assert heard(1, 0, 61, 60) == [0, 2, 0, 1]


def test_what_was_slept_through_is_not_rung_later_nor_another_items_end() -> None:
    assert heard(300, -200) == [0, 0]
    chimes = Chimes()
    chimes.due(Clock("scope", timedelta(seconds=61), False, 0.5))
    assert chimes.due(Clock("pains", timedelta(seconds=59), False, 0.5)) == 0
    assert chimes.due(None) == 0
