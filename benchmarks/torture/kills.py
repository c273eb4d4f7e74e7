"""Kills the program at random moments of its work, and looks whether all that it called saved is there."""

import json
import os
import random
import re
import signal
import subprocess
import sys
import time
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from app.model.document import Document
from app.model.records import Note
from app.storage.opening.check import check
from app.storage.opening.neighbours import has_unfinished_commit
from app.storage.project_file import ProjectFile
from benchmarks.torture.hands import digest


@dataclass(slots=True)
class Figures:
    """What came of the kills."""

    kills: int = 0
    reports: int = 0
    """Times that all was called saved before a kill, and was there after it."""
    commits_cut: int = 0
    """Kills in the middle of a commit, which was then rolled back."""
    packings_cut: int = 0
    """Kills in the middle of packing the history."""
    steps_beyond: int = 0
    """Steps that were on the disk though the status bar had not said so yet."""
    done: Counter[str] = field(default_factory=Counter)


_ORPHAN = re.compile(r"Traceback \(.+\n(?: .+\n)*? .+ in spawn_main\n(?: .+\n)*EOFError: Ran out of input\n")
"""Said by a process beside the window that was being begun when that was killed: it has nobody to serve."""


def work_and_be_killed(path: Path, seed: int, most_seconds: float, figures: Figures) -> None:
    """Have hands work on a project until they are killed. Raises AssertionError for what must not be."""
    chance = random.Random(seed)
    command = [sys.executable, "-m", "benchmarks.torture.hands", str(path), str(seed)]
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=environment
    ) as hands:
        assert hands.stdout is not None
        assert hands.stderr is not None
        received = [hands.stdout.readline()]
        time.sleep(chance.uniform(0, most_seconds))
        hands.send_signal(signal.SIGKILL)
        received += hands.stdout.read().splitlines(keepends=True)
        errors = hands.stderr.read()
    assert hands.returncode == -signal.SIGKILL, errors
    assert "Traceback" not in _ORPHAN.sub("", errors), errors
    lines = [json.loads(line) for line in received if line.endswith("\n")]
    packings = [line["packing"] for line in lines if "packing" in line]
    reports = [line for line in lines if "packing" not in line]
    figures.kills += 1
    figures.packings_cut += packings[-1:] == [True]
    figures.commits_cut += has_unfinished_commit(path)
    assert check(path).faults == (), f"seed {seed}"
    if reports[1:]:
        _require(path, reports[-1], seed, figures)
        figures.reports += len(reports) - 1
        figures.done.update(reports[-1]["done"])


def _require(path: Path, report: dict[str, Any], seed: int, figures: Figures) -> None:
    """Raises AssertionError unless the file, taken back to the step of a report, is what was reported."""
    with ProjectFile.open(path) as project:
        assert not project.read_only, project.why_read_only
        document = project.document.copy()
        steps = project.history.steps
        last = [step for step in steps if step.number <= report["step"]]
        assert last, f"seed {seed}: no step is left"
        assert last[-1].number == report["step"], f"seed {seed}: step {report['step']} is not there"
        for step in reversed(steps[len(last) :]):
            document.apply(project.history.change_of(step).inverse())
        touched = [edit.record.id for edit in project.history.change_of(last[-1])]
        figures.steps_beyond += len(steps) - len(last)
    assert digest(document, touched) == report["digest"], f"seed {seed}: the file is not what was saved"
    _require_texts(document, report["growing"], seed)


def _require_texts(document: Document, texts: dict[str, str], seed: int) -> None:
    """A note that was being typed has what it had, and may have more."""
    for id, text in texts.items():
        note = document.get(Note, id)
        assert note.text.startswith(text.rstrip()), f"seed {seed}: {note.text!r} lost of {text!r}"
