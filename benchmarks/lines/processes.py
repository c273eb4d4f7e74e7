"""Whole processes: how long one takes to start, and how much memory one needs."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import NamedTuple

from app.model.records import Note
from app.model.verbs.maps import new_project
from app.storage.new_file import write_new_file
from benchmarks.ground import Ground
from benchmarks.line import Goal, Line, Pair


class _Ran(NamedTuple):
    milliseconds: float
    """From the start of the process until its window was painted."""
    megabytes: float


def _run(argument: str) -> _Ran:
    with TemporaryDirectory(prefix="journeywall-home-") as home:
        environment = {**os.environ, "HOME": home, "XDG_CONFIG_HOME": home, "XDG_DATA_HOME": home}
        environment.pop(
            "PYTHONDONTWRITEBYTECODE", None
        )  # An installed program is not compiled at each start.
        start = perf_counter()
        command = [sys.executable, "-m", "benchmarks.probe", argument]
        with subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True) as process:
            assert process.stdout is not None
            words = process.stdout.readline().split()
            milliseconds = (perf_counter() - start) * 1000
    return _Ran(milliseconds, float(words[1]))


@contextmanager
def _starting(ground: Ground) -> Iterator[Pair]:
    yield Pair(lambda: _run("").milliseconds, lambda: _run("bare").milliseconds)


@contextmanager
def _starting_with_a_project(ground: Ground) -> Iterator[Pair]:
    path = _empty_project(ground.file().parent)
    yield Pair(lambda: _run(str(path)).milliseconds, lambda: _run("bare").milliseconds)


def _empty_project(folder: Path) -> Path:
    path = folder / "empty.journey"
    if not path.exists():
        write_new_file(path, new_project())
    return path


@contextmanager
def _remembering(ground: Ground) -> Iterator[Pair]:
    path: Path = ground.file()
    texts = sum(len(note.text.encode()) for note in ground.document().all(Note))
    empty = _run(str(_empty_project(path.parent))).megabytes
    yield Pair(lambda: _run(str(path)).megabytes - empty, lambda: texts * 10 / 1e6)


LINES = (
    Line(
        "memory",
        "memory above the window of an empty project",
        "the notes' text × 10",
        _remembering,
        goals={"L": Goal(cost=60), "XL": Goal(cost=250)},
        unit="MB",
    ),
    Line(
        "start",
        "start to an empty window (the start page)",
        "importing PySide6 and showing a bare QMainWindow",
        _starting,
        Goal(2),
        grows=False,
    ),
    Line(
        "start-project",
        "start to the window of an empty project",
        "importing PySide6 and showing a bare QMainWindow",
        _starting_with_a_project,
        grows=False,
    ),
)
