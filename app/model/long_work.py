"""What takes long is made in steps, so that a window can go on meanwhile; others have it made at once."""

from collections.abc import Generator
from typing import TypeVar

T = TypeVar("T")


def at_once(steps: Generator[float, None, T]) -> T:
    """What the steps make, which yield how far they are, 0 … 1."""
    while True:
        try:
            next(steps)
        except StopIteration as end:
            made: T = end.value
            return made
