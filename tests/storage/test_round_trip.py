"""What is done to a project is in its file, and comes back from it the same."""

from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given
from hypothesis import strategies as st
from hypothesis.strategies import DataObject

from app.model.document import Document
from app.model.history.history import History
from app.model.history.history_cursor import document_at
from app.model.records import Note
from app.model.verbs.notes import set_text, vote
from app.storage.opening.check import check
from app.storage.project_file import ProjectFile
from tests.documents import documents
from tests.edits import do_some
from tests.storage.projects import add_notes, small_file


@given(documents())
def test_a_document_comes_back_from_its_file_the_same(document: Document) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "a.journey"
        ProjectFile.create(path, document).close()
        with ProjectFile.open(path) as project:
            assert project.document == document
        assert check(path).is_sound


@given(documents(most=2), st.data())
def test_edits_and_their_history_come_back_and_can_be_undone(document: Document, data: DataObject) -> None:
    original = document.copy()
    with TemporaryDirectory() as folder:
        path = Path(folder) / "a.journey"
        with ProjectFile.create(path, document) as project:
            do_some(data, project.history)
            project.history.undo()
            do_some(data, project.history, most=3)
            steps = project.history.steps
        with ProjectFile.open(path) as project:
            assert project.document == document
            assert project.history.steps == steps
            undone = _undo_all(project.history)
            assert project.document == original
        with ProjectFile.open(path) as project:
            assert project.document == original
            for _ in range(undone):
                project.history.redo()
            assert project.document == document
        assert check(path).faults == ()


def test_a_word_typed_letter_by_letter_is_one_step_after_reopening(tmp_path: Path) -> None:
    path = small_file(tmp_path / "a.journey")
    with ProjectFile.open(path) as project:
        for end in range(1, 6):
            change = set_text(project.document, "note-0", "Pizza"[:end])
            project.history.do(change, merge_key="note-0")
    with ProjectFile.open(path) as project:
        (step,) = project.history.steps
        assert project.document.get(Note, "note-0").text == "Pizza"
        project.history.undo()
        assert project.document.get(Note, "note-0").text == "Note 0"
        assert str(step.label) == "Edit note"


def test_a_step_of_which_nothing_is_left_is_not_in_the_file(tmp_path: Path) -> None:
    path = small_file(tmp_path / "a.journey")
    with ProjectFile.open(path) as project:
        for by in (1, -1):
            project.history.do(vote(project.document, ["note-0"], by), merge_key="note-0")
            assert project.wait_until_saved()
    report = check(path)
    assert (report.steps, report.faults) == (0, ())


def test_a_step_after_one_of_which_nothing_is_left_is_in_the_file(tmp_path: Path) -> None:
    path = small_file(tmp_path / "a.journey")
    with ProjectFile.open(path) as project:
        for text in ("P", "Note 0", "Q"):
            project.history.do(set_text(project.document, "note-0", text), merge_key="note-0")
            assert project.wait_until_saved()
    with ProjectFile.open(path) as project:
        assert project.document.get(Note, "note-0").text == "Q"
        project.history.undo()
        assert project.document.get(Note, "note-0").text == "Note 0"


def test_a_closed_project_is_one_file_and_an_open_one_can_be_copied(tmp_path: Path) -> None:
    path = small_file(tmp_path / "a.journey")
    assert [found.name for found in tmp_path.iterdir()] == ["a.journey"]
    with ProjectFile.open(path) as project:
        add_notes(project.history, 5)
        assert project.wait_until_saved()
        copy = tmp_path / "copy.journey"
        copy.write_bytes(path.read_bytes())
        with ProjectFile.open(copy) as copied:
            assert copied.document == project.document
    assert {found.name for found in tmp_path.iterdir()} == {"a.journey", "copy.journey"}


def test_reading_leaves_the_file_as_it_is(tmp_path: Path) -> None:
    path = small_file(tmp_path / "a.journey")
    before = path.read_bytes()
    with ProjectFile.open(path):
        pass
    with ProjectFile.open(path, read_only=True) as project:
        assert str(project.why_read_only) == "a.journey is open for reading only: as asked for."
    check(path)
    assert path.read_bytes() == before
    assert [found.name for found in tmp_path.iterdir()] == ["a.journey"]


def _undo_all(history: History) -> int:
    """Take back all that can be, and say how many steps that were."""
    undone = 0
    while history.undo() is not None:
        undone += 1
    return undone


def test_versions_are_there_after_reopening(tmp_path: Path) -> None:
    path = small_file(tmp_path / "a.journey")
    with ProjectFile.open(path) as project:
        add_notes(project.history, 2)
        project.history.mark("before lunch")
        add_notes(project.history, 1)
        project.history.undo()
    assert check(path).is_sound
    with ProjectFile.open(path) as project:
        (version,) = project.history.versions()
        assert str(version.label) == "before lunch"
        assert len(document_at(project.history, version).all(Note)) == 5
        project.history.redo()
        assert len(project.document.all(Note)) == 6
