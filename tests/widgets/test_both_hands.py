"""Each thing that the editor can do, done by the mouse and done by keys, comes to the same.

The numbers are those of what an editor of journey maps must offer: 1 notes typed in cells, 2 selecting,
3 moving, 4 clipboard, 5 find and filter, 6 undo and history, 7 inspector, menus and palette, 8 maps,
9 assistive use.
"""

import json
from collections.abc import Callable
from io import BytesIO
from typing import Any, NamedTuple

import pytest
from PySide6.QtCore import QPoint, QPointF
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu

from app.formats.json import json_project as json_format
from app.formats.options import ExportOptions
from app.model.document import Document
from app.model.records import EmotionPoint, Note, Section, Stage
from app.widgets.base.buttons import action_label
from app.widgets.panels.history.view import HistoryView
from tests.driver import LEFT, NO_KEYS, WindowDriver
from tests.gestures import cell_place, drag, menu_at
from tests.widgets.keys import Keyboard

MOST = 60
"""Presses of a key after which a place counts as out of reach."""

Hand = Callable[[WindowDriver], object]


class Way(NamedTuple):
    """One thing done with either hand, and what is then looked at."""

    number: int
    what: str
    by_mouse: Hand
    by_keys: Hand
    seen: Callable[[WindowDriver], object]


def content(driver: WindowDriver) -> object:
    """All maps as JSON, with names where ids would be: those of what is new are drawn by lot."""
    stream = BytesIO()
    json_format.write(driver.document, stream, ExportOptions())
    project = json.loads(stream.getvalue())["project"]
    lines: tuple[Stage | Section, ...] = (*driver.document.all(Stage), *driver.document.all(Section))
    names = {line.id: line.name for line in lines}
    names |= {note.id: note.text for note in driver.document.all(Note)}
    names |= {
        point.id: f"{names[point.section]}, {names[point.stage]}: {point.value}"
        for point in driver.document.all(EmotionPoint)
    }
    return _without_ids(project, names)


def _without_ids(value: Any, names: dict[str, str]) -> Any:
    if isinstance(value, dict):
        return {key: _without_ids(held, names) for key, held in value.items() if key != "id"}
    if isinstance(value, list):
        return [_without_ids(held, names) for held in value]
    return names.get(value, value) if isinstance(value, str) else value


def selected(driver: WindowDriver) -> set[str]:
    """The texts of the notes that are selected."""
    return {note.text for note in driver.editor.selected.of(Note)}


def steps(driver: WindowDriver) -> object:
    history = driver.editor.history
    return content(driver), history.undoable is None, history.redoable is None


# Hands


def choose_in_menu(driver: WindowDriver, place: QPoint, text: str) -> None:
    """Click an entry of the menu that the right button opens at a place of the map."""
    menu = menu_at(driver, place, QContextMenuEvent.Reason.Mouse)
    click_in(menu, text)


def choose_in_menu_bar(driver: WindowDriver, menu: str, text: str) -> None:
    found = driver.menu(menu)
    found.popup(driver.window.mapToGlobal(QPoint(40, 40)))
    click_in(found, text)


def click_in(menu: QMenu, text: str) -> None:
    [entry] = [each for each in menu.actions() if action_label(each) == text]
    assert entry.isEnabled(), f"{text} cannot be chosen now"
    QTest.mouseClick(menu, LEFT, NO_KEYS, menu.actionGeometry(entry).center())


def command(driver: WindowDriver, text: str) -> None:
    """Run a command by its name from the palette."""
    driver.press("Ctrl+K")
    driver.write(text)
    driver.press("Return")


def press_until(driver: WindowDriver, key: str, is_there: Callable[[], bool]) -> None:
    """Press a key until one is where one wants to be."""
    for _ in range(MOST):
        if is_there():
            return
        driver.press(key)
    raise AssertionError(f"{key} does not lead there")


def walk(driver: WindowDriver, stage: str, section: str) -> None:
    """Go to a cell, not to a note in it."""
    walk_into(driver, stage, section)
    press_until(driver, "Escape", lambda: not driver.editor.selection.ids)


def walk_into(driver: WindowDriver, stage: str, section: str) -> None:
    """Go to a cell from the first one; the cursor is the cell, or the first note in it."""
    cell = (driver.section(section).id, driver.stage(stage).id)
    driver.press("Ctrl+Home")
    press_until(driver, "Down", lambda: cell_of(driver)[0] == cell[0])
    press_until(driver, "Tab", lambda: cell_of(driver)[1] == cell[1])


def cell_of(driver: WindowDriver) -> tuple[str, str]:
    return driver.editor.selection.cell or ("", "")


def walk_to_note(driver: WindowDriver, text: str) -> None:
    note = driver.note(text)
    stage, section = driver.document.get(Stage, note.stage), driver.document.get(Section, note.section)
    walk_into(driver, stage.name, section.name)
    press_until(
        driver, "Down", lambda: top_of(driver, *driver.editor.selection.ids) == top_of(driver, note.id)
    )
    press_until(driver, "Right", lambda: driver.editor.selection.ids == (note.id,))


def top_of(driver: WindowDriver, id: str) -> float:
    rectangle = driver.canvas.rectangle_of(id)
    assert rectangle is not None
    return rectangle.top()


def to_header(driver: WindowDriver, stage: str) -> None:
    driver.press("Ctrl+Home")
    driver.press("Up")
    press_until(driver, "Right", lambda: driver.editor.selection.ids == (driver.stage(stage).id,))


def to_section(driver: WindowDriver, section: str) -> None:
    driver.press("Ctrl+Home")
    driver.press("Left")
    press_until(driver, "Down", lambda: driver.editor.selection.ids == (driver.section(section).id,))


def edge_of(driver: WindowDriver, stage: str) -> QPoint:
    header = driver.canvas.rectangle_of(driver.stage(stage).id)
    assert header is not None
    return driver.canvas.mapFromScene(QPointF(header.right(), header.top() + 6))


# 1 Notes typed in cells


def type_with_the_mouse(driver: WindowDriver) -> None:
    for text in ("Bakes the bread", "Cools it"):
        QTest.mouseDClick(driver.canvas.viewport(), LEFT, NO_KEYS, cell_place(driver, "Order", "Ideas"))
        driver.write(text)
        driver.go_to_cell("Leave", "Ideas")


def type_with_keys(driver: WindowDriver) -> None:
    walk(driver, "Order", "Ideas")
    driver.write("Bakes the bread")
    driver.press("Return")
    driver.write("Cools it")
    driver.press("Escape")


def edit_with_the_mouse(driver: WindowDriver) -> None:
    QTest.mouseDClick(driver.canvas.viewport(), LEFT, NO_KEYS, driver.place_of(driver.note("Eats").id))
    driver.press("End")
    driver.write(" slowly")
    driver.go_to_cell("Leave", "Ideas")


def edit_with_keys(driver: WindowDriver) -> None:
    walk_to_note(driver, "Eats")
    driver.press("F2")
    driver.press("End")
    driver.write(" slowly")
    driver.press("Escape")


# 2 Selecting, and editing many at once


def colour_with_the_mouse(driver: WindowDriver) -> None:
    driver.select_note("Waits for the food", "Eats")
    driver.click("Note colour: pink")


def colour_with_keys(driver: WindowDriver) -> None:
    walk_to_note(driver, "Waits for the food")
    driver.press("Shift+Down")
    driver.press("Alt+4")


def band_with_the_mouse(driver: WindowDriver) -> None:
    notes = driver.canvas.shown.layout.cell_rectangle(
        driver.section("Actions").id, driver.stage("Time to eat").id
    )
    assert notes is not None
    corners = notes.adjusted(4, 4, -4, -4)
    drag(
        driver,
        driver.canvas.mapFromScene(corners.bottomRight()),
        driver.canvas.mapFromScene(corners.topLeft()),
    )


def all_with_keys(driver: WindowDriver) -> None:
    walk(driver, "Time to eat", "Actions")
    driver.press("Ctrl+A")


def colour_mates_with_the_mouse(driver: WindowDriver) -> None:
    driver.select_note("Eats")
    choose_in_menu_bar(driver, "Edit", "Select all of this colour")


def colour_mates_with_keys(driver: WindowDriver) -> None:
    walk_to_note(driver, "Eats")
    command(driver, "Select all of this colour")


# 3 Moving


def move_with_the_mouse(driver: WindowDriver) -> None:
    start, end = (
        driver.place_of(driver.note(text).id) for text in ("Pays by card", "Writes two lines on the website")
    )
    drag(driver, start, end - QPoint(15, 0))


def move_with_keys(driver: WindowDriver) -> None:
    walk_to_note(driver, "Pays by card")
    driver.press("Alt+Right")


def stage_with_the_mouse(driver: WindowDriver) -> None:
    start, end = (driver.place_of(driver.stage(name).id) for name in ("Order", "Arrival"))
    drag(driver, start, end - QPoint(20, 0))


def stage_with_keys(driver: WindowDriver) -> None:
    to_header(driver, "Order")
    driver.press("Ctrl+Shift+Left")


def width_with_the_mouse(driver: WindowDriver) -> None:
    driver.canvas.set_zoom(1.0)
    driver.canvas.show_record(driver.stage("Awareness").id)
    scale = driver.canvas.transform().m11()
    start = edge_of(driver, "Awareness")
    drag(driver, start, start + QPoint(round(72 * scale), 0))


def width_with_keys(driver: WindowDriver) -> None:
    to_header(driver, "Awareness")
    driver.press("Alt+Shift+Right", times=2)


def width_of_awareness(driver: WindowDriver) -> object:
    """To the next ten units: the hand moves by whole pixels."""
    width = driver.stage("Awareness").width
    return None if width is None else round(width, -1)


def fold_with_the_mouse(driver: WindowDriver) -> None:
    choose_in_menu(driver, driver.place_of(driver.section("Thoughts").id), "Fold to a line")


def fold_with_keys(driver: WindowDriver) -> None:
    to_section(driver, "Thoughts")
    driver.press("Ctrl+.")


def feel_with_the_mouse(driver: WindowDriver) -> None:
    point = driver.document.all(EmotionPoint)[0]
    start = driver.place_of(point.id)
    drag(driver, start, start - QPoint(0, 40))


def feel_with_keys(driver: WindowDriver) -> None:
    walk(driver, "Awareness", "Emotional graph")
    driver.press("Return")
    driver.press("Shift+Up")


def higher_than_before(driver: WindowDriver) -> object:
    return driver.document.all(EmotionPoint)[0].value > 1.0


# 4 Clipboard


def paste_with_the_mouse(driver: WindowDriver) -> None:
    choose_in_menu(driver, driver.place_of(driver.note("Eats").id), "Copy")
    choose_in_menu(driver, cell_place(driver, "Leave", "Actions"), "Paste")


def paste_with_keys(driver: WindowDriver) -> None:
    walk_to_note(driver, "Eats")
    driver.press("Ctrl+C")
    walk(driver, "Leave", "Actions")
    driver.press("Ctrl+V")


def duplicate_with_the_mouse(driver: WindowDriver) -> None:
    choose_in_menu(driver, driver.place_of(driver.stage("Order").id), "Duplicate")


def duplicate_with_keys(driver: WindowDriver) -> None:
    to_header(driver, "Order")
    driver.press("Ctrl+D")


# 5 Find and filter


def find_with_the_mouse(driver: WindowDriver) -> None:
    driver.click("Find")
    driver.write("park")
    driver.click("Next match")
    driver.click("Close the find bar")


def find_with_keys(driver: WindowDriver) -> None:
    driver.press("Ctrl+F")
    driver.write("park")
    driver.press("Return")
    driver.press("Escape")


def filter_with_the_mouse(driver: WindowDriver) -> None:
    driver.click("Filter")
    driver.click("Touchpoint")
    driver.press("Escape")


def filter_with_keys(driver: WindowDriver) -> None:
    driver.press("Ctrl+Shift+F")
    driver.press("Tab")
    driver.press("Space")
    driver.press("Escape")


def chip(driver: WindowDriver) -> object:
    shown = driver.window.filter_chip
    return shown.words.accessibleName() if shown.isVisible() else None


# 6 Undo and history


def undo_with_the_mouse(driver: WindowDriver) -> None:
    driver.select_note("Eats")
    driver.press("Delete")
    driver.click("Undo Delete note")


def undo_with_keys(driver: WindowDriver) -> None:
    driver.select_note("Eats")
    driver.press("Delete")
    driver.press("Ctrl+Z")


def history_of(driver: WindowDriver) -> HistoryView:
    found: list[HistoryView] = []

    def is_shown() -> bool:
        found[:] = [each for each in driver.window.findChildren(HistoryView) if each.isVisible()]
        return bool(found)

    driver.wait_until(is_shown)
    return found[0]


def go_back_with_the_mouse(driver: WindowDriver) -> None:
    driver.add_note("Order", "Ideas", "A new one")
    command(driver, "Show history")
    view = history_of(driver)
    view.steps.scrollToBottom()
    last = view.steps.item(view.steps.count() - 1)
    QTest.mouseClick(view.steps.viewport(), LEFT, NO_KEYS, view.steps.visualItemRect(last).center())
    QTest.mouseClick(view.back, LEFT)


def go_back_with_keys(driver: WindowDriver) -> None:
    driver.add_note("Order", "Ideas", "A new one")
    driver.press("Ctrl+Shift+H")
    driver.press("Home")
    view = history_of(driver)
    while driver.focus is not view.back:
        driver.press("Tab")
    driver.press("Space")


# 7 Inspector, menus, palette


def describe_with_the_mouse(driver: WindowDriver) -> None:
    driver.select_note("Eats")
    field = driver.field("Owner")
    QTest.mouseClick(field, LEFT)
    driver.write("Ana")
    driver.go_to_cell("Leave", "Ideas")


def describe_with_keys(driver: WindowDriver) -> None:
    walk_to_note(driver, "Eats")
    Keyboard(driver).set_field("Owner", "Ana")


def vote_with_the_mouse(driver: WindowDriver) -> None:
    driver.select_note("Eats")
    choose_in_menu_bar(driver, "Note", "Vote")


def vote_with_keys(driver: WindowDriver) -> None:
    walk_to_note(driver, "Eats")
    command(driver, "Vote")


# 8 Maps


def add_map_with_the_mouse(driver: WindowDriver) -> None:
    driver.click("Add map")


def add_map_with_keys(driver: WindowDriver) -> None:
    command(driver, "Add map")


def plan_with_the_mouse(driver: WindowDriver) -> None:
    choose_in_menu_bar(driver, "Map", "Plan the future state")


def plan_with_keys(driver: WindowDriver) -> None:
    command(driver, "Plan the future state")


# 9 Assistive use


def to_the_inspector_with_the_mouse(driver: WindowDriver) -> None:
    driver.select_note("Eats")
    QTest.mouseClick(driver.field("Text"), LEFT)


def to_the_inspector_with_keys(driver: WindowDriver) -> None:
    walk_to_note(driver, "Eats")
    Keyboard(driver).go_to("Text")


def focus(driver: WindowDriver) -> object:
    return driver.focus.accessibleName()


WAYS = (
    Way(1, "notes are typed", type_with_the_mouse, type_with_keys, content),
    Way(1, "a note is edited", edit_with_the_mouse, edit_with_keys, content),
    Way(2, "some are coloured", colour_with_the_mouse, colour_with_keys, content),
    Way(2, "a cell is selected", band_with_the_mouse, all_with_keys, selected),
    Way(2, "a colour is selected", colour_mates_with_the_mouse, colour_mates_with_keys, selected),
    Way(3, "a note is moved", move_with_the_mouse, move_with_keys, content),
    Way(3, "a stage is moved", stage_with_the_mouse, stage_with_keys, content),
    Way(3, "a stage is widened", width_with_the_mouse, width_with_keys, width_of_awareness),
    Way(3, "a section is folded", fold_with_the_mouse, fold_with_keys, content),
    Way(3, "a feeling rises", feel_with_the_mouse, feel_with_keys, higher_than_before),
    Way(4, "a note is pasted", paste_with_the_mouse, paste_with_keys, content),
    Way(4, "a stage is duplicated", duplicate_with_the_mouse, duplicate_with_keys, content),
    Way(5, "words are found", find_with_the_mouse, find_with_keys, selected),
    Way(5, "notes are filtered", filter_with_the_mouse, filter_with_keys, chip),
    Way(6, "a step is undone", undo_with_the_mouse, undo_with_keys, steps),
    Way(6, "the beginning is gone back to", go_back_with_the_mouse, go_back_with_keys, steps),
    Way(7, "a field is filled", describe_with_the_mouse, describe_with_keys, content),
    Way(7, "a command is run", vote_with_the_mouse, vote_with_keys, content),
    Way(8, "a map is added", add_map_with_the_mouse, add_map_with_keys, content),
    Way(8, "the future is planned", plan_with_the_mouse, plan_with_keys, content),
    Way(9, "the focus goes to a field", to_the_inspector_with_the_mouse, to_the_inspector_with_keys, focus),
)


@pytest.mark.parametrize("way", WAYS, ids=lambda way: f"{way.number} {way.what}")
def test_either_hand_comes_to_the_same(way: Way, pizzeria: WindowDriver) -> None:
    before = pizzeria.document.copy()
    pizzeria.select_nothing()
    start = way.seen(pizzeria)
    way.by_mouse(pizzeria)
    by_mouse = way.seen(pizzeria)
    assert by_mouse != start, "the mouse did nothing"
    take_back(pizzeria, before)
    way.by_keys(pizzeria)
    assert way.seen(pizzeria) == by_mouse
    take_back(pizzeria, before)


def take_back(driver: WindowDriver, before: Document) -> None:
    """Undo all that was done, and let go of what is shown."""
    driver.canvas.setFocus()
    while driver.editor.history.undoable is not None:
        driver.undo()
    assert driver.document == before
    driver.press("Ctrl+Shift+A")
    driver.select_nothing()
    driver.canvas.fit()


def test_every_number_has_its_ways() -> None:
    assert {way.number for way in WAYS} == set(range(1, 10))
