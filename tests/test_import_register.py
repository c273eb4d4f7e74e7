"""An action register comes back by the command line: what others filled in is taken over, or only told."""

import json
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from app.cli import main
from app.formats.tables.grids.own_lists import ACTION_ID
from app.model.records import Note
from app.storage.project_file import ProjectFile

Output = pytest.CaptureFixture[str]


@pytest.fixture
def project(tmp_path: Path) -> Path:
    path = tmp_path / "dinner.journey"
    assert main(["new", str(path), "--template", "pizzeria"]) == 0
    return path


@pytest.fixture
def register(project: Path) -> Path:
    """Its workbook, in which somebody took over an action."""
    path = project.with_name("register.xlsx")
    assert main(["export", str(project), str(path)]) == 0
    book: Any = load_workbook(path)
    (sheet,) = [one for one in book.worksheets if one.cell(1, one.max_column).value == ACTION_ID]
    row = next(row for row in sheet.iter_rows(min_row=2) if row[0].value == "Light the sign")
    row[1].value = "Mia"
    book.save(path)
    return path


def owners(path: Path) -> list[str]:
    with ProjectFile.open(path, read_only=True) as project:
        return [note.owner for note in project.document.all(Note) if note.text == "Light the sign"]


def test_a_register_updates_the_project_and_says_what_is_new(
    project: Path, register: Path, capsys: Output
) -> None:
    assert main(["import", str(register), str(project), "--register"]) == 0
    assert owners(project) == ["Mia"]
    assert capsys.readouterr().out.splitlines() == [
        "  Light the sign: Owner: “facilities” → “Mia”",
        "1 value is new.",
    ]


def test_a_register_is_known_where_all_that_is_there_is_to_be_added(project: Path, register: Path) -> None:
    assert main(["import", str(register), str(project), "--add"]) == 0
    assert owners(project) == ["Mia"]
    with ProjectFile.open(project, read_only=True) as opened:
        assert len(opened.document.maps()) == 1


def test_a_preview_of_a_table_keeps_nothing(project: Path, tmp_path: Path) -> None:
    table = tmp_path / "more.csv"
    table.write_text("Stage,Find,Buy\nActions,Looks,Pays\nPain points,Slow,Queue\n")
    assert main(["import", str(table), str(project), "--add", "--preview"]) == 0
    with ProjectFile.open(project, read_only=True) as opened:
        assert len(opened.document.maps()) == 1


def test_a_preview_says_the_same_and_changes_nothing(project: Path, register: Path, capsys: Output) -> None:
    before = project.read_bytes()
    assert main(["import", str(register), str(project), "--register", "--preview", "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert [(one["field"], one["before"], one["after"]) for one in told["updates"]] == [
        ("owner", "facilities", "Mia")
    ]
    assert told["notes"] == []
    assert project.read_bytes() == before


def test_what_is_no_register_is_refused(project: Path, tmp_path: Path, capsys: Output) -> None:
    table = tmp_path / "more.csv"
    table.write_text("Stage,Find,Buy\nActions,Looks,Pays\n")
    assert main(["import", str(table), str(project), "--register"]) == 1
    assert "It is no spreadsheet" in capsys.readouterr().err


def test_a_register_of_another_project_is_refused(register: Path, tmp_path: Path, capsys: Output) -> None:
    other = tmp_path / "other.journey"
    assert main(["new", str(other)]) == 0
    assert main(["import", str(register), str(other), "--register"]) == 1
    assert "None of the actions in it is one of this project." in capsys.readouterr().err


def test_a_preview_is_of_an_update(register: Path, project: Path, capsys: Output) -> None:
    with pytest.raises(SystemExit):
        main(["import", str(register), str(project), "--preview"])
    assert "--preview goes with --map" in capsys.readouterr().err
