"""Call-outs on the canvas: made, typed, moved, led elsewhere and deleted, by mouse and by keys."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from app.drawing.call_outs import PlacedCallOut
from app.model.records import CallOut, EmotionPoint
from app.model.verbs.call_outs import Target, add_call_out
from app.widgets.canvas.accessible.map_cells import MapCells
from app.widgets.window.context_menu import show_context_menu
from tests.driver import LEFT, NO_KEYS, WindowDriver


def call_outs(window: WindowDriver) -> tuple[CallOut, ...]:
    return window.document.call_outs(window.editor.map)


def placed(window: WindowDriver) -> PlacedCallOut:
    [found] = window.canvas.shown.layout.call_outs
    return found


def drag(window: WindowDriver, start: QPoint, end: QPoint) -> None:
    view = window.canvas.viewport()
    QTest.mousePress(view, LEFT, NO_KEYS, start)
    for share in (0.3, 0.6, 1.0):
        QTest.mouseMove(view, start + QPointF((end - start) * share).toPoint())
    QTest.mouseRelease(view, LEFT, NO_KEYS, end)


@pytest.fixture
def at_sign(pizzeria: WindowDriver) -> WindowDriver:
    """With a call-out at a note."""
    change = add_call_out(pizzeria.document, pizzeria.editor.map, Target(note="dark-sign"), "Since March")
    pizzeria.editor.do(change)
    return pizzeria


def test_a_call_out_is_made_and_typed_by_keys_and_taken_back(pizzeria: WindowDriver) -> None:
    pizzeria.click_on("dark-sign")
    pizzeria.press("Ctrl+U")
    pizzeria.write("Since March")
    pizzeria.press("Return")
    [made] = call_outs(pizzeria)
    assert (made.note, made.text) == ("dark-sign", "Since March")
    assert pizzeria.editor.selection.ids == (made.id,)
    assert pizzeria.canvas.hasFocus()
    pizzeria.press("Ctrl+Z", times=2)
    assert call_outs(pizzeria) == ()


@pytest.mark.parametrize("of", ["stage", "section", "point", "cell"])
def test_a_call_out_leads_to_what_is_selected(pizzeria: WindowDriver, of: str) -> None:
    point = pizzeria.document.all(EmotionPoint)[2]
    if of == "stage":
        pizzeria.select_stage("Arrival")
    elif of == "section":
        pizzeria.select_section("Touchpoints")
    elif of == "point":
        pizzeria.click_on(point.id)
    else:
        pizzeria.go_to_cell("Time to eat", "Process")
    pizzeria.press("Ctrl+U")
    pizzeria.write("Look")
    pizzeria.press("Escape")
    [made] = call_outs(pizzeria)
    expected = {
        "stage": (None, pizzeria.stage("Arrival").id, None),
        "section": (None, None, pizzeria.section("Touchpoints").id),
        "point": (point.id, None, None),
        "cell": (None, pizzeria.stage("Time to eat").id, pizzeria.section("Process").id),
    }
    assert (made.point, made.stage, made.section) == expected[of]
    assert placed(pizzeria).leader is not None


def test_a_call_out_that_is_left_empty_is_none(pizzeria: WindowDriver) -> None:
    pizzeria.click_on("dark-sign")
    pizzeria.press("Ctrl+U")
    pizzeria.press("Escape")
    assert call_outs(pizzeria) == ()


def test_the_menu_of_a_note_offers_a_call_out(pizzeria: WindowDriver) -> None:
    pizzeria.click_on("dark-sign")
    show_context_menu(pizzeria.window.actions_by_name, QPoint(50, 50))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    [offered] = [action for action in menu.actions() if action.text().startswith("New call-out")]
    offered.trigger()
    menu.close()
    pizzeria.write("Since March")
    assert [one.text for one in call_outs(pizzeria)] == ["Since March"]


def test_a_call_out_is_dragged_in_one_step(at_sign: WindowDriver) -> None:
    before = placed(at_sign).rectangle
    [made] = call_outs(at_sign)
    start = at_sign.place_of(made.id)
    drag(at_sign, start, start + QPoint(-60, -40))
    moved = placed(at_sign).rectangle
    assert moved.x() < before.x()
    assert moved.y() < before.y()
    assert call_outs(at_sign)[0].box_x is not None
    at_sign.undo()
    assert placed(at_sign).rectangle == before
    assert call_outs(at_sign)[0].box_x is None


def test_escape_lets_a_dragged_call_out_where_it_was(at_sign: WindowDriver) -> None:
    before = placed(at_sign).rectangle
    start = at_sign.place_of(call_outs(at_sign)[0].id)
    view = at_sign.canvas.viewport()
    QTest.mousePress(view, LEFT, NO_KEYS, start)
    QTest.mouseMove(view, start + QPoint(40, 40))
    QTest.mouseMove(view, start + QPoint(80, 60))
    assert placed(at_sign).rectangle != before
    QTest.keyClick(at_sign.canvas, Qt.Key.Key_Escape)
    assert placed(at_sign).rectangle == before
    QTest.mouseRelease(view, LEFT, NO_KEYS, start + QPoint(80, 60))
    assert call_outs(at_sign)[0].box_x is None


def test_arrows_move_it_and_it_can_find_its_own_place_again(at_sign: WindowDriver) -> None:
    before = placed(at_sign).rectangle
    at_sign.canvas.setFocus()
    at_sign.press("Ctrl+L")
    assert at_sign.editor.selection.ids == (call_outs(at_sign)[0].id,)
    at_sign.press("Left", times=3)
    at_sign.press("Shift+Up")
    moved = placed(at_sign).rectangle
    assert (moved.x() - before.x(), moved.y() - before.y()) == (-36, -72)
    at_sign.window.actions_by_name["call_outs.free"].trigger()
    assert placed(at_sign).rectangle == before


def test_the_end_of_its_line_is_dragged_to_something_else(at_sign: WindowDriver) -> None:
    at_sign.canvas.show_record(call_outs(at_sign)[0].id)
    leader = placed(at_sign).leader
    assert leader is not None
    start = at_sign.canvas.mapFromScene(leader.p2())
    drag(at_sign, start, at_sign.place_of("light-sign"))
    [led] = call_outs(at_sign)
    assert (led.note, led.point, led.stage, led.section) == ("light-sign", None, None, None)
    at_sign.undo()
    assert call_outs(at_sign)[0].note == "dark-sign"


def test_a_double_click_edits_it_and_delete_takes_it_away(at_sign: WindowDriver) -> None:
    [made] = call_outs(at_sign)
    place = at_sign.place_of(made.id)
    QTest.mouseDClick(at_sign.canvas.viewport(), LEFT, NO_KEYS, place)
    at_sign.press("End")
    at_sign.write(" 2026")
    at_sign.press("Escape")
    assert call_outs(at_sign)[0].text == "Since March 2026"
    at_sign.press("Delete")
    assert call_outs(at_sign) == ()
    at_sign.undo()
    assert call_outs(at_sign)[0].text == "Since March 2026"
    assert at_sign.editor.selection.ids == (made.id,)


def test_what_it_says_can_be_changed_in_the_inspector(at_sign: WindowDriver) -> None:
    at_sign.click_on(call_outs(at_sign)[0].id)
    at_sign.fill("Text", "No lamp")
    assert call_outs(at_sign)[0].text == "No lamp"


def test_it_stands_in_the_table_for_screen_readers(at_sign: WindowDriver) -> None:
    cells = MapCells(at_sign.editor, at_sign.canvas)
    [made] = call_outs(at_sign)
    index = cells.index_of(made.id)
    assert cells.held_at(index) == made.id
    assert index.column() == at_sign.stage_names().index("Arrival")
    assert index.row() == cells.rowCount() - 1
    assert cells.headerData(index.row(), Qt.Orientation.Vertical) == "Call-outs"
    said = str(cells.data(index))
    assert "Since March" in said
    assert "Pain points, Arrival" in said


def test_nothing_moves_it_in_a_project_to_be_read_only(at_sign: WindowDriver) -> None:
    at_sign.editor.read_only = True
    start = at_sign.place_of(call_outs(at_sign)[0].id)
    drag(at_sign, start, start + QPoint(-60, -40))
    at_sign.canvas.setFocus()
    at_sign.press("Left")
    assert call_outs(at_sign)[0].box_x is None
