"""Ctrl+C, a terminal that closes and a system that shuts down close the window as a person would."""

import random
import signal
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from app.formats import format_of
from app.storage.opening.check import check
from app.storage.project_file import ProjectFile
from tests.programs import EDITS, start
from tests.storage.projects import small_file

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="sends signals")

HANGS = 300
"""Seconds after which a program hangs: it may have the least share of a machine that runs other tests."""
AT_ONCE = 2

STARTS_LATE = """
import os, signal, sys
from pathlib import Path
signal.signal(signal.SIGINT, signal.default_int_handler)
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMessageBox
from app.widgets.program import application

def look():
    boxes = [each for each in QApplication.topLevelWidgets() if isinstance(each, QMessageBox)]
    if boxes and boxes[0].isVisible():
        print("asked", flush=True)
        clock.stop()
        QTimer.singleShot(0, boxes[0], lambda: again(boxes[0]))

def again(box):
    os.kill(os.getpid(), signal.SIGINT)
    QTimer.singleShot(300, box, lambda: answer(box))

def answer(box):
    print("still asks", box.isVisible(), flush=True)
    (lose,) = [each for each in box.buttons() if each.text() == sys.argv[2]]
    lose.click()

def edit():
    from app.model.verbs.notes import add_note
    (window,) = [each for each in QApplication.topLevelWidgets() if hasattr(each, "editor")]
    Path(sys.argv[1]).parent.rename(Path(sys.argv[1]).parent.with_name("drawer"))
    window.editor.do(add_note(window.editor.document, "section", "stage", "More"))
    os.kill(os.getpid(), signal.SIGINT)
    clock.start()
    if sys.argv[2] == "Keep it open":
        window.message.words.text()
        QTimer.singleShot(1500, lambda: print("open", window.isVisible(), flush=True) or os._exit(7))

app = application.Application([])
clock = QTimer(interval=50)
clock.timeout.connect(look)
QTimer.singleShot(300, edit)
sys.exit(application.run_window([Path(sys.argv[1])], alone=True))
"""

OPENS_A_DIALOG = """
import os, signal, sys
from pathlib import Path
signal.signal(signal.SIGINT, signal.default_int_handler)
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from app.widgets.program import application

def ask():
    (window,) = [each for each in QApplication.topLevelWidgets() if hasattr(each, "editor")]
    window.actions_by_name[sys.argv[2]].trigger()
    print("open", flush=True)
    QTimer.singleShot(100, lambda: os.kill(os.getpid(), signal.SIGINT))

app = application.Application([])
QTimer.singleShot(200, ask)
sys.exit(application.run_window([Path(sys.argv[1])], alone=True))
"""


def stopped_while_editing(folder: Path, sent: list[signal.Signals], edits: int) -> int:
    """Signal a program that edits. Returns its status; its file must hold what its window held."""
    path, held = small_file(folder / "a.journey"), folder / "held.json"
    with start(held, path, code=EDITS) as program:
        assert program.stdout is not None
        for _ in range(edits):
            assert program.stdout.readline() == "edits\n"
        for each in sent:
            program.send_signal(each)
        _, errors = program.communicate(timeout=HANGS)
    assert errors == ""
    assert check(path).faults == ()
    with ProjectFile.open(path) as project:
        assert not project.read_only
        assert project.document == format_of(held).read(held).document
        assert len(project.history.steps) > 3
    path.unlink()
    return program.returncode


LONG = pytest.mark.long("another signal takes the same way")


@pytest.mark.parametrize(
    "sent", [signal.SIGINT, *(pytest.param(each, marks=LONG) for each in (signal.SIGTERM, signal.SIGHUP))]
)
def test_a_signal_closes_the_window_and_tears_no_edit(sent: signal.Signals, tmp_path: Path) -> None:
    chance = random.Random(sent)
    assert stopped_while_editing(tmp_path, [sent] * 3, chance.randint(1, 30)) == 128 + sent


@pytest.mark.long("starts and stops the program many times")
def test_many_signals_tear_no_edit(tmp_path: Path) -> None:
    chance = random.Random(5)

    def stopped(number: int, sent: list[signal.Signals], edits: int) -> int:
        folder = tmp_path / str(number)
        folder.mkdir()
        return stopped_while_editing(folder, sent, edits)

    with ThreadPoolExecutor(AT_ONCE) as threads:
        programs = []
        for number in range(60):
            sent = chance.choices([signal.SIGINT, signal.SIGTERM, signal.SIGHUP], k=chance.randint(1, 40))
            edits = chance.randint(1, 60)
            programs.append((sent, threads.submit(stopped, number, sent, edits)))
        for sent, status in programs:
            assert status.result() - 128 in sent


@pytest.mark.parametrize("name", ["file.open", "file.export_poster", "help.commands"])
def test_a_dialog_that_is_open_closes_with_the_window(name: str, tmp_path: Path) -> None:
    with start(small_file(tmp_path / "a.journey"), name, code=OPENS_A_DIALOG) as program:
        said, errors = program.communicate(timeout=HANGS)
    assert said == "open\n"
    assert program.returncode == 128 + signal.SIGINT, errors
    assert "Traceback" not in errors


@pytest.mark.parametrize(
    ("answer", "status"),
    [
        ("Close and lose the last changes", 128 + signal.SIGINT),
        pytest.param("Keep it open", 7, marks=LONG),
    ],
)
def test_where_saving_fails_it_asks_first_and_a_second_signal_answers_nothing(
    answer: str, status: int, tmp_path: Path
) -> None:
    (tmp_path / "stick").mkdir()
    path = small_file(tmp_path / "stick" / "a.journey")
    with start(path, answer, code=STARTS_LATE) as program:
        said, errors = program.communicate(timeout=HANGS)
    assert said.startswith("asked\nstill asks True\n"), errors
    assert program.returncode == status, errors
    assert ("open True" in said) == (status == 7)
    assert "Traceback" not in errors
