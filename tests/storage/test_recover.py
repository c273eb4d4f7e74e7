"""A damaged file is named as such, never opened as less than it was, and what it still holds is rescued."""

import os
import sqlite3
import sys
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import HealthCheck, assume, given, settings

from app.formats.templates import template
from app.model.document import Document
from app.model.invariants import faults
from app.model.records import Note, Section, Stage
from app.model.repair import repaired
from app.model.verbs.editing import delete
from app.model.verbs.notes import add_note, set_text
from app.storage.errors import AlreadyExistsError, MissingFileError, NothingToRecoverError, SameFileError
from app.storage.opening.check import check
from app.storage.project_file import ProjectFile
from app.storage.rescue.pages import USUAL_SIZE
from app.storage.rescue.recover import recover, rescue
from benchmarks.torture.damage import DAMAGES, Damage, Trials
from tests.documents import documents
from tests.profiles import share_of_examples
from tests.storage.projects import small_document, small_file, what_is_in


@pytest.fixture(scope="module")
def trials(tmp_path_factory: pytest.TempPathFactory) -> Trials:
    """The sample after some edits."""
    path = tmp_path_factory.mktemp("sample") / "sample.journey"
    with ProjectFile.create(path, template("pizzeria")) as project:
        for note in project.document.all(Note)[:20]:
            project.history.do(set_text(project.document, note.id, f"{note.text}!"))
    return Trials(path)


@pytest.mark.parametrize("damage", DAMAGES, ids=lambda damage: damage.__name__)
def test_what_a_damaged_file_still_holds_is_rescued(damage: Damage, trials: Trials, tmp_path: Path) -> None:
    for seed in range(share_of_examples(1)):
        trials.try_damage(damage, seed, tmp_path / "damaged.journey")
    assert trials.figures.recovered == trials.figures.intact > 0


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(document=documents())
def test_of_a_sound_file_everything_is_read(document: Document, tmp_path: Path) -> None:
    assume(document.maps())
    path = tmp_path / "a.journey"
    ProjectFile.create(path, document, overwrite=True).close()
    found = rescue(path)
    assert found.document == document
    assert found.losses == ()
    for picture in document.pictures():
        assert found.document.picture_store.get(picture.id) == document.picture_store.get(picture.id)


@given(document=documents(most=3))
def test_whatever_is_lost_the_rest_is_made_sound(document: Document) -> None:
    records = list(document)
    for start in range(min(len(records), 4)):
        left = records[start::3]
        whole, _ = repaired(left)
        assert list(faults(whole)) == []
        assert {record.id for record in left if record.kind in ("note", "map", "persona")} <= {
            record.id for record in whole
        }


def test_a_long_text_is_put_together_from_all_its_pages(tmp_path: Path) -> None:
    path = tmp_path / "a.journey"
    document = small_document()
    document.apply(set_text(document, "note-1", "Lasagne " * 2400))
    ProjectFile.create(path, document).close()
    path.write_bytes(bytes(USUAL_SIZE) + path.read_bytes()[USUAL_SIZE:])
    assert rescue(path).document.get(Note, "note-1").text == "Lasagne " * 2400


def test_a_lost_row_comes_from_the_history(tmp_path: Path) -> None:
    path = small_file(tmp_path / "a.journey")
    with ProjectFile.open(path) as project:
        project.history.do(set_text(project.document, "note-1", "Reads the menu"))
        project.history.do(set_text(project.document, "note-1", "Reads the map"))
        project.history.undo()
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("DELETE FROM note WHERE id = 'note-1'")
    found = rescue(path)
    assert found.document.get(Note, "note-1").text == "Reads the menu"
    assert "1 thing was taken from the history, as its row is lost." in map(str, found.losses)


def test_what_the_history_deleted_does_not_come_back(tmp_path: Path) -> None:
    path = small_file(tmp_path / "a.journey", notes=400)
    with ProjectFile.open(path) as project:
        ids = [f"note-{number}" for number in range(400)]
        project.history.do(delete(project.document, ids))
        project.history.do(add_note(project.document, "section", "stage", "Alone", id="alone"))
    path.write_bytes(bytes(USUAL_SIZE) + path.read_bytes()[USUAL_SIZE:])
    assert [note.id for note in rescue(path).document.all(Note)] == ["alone"]


def test_notes_of_a_lost_section_stand_in_a_new_one(tmp_path: Path) -> None:
    path = small_file(tmp_path / "a.journey")
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("DELETE FROM section")
        connection.execute("UPDATE note SET votes = 'many' WHERE id = 'note-2'")
    out = tmp_path / "b.journey"
    found = recover(path, out)
    assert "Note note-2: a value could not be read and was reset (votes)." in map(str, found.losses)
    assert "1 section is lost; what belonged there is in a new one called “Recovered section”." in map(
        str, found.losses
    )
    assert check(out).is_sound
    with ProjectFile.open(out) as project:
        (section,) = project.document.all(Section)
        (stage,) = project.document.all(Stage)
        assert [note.text for note in project.document.notes(section.id, stage.id)] == [
            "Note 0",
            "Note 1",
            "Note 2",
        ]


def test_nothing_is_written_where_there_is_nothing_to_rescue(tmp_path: Path) -> None:
    path = tmp_path / "a.journey"
    for content in (b"", b"Dear diary", bytes(40_000)):
        path.write_bytes(content)
        with pytest.raises(NothingToRecoverError):
            recover(path, tmp_path / "b.journey")
    with closing(sqlite3.connect(tmp_path / "other.db")) as connection, connection:
        connection.execute("CREATE TABLE bookmark (id TEXT, address TEXT)")
        connection.execute("INSERT INTO bookmark VALUES ('a', 'b')")
    with pytest.raises(NothingToRecoverError):
        recover(tmp_path / "other.db", tmp_path / "b.journey")
    with pytest.raises(MissingFileError):
        recover(tmp_path / "missing.journey", tmp_path / "b.journey")
    assert set(what_is_in(tmp_path)) == {"a.journey", "other.db"}


def test_the_damaged_file_is_never_written_to(tmp_path: Path) -> None:
    path = small_file(tmp_path / "a.journey", notes=200)
    path.write_bytes(path.read_bytes()[:-9000])
    before = what_is_in(tmp_path)
    with pytest.raises(SameFileError):
        recover(path, path, overwrite=True)
    with pytest.raises(AlreadyExistsError):
        recover(path, small_file(tmp_path / "b.journey"))
    (tmp_path / "b.journey").unlink()
    rescue(path)
    assert what_is_in(tmp_path) == before


@pytest.mark.skipif(sys.platform != "linux", reason="makes a file with a hole")
def test_a_file_that_says_it_is_terabytes_long_is_rescued_at_once(tmp_path: Path) -> None:
    path = small_file(tmp_path / "a.journey")
    os.truncate(path, 1 << 40)
    found = recover(path, tmp_path / "rescued.journey")
    assert found.counts["note"] == 3
