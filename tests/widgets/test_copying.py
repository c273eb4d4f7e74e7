"""What others get of what is copied: a table with all names, a picture, a text for an assistant."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.drawing.theme import NOTE_FILLS, hexadecimal
from app.formats.tables.grids.text_table import grid_of_text, grids_of_html
from app.model.document import Document
from app.model.records import EmotionPoint, Entry, Note
from app.widgets.base.background_work import Progress
from app.widgets.base.overlays.chooser import Chooser
from tests.driver import WindowDriver

PNG, SVG = "image/png", "image/svg+xml"


@pytest.fixture(autouse=True)
def clipboard_left_empty() -> Iterator[None]:
    """Data made in Python must not outlive it."""
    yield
    QGuiApplication.clipboard().clear()


def copied() -> QMimeData:
    return QGuiApplication.clipboard().mimeData()


def trigger(driver: WindowDriver, name: str) -> None:
    driver.window.actions_by_name[name].trigger()


def copy_all(driver: WindowDriver) -> None:
    driver.canvas.setFocus()
    driver.select_nothing()
    driver.press("Ctrl+A", times=3)
    driver.press("Ctrl+C")


def texts(document: Document) -> list[str]:
    return sorted(note.text for note in document.all(Note))


def test_all_that_is_copied_is_a_table_with_all_names_curve_and_channels(
    pizzeria: WindowDriver,
) -> None:
    copy_all(pizzeria)
    rows = [[cell.text for cell in row] for row in grid_of_text(copied().text()).rows]
    names = [row[0] for row in rows]
    assert rows[0][1:] == pizzeria.stage_names()
    assert names[2:] == [
        name if name != "Emotional graph" else "Emotional graph (−5…+5)" for name in pizzeria.section_names()
    ]
    assert rows[names.index("Process")][3] == "car → on foot"
    assert rows[names.index("Emotional graph (−5…+5)")][3] == "−3 “Where is the entrance?”"
    assert "Light the sign" in copied().html()
    (grid,) = grids_of_html(copied().html())
    row = grid.rows[[cells[0].text for cells in grid.rows].index("Pain points")]
    pink = hexadecimal(NOTE_FILLS["pink"])
    assert [cell.fill for cell in row] == ["", *(pink if cell.text else "" for cell in row[1:])]


def test_all_that_is_copied_is_a_picture_as_well(pizzeria: WindowDriver) -> None:
    copy_all(pizzeria)
    assert copied().hasImage()
    picture = QImage.fromData(copied().data(PNG))
    assert max(picture.width(), picture.height()) == 3_000
    assert copied().imageData().size() == picture.size()
    assert bytes(copied().data(SVG).data()).startswith(b"<?xml")


def test_all_that_is_copied_is_pasted_into_an_empty_project(
    pizzeria: WindowDriver, empty: WindowDriver
) -> None:
    pizzeria.window.activateWindow()
    assert QTest.qWaitForWindowActive(pizzeria.window)
    copy_all(pizzeria)
    empty.window.activateWindow()
    assert QTest.qWaitForWindowActive(empty.window)
    empty.canvas.setFocus()
    empty.press("Ctrl+V")
    empty.wait_until(lambda: not empty.window.findChildren(Progress))
    assert texts(empty.document) == texts(pizzeria.document)
    assert len(empty.document.all(EmotionPoint)) == len(pizzeria.document.all(EmotionPoint))
    assert len(empty.document.all(Entry)) == len(pizzeria.document.all(Entry))
    assert empty.stage_names() == pizzeria.stage_names()


def test_notes_that_are_copied_are_no_picture(pizzeria: WindowDriver) -> None:
    pizzeria.select_note("Street sign")
    pizzeria.press("Ctrl+C")
    assert copied().text() == "Street sign"
    assert not copied().hasImage()


def test_a_stage_that_is_copied_is_a_table_and_a_picture_of_it(pizzeria: WindowDriver) -> None:
    pizzeria.select_stage("Arrival")
    pizzeria.press("Ctrl+C")
    assert copied().text().splitlines()[0] == "\tArrival"
    narrow = QImage.fromData(copied().data(PNG))
    assert narrow.height() > narrow.width()


def test_a_table_alone_is_copied_of_the_map_or_of_what_is_selected(pizzeria: WindowDriver) -> None:
    pizzeria.select_nothing()
    trigger(pizzeria, "edit.copy_table")
    assert copied().formats() == ["text/html", "text/plain"]
    assert copied().text().startswith("\tAwareness\tResearch")
    pizzeria.select_stage("Arrival")
    trigger(pizzeria, "edit.copy_table")
    assert copied().text().startswith("\tArrival\n")


def test_a_picture_is_copied_of_what_is_chosen(pizzeria: WindowDriver) -> None:
    pizzeria.select_note("Street sign", "Car park")
    trigger(pizzeria, "edit.copy_picture")
    (chooser,) = [one for one in pizzeria.window.findChildren(Chooser) if one.isVisible()]
    shown = [chooser.list.item(row).text() for row in range(chooser.list.count())]
    assert shown == ["What is selected", "The stage “Arrival”", "The whole map"]
    pizzeria.press("Return")
    assert copied().formats() == [PNG, SVG, "application/x-qt-image"]
    svg = bytes(copied().data(SVG).data()).decode()
    assert "Street sign" in svg
    assert "Host at the door" not in svg
    assert "Waiter" not in svg


def test_a_text_for_an_assistant_is_copied(pizzeria: WindowDriver) -> None:
    trigger(pizzeria, "edit.copy_prompt")
    assert copied().formats() == ["text/plain"]
    assert "Whose journey it is: Eva Molin" in copied().text()
    assert "Paste it there" in pizzeria.window.message.words.text()


def test_what_is_copied_is_that_of_the_moment_it_was_copied(pizzeria: WindowDriver) -> None:
    pizzeria.select_nothing()
    trigger(pizzeria, "edit.copy_table")
    pizzeria.select_note("Street sign")
    pizzeria.press("Delete")
    QApplication.processEvents()
    assert "Street sign" in copied().text()
