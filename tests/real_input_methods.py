"""The program under a real input method: an X server, a message bus, IBus, an engine, and keys of xdotool.

Simulated events cannot show what an input method makes of being reset. All of it runs in processes of its
own, in a home folder of its own; what came of it is read from the project file. Nothing here rests on how
fast they are: each step waits until the one before was answered.
"""

import os
import re
import shutil
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import TypeVar

import PySide6

PROGRAMS = ("Xvfb", "openbox", "dbus-daemon", "dbus-send", "ibus-daemon", "ibus", "xdotool")
SECONDS = 60.0
_ANSWERED = re.compile(rb"filterEvent(Finished)? return")
"""What Qt notes of each key that went down or up, once the input method has answered it."""
_NOT_LATIN = """
[org/freedesktop/ibus/engine/hangul]
initial-input-mode='hangul'
off-keys=''
[org/freedesktop/ibus/engine/anthy/common]
input-mode=0
"""
"""Settings: these engines would begin with Latin letters, or with Esc go back to them."""

T = TypeVar("T")


def missing(engine: str) -> str:
    """What keeps an engine from being tried here; empty where nothing does."""
    for program in PROGRAMS:
        if shutil.which(program) is None:
            return f"there is no {program}"
    if not Path(f"/usr/share/ibus/component/{engine}.xml").exists():
        return f"there is no ibus-{engine}"
    plugins = Path(PySide6.__file__).parent / "Qt/plugins/platforminputcontexts"
    return "" if [*plugins.glob("libibus*")] else "this PySide6 cannot speak to IBus"


class Typist:
    """Somebody at a keyboard, before the program's window on one project."""

    def __init__(self, environment: dict[str, str], window: str, path: Path, log: Path) -> None:
        self._environment = environment
        self._window = window
        self._path = path
        self._log = log
        self._answers = self._count_answers()

    def type(self, keys: str) -> None:
        self._xdotool("type", "--delay", "60", keys)
        self._wait_for_answers(len(keys))

    def press(self, *keys: str) -> None:
        self._xdotool("key", "--delay", "60", *keys)
        self._wait_for_answers(sum(len(key.split("+")) for key in keys))

    def click(self, x: int, y: int) -> None:
        self._xdotool("mousemove", "--window", self._window, str(x), str(y), "click", "1")

    def close_window(self) -> None:
        """By the window manager's key, of which the program hears nothing."""
        self._xdotool("key", "alt+F4")

    def texts(self, table: str) -> list[str]:
        """What notes say, or stages are called, in the order in which they came."""
        column = "text" if table == "note" else "name"
        with closing(sqlite3.connect(f"file:{self._path}?mode=ro", uri=True)) as connection:
            return [text for (text,) in connection.execute(f"SELECT {column} FROM {table} ORDER BY rowid")]

    def wait_for(self, table: str, wanted: Callable[[list[str]], bool]) -> list[str]:
        """The texts of a table, once they are as wanted, or after a while as they are."""
        return _waited_for(lambda: self.texts(table), wanted)

    def _wait_for_answers(self, keys: int) -> None:
        """A click would overtake keys that the input method has not answered."""
        self._answers += 2 * keys
        _require(lambda: self._count_answers() >= self._answers, "answer the keys")

    def _count_answers(self) -> int:
        return len(_ANSWERED.findall(self._log.read_bytes()))

    def _xdotool(self, *words: str) -> None:
        subprocess.run(["xdotool", *words], env=self._environment, check=True, timeout=SECONDS)


@contextmanager
def typist(engine: str, path: Path, home: Path) -> Iterator[Typist]:
    """The program with a project open, and an engine of IBus chosen."""
    started: list[subprocess.Popen[bytes]] = []
    try:
        environment = _environment(home)
        # Anthy's engine is a program for the system's Python.
        system = {**environment, "PATH": "/usr/bin:/bin"}
        number, display = os.pipe()
        server = ["Xvfb", "-displayfd", str(display), "-screen", "0", "1440x900x24"]
        started.append(_started(server, environment, pass_fds=(display,)))
        environment["DISPLAY"] = system["DISPLAY"] = f":{_line(number)}"
        os.close(number)
        os.close(display)
        bus = _started(
            ["dbus-daemon", "--session", "--nofork", "--print-address"], environment, subprocess.PIPE
        )
        started.append(bus)
        assert bus.stdout is not None
        environment["DBUS_SESSION_BUS_ADDRESS"] = system["DBUS_SESSION_BUS_ADDRESS"] = _line(
            bus.stdout.fileno()
        )
        started.append(_started(["openbox"], environment))
        started.append(_started(["ibus-daemon", "--panel=disable", "--emoji-extension=disable"], system))
        _require(lambda: bool(_said(["ibus", "list-engine"], system)), "start")
        log = home / "log"
        with log.open("wb") as stream:
            program = [sys.executable, "-m", "app", str(path)]
            started.append(subprocess.Popen(program, env=environment, stdout=stream, stderr=stream))
        search = ["xdotool", "search", "--sync", "--onlyvisible", "--name", "Journeywall"]
        found = subprocess.run(search, env=environment, check=True, capture_output=True, timeout=SECONDS)
        window = found.stdout.decode().split()[0]
        subprocess.run(
            ["xdotool", "windowactivate", "--sync", window], env=environment, check=True, timeout=SECONDS
        )
        # The engine is that of whatever speaks to IBus.
        _require(lambda: b"setFocusObject CanvasView" in log.read_bytes(), "hear of the window's focus")
        _require(lambda: _has_focus(system), "give the window the focus")
        _require(lambda: _is_active(engine, system), f"begin with {engine}")
        _require(lambda: b"preedit text" in log.read_bytes(), "reach the window")
        yield Typist(environment, window, path, log)
    finally:
        for process in reversed(started):
            process.terminate()
            process.wait(SECONDS)
            if process.stdout is not None:
                process.stdout.close()


def _environment(home: Path) -> dict[str, str]:
    """Nothing of the one who runs the tests: neither files, nor settings, nor their session."""
    settings = home / ".config/glib-2.0/settings"
    settings.mkdir(parents=True)
    (settings / "keyfile").write_text(_NOT_LATIN)
    return {
        "PATH": os.environ["PATH"],
        "HOME": str(home),
        "XDG_CONFIG_HOME": str(home / ".config"),
        "XDG_RUNTIME_DIR": str(home),
        "LANG": "C.UTF-8",
        "GSETTINGS_BACKEND": "keyfile",
        "QT_QPA_PLATFORM": "xcb",
        "QT_IM_MODULE": "ibus",
        "QT_LOGGING_RULES": "qt.qpa.input.methods=true",
    }


def _started(
    words: list[str],
    environment: dict[str, str],
    stdout: int = subprocess.DEVNULL,
    pass_fds: tuple[int, ...] = (),
) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        words, env=environment, stdout=stdout, stderr=subprocess.DEVNULL, pass_fds=pass_fds
    )


def _line(descriptor: int) -> str:
    """A line that a program says when it is ready."""
    said = b""
    while not said.endswith(b"\n"):
        more = os.read(descriptor, 1000)
        assert more, "it ended before it was ready"
        said += more
    return said.decode().strip()


def _said(words: list[str], environment: dict[str, str]) -> str:
    done = subprocess.run(words, env=environment, capture_output=True, timeout=SECONDS)
    return done.stdout.decode().strip()


def _has_focus(system: dict[str, str]) -> bool:
    """Whether keys go through IBus: else it tells the engine of a context that nobody types in."""
    address = _said(["ibus", "address"], system)
    ask = ["dbus-send", f"--bus={address}", "--print-reply=literal", "--dest=org.freedesktop.IBus"]
    which = ["string:org.freedesktop.IBus", "string:CurrentInputContext"]
    return bool(_said([*ask, "/org/freedesktop/IBus", "org.freedesktop.DBus.Properties.Get", *which], system))


def _is_active(engine: str, system: dict[str, str]) -> bool:
    """Whether the engine answers the keys. It is asked for again until it does: under load that times out."""
    if _said(["ibus", "engine"], system) == engine:
        return True
    subprocess.run(["ibus", "engine", engine], env=system, capture_output=True, timeout=SECONDS)
    return False


def _require(look: Callable[[], bool], what: str) -> None:
    assert _waited_for(look, bool), f"within {SECONDS:.0f} s IBus did not {what}"


def _waited_for(look: Callable[[], T], wanted: Callable[[T], bool]) -> T:
    deadline = time.monotonic() + SECONDS
    found = look()
    while not wanted(found) and time.monotonic() < deadline:
        os.sched_yield()
        found = look()
    return found
