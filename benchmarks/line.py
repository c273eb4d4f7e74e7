"""A line of the table: something that the program does, the least that it could cost, and the goal."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from typing import NamedTuple

from benchmarks.ground import Ground
from benchmarks.measuring import Work


class Pair(NamedTuple):
    """The program's way and the machine's floor."""

    ours: Work
    floor: Work


class Goal(NamedTuple):
    """At most `ratio` times the floor, and at most `cost`; none means there is no such goal."""

    ratio: float | None = None
    cost: float | None = None

    def is_met(self, ours: float, floor: float) -> bool:
        return (self.ratio is None or ours <= self.ratio * floor) and (self.cost is None or ours <= self.cost)

    def __str__(self) -> str:
        ratio = f"≤ {self.ratio:g}×" if self.ratio is not None else ""
        return " and ".join(filter(None, (ratio, f"≤ {self.cost:g}" if self.cost is not None else "")))


class Line(NamedTuple):
    """`prepare` makes everything ready, yields the pair, and puts everything away again."""

    key: str
    what: str
    floor: str
    prepare: Callable[[Ground], AbstractContextManager[Pair]]
    goal: Goal = Goal()
    goals: dict[str, Goal] = {}  # noqa: RUF012
    """Goals of single sizes, instead of `goal`."""
    unit: str = "ms"
    grows: bool = True
    """Whether the map's size can matter at all; else only the largest size asked for is measured."""

    def goal_for(self, size: str) -> Goal:
        return self.goals.get(size, self.goal)
