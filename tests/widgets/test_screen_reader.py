"""The map as a screen reader walks it: a table, read back through Qt's accessibility interface."""

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QAccessible, QImage

from app.model.records import Id
from app.widgets.canvas.accessible.map_table import MapTable
from tests.driver import WindowDriver
from tests.screen_reader import NAME, Role, cells_of, current, on_screen, table_of


def test_nothing_is_made_while_nobody_listens(pizzeria: WindowDriver) -> None:
    pizzeria.select_note("Host at the door")
    assert pizzeria.canvas.findChildren(MapTable) == []


def test_the_map_is_a_table_of_stages_and_sections(heard: WindowDriver) -> None:
    heard.select_note("Host at the door")
    rows = cells_of(table_of(heard))
    assert [cell.text(NAME) for cell in rows[0][1:]] == heard.stage_names()
    names = [row[0].text(NAME) for row in rows[1:]]
    assert list(dict.fromkeys(names)) == heard.section_names()
    for section in heard.document.sections(heard.editor.map):
        fullest = max(
            len(heard.document.notes(section.id, one.id)) for one in heard.document.stages(section.map)
        )
        if section.section_kind == "notes":
            assert names.count(section.name) == max(fullest, 1)


def test_a_note_says_where_it_stands_and_what_it_is(heard: WindowDriver) -> None:
    heard.select_note("The sign cannot be read in the dark")
    assert current(heard) == (
        "Pain points, Arrival, note 1 of 2: The sign cannot be read in the dark, Pain point, "
        "validated, impact: workaround"
    )


def test_a_cell_of_the_table_has_its_headers(heard: WindowDriver) -> None:
    heard.select_note("Host at the door")
    (cell,) = [
        cell
        for row in cells_of(table_of(heard))
        for cell in row
        if cell.role() == Role.Cell and "Host at the door" in cell.text(NAME)
    ]
    place = cell.tableCellInterface()
    assert [header.text(NAME) for header in place.columnHeaderCells()] == ["Arrival"]
    assert [header.text(NAME) for header in place.rowHeaderCells()] == ["Touchpoints"]


def test_the_cursor_takes_the_table_along(heard: WindowDriver) -> None:
    heard.select_note("Host at the door")
    heard.press("Right")
    assert current(heard).startswith("Touchpoints, Order, note 1 of 2: Printed menu")
    heard.go_to_cell("Time to eat", "Process")
    assert current(heard) == "Process, Time to eat, empty"
    heard.press("Up")
    assert current(heard).startswith("Touchpoints, Time to eat, note 2 of 3: The room")


def test_points_and_entries_have_cells_too(heard: WindowDriver) -> None:
    (point,) = heard.document.points(heard.section("Emotional graph").id, heard.stage("Order").id)
    heard.click_on(point.id)
    assert current(heard).startswith("Emotional graph, Order, emotion point")
    (entry,) = heard.document.entries(heard.section("Process").id, heard.stage("Awareness").id)
    heard.click_on(entry.id)
    assert current(heard) == "Process, Awareness, entry 1 of 1: One after the other, phone"


def test_what_a_screen_reader_selects_is_selected_on_the_map(heard: WindowDriver) -> None:
    heard.select_note("Host at the door")
    table = table_of(heard)
    wanted = heard.note("Pays by card")
    (cell,) = [cell for row in cells_of(table) for cell in row if "Pays by card" in cell.text(NAME)]
    assert table.selectionInterface().select(cell)
    assert heard.editor.selection.ids[-1] == wanted.id
    assert heard.canvas.viewport().rect().contains(heard.place_of(wanted.id))


def test_the_table_follows_what_is_typed_moved_and_undone(heard: WindowDriver) -> None:
    heard.add_note("Leave", "Ideas", "Say goodbye")
    assert current(heard).startswith("Ideas, Leave, note 2 of 2: Say goodbye")
    heard.press("Alt+Right")
    assert current(heard).startswith("Ideas, Feedback, note 1 of 2: Say goodbye")
    heard.undo()
    heard.press("Delete")
    assert "Say goodbye" not in [cell.text(NAME) for row in cells_of(table_of(heard)) for cell in row]


def test_a_cell_lies_where_its_note_is_seen_however_the_map_is_scrolled_and_zoomed(
    heard: WindowDriver,
) -> None:
    heard.select_note("Pays by card")
    for act in (lambda: None, lambda: heard.press("Ctrl+0"), lambda: heard.canvas.scroll_by(120, 90)):
        act()
        assert lies_where_it_is_seen(heard, heard.note("Pays by card").id)


def lies_where_it_is_seen(driver: WindowDriver, id: Id) -> bool:
    (cell,) = [
        cell for row in cells_of(table_of(driver)) for cell in row if "Pays by card" in cell.text(NAME)
    ]
    return cell.rect() == on_screen(driver, id)


@pytest.mark.parametrize(
    ("zoom", "by"), [(0.3, (0, 0)), (1.0, (0, 0)), (1.0, (700, 460)), (3.0, (2000, 1500))]
)
def test_a_header_lies_where_it_is_seen_also_when_it_is_frozen(
    heard: WindowDriver, zoom: float, by: tuple[int, int]
) -> None:
    heard.select_note("Pays by card")
    canvas = heard.canvas
    canvas.set_zoom(zoom)
    canvas.scroll_by(-9000, -9000)
    canvas.scroll_by(*by)
    map, found = heard.editor.map, 0
    names = {stage.id: stage.name for stage in heard.document.stages(map)}
    names |= {section.id: section.name for section in heard.document.sections(map)}
    for cell in (cell for row in cells_of(table_of(heard)) for cell in row):
        if cell.role() in (Role.ColumnHeader, Role.RowHeader) and not cell.rect().isEmpty():
            place = canvas.viewport().mapFromGlobal(cell.rect().center())
            if canvas.viewport().rect().contains(place):
                assert names[canvas.target_at(place).id or ""] == cell.text(NAME)
                found += 1
    assert found >= 3


def test_the_focus_on_a_header_is_where_it_is_seen(heard: WindowDriver) -> None:
    heard.canvas.set_zoom(0.8)
    heard.select_stage("Order")
    assert is_about(focused_header(heard, "Order"), on_screen(heard, heard.stage("Order").id))
    heard.canvas.set_zoom(1.0)
    heard.select_section("Ideas")
    assert is_about(focused_header(heard, "Ideas"), on_screen(heard, heard.section("Ideas").id))


def focused_header(driver: WindowDriver, name: str) -> QRect:
    """Where a header lies that has been selected, by the first line that bears its name."""
    return next(cell for row in cells_of(table_of(driver)) for cell in row if cell.text(NAME) == name).rect()


def is_about(one: QRect, other: QRect) -> bool:
    """Whether two rectangles are the same, but for the pixel by which they are rounded."""
    return one.adjusted(-1, -1, 1, 1).contains(other) and other.adjusted(-1, -1, 1, 1).contains(one)


def test_the_table_is_not_seen(heard: WindowDriver) -> None:
    QAccessible.setActive(False)
    heard.select_note("Host at the door")
    before = seen_after_moving(heard)
    QAccessible.setActive(True)
    after = seen_after_moving(heard)
    assert heard.canvas.findChildren(MapTable)
    assert after == before


def seen_after_moving(driver: WindowDriver) -> QImage:
    """The canvas with the bar over the note to which the cursor has come back."""
    driver.press("Right")
    driver.press("Left")
    driver.wait_until(lambda: driver.shows("Note bar"))
    return driver.canvas.grab().toImage()
