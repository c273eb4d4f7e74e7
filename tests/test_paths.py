"""Pipes, devices, folders, links that lead to themselves, names that are no text: told in a sentence."""

import os
import socket
import sys
from collections.abc import Callable
from contextlib import chdir
from pathlib import Path

import pytest

from app.cli import main
from app.paths import as_text, path_given
from app.widgets.program.window_manager import WindowManager
from app.widgets.start.recent import recent_projects, remember_project
from tests.boxes import boxes
from tests.programs import start
from tests.storage.projects import small_file
from tests.widgets.conftest import keeping as keeping
from tests.widgets.conftest import style as style
from tests.widgets.conftest import window_manager as window_manager

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="makes pipes and links")


def _socket(path: Path) -> None:
    # Its whole path may be too long for a socket.
    with chdir(path.parent), socket.socket(socket.AF_UNIX) as made:
        made.bind(path.name)


ODD: dict[str, tuple[Callable[[Path], object], str]] = {
    "a pipe": (lambda path: os.mkfifo(path), "is a pipe, not a"),
    "a device": (lambda path: path.symlink_to("/dev/zero"), "is a device, not a"),
    "a socket": (_socket, "is a socket, not a"),
    "a folder": (lambda path: path.mkdir(), "a folder, not a"),
    "a loop": (lambda path: path.symlink_to(path.name), "ymbolic links"),
    "nothing": (lambda path: None, "file"),
}
JOBS = {
    "check": ("check", "{odd}.journey"),
    "export": ("export", "{odd}.journey", "out.pdf"),
    "preflight": ("preflight", "{odd}.journey"),
    "thin": ("thin", "{odd}.journey"),
    "recover": ("recover", "{odd}.journey", "out.journey"),
    "import": ("import", "{odd}.json", "out.journey"),
}


@pytest.mark.parametrize("odd", ODD)
@pytest.mark.parametrize("job", JOBS)
def test_what_is_no_file_is_refused_before_it_is_opened(
    job: str, odd: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    make, says = ODD[odd]
    words = [word.format(odd="odd") for word in JOBS[job]]
    make(tmp_path / words[1])
    assert main(words) == 1
    said = capsys.readouterr().err
    assert says in said
    assert said.count("\n") == 1
    assert [path.name for path in tmp_path.iterdir()] == [words[1]] * (odd != "nothing")


@pytest.mark.parametrize("odd", ["a pipe", "a device", "a socket", "a folder", "a loop"])
def test_what_is_no_file_is_told_in_the_window_and_never_replaced(
    odd: str, window_manager: WindowManager, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    make, says = ODD[odd]
    path = tmp_path / "odd.journey"
    make(path)
    window_manager.open(path)
    (box,) = boxes()
    assert says in box.text()
    box.accept()
    capsys.readouterr()
    assert main(["new", str(path), "--force"]) == 1
    assert says in capsys.readouterr().err
    assert [each.name for each in tmp_path.iterdir()] == ["odd.journey"]


def test_a_project_whose_name_is_no_text_is_opened_edited_and_remembered(
    window_manager: WindowManager,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    path = small_file(tmp_path / os.fsdecode(b"caf\xe9.journey"))
    assert main(["check", str(path)]) == 0
    assert main(["export", str(path), str(path.with_suffix(".json"))]) == 0
    assert main(["recover", str(path), str(path.with_name("rescued.journey"))]) == 0
    window = window_manager.open(path)
    assert window is not None
    assert not window.editor.read_only
    window.close()
    assert recent_projects() == [path.resolve()]
    page = window_manager.open_start()
    page.close()
    assert window_manager.open(path.with_name(os.fsdecode(b"\xff.journey"))) is None
    (box,) = boxes()
    assert "There is no file" in box.text()
    box.accept()


def test_a_recent_project_in_a_folder_that_is_gone_or_shut_is_left_out(window_manager: WindowManager) -> None:
    for text in ("/dev/null/a.journey", "/" + "a" * 300 + ".journey", "/loop/a.journey"):
        remember_project(Path(text))
    assert window_manager.open_start().recent.tiles == []


@pytest.mark.parametrize(
    ("text", "path"),
    [
        ("dinner.journey", "dinner.journey"),
        ("file:///home/ana/two%20words.journey", "/home/ana/two words.journey"),
        ("FILE://localhost/a.journey", "/a.journey"),
        ("file:/a.journey", "/a.journey"),
        ("file:///caf%E9.journey", "/caf\udce9.journey"),
        ("filed.journey", "filed.journey"),
    ],
)
def test_an_address_of_a_file_is_its_path(text: str, path: str) -> None:
    assert path_given(text) == Path(path)
    assert path_given(as_text(Path(path))) == Path(path)


@pytest.mark.parametrize("text", ["file://server/share/a.journey", "file://", "file:///a%00b"])
def test_an_address_elsewhere_is_wrong_usage(text: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(["check", text])
    assert stopped.value.code == 2
    assert "Traceback" not in capsys.readouterr().err


SHOWS_AND_CLOSES = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMessageBox
from app.widgets.program import application
from app.model.verbs.notes import add_note

def close():
    boxes = [each.text() for each in QApplication.topLevelWidgets() if isinstance(each, QMessageBox)]
    print(len(boxes), *boxes, flush=True)
    for window in QApplication.topLevelWidgets():
        if hasattr(window, "editor"):
            window.editor.do(add_note(window.editor.document, "section", "stage", "More"))
    QApplication.closeAllWindows()

app = application.Application([])
QTimer.singleShot(300, close)
sys.exit(application.run_window([Path(each) for each in sys.argv[1:]]))
"""


@pytest.mark.parametrize("with_a_project", [False, True])
def test_where_the_home_folder_cannot_be_written_it_runs_and_says_so_once(
    with_a_project: bool, tmp_path: Path
) -> None:
    home = {"HOME": "/dev/null/home"} | {
        f"XDG_{name}_HOME": f"/dev/null/{name}" for name in ("CONFIG", "DATA", "STATE", "CACHE")
    }
    path = small_file(tmp_path / "a.journey")
    with start(*[path] * with_a_project, code=SHOWS_AND_CLOSES, **home) as program:
        said, errors = program.communicate(timeout=60)
    assert program.returncode == 0, errors
    assert said.startswith("1 Journeywall goes on without its log")
    assert "Traceback" not in errors
    if with_a_project:
        assert main(["check", str(path)]) == 0
