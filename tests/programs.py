"""The program as processes of its own, for what no test can do to itself: signals, second starts."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent.parent

EDITS = """
import os, signal, sys
from pathlib import Path
for name in ("SIGINT", "SIGTERM", "SIGHUP"):
    # A shell that runs tests in the background may have them ignored.
    signal.signal(getattr(signal, name), signal.SIG_DFL if name != "SIGINT" else signal.default_int_handler)
from PySide6.QtCore import QTimer
from app.formats.options import ExportOptions
from app.formats.json.json_project import write
from app.model.verbs.notes import add_note, set_text
from app.widgets.program import application, project_windows

made = []
original = project_windows.window_on

def window_on(*arguments):
    window = original(*arguments)
    made.append(window.editor)
    edits = QTimer(window, interval=0)
    edits.timeout.connect(lambda: edit(window.editor))
    edits.start()
    window.closed.connect(edits.stop)
    return window

def edit(editor):
    document = editor.document
    print("edits", flush=True)
    editor.do(add_note(document, "section", "stage", "More"))
    for end in range(1, 4):
        editor.do(set_text(document, "note-0", "abc"[:end]), merge_key="typing")
    editor.undo()
    editor.redo()

project_windows.window_on = window_on
status = application.run_window([Path(each) for each in sys.argv[2:]], alone=True)
with open(sys.argv[1], "wb") as stream:
    write(made[0].document, stream, ExportOptions())
sys.exit(status)
"""
"""The window on some files, editing the first as fast as it can; what it held at the end is kept as JSON."""


@contextmanager
def start(
    *arguments: str | Path, code: str | None = None, **environment: str
) -> Iterator["subprocess.Popen[str]"]:
    """The program, run off the screen, or Python code in its place. What it says is read from its pipes."""
    command = [sys.executable, *(("-c", code) if code else ("-m", "app")), *map(str, arguments)]
    given: dict[str, Any] = (
        os.environ | {"QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)} | environment
    )
    with subprocess.Popen(
        command,
        env=given,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
        errors="replace",
    ) as program:
        try:
            yield program
        finally:
            # Where a test failed it may run on.
            program.kill()


HOLDS = """
import sqlite3, sys, threading
connection = sqlite3.connect(sys.argv[1], isolation_level=None)
connection.execute("BEGIN " + sys.argv[2])
print("holds", flush=True)
threading.Event().wait()
"""


@contextmanager
def held_by_another_process(path: Path, how: str = "EXCLUSIVE") -> Iterator[None]:
    """A project file under a lock of SQLite's: `EXCLUSIVE` lets nobody read, `IMMEDIATE` nobody write."""
    with start(path, how, code=HOLDS) as program:
        assert program.stdout is not None
        assert program.stdout.readline() == "holds\n"
        yield
