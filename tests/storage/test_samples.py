"""Every project file that a released Journeywall made still opens, and holds what it held."""

import json
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from io import BytesIO
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from app.formats.json.json_project import read_document
from app.limits import MOST_STEPS_IN_BLOCK
from app.model.document import Document
from app.model.history.history import History
from app.model.history.history_cursor import HistoryCursor
from app.model.upgrades import STEP, upgraded
from app.storage.opening.check import check
from app.storage.opening.reading import read_schema, reading, up_to_date
from app.storage.project_file import ProjectFile
from app.storage.rescue.recover import rescue
from app.storage.tables import SCHEMA
from benchmarks.work import write_history
from tests.cases import some_of
from tests.storage.projects import what_is_in
from tools.stored_sample import FOLDER

SAMPLES = sorted(FOLDER.glob("*.journey"))
oldest_and_newest = pytest.mark.parametrize(
    "stored",
    some_of(SAMPLES, 2, "the oldest goes the way of all that came later"),
    ids=lambda path: path.stem,
)


class Held(NamedTuple):
    """What is in a sample: the project as it is, as it was at first, and at each version; and its steps."""

    now: Document
    beginning: Document
    versions: list[Document]
    steps: Sequence[tuple[object, ...]]


def test_there_is_a_sample_of_each_schema() -> None:
    assert [path.name for path in SAMPLES] == sorted(
        f"schema-{number + 1}.journey" for number in range(SCHEMA)
    )


@pytest.mark.parametrize("stored", SAMPLES, ids=lambda path: path.stem)
def test_a_stored_sample_is_read_as_it_was_written(stored: Path, tmp_path: Path) -> None:
    path = tmp_path / stored.name
    path.write_bytes(stored.read_bytes())
    golden = written_in(stored)
    assert check(path).faults == ()
    with ProjectFile.open(path, read_only=True) as project:
        assert held_by(project.history) == golden
    assert rescue(path).document == golden.now
    assert what_is_in(tmp_path) == {path.name: stored.read_bytes()}


def test_old_files_are_read_by_several_threads_at_once() -> None:
    def schema_of_a_copy() -> int:
        with up_to_date(SAMPLES[0]) as current:
            return read_schema(current.path)

    with ThreadPoolExecutor(4) as threads:
        found = [threads.submit(schema_of_a_copy) for _ in range(8)]
    assert {each.result() for each in found} == {SCHEMA}


@pytest.mark.parametrize("stored", SAMPLES, ids=lambda path: path.stem)
def test_the_history_of_a_stored_sample_is_long_packed_and_has_versions(stored: Path) -> None:
    with up_to_date(stored) as current, reading(current.path) as connection:
        blocks = connection.exec_driver_sql("SELECT count(*) FROM history_block").scalar_one()
    golden = written_in(stored)
    assert blocks > 1
    assert len(golden.steps) > MOST_STEPS_IN_BLOCK
    assert len(golden.versions) == 3


@oldest_and_newest
def test_a_stored_sample_is_worked_on(stored: Path, tmp_path: Path) -> None:
    path = tmp_path / stored.name
    path.write_bytes(stored.read_bytes())
    golden = written_in(stored)
    with ProjectFile.open(path) as project:
        assert project.why_read_only is None
        assert project.history.undo()
        assert project.history.redo()
    undone = 0

    def undo_and_redo(history: History) -> None:
        nonlocal undone
        while history.undo():
            undone += 1
        for _ in range(undone):
            history.redo()
        assert history.document == golden.now

    write_history(path, undo_and_redo)
    assert undone > MOST_STEPS_IN_BLOCK
    assert check(path).faults == ()
    with ProjectFile.open(path) as project:
        assert project.tidy(60)
        assert len(project.history.steps) == len(golden.steps) + 2 + 2 * undone
    assert check(path).faults == ()


@oldest_and_newest
def test_a_stored_sample_that_was_brought_up_to_date_is_rescued_whole(stored: Path, tmp_path: Path) -> None:
    path = tmp_path / stored.name
    path.write_bytes(stored.read_bytes())
    with ProjectFile.open(path) as project:
        document = project.document
    found = rescue(path)
    assert (found.document, found.losses) == (document, ())


def held_by(history: History) -> Held:
    cursor = HistoryCursor(history)
    versions = []
    for at, step in enumerate(cursor.steps, 1):
        if step.act == "version":
            cursor.go_to(at)
            versions.append(cursor.document.copy())
    cursor.go_to(0)
    steps = [(step.number, step.at.isoformat(), step.act, step.of, step.label.form) for step in history.steps]
    return Held(history.document, cursor.document, versions, steps)


def written_in(stored: Path) -> Held:
    """What was in a sample when it was stored, brought up to date."""
    golden: dict[str, Any] = json.loads(stored.with_suffix(".json").read_text(encoding="utf-8"))
    return Held(
        _document(golden["now"]),
        _document(golden["beginning"]),
        [_document(version) for version in golden["versions"]],
        [(*head, _label(golden["schema"], head[2], label)) for *head, label in golden["steps"]],
    )


def _document(form: object) -> Document:
    return read_document(BytesIO(json.dumps(form).encode()))


def _label(schema: int, act: str, label: object) -> Any:
    return upgraded(STEP, {"act": act, "label": label}, schema)["label"]
