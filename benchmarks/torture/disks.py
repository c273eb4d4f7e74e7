"""Real disks that say no: one that is full, and a file that is made read-only while it is being edited.

Both need rights that not everybody has; what cannot be set up is said to be left out.
"""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Event

from app.model.verbs.notes import add_note
from app.storage.opening.check import check
from app.storage.project_file import ProjectFile
from tests.storage.projects import small_file

SECONDS = 30.0

Turn = Callable[[], object]


def fill_a_disk(folder: Path) -> str | None:
    """Fill a disk of 1 MB by editing, free room, look that all edits are there. None where not possible."""
    with _small_disk(folder / "disk") as disk:
        if disk is None:
            return None
        ballast = disk / "ballast"
        ballast.write_bytes(bytes(500_000))
        return _edit_through(small_file(disk / "a.journey"), lambda: None, ballast.unlink, "the disk is full")


def make_read_only(folder: Path) -> str | None:
    """Forbid writing while edits go on, allow it, look that all are there. None where not possible."""
    path = small_file(folder / "kept.journey")
    return _edit_through(path, lambda: _forbid(path), lambda: _allow(path), "the file is read-only")


def _edit_through(
    path: Path, begin: Callable[[], object], end: Callable[[], object], trouble: str
) -> str | None:
    failed = Event()
    with ProjectFile.open(path) as project:
        project.subscribe(lambda state: failed.set() if state.has_failed else None)
        begin()
        steps = 0
        while not failed.is_set() and steps < 2000:
            project.history.do(add_note(project.document, "section", "stage", "x" * 4000))
            steps += 1
            if steps % 20 == 0:
                project.wait_until_saved(0.5)
        if not failed.wait(1):
            end()
            return None
        waiting, sentence = project.state.pending, project.state.sentence
        assert sentence, "a failure without a sentence"
        assert check(path).faults == (), f"{trouble}: {check(path).faults}"
        end()
        project.try_again()
        assert project.wait_until_saved(SECONDS), f"{trouble}: {project.state}"
    report = check(path)
    assert report.faults == (), report.faults
    assert report.steps == steps, f"{trouble}: {report.steps} of {steps} steps"
    return f"{trouble}: {steps} edits, {waiting} of them in memory until it was over; “{sentence}”"


@contextmanager
def _small_disk(folder: Path) -> Iterator[Path | None]:
    folder.mkdir(parents=True, exist_ok=True)
    mounted = sys.platform == "linux" and _run("mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", str(folder))
    try:
        yield folder if mounted else None
    finally:
        if mounted:
            _run("umount", str(folder))


def _forbid(path: Path) -> None:
    path.chmod(0o444)
    if sys.platform == "linux" and os.geteuid() == 0:
        _run("chattr", "+i", str(path))


def _allow(path: Path) -> None:
    if sys.platform == "linux" and os.geteuid() == 0:
        _run("chattr", "-i", str(path))
    path.chmod(0o644)


def _run(*command: str) -> bool:
    try:
        return subprocess.run(command, capture_output=True, check=False).returncode == 0
    except OSError:
        return False
