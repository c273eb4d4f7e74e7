"""`check` reads a whole file and says what is in it."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from app.model.history.thinning import thinned
from app.model.verbs.emotions import add_point
from app.model.verbs.notes import set_text
from app.model.verbs.personas import add_persona
from app.storage.errors import ProjectFileError
from app.storage.opening.check import check
from app.storage.project_file import ProjectFile
from tests.storage.projects import add_notes, small_document, small_file


def test_a_sound_file_is_counted(tmp_path: Path) -> None:
    path = tmp_path / "a.journey"
    with ProjectFile.create(path, small_document(notes=4)) as project:
        project.history.do(add_persona(project.document, "Eva Molin"))
        project.history.do(add_point(project.document, "section", "stage", 2.5))
    report = check(path)
    assert {kind: number for kind, number in report.counts.items() if number} == {
        "project": 1,
        "legend entry": 8,
        "persona": 1,
        "map": 1,
        "stage": 1,
        "section": 1,
        "note": 4,
        "emotion point": 1,
    }
    assert (report.steps, report.faults) == (2, ())


def test_a_page_overwritten_with_zeros_is_named_and_never_opens_as_less(tmp_path: Path) -> None:
    path = tmp_path / "a.journey"
    ProjectFile.create(path, small_document(notes=300)).close()
    sound = path.read_bytes()
    assert check(path).is_sound
    pages = range(1, len(sound) // 4096)
    for page in pages:
        path.write_bytes(sound[: page * 4096] + bytes(4096) + sound[(page + 1) * 4096 :])
        with pytest.raises(ProjectFileError):
            ProjectFile.open(path)
        try:
            faults = [*map(str, check(path).faults)]
        except ProjectFileError as error:
            faults = [str(error)]
        assert faults, page
    assert len(pages) > 10


def test_steps_that_are_missing_are_named_unless_they_were_thinned_out(tmp_path: Path) -> None:
    path = small_file(tmp_path / "a.journey")
    with ProjectFile.open(path) as project:
        for text in ("N", "Note 0"):
            project.history.do(set_text(project.document, "note-0", text), merge_key="note-0")
        add_notes(project.history, 3)
        project.history.undo()
        project.history.mark("Now")
        add_notes(project.history, 1)
        project.history.undo()
        project.history.thin(thinned(project.history))
        add_notes(project.history, 4)
    assert check(path).notices == ()
    with closing(sqlite3.connect(path)) as connection, connection:
        last = connection.execute("SELECT max(number) FROM history").fetchone()[0]
        connection.execute("DELETE FROM history WHERE number IN (?, ?)", (last - 1, last - 2))
    (told,) = check(path).notices
    assert f"The history lacks 2 steps (before {last})." in str(told)


def test_gaps_that_an_older_journeywall_left_are_no_damage(tmp_path: Path) -> None:
    """There a step that was typed and taken back at once took its number along."""
    path = small_file(tmp_path / "a.journey")
    with ProjectFile.open(path) as project:
        add_notes(project.history, 5)
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("UPDATE history SET number = number + 2, of = of + 2 WHERE number = 5")
        connection.execute("UPDATE history SET number = number + 1, of = of + 1 WHERE number = 4")
    report = check(path)
    assert report.is_sound
    assert "The history lacks 2 steps (before 5, 7)." in str(report.notices[0])
