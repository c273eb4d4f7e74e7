"""What happens to an open file by other hands is seen, told, and mended; it is never called saved."""

import os
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from app.model import pictures
from app.model.pictures import NewPicture
from app.model.records import Note
from app.model.verbs.notes import set_text
from app.model.verbs.picture_verbs import set_picture
from app.storage.errors import BrokenContentError, NotSavedError
from app.storage.guard.ending import ending_of
from app.storage.opening.check import check
from app.storage.opening.reading import reading
from app.storage.project_file import ProjectFile
from benchmarks.torture.strangers import is_a_write_ahead_log, names_a_victim
from tests.pictures import image
from tests.storage.changed import (
    SECONDS,
    WAYS,
    Change,
    delete,
    empty,
    is_what_is_open,
    opened,
    overwrite,
    put_back,
    replace,
)
from tests.storage.projects import add_notes, small_file, what_is_in


@pytest.mark.parametrize("change", WAYS)
def test_a_file_changed_by_others_is_not_called_saved_and_is_put_back(change: Change, tmp_path: Path) -> None:
    project, older = opened(tmp_path)
    project.spares = lambda: [older]
    change(project.path, older)
    lies_there = project.path.read_bytes() if project.path.exists() else None
    assert not project.wait_until_looked(SECONDS)
    state = project.state
    assert state.is_gone
    assert not state.is_saved
    assert state.sentence
    assert "while it was open" in str(state.sentence)
    with pytest.raises(NotSavedError, match=r"no longer in a\.journey"):
        project.close()
    add_notes(project.history, 2)
    with pytest.raises(NotSavedError):
        project.close()
    assert (project.path.read_bytes() if project.path.exists() else None) == lies_there
    said = put_back(project)
    assert is_what_is_open(project.path, project)
    assert check(project.path).faults == ()
    aside = tmp_path / "a (found in its place).journey"
    assert (aside.read_bytes() if aside.exists() else None) == lies_there
    assert (aside.name in said) == aside.exists()
    add_notes(project.history, 1)
    project.close()
    assert check(project.path).steps == 8


@pytest.mark.parametrize("change", WAYS)
def test_a_file_changed_before_the_next_edit_is_not_written_to(change: Change, tmp_path: Path) -> None:
    project, older = opened(tmp_path)
    change(project.path, older)
    before = what_is_in(tmp_path)
    add_notes(project.history, 30)
    with pytest.raises(NotSavedError, match=r"not in a\.journey yet"):
        project.close()
    assert project.state.is_gone
    project.close(abandon=True)
    del before["a.journey.lock"]
    before.pop("a.journey-journal", None)
    assert what_is_in(tmp_path) == before


@pytest.mark.parametrize(
    "statement",
    [
        "PRAGMA user_version = 99",
        "PRAGMA application_id = 7",
        "CREATE TRIGGER eats AFTER INSERT ON note BEGIN DELETE FROM note; END",
        "ALTER TABLE note ADD COLUMN mood",
    ],
)
def test_a_file_whose_form_another_program_changes_is_seen_not_written_to_and_put_back(
    statement: str, tmp_path: Path
) -> None:
    project, _ = opened(tmp_path)
    with closing(sqlite3.connect(project.path)) as other:
        other.execute(statement)
    lies_there = project.path.read_bytes()
    assert not project.wait_until_looked(SECONDS)
    assert str(project.state.sentence) == "Another program changed the form of the file while it was open."
    add_notes(project.history, 1)
    assert not project.wait_until_saved(0.1)
    assert project.path.read_bytes() == lies_there
    put_back(project)
    project.close()
    with ProjectFile.open(project.path, read_only=True) as found:
        assert found.document == project.document
    assert check(project.path).is_sound


def test_an_edit_is_not_written_to_a_file_whose_form_another_program_changed_a_moment_ago(
    tmp_path: Path,
) -> None:
    project, _ = opened(tmp_path)
    with closing(sqlite3.connect(project.path)) as other:
        other.execute("PRAGMA user_version = 99")
    lies_there = project.path.read_bytes()
    add_notes(project.history, 1)
    with pytest.raises(NotSavedError, match="changed the form"):
        project.close()
    assert project.path.read_bytes() == lies_there
    project.close(abandon=True)


def test_an_older_copy_with_the_same_last_step_is_seen(tmp_path: Path) -> None:
    path, older = small_file(tmp_path / "a.journey"), tmp_path / "older"
    with ProjectFile.open(path) as project:
        project.history.do(set_text(project.document, "note-0", "P"), merge_key="note-0")
        assert project.wait_until_saved(SECONDS)
        shutil.copyfile(path, older)
        project.history.do(set_text(project.document, "note-0", "Pi"), merge_key="note-0")
        assert project.wait_until_saved(SECONDS)
        overwrite(path, older)
        assert not project.wait_until_looked(SECONDS)
        put_back(project)
    with ProjectFile.open(path) as project:
        assert project.document.get(Note, "note-0").text == "Pi"


def test_another_file_that_sqlite_would_take_for_the_same_is_seen(tmp_path: Path) -> None:
    """As many commits since they were one, and as many pages: SQLite goes on with what it has in memory."""
    project, older = opened(tmp_path)
    with ProjectFile.open(older) as fork:
        add_notes(fork.history, 2)
    overwrite(project.path, older)
    lies_there = project.path.read_bytes()
    add_notes(project.history, 1)
    with pytest.raises(NotSavedError):
        project.close()
    assert project.state.is_gone
    assert project.path.read_bytes() == lies_there
    project.close(abandon=True)


@pytest.mark.parametrize("way", ["the same by another file", "only touched", "away and back"])
def test_a_file_that_holds_what_it_held_is_written_on(way: str, tmp_path: Path) -> None:
    project, _ = opened(tmp_path)
    same = tmp_path / "same"
    shutil.copyfile(project.path, same)
    if way == "the same by another file":
        replace(project.path, same)
    elif way == "only touched":
        os.utime(project.path, (1, 1))
    else:
        project.path.unlink()
        assert not project.wait_until_looked(SECONDS)
        same.replace(project.path)
    assert project.wait_until_looked(SECONDS)
    add_notes(project.history, 1)
    project.close()
    assert check(project.path).steps == 6


def test_without_another_copy_the_project_is_put_back_with_the_history_that_is_known(tmp_path: Path) -> None:
    project, older = opened(tmp_path)
    empty(project.path, older)
    said = put_back(project)
    assert "3 earlier steps of its history could not be found" in said
    expected = project.document.copy()
    project.close()
    assert check(project.path).faults == ()
    with ProjectFile.open(project.path) as again:
        assert again.document == expected
        assert [str(step.label) for step in again.history.steps][:1] == ["3 steps, lost"]
        again.history.undo()
        again.history.undo()
        assert again.history.undoable is None


def test_the_history_and_pictures_of_a_deleted_file_are_read_out_of_what_is_left_of_it(
    tmp_path: Path,
) -> None:
    path = small_file(tmp_path / "a.journey")
    with ProjectFile.open(path) as project:
        picture = NewPicture(image(), "png", 40, 30)
        project.history.do(set_picture(project.document, ["note-0"], picture))
    project = ProjectFile.open(path)
    assert project.wait_until_looked(SECONDS)
    delete(path, path)
    assert put_back(project) == "The project is back in its place."
    project.close()
    with ProjectFile.open(path, read_only=True) as found:
        assert found.document.picture_store.get(picture.id) == picture.data
        assert len(found.history.steps) == 1


def test_a_project_is_not_put_back_into_a_folder_that_is_gone_and_says_so(tmp_path: Path) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    project, _ = opened(stick)
    stick.rename(tmp_path / "drawer")
    assert not project.wait_until_looked(SECONDS)
    assert "Check that its disk is connected" in str(project.state.sentence)
    project.put_back(lambda _: None)
    with pytest.raises(NotSavedError):
        project.close()
    (tmp_path / "drawer").rename(stick)
    project.close()
    assert is_what_is_open(project.path, project)


def with_picture(path: Path) -> tuple[ProjectFile, NewPicture]:
    """A project to which a picture came in an earlier session."""
    small_file(path)
    with ProjectFile.open(path) as project:
        picture = NewPicture(image(), "png", 40, 30)
        project.history.do(set_picture(project.document, ["note-0"], picture))
    project = ProjectFile.open(path)
    assert project.wait_until_looked(SECONDS)
    return project, picture


@pytest.mark.parametrize("form", ["write-ahead log", "log beside it"])
def test_what_is_left_of_a_file_is_read_whatever_another_program_put_in_its_place(
    form: str, tmp_path: Path
) -> None:
    older = small_file(tmp_path / "older.journey")
    project, picture = with_picture(tmp_path / "a.journey")
    if form == "write-ahead log":
        with closing(sqlite3.connect(older)) as connection:
            connection.execute("PRAGMA journal_mode = WAL")
    replace(project.path, older)
    if form == "log beside it":
        is_a_write_ahead_log(project.path, older)
    assert not project.wait_until_looked(SECONDS)
    said = put_back(project)
    assert "could not be found" not in said
    project.close()
    with ProjectFile.open(project.path, read_only=True) as found:
        assert found.document.picture_store.get(picture.id) == picture.data
        assert len(found.history.steps) == 1


def test_pictures_that_wait_in_a_temporary_file_are_put_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pictures, "KEPT_PICTURES", 10)
    project = ProjectFile.open(small_file(tmp_path / "a.journey"))
    picture = NewPicture(image(), "png", 40, 30)
    project.document.picture_store.put(picture.data)
    project.history.do(set_picture(project.document, ["note-0"], picture))
    assert project.wait_until_saved(SECONDS)
    empty(project.path, project.path)
    assert not project.wait_until_looked(SECONDS)
    assert "picture" not in put_back(project)
    project.close()


@pytest.mark.parametrize("redone", [0, 1, 3])
def test_what_was_done_before_a_history_was_lost_cannot_be_undone_into_the_file(
    redone: int, tmp_path: Path
) -> None:
    """The window may still know it, but the file has no step that could be taken back."""
    project, older = opened(tmp_path)
    for _ in range(3):
        project.history.undo()
    for _ in range(redone):
        project.history.redo()
    assert project.wait_until_saved(SECONDS)
    empty(project.path, older)
    assert not project.wait_until_looked(SECONDS)
    assert "could not be found" in put_back(project)
    while project.history.redo():
        pass
    while project.history.undo():
        pass
    project.close()
    assert check(project.path).faults == ()
    with ProjectFile.open(project.path) as again:
        assert again.document == project.document


def test_a_copy_in_which_a_step_had_not_grown_yet_leaves_no_hole(tmp_path: Path) -> None:
    path, older = small_file(tmp_path / "a.journey"), tmp_path / "older"
    with ProjectFile.open(path) as project:
        project.history.do(set_text(project.document, "note-0", "P"), merge_key="note-0")
        assert project.wait_until_saved(SECONDS)
        shutil.copyfile(path, older)
        project.history.do(set_text(project.document, "note-0", "Pi"), merge_key="note-0")
    project = ProjectFile.open(path)
    project.spares = lambda: [older]
    add_notes(project.history, 1)
    assert project.wait_until_saved(SECONDS)
    empty(path, older)
    assert "1 earlier step of its history could not be found" in put_back(project)
    project.close()
    assert check(path).faults == check(path).notices == ()


def test_a_history_with_gaps_of_an_older_journeywall_is_put_back_whole(tmp_path: Path) -> None:
    path = small_file(tmp_path / "a.journey")
    with ProjectFile.open(path) as project:
        add_notes(project.history, 3)
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("UPDATE history SET number = 4, of = 4 WHERE number = 3")
    project = ProjectFile.open(path)
    assert project.wait_until_looked(SECONDS)
    delete(path, path)
    assert put_back(project) == "The project is back in its place."
    project.close()
    assert check(path).steps == 3


def test_nothing_that_is_somebodys_is_deleted_when_a_project_is_put_back(tmp_path: Path) -> None:
    project, older = opened(tmp_path)
    download, folder = tmp_path / "a.journey.part", tmp_path / "a.journey.part-journal"
    download.write_text("half a download")
    folder.mkdir()
    delete(project.path, older)
    put_back(project)
    project.close()
    assert download.read_text() == "half a download"
    assert folder.is_dir()
    assert not list(tmp_path.glob(".journeywall*"))


def test_a_project_with_a_long_name_is_put_back(tmp_path: Path) -> None:
    """So long that what lies in its place cannot be called the same and more."""
    path = tmp_path / f"{'ü' * 112}.journey"
    small_file(tmp_path / "a.journey").rename(path)
    project = ProjectFile.open(path)
    assert project.wait_until_looked(SECONDS)
    replace(path, small_file(tmp_path / "b.journey"))
    assert "(found in its place).journey" in put_back(project)
    project.close()
    assert check(path).is_sound


def test_a_project_that_is_put_back_twice_at_once_is_put_back_once(tmp_path: Path) -> None:
    project, older = opened(tmp_path)
    delete(project.path, older)
    assert not project.wait_until_looked(SECONDS)
    for _ in range(3):
        project.put_back(lambda _: None)
    add_notes(project.history, 1)
    assert project.wait_until_saved(SECONDS)
    project.close()
    assert sorted(what_is_in(tmp_path)) == ["a.journey", "older"]


def test_a_link_put_in_the_place_of_a_file_does_not_lead_to_a_journal_that_is_believed(
    tmp_path: Path,
) -> None:
    """What it leads to is a copy of the file, so it may be gone on with; but SQLite looks beside that one."""
    project, _ = opened(tmp_path)
    (tmp_path / "theirs").mkdir()
    copy, victim = tmp_path / "theirs" / "copy.journey", tmp_path / "victim"
    shutil.copyfile(project.path, copy)
    victim.write_text("Dear diary")
    names_a_victim(copy, victim)
    project.path.unlink()
    project.path.symlink_to(copy)
    project.wait_until_looked(SECONDS)
    assert "Beside copy.journey lies" in str(project.state.sentence)
    add_notes(project.history, 1)
    with pytest.raises(NotSavedError):
        project.close()
    assert victim.read_text() == "Dear diary"
    assert project.wait_until_saved(0) is False
    project.close(abandon=True)


def test_a_stranger_beside_a_file_that_was_touched_is_told_and_saving_goes_on_without_it(
    tmp_path: Path,
) -> None:
    project, older = opened(tmp_path)
    os.utime(project.path, (1, 1))
    is_a_write_ahead_log(project.path, older)
    project.wait_until_looked(SECONDS)
    assert "not belong there: a.journey-wal" in str(project.state.sentence)
    with pytest.raises(NotSavedError, match="the file cannot be checked"):
        project.close()
    project.path.with_name("a.journey-wal").unlink()
    add_notes(project.history, 1)
    project.close()
    assert check(project.path).steps == 6


def test_a_file_that_another_program_made_over_is_not_shortened_without_end(tmp_path: Path) -> None:
    path = small_file(tmp_path / "a.journey")
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("PRAGMA auto_vacuum = NONE")
        connection.execute("VACUUM")
        connection.execute("CREATE TABLE large AS SELECT zeroblob(400000) AS x")
        connection.execute("DROP TABLE large")
    with ProjectFile.open(path) as project:
        assert project.tidy(SECONDS)


def test_a_step_with_the_last_of_all_numbers_is_refused(tmp_path: Path) -> None:
    """After it there could be no other."""
    path = small_file(tmp_path / "a.journey")
    with ProjectFile.open(path) as project:
        add_notes(project.history, 1)
    last = 2**63 - 1
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("UPDATE history SET number = ?, of = ?", (last, last))
    with pytest.raises(BrokenContentError, match="cannot be read"):
        ProjectFile.open(path)
    assert [*map(str, check(path).faults)] == [f"The history’s step {last} cannot be read."]


def test_what_is_read_of_a_file_after_how_it_ends_is_of_the_same_moment(tmp_path: Path) -> None:
    path = small_file(tmp_path / "a.journey")
    with reading(path) as connection, closing(sqlite3.connect(path, timeout=0)) as other:
        ending_of(connection)
        with pytest.raises(sqlite3.OperationalError, match="locked"):
            other.execute("BEGIN EXCLUSIVE")
