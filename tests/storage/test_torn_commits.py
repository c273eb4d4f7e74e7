"""An older copy of the file that comes in the middle of a commit ends as we left it, with that in it.

What it lacks elsewhere is seen all the same.
"""

import os
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, closing, contextmanager
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import hypothesis.strategies as st
import pytest
from hypothesis import given
from sqlalchemy import Engine, event

from app.model.history.thinning import thinned
from app.model.records import Note
from app.model.verbs.notes import set_text
from app.storage.errors import NotSavedError
from app.storage.guard import ending
from app.storage.history.tidying import KEPT
from app.storage.opening.check import check
from app.storage.project_file import ProjectFile
from benchmarks.work import write_history
from tests.storage.changed import SECONDS, is_what_is_open, opened, overwrite, put_back
from tests.storage.projects import add_notes, small_file

Moment = Callable[[Callable[[], object]], AbstractContextManager[None]]


@contextmanager
def before_the_first_statement(do: Callable[[], object]) -> Iterator[None]:
    """Have something done within the next transaction that writes, before it has written anything."""
    is_done = False

    def come(_: object, __: object, statement: str, *more: Any) -> None:
        nonlocal is_done
        if not is_done and statement.startswith(("INSERT", "UPDATE")):
            is_done = True
            do()

    event.listen(Engine, "before_cursor_execute", come)
    yield
    event.remove(Engine, "before_cursor_execute", come)
    assert is_done


@contextmanager
def before_the_commit(do: Callable[[], object]) -> Iterator[None]:
    """Have something done when all of the next transaction is written but for its end."""
    is_done = False

    def come(_: object) -> None:
        nonlocal is_done
        if not is_done:
            is_done = True
            do()

    event.listen(Engine, "commit", come)
    yield
    event.remove(Engine, "commit", come)
    assert is_done


MOMENTS = (before_the_first_statement, before_the_commit)


def type_in_a_note(project: ProjectFile, times: int) -> list[int]:
    """So many steps, each as long as the others. Returns how large the file was after each."""
    sizes = list[int]()
    for _ in range(times):
        project.history.do(set_text(project.document, "note-0", f"Step {len(project.history.steps):05}"))
        assert project.wait_until_saved(SECONDS)
        sizes.append(project.path.stat().st_size)
    return sizes


def steps_until_another_page(project: ProjectFile) -> int:
    """How many steps fit into the last page of the history, found by filling two."""
    sizes = type_in_a_note(project, 60)
    grown = [number for number, (before, after) in enumerate(pairwise(sizes), 1) if after > before]
    return 2 * grown[-1] - grown[-2] - len(sizes)


def require_told_and_put_back(project: ProjectFile) -> None:
    with pytest.raises(NotSavedError):
        project.close()
    assert project.state.is_gone
    put_back(project)
    assert is_what_is_open(project.path, project)
    project.close()
    assert check(project.path).faults == ()


@pytest.mark.parametrize("moment", MOMENTS)
def test_records_that_an_older_copy_lacks_are_missed(moment: Moment, tmp_path: Path) -> None:
    path, older = small_file(tmp_path / "a.journey", notes=100), tmp_path / "older"
    shutil.copyfile(path, older)
    project = ProjectFile.open(path)
    for number in range(3):
        project.history.do(set_text(project.document, f"note-{number}", "Changed"))
    assert project.wait_until_saved(SECONDS)
    with moment(lambda: overwrite(path, older)):
        add_notes(project.history, 1)
        assert project.wait_until_saved(SECONDS)
    require_told_and_put_back(project)


@pytest.mark.parametrize("moment", MOMENTS)
def test_steps_that_an_older_copy_lacks_are_missed_where_all_else_is_there(
    moment: Moment, tmp_path: Path
) -> None:
    """A commit that begins another page of the history leaves the last steps to the page before."""
    path, older = small_file(tmp_path / "a.journey"), tmp_path / "older"
    project = ProjectFile.open(path)
    project.spares = lambda: [older]
    type_in_a_note(project, steps_until_another_page(project) - 2)
    shutil.copyfile(path, older)
    size = type_in_a_note(project, 2)[-1]
    with moment(lambda: overwrite(path, older)):
        assert type_in_a_note(project, 1)[-1] > size
    require_told_and_put_back(project)


def test_a_page_that_was_overwritten_in_the_middle_of_a_commit_is_seen_once_the_file_rests(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where nothing stands in it that this session did."""
    monkeypatch.setattr(ending, "_UNSETTLED", 0)
    project, _ = opened(tmp_path)
    with closing(sqlite3.connect(project.path)) as other:
        page = other.execute("SELECT rootpage FROM sqlite_master WHERE name = 'project'").fetchone()[0]
    assert project.wait_until_looked(SECONDS)

    def spoil() -> None:
        with project.path.open("rb+") as file:
            file.seek((page - 1) * 4096)
            file.write(bytes(4096))

    with before_the_commit(spoil):
        add_notes(project.history, 1)
        assert project.wait_until_saved(SECONDS)
    assert not project.wait_until_looked(SECONDS)
    assert "overwrote the file" in str(project.state.sentence)
    project.close(abandon=True)


def types_on(project: ProjectFile) -> None:
    """A word grows; begun anew at each turn."""
    history = project.history
    for length in (1, 2, 3):
        history.do(set_text(project.document, "note-1", f"{len(history.steps)} {'x' * length}"), "note-1")


def types_and_erases(project: ProjectFile) -> None:
    """Of the step nothing is left, and its number is that of the next one."""
    before = project.document.get(Note, "note-2").text
    project.history.end_merge()
    for text in (f"{before}y", before):
        project.history.do(set_text(project.document, "note-2", text), "note-2")


def thins(project: ProjectFile) -> None:
    project.history.thin(thinned(project.history))


DEEDS: tuple[Callable[[ProjectFile], object], ...] = (
    types_on,
    types_and_erases,
    lambda project: add_notes(project.history, 2),
    lambda project: project.history.undo(),
    lambda project: project.history.redo(),
    lambda project: project.history.mark("So far"),
    lambda project: project.tidy(SECONDS),
    lambda project: project.wait_until_saved(SECONDS),
    thins,
)


@pytest.fixture(scope="module")
def worked_on(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """A file with more steps than stay in rows."""
    path = small_file(tmp_path_factory.mktemp("worked") / "a.journey")
    write_history(path, lambda history: add_notes(history, KEPT + 20))
    return path.read_bytes()


@pytest.mark.slow("each example writes a file")
@given(st.lists(st.sampled_from(DEEDS), max_size=8))
def test_whatever_was_done_nothing_of_it_is_missed(
    worked_on: bytes, deeds: list[Callable[[ProjectFile], object]]
) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder, "a.journey")
        path.write_bytes(worked_on)
        with ProjectFile.open(path) as project:
            for deed in deeds:
                deed(project)
            assert project.wait_until_saved(SECONDS)
            os.utime(path, (1, 1))
            assert project.wait_until_looked(SECONDS)
            assert is_what_is_open(path, project)
