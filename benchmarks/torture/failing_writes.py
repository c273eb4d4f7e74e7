"""Has every single write and sync of a save fail in turn, and looks that nothing is lost and nothing broken.

Run as a process of its own with the small library of `failing_writes.c` preloaded, which needs gcc and Linux.
"""

import ctypes
import errno
import json
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Event

from app.model.history.thinning import thinned
from app.model.records import Note
from app.model.verbs.notes import add_note, set_text
from app.storage.history.tidying import KEPT
from app.storage.opening.check import check
from app.storage.project_file import ProjectFile
from benchmarks.work import write_history

ONCE, FROM_THEN_ON, TORN, KILL = range(4)
WAYS = {
    "disk error, once": (ONCE, errno.EIO),
    "disk error, lasting": (FROM_THEN_ON, errno.EIO),
    "disk full, in the middle of a write": (TORN, errno.ENOSPC),
    "file may not be written any more": (FROM_THEN_ON, errno.EROFS),
}
SECONDS = 30.0


def can_be_run() -> bool:
    return sys.platform == "linux" and shutil.which("gcc") is not None


def run(folder: Path, only: str = "", of_all_kinds: bool = True, every: int = 1) -> dict[str, int]:
    """Try all ways in a folder, or only one, and the kills. Returns how many calls of a save were tried.

    Saves are of all kinds, packing and thinning out among them, or else of edits alone, of whose calls only
    every so many is tried.

    Raises AssertionError for anything lost or broken.
    """
    library = folder / "failing_writes.so"
    source = Path(__file__).with_suffix(".c")
    subprocess.run(["gcc", "-shared", "-fPIC", "-o", library, source, "-ldl"], check=True)
    asked = [str(folder), only, str(of_all_kinds), str(every)]
    done = subprocess.run(
        [sys.executable, "-m", "benchmarks.torture.failing_writes", *asked],
        env=os.environ | {"LD_PRELOAD": str(library)},
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr
    figures: dict[str, int] = {}
    for line in done.stdout.splitlines():
        figures |= json.loads(line)
    return figures


class _Disk:
    """Says which call from now on fails in a folder."""

    def __init__(self, folder: Path) -> None:
        self._folder = os.fsencode(folder.resolve())
        self._library = ctypes.CDLL(None)

    def fail_at(self, call: int, way: int = ONCE, error: int = 0) -> None:
        self._library.torture_arm(self._folder, call, way, error)

    @property
    def calls(self) -> int:
        return int(self._library.torture_calls())


def main(folder: Path, only: str, of_all_kinds: bool, every: int) -> None:
    for name, way in WAYS.items():
        if only in ("", name):
            _print(name, _fail_at_every_call(folder, *way, every))
            if of_all_kinds:
                _print(f"packing the history: {name}", _fail_at_every_call_of_packing(folder, *way))
                _print(f"thinning it out: {name}", _fail_at_every_call_of_thinning(folder, *way))
    _print("killed at the call", _kill_at_every_call(folder, every))
    for what, act in () if only else (("packing", _pack), ("thinning out", _thin)):
        _print(f"killed at the call of {what}", _kill_at_every_call_of(folder, act))


def _print(what: str, calls: int) -> None:
    print(json.dumps({what: calls}), flush=True)


def _fail_at_every_call(folder: Path, way: int, error: int, every: int) -> int:
    """Edit with the n-th call failing, for every n, until a save needs no more calls. Returns how many n.

    `every`: or for every so many of them.
    """
    path, disk = folder / "a.journey", _Disk(folder)
    _make(path)
    failed = Event()
    saves = 0
    with ProjectFile.open(path) as project:
        project.subscribe(lambda state: failed.set() if state.has_failed else None)
        for call in range(1, 1000, every):
            failed.clear()
            disk.fail_at(call, way, error)
            text = f"{call} {'x' * 3000}"
            project.history.do(set_text(project.document, "note-0", text))
            while not (project.wait_until_saved(0.01) or failed.is_set()):
                pass
            if not failed.is_set():
                break
            saves += 1
            assert project.state.sentence
            _require_sound(path, saves - 1, saves)
            disk.fail_at(0)
            project.try_again()
            assert project.wait_until_saved(SECONDS), f"call {call}: {project.state}"
            _require_sound(path, saves, saves)
            with ProjectFile.open(path, read_only=True) as again:
                assert again.document.get(Note, "note-0").text == text
        disk.fail_at(0)
    assert check(path).steps == saves + 1
    path.unlink()
    return saves


def _fail_at_every_call_of_packing(folder: Path, way: int, error: int) -> int:
    """Pack with the n-th call failing, for every n, until no call is left to fail. Returns how many n."""
    path, disk = folder / "a.journey", _Disk(folder)
    _make_long(path)
    with ProjectFile.open(path) as project:
        for call in range(1, 1000):
            for _ in range(3):
                project.history.do(add_note(project.document, "section", "stage", "x" * 500))
            assert project.wait_until_saved(SECONDS)
            steps = len(project.history.steps)
            disk.fail_at(call, way, error)
            assert project.tidy(SECONDS)
            was_reached = disk.calls >= call
            assert project.state.is_saved, "packing is no matter of saving"
            _require_sound(path, steps, steps)
            disk.fail_at(0)
            if not was_reached:
                break
    path.unlink()
    return call - 1


def _fail_at_every_call_of_thinning(folder: Path, way: int, error: int) -> int:
    """The same while the history is thinned out, which is written like a step."""
    path, disk = folder / "a.journey", _Disk(folder)
    failed = Event()
    _make_long(path)
    made = path.read_bytes()
    for call in range(1, 1000):
        path.write_bytes(made)
        failed.clear()
        with ProjectFile.open(path) as project:
            project.subscribe(lambda state: failed.set() if state.has_failed else None)
            steps, document = len(project.history.steps), project.document.copy()
            disk.fail_at(call, way, error)
            project.history.thin(thinned(project.history))
            while not (project.wait_until_saved(0.01) or failed.is_set()):
                pass
            if failed.is_set():
                report = check(path)
                assert report.faults == (), report.faults
                assert report.steps in (1, steps), report.steps
            disk.fail_at(0)
            project.try_again()
            assert project.wait_until_saved(SECONDS), f"call {call}: {project.state}"
        _require_sound(path, 1, 1)
        with ProjectFile.open(path) as project:
            assert project.document == document
        path.unlink()
        if not failed.is_set():
            break
    return call - 1


def _require_sound(path: Path, least: int, most: int) -> None:
    report = check(path)
    assert report.faults == (), report.faults
    assert least <= report.steps <= most, f"{report.steps} steps of {most}"


def _kill_at_every_call(folder: Path, every: int) -> int:
    """Be killed at the n-th call of a save, for every n, or every so many. Returns how many n."""
    path, disk = folder / "a.journey", _Disk(folder)
    _make(path)
    made = path.read_bytes()
    for tried, call in enumerate(range(1, 1000, every)):
        path.write_bytes(made)
        was_killed = _in_a_child(path, disk, call, _edit)
        report = check(path)
        assert report.faults == (), f"killed at call {call}: {report.faults}"
        with ProjectFile.open(path) as project:
            assert not project.read_only, project.why_read_only
            texts = [note.text for note in project.document.all(Note)]
            assert len(texts) - 1 == len(project.history.steps), f"killed at call {call}: half a step"
        path.unlink()
        if not was_killed:
            return tried
    raise AssertionError("a save never ends")


def _pack(project: ProjectFile) -> None:
    project.tidy(SECONDS)


def _thin(project: ProjectFile) -> None:
    project.history.thin(thinned(project.history))
    project.wait_until_saved(SECONDS)


def _kill_at_every_call_of(folder: Path, act: Callable[[ProjectFile], None]) -> int:
    """Be killed at the n-th call of what is done to the history, for every n. Returns how many n."""
    path, disk = folder / "a.journey", _Disk(folder)
    _make_long(path)
    made = path.read_bytes()
    with ProjectFile.open(path) as project:
        document, steps = project.document.copy(), len(project.history.steps)
    for call in range(1, 1000):
        path.write_bytes(made)
        was_killed = _in_a_child(path, disk, call, act)
        report = check(path)
        assert report.faults == (), f"killed at call {call}: {report.faults}"
        assert report.steps in ((1, steps) if act is _thin else (steps,)), f"killed at call {call}"
        with ProjectFile.open(path) as project:
            assert not project.read_only, project.why_read_only
            assert project.document == document, f"killed at call {call}"
        path.unlink()
        if not was_killed:
            return call - 1
    raise AssertionError("it never ends")


def _in_a_child(path: Path, disk: _Disk, call: int, act: Callable[[ProjectFile], None]) -> bool:
    """Whether a child was killed before it had done something with a project."""
    child = os.fork()
    if child == 0:
        with ProjectFile.open(path) as project:
            disk.fail_at(call, KILL)
            act(project)
            disk.fail_at(0)
        os._exit(0)
    _, status = os.waitpid(child, 0)
    return os.WIFSIGNALED(status) and os.WTERMSIG(status) == signal.SIGKILL


def _edit(project: ProjectFile) -> None:
    project.history.do(add_note(project.document, "section", "stage", "x" * 9000))
    project.wait_until_saved(SECONDS)


def _make(path: Path) -> None:
    from tests.storage.projects import small_document

    ProjectFile.create(path, small_document(notes=1)).close()


def _make_long(path: Path) -> None:
    """A project with 60 packed steps and more that can be."""
    from tests.storage.projects import add_notes, small_file

    small_file(path)
    write_history(path, lambda history: add_notes(history, KEPT + 60))
    with ProjectFile.open(path) as project:
        project.tidy(SECONDS)
    write_history(path, lambda history: add_notes(history, 40))


def lines(figures: dict[str, int]) -> Iterator[str]:
    for way, calls in figures.items():
        yield f"{way}: each of {calls} calls of a save"


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], sys.argv[3] == str(True), int(sys.argv[4]))
