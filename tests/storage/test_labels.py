"""What steps are called is in the file as a code with values, in rows and blocks, and nothing is believed."""

import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from app.language.spoken import set_program_language
from app.model.history.steps import Step
from app.model.labels import LABELS, Label, plain_label, step_label
from app.model.records import Project
from app.model.verbs.editing import set_fields
from app.storage.opening.check import check
from app.storage.project_file import ProjectFile
from tests.labels import values_of
from tests.storage.projects import small_file
from tools.stored_sample import FOLDER

ROUNDS = 4
"""So often each label is used, that there are enough steps to be packed."""


def _each_label() -> list[Label]:
    return [step_label(code, **values_of(code)) for code in LABELS]


def _names(project: ProjectFile, labels: list[Label]) -> None:
    for label in labels:
        name = f"{len(project.history.steps)}"
        project.history.do(set_fields(project.document, [project.document.project.id], label, name=name))


def _labels(steps: tuple[Step, ...]) -> list[Label]:
    return [step.label for step in steps]


@pytest.fixture
def german() -> Iterator[None]:
    set_program_language("de")
    yield
    set_program_language(None)


@pytest.mark.slow("packs and undoes six hundred steps")
def test_each_label_survives_rows_blocks_and_undo(tmp_path: Path) -> None:
    path = small_file(tmp_path / "a.journey")
    labels = [
        *_each_label() * ROUNDS,
        plain_label('{"code": "vote", "values": {}}'),
        plain_label("Own words"),
    ]
    with ProjectFile.open(path) as project:
        _names(project, labels)
        assert project.wait_until_saved(60)
    with ProjectFile.open(path) as project:
        assert _labels(project.history.steps) == labels
        assert project.tidy(60)
    assert _count(path, "history_block") > 0
    assert check(path).faults == ()
    with ProjectFile.open(path) as project:
        assert _labels(project.history.steps) == labels
        for label in reversed(labels):
            change = project.history.undo()
            assert change is not None
            assert change.label == label
        assert _labels(project.history.steps) == [*labels, *reversed(labels)]
        assert project.wait_until_saved(60)


def test_a_row_says_the_code_and_the_values(tmp_path: Path) -> None:
    path = small_file(tmp_path / "a.journey")
    with ProjectFile.open(path) as project:
        _names(project, [step_label("move", kind="note", count=3)])
        project.history.mark("before lunch")
    assert [json.loads(label) for label in _stored(path)] == [
        {"code": "move", "values": {"kind": "note", "count": 3}},
        "before lunch",
    ]


@pytest.mark.parametrize(
    ("stored", "said"),
    [
        ("Move 3 notes", "Move 3 notes"),
        ("", ""),
        ("7", "7"),
        ("[", "["),
        ('"quoted"', "quoted"),
        ('{"code":"fly","values":{}}', '{"code": "fly", "values": {}}'),
        ('{"code":"vote","values":{"count":1}}', '{"code": "vote", "values": {"count": 1}}'),
        ('{"code":"vote","values":{},"code":"unvote"}', "Remove vote"),
        ("[" * 20_000, "[" * 20_000),
        ('{"code":' * 5_000, '{"code":' * 5_000),
        (json.dumps("," * 20_000), "," * 20_000),
    ],
    ids=range(11),
)
def test_whatever_stands_in_a_row_is_a_label(tmp_path: Path, stored: str, said: str) -> None:
    path = small_file(tmp_path / "a.journey")
    with ProjectFile.open(path) as project:
        _names(project, [step_label("vote")])
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("UPDATE history SET label = ?", (stored,))
        connection.commit()
    with ProjectFile.open(path) as project:
        (step,) = project.history.steps
        assert str(step.label) == said
        assert str(step.label.done) == said
        assert project.history.undo()
        assert project.wait_until_saved(60)
    assert check(path).faults == ()


@pytest.mark.parametrize("schema", [1, 2])
def test_an_older_file_gets_codes_for_the_labels_it_knows_and_keeps_the_others(
    tmp_path: Path, schema: int
) -> None:
    stored = FOLDER / f"schema-{schema}.journey"
    before: list[list[Any]] = json.loads(stored.with_suffix(".json").read_text(encoding="utf-8"))["steps"]
    path = tmp_path / stored.name
    path.write_bytes(stored.read_bytes())
    with ProjectFile.open(path) as project:
        steps = project.history.steps
        assert project.document.get(Project, "project").language == "en"
    sentences = [label for *_, label in before]
    coded = {sentence for sentence, step in zip(sentences, steps, strict=True) if step.label.code}
    plain = {sentence for sentence, step in zip(sentences, steps, strict=True) if not step.label.code}
    assert coded >= {"Edit note", "Move 3 notes", "Colour 2 notes pink", "Vote", "60 steps, thinned out"}
    assert plain >= {"before lunch", "after the vote", "Set job_title"}
    for sentence, step in zip(sentences, steps, strict=True):
        said = {"Vote": "Add vote"}.get(sentence, sentence).replace("thinned out", "combined")
        assert str(step.label) == said


def test_a_project_made_in_english_has_a_german_history_in_a_german_program(
    tmp_path: Path, german: None
) -> None:
    path = tmp_path / "old.journey"
    path.write_bytes((FOLDER / "schema-2.journey").read_bytes())
    with ProjectFile.open(path) as project:
        said = {str(step.label) for step in project.history.steps}
        assert said >= {"Zettel bearbeiten", "3 Zettel verschieben", "2 Zettel rosa färben", "before lunch"}
        set_program_language("en")
        assert "Move 3 notes" in {str(step.label) for step in project.history.steps}


def _stored(path: Path) -> list[str]:
    with closing(sqlite3.connect(path)) as connection:
        return [label for (label,) in connection.execute("SELECT label FROM history ORDER BY number")]


def _count(path: Path, table: str) -> int:
    with closing(sqlite3.connect(path)) as connection:
        return int(connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0])
