"""Every key of the canvas, pressed in the real window."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.drawing.theme import NOTE_FILLS
from app.model.records import Note, Section, Stage
from app.model.verbs.editing import delete
from app.model.verbs.maps import new_project
from app.model.verbs.notes import add_note
from app.model.verbs.sections import add_section
from app.model.verbs.stages import add_stage
from app.widgets.base.overlays.overlay import Overlay
from app.widgets.pages.live_window import LiveWindow
from tests.cases import some_of
from tests.driver import LEFT, NO_KEYS, WindowDriver
from tests.widgets.conftest import OpenWindow

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def grid(open_window: OpenWindow) -> WindowDriver:
    """Three stages by three sections; two notes where the first meet, one in the middle."""
    document = new_project()
    map = document.maps()[0].id
    for name in ("Before", "During", "After"):
        document.apply(add_stage(document, map, name, id=name))
    for name in ("Actions", "Thoughts", "Ideas"):
        document.apply(add_section(document, map, name, id=name))
    for section, stage, text in (
        ("Actions", "Before", "one"),
        ("Actions", "Before", "two"),
        ("Thoughts", "During", "middle"),
    ):
        document.apply(add_note(document, section, stage, text, id=text))
    editor = open_window(document)
    editor.canvas.setFocus()
    return editor


def where(editor: WindowDriver) -> str:
    """Where the cursor stands, in words."""
    ids, cell = editor.editor.selection
    if not ids:
        return f"{cell.section}/{cell.stage}" if cell else "map"
    record = editor.document.get(Note | Stage | Section, ids[-1])  # type: ignore[arg-type]
    return record.text if isinstance(record, Note) else record.name


def walk(editor: WindowDriver, keys: str) -> list[str]:
    """Where the cursor stands after each of some keys."""
    found = []
    for key in keys.split():
        editor.press(key)
        found.append(where(editor))
    return found


def test_arrows_go_from_note_to_note_and_from_cell_to_cell(grid: WindowDriver) -> None:
    assert walk(grid, "Right Right Right Left Left") == [
        "one",
        "two",
        "Actions/During",
        "two",
        "one",
    ]
    assert walk(grid, "Down Right Down Up Up") == [
        "Thoughts/Before",
        "middle",
        "Ideas/During",
        "middle",
        "Actions/During",
    ]


def test_arrows_reach_the_headers_and_go_along_them(grid: WindowDriver) -> None:
    assert walk(grid, "Right Up Right Right Right Down Up") == [
        "one",
        "Before",
        "During",
        "After",
        "After",
        "Actions/After",
        "After",
    ]
    assert walk(grid, "Home Down Left Down Down Down Right") == [
        "Before",
        "one",
        "Actions",
        "Thoughts",
        "Ideas",
        "Ideas",
        "Ideas/Before",
    ]


def test_tab_goes_to_the_next_stage_and_from_the_last_to_the_next_section(grid: WindowDriver) -> None:
    assert walk(grid, "Tab Tab Tab Tab Tab Shift+Tab Shift+Tab") == [
        "one",
        "Actions/During",
        "Actions/After",
        "Thoughts/Before",
        "middle",
        "Thoughts/Before",
        "Actions/After",
    ]


def test_with_control_arrows_go_to_the_ends_of_the_section_and_the_stage(grid: WindowDriver) -> None:
    assert walk(grid, "Right Ctrl+Right Ctrl+Down Ctrl+Left Ctrl+Up Right") == [
        "one",
        "Actions/After",
        "Ideas/After",
        "Ideas/Before",
        "one",
        "two",
    ]


def test_select_all_on_a_header_selects_what_stands_there_first(pizzeria: WindowDriver) -> None:
    pizzeria.select_note("Eats")
    pizzeria.select_section("Ideas")
    pizzeria.press("Ctrl+A")
    ideas = [note.id for note in pizzeria.document.all(Note) if note.section == pizzeria.section("Ideas").id]
    assert set(pizzeria.editor.selection.ids) == set(ideas)
    pizzeria.press("Ctrl+A")
    everything = {note.id for note in pizzeria.document.all(Note)}
    assert set(pizzeria.editor.selection.ids) == everything
    pizzeria.select_stage("Leave")
    pizzeria.press("Ctrl+A")
    here = {note.id for note in pizzeria.document.all(Note) if note.stage == pizzeria.stage("Leave").id}
    assert set(pizzeria.editor.selection.ids) == here
    pizzeria.press("Ctrl+A")
    assert set(pizzeria.editor.selection.ids) == everything


def test_the_cursor_stays_in_its_place_when_its_stage_or_section_goes(grid: WindowDriver) -> None:
    walk(grid, "Down Down Right")
    assert where(grid) == "Ideas/During" or where(grid) == "middle"
    grid.editor.do(delete(grid.document, ["During"]))
    assert where(grid).endswith("/After")
    grid.editor.do(delete(grid.document, ["After"]))
    assert where(grid).endswith("/Before")
    grid.editor.do(delete(grid.document, ["Thoughts", "Ideas"]))
    assert where(grid) == "Actions/Before"
    grid.editor.do(delete(grid.document, ["Before"]))
    assert where(grid) == "map"


def test_the_cursor_stays_beside_a_stage_or_section_that_was_not_named(grid: WindowDriver) -> None:
    grid.select_stage("During")
    for key, stays in (("Ctrl+T", "Actions/During"), ("Ctrl+E", "Actions/Before")):
        grid.press(key)
        grid.press("Escape")
        assert where(grid) == stays
    assert grid.stage_names() == ["Before", "During", "After"]


def test_in_an_empty_cell_f2_begins_a_note(grid: WindowDriver) -> None:
    grid.go_to_cell("After", "Ideas")
    grid.press("F2")
    grid.write("Wave")
    grid.press("Escape")
    assert grid.note("Wave").stage == "After"


def test_home_and_end_go_to_the_ends_of_the_row_and_with_control_of_the_map(grid: WindowDriver) -> None:
    assert walk(grid, "End Home Ctrl+End Home Ctrl+Home") == [
        "Actions/After",
        "one",
        "Ideas/After",
        "Ideas/Before",
        "one",
    ]


def test_escape_leads_from_the_note_to_its_cell_and_from_there_to_the_map(grid: WindowDriver) -> None:
    assert walk(grid, "Right Escape Escape") == ["one", "Actions/Before", "map"]


def test_shift_and_arrows_select_further_notes_and_give_them_up_again(grid: WindowDriver) -> None:
    grid.press("Right")
    grid.press("Shift+Right")
    assert list(grid.editor.selection.ids) == ["one", "two"]
    grid.press("Shift+Left")
    assert list(grid.editor.selection.ids) == ["one"]
    grid.press("Ctrl+A", times=3)
    grid.press("Delete")
    assert grid.document.all(Note) == ()


def test_the_cursor_is_brought_into_view(grid: WindowDriver) -> None:
    grid.press("Ctrl+0")
    grid.press("Ctrl+End")
    cell = grid.canvas.shown.layout.cell_rectangle("Ideas", "After")
    assert cell is not None
    shown = grid.canvas.mapToScene(grid.canvas.viewport().rect()).boundingRect()
    assert shown.contains(cell.center())


def test_typing_in_a_cell_begins_a_note_and_enter_the_next(grid: WindowDriver) -> None:
    grid.go_to_cell("After", "Ideas")
    grid.write("first")
    grid.press("Return")
    grid.write("second")
    grid.press("Return")
    grid.press("Escape")
    assert [note.text for note in grid.document.notes("Ideas", "After")] == ["first", "second"]
    grid.undo()
    assert [note.text for note in grid.document.notes("Ideas", "After")] == ["first"]


def test_tab_while_typing_goes_on_in_the_next_stage(grid: WindowDriver) -> None:
    grid.go_to_cell("Before", "Ideas")
    for text in ("a", "b", "c"):
        grid.write(text)
        grid.press("Tab")
    stages = ("Before", "During", "After")
    assert [[note.text for note in grid.document.notes("Ideas", stage)] for stage in stages] == [
        ["a"],
        ["b"],
        ["c"],
    ]
    grid.write("d")
    grid.press("Shift+Tab")
    assert where(grid) == "b"


def test_tab_behind_the_name_of_the_last_new_stage_begins_another(empty: WindowDriver) -> None:
    empty.canvas.setFocus()
    for name in ("Before", "During", "After"):
        empty.write(name)
        empty.press("Tab")
    empty.press("Escape")
    assert empty.stage_names() == ["Before", "During", "After"]


def test_enter_and_f2_edit_what_stands_there(grid: WindowDriver) -> None:
    for key, end in (("Return", "Return"), ("F2", "Escape")):
        grid.select_note("one") if key == "Return" else grid.select_note("one!")
        grid.press(key)
        grid.write("!")
        grid.press(end)
    assert where(grid) == "one!!"
    grid.press("Up")
    grid.press("F2")
    grid.write(" all")
    grid.press("Return")
    assert grid.stage_names() == ["Before all", "During", "After"]


def test_a_name_is_typed_over_where_the_cursor_is_on_a_header(grid: WindowDriver) -> None:
    grid.press("Right")
    grid.press("Up")
    grid.write("Ahead")
    grid.press("Escape")
    assert grid.stage_names() == ["Ahead", "During", "After"]
    grid.undo()
    assert grid.stage_names() == ["Before", "During", "After"]


def test_delete_takes_away_what_is_selected_and_says_so_of_a_stage(grid: WindowDriver) -> None:
    grid.press("Right")
    grid.press("Delete")
    assert [note.text for note in grid.document.notes("Actions", "Before")] == ["two"]
    grid.press("Up")
    grid.press("Up")
    grid.press("Delete")
    assert grid.stage_names() == ["During", "After"]
    assert grid.window.message.isVisible()


def test_alt_and_a_digit_colour_the_note_that_is_being_typed(grid: WindowDriver) -> None:
    grid.go_to_cell("After", "Ideas")
    grid.write("watch out")
    grid.press("Alt+4")
    grid.write("!")
    picture = grid.canvas.grab().toImage()
    place = grid.place_of(grid.note("watch out!").id)
    seen = picture.pixelColor(place * picture.devicePixelRatio())
    grid.press("Escape")
    assert grid.note("watch out!").colour == "pink"
    pink = NOTE_FILLS["pink"]
    assert (seen.red(), seen.green(), seen.blue()) == (pink.red, pink.green, pink.blue)


def test_undo_while_nothing_is_typed_yet_takes_nothing_else_back(grid: WindowDriver) -> None:
    before = grid.document.copy()
    grid.go_to_cell("After", "Ideas")
    grid.write("oops")
    grid.press("Ctrl+Z")
    grid.press("Escape")
    assert grid.document == before


def test_leaving_for_a_panel_while_typing_keeps_the_text_and_the_focus_there(grid: WindowDriver) -> None:
    grid.go_to_cell("After", "Ideas")
    grid.write("kept")
    grid.press("F6")
    grid.press("F6")
    assert not grid.canvas.hasFocus()
    assert grid.note("kept").stage == "After"


ALTGR = CONTROL | Qt.KeyboardModifier.AltModifier
"""So Windows delivers the key that types the third sign of a key."""
TYPED_BY_ALTGR = {
    **dict(zip("aelnoszxcd", "ąęłńóśżźćđ", strict=True)),
    "e": "€",
    "q": "@",
    "2": "²",
    "7": "{",
    "8": "[",
    "9": "]",
    "0": "}",
    "+": "~",
    "m": "µ",
    "v": "“",
    **{key: key.upper() + "̂" for key in "bfghijkprtuwy"},
}
"""What some key of a Windows layout types with AltGr; for those that type nothing anywhere, any letter."""


@pytest.mark.parametrize("is_typing", [False, True])
def test_what_altgr_types_is_typed_and_opens_nothing(grid: WindowDriver, is_typing: bool) -> None:
    for number, (key, sign) in enumerate(TYPED_BY_ALTGR.items()):
        grid.go_to_cell("After", "Ideas")
        first = f"{number} " if is_typing else ""
        grid.write(first)
        code = Qt.Key.Key_unknown if key in "m" else Qt.Key(ord(key.upper()))
        QTest.sendKeyEvent(QTest.KeyAction.Click, grid.focus, code, sign, ALTGR)
        grid.write("home")
        grid.press("Escape")
        assert grid.note(f"{first}{sign}home").stage == "After"
        grid.press("Delete")
    assert not grid.window.findChildren(Overlay)
    assert not grid.window.findChildren(LiveWindow)


@pytest.mark.parametrize("first", some_of(range(0x21, 0x7F, 16), 3, "signs of other rows of ASCII"), ids=chr)
def test_every_sign_of_the_keyboard_begins_a_note(grid: WindowDriver, first: int) -> None:
    """Plain or with Shift: none is a shortcut. The space bar moves the view."""
    shift = Qt.KeyboardModifier.ShiftModifier
    for sign in (chr(code) for code in range(first, min(first + 16, 0x7F))):
        for modifiers in (NO_KEYS, shift):
            grid.go_to_cell("After", "Ideas")
            QTest.sendKeyEvent(QTest.KeyAction.Click, grid.focus, Qt.Key(ord(sign.upper())), sign, modifiers)
            grid.press("Escape")
            assert grid.note(sign).stage == "After"
            grid.press("Delete")


@pytest.mark.parametrize("arrow", ["Up", "Down", "Left", "Right"])
def test_ctrl_alt_and_an_arrow_are_left_to_the_desktop(grid: WindowDriver, arrow: str) -> None:
    grid.select_note("middle")
    before = grid.document.copy()
    grid.press(f"Ctrl+Alt+{arrow}")
    assert where(grid) == "middle"
    assert grid.document == before


def test_space_and_the_left_button_pan(grid: WindowDriver) -> None:
    zoom_in(grid)
    viewport, start = grid.canvas.viewport(), QPoint(400, 400)
    before = grid.canvas.to_sheet(start)
    QTest.keyPress(grid.canvas, Qt.Key.Key_Space)
    QTest.mousePress(viewport, LEFT, NO_KEYS, start)
    QTest.mouseMove(viewport, start - QPoint(70, 50))
    QTest.mouseRelease(viewport, LEFT, NO_KEYS, start - QPoint(70, 50))
    QTest.keyRelease(grid.canvas, Qt.Key.Key_Space)
    moved = grid.canvas.to_sheet(start - QPoint(70, 50))
    assert (moved - before).manhattanLength() < 1
    assert grid.canvas.typing.edited is None


def test_control_and_the_wheel_zoom_about_the_pointer(grid: WindowDriver) -> None:
    zoom_in(grid)
    zoom, place = grid.canvas.zoom(), QPoint(500, 300)
    before = grid.canvas.to_sheet(place)
    turn_wheel(grid, place, 120, CONTROL)
    assert grid.canvas.zoom() == pytest.approx(zoom * 1.15)
    assert (grid.canvas.to_sheet(place) - before).manhattanLength() < 2


def test_one_key_shows_the_whole_map(grid: WindowDriver) -> None:
    grid.press("Ctrl+0")
    grid.press("Ctrl+9")
    shown = grid.canvas.mapToScene(grid.canvas.viewport().rect()).boundingRect()
    assert shown.contains(grid.canvas.shown.layout.rectangle)


def test_one_key_shows_the_selection_large(grid: WindowDriver) -> None:
    grid.select_note("middle")
    grid.press("Ctrl+8")
    assert grid.canvas.zoom() == pytest.approx(2.0)
    rectangle = grid.canvas.rectangle_of("middle")
    assert rectangle is not None
    middle = grid.canvas.mapFromScene(rectangle.center()) - grid.canvas.viewport().rect().center()
    assert middle.manhattanLength() < 300


def test_no_note_is_typed_into_an_emotional_graph(pizzeria: WindowDriver) -> None:
    before = pizzeria.document.copy()
    pizzeria.go_to_cell("Arrival", "Emotional graph")
    pizzeria.write("x")
    pizzeria.press("Escape")
    assert len(pizzeria.document.all(Note)) == len(before.all(Note))


# Dragging


def drag_half_way(editor: WindowDriver, note: str, to: QPoint) -> None:
    start = editor.place_of(editor.note(note).id)
    viewport = editor.canvas.viewport()
    QTest.mousePress(viewport, LEFT, NO_KEYS, start)
    QTest.mouseMove(viewport, start + (to - start) / 2)
    QTest.mouseMove(viewport, to)


@pytest.mark.parametrize("keys", ["Ctrl+Z", "Escape"])
def test_a_drag_is_cancelled_in_its_middle_and_nothing_else_is_undone(grid: WindowDriver, keys: str) -> None:
    grid.add_note("After", "Ideas", "typed before")
    before = grid.document.copy()
    target = grid.place_of("middle")
    drag_half_way(grid, "one", target)
    assert grid.canvas.pointer.gesture is not None
    grid.press(keys)
    QTest.mouseRelease(grid.canvas.viewport(), LEFT, NO_KEYS, target)
    assert grid.document == before
    assert grid.canvas.pointer.gesture is None


def test_no_key_deletes_what_is_being_dragged(grid: WindowDriver) -> None:
    target = grid.place_of("middle")
    drag_half_way(grid, "one", target)
    grid.press("Delete")
    QTest.mouseRelease(grid.canvas.viewport(), LEFT, NO_KEYS, target)
    assert {note.text for note in grid.document.all(Note)} == {"one", "two", "middle"}


def test_dragging_scrolls_on_at_the_edge_and_lands_where_one_got_to(grid: WindowDriver, qtbot: QtBot) -> None:
    grid.press("Ctrl+0")
    corner = QPoint(grid.canvas.viewport().width() - 4, grid.canvas.viewport().height() // 2)
    drag_half_way(grid, "one", corner)
    bar = grid.canvas.horizontalScrollBar()
    qtbot.waitUntil(lambda: bar.value() == bar.maximum(), timeout=5000)
    column = grid.canvas.shown.layout.column_of("After")
    assert column is not None
    inside = grid.canvas.mapFromScene(QPointF(column.x + 40, grid.canvas.to_sheet(corner).y()))
    QTest.mouseMove(grid.canvas.viewport(), inside)
    QTest.mouseRelease(grid.canvas.viewport(), LEFT, NO_KEYS, inside)
    assert grid.note("one").stage == "After"


def zoom_in(editor: WindowDriver) -> None:
    """Until the map is larger than the view both ways, and there is room to scroll to."""
    editor.press("Ctrl+0")
    editor.press("Ctrl++", times=4)
    editor.canvas.scroll_by(300, 300)


def turn_wheel(editor: WindowDriver, place: QPoint, angle: int, keys: Qt.KeyboardModifier) -> None:
    viewport = editor.canvas.viewport()
    QApplication.sendEvent(
        viewport,
        QWheelEvent(
            QPointF(place),
            QPointF(viewport.mapToGlobal(place)),
            QPoint(),
            QPoint(0, angle),
            Qt.MouseButton.NoButton,
            keys,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        ),
    )
