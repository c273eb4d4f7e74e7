"""Command palette and shortcut sheet: what lies over the window for a moment."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit

from app.model.records import Stage
from app.widgets.actions import ACTIONS
from app.widgets.base.overlays.ranking import rank
from app.widgets.window.command_palette import CommandPalette
from app.widgets.window.shortcut_sheet import ShortcutSheet, groups
from tests.driver import WindowDriver


def listed(editor: WindowDriver) -> list[str]:
    (palette,) = editor.window.findChildren(CommandPalette)
    return [palette.list.item(row).text() for row in range(palette.list.count())]


def test_a_command_is_found_by_a_few_letters_and_run_by_enter(pizzeria: WindowDriver) -> None:
    pizzeria.select_stage("Arrival")
    pizzeria.press("Ctrl+K")
    pizzeria.write("stage right")
    assert listed(pizzeria)[0] == "Move stage right"
    pizzeria.press("Return")
    assert pizzeria.stage_names()[2:4] == ["Order", "Arrival"]
    assert not pizzeria.shows("Command")


def test_what_cannot_be_done_now_stands_there_with_its_reason_and_stays(pizzeria: WindowDriver) -> None:
    pizzeria.select_nothing()
    pizzeria.press("Ctrl+K")
    pizzeria.write("vote")
    (palette,) = pizzeria.window.findChildren(CommandPalette)
    votes = {choice.text: choice.why_not for choice in palette.found}
    assert votes["Vote"] == "Select a note first"
    assert not palette.found[0].why_not
    row = listed(pizzeria).index("Vote")
    said = palette.list.item(row).data(Qt.ItemDataRole.AccessibleTextRole)
    assert said.startswith("Vote. Select a note first")
    palette.list.setCurrentRow(row)
    pizzeria.press("Return")
    assert palette.isVisible()
    pizzeria.press("Escape")
    assert pizzeria.editor.history.undoable is None


def test_every_action_that_cannot_be_run_says_why(pizzeria: WindowDriver) -> None:
    pizzeria.select_nothing()
    context = pizzeria.window.actions_by_name.context
    for action, made in pizzeria.window.actions_by_name:
        assert made.isEnabled() == (action.why_not(context) is None), action.name
    pizzeria.editor.read_only = True
    assert all(action.why_not(context) for action in ACTIONS if action.undoable)
    pizzeria.editor.read_only = False


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("arrival", "Arrival"),
        ("emotional gr", "Section: Emotional graph"),
        ("storyb", "Section: Storyboard"),
        ("blueprint", "Template: Service blueprint"),
        ("dark", "Preferences…"),
        ("projector", "Present"),
        ("legend", "Filter"),
    ],
)
def test_places_sections_templates_and_settings_are_found_by_the_words_that_people_use(
    pizzeria: WindowDriver, typed: str, found: str
) -> None:
    pizzeria.press("Ctrl+K")
    pizzeria.write(typed)
    assert found in listed(pizzeria)
    pizzeria.press("Escape")


def test_a_stage_and_a_ready_section_are_gone_to_and_made(pizzeria: WindowDriver) -> None:
    pizzeria.press("Ctrl+K")
    pizzeria.write("arrival")
    pizzeria.press("Return")
    assert [pizzeria.document.get(Stage, id).name for id in pizzeria.editor.selection.ids] == ["Arrival"]
    before = len(pizzeria.document.sections(pizzeria.editor.map))
    pizzeria.press("Ctrl+K")
    pizzeria.write("section storyboard")
    pizzeria.press("Return")
    assert len(pizzeria.document.sections(pizzeria.editor.map)) == before + 1


def test_where_nothing_is_called_so_the_nearest_is_offered_and_the_project_is_searched(
    pizzeria: WindowDriver,
) -> None:
    pizzeria.press("Ctrl+K")
    pizzeria.write("dupplicate")
    (palette,) = pizzeria.window.findChildren(CommandPalette)
    assert palette.nothing.text().startswith("Nothing is called “dupplicate”. Near to it:")
    assert "Duplicate" in listed(pizzeria)
    assert listed(pizzeria)[-1] == "Find “dupplicate” in the project"
    palette.query.setText("Host at the door")
    pizzeria.press("Up")
    pizzeria.press("Return")
    assert pizzeria.window.find_bar.count.text().startswith("1 of")
    pizzeria.press("Escape")


def test_escape_leaves_the_palette_and_gives_the_focus_back(pizzeria: WindowDriver) -> None:
    pizzeria.select_note("Host at the door")
    pizzeria.press("Ctrl+K")
    assert pizzeria.find(QLineEdit, "Command").hasFocus()
    pizzeria.press("Escape")
    assert pizzeria.canvas.hasFocus()
    assert pizzeria.editor.selection.ids == (pizzeria.note("Host at the door").id,)


def test_arrows_choose_in_the_palette(pizzeria: WindowDriver) -> None:
    pizzeria.press("Ctrl+K")
    pizzeria.write("zoom")
    first, second = listed(pizzeria)[:2]
    assert (first, second) == ("Zoom in", "Zoom out")
    before = pizzeria.canvas.zoom()
    pizzeria.press("Down")
    pizzeria.press("Return")
    assert pizzeria.canvas.zoom() < before


def test_the_beginning_of_a_text_ranks_before_a_word_and_that_before_letters() -> None:
    ranked = [rank("fit", text) for text in ("Fit the map", "To fit it", "Outfits")]
    assert ranked == [0, 1, 2]
    assert rank("fit", "Zoom") is None
    assert rank("map fit", "Fit the map") is not None


def test_the_sheet_tells_every_key_of_every_action(pizzeria: WindowDriver) -> None:
    pizzeria.press("F1")
    (sheet,) = pizzeria.window.findChildren(ShortcutSheet)
    said = {label.text() for label in sheet.findChildren(QLabel)}
    assert {str(action.text) for action in ACTIONS if action.keys or action.canvas_keys} <= said
    assert {keys for _, entries in groups() for keys, _ in entries} <= said
    pizzeria.press("Escape")
    assert not sheet.isVisible()


def test_a_question_mark_is_typed_on_the_map_as_in_a_note(pizzeria: WindowDriver) -> None:
    pizzeria.select_note("Host at the door")
    pizzeria.press("F2")
    pizzeria.press("End")
    pizzeria.write("?")
    assert pizzeria.note("Host at the door?").text == "Host at the door?"
    pizzeria.press("Escape")
    pizzeria.write("?")
    pizzeria.press("Escape")
    assert pizzeria.note("?").text == "?"
    assert not pizzeria.window.findChildren(ShortcutSheet)
