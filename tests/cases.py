"""Which of many cases the quick profile tries; with `--long` it is all of them. Always the same ones."""

from collections.abc import Sequence
from itertools import product
from typing import Any

import pytest


def some_of(cases: Sequence[Any], count: int, why: str) -> list[Any]:
    """So many of the cases, from the first to the last; `why` says what the others are that they can wait."""
    last = len(cases) - 1
    quick = {round(number * last / max(count - 1, 1)) for number in range(count)}
    return [case if number in quick else _late(case, why) for number, case in enumerate(cases)]


def meeting(first: Sequence[Any], second: Sequence[Any]) -> list[Any]:
    """Each pair of two factors: quick are as many as it takes for every value of either to be tried."""
    longer = max(len(first), len(second))
    quick = {(number % len(first), number % len(second)) for number in range(longer)}
    pairs = product(enumerate(first), enumerate(second))
    return [
        (one, other) if (row, column) in quick else pytest.param(one, other, marks=_MET)
        for (row, one), (column, other) in pairs
    ]


def _late(case: Any, why: str) -> Any:
    return pytest.param(case, marks=pytest.mark.long(why))


_MET = pytest.mark.long("both values are tried with others")
