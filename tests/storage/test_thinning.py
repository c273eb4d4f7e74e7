"""A history that is thinned out keeps its versions and what the project is now, and takes less room."""

import sqlite3
from contextlib import closing
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st
from hypothesis.strategies import DataObject

from app.formats.templates import template
from app.model.document import Document
from app.model.history.history import History
from app.model.history.history_cursor import HistoryCursor, document_at
from app.model.history.thinning import is_worth_thinning, thinned
from app.model.pictures import NewPicture
from app.model.verbs.notes import set_text
from app.model.verbs.picture_verbs import add_picture
from app.storage.opening.check import check
from app.storage.project_file import ProjectFile
from benchmarks.work import work_on, write_history
from tests.documents import PICTURES, documents
from tests.edits import do_some
from tests.storage.projects import add_notes, small_file

SECONDS = 60.0


@given(documents(most=2), st.data())
def test_every_version_is_what_it_was(document: Document, data: DataObject) -> None:
    beginning, history = document.copy(), History(document)
    for name in ("first", "second"):
        do_some(data, history, most=5)
        history.undo()
        history.mark(name)
    do_some(data, history, most=5)
    was = {step: document_at(history, step) for step in history.versions()}
    now = document.copy()
    history.thin(thinned(history))
    assert {step: document_at(history, step) for step in history.versions()} == was
    assert len(history.steps) <= 2 + 3
    assert document == now
    cursor = HistoryCursor(history)
    cursor.go_to(0)
    assert cursor.document == beginning
    assert not is_worth_thinning(history)
    again = thinned(history)
    assert again.steps == history.steps


def test_it_is_so_in_the_file(tmp_path: Path) -> None:
    path = tmp_path / "a.journey"
    ProjectFile.create(path, template("pizzeria")).close()

    def work(history: History) -> None:
        for name in ("first", "second"):
            work_on(history, 700)
            history.mark(name)
        work_on(history, 100)

    write_history(path, work)
    with ProjectFile.open(path) as project:
        project.tidy(SECONDS)
        size = path.stat().st_size
        was = [document_at(project.history, step) for step in project.history.versions()]
        now = project.document.copy()
        project.history.thin(thinned(project.history))
        assert project.history.undoable is None
        assert project.wait_until_saved(SECONDS)
        assert path.stat().st_size < size
    assert (check(path).steps, check(path).faults) == (5, ())
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA freelist_count").fetchone() == (0,)
    with ProjectFile.open(path) as project:
        assert project.document == now
        assert [document_at(project.history, step) for step in project.history.versions()] == was
        assert [str(step.label) for step in project.history.steps] == [
            "700 steps, combined", "first", "700 steps, combined", "second", "100 steps, combined",
        ]  # fmt: skip
        assert project.history.undo() is None


def test_work_goes_on_after_it_and_is_undone_up_to_there(tmp_path: Path) -> None:
    path = small_file(tmp_path / "a.journey")
    with ProjectFile.open(path) as project:
        add_notes(project.history, 3)
        project.history.thin(thinned(project.history))
        for text in ("P", "Pi"):
            project.history.do(set_text(project.document, "note-0", text), merge_key="note-0")
        project.history.undo()
        assert project.history.undo() is None
        add_notes(project.history, 2)
    assert (check(path).steps, check(path).faults) == (5, ())
    with ProjectFile.open(path) as project:
        assert project.history.undo()
        assert project.history.undo()
        assert project.history.undo() is None


def test_a_thinned_history_is_written_when_the_disk_is_back(tmp_path: Path) -> None:
    stick, drawer = tmp_path / "stick", tmp_path / "drawer"
    stick.mkdir()
    path = small_file(stick / "a.journey")
    with ProjectFile.open(path) as project:
        add_notes(project.history, 5)
        project.history.undo()
        assert project.wait_until_saved(SECONDS)
        stick.rename(drawer)
        project.history.thin(thinned(project.history))
        add_notes(project.history, 1)
        while not project.state.has_failed:
            project.wait_until_saved(0.01)
        assert project.state.pending == 2
        drawer.rename(stick)
        project.try_again()
        assert project.wait_until_saved(SECONDS)
    assert (check(path).steps, check(path).faults) == (2, ())


def test_pictures_that_no_version_shows_go_and_can_still_be_pasted(tmp_path: Path) -> None:
    path = small_file(tmp_path / "a.journey")
    kept, dropped = (NewPicture(data, "png", 4, 3) for data in PICTURES[:2])
    with ProjectFile.open(path) as project:
        history = project.history
        history.do(add_picture(project.document, "section", "stage", kept, "Kept"))
        history.mark("with a picture")
        history.undo()
        history.do(add_picture(project.document, "section", "stage", dropped, "Dropped"))
        history.undo()
        history.thin(thinned(history))
        assert project.wait_until_saved(SECONDS)
        assert pictures(path) == {kept.id}
        assert project.document.picture_store.get(dropped.id) == dropped.data
    assert check(path).is_sound


def test_of_nothing_nothing_is_thinned(tmp_path: Path) -> None:
    with ProjectFile.open(small_file(tmp_path / "a.journey")) as project:
        assert not is_worth_thinning(project.history)
        project.history.thin(thinned(project.history))
        add_notes(project.history, 1)
        assert not is_worth_thinning(project.history)
    assert check(tmp_path / "a.journey").steps == 1


def pictures(path: Path) -> set[str]:
    with closing(sqlite3.connect(path)) as connection:
        return {id for (id,) in connection.execute("SELECT id FROM picture_data")}
