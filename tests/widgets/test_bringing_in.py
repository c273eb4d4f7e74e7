"""Maps of templates and of files are added to an open project, and a version from before is kept."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog

from app.formats import format_of
from app.formats.templates import template
from app.model.maps import plan_future_state
from app.model.past import version_at, versions_called
from app.model.records import Note
from app.storage.project_file import ProjectFile
from app.widgets.bringing_in import add_maps_of
from app.widgets.message import Message
from tests.driver import WindowDriver


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
    assert [step.label for step in pizzeria.editor.history.versions()][-1] == "before lunch"


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
