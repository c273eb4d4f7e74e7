"""What another thread does is heard of in the window's own, in order, and not by what is gone."""

import threading
from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from app.session.worker import Worker


@pytest.fixture
def worker(qtbot: QtBot) -> Iterator[Worker]:
    worker = Worker("Trying")
    yield worker
    assert worker.wait(10)


def test_an_answer_comes_in_the_thread_of_the_window(qtbot: QtBot, worker: Worker) -> None:
    heard: list[tuple[object, threading.Thread]] = []
    worker.answered.connect(lambda answer: heard.append((answer, threading.current_thread())))
    with qtbot.waitSignal(worker.ended):
        worker.begin(threading.current_thread)
    ((did, heard_by),) = heard
    assert did is not threading.main_thread()
    assert heard_by is threading.main_thread()


def test_who_waits_hears_of_it_afterwards(qtbot: QtBot, worker: Worker) -> None:
    heard: list[object] = []
    worker.answered.connect(heard.append)
    worker.begin(lambda: 1)
    assert worker.wait(10)
    assert not worker.is_busy
    assert heard == []
    with qtbot.waitSignal(worker.ended):
        pass
    worker.begin(lambda: 2)
    with qtbot.waitSignal(worker.ended):
        pass
    assert heard == [1, 2]


def test_nothing_is_heard_of_what_was_closed(qtbot: QtBot, worker: Worker) -> None:
    go = threading.Event()
    worker.ended.connect(lambda: pytest.fail("It was closed."))
    worker.begin(go.wait)
    assert worker.is_busy
    assert not worker.wait(0)
    worker.close()
    go.set()
    assert worker.wait(10)
    qtbot.wait(1)


def test_what_was_done_before_the_closing_is_not_heard_of_either(qtbot: QtBot, worker: Worker) -> None:
    worker.ended.connect(lambda: pytest.fail("It was closed."))
    worker.begin(lambda: None)
    assert worker.wait(10)
    worker.close()
    qtbot.wait(1)
