"""A process killed at any moment loses nothing that it had called saved."""

import random
import subprocess
import sys
from pathlib import Path

import pytest

from app.model.records import Note
from app.storage.opening.check import check
from app.storage.opening.neighbours import has_unfinished_commit, journal_of
from app.storage.project_file import ProjectFile
from tests.profiles import share_of_examples
from tests.storage.projects import small_file, what_is_in

EDITS_WITHOUT_END = """
import sys
from itertools import count
from pathlib import Path
from app.model.verbs.cells import move_to_cell
from app.model.verbs.editing import delete
from app.model.verbs.notes import add_note, set_text
from app.storage.project_file import ProjectFile
project = ProjectFile.open(Path(sys.argv[1]))
assert not project.read_only, project.why_read_only
history, document = project.history, project.document
for number in count(int(sys.argv[2])):
    history.do(add_note(document, "section", "stage", "x" * 500, id=f"new-{number}"))
    history.do(move_to_cell(document, [f"new-{number}"], "section", "stage", 0))
    for end in range(1, 4):
        history.do(set_text(document, f"new-{number}", "abc"[:end]), merge_key=number)
    if number % 3 == 0:
        history.do(delete(document, [f"new-{number}"]))
        history.undo()
    history.do(set_text(document, "note-0", str(number)))
    if number % 4 == 0:
        assert project.wait_until_saved(20)
        print(number, history.steps[-1].number, flush=True)
"""

CRASHES_IN_A_COMMIT = """
import os, signal, sys
from pathlib import Path
from app.storage.engine import engine_for
connection = engine_for(Path(sys.argv[1]), "rw").connect()
connection.exec_driver_sql("PRAGMA cache_size = 2")
for number in range(300):
    connection.exec_driver_sql("UPDATE note SET text = ? WHERE id = ?", ("y" * 900, f"note-{number}"))
os.kill(os.getpid(), signal.SIGKILL)
"""


def test_what_was_called_saved_is_there_after_a_kill(tmp_path: Path) -> None:
    path = small_file(tmp_path / "a.journey")
    chance = random.Random(7)
    number = 0
    for _ in range(share_of_examples(0.1)):
        number, step = _edit_and_be_killed(path, number + 1, lines=chance.randint(1, 12))
        assert check(path).faults == ()
        with ProjectFile.open(path) as project:
            assert not project.read_only, project.why_read_only
            reached = int(project.document.get(Note, "note-0").text)
            assert reached >= number
            assert project.history.steps[-1].number >= step
            assert project.history.undo() is not None
            assert project.history.redo() is not None
            number = reached


def _edit_and_be_killed(path: Path, start: int, lines: int) -> tuple[int, int]:
    """The last number and step that the process called saved before it was killed."""
    with subprocess.Popen(
        [sys.executable, "-c", EDITS_WITHOUT_END, str(path), str(start)], stdout=subprocess.PIPE, text=True
    ) as editor:
        assert editor.stdout is not None
        said = [editor.stdout.readline() for _ in range(lines)]
        editor.kill()
        said += editor.stdout.readlines()
    number, step = [line for line in said if line.endswith("\n")][-1].split()
    return int(number), int(step)


@pytest.mark.skipif(sys.platform == "win32", reason="uses SIGKILL")
def test_a_commit_cut_in_half_is_taken_back(tmp_path: Path) -> None:
    path = small_file(tmp_path / "a.journey", notes=300)
    sound = path.read_bytes()
    subprocess.run([sys.executable, "-c", CRASHES_IN_A_COMMIT, str(path)], check=False)
    assert path.read_bytes() != sound
    assert has_unfinished_commit(path)
    crashed = what_is_in(tmp_path)

    assert check(path).faults == ()
    with ProjectFile.open(path, read_only=True) as project:
        assert project.document.get(Note, "note-299").text == "Note 299"
    assert what_is_in(tmp_path) == crashed

    with ProjectFile.open(path) as project:
        assert project.document.get(Note, "note-299").text == "Note 299"
    assert path.read_bytes() == sound
    assert not journal_of(path).exists()


@pytest.mark.skipif(sys.platform == "win32", reason="uses SIGKILL")
def test_a_new_file_is_not_spoilt_by_the_journal_of_the_one_it_replaces(tmp_path: Path) -> None:
    path = small_file(tmp_path / "a.journey", notes=300)
    subprocess.run([sys.executable, "-c", CRASHES_IN_A_COMMIT, str(path)], check=False)
    assert has_unfinished_commit(path)
    other = small_file(tmp_path / "other.journey", notes=2)
    with ProjectFile.open(other) as project:
        ProjectFile.create(path, project.document.copy(), overwrite=True).close()
    assert check(path).counts["note"] == 2
    assert check(path).faults == ()
