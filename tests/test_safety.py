"""A file from a stranger can make the program run nothing and reach nothing, and the program calls nobody."""

import ast
import os
import subprocess
import sys
from pathlib import Path

import pytest

import app
from app.formats.templates import template
from app.storage.project_file import ProjectFile

SOURCES = sorted(Path(app.__file__).parent.rglob("*.py"))
FORBIDDEN = {
    "pickle", "marshal", "shelve", "dill", "cloudpickle", "joblib", "yaml",
    "socket", "ssl", "http", "urllib.request", "ftplib", "smtplib", "telnetlib", "xmlrpc", "webbrowser",
    "requests", "httpx", "aiohttp", "PySide6.QtNetwork", "PySide6.QtWebSockets",
}  # fmt: skip
LOCAL = {"PySide6.QtNetwork", "PySide6.QtNetwork.QLocalServer", "PySide6.QtNetwork.QLocalSocket"}
"""Of Qt's network library what reaches this machine alone: a second start hands its files to the first."""
SPEAKS_LOCALLY = "one_instance.py"
FORBIDDEN_CALLS = {"eval", "exec", "compile", "__import__"}

SHOWS_AND_EDITS = """
import os, sys
from pathlib import Path
calls = []
sys.addaudithook(lambda event, arguments: event.startswith("socket.") and calls.append(event))
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from app.formats import format_of
from app.formats.options import ExportOptions
from app.pages.poster.poster_options import MapOptions
from app.model.verbs.notes import set_text
from app.model.records import Note
from app.widgets.program import application

def work():
    (window,) = [w for w in QApplication.topLevelWidgets() if hasattr(w, "editor")]
    editor = window.editor
    note = editor.document.all(Note)[0]
    editor.do(set_text(editor.document, note.id, '<img src="http://example.org/a.png"> http://example.org'))
    window.grab()
    out = Path(sys.argv[1]).with_suffix(".pdf")
    format_of(out).write(editor.document, out, ExportOptions(MapOptions(map=editor.map)), True)
    links = [str(path.readlink()) for path in Path("/proc/self/fd").iterdir() if path.is_symlink()]
    sockets = [link[8:-1] for link in links if link.startswith("socket:")]
    local = [line.split() for line in Path("/proc/net/unix").read_text().splitlines()[1:]]
    listening = [fields[-1] for fields in local if fields[6] in sockets and fields[3] == "00010000"]
    ours = [name for name in listening if "/journeywall-" in name]
    print("listens", len(ours), "else", len(sockets) - len(ours), calls)
    QApplication.closeAllWindows()

application.LISTENS_AFTER = 0
application_object = QApplication(["journeywall"])
QTimer.singleShot(200, work)
application.run_window([Path(sys.argv[1])])
"""


def parsed(source: Path) -> ast.Module:
    return ast.parse(source.read_text(encoding="utf-8"))


def imports(source: Path) -> set[str]:
    found = set[str]()
    for node in ast.walk(parsed(source)):
        if isinstance(node, ast.Import):
            found |= {name.name for name in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found |= {node.module, *[f"{node.module}.{name.name}" for name in node.names]}
    return found


def test_nothing_is_imported_that_runs_strangers_code_or_opens_a_connection() -> None:
    assert len(SOURCES) > 100
    for source in SOURCES:
        for name in imports(source):
            parts = name.split(".")
            known = {".".join(parts[: end + 1]) for end in range(len(parts))}
            if source.name == SPEAKS_LOCALLY and known <= {"PySide6", *LOCAL}:
                continue
            assert not FORBIDDEN & known, f"{source.name} imports {name}"


def test_what_speaks_locally_uses_nothing_else_of_the_network_library() -> None:
    (source,) = [source for source in SOURCES if source.name == SPEAKS_LOCALLY]
    assert {name for name in imports(source) if "Network" in name} == LOCAL


def test_no_text_is_ever_run_as_code() -> None:
    for source in SOURCES:
        calls = [node.func for node in ast.walk(parsed(source)) if isinstance(node, ast.Call)]
        names = {called.id for called in calls if isinstance(called, ast.Name)}
        assert not names & FORBIDDEN_CALLS, source.name


@pytest.mark.skipif(sys.platform != "linux", reason="looks into /proc")
def test_a_running_program_opens_no_connection_and_listens_to_nobody_but_another_start(
    tmp_path: Path,
) -> None:
    path = tmp_path / "a.journey"
    ProjectFile.create(path, template("pizzeria")).close()
    done = subprocess.run(
        [sys.executable, "-c", SHOWS_AND_EDITS, str(path)],
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.stdout == "listens 1 else 0 []\n", done.stderr
