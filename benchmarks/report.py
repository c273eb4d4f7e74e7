"""The table of what was measured, for people and as JSON."""

import json
import os
import platform
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import PySide6

from benchmarks.line import Line
from benchmarks.maps import Size
from benchmarks.measuring import Costs, slope


@dataclass(frozen=True, slots=True)
class Result:
    """One line measured for one size."""

    line: Line
    size: Size
    ours: Costs
    floor: Costs

    @property
    def ratio(self) -> float:
        return self.ours.median / self.floor.median if self.floor.median else 0.0

    @property
    def is_met(self) -> bool:
        return self.line.goal_for(self.size.name).is_met(self.ours.median, self.floor.median)


HEADING = (
    f"{'what':<36} {'size':>4} {'ours':>9} {'min–max':>17} {'floor':>9} {'min–max':>17} {'ratio':>7}  goal"
)


def row(result: Result) -> str:
    """A result as a line of the table on the screen."""
    goal = str(result.line.goal_for(result.size.name))
    goal = f"{goal} {'met' if result.is_met else 'MISSED'}" if goal else ""
    return (
        f"{result.line.what + ', ' + result.line.unit:<36} {result.size.name:>4}"
        f" {_number(result.ours.median):>9} {_range(result.ours):>17}"
        f" {_number(result.floor.median):>9} {_range(result.floor):>17} {result.ratio:>6.2f}×  {goal}"
    ).rstrip()


def growth(results: Sequence[Result]) -> Iterable[str]:
    """For each line that was measured for several sizes, how its costs grow with the notes."""
    for line in dict.fromkeys(result.line.key for result in results):
        its = [result for result in results if result.line.key == line]
        if len(its) > 1:
            sizes = [float(result.size.notes) for result in its]
            ours, floor = (
                [costs.median for costs in side] for side in ([r.ours for r in its], [r.floor for r in its])
            )
            yield f"{its[0].line.what:<36} {slope(sizes, ours):>6.2f} {slope(sizes, floor):>6.2f}"


def as_json(results: Iterable[Result]) -> str:
    return json.dumps({"machine": machine(), "results": [_plain(result) for result in results]}, indent=1)


def machine() -> dict[str, str | int]:
    """What kind of machine this is; nothing that names it."""
    return {
        "date": date.today().isoformat(),
        "processor": _processor(),
        "cores": os.cpu_count() or 1,
        "system": f"{platform.system()} {platform.machine()}",
        "python": platform.python_version(),
        "qt": PySide6.__version__,
    }


def _processor() -> str:
    if sys.platform == "linux":
        for line in Path("/proc/cpuinfo").read_text().splitlines():
            if line.startswith("model name"):
                return line.partition(":")[2].strip()
    return platform.processor()


def _plain(result: Result) -> dict[str, object]:
    return {
        "key": result.line.key,
        "what": result.line.what,
        "size": result.size.name,
        "unit": result.line.unit,
        "ours": result.ours.runs,
        "floor": result.floor.runs,
        "ratio": round(result.ratio, 3),
        "goal": str(result.line.goal_for(result.size.name)),
        "met": result.is_met,
    }


def _number(value: float) -> str:
    return f"{value:.2f}" if value < 10 else f"{value:.1f}" if value < 100 else f"{value:,.0f}"


def _range(costs: Costs) -> str:
    return f"{_number(costs.least)}–{_number(costs.most)}"
