"""Every project file that a released Journeywall made still opens, and holds what it held."""

from pathlib import Path

import pytest

from app.storage.check import check
from app.storage.project_file import ProjectFile
from app.storage.recover import rescue
from app.storage.tables import SCHEMA
from tests.storage.projects import what_is_in
from tools.stored_sample import FOLDER, told

SAMPLES = sorted(FOLDER.glob("*.journey"))


def test_there_is_a_sample_of_each_schema() -> None:
    assert [path.name for path in SAMPLES] == sorted(
        f"schema-{number + 1}.journey" for number in range(SCHEMA)
    )


@pytest.mark.parametrize("stored", SAMPLES, ids=lambda path: path.stem)
def test_a_stored_sample_is_read_as_it_was_written(stored: Path, tmp_path: Path) -> None:
    path = tmp_path / stored.name
    path.write_bytes(stored.read_bytes())
    golden = stored.with_suffix(".json").read_text(encoding="utf-8")
    assert check(path).faults == ()
    with ProjectFile.open(path, read_only=True) as project:
        assert told(project) == golden
        document = project.document
    assert rescue(path).document == document
    assert what_is_in(tmp_path) == {path.name: stored.read_bytes()}


@pytest.mark.parametrize("stored", SAMPLES, ids=lambda path: path.stem)
def test_a_stored_sample_is_worked_on(stored: Path, tmp_path: Path) -> None:
    path = tmp_path / stored.name
    path.write_bytes(stored.read_bytes())
    golden = stored.with_suffix(".json").read_text(encoding="utf-8")
    with ProjectFile.open(path) as project:
        assert told(project) == golden
        steps = len(project.history.steps)
        undone = 0
        while project.history.undo():
            undone += 1
        for _ in range(undone):
            project.history.redo()
        assert undone > 100
        assert project.wait_until_saved(60)
        assert len(project.history.steps) == steps + 2 * undone
    assert check(path).faults == ()


@pytest.mark.parametrize("stored", SAMPLES, ids=lambda path: path.stem)
def test_a_stored_sample_that_was_brought_up_to_date_is_rescued_whole(stored: Path, tmp_path: Path) -> None:
    path = tmp_path / stored.name
    path.write_bytes(stored.read_bytes())
    with ProjectFile.open(path) as project:
        document = project.document
    found = rescue(path)
    assert (found.document, found.losses) == (document, ())
