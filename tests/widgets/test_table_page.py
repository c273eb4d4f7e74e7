"""A table is looked at beside the map that it becomes, read otherwise, and brought in as one step."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from app.model.document import Document
from app.model.records import Note
from app.widgets.tables.bringing_tables import bring_in_file
from app.widgets.tables.preview.page import TablePage
from tests.driver import LEFT, WindowDriver
from tests.table_page import bring_in, page

FRIDAY = (
    "\tFinds it\tArrives\tOrders\n"
    "What she does\tLooks\tParks; walks\tReads the menu\n"
    "Feeling\t↗\t↓\t→\n"
    "Problem\tWrong time\tNo sign\tN/A\n"
)
ONTO = "\tArrival\tOrder\nActions\tHums\tPoints\nDuration\t4 min\t6 min\nEmotional graph (−5…+5)\t3\t-4\n"


@pytest.fixture(autouse=True)
def clipboard_left_empty() -> Iterator[None]:
    """Data made in Python must not outlive it."""
    yield
    QGuiApplication.clipboard().clear()


def pasted(driver: WindowDriver, text: str) -> TablePage:
    QGuiApplication.clipboard().setText(text)
    driver.canvas.setFocus()
    driver.press("Ctrl+V")
    return page(driver)


def last_map(document: Document) -> dict[str, str]:
    """The sections of the last map and their kinds."""
    return {one.name: one.section_kind for one in document.sections(document.maps()[-1].id)}


def press(shown: TablePage, letter: str) -> None:
    QTest.keyClicks(shown.parts.table, letter)


def test_rows_of_table_and_map_are_equally_high_and_a_pressed_cell_is_outlined_on_both_sides(
    pizzeria: WindowDriver,
) -> None:
    shown = pasted(pizzeria, FRIDAY)
    table, map = shown.parts.table, shown.parts.map
    drawn = map.drawn
    assert drawn is not None
    assert shown.trial is not None
    heights = [round(row.height * map.scale) for row in drawn.layout.rows]
    assert heights == [table.rowHeight(row) for row in range(table.table.rowCount())]
    QTest.mouseClick(table.viewport(), LEFT, pos=table.visualRect(table.table.index(2, 3)).center())
    assert map.outlined == (shown.trial.sections[2], shown.trial.stages[1])
    first = drawn.layout.columns[0]
    middle = QPoint(round((first.x + 30) * map.scale), map.head + table.rowHeight(0) // 2)
    map.verticalScrollBar().setValue(0)
    QTest.mouseClick(map.viewport(), LEFT, pos=middle)
    assert table.current_cell == (0, 0)


def test_a_letter_says_what_a_row_becomes_and_nothing_changes_before_it_is_brought_in(
    pizzeria: WindowDriver,
) -> None:
    before, steps = pizzeria.document.copy(), len(pizzeria.editor.history.steps)
    shown = pasted(pizzeria, FRIDAY)
    shown.parts.table.go_to(0, 0)
    press(shown, "x")
    shown.parts.table.go_to(2, 0)
    press(shown, "o")
    assert pizzeria.document == before
    QTest.keyClick(shown.parts.table, Qt.Key.Key_Return)
    assert last_map(pizzeria.document) == {"Feeling": "emotional-graph", "Problem": "notes"}
    assert {note.colour for note in pizzeria.document.all(Note) if note.text == "No sign"} == {"green"}
    assert len(pizzeria.editor.history.steps) == steps + 1
    pizzeria.undo()
    assert pizzeria.document == before


def test_below_the_map_stands_what_the_colours_of_its_notes_mean(pizzeria: WindowDriver) -> None:
    shown = pasted(pizzeria, FRIDAY)
    assert [meaning for _, meaning in shown.parts.map.legend] == ["Action", "Pain point"]
    assert shown.parts.badge.text() == "AS-IS"
    shown.parts.table.go_to(2, 0)
    press(shown, "x")
    assert [meaning for _, meaning in shown.parts.map.legend] == ["Action"]


def test_esc_leaves_the_page_and_nothing_is_kept(pizzeria: WindowDriver) -> None:
    before = pizzeria.document.copy()
    shown = pasted(pizzeria, FRIDAY)
    QTest.keyClick(shown.parts.table, Qt.Key.Key_Escape)
    assert not any(one.isVisible() for one in pizzeria.window.findChildren(TablePage))
    assert pizzeria.document == before


def test_what_was_read_is_taken_back_at_the_foot(pizzeria: WindowDriver) -> None:
    shown = pasted(pizzeria, FRIDAY)
    for offer in ("Keep as a note", "Keep as notes", "Keep whole"):
        (button,) = [one for one in shown.parts.report.offers if one.text() == offer]
        QTest.mouseClick(button, LEFT)
    bring_in(pizzeria, "As a new map")
    texts = {note.text for note in pizzeria.document.all(Note)}
    assert {"N/A", "↗", "Parks; walks"} <= texts
    assert last_map(pizzeria.document)["Feeling"] == "notes"


def test_a_table_is_turned_round_and_its_first_row_is_no_name(pizzeria: WindowDriver) -> None:
    shown = pasted(pizzeria, FRIDAY)
    press(shown, "t")
    assert [stage.name for stage in shown.reading.stages] == ["What she does", "Feeling", "Problem"]
    press(shown, "t")
    QTest.mouseClick(shown.parts.names_stages, LEFT, pos=QPoint(12, 12))
    assert [stage.name for stage in shown.reading.stages] == ["", "", ""]
    assert len(shown.reading.rows) == 4


def test_onto_a_map_what_is_replaced_is_told_as_old_and_new(pizzeria: WindowDriver) -> None:
    shown = pasted(pizzeria, ONTO)
    assert shown.parts.way == "into"
    assert [one.words for one in shown.parts.map.replaced] == [
        "20 min → 4 min",
        "15 min → 6 min",
        "−3 → +3",
        "−1.5 → −4",
    ]
    count = len(pizzeria.document.maps())
    bring_in(pizzeria, "Into this map")
    assert len(pizzeria.document.maps()) == count
    stage = pizzeria.stage("Arrival").id
    assert pizzeria.stage("Arrival").duration == "4 min"
    points = pizzeria.document.points(pizzeria.section("Emotional graph").id, stage)
    assert [point.value for point in points] == [3]


def test_the_columns_of_a_list_are_picked(pizzeria: WindowDriver) -> None:
    shown = pasted(pizzeria, "Where,Step,What\nActions,Find,Looks\nActions,Buy,Pays\nPain points,Buy,Queue\n")
    options = shown.parts.options
    options.shape_wanted.emit("list")
    options.columns_chosen.emit({"stage": 1, "section": 0, "text": 2})
    assert [stage.name for stage in shown.reading.stages] == ["Find", "Buy"]
    bring_in(pizzeria, "As a new map")
    assert last_map(pizzeria.document) == {"Actions": "notes", "Pain points": "notes"}


def test_a_narrow_window_shows_table_and_map_as_two_tabs(pizzeria: WindowDriver) -> None:
    pizzeria.window.resize(900, 640)
    shown = pasted(pizzeria, FRIDAY)
    assert shown.parts.tabs.isVisible()
    assert shown.parts.table.isVisible()
    assert not shown.parts.map.isVisible()
    shown.parts.tabs.setCurrentIndex(1)
    assert shown.parts.map.isVisible()
    assert not shown.parts.table.isVisible()


@pytest.mark.slow("reads twenty thousand cells, several times")
def test_a_table_of_twenty_thousand_cells_is_looked_at_and_read_otherwise(
    pizzeria: WindowDriver, tmp_path: Path
) -> None:
    header = ",".join(["", *(f"Stage {at}" for at in range(99))])
    rows = [",".join([f"Row {row}", *(f"{row} {at}" for at in range(99))]) for row in range(199)]
    path = tmp_path / "large.csv"
    path.write_text("\n".join([header, *rows]))
    bring_in_file(pizzeria.window, path)
    pizzeria.wait_until(lambda: bool(pizzeria.window.findChildren(TablePage)), 60)
    shown = page(pizzeria, 60)
    stages = len(shown.reading.stages)
    shown.turn_round()
    assert shown.is_reading
    page(pizzeria, 60)
    assert {stages, len(shown.reading.stages)} == {99, 199}


BOARD = (
    "Text\tBG Color\tPosition X\tPosition Y\tArea\nAsk\t#EDEDED\t400\t100\t\nWait\t#EDEDED\t712\t96\t\n"
    "Actions\t#EDEDED\t80\t300\t\nCalls\t#FCF281\t391\t288\t\nLater\t#FCF281\t1010\t290\t\n"
)


def test_headers_of_a_board_are_picked(pizzeria: WindowDriver) -> None:
    shown = pasted(pizzeria, BOARD)
    table = shown.parts.table
    assert [str(table.table.index(row, 0).data()) for row in range(5)] == [
        "Stage",
        "Stage",
        "Section",
        "Note",
        "Note",
    ]
    table.go_to(4, 0)
    press(shown, "s")
    assert [stage.name for stage in shown.reading.stages] == ["Ask", "Wait", "Later"]
    table.go_to(3, 0)
    assert shown.trial is not None
    assert shown.parts.map.outlined == (shown.trial.sections[0], shown.trial.stages[0])
    bring_in(pizzeria, "As a new map")
    assert last_map(pizzeria.document) == {"Actions": "notes"}


def test_a_table_is_read_as_a_board_by_the_columns_that_are_picked(
    pizzeria: WindowDriver, tmp_path: Path
) -> None:
    path = tmp_path / "board.tsv"
    path.write_text(BOARD.replace("Position X", "A").replace("Position Y", "B"), encoding="utf-8")
    bring_in_file(pizzeria.window, path)
    shown = page(pizzeria)
    options = shown.parts.options
    options.shape_wanted.emit("board")
    assert [options.places[name].currentText() for name in ("text", "x", "y")] == ["Text", "A", "B"]
    assert [stage.name for stage in shown.reading.stages] == ["Ask", "Wait"]


SEVERAL = """
|  | Find | Buy |
|---|---|---|
| Actions | Looks | Pays |

|  | Find | Buy |
|---|---|---|
| Ideas | A lamp | A chair |

|  | Use |
|---|---|
| Actions | Sits |
| Ideas | A table |
"""


def test_of_several_tables_those_that_are_chosen_become_maps_in_one_step(pizzeria: WindowDriver) -> None:
    count, steps = len(pizzeria.document.maps()), len(pizzeria.editor.history.steps)
    shown = pasted(pizzeria, SEVERAL)
    shown.parts.tables.list.setCurrentIndex(1)
    shown.parts.tables.list.activated.emit(1)
    QTest.mouseClick(shown.parts.tables.is_in, LEFT, pos=QPoint(12, 12))
    bring_in(pizzeria, "As new maps")
    assert len(pizzeria.document.maps()) == count + 2
    assert len(pizzeria.editor.history.steps) == steps + 1
    assert {"Looks", "Sits"} <= {note.text for note in pizzeria.document.all(Note)}
    assert "A lamp" not in {note.text for note in pizzeria.document.all(Note)}


def test_several_tables_follow_one_another_in_one_map(pizzeria: WindowDriver) -> None:
    count = len(pizzeria.document.maps())
    shown = pasted(pizzeria, SEVERAL)
    QTest.mouseClick(shown.parts.one_map, LEFT)
    assert shown.trial is not None
    assert [len(shown.trial.sections), len(shown.trial.document.stages(shown.trial.map))] == [1, 3]
    bring_in(pizzeria, "As one map")
    assert len(pizzeria.document.maps()) == count + 1
    last = pizzeria.document.maps()[-1].id
    assert [stage.name for stage in pizzeria.document.stages(last)] == ["Find", "Buy", "Use"]
    assert last_map(pizzeria.document) == {"Actions": "notes", "Ideas": "notes"}
    assert {"Looks", "A lamp", "Sits", "A table"} <= {note.text for note in pizzeria.document.all(Note)}
