"""Command palette and shortcut sheet: what lies over the window for a moment."""

from PySide6.QtWidgets import QLabel, QLineEdit

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


def test_the_palette_lists_only_what_can_be_done_now(pizzeria: WindowDriver) -> None:
    pizzeria.select_nothing()
    pizzeria.press("Ctrl+K")
    assert "Edit note" not in listed(pizzeria)
    assert "Undo" not in listed(pizzeria)
    assert "New project" in listed(pizzeria)


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
