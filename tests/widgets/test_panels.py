"""The panels beside the map, the bar above it and the status below it."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QMenu,
    QSlider,
    QToolButton,
    QWidget,
)

from app.widgets.base.swatches import Swatch
from tests.driver import WindowDriver


def test_a_map_is_added_named_shown_and_deleted(pizzeria: WindowDriver) -> None:
    first = pizzeria.editor.map
    pizzeria.click("Add map")
    assert pizzeria.editor.map != first
    pizzeria.write("Future state")
    assert [each.title for each in pizzeria.document.maps()] == ["Dinner at a pizzeria", "Future state"]
    assert pizzeria.shows("Map: Future state")
    pizzeria.choose_in_list("Maps", "Dinner at a pizzeria")
    assert pizzeria.editor.map == first
    pizzeria.press("Ctrl+PgDown")
    pizzeria.click("Delete map")
    assert (pizzeria.editor.map, len(pizzeria.document.maps())) == (first, 1)
    assert not pizzeria.find(QToolButton, "Delete map").isEnabled()


def test_a_map_is_renamed_in_its_list(pizzeria: WindowDriver) -> None:
    pizzeria.choose_in_list("Maps", "Dinner at a pizzeria")
    pizzeria.window.left.maps.list.setFocus()
    pizzeria.press("F2")
    pizzeria.press("Ctrl+A")
    pizzeria.write("Lunch")
    pizzeria.press("Return")
    pizzeria.wait_until(lambda: pizzeria.editor.journey_map.title == "Lunch")
    assert pizzeria.shows("Map: Lunch")


def test_a_persona_is_added_and_joins_the_map(pizzeria: WindowDriver) -> None:
    pizzeria.click("Add persona")
    pizzeria.write("Ada")
    assert pizzeria.persona("Ada").id in pizzeria.editor.journey_map.personas
    assert [pizzeria.window.left.personas.list.item(row).text() for row in range(2)] == ["Eva Molin", "Ada"]


def test_what_a_colour_means_is_typed_over_word_by_word(pizzeria: WindowDriver) -> None:
    pizzeria.fill("Meaning of pink", "Trouble here")
    assert {entry.colour: entry.meaning for entry in pizzeria.document.legend()}["pink"] == "Trouble here"
    assert pizzeria.shows("Pink: Trouble here")
    pizzeria.undo()
    assert pizzeria.text_in("Meaning of pink") == "Trouble"
    pizzeria.undo()
    assert pizzeria.text_in("Meaning of pink") == "Pain point"


def test_the_project_is_renamed_in_the_bar_and_the_title_follows(pizzeria: WindowDriver) -> None:
    pizzeria.fill("Project name", "Trattoria Roma")
    assert pizzeria.document.project.name == "Trattoria Roma"
    assert pizzeria.window.windowTitle() == "Trattoria Roma – Journeywall"
    pizzeria.press("Return")
    assert pizzeria.focus is pizzeria.canvas


def test_a_swatch_colours_the_selected_notes_and_shows_their_colour(pizzeria: WindowDriver) -> None:
    pizzeria.select_note("Host at the door")
    assert pizzeria.find(Swatch, "Blue: Touchpoint").isChecked()
    pizzeria.click("Pink: Pain point")
    assert pizzeria.note("Host at the door").colour == "pink"
    assert pizzeria.find(Swatch, "Pink: Pain point").isChecked()
    assert not pizzeria.find(Swatch, "Blue: Touchpoint").isChecked()


def test_panels_fold_by_one_key_and_the_map_takes_the_room(pizzeria: WindowDriver) -> None:
    width = pizzeria.canvas.width()
    pizzeria.press("F9")
    assert not pizzeria.shows("Inspector")
    assert not pizzeria.shows("Maps, personas and legend")
    pizzeria.wait_until(lambda: pizzeria.canvas.width() > width + 300)
    pizzeria.press("F9")
    pizzeria.wait_until(lambda: pizzeria.canvas.width() == width)
    pizzeria.press("F7")
    assert pizzeria.shows("Inspector")
    assert not pizzeria.shows("Maps, personas and legend")
    pizzeria.press("F8")
    assert not pizzeria.shows("Inspector")


def test_f6_leads_from_pane_to_pane_and_back_to_the_map(pizzeria: WindowDriver) -> None:
    window = pizzeria.window
    pizzeria.canvas.setFocus()
    for pane in (window.left, window.right, window.bar, window.status):
        pizzeria.press("F6")
        assert pane.isAncestorOf(pizzeria.focus)
    pizzeria.press("F6")
    assert pizzeria.focus is pizzeria.canvas
    pizzeria.press("Shift+F6")
    assert window.status.isAncestorOf(pizzeria.focus)


def test_escape_leads_from_a_panel_back_to_the_map(pizzeria: WindowDriver) -> None:
    pizzeria.select_note("Host at the door")
    pizzeria.fill("Source", "A visit")
    pizzeria.press("Escape")
    assert pizzeria.focus is pizzeria.canvas


def test_the_counts_follow_the_map(empty: WindowDriver) -> None:
    counts = empty.window.status.counts
    assert counts.text() == "0 notes · 0 stages · 0 sections"
    empty.add_stage("Before")
    empty.add_section("Actions")
    empty.add_note("Before", "Actions", "Looks around")
    assert counts.text() == "1 note · 1 stage · 1 section"


def test_the_status_says_when_all_is_saved(pizzeria: WindowDriver) -> None:
    words = pizzeria.window.status.saved.words
    pizzeria.select_note("Host at the door")
    pizzeria.press("Delete")
    assert pizzeria.project.wait_until_saved(10)
    pizzeria.wait_until(lambda: words.text() == "All changes saved")
    pizzeria.editor.read_only = True
    pizzeria.window.status.saved.refresh()
    assert words.text() == "Read-only"


def test_the_zoom_is_shown_and_set(pizzeria: WindowDriver) -> None:
    pizzeria.press("Ctrl+0")
    assert pizzeria.canvas.zoom() == 1.0
    assert pizzeria.shows("Zoom 100 %: click for 100 %")
    slider = pizzeria.find(QSlider, "Zoom")
    slider.setValue(slider.maximum())
    assert pizzeria.canvas.zoom() > 7
    pizzeria.press("Ctrl+9")
    assert pizzeria.canvas.zoom() < 1


def test_everything_that_takes_the_focus_has_a_name(pizzeria: WindowDriver) -> None:
    subjects = (
        pizzeria.note("Host at the door").id,
        pizzeria.stage("Arrival").id,
        pizzeria.section("Actions").id,
        pizzeria.persona("Eva Molin").id,
        pizzeria.editor.map,
    )
    for id in subjects:
        pizzeria.editor.select([id])
        for widget in pizzeria.window.findChildren(QWidget):
            if widget.focusPolicy().value & 1 and widget.isVisible():
                assert _name(widget), f"{widget} under {widget.parentWidget()} has no accessible name"


def _name(widget: QWidget) -> str:
    """The name of a widget; a part of one that scrolls goes by the name of the whole."""
    parent = widget.parentWidget()
    if isinstance(parent, QAbstractScrollArea | QAbstractSpinBox):
        return parent.accessibleName()
    return widget.accessibleName()


def test_a_colour_is_told_to_count_as_something_else(pizzeria: WindowDriver) -> None:
    sentence = "The opportunity “Correct the listing” has no owner."
    pizzeria.wait_until(lambda: pizzeria.shows(sentence))
    swatch = pizzeria.find(QAbstractButton, "What green counts as: an opportunity")
    swatch.setFocus(Qt.FocusReason.TabFocusReason)
    pizzeria.press("Space")
    [menu] = swatch.findChildren(QMenu)
    assert [action.text() for action in menu.actions() if action.isChecked()] == [
        "Count as an opportunity (default)"
    ]
    for _ in range(10):
        QTest.keyClick(menu, Qt.Key.Key_Down)
        if menu.activeAction().text() == "Count as nothing in particular":
            break
    QTest.keyClick(menu, Qt.Key.Key_Return)
    [green] = [entry for entry in pizzeria.document.legend() if entry.colour == "green"]
    assert green.role == "nothing"
    assert swatch.accessibleName() == "What green counts as: nothing in particular"
    pizzeria.wait_until(lambda: not pizzeria.shows(sentence))
    pizzeria.window.activateWindow()
    assert QTest.qWaitForWindowActive(pizzeria.window)
    pizzeria.canvas.setFocus()
    pizzeria.undo()
    pizzeria.wait_until(lambda: pizzeria.shows(sentence))
