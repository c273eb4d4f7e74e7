"""Measures two ways to do the same work by turns, so that a busy machine slows both alike.

What counts is the processor time of the process, in all its threads, which other programs hardly change. Work
that waits (for a disk, for another process) is measured by the clock; `--wall` has everything measured so.
"""

import gc
import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from statistics import median
from time import perf_counter, process_time

Work = Callable[[], float]
"""Does the work once. Returns what it cost: milliseconds or megabytes."""

SHORT = 400.0
"""Milliseconds that short works may take together, to be repeated more often than asked for."""
MOST_RUNS = 31


@dataclass(frozen=True, slots=True)
class Costs:
    """What each run cost."""

    runs: tuple[float, ...]

    @property
    def median(self) -> float:
        return median(self.runs)

    @property
    def least(self) -> float:
        return min(self.runs)

    @property
    def most(self) -> float:
        return max(self.runs)


@dataclass
class Watch:
    """What `timed` reads: the processor's time, or the time of the clock on the wall."""

    now: Callable[[], float] = process_time


WATCH = Watch()


def timed(action: Callable[[], object], waits: bool = False) -> Work:
    """The milliseconds that an action takes; by the clock on the wall where it waits for something."""

    def work() -> float:
        now = perf_counter if waits else WATCH.now
        start = now()
        action()
        return (now() - start) * 1000

    return work


def by_turns(ours: Work, floor: Work, runs: int, warm_up: bool = True) -> tuple[Costs, Costs]:
    """The costs of both, run by turns, at least `runs` times each; short ones more often."""
    if warm_up:
        ours(), floor()
    our_costs: list[float] = []
    floor_costs: list[float] = []
    gc.collect()
    while len(our_costs) < runs or (len(our_costs) < MOST_RUNS and sum(our_costs) + sum(floor_costs) < SHORT):
        our_costs.append(ours())
        floor_costs.append(floor())
    return Costs(tuple(our_costs)), Costs(tuple(floor_costs))


def slope(sizes: Sequence[float], costs: Sequence[float]) -> float:
    """How cost grows with size: 1 where twice the size costs twice as much (least squares, log–log)."""
    xs, ys = [math.log(size) for size in sizes], [math.log(max(cost, 1e-6)) for cost in costs]
    x_mean, y_mean = sum(xs) / len(xs), sum(ys) / len(ys)
    spread = sum((x - x_mean) ** 2 for x in xs)
    return sum((x - x_mean) * (y - y_mean) for x, y in zip(xs, ys, strict=True)) / spread if spread else 0.0
