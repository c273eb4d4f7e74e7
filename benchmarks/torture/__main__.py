"""`python -m benchmarks.torture`: tries for a long time to make the program lose work, and prints figures.

`--help` tells what can be chosen. The short versions are ordinary tests.
"""

import argparse
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from app.formats.templates import template
from app.model.notes import set_text
from app.model.records import Note
from app.storage.project_file import ProjectFile
from benchmarks.torture import damage, disks, failing_writes, kills, latency


def main() -> int:
    options = _options()
    with TemporaryDirectory(prefix="journeywall-torture-") as name:
        for what, run in TORTURES.items():
            if options.only and what not in options.only:
                continue
            folder = Path(name) / what
            folder.mkdir()
            start = time.monotonic()
            for line in run(folder, options):
                print(f"{what:8} {line}", flush=True)
            print(f"{what:8} took {time.monotonic() - start:.0f} s", flush=True)
    return 0


def _damage(folder: Path, options: argparse.Namespace) -> Iterator[str]:
    trials = damage.Trials(_sample(folder))
    for seed in range(options.copies):
        trials.try_damage(damage.DAMAGES[seed % len(damage.DAMAGES)], seed, folder / "damaged.journey")
    found = trials.figures
    yield f"{found.trials} damaged copies: no crash, none silently empty, none written to"
    yield f"{found.refused} refused with a sentence, {found.named_by_check} named by check"
    yield f"{found.read_as_before} read as before, {found.read_with_other_values} with another value"
    yield f"{found.recovered:,} of {found.intact:,} records on sound pages rescued as they were"
    for kind, share in found.found.items():
        copies = len(range(options.copies)) / len(damage.DAMAGES)
        yield f"{kind}: {share / copies / 10:.1f} % of all records rescued"


def _kills(folder: Path, options: argparse.Namespace) -> Iterator[str]:
    figures, path = kills.Figures(), _sample(folder)
    for seed in range(options.kills):
        kills.work_and_be_killed(path, seed, 1.5, figures)
    yield f"{figures.kills} kills, {figures.commits_cut} of them in the middle of a commit"
    yield f"{figures.reports:,} times all was called saved; all of it was there after the kill"
    yield "steps taken: " + ", ".join(f"{number} {hand}" for hand, number in figures.done.items())


def _writes(folder: Path, options: argparse.Namespace) -> Iterator[str]:
    if not failing_writes.can_be_run():
        yield "left out: needs gcc and Linux"
        return
    yield from failing_writes.lines(failing_writes.run(folder))


def _disks(folder: Path, options: argparse.Namespace) -> Iterator[str]:
    yield disks.fill_a_disk(folder) or "full disk left out: no right to mount a small one"
    yield disks.make_read_only(folder) or "read-only file left out: no right to forbid oneself to write"


def _latency(folder: Path, options: argparse.Namespace) -> Iterator[str]:
    path = _sample(folder)
    yield latency.told("single edits", latency.edits(path), 250)
    yield latency.told("typing as fast as keys come", latency.typing(path), 1000)


def _fuzz(folder: Path, options: argparse.Namespace) -> Iterator[str]:
    for kind in ("json", "project"):
        command = [sys.executable, "-m", "benchmarks.torture.fuzzing", kind, str(options.seconds)]
        done = subprocess.run(command, capture_output=True, text=True)
        if done.returncode:
            raise AssertionError(done.stderr)
        yield done.stdout.strip()


def _sample(folder: Path) -> Path:
    path = folder / "sample.journey"
    with ProjectFile.create(path, template("pizzeria")) as project:
        for note in project.document.all(Note)[:20]:
            project.history.do(set_text(project.document, note.id, f"{note.text}!"))
    return path


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.torture", description="Try to lose work.")
    parser.add_argument("--only", action="append", choices=list(TORTURES), help="only this; may be repeated")
    parser.add_argument("--kills", type=int, default=200, help="how often to kill the program (200)")
    parser.add_argument("--copies", type=int, default=500, help="how many damaged copies (500)")
    parser.add_argument("--seconds", type=int, default=600, help="how long to fuzz each loader (600)")
    return parser.parse_args()


TORTURES: dict[str, Callable[[Path, argparse.Namespace], Iterator[str]]] = {
    "damage": _damage,
    "disks": _disks,
    "writes": _writes,
    "latency": _latency,
    "kills": _kills,
    "fuzz": _fuzz,
}

if __name__ == "__main__":
    sys.exit(main())
