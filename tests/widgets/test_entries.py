"""What a hand and a keyboard do with entries: the same as with notes, in every kind of section."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest

from app.model.verbs.entries import add_entry
from app.session.selection import Cell
from tests.driver import LEFT, NO_KEYS, WindowDriver
from tests.gestures import drag
from tests.maps import map_of
from tests.widgets.conftest import OpenWindow

KINDS = ("text", "channels", "pictures", "metrics", "documents")
"""Those whose entries stand below each other in a cell."""
CONTROL = Qt.KeyboardModifier.ControlModifier


def place_in(window: WindowDriver, section: str, stage: str, share: float = 0.5) -> QPoint:
    """A place of the viewport in a cell, that share down it."""
    cell = window.canvas.shown.layout.cell_rectangle(section, stage)
    assert cell is not None
    return window.canvas.mapFromScene(QPointF(cell.center().x(), cell.top() + share * cell.height()))


def texts(window: WindowDriver, section: str, stage: str) -> list[str]:
    return [entry.text for entry in window.document.entries(section, stage)]


@pytest.mark.parametrize("kind", KINDS)
def test_an_entry_is_dragged_within_its_cell_and_to_cells_of_its_kind(
    open_window: OpenWindow, kind: str
) -> None:
    window = open_window(map_of(kind))
    window.canvas.fit()
    drag(window, window.place_of("c"), window.place_of("a") - QPoint(0, 3))
    assert texts(window, "one", "s0") == ["c", "a", "b"]
    assert window.editor.history.undoable is not None
    assert str(window.editor.history.undoable.label) == "Move entry"
    drag(window, window.place_of("a"), place_in(window, "one", "s1"))
    assert (texts(window, "one", "s0"), texts(window, "one", "s1")) == (["c", "b"], ["a"])
    drag(window, window.place_of("b"), place_in(window, "two", "s2"))
    assert texts(window, "two", "s2") == ["b"]
    assert window.editor.selection == (("b",), Cell("two", "s2"))
    window.undo()
    assert texts(window, "one", "s0") == ["c", "b"]


@pytest.mark.parametrize("kind", [*KINDS, "interplay"])
def test_several_are_dragged_together_or_copied_with_ctrl(open_window: OpenWindow, kind: str) -> None:
    window = open_window(map_of(kind))
    window.canvas.fit()
    window.click_on("c")
    window.click_on("a", CONTROL)
    drag(window, window.place_of("a"), place_in(window, "two", "s1"), CONTROL)
    assert texts(window, "one", "s0") == ["a", "b", "c"]
    assert texts(window, "two", "s1") == ["a", "c"]
    assert set(window.editor.selection.ids) == {one.id for one in window.document.entries("two", "s1")}
    window.undo()
    window.editor.select(["a", "c"])
    drag(window, window.place_of("c"), place_in(window, "one", "s1"))
    assert (texts(window, "one", "s0"), texts(window, "one", "s1")) == (["b"], ["a", "c"])


@pytest.mark.parametrize("key", ["Escape", "Ctrl+Z"])
def test_a_drag_that_is_given_up_or_ends_elsewhere_changes_nothing(open_window: OpenWindow, key: str) -> None:
    window = open_window(map_of("pictures"))
    window.canvas.fit()
    before = window.document.copy()
    drag(window, window.place_of("b"), place_in(window, "one", "s2"), let_go=False)
    assert window.canvas.pointer.gesture is not None
    window.press(key)
    QTest.mouseRelease(window.canvas.viewport(), LEFT, NO_KEYS, place_in(window, "one", "s2"))
    drag(window, window.place_of("b"), place_in(window, "notes", "s1"))
    assert window.document == before
    assert window.editor.history.undoable is None


def test_a_click_on_one_of_several_selected_leaves_that_one(open_window: OpenWindow) -> None:
    window = open_window(map_of("documents"))
    window.editor.select(["a", "b", "c"])
    window.click_on("b")
    assert window.editor.selection.ids == ("b",)


def test_arrows_walk_through_the_entries_of_a_cell_and_on(open_window: OpenWindow) -> None:
    window = open_window(map_of("metrics"))
    window.editor.select(["a"])
    window.canvas.setFocus()
    seen = []
    for keys in ("Down", "Down", "Down", "Up", "Right", "Left", "Shift+Down"):
        window.press(keys)
        seen.append(window.editor.selection.ids or window.editor.selection.cell)
    below, aside = Cell("notes", "s0"), Cell("one", "s1")
    assert seen == [("b",), ("c",), below, ("c",), aside, ("a",), ("a", "b")]


def test_alt_and_arrows_move_entries_and_the_cursor_goes_along(open_window: OpenWindow) -> None:
    window = open_window(map_of("text"))
    window.editor.select(["a"])
    window.canvas.setFocus()
    seen = []
    for way in ("Down", "Right", "Down", "Up", "Left"):
        window.press(f"Alt+{way}")
        cell = window.editor.selection.cell
        assert cell is not None
        seen.append((cell, texts(window, *cell)))
    assert seen == [
        (Cell("one", "s0"), ["b", "a", "c"]),
        (Cell("one", "s1"), ["a"]),
        (Cell("two", "s1"), ["a"]),
        (Cell("one", "s1"), ["a"]),
        (Cell("one", "s0"), ["a", "b", "c"]),
    ]


def test_entries_are_cut_pasted_duplicated_and_deleted(open_window: OpenWindow) -> None:
    window = open_window(map_of("documents"))
    window.editor.select(["a", "b"])
    window.canvas.setFocus()
    window.press("Ctrl+X")
    assert texts(window, "one", "s0") == ["c"]
    window.editor.select_cell(Cell("two", "s1"))
    window.press("Ctrl+V")
    window.wait_until(lambda: texts(window, "two", "s1") == ["a", "b"])
    assert set(window.editor.selection.ids) == {one.id for one in window.document.entries("two", "s1")}
    window.press("Ctrl+D")
    assert sorted(texts(window, "two", "s1")) == ["a", "a", "b", "b"]
    window.press("Delete")
    assert texts(window, "two", "s1") == ["a", "b"]


def test_enter_ends_an_entry_and_begins_the_next(open_window: OpenWindow) -> None:
    window = open_window(map_of("text"))
    window.editor.select_cell(Cell("one", "s1"))
    window.canvas.setFocus()
    window.write("First")
    window.press("Return")
    window.write("Second")
    window.press("Return")
    window.press("Escape")
    assert texts(window, "one", "s1") == ["First", "Second"]
    assert window.canvas.hasFocus()
    assert window.canvas.typing.edited is None


def test_select_all_takes_the_cell_then_the_section_then_all_of_the_kind(open_window: OpenWindow) -> None:
    document = map_of("documents")
    for section, stage in (("one", "s1"), ("two", "s2")):
        document.apply(add_entry(document, section, stage, id=f"{section}-{stage}"))
    window = open_window(document)
    window.editor.select_cell(Cell("one", "s0"))
    window.canvas.setFocus()
    seen = []
    for _ in range(3):
        window.press("Ctrl+A")
        seen.append(window.editor.selection.ids)
    cell = ("a", "b", "c")
    assert seen == [cell, (*cell, "one-s1"), (*cell, "one-s1", "two-s2")]
