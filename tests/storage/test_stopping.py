"""What nobody waits for any more ends at its next step, and leaves nothing behind."""

from collections.abc import Callable
from pathlib import Path
from threading import Event

import pytest

from app.storage.guard.lock import lock_of
from app.storage.opening.check import check
from app.storage.opening.neighbours import journal_of
from app.storage.opening.reading import reading
from app.storage.project_file import ProjectFile
from app.storage.rescue.recover import recover
from app.threads import NotWantedError, Task
from tests.storage.large_files import add_journal
from tests.storage.projects import small_file

JOBS: dict[str, Callable[[Path], object]] = {
    "open": ProjectFile.open,
    "check": check,
    "recover": lambda path: recover(path, path.with_name("rescued.journey")),
}


def stopped(job: Callable[[], object]) -> Task[object]:
    """What becomes of a job that is stopped before its first step."""
    go = Event()

    def work() -> object:
        go.wait()
        return job()

    task = Task("Stopped", work)
    task.stop()
    go.set()
    assert task.wait(20)
    return task


@pytest.mark.parametrize("is_left_by_a_crash", [False, True])
@pytest.mark.parametrize("job", JOBS)
def test_a_file_is_not_read_to_its_end_for_nobody(job: str, is_left_by_a_crash: bool, tmp_path: Path) -> None:
    path = small_file(tmp_path / "a.journey", notes=5)
    if is_left_by_a_crash:
        add_journal(path)
    before, lay_there = path.read_bytes(), sorted(tmp_path.iterdir())
    with pytest.raises(NotWantedError):
        stopped(lambda: JOBS[job](path)).result()
    assert path.read_bytes() == before
    assert sorted(tmp_path.iterdir()) == lay_there
    assert journal_of(path).exists() == is_left_by_a_crash
    assert not lock_of(path).exists()


def test_a_question_that_takes_sqlite_long_is_ended_in_the_middle(tmp_path: Path) -> None:
    path = small_file(tmp_path / "a.journey")
    endless = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n"

    def ask() -> None:
        with reading(path) as connection:
            connection.exec_driver_sql(endless)

    task = Task("Asking", ask, keeps_error=True)
    task.stop()
    assert task.wait(20)
