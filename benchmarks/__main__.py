"""`python -m benchmarks`: measures line by line and prints the table; `--help` tells what can be chosen."""

import argparse
import os
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication

from app.widgets.program.style import Style
from benchmarks.ground import Ground
from benchmarks.line import Line
from benchmarks.lines import lines
from benchmarks.maps import SIZES, Size
from benchmarks.measuring import WATCH, by_turns
from benchmarks.report import HEADING, Result, as_json, growth, machine, row


def main(arguments: Sequence[str] | None = None) -> int:
    options = _parser().parse_args(arguments)
    application = QApplication(["journeywall"])
    style = Style(application)
    chosen = [line for line in lines() if not options.only or any(word in line.key for word in options.only)]
    if options.list:
        print("\n".join(f"{line.key:<20} {line.what}; floor: {line.floor}" for line in chosen))
        return 0
    if options.wall:
        WATCH.now = perf_counter
    talk = sys.stderr if options.json else sys.stdout
    print(" · ".join(str(value) for value in machine().values()), HEADING, sep="\n", file=talk, flush=True)
    results = []
    sizes = [size for size in SIZES if not options.size or size.name in options.size]
    for result in _measured(chosen, sizes, options.runs):
        print(row(result), file=talk, flush=True)
        results.append(result)
    print(
        "\nGrowth with the number of notes (log–log slope): ours, floor",
        *growth(results),
        sep="\n",
        file=talk,
    )
    if options.json:
        print(as_json(results))
    style.deleteLater()
    return 0


def _measured(chosen: Sequence[Line], sizes: Sequence[Size], runs: int) -> Iterator[Result]:
    with TemporaryDirectory(prefix="journeywall-bench-") as folder:
        _keep_settings_in(folder)
        grounds = [Ground(size, Path(folder)) for size in sizes]
        for line in chosen:
            for ground in grounds if line.grows else grounds[-1:]:
                with line.prepare(ground) as pair:
                    ours, floor = by_turns(*pair, runs)
                yield Result(line, ground.size, ours, floor)


def _keep_settings_in(folder: str) -> None:
    """Windows remember where they stood; those that are measured shall not change the user's own."""
    for kind in (QSettings.Format.NativeFormat, QSettings.Format.IniFormat):
        QSettings.setPath(kind, QSettings.Scope.UserScope, folder)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks", description="Measure the program beside the floor of this machine."
    )
    parser.add_argument(
        "--size", action="append", choices=[size.name for size in SIZES], help="only this size"
    )
    parser.add_argument("--only", action="append", metavar="WORD", help="only lines whose key contains this")
    parser.add_argument("--runs", type=int, default=5, help="how often each is measured at least (5)")
    parser.add_argument("--wall", action="store_true", help="measure by the clock, not the processor's time")
    parser.add_argument("--json", action="store_true", help="print JSON; the table goes to standard error")
    parser.add_argument("--list", action="store_true", help="print the lines and their keys, measure nothing")
    return parser


if __name__ == "__main__":
    sys.exit(main())
