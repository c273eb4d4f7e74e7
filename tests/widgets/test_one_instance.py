"""A second start hands its files to the Journeywall that runs; what comes that way is a stranger's."""

import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtNetwork import QLocalServer, QLocalSocket
from pytestqt.qtbot import QtBot

from app.limits import MOST_FILES
from app.widgets.program.instance_name import may_be_there, socket_name
from app.widgets.program.one_instance import MOST_BYTES, MOST_PATHS, FirstInstance, hand_over, paths_in
from app.widgets.program.window_manager import WindowManager
from tests.programs import start
from tests.storage.projects import small_file

SHOWS = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from app.widgets.program import application

def shown():
    for window in QApplication.topLevelWidgets():
        if hasattr(window, "editor") and window.isVisible():
            yield window.path.name

def look():
    names = sorted(shown())
    if names != seen:
        seen[:] = names
        print(*names, flush=True)

seen = []
application.LISTENS_AFTER = 0
app = application.Application([])
clock = QTimer(interval=10)
clock.timeout.connect(look)
clock.start()
sys.exit(application.run_window([Path(each) for each in sys.argv[1:]]))
"""


@pytest.fixture
def runtime(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder for sockets, with a short name: longer ones are refused by the system."""
    folder = Path(tempfile.mkdtemp(prefix="jw-"))
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(folder))
    yield folder
    shutil.rmtree(folder)


@pytest.fixture
def first(qapp: object, runtime: Path) -> Iterator[FirstInstance]:
    instance = FirstInstance()
    assert instance.listen()
    yield instance
    instance.close()
    instance.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def said_to(first: FirstInstance, line: bytes, qtbot: QtBot) -> bytes:
    """What it answers to a line."""
    socket = QLocalSocket()
    socket.connectToServer(str(socket_name()))
    assert socket.waitForConnected(1000)
    socket.write(line)
    socket.flush()
    qtbot.waitUntil(lambda: socket.state() == QLocalSocket.LocalSocketState.UnconnectedState)
    answer = bytes(socket.readAll().data())
    socket.deleteLater()
    return answer


@pytest.mark.skipif(sys.platform != "linux", reason="gives the program a folder for sockets")
def test_a_second_start_opens_its_files_in_the_first_and_ends(runtime: Path, tmp_path: Path) -> None:
    one, two, three = (small_file(tmp_path / f"{name}.journey") for name in ("one", "two", "three"))
    with start(one, code=SHOWS) as running:
        assert running.stdout is not None
        assert running.stdout.readline() == "one.journey\n"
        while not any(place.is_socket() for place in runtime.rglob("*")):
            assert running.poll() is None
        with start(two, three.as_uri()) as second:
            assert second.communicate(timeout=60) == ("", "")
            assert second.returncode == 0
        while running.stdout.readline() != "one.journey three.journey two.journey\n":
            assert running.poll() is None
        with start() as third:
            assert third.wait(60) == 0
        running.terminate()
        _, errors = running.communicate(timeout=60)
        assert "Traceback" not in errors
    assert not any(place.is_socket() for place in runtime.rglob("*"))


@pytest.mark.skipif(sys.platform != "linux", reason="gives the program a folder for sockets")
def test_a_file_that_is_missing_is_told_and_the_others_open_in_the_first(
    runtime: Path, tmp_path: Path
) -> None:
    one, two, three = (small_file(tmp_path / f"{name}.journey") for name in ("one", "two", "three"))
    with start(one, code=SHOWS) as running:
        assert running.stdout is not None
        assert running.stdout.readline() == "one.journey\n"
        while not any(place.is_socket() for place in runtime.rglob("*")):
            assert running.poll() is None
        with start(two, tmp_path / "gone.journey", three) as second:
            assert second.communicate(timeout=60) == ("", "")
            assert second.returncode == 0
        while running.stdout.readline() != "one.journey three.journey two.journey\n":
            assert running.poll() is None
        running.terminate()
        _, errors = running.communicate(timeout=60)
    assert "There is no file gone.journey" in errors


HANDS_OVER = """
import sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from app.widgets.program import one_instance
one_instance.socket_name = lambda: sys.argv[1]
app = QCoreApplication([])
paths = [Path(sys.argv[2]) / f"{number}.journey" for number in range(int(sys.argv[3]))]
print(one_instance.hand_over(paths, 20_000))
"""


@pytest.mark.parametrize("folder", ["/maps", "/" + 3 * ("ü" * 120 + "/")])
def test_as_many_files_as_may_be_named_are_handed_over_at_once(
    first: FirstInstance, folder: str, qtbot: QtBot
) -> None:
    heard: list[list[Path]] = []
    first.wanted.connect(heard.append)
    with start(str(socket_name()), folder, str(MOST_FILES), code=HANDS_OVER) as second:
        qtbot.waitUntil(lambda: heard != [], timeout=30_000)
        assert second.communicate(timeout=60) == ("True\n", "")
    assert heard == [[Path(folder) / f"{number}.journey" for number in range(MOST_FILES)]]


def test_nobody_is_asked_where_nobody_listens(runtime: Path) -> None:
    assert not may_be_there()
    assert not hand_over([Path("/a.journey")])


def test_one_that_does_not_answer_is_passed_over_and_left_alone(runtime: Path, qapp: object) -> None:
    frozen = QLocalServer()
    assert frozen.listen(str(socket_name()))
    assert may_be_there()
    assert not hand_over([Path("/a.journey")], patience=50)
    late = FirstInstance()
    assert not late.listen()
    assert frozen.isListening()
    frozen.close()
    late.deleteLater()


def test_what_a_killed_one_left_behind_is_in_nobodys_way(runtime: Path, qapp: object, qtbot: QtBot) -> None:
    code = (
        "import os\nfrom PySide6.QtCore import QCoreApplication\n"
        "from app.widgets.program.one_instance import FirstInstance\n"
        "app = QCoreApplication([])\nassert FirstInstance().listen()\nos._exit(0)"
    )
    assert subprocess.run([sys.executable, "-c", code], env=os.environ, check=False).returncode == 0
    left = list(runtime.iterdir())
    assert not hand_over([Path("/a.journey")])
    name = str(socket_name())
    Path(name).touch() if not left else None
    instance = FirstInstance()
    assert instance.listen()
    instance.close()
    instance.deleteLater()


def test_only_this_user_can_reach_it(first: FirstInstance) -> None:
    assert Path(str(socket_name())).stat().st_mode & 0o077 == 0


@pytest.mark.skipif(sys.platform == "win32", reason="there it is a pipe")
def test_a_folder_that_others_can_write_to_is_not_used(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tmp_path.chmod(0o777)
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    assert socket_name() is None
    assert not FirstInstance().listen()


HOSTILE = {
    "no JSON": b"{{{\n",
    "no list": b'"/a.journey"\n',
    "no text": b"[1]\n",
    "a relative path": b'["a.journey"]\n',
    "an address": b'["file:///a.journey"]\n',
    "a zero byte": json.dumps(["/a\0b"]).encode() + b"\n",
    "half a letter": b'["/\\ud800"]\n',
    "a long path": json.dumps(["/" + "a" * 5_000]).encode() + b"\n",
    "many paths": json.dumps(["/a"] * (MOST_PATHS + 1)).encode() + b"\n",
    "deep": b"[" * 100_000 + b"\n",
    "too much": b"x" * (MOST_BYTES + 1) + b"\n",
}


@pytest.mark.parametrize("line", HOSTILE.values(), ids=HOSTILE.keys())
def test_what_is_no_list_of_absolute_paths_is_hung_up_on(
    first: FirstInstance, line: bytes, qtbot: QtBot
) -> None:
    heard: list[object] = []
    first.wanted.connect(heard.append)
    assert said_to(first, line, qtbot) == b""
    assert heard == []
    assert paths_in(line) is None


def test_names_that_are_no_text_arrive_as_they_are(first: FirstInstance, qtbot: QtBot) -> None:
    path = Path(os.fsdecode(b"/caf\xe9.journey"))
    heard: list[list[Path]] = []
    first.wanted.connect(heard.append)
    assert said_to(first, json.dumps([str(path)]).encode() + b"\n", qtbot) == b"taken\n"
    assert heard == [[path]]


def test_one_that_says_nothing_is_hung_up_on(first: FirstInstance, qtbot: QtBot) -> None:
    assert said_to(first, b"", qtbot) == b""


def test_files_that_are_handed_over_open_beside_what_is_open(
    window_manager: WindowManager, tmp_path: Path
) -> None:
    one, two = (small_file(tmp_path / f"{name}.journey") for name in ("one", "two"))
    window_manager.open_start()
    window_manager.open_all([one, two])
    assert [window.path.name for window in window_manager.windows] == ["one.journey", "two.journey"]
    assert window_manager.start is None
    window_manager.open_all([one])
    window_manager.open_all([])
    assert len(window_manager.windows) == 2


def test_a_file_that_macos_wants_opened_is_told_of(tmp_path: Path) -> None:
    code = (
        "import sys\nfrom PySide6.QtGui import QFileOpenEvent\n"
        "from app.widgets.program.application import Application\n"
        "app = Application([])\napp.file_wanted.connect(lambda path: print(path))\n"
        "app.sendEvent(app, QFileOpenEvent(sys.argv[1]))"
    )
    with start("/tmp/dinner.journey", code=code) as program:
        assert program.communicate(timeout=60)[0] == "/tmp/dinner.journey\n"


def test_it_answers_before_it_opens_what_is_wanted(first: FirstInstance, qtbot: QtBot) -> None:
    """Many files take longer than the other waits: it would open them all as well."""
    socket = QLocalSocket()
    socket.connectToServer(str(socket_name()))
    assert socket.waitForConnected(1000)
    said: list[bytes] = []

    def open_many(_: object) -> None:
        assert socket.waitForReadyRead(1000)
        said.append(bytes(socket.readAll().data()))

    first.wanted.connect(open_many)
    socket.write(b'["/a.journey"]\n')
    socket.flush()
    qtbot.waitUntil(lambda: said != [])
    assert said == [b"taken\n"]
    socket.abort()
    socket.deleteLater()
