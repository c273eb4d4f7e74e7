"""`python -m benchmarks.torture`: tries for a long time to make the program lose work, and prints figures.

`--help` tells what can be chosen. The short versions are ordinary tests.
"""

import argparse
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory

from app.formats.templates import template
from app.model.records import Note
from app.model.verbs.notes import set_text
from app.storage.project_file import ProjectFile
from benchmarks.torture import clipboards, damage, disks, failing_writes, folders, kills, latency, size
from benchmarks.work import work_on, write_history


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
    yield from _damage_of(_sample(folder), "a short history", options.copies)
    yield from _damage_of(_packed_sample(folder), "a packed history", options.copies)


def _damage_of(path: Path, what: str, number: int) -> Iterator[str]:
    trials = damage.Trials(path)
    for seed in range(number):
        trials.try_damage(damage.DAMAGES[seed % len(damage.DAMAGES)], seed, path.with_name("damaged.journey"))
    found = trials.figures
    yield f"{found.trials} damaged copies with {what}: no crash, none silently empty, none written to"
    yield f"{found.refused} refused with a sentence, {found.named_by_check} named by check"
    yield f"{found.read_as_before} read as before, {found.read_with_other_values} with another value"
    yield f"{found.recovered:,} of {found.intact:,} records on sound pages rescued as they were"
    for kind, share in found.found.items():
        copies = number / len(damage.DAMAGES)
        yield f"{kind}: {share / copies / 10:.1f} % of all records rescued"


def _folders(folder: Path, options: argparse.Namespace) -> Iterator[str]:
    yield from folders.lines(folder, options.copies)


def _kills(folder: Path, options: argparse.Namespace) -> Iterator[str]:
    """Ctrl+C ends it; what was done by then is told."""
    figures, path = kills.Figures(), _sample(folder)
    write_history(path, lambda history: work_on(history, 300))
    with suppress(KeyboardInterrupt):
        for seed in range(options.kills):
            kills.work_and_be_killed(path, seed, 3.0, figures)
    cut = f"{figures.commits_cut} of them in the middle of a commit, {figures.packings_cut} of packing"
    yield f"{figures.kills} kills, {cut} the history"
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


def _changing(folder: Path, options: argparse.Namespace) -> Iterator[str]:
    for seed in range(options.windows):
        place = folder / str(seed)
        place.mkdir()
        command = [sys.executable, "-m", "benchmarks.torture.changing", str(place), str(seed), "50"]
        environment = os.environ | {"QT_QPA_PLATFORM": "offscreen", "XDG_DATA_HOME": str(place)}
        done = subprocess.run(command, capture_output=True, text=True, env=environment)
        if done.returncode:
            raise AssertionError(done.stderr)
        yield from done.stdout.splitlines()


def _latency(folder: Path, options: argparse.Namespace) -> Iterator[str]:
    path = _sample(folder)
    yield latency.report("single edits", latency.edits(path), 250)
    yield latency.report("typing as fast as keys come", latency.typing(path), 1000)
    write_history(path, lambda history: work_on(history, 5000))
    yield latency.report(
        "single edits while 5,000 changes are packed", latency.edits_while_packing(path), 250
    )


def _size(folder: Path, options: argparse.Namespace) -> Iterator[str]:
    for name in ("sample", "L"):
        yield size.report(name, folder / f"{name}.journey", options.changes)


def _clipboards(folder: Path, options: argparse.Namespace) -> Iterator[str]:
    yield from clipboards.lines()


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


def _packed_sample(folder: Path) -> Path:
    """The sample after 1,500 changes, most of them packed."""
    path = folder / "packed.journey"
    ProjectFile.create(path, template("pizzeria")).close()
    write_history(path, lambda history: work_on(history, 1500))
    with ProjectFile.open(path) as project:
        project.tidy()
    return path


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.torture", description="Try to lose work.")
    parser.add_argument("--only", action="append", choices=list(TORTURES), help="only this; may be repeated")
    parser.add_argument("--kills", type=int, default=200, help="how often to kill the program (200)")
    parser.add_argument("--windows", type=int, default=20, help="under how many windows files change (20)")
    parser.add_argument("--copies", type=int, default=500, help="how many damaged copies (500)")
    parser.add_argument("--changes", type=int, default=10_000, help="how long a history is measured (10000)")
    parser.add_argument("--seconds", type=int, default=600, help="how long to fuzz each loader (600)")
    return parser.parse_args()


TORTURES: dict[str, Callable[[Path, argparse.Namespace], Iterator[str]]] = {
    "damage": _damage,
    "folders": _folders,
    "disks": _disks,
    "writes": _writes,
    "latency": _latency,
    "size": _size,
    "kills": _kills,
    "changing": _changing,
    "fuzz": _fuzz,
    "clipboards": _clipboards,
}

if __name__ == "__main__":
    sys.exit(main())
