"""Work in another thread has one owner, and none is left to itself."""

import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

import app
from app.threads import Task, require_wanted

OWNERS = {"threads.py", "storage/writer.py"}
"""The owner of them all, and the thread that writes the project file, which has rules of its own."""
STARTS = ("Thread(", "Thread,", "import Thread", "ThreadPool", "QThread", "QRunnable", "start_new_thread")

SLOW = """
import sys, time
from app.threads import Task
task = Task("Slow", lambda: time.sleep(float(sys.argv[1])))
if sys.argv[2] != "0":
    task.delay_exit(float(sys.argv[2]))
"""


def test_no_other_module_starts_threads() -> None:
    folder = Path(app.__path__[0])
    starting = {
        str(path.relative_to(folder))
        for path in folder.rglob("*.py")
        if any(word in path.read_text() for word in STARTS)
    }
    assert starting == OWNERS


def test_what_it_made_is_there_once_it_is_done() -> None:
    task = Task("Trying", lambda: 42)
    assert task.wait(10)
    assert task.is_done
    assert task.result() == 42


def test_a_fault_that_is_kept_is_raised_where_the_result_is_asked_for() -> None:
    task = Task("Trying", lambda: 1 / 0, keeps_error=True)
    assert task.wait(10)
    assert task.has_failed
    with pytest.raises(ZeroDivisionError):
        task.result()


def test_nothing_is_answered_that_was_forgotten() -> None:
    go, answers = threading.Event(), list[object]()
    task = Task("Trying", go.wait, answers.append)
    task.forget()
    go.set()
    assert task.wait(10)
    assert answers == []


def test_what_was_stopped_ends_at_its_next_step_and_answers_nothing() -> None:
    def work() -> None:
        while True:
            require_wanted()

    answers = list[object]()
    task = Task("Trying", work, answers.append)
    task.stop()
    assert task.wait(10)
    assert answers == []
    assert task.has_failed
    # Who is no Task is always wanted.
    require_wanted()


@pytest.mark.parametrize(("takes", "waits", "least", "most"), [(30, 0, 0, 15), (30, 0.3, 0.3, 15)])
def test_the_end_of_the_program_waits_as_long_as_it_was_told(
    takes: float, waits: float, least: float, most: float
) -> None:
    start = time.monotonic()
    subprocess.run([sys.executable, "-c", SLOW, str(takes), str(waits)], check=True)
    assert least <= time.monotonic() - start < most
