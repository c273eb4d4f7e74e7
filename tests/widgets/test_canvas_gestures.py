"""What a hand does on the map: point, drag, stretch, scroll and zoom."""

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QColor, QContextMenuEvent, QImage, QMouseEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.drawing.theme import CHEVRON, SECTION_COLUMN
from app.model.invariants import faults
from app.model.records import Note, Stage
from app.session.selection import Cell
from app.widgets.base.buttons import action_label
from app.widgets.canvas.painting.mark_painting import ACCENT_COLOUR
from app.widgets.canvas.typing.text_editor import TextEditor
from benchmarks.maps import SIZES, document_of
from tests.cell_texts import texts
from tests.driver import LEFT, NO_KEYS, WindowDriver
from tests.gestures import cell_place, drag, menu_at
from tests.widgets.conftest import OpenWindow

CONTROL = Qt.KeyboardModifier.ControlModifier


def wheel(driver: WindowDriver, notches: int, keys: Qt.KeyboardModifier, at: QPoint) -> None:
    viewport = driver.canvas.viewport()
    event = QWheelEvent(
        QPointF(at),
        QPointF(viewport.mapToGlobal(at)),
        QPoint(),
        QPoint(0, 120 * notches),
        Qt.MouseButton.NoButton,
        keys,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(viewport, event)


def test_a_note_dragged_to_another_stage_stands_there(pizzeria: WindowDriver) -> None:
    driver = pizzeria
    drag(driver, driver.place_of(driver.note("Eats").id), cell_place(driver, "Leave", "Actions"))
    assert texts(driver, "Leave", "Actions") == ["Asks for the bill", "Pays by card", "Eats"]
    assert texts(driver, "Time to eat", "Actions") == ["Waits for the food", "Takes a picture"]
    assert driver.editor.history.undoable is not None
    assert str(driver.editor.history.undoable.label) == "Move note"
    driver.undo()
    assert texts(driver, "Time to eat", "Actions") == ["Waits for the food", "Eats", "Takes a picture"]


def test_several_notes_are_dragged_together_and_keep_their_order(pizzeria: WindowDriver) -> None:
    driver = pizzeria
    driver.select_note("Takes a picture", "Waits for the food")
    drag(driver, driver.place_of(driver.note("Takes a picture").id), cell_place(driver, "Leave", "Actions"))
    assert texts(driver, "Leave", "Actions")[2:] == ["Waits for the food", "Takes a picture"]


def test_a_note_dragged_before_another_of_its_cell_stands_there(pizzeria: WindowDriver) -> None:
    driver = pizzeria
    first = driver.canvas.rectangle_of(driver.note("Reads the menu").id)
    assert first is not None
    left_half = driver.canvas.mapFromScene(first.center() - QPointF(60, 0))
    drag(driver, driver.place_of(driver.note("Orders").id), left_half)
    assert texts(driver, "Order", "Actions")[0] == "Orders"


def test_esc_in_a_drag_changes_nothing(pizzeria: WindowDriver) -> None:
    driver = pizzeria
    before = driver.document.copy()
    start, end = driver.place_of(driver.note("Eats").id), cell_place(driver, "Leave", "Actions")
    drag(driver, start, end, let_go=False)
    driver.press("Escape")
    QTest.mouseRelease(driver.canvas.viewport(), LEFT, NO_KEYS, end)
    assert driver.document == before
    assert driver.editor.history.undoable is None


def test_with_ctrl_a_copy_is_dropped(pizzeria: WindowDriver) -> None:
    driver = pizzeria
    drag(driver, driver.place_of(driver.note("Eats").id), cell_place(driver, "Leave", "Actions"), CONTROL)
    assert "Eats" in texts(driver, "Leave", "Actions")
    assert "Eats" in texts(driver, "Time to eat", "Actions")


def test_a_rubber_band_selects_what_it_touches(pizzeria: WindowDriver) -> None:
    driver = pizzeria
    layout = driver.canvas.shown.layout
    cell = layout.cell_rectangle(driver.section("Actions").id, driver.stage("Order").id)
    assert cell is not None
    corner = driver.canvas.mapFromScene(cell.bottomRight() - QPointF(8, 8))
    drag(driver, corner, driver.canvas.mapFromScene(cell.topLeft() + QPointF(8, 8)))
    selected = {driver.document.find(id) for id in driver.editor.selection.ids}
    assert selected == set(driver.document.notes(driver.section("Actions").id, driver.stage("Order").id))


def test_a_stage_is_moved_by_its_header_with_all_it_holds(pizzeria: WindowDriver) -> None:
    driver = pizzeria
    was = texts(driver, "Leave", "Actions")
    drag(driver, driver.place_of(driver.stage("Leave").id), driver.place_of(driver.stage("Awareness").id))
    assert driver.stage_names()[:3] in (
        ["Leave", "Awareness", "Research"],
        ["Awareness", "Leave", "Research"],
    )
    assert texts(driver, "Leave", "Actions") == was
    assert list(faults(driver.document)) == []


def test_a_section_is_moved_by_its_name(pizzeria: WindowDriver) -> None:
    driver = pizzeria
    drag(driver, driver.place_of(driver.section("Ideas").id), driver.place_of(driver.section("Actions").id))
    assert driver.section_names().index("Ideas") <= 2


def test_several_stages_are_moved_together_by_one_of_their_headers(pizzeria: WindowDriver) -> None:
    driver = pizzeria
    driver.canvas.fit()
    before = driver.stage_names()
    for name, keys in (("Feedback", NO_KEYS), ("Leave", CONTROL)):
        driver.click_on(driver.stage(name).id, keys)
    start = driver.place_of(driver.stage("Leave").id)
    first = driver.canvas.rectangle_of(driver.stage("Research").id)
    assert first is not None
    drag(driver, start, driver.canvas.mapFromScene(QPointF(first.left() + 5, first.center().y())))
    assert driver.stage_names()[:4] == ["Awareness", "Leave", "Feedback", "Research"]
    assert driver.menu_texts("Edit")[0] == "Undo Move 2 stages"
    driver.undo()
    assert driver.stage_names() == before
    assert [stage.name for stage in driver.editor.selected.of(Stage)] == ["Leave", "Feedback"]
    driver.click_on(driver.stage("Leave").id)
    assert [stage.name for stage in driver.editor.selected.of(Stage)] == ["Leave"]


def test_a_drag_that_copies_shows_it(pizzeria: WindowDriver) -> None:
    driver = pizzeria
    start = driver.place_of(driver.note("Orders").id)
    viewport = driver.canvas.viewport()
    drag(driver, start, cell_place(driver, "Leave", "Actions"), let_go=False)
    assert viewport.cursor().shape() == Qt.CursorShape.ArrowCursor
    QTest.mouseRelease(viewport, LEFT, NO_KEYS, start)
    QTest.mousePress(viewport, LEFT, NO_KEYS, driver.place_of(driver.note("Orders").id))
    place = cell_place(driver, "Arrival", "Actions")
    for step in (0, 3):
        move = QMouseEvent(
            QEvent.Type.MouseMove,
            QPointF(place + QPoint(step, 0)),
            QPointF(viewport.mapToGlobal(place)),
            Qt.MouseButton.NoButton,
            LEFT,
            CONTROL,
        )
        QApplication.sendEvent(viewport, move)
    assert viewport.cursor().shape() == Qt.CursorShape.DragCopyCursor
    QTest.mouseRelease(viewport, LEFT, CONTROL, place)
    assert viewport.cursor().shape() == Qt.CursorShape.ArrowCursor
    assert sum(note.text == "Orders" for note in driver.document.all(Note)) == 2


def test_a_header_seen_larger_does_not_look_out_from_under_the_frozen_one(pizzeria: WindowDriver) -> None:
    driver = pizzeria
    driver.canvas.set_zoom(1.5)
    header = driver.canvas.rectangle_of(driver.stage("Awareness").id)
    assert header is not None
    driver.canvas.scroll_by(-9000, -9000)
    driver.canvas.scroll_by(0, driver.canvas.mapFromScene(header.topLeft()).y() + 2)
    frozen = driver.canvas.frozen()
    assert frozen.top > 0
    below = driver.canvas.mapFromScene(QPointF(header.center().x(), header.bottom())).y() - 3
    assert below > frozen.top + 4
    pixel = (
        driver.canvas.viewport()
        .grab()
        .toImage()
        .pixelColor(driver.canvas.mapFromScene(header.center()).x(), below)
    )
    assert pixel == QColor("white")


@pytest.mark.parametrize("step", [200, -150])
def test_a_stage_is_as_wide_as_its_edge_is_dragged(pizzeria: WindowDriver, step: int) -> None:
    driver = pizzeria
    stage = driver.stage("Research")
    header = driver.canvas.rectangle_of(stage.id)
    assert header is not None
    edge = QPointF(header.right() - 1, header.center().y())
    start = driver.canvas.mapFromScene(edge)
    drag(driver, start, driver.canvas.mapFromScene(edge + QPointF(step, 0)))
    width = driver.stage("Research").width
    assert width == pytest.approx(header.width() + step, abs=4)
    edge_now = driver.canvas.mapFromScene(QPointF(header.left() + (width or 0) - 1, header.center().y()))
    QTest.mouseDClick(driver.canvas.viewport(), LEFT, NO_KEYS, edge_now)
    assert driver.stage("Research").width is None


def test_a_stage_is_grasped_where_its_tip_ends_too(pizzeria: WindowDriver) -> None:
    driver = pizzeria
    driver.canvas.set_zoom(1.0)
    stage = driver.stage("Research")
    driver.canvas.show_record(stage.id)
    header = driver.canvas.rectangle_of(stage.id)
    assert header is not None
    tip = QPointF(header.right() + CHEVRON - 3, header.center().y())
    start = driver.canvas.mapFromScene(tip)
    drag(driver, start, driver.canvas.mapFromScene(tip + QPointF(150, 0)))
    assert driver.stage("Research").width == pytest.approx(header.width() + 150, abs=4)
    assert not driver.editor.selected.records
    driver.undo()
    inside = QPointF(header.right() + CHEVRON / 2, header.center().y())
    QTest.mouseClick(driver.canvas.viewport(), LEFT, NO_KEYS, driver.canvas.mapFromScene(inside))
    assert driver.editor.selection.ids == (stage.id,)


@pytest.mark.parametrize("button", [Qt.MouseButton.RightButton, Qt.MouseButton.MiddleButton])
def test_another_button_in_the_middle_of_a_drag_changes_nothing(
    pizzeria: WindowDriver, button: Qt.MouseButton
) -> None:
    driver = pizzeria
    start = driver.place_of(driver.note("Orders").id)
    end = cell_place(driver, "Leave", "Actions")
    drag(driver, start, end, let_go=False)
    viewport = driver.canvas.viewport()
    QTest.mousePress(viewport, button, NO_KEYS, end)
    QApplication.sendEvent(
        viewport, QContextMenuEvent(QContextMenuEvent.Reason.Mouse, end, viewport.mapToGlobal(end))
    )
    assert QApplication.activePopupWidget() is None
    QTest.mouseRelease(viewport, button, NO_KEYS, end)
    assert texts(driver, "Leave", "Actions") == ["Asks for the bill", "Pays by card"]
    QTest.mouseRelease(viewport, LEFT, NO_KEYS, end)
    assert texts(driver, "Leave", "Actions") == ["Asks for the bill", "Pays by card", "Orders"]


def test_a_sheet_that_became_smaller_leaves_nothing_on_the_desk(pizzeria: WindowDriver) -> None:
    driver = pizzeria
    driver.canvas.set_zoom(0.2)
    driver.go_to_cell("Leave", "Ideas")
    for _ in range(8):
        driver.write("Pay")
        driver.press("Return")
    driver.press("Escape")
    driver.select_nothing()
    driver.canvas.grab()
    for _ in range(8):
        driver.undo()
    driver.select_nothing()
    left = driver.canvas.grab().toImage()
    for more in (QSize(0, 1), QSize(0, -1)):
        driver.canvas.resize(driver.canvas.size() + more)
        driver.canvas.grab()
    assert left == driver.canvas.grab().toImage()


def test_a_map_that_grows_out_of_the_view_keeps_its_size(pizzeria: WindowDriver) -> None:
    driver = pizzeria
    driver.press("Ctrl+9")
    zoom = driver.canvas.zoom()
    driver.go_to_cell("Leave", "Ideas")
    for _ in range(50):
        driver.write("Pay")
        driver.press("Return")
    driver.press("Escape")
    driver.wait_until(lambda: driver.canvas.verticalScrollBar().maximum() > 0, seconds=2)
    QCoreApplication.processEvents()
    assert driver.canvas.verticalScrollBar().maximum() > 0
    assert driver.canvas.zoom() == zoom
    driver.press("Ctrl+9")
    driver.window.resize(driver.window.size() + QSize(0, 100))
    assert driver.canvas.verticalScrollBar().maximum() == 0


@pytest.mark.parametrize("folded", [False, True])
def test_a_map_that_fits_has_nothing_to_scroll(empty: WindowDriver, folded: bool) -> None:
    for name in ("Before", "During", "After"):
        empty.add_stage(name)
    empty.window.fold(left=folded, right=folded)
    QCoreApplication.processEvents()
    empty.press("Ctrl+9")
    bars = (empty.canvas.horizontalScrollBar(), empty.canvas.verticalScrollBar())
    assert [bar.maximum() - bar.minimum() for bar in bars] == [0, 0]
    assert empty.canvas.zoom() > 0.5


def test_a_double_click_on_the_title_goes_to_it_in_the_inspector(pizzeria: WindowDriver) -> None:
    driver = pizzeria
    driver.canvas.fit()
    place = driver.canvas.mapFromScene(QPointF(SECTION_COLUMN * 1.5, 30))
    QTest.mouseDClick(driver.canvas.viewport(), LEFT, NO_KEYS, place)
    driver.write("Lunch")
    assert driver.editor.journey_map.title == "Lunch"


@pytest.mark.parametrize("step", [90, -20])
def test_a_section_is_as_high_as_its_edge_is_dragged(pizzeria: WindowDriver, step: int) -> None:
    driver = pizzeria
    driver.canvas.set_zoom(1.0)
    driver.canvas.show_record(driver.section("Actions").id)
    header = driver.canvas.rectangle_of(driver.section("Actions").id)
    assert header is not None
    edge = QPointF(60, header.bottom() - 1)
    start = driver.canvas.mapFromScene(edge)
    drag(driver, start, driver.canvas.mapFromScene(edge + QPointF(0, step)))
    height = driver.section("Actions").height
    assert height == pytest.approx(header.height() + step, abs=4)
    now = driver.canvas.rectangle_of(driver.section("Actions").id)
    assert now is not None
    edge_now = driver.canvas.mapFromScene(QPointF(60, now.bottom() - 1))
    QTest.mouseDClick(driver.canvas.viewport(), LEFT, NO_KEYS, edge_now)
    assert driver.section("Actions").height is None


def test_the_map_scrolls_while_a_note_is_held_at_the_edge_and_lands_where_it_is_let_go(
    pizzeria: WindowDriver,
) -> None:
    driver = pizzeria
    driver.canvas.set_zoom(1.5)
    driver.canvas.scroll_by(-5000, -5000)
    note = driver.note("Asks two colleagues")
    start, seen = driver.place_of(note.id), driver.canvas.horizontalScrollBar()
    before = seen.value()
    edge = QPoint(driver.canvas.viewport().width() - 3, start.y())
    drag(driver, start, edge, let_go=False)
    driver.wait_until(lambda: seen.value() > before + 600)
    QTest.mouseMove(driver.canvas.viewport(), edge - QPoint(200, 0))
    QTest.mouseRelease(driver.canvas.viewport(), LEFT, NO_KEYS, edge - QPoint(200, 0))
    landed = driver.note("Asks two colleagues")
    assert landed.section == note.section
    assert driver.document.get(Stage, landed.stage).position > 1
    driver.undo()
    assert driver.note("Asks two colleagues") == note


@pytest.mark.parametrize(
    ("what", "offered"),
    [
        ("note", "Edit note"),
        ("stage", "Split stage in two"),
        ("section", "Fold to a line"),
        ("point", "Delete"),
        ("entry", "Open link"),
        ("cell", "New note"),
        ("graph", "New emotion point"),
        ("persona", "Persona page"),
        ("title", "Title, goal and scenario…"),
        ("desk", "Fit the map"),
    ],
)
def test_everything_has_a_menu_of_what_can_be_done_with_it(
    pizzeria: WindowDriver, what: str, offered: str
) -> None:
    driver = pizzeria
    section, stage = driver.section("Emotional graph").id, driver.stage("Order").id
    process, awareness = driver.section("Process").id, driver.stage("Awareness").id
    places = {
        "note": lambda: driver.place_of(driver.note("Eats").id),
        "stage": lambda: driver.place_of(driver.stage("Arrival").id),
        "section": lambda: driver.place_of(driver.section("Actions").id),
        "point": lambda: driver.place_of(driver.document.points(section, stage)[0].id),
        "entry": lambda: driver.place_of(driver.document.entries(process, awareness)[0].id),
        "cell": lambda: cell_place(driver, "Leave", "Actions"),
        "graph": lambda: cell_place(driver, "Leave", "Emotional graph"),
        "persona": lambda: driver.place_of(driver.persona("Eva Molin").id),
        "title": lambda: driver.canvas.mapFromScene(QPointF(SECTION_COLUMN * 1.5, 30)),
        "desk": lambda: QPoint(4, 4),
    }
    driver.canvas.fit()
    viewport, place = driver.canvas.viewport(), places[what]()
    QTest.mouseClick(viewport, Qt.MouseButton.RightButton, NO_KEYS, place)
    menu = menu_at(driver, place, QContextMenuEvent.Reason.Mouse)
    assert offered in [action_label(action) for action in menu.actions()]
    menu.close()


def test_in_a_text_the_menu_is_that_of_its_words(pizzeria: WindowDriver) -> None:
    driver = pizzeria
    driver.select_note("Eats")
    driver.press("F2")
    driver.press("Ctrl+A")
    (editor,) = (each for each in driver.canvas.scene().items() if isinstance(each, TextEditor))
    place = driver.canvas.mapFromScene(editor.sceneBoundingRect().center())
    menu = menu_at(driver, place, QContextMenuEvent.Reason.Mouse)
    assert [action_label(action) for action in menu.actions()] == ["Cut", "Copy", "Paste", "Select all"]
    next(action for action in menu.actions() if action_label(action) == "Cut").trigger()
    menu.close()
    assert QApplication.clipboard().text() == "Eats"
    driver.write("Tastes")
    driver.press("Escape")
    assert texts(driver, "Time to eat", "Actions")[1] == "Tastes"
    QApplication.clipboard().clear()


def test_the_menu_of_a_selected_note_is_that_of_all_that_are_selected(pizzeria: WindowDriver) -> None:
    driver = pizzeria
    driver.select_note("Eats", "Asks two colleagues")
    place = driver.place_of(driver.note("Eats").id)
    menu_at(driver, place, QContextMenuEvent.Reason.Mouse).close()
    assert len(driver.editor.selection.ids) == 2
    menu_at(driver, place + QPoint(0, 400), QContextMenuEvent.Reason.Mouse).close()
    assert "Eats" not in {driver.document.get(Note, id).text for id in driver.editor.selection.ids}


def test_by_its_key_the_menu_opens_at_what_is_selected(pizzeria: WindowDriver) -> None:
    driver = pizzeria
    driver.select_note("Eats")
    menu = menu_at(driver, QPoint(5, 5), QContextMenuEvent.Reason.Keyboard)
    place = driver.canvas.viewport().mapToGlobal(driver.place_of(driver.note("Eats").id))
    # A menu stays on the screen, where the note may reach over its edge.
    place.setX(min(place.x(), driver.canvas.screen().geometry().right()))
    assert menu.geometry().adjusted(-2, -2, 2, 2).contains(place)
    assert next(action_label(action) for action in menu.actions()) == "Edit note"
    menu.close()


def test_ctrl_and_the_wheel_zoom_about_the_pointer(pizzeria: WindowDriver) -> None:
    driver = pizzeria
    driver.canvas.set_zoom(1.0)
    at = QPoint(400, 300)
    place = driver.canvas.mapToScene(at)
    wheel(driver, 3, CONTROL, at)
    assert driver.canvas.zoom() > 1.3
    now = driver.canvas.mapToScene(at)
    assert (now - place).manhattanLength() < 3


def test_stage_headers_and_section_names_stay_in_view_and_can_be_clicked(pizzeria: WindowDriver) -> None:
    driver = pizzeria
    driver.canvas.set_zoom(2.0)
    driver.canvas.scroll_by(5000, 5000)
    frozen = driver.canvas.frozen()
    assert frozen.top > 0
    assert frozen.left > 0
    QTest.mouseClick(
        driver.canvas.viewport(), LEFT, NO_KEYS, QPoint(int(frozen.left) + 90, int(frozen.top / 2))
    )
    assert driver.editor.selection.ids[0] in {stage.id for stage in driver.document.stages(driver.editor.map)}
    QTest.mouseClick(
        driver.canvas.viewport(), LEFT, NO_KEYS, QPoint(int(frozen.left / 2), int(frozen.top) + 90)
    )
    sections = {section.id for section in driver.document.sections(driver.editor.map)}
    assert driver.editor.selection.ids[0] in sections


def test_a_selected_header_has_its_ring_where_it_is_frozen_too(pizzeria: WindowDriver) -> None:
    driver = pizzeria
    driver.canvas.set_zoom(2.0)
    driver.canvas.scroll_by(5000, 5000)
    frozen, viewport = driver.canvas.frozen(), driver.canvas.viewport()
    headers = QRect(int(frozen.left), 0, viewport.width() - int(frozen.left), int(frozen.top))
    names = QRect(0, int(frozen.top), int(frozen.left), viewport.height() - int(frozen.top))
    for area, other in ((headers, names), (names, headers)):
        QTest.mouseClick(viewport, LEFT, NO_KEYS, area.topLeft() + QPoint(90, 40))
        assert has_ring(driver, area)
        assert not has_ring(driver, other)


def has_ring(driver: WindowDriver, area: QRect) -> bool:
    """Whether there is a line in the colour of what is selected."""
    picture = driver.canvas.viewport().grab(area).toImage()
    rows = range(0, picture.height(), 5)
    return any(picture.pixelColor(x, y) == ACCENT_COLOUR for y in rows for x in range(picture.width()))


def test_the_name_of_a_section_stays_in_view_though_its_row_begins_above(pizzeria: WindowDriver) -> None:
    driver = pizzeria
    driver.canvas.set_zoom(1.0)
    section = driver.section("Actions")
    row = driver.canvas.rectangle_of(section.id)
    assert row is not None
    across, down = driver.canvas.horizontalScrollBar(), driver.canvas.verticalScrollBar()
    across.setValue(across.minimum())
    down.setValue(down.value() + driver.canvas.mapFromScene(row.center()).y() - 80)
    frozen = driver.canvas.frozen()
    assert frozen.top > 0
    assert frozen.left == 0
    left = driver.canvas.mapFromScene(row.topLeft())
    assert left.y() < frozen.top - 60
    right = driver.canvas.mapFromScene(row.topRight())
    name = QRect(QPoint(left.x() + 10, int(frozen.top) + 6), QPoint(right.x() - 10, int(frozen.top) + 40))
    assert darkest(driver, name) < 90
    driver.click_on(section.id)
    assert not has_ring(driver, QRect(0, 0, driver.canvas.viewport().width(), int(frozen.top)))


@pytest.mark.parametrize("zoom", [0.8, 2.0, 6.0])
def test_a_section_that_is_renamed_shows_the_text_that_is_typed(pizzeria: WindowDriver, zoom: float) -> None:
    driver = pizzeria
    section = driver.section("Emotional graph")
    driver.canvas.set_zoom(zoom)
    driver.select_section("Emotional graph")
    row = driver.canvas.rectangle_of(section.id)
    assert row is not None
    driver.canvas.centerOn(row.bottomRight())
    driver.press("F2")
    [edited] = [item for item in driver.canvas.scene().items() if isinstance(item, TextEditor)]
    text = driver.canvas.mapFromScene(edited.sceneBoundingRect()).boundingRect()
    assert text.top() > driver.canvas.frozen().top
    assert driver.canvas.viewport().rect().contains(text.topLeft())


def darkest(driver: WindowDriver, area: QRect) -> int:
    picture = driver.canvas.viewport().grab(area).toImage()
    places = ((x, y) for x in range(picture.width()) for y in range(picture.height()))
    return min(picture.pixelColor(x, y).lightness() for x, y in places)


def test_the_ring_of_a_stage_is_told_from_its_header_whose_colour_is_much_like_it(
    pizzeria: WindowDriver,
) -> None:
    driver = pizzeria
    driver.canvas.set_zoom(1.0)
    driver.select_stage("Arrival")
    place = driver.canvas.rectangle_of(driver.stage("Arrival").id)
    assert place is not None
    seen = driver.canvas.mapFromScene(place).boundingRect()
    picture = driver.canvas.viewport().grab(seen.adjusted(-8, 0, 8, 0)).toImage()
    row = [picture.pixelColor(x, picture.height() // 4) for x in range(picture.width())]
    rings = [x for x, colour in enumerate(row) if colour == ACCENT_COLOUR]
    assert rings
    assert row[rings[-1] + 1].lightness() > 200


def test_no_header_shows_beside_frozen_names_while_the_headers_are_not_frozen_yet(
    pizzeria: WindowDriver,
) -> None:
    driver = pizzeria
    driver.canvas.set_zoom(1.0)
    driver.canvas.scroll_by(-5000, -5000)
    driver.canvas.scroll_by(900, 0)
    frozen, stages = driver.canvas.frozen(), driver.canvas.shown.layout.stages
    assert frozen.left > 0
    assert frozen.top == 0
    top = frozen.origin.y() + stages.y * frozen.scale
    height = driver.canvas.shown.layout.stages_height * frozen.scale
    beside = QRect(0, round(top), int(frozen.left), round(height)).adjusted(0, 1, -2, -1)
    picture = driver.canvas.viewport().grab(beside).toImage()
    blank = QImage(picture.size(), picture.format())
    blank.setDevicePixelRatio(picture.devicePixelRatio())
    blank.fill(Qt.GlobalColor.white)
    assert picture == blank


def test_a_double_click_in_a_cell_begins_a_note(pizzeria: WindowDriver) -> None:
    driver = pizzeria
    QTest.mouseDClick(driver.canvas.viewport(), LEFT, NO_KEYS, cell_place(driver, "Leave", "Ideas"))
    driver.write("Ring the bell")
    driver.press("Escape")
    assert texts(driver, "Leave", "Ideas")[-1] == "Ring the bell"


def test_a_double_click_on_a_note_edits_it_where_it_stands(pizzeria: WindowDriver) -> None:
    driver = pizzeria
    QTest.mouseDClick(driver.canvas.viewport(), LEFT, NO_KEYS, driver.place_of(driver.note("Eats").id))
    driver.write(" slowly")
    driver.press("Return")
    assert "Eats slowly" in texts(driver, "Time to eat", "Actions")


def test_a_new_note_left_empty_was_never_there(pizzeria: WindowDriver) -> None:
    driver = pizzeria
    before = driver.document.copy()
    QTest.mouseDClick(driver.canvas.viewport(), LEFT, NO_KEYS, cell_place(driver, "Leave", "Ideas"))
    driver.press("Escape")
    assert driver.document == before
    assert driver.editor.history.undoable is None


def test_typing_in_a_cell_starts_notes_one_after_another(pizzeria: WindowDriver) -> None:
    driver = pizzeria
    driver.go_to_cell("Leave", "Ideas")
    for words in ("One", "Two"):
        driver.write(words)
        driver.press("Return")
    driver.press("Escape")
    assert texts(driver, "Leave", "Ideas")[-2:] == ["One", "Two"]
    driver.undo()
    assert texts(driver, "Leave", "Ideas")[-1] == "One", "each typed note is one step"


def test_a_note_is_split_at_the_caret_and_joined_again(pizzeria: WindowDriver) -> None:
    driver = pizzeria
    driver.select_note("Asks for the bill")
    driver.press("F2")
    driver.press("Ctrl+Home")
    driver.press("Ctrl+Right", times=2)
    driver.press("Ctrl+Return")
    assert texts(driver, "Leave", "Actions")[:2] == ["Asks for", "the bill"]
    driver.press("Home")
    driver.press("Backspace")
    assert texts(driver, "Leave", "Actions")[0] == "Asks for the bill"
    driver.press("Escape")


def test_arrows_walk_through_notes_and_cells(pizzeria: WindowDriver) -> None:
    driver = pizzeria
    driver.select_note("Eats")
    for text in ("Takes a picture", "Asks for the bill"):
        driver.press("Right")
        assert driver.editor.selection.ids == (driver.note(text).id,)
    driver.press("Home")
    assert driver.editor.selection.cell == Cell(driver.section("Actions").id, driver.stage("Awareness").id)


def test_the_space_bar_and_the_middle_button_pan(pizzeria: WindowDriver) -> None:
    driver = pizzeria
    driver.canvas.set_zoom(2.0)
    viewport, bar = driver.canvas.viewport(), driver.canvas.horizontalScrollBar()
    driver.canvas.scroll_by(500, 300)
    at = bar.value()
    QTest.mousePress(viewport, Qt.MouseButton.MiddleButton, NO_KEYS, QPoint(500, 300))
    QTest.mouseMove(viewport, QPoint(430, 300))
    QTest.mouseRelease(viewport, Qt.MouseButton.MiddleButton, NO_KEYS, QPoint(430, 300))
    assert bar.value() == at + 70
    QTest.keyPress(driver.canvas, Qt.Key.Key_Space)
    drag(driver, QPoint(500, 300), QPoint(460, 300))
    QTest.keyRelease(driver.canvas, Qt.Key.Key_Space)
    assert bar.value() == at + 110


def test_a_click_in_the_small_picture_goes_there(pizzeria: WindowDriver) -> None:
    driver = pizzeria
    driver.canvas.set_zoom(2.0)
    driver.canvas.scroll_by(-9000, -9000)
    overview = driver.canvas.minimap
    assert overview.isVisible()
    QTest.mouseClick(overview, LEFT, NO_KEYS, QPoint(overview.width() - 8, overview.height() - 8))
    middle = driver.canvas.mapToScene(driver.canvas.viewport().rect().center())
    assert middle.x() > SECTION_COLUMN * 5
    driver.canvas.fit()
    assert not overview.isVisible()


def test_a_screen_reader_is_told_where_the_cursor_is(pizzeria: WindowDriver) -> None:
    driver = pizzeria
    driver.select_note("Eats")
    assert driver.canvas.accessibleDescription() == "Actions, Time to eat, note 2 of 3: Eats, Action"


def test_a_hundred_notes_moved_on_a_large_map_are_taken_back_and_shown_where_they_were(
    open_window: OpenWindow,
) -> None:
    editor = open_window(document_of(next(size for size in SIZES if size.notes == 4_800)))
    before = editor.document.copy()
    notes = [note.id for note in editor.document.all(Note)[:100]]
    places = {id: editor.canvas.rectangle_of(id) for id in notes}
    editor.editor.select(notes)
    editor.canvas.setFocus()
    editor.press("Alt+Right")
    assert all(editor.canvas.rectangle_of(id) != place for id, place in places.items())
    assert editor.menu_texts("Edit")[0] == "Undo Move 100 notes"
    editor.undo()
    assert editor.document == before
    assert {id: editor.canvas.rectangle_of(id) for id in notes} == places
    assert set(editor.editor.selection.ids) >= set(notes)
    assert editor.project.wait_until_saved(20)
