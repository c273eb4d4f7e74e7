"""The guards are themselves tested, since one that has gone blind would never be noticed."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent

BAD_TESTS = """
import threading

import pytest
from hypothesis import given, strategies
from PySide6.QtCore import QObject, QSettings, QThread, QTimer, Signal, qWarning
from PySide6.QtWidgets import QApplication, QWidget

kept = []
stop = threading.Event()


def test_leaks_a_window(qapp):
    kept.append(QWidget(windowTitle="Forgotten"))
    kept[-1].show()


def test_leaks_a_timer(qapp):
    timer = QTimer()
    timer.start(60_000)
    kept.append(timer)


def test_leaks_a_pending_call(qapp):
    QTimer.singleShot(60_000, lambda: None)


def test_leaks_a_thread():
    threading.Thread(target=stop.wait, name="forgotten").start()


def test_leaks_a_qt_thread(qapp):
    thread = QThread()
    thread.start()
    kept.append(thread)


def test_warns(qapp):
    qWarning("oh dear")


@pytest.fixture
def warning_at_the_end(qapp):
    yield
    qWarning("oh dear, at the end")


def test_warns_in_a_fixture(warning_at_the_end):
    pass


def test_raises_in_a_slot(qapp):
    class Sender(QObject):
        happened = Signal()

    def fail():
        raise ValueError("a bug")

    sender = Sender()
    sender.happened.connect(fail)
    sender.happened.emit()


def test_passes_and_cleans_up(qtbot, tmp_path):
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    timer = QTimer(window)
    timer.start(60_000)
    QTimer.singleShot(0, window, window.repaint)
    thread = threading.Thread(target=lambda: None)
    thread.start()
    assert str(tmp_path.parent) in QSettings("Journeywall", "Journeywall").fileName()


@given(strategies.integers())
def test_passes_with_hypothesis(number):
    assert number == number


def test_passes_after_all_the_others(qapp):
    assert QApplication.topLevelWidgets() == []


def teardown_module():
    stop.set()
    for thing in kept:
        if isinstance(thing, QThread):
            thread = thing
            thread.quit()
            thread.wait()
"""


IMPATIENT = """
pytest_plugins = ["tests.conftest"]


def pytest_configure(config):
    from tests import guards

    guards.SECONDS_TO_END = 0.3
"""
"""The threads that are left behind never end, so there is no use in waiting long for that."""


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> str:
    """What pytest says about the bad tests, run under this project's own configuration."""
    folder = tmp_path_factory.mktemp("guarded")
    (folder / "conftest.py").write_text(IMPATIENT)
    (folder / "test_bad.py").write_text(BAD_TESTS)
    configuration = ["-c", str(ROOT / "pyproject.toml"), "--rootdir", str(folder), "-p", "no:cacheprovider"]
    result = subprocess.run(
        [sys.executable, "-m", "pytest", *configuration, "-rA", "--tb=short", "test_bad.py"],
        cwd=folder,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )
    return result.stdout + result.stderr


@pytest.mark.parametrize(
    ("test", "complaint"),
    [
        ("test_leaks_a_window", "The test left behind: window QWidget 'Forgotten'"),
        ("test_leaks_a_timer", "The test left behind: running timer QTimer"),
        ("test_leaks_a_pending_call", "The test left behind: running timer QTimer"),
        ("test_leaks_a_thread", "The test left behind: thread <Thread(forgotten"),
        ("test_leaks_a_qt_thread", "The test left behind: thread <PySide6.QtCore.QThread"),
        ("test_warns_in_a_fixture", "Qt warned while the test was cleaned up: oh dear, at the end"),
    ],
)
def test_what_a_test_leaves_behind_is_an_error(report: str, test: str, complaint: str) -> None:
    _, _, section = report.partition(f"ERROR at teardown of {test} ")
    assert complaint in section.splitlines()[1]


def test_a_qt_warning_is_a_failure(report: str) -> None:
    assert "FAILED test_bad.py::test_warns\n" in report


def test_an_exception_in_a_slot_is_a_failure(report: str) -> None:
    assert "FAILED test_bad.py::test_raises_in_a_slot" in report


def test_a_tidy_test_passes_even_after_untidy_ones(report: str) -> None:
    assert "2 failed, 9 passed, 6 errors" in report


def test_no_test_has_need_of_another() -> None:
    """What two tests need is a helper, in a file of its own: a test module is only ever run."""
    folder = Path(__file__).parent
    found = [
        (path.name, match.group())
        for path in folder.rglob("*.py")
        for match in re.finditer(
            r"^from tests\.[\w.]*\btest_\w+ import", path.read_text(encoding="utf-8"), re.M
        )
    ]
    assert found == []
