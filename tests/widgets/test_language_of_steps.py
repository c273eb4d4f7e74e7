"""Steps are called in the language of the window that shows them, whatever they were done in."""

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QComboBox

from app.language.spoken import set_program_language
from app.model.labels import step_label
from app.model.records import Project
from app.model.verbs.editing import set_fields
from app.widgets.panels.history.view import HistoryView
from tests.driver import WindowDriver


@pytest.fixture
def any_language() -> Iterator[None]:
    yield
    set_program_language(None)


def _undo(driver: WindowDriver) -> QAction:
    return driver.window.actions_by_name["edit.undo"]


def _steps(driver: WindowDriver) -> list[str]:
    driver.press("Ctrl+Shift+H")
    view = driver.window.findChildren(HistoryView)[-1]
    found = [view.steps.item(row).text().partition("   ")[2] for row in range(view.steps.count() - 1)]
    driver.press("Esc")
    return found


def test_a_history_made_in_english_is_german_in_a_german_window_and_english_again(
    pizzeria: WindowDriver, any_language: None
) -> None:
    pizzeria.add_note("Order", "Actions", "Counts")
    pizzeria.press("Delete")
    pizzeria.editor.history.mark("before lunch")
    pizzeria.undo()
    english = ["Undo: Delete note", "before lunch", "Delete note", "Add note"]
    assert _steps(pizzeria)[:4] == english
    assert _undo(pizzeria).text().startswith("Undo Add note")
    set_program_language("de")
    assert _steps(pizzeria)[:4] == [
        "Rückgängig gemacht: Zettel löschen",
        "before lunch",
        "Zettel löschen",
        "Zettel hinzufügen",
    ]
    pizzeria.redo()
    assert _undo(pizzeria).text().startswith("Rückgängig: Zettel löschen")
    set_program_language("en")
    assert _steps(pizzeria)[1:5] == english
    pizzeria.undo()
    assert _undo(pizzeria).text().startswith("Undo Add note")


def test_the_language_of_the_project_is_chosen_by_its_own_name_and_undone(pizzeria: WindowDriver) -> None:
    pizzeria.select_nothing()
    box = pizzeria.find(QComboBox, "Language")
    assert [box.itemText(index) for index in range(box.count())] == ["English", "Deutsch"]
    assert pizzeria.text_in("Language") == "English"
    before = pizzeria.canvas.shown.layout
    pizzeria.choose("Language", "Deutsch")
    assert pizzeria.document.get(Project, pizzeria.document.project.id).language == "de"
    assert _steps(pizzeria)[0] == "Set language of project"
    assert pizzeria.canvas.shown.layout.language == "de"
    pizzeria.canvas.setFocus()
    pizzeria.undo()
    assert pizzeria.document.project.language == "en"
    assert pizzeria.text_in("Language") == "English"
    assert pizzeria.canvas.shown.layout.language == before.language == "en"


def test_the_language_stands_with_the_map_alone(pizzeria: WindowDriver) -> None:
    inspector = pizzeria.window.right
    pizzeria.select_nothing()
    assert inspector.project.isVisible()
    pizzeria.select_note("Host at the door")
    assert not inspector.project.isVisible()
    assert not inspector.project_heading.isVisible()


def test_a_language_that_is_not_known_here_is_shown_by_its_tag_and_kept(pizzeria: WindowDriver) -> None:
    project = pizzeria.document.project
    pizzeria.editor.do(set_fields(pizzeria.document, [project.id], step_label("set_language"), language="fr"))
    pizzeria.select_nothing()
    assert pizzeria.text_in("Language") == "fr"
    assert pizzeria.document.project.language == "fr"
    assert pizzeria.canvas.shown.layout.language == "fr"
