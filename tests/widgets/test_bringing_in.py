"""Maps of templates and of files are added to an open project, and a version from before is kept."""

from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog

from app import formats
from app.formats import format_of
from app.formats.templates import template
from app.model.history.history_cursor import version_at, versions_called
from app.model.records import Note
from app.model.verbs.maps import plan_future_state
from app.storage.project_file import ProjectFile
from app.widgets.base.overlays.message import Message
from app.widgets.pages.importing.bringing_in import add_maps_of
from app.widgets.tables.import_question import ImportQuestion
from tests.driver import LEFT, WindowDriver
from tests.formats.toy import TOY


def titles(driver: WindowDriver) -> list[str]:
    return [journey_map.title for journey_map in driver.document.maps()]


def said(driver: WindowDriver) -> str:
    (message,) = driver.window.findChildren(Message)
    return message.words.text()


def test_the_map_of_a_template_is_added_by_typing_its_name(pizzeria: WindowDriver) -> None:
    pizzeria.add_note("Order", "Actions", "Counts the money")
    before = pizzeria.document.copy()
    pizzeria.window.actions_by_name["maps.add_from_template"].trigger()
    pizzeria.write("blueprint")
    pizzeria.press("Return")
    assert len(titles(pizzeria)) == 2
    assert pizzeria.editor.map == pizzeria.document.maps()[1].id
    history = pizzeria.editor.history
    (at,) = versions_called(history, "Before the template “Service blueprint”")
    assert version_at(history, at).document == before
    pizzeria.undo()
    assert pizzeria.document == before


@pytest.mark.parametrize("suffix", [".json", ".journey"])
def test_the_maps_of_a_file_are_added_and_a_version_from_before_is_kept(
    pizzeria: WindowDriver, tmp_path: Path, suffix: str
) -> None:
    other = template("pizzeria")
    other.apply(plan_future_state(other, other.maps()[0].id))
    path = tmp_path / f"other{suffix}"
    if suffix == ".journey":
        ProjectFile.create(path, other).close()
    else:
        format_of(path).write(other, path)
    pizzeria.add_note("Order", "Actions", "Counts the money")
    before = pizzeria.document.copy()
    pizzeria.window.actions_by_name["maps.import"].trigger()
    (dialog,) = pizzeria.window.findChildren(QFileDialog)
    dialog.fileSelected.emit(str(path))
    dialog.reject()
    assert titles(pizzeria) == ["Dinner at a pizzeria", *[one.title for one in other.maps()]]
    history = pizzeria.editor.history
    (at,) = versions_called(history, f"Before importing “other{suffix}”")
    assert version_at(history, at).document == before
    assert pizzeria.project.wait_until_saved(20)
    pizzeria.undo()
    assert pizzeria.document == before


def test_no_second_version_is_kept_where_there_is_one_of_that_moment(
    pizzeria: WindowDriver, tmp_path: Path
) -> None:
    pizzeria.add_note("Order", "Actions", "Counts the money")
    pizzeria.editor.history.mark("before lunch")
    path = tmp_path / "other.journey"
    ProjectFile.create(path, template("pizzeria")).close()
    add_maps_of(pizzeria.window, path)
    assert [str(step.label) for step in pizzeria.editor.history.versions()][-1] == "before lunch"


@pytest.mark.parametrize("name", ["broken.json", "broken.journey", "missing.json"])
def test_a_file_that_cannot_be_read_is_told_and_changes_nothing(
    pizzeria: WindowDriver, tmp_path: Path, name: str
) -> None:
    path = tmp_path / name
    if name.startswith("broken"):
        path.write_text("rubbish")
    before, steps = pizzeria.document.copy(), len(pizzeria.editor.history.steps)
    add_maps_of(pizzeria.window, path)
    assert name in said(pizzeria)
    assert pizzeria.document == before
    assert len(pizzeria.editor.history.steps) == steps
    assert all(note.text != "rubbish" for note in pizzeria.document.all(Note))


@pytest.fixture
def toy(monkeypatch: pytest.MonkeyPatch) -> None:
    """One line more in the tuple of formats."""
    monkeypatch.setattr(formats, "FORMATS", (*formats.FORMATS, TOY))


def imported(driver: WindowDriver, path: Path, content: str) -> None:
    """Choose a file of this content by *Import maps…*."""
    path.write_text(content)
    driver.window.actions_by_name["maps.import"].trigger()
    (dialog,) = (one for one in driver.window.findChildren(QFileDialog) if one.isVisible())
    assert f"*{path.suffix}" in dialog.nameFilters()[0]
    dialog.fileSelected.emit(str(path))
    dialog.reject()


def asked(driver: WindowDriver) -> list[ImportQuestion]:
    return [one for one in driver.window.findChildren(ImportQuestion) if one.isVisible()]


@pytest.mark.usefixtures("toy")
def test_what_was_left_out_is_told_beside_undo_where_nothing_was_guessed(
    pizzeria: WindowDriver, tmp_path: Path
) -> None:
    before = titles(pizzeria)
    imported(pizzeria, tmp_path / "maps.toy", "Lunch\n\nBrunch\n")
    assert titles(pizzeria)[len(before) :][-2:] == ["Lunch", "Brunch"]
    assert "line 2: An empty line is no map." in said(pizzeria)
    assert asked(pizzeria) == []
    (message,) = pizzeria.window.findChildren(Message)
    QTest.mouseClick(message.undo, LEFT)
    assert titles(pizzeria) == before


@pytest.mark.usefixtures("toy")
@pytest.mark.parametrize("content", ["Lunch\n?\n\n", "Lunch\n\n\n\n\n"], ids=["guessed", "much left out"])
def test_what_was_guessed_is_shown_before_anything_is_kept(
    pizzeria: WindowDriver, tmp_path: Path, content: str
) -> None:
    before, steps = pizzeria.document.copy(), len(pizzeria.editor.history.steps)
    imported(pizzeria, tmp_path / "maps.toy", content)
    (question,) = asked(pizzeria)
    shown = [question.notes.item(row).text() for row in range(question.notes.count())]
    assert len(shown) == len(formats.format_of(tmp_path / "maps.toy").read(tmp_path / "maps.toy").notes)
    assert all(one.startswith("line ") for one in shown)
    assert pizzeria.document == before
    pizzeria.press("Escape")
    assert asked(pizzeria) == []
    assert pizzeria.document == before
    assert len(pizzeria.editor.history.steps) == steps
    imported(pizzeria, tmp_path / "maps.toy", content)
    (question,) = asked(pizzeria)
    pizzeria.press("Tab")
    pizzeria.press("Return")
    assert "Lunch" in titles(pizzeria)
    assert "line " not in said(pizzeria)
    pizzeria.undo()
    assert pizzeria.document == before
