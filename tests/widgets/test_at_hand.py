"""The bar over the notes that are picked, and their details: what is changed while people talk."""

import pytest
from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolButton

from app.model.records import Note
from app.widgets.at_hand.note_bar import NoteBar
from app.widgets.at_hand.standing import GAP, beside, next_to
from tests.driver import LEFT, NO_KEYS, WindowDriver

PAIN, OTHER = "The sign cannot be read in the dark", "Car park is full by seven"


def bar(driver: WindowDriver) -> NoteBar:
    QApplication.processEvents()
    return driver.window.at_hand.bar


@pytest.fixture
def picked(pizzeria: WindowDriver) -> WindowDriver:
    """The sample with one note picked."""
    pizzeria.canvas.set_zoom(1.0)
    pizzeria.select_note(PAIN)
    pizzeria.wait_until(lambda: bar(pizzeria).isVisible())
    return pizzeria


def test_the_bar_stands_over_the_note_and_inside_the_canvas(picked: WindowDriver) -> None:
    card, thing = bar(picked).card, bar(picked).thing
    assert card.bottom() + 1 + GAP == thing.top() or card.top() == thing.bottom() + 1 + GAP
    assert picked.canvas.viewport().geometry().contains(card)


def test_it_is_there_for_notes_alone(picked: WindowDriver) -> None:
    picked.select_stage("Arrival")
    assert not bar(picked).isVisible()
    picked.select_note(PAIN)
    assert bar(picked).isVisible()


def test_impact_is_set_by_its_dots_and_taken_away_by_the_same(picked: WindowDriver) -> None:
    picked.click("Impact: Gives up")
    assert picked.note(PAIN).impact == "abandon"
    picked.click("Impact: Gives up")
    assert picked.note(PAIN).impact is None
    picked.undo()
    assert picked.note(PAIN).impact == "abandon"


def test_votes_are_counted_up_and_down_and_never_below_none(picked: WindowDriver) -> None:
    for _ in range(2):
        picked.click("One vote more")
    assert picked.note(PAIN).votes == 2
    for _ in range(3):
        picked.click("One vote less")
    assert picked.note(PAIN).votes == 0


def test_the_moment_of_truth_is_a_press_away(picked: WindowDriver) -> None:
    picked.click("Moment of truth of the notes")
    assert picked.note(PAIN).moment_of_truth
    picked.click("Moment of truth of the notes")
    assert not picked.note(PAIN).moment_of_truth


@pytest.mark.parametrize(
    ("button", "entry", "field", "value"),
    [
        ("Evidence of the notes", "Assumption", "evidence", "assumption"),
        ("Owner of the notes", "marketing", "owner", "marketing"),
        ("Owner of the notes", "Nobody", "owner", ""),
    ],
)
def test_menus_of_the_bar(picked: WindowDriver, button: str, entry: str, field: str, value: str) -> None:
    menu = picked.find(QToolButton, button).menu()
    menu.aboutToShow.emit()
    (action,) = [one for one in menu.actions() if one.text() == entry]
    action.trigger()
    assert getattr(picked.note(PAIN), field) == value


def test_it_sets_all_notes_that_are_picked_and_shows_where_they_differ(picked: WindowDriver) -> None:
    picked.select_note(PAIN, OTHER)
    tools = bar(picked).tools
    assert "–" in [label.text() for label in tools.findChildren(type(tools._impact))]
    picked.click("Impact: Trivial")
    assert {picked.note(each).impact for each in (PAIN, OTHER)} == {"trivial"}
    picked.click("One vote more")
    assert {picked.note(each).votes for each in (PAIN, OTHER)} == {1}


def test_it_is_gone_while_one_types_and_comes_back(picked: WindowDriver) -> None:
    picked.press("Return")
    assert not bar(picked).isVisible()
    picked.press("Escape")
    assert bar(picked).isVisible()


def test_it_is_gone_while_a_note_is_dragged(picked: WindowDriver) -> None:
    start = picked.place_of(picked.note(PAIN).id)
    viewport = picked.canvas.viewport()
    QTest.mousePress(viewport, LEFT, NO_KEYS, start)
    for step in range(1, 6):
        QTest.mouseMove(viewport, start + QPoint(8 * step, 6 * step))
    assert not bar(picked).isVisible()
    QTest.mouseRelease(viewport, LEFT, NO_KEYS, start + QPoint(40, 30))
    assert bar(picked).isVisible()


def test_it_is_gone_while_the_map_is_zoomed(picked: WindowDriver) -> None:
    picked.canvas.step_zoom(1)
    assert not picked.window.at_hand.bar.isVisible()
    picked.wait_until(lambda: bar(picked).isVisible())


def test_f6_goes_into_the_bar_and_esc_back_to_the_map(picked: WindowDriver) -> None:
    picked.press("F6")
    assert bar(picked).isAncestorOf(picked.focus)
    first = picked.focus
    picked.press("Right")
    assert bar(picked).isAncestorOf(picked.focus)
    assert picked.focus is not first
    picked.press("Left")
    assert picked.focus is first
    picked.press("Escape")
    assert picked.focus is picked.canvas


def test_f6_goes_on_from_the_bar_and_comes_round(picked: WindowDriver) -> None:
    window = picked.window
    picked.press("F6")
    picked.press("F6")
    assert window.left.isAncestorOf(picked.focus)
    picked.press("F6")
    assert window.right.isAncestorOf(picked.focus)
    picked.press("Shift+F6")
    picked.press("Shift+F6")
    assert bar(picked).isAncestorOf(picked.focus)
    picked.press("Shift+F6")
    assert picked.focus is picked.canvas


def test_nothing_of_it_is_on_the_wall_while_a_map_is_shown(picked: WindowDriver) -> None:
    picked.press("F5")
    assert not bar(picked).isVisible()


def test_f4_opens_the_details_beside_the_note(picked: WindowDriver) -> None:
    picked.window.fold(right=True)
    picked.press("F4")
    assert picked.focus.accessibleName() == "Description"
    picked.write("From the street one sees the lamp")
    picked.press("Escape")
    assert picked.note(PAIN).description == "From the street one sees the lamp"
    assert picked.focus is picked.canvas
    assert not picked.window.at_hand.details.isVisible()


def test_f4_goes_to_the_inspector_where_that_is_open(picked: WindowDriver) -> None:
    picked.press("F4")
    assert picked.window.right.isAncestorOf(picked.focus)
    assert not picked.window.at_hand.open_details


def test_details_follow_what_is_picked_and_go_with_the_bar(picked: WindowDriver) -> None:
    picked.window.fold(right=True)
    picked.press("F4")
    details = picked.window.at_hand.details
    picked.click_on(picked.note(OTHER).id)
    QApplication.processEvents()
    assert details.isVisible()
    assert details.form.ids == (picked.note(OTHER).id,)
    picked.select_stage("Arrival")
    assert not details.isVisible()


ROOM = QRect(0, 0, 800, 600)


@pytest.mark.parametrize(
    "thing", [QRect(300, 300, 100, 60), QRect(10, 5, 100, 60), QRect(760, 590, 100, 60), ROOM]
)
def test_a_bar_is_never_outside_its_room(thing: QRect) -> None:
    corner = beside(thing, QSize(420, 42), ROOM)
    assert corner is not None
    card, size = QRect(corner, QSize(420, 42)), QSize(256, 400)
    assert ROOM.contains(card)
    assert ROOM.contains(QRect(next_to(card, size, ROOM), size))


def test_what_is_out_of_sight_has_no_bar() -> None:
    assert beside(QRect(900, 10, 50, 50), QSize(420, 42), ROOM) is None
    assert beside(QRect(10, 10, 50, 50), QSize(900, 42), ROOM) is None


def test_thousands_of_notes_have_one_bar(picked: WindowDriver) -> None:
    picked.canvas.setFocus()
    picked.press("Ctrl+A")
    assert all(isinstance(one, Note) for one in picked.editor.selected.records) == bar(picked).isVisible()
    assert picked.canvas.viewport().geometry().contains(bar(picked).card) or not bar(picked).isVisible()
