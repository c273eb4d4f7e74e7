"""A project is written by one Journeywall at a time; a crash locks nobody out."""

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from app.storage.errors import InUseError, UnreadableFileError
from app.storage.guard.lock import lock_of
from app.storage.opening.check import check
from app.storage.project_file import ProjectFile
from tests.storage.projects import add_notes, small_document, small_file

OPENS_AND_WAITS = """
import sys
from pathlib import Path
from app.storage.project_file import ProjectFile
project = ProjectFile.open(Path(sys.argv[1]))
print(project.read_only, flush=True)
sys.stdin.read()
project.close()
"""


@contextmanager
def _opened_elsewhere(path: Path) -> Iterator[subprocess.Popen[str]]:
    with subprocess.Popen(
        [sys.executable, "-c", OPENS_AND_WAITS, str(path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == "False\n"
        yield other
        other.communicate()


def test_the_second_opens_for_reading_and_is_told_by_whom_and_since_when(tmp_path: Path) -> None:
    path = small_file(tmp_path / "a.journey")
    with _opened_elsewhere(path):
        with ProjectFile.open(path) as project:
            assert project.read_only
            assert project.why_read_only is not None
            assert "already open in another Journeywall" in str(project.why_read_only)
            assert ", since " in str(project.why_read_only)
            assert len(project.document) == len(small_document())
        with pytest.raises(InUseError):
            ProjectFile.create(path, small_document(), overwrite=True)
    with ProjectFile.open(path) as project:
        assert not project.read_only


def test_a_lock_left_by_a_crash_is_taken_over(tmp_path: Path) -> None:
    path = small_file(tmp_path / "a.journey")
    with _opened_elsewhere(path) as other:
        other.kill()
        other.wait()
        assert lock_of(path).exists()
        with ProjectFile.open(path) as project:
            assert not project.read_only
            add_notes(project.history, 1)
    assert [found.name for found in tmp_path.iterdir()] == ["a.journey"]


def test_a_lock_of_another_machine_is_kept_until_overruled(tmp_path: Path) -> None:
    path = small_file(tmp_path / "a.journey")
    foreign = (
        '{"user": "Ana", "host": "laptop-7", "space": "", "pid": 1, "started": "1", '
        '"since": "2025-05-03T12:03:00+00:00"}'
    )
    lock_of(path).write_text(foreign)
    with ProjectFile.open(path) as project:
        assert project.why_read_only is not None
        assert "Ana on laptop-7, since " in str(project.why_read_only)
    assert lock_of(path).read_text() == foreign
    with ProjectFile.open(path, take_over=True) as project:
        assert not project.read_only
    assert not lock_of(path).exists()


def lock_with(path: Path, **values: str) -> None:
    """The lock of a Journeywall that has the project open now, with some of its words changed."""
    with ProjectFile.open(path):
        found = json.loads(lock_of(path).read_text())
    lock_of(path).write_text(json.dumps({**found, **values}))


def test_a_machine_with_the_same_name_is_another_machine(tmp_path: Path) -> None:
    path = small_file(tmp_path / "a.journey")
    lock_with(path, machine="0123456789abcdef", started="long ago")
    with ProjectFile.open(path) as project:
        assert project.read_only
        assert project.holder is not None
        assert project.holder.may_be_gone


def test_a_lock_from_before_the_machine_was_started_anew_is_taken_over(tmp_path: Path) -> None:
    path = small_file(tmp_path / "a.journey")
    lock_with(path, boot="another one")
    with ProjectFile.open(path) as project:
        assert not project.read_only


def test_a_lock_does_not_give_away_the_id_of_the_machine(tmp_path: Path) -> None:
    path = small_file(tmp_path / "a.journey")
    with ProjectFile.open(path):
        content = lock_of(path).read_text()
    for place in map(Path, ("/etc/machine-id", "/var/lib/dbus/machine-id")):
        assert not place.exists() or not (known := place.read_text().strip()) or known not in content


@pytest.mark.skipif(sys.platform == "win32", reason="makes links")
@pytest.mark.parametrize("is_here", [True, False])
def test_one_file_under_two_names_is_written_under_one(is_here: bool, tmp_path: Path) -> None:
    path = small_file(tmp_path / "a.journey")
    other = tmp_path / "elsewhere" / "b.journey"
    other.parent.mkdir()
    os.link(path, other)
    with ProjectFile.open(path) if is_here else _opened_elsewhere(path), ProjectFile.open(other) as second:
        assert second.why_read_only is not None
        assert "under another name it is already open" in str(second.why_read_only)
    assert not lock_of(other).exists()
    with ProjectFile.open(other) as project:
        assert not project.read_only
        with ProjectFile.open(path) as second:
            assert second.read_only
    with ProjectFile.open(path) as project:
        assert not project.read_only


def _pipe(place: Path) -> None:
    os.mkfifo(place)


def _link_in_a_circle(place: Path) -> None:
    place.symlink_to(place)


def _link_to_what_never_ends(place: Path) -> None:
    place.symlink_to("/dev/zero")


@pytest.mark.skipif(sys.platform == "win32", reason="has no such things")
@pytest.mark.parametrize("make", [_pipe, Path.mkdir, _link_in_a_circle, _link_to_what_never_ends])
def test_whatever_lies_in_the_place_of_a_lock_neither_hangs_nor_ends_the_program(
    make: Callable[[Path], None], tmp_path: Path
) -> None:
    path = small_file(tmp_path / "a.journey")
    make(lock_of(path))
    with ProjectFile.open(path) as project:
        assert project.why_read_only is not None
        assert "somebody on another machine" in str(project.why_read_only)
    with ProjectFile.open(path, take_over=True) as project:
        assert not project.read_only
        add_notes(project.history, 1)
    assert not os.path.lexists(lock_of(path))


@pytest.mark.skipif(sys.platform == "win32", reason="makes links")
def test_a_project_whose_name_leads_in_a_circle_is_told_in_a_sentence(tmp_path: Path) -> None:
    path = tmp_path / "a.journey"
    path.symlink_to(path)
    for use in (ProjectFile.open, check, lambda path: ProjectFile.create(path, small_document())):
        with pytest.raises(UnreadableFileError, match="leads in a circle"):
            use(path)


@pytest.mark.parametrize("content", ["", "{", "[]", '{"pid": "one"}', "\udcff"])
def test_a_lock_that_cannot_be_read_is_somebodys(content: str, tmp_path: Path) -> None:
    path = small_file(tmp_path / "a.journey")
    lock_of(path).write_bytes(content.encode(errors="surrogateescape"))
    with ProjectFile.open(path) as project:
        assert project.why_read_only is not None
        assert "somebody on another machine" in str(project.why_read_only)


def test_a_lock_of_an_id_that_another_process_has_now_is_taken_over(tmp_path: Path) -> None:
    path = small_file(tmp_path / "a.journey")
    with ProjectFile.open(path):
        content = lock_of(path).read_text()
    started = content.partition('"started": "')[2].partition('"')[0]
    lock_of(path).write_text(content.replace(f'"{started}"', '"long ago"'))
    with ProjectFile.open(path) as project:
        assert not project.read_only


def test_another_window_of_the_same_program_is_called_so(tmp_path: Path) -> None:
    path = small_file(tmp_path / "a.journey")
    with ProjectFile.open(path), ProjectFile.open(path) as second:
        assert second.why_read_only is not None
        assert "already open in another window" in str(second.why_read_only)


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write everywhere")
def test_a_write_protected_file_opens_for_reading(tmp_path: Path) -> None:
    path = small_file(tmp_path / "a.journey")
    path.chmod(0o444)
    with ProjectFile.open(path) as project:
        assert project.why_read_only is not None
        assert "cannot be written" in str(project.why_read_only)


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write everywhere")
def test_a_file_in_a_write_protected_folder_opens_for_reading(tmp_path: Path) -> None:
    folder = tmp_path / "stick"
    folder.mkdir()
    path = small_file(folder / "a.journey")
    folder.chmod(0o555)
    with ProjectFile.open(path) as project:
        assert project.why_read_only is not None
        assert "folder cannot be written to" in str(project.why_read_only)
    folder.chmod(0o755)


def test_a_lock_of_gigabytes_is_not_read_and_the_project_opens_for_reading(tmp_path: Path) -> None:
    path = small_file(tmp_path / "map.journey")
    with lock_of(path).open("wb") as file:
        file.truncate(50_000_000_000)
    with ProjectFile.open(path) as project:
        assert project.read_only


def test_a_lock_that_went_away_with_its_folder_locks_nobody_out(tmp_path: Path) -> None:
    """The window on the project is closed, but the program that made the lock still runs."""
    stick = tmp_path / "stick"
    stick.mkdir()
    project = ProjectFile.open(small_file(stick / "a.journey"))
    stick.rename(tmp_path / "drawer")
    path = tmp_path / "drawer" / "a.journey"
    with ProjectFile.open(path) as other:
        assert other.read_only
    project.close(abandon=True)
    with ProjectFile.open(path) as again:
        assert not again.read_only


def test_a_project_that_was_open_in_a_container_is_taken_over(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its numbers of processes are others, so nobody can tell whether that one still runs."""
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    path = small_file(tmp_path / "a.journey")
    project = ProjectFile.open(path)
    locks = [lock_of(path), *tmp_path.glob("journeywall-*/*.lock")]
    assert len(locks) == 2
    left = [json.loads(lock.read_bytes()) | {"space": "pid:[1]"} for lock in locks]
    project.close()
    for lock, content in zip(locks, left, strict=True):
        lock.write_text(json.dumps(content))
    with ProjectFile.open(path) as other:
        assert other.holder is not None
        assert other.holder.may_be_gone
    with ProjectFile.open(path, take_over=True) as mine:
        assert not mine.read_only
    assert not any(lock.exists() for lock in locks)
