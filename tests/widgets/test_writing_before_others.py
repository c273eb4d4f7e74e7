"""Writing in front of others: large type, a word that says so, and what a clicker sends meanwhile."""

import pytest

from app.model.records import Note
from app.session.selection import Cell
from app.widgets.at_hand.details import WIDTH, Details
from app.widgets.at_hand.note_bar import NoteBar
from app.widgets.canvas.painting.gliding_rows import GlidingRows
from app.widgets.room.landing_place import LandingPlace
from app.widgets.room.lit_header import LitHeader
from app.widgets.room.lock_corner import LockCorner
from app.widgets.room.writing_foot import WritingFoot
from app.widgets.room.writing_strip import WritingStrip
from app.workshop.show import Show
from tests.cases import meeting
from tests.driver import WindowDriver


@pytest.fixture
def written_on(pizzeria: WindowDriver) -> WindowDriver:
    """The sample while a room looks on, being written on in the stage "Awareness"."""
    pizzeria.select_note("Looks on a maps app")
    pizzeria.press("F5")
    pizzeria.press("PgDown")
    pizzeria.press("E")
    return pizzeria


def show_of(driver: WindowDriver) -> Show:
    return driver.window.presentation.show


def stage_written_in(driver: WindowDriver) -> str:
    cell = driver.editor.selection.cell
    assert cell is not None
    return next(one.name for one in driver.document.stages(driver.editor.map) if one.id == cell.stage)


def test_a_word_says_that_the_map_is_written_on_and_esc_goes_back_to_showing(
    written_on: WindowDriver,
) -> None:
    strip = written_on.find(WritingStrip, "Writing")
    assert strip.isVisible()
    assert written_on.canvas.isVisible()
    assert written_on.window.isFullScreen()
    written_on.press("Escape")
    assert show_of(written_on).mode == "showing"
    assert not strip.isVisible()
    assert not written_on.canvas.isVisible()


def test_the_foot_says_the_armed_colour_and_is_gone_in_showing_and_in_black(written_on: WindowDriver) -> None:
    foot = written_on.find(WritingFoot, "Keys while writing")
    assert foot.accessibleDescription() == "Action"
    written_on.wait_until(lambda: foot.geometry().bottom() == written_on.window.height() - 1)
    written_on.editor.select_cell(Cell(written_on.section("Actions").id, written_on.stage("Order").id))
    written_on.press("Alt+4")
    assert foot.accessibleDescription() == "Pain point"
    written_on.press("Ctrl+Shift+B")
    assert not foot.isVisible()
    written_on.press("B")
    assert foot.isVisible()
    written_on.press("Escape")
    assert not foot.isVisible()


def test_the_header_is_lit_of_the_stage_that_a_note_goes_to(written_on: WindowDriver) -> None:
    (lit,) = written_on.canvas.findChildren(LitHeader)
    written_on.write("4> ")
    assert not lit.isVisible()
    written_on.write("No lamp")
    assert lit.isVisible()
    order = written_on.canvas.shown.layout.column_of(written_on.stage("Order").id)
    assert order is not None
    assert lit.x() == pytest.approx(written_on.canvas.mapFromScene(order.x, 0).x(), abs=1)
    written_on.press("Return")
    assert not lit.isVisible()
    assert written_on.note("No lamp").stage == order.stage.id


def test_where_a_note_lands_is_marked_while_it_is_typed_and_rows_below_make_room(
    pizzeria: WindowDriver,
) -> None:
    pizzeria.editor.select_cell(Cell(pizzeria.section("Pain points").id, pizzeria.stage("Order").id))
    pizzeria.press("F5")
    pizzeria.press("E")
    canvas, view = pizzeria.canvas, pizzeria.canvas.viewport()
    (place,), (rows,) = canvas.findChildren(LandingPlace), canvas.findChildren(GlidingRows)
    pizzeria.write("3> No lamp at the entrance")
    assert place.isVisible()
    standing = canvas.rectangle_of(pizzeria.note("Car park is full by seven").id)
    assert standing is not None
    below = canvas.mapFromScene(standing).boundingRect()
    assert place.geometry().center().x() == pytest.approx(below.center().x(), abs=12)
    assert place.geometry().center().y() > below.bottom()
    before = row_top(pizzeria, "Ideas")
    pizzeria.press("Return")
    pizzeria.press("Escape")
    assert not place.isVisible()
    assert row_top(pizzeria, "Ideas") > before
    assert rows.is_moving
    on_its_way = view.grab().toImage()
    pizzeria.wait_until(lambda: not rows.is_moving)
    assert view.grab().toImage() != on_its_way


def test_details_are_larger_where_a_room_looks_on(written_on: WindowDriver) -> None:
    window = written_on.window
    window.showNormal()
    window.resize(1920, 1080)
    written_on.wait_until(lambda: written_on.canvas.height() > 800)
    written_on.select_note("Looks on a maps app")
    written_on.wait_until(lambda: any(bar.isVisible() for bar in window.findChildren(NoteBar)))
    written_on.press("F4")
    assert written_on.find(Details, "Details").width() > 1.3 * WIDTH


def row_top(driver: WindowDriver, section: str) -> float:
    row = driver.canvas.shown.layout.row_of(driver.section(section).id)
    assert row is not None
    return row.y


def test_the_section_that_is_written_on_stands_under_the_headers(pizzeria: WindowDriver) -> None:
    pizzeria.editor.select_cell(Cell(pizzeria.section("Pain points").id, pizzeria.stage("Arrival").id))
    pizzeria.press("F5")
    pizzeria.press("E")
    canvas, layout = pizzeria.canvas, pizzeria.canvas.shown.layout
    row = next(row for row in layout.rows if row.section.name == "Pain points")
    headers = layout.stages_height * canvas.transform().m11()
    assert canvas.mapFromScene(0, row.y).y() == pytest.approx(headers, abs=2)


def test_a_note_that_is_written_is_seen_when_the_stage_is_shown_again(written_on: WindowDriver) -> None:
    written_on.write("Asks the concierge")
    written_on.press("Escape")
    assert show_of(written_on).mode == "writing"
    written_on.press("Escape")
    note = written_on.note("Asks the concierge")
    view = written_on.window.presentation.view
    pages = view.map.pages(written_on.stage("Awareness").id)
    boxes = [id for page in pages for piece in page for id, _ in piece.row.body.boxes(0, 1e6, 1e6)]
    assert note.id in boxes
    assert note.stage == written_on.stage("Awareness").id


@pytest.mark.parametrize(("sent", "left_by"), meeting(["b", ".", "B"], ["Escape", "Return", "Tab", "PgDown"]))
def test_a_note_that_only_a_clicker_wrote_is_not_kept_and_is_no_step(
    written_on: WindowDriver, sent: str, left_by: str
) -> None:
    before = written_on.document.all(Note)
    undoable = written_on.editor.history.undoable
    written_on.write(sent)
    assert len(written_on.document.all(Note)) == len(before) + 1
    written_on.press(left_by)
    assert written_on.canvas.typing.edited is None
    assert written_on.document.all(Note) == before
    assert written_on.editor.history.undoable is undoable
    assert show_of(written_on).mode == "writing"


def test_outside_a_show_a_note_may_hold_a_letter(pizzeria: WindowDriver) -> None:
    pizzeria.add_note("Research", "Ideas", "b")
    assert pizzeria.note("b").text == "b"


def test_page_keys_end_the_note_and_go_from_stage_to_stage(written_on: WindowDriver) -> None:
    written_on.write("One")
    written_on.press("PgDown")
    assert stage_written_in(written_on) == "Research"
    written_on.write("Two")
    written_on.press("PgUp")
    assert stage_written_in(written_on) == "Awareness"
    assert {written_on.note(text).text for text in ("One", "Two")} == {"One", "Two"}


def test_f5_does_nothing_and_blank_comes_back_to_the_same_cell(written_on: WindowDriver) -> None:
    cell = written_on.editor.selection.cell
    written_on.press("F5")
    assert show_of(written_on).mode == "writing"
    written_on.press("Ctrl+Shift+B")
    assert not written_on.canvas.isVisible()
    assert written_on.editor.read_only
    written_on.press("PgDown")
    assert written_on.canvas.isVisible()
    assert not written_on.editor.read_only
    assert written_on.editor.selection.cell == cell


def test_what_is_written_and_read_stands_in_large_type(written_on: WindowDriver) -> None:
    view, height = written_on.canvas, written_on.window.height()
    note = written_on.note("Looks on a maps app")
    assert view.rectangle_of(note.id) is not None
    capitals = 0.727 * 25 * view.transform().m11()
    assert capitals >= 0.0185 * height
    before = written_on.canvas.shown.layout.columns[0].width
    written_on.press("Escape", times=3)
    assert written_on.canvas.shown.layout.columns[0].width != before


def test_the_corner_says_that_the_layout_is_locked_and_a_click_there_unlocks_it(
    written_on: WindowDriver,
) -> None:
    lock = written_on.window.actions_by_name["view.lock"]
    assert not written_on.shows("Locked")
    lock.trigger()
    assert written_on.shows("Locked")
    corner = written_on.find(LockCorner, "Locked")
    layout, canvas = written_on.canvas.shown.layout, written_on.canvas
    assert corner.geometry().right() < canvas.mapFromScene(layout.columns[0].x, 0).x()
    written_on.click("Locked")
    assert not lock.isChecked()
    assert not written_on.shows("Locked")
    lock.trigger()
    written_on.press("Escape")
    assert not written_on.shows("Locked")


def test_a_note_that_begins_with_a_number_goes_to_that_stage_and_the_cursor_stays(
    written_on: WindowDriver,
) -> None:
    for text in ("3> No lamp", "8 >Says thanks"):
        written_on.write(text)
        written_on.press("Return")
        assert stage_written_in(written_on) == "Awareness"
    written_on.press("Escape")
    assert written_on.note("No lamp").stage == written_on.stage("Arrival").id
    assert written_on.note("Says thanks").stage == written_on.stage("Come back").id
    written_on.undo()
    assert written_on.note("8 >Says thanks").stage == written_on.stage("Awareness").id


@pytest.mark.parametrize("text", ["42> far", "0> none", "3>", "3 > ", "a3> no number"])
def test_a_note_that_names_no_stage_stays_as_it_was_typed(written_on: WindowDriver, text: str) -> None:
    written_on.write(text)
    written_on.press("Escape")
    assert written_on.note(text).stage == written_on.stage("Awareness").id


def test_ctrl_and_a_digit_give_an_impact_and_again_take_it(pizzeria: WindowDriver) -> None:
    pizzeria.select_note("Looks on a maps app")
    pizzeria.press("Ctrl+3")
    assert pizzeria.note("Looks on a maps app").impact == "abandon"
    pizzeria.press("Ctrl+1")
    assert pizzeria.note("Looks on a maps app").impact == "trivial"
    pizzeria.press("Ctrl+1")
    assert pizzeria.note("Looks on a maps app").impact is None
    pizzeria.undo()
    assert pizzeria.note("Looks on a maps app").impact == "trivial"
