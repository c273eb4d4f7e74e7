"""Tables that are pasted, dropped or imported become maps, where it is not plain after a question."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QApplication

from app.model.document import Document
from app.model.records import EmotionPoint, Note
from app.widgets.pages.importing.bringing_in import add_maps_of
from app.widgets.tables.preview.page import TablePage
from tests.driver import LEFT, WindowDriver
from tests.table_page import bring_in, page, settle

TABLE = "Stage,Find,Buy\nActions,Looks; asks,Pays\nFeelings (1-5),4,1\nPain points,N/A,Queue\n"
COPY, KEYS = Qt.DropAction.CopyAction, Qt.KeyboardModifier.NoModifier


@pytest.fixture(autouse=True)
def clipboard_left_empty() -> Iterator[None]:
    """Data made in Python must not outlive it."""
    yield
    QGuiApplication.clipboard().clear()


def names(document: Document) -> tuple[list[str], list[str]]:
    """The stages and sections of the last map."""
    last = document.maps()[-1].id
    stages, sections = document.stages(last), document.sections(last)
    return [stage.name for stage in stages], [section.name for section in sections]


def texts(document: Document) -> list[str]:
    return sorted(note.text for note in document.all(Note))


def message(driver: WindowDriver) -> str:
    shown = driver.window.message
    return shown.words.text() if not shown.isHidden() else ""


def paste(driver: WindowDriver, text: str) -> None:
    QGuiApplication.clipboard().setText(text)
    driver.canvas.setFocus()
    driver.press("Ctrl+V")
    settle(driver)


def drop(driver: WindowDriver, data: QMimeData) -> None:
    """Drag from the edge of the map to a place on it, and let go."""
    viewport = driver.canvas.viewport()
    entered = QDragEnterEvent(QPoint(1, 1), COPY, data, LEFT, KEYS)
    QApplication.sendEvent(viewport, entered)
    assert entered.isAccepted()
    QApplication.sendEvent(viewport, QDropEvent(QPointF(40, 40), COPY, data, LEFT, KEYS))
    settle(driver)


@pytest.mark.parametrize("separator", ["\t", ",", ";"])
def test_a_table_pasted_on_an_empty_map_becomes_its_content_in_one_step(
    empty: WindowDriver, separator: str
) -> None:
    before = empty.document.copy()
    paste(empty, TABLE.replace("; asks", "").replace(",", separator))
    assert names(empty.document) == (["Find", "Buy"], ["Actions", "Feelings (1-5)", "Pain points"])
    assert texts(empty.document) == ["Looks", "Pays", "Queue"]
    assert [point.value for point in empty.document.all(EmotionPoint)] == [2.5, -5]
    assert message(empty).startswith("Brought in 2 stages, 3 sections, 3 notes and 2 emotion points.")
    assert "“N/A” was taken as empty." in message(empty)
    empty.undo()
    assert empty.document == before


def test_a_table_in_markdown_with_words_around_it_is_pasted_as_a_map(empty: WindowDriver) -> None:
    rows = [line.split(",") for line in TABLE.strip().split("\n")]
    lines = [f"| {' | '.join(row)} |" for row in rows]
    paste(empty, "\n".join(["Here it is:", "", lines[0], "|---|---|---|", *lines[1:]]))
    assert names(empty.document)[0] == ["Find", "Buy"]
    assert texts(empty.document) == ["Looks", "Pays", "Queue", "asks"]


def test_a_table_goes_into_the_stages_and_sections_of_a_map_that_has_them(empty: WindowDriver) -> None:
    paste(empty, TABLE)
    paste(empty, "\tBuy\tFind\nPain points\tCash only\tAds\nActions\t\tLooks\n")
    assert page(empty).parts.way == "into"
    bring_in(empty, "Into this map")
    assert len(empty.document.maps()) == 1
    assert texts(empty.document) == ["Ads", "Cash only", "Looks", "Pays", "Queue", "asks"]


def test_a_table_of_another_map_becomes_a_new_one_or_plain_notes(pizzeria: WindowDriver) -> None:
    pizzeria.go_to_cell("Order", "Actions")
    before = pizzeria.document.copy()
    paste(pizzeria, TABLE)
    assert pizzeria.document == before
    assert not page(pizzeria).parts.into_map.isEnabled()
    bring_in(pizzeria, "As a new map")
    assert names(pizzeria.document) == (["Find", "Buy"], ["Actions", "Feelings (1-5)", "Pain points"])
    assert pizzeria.editor.map == pizzeria.document.maps()[-1].id


def test_a_persona_that_is_pasted_stands_among_the_personas(pizzeria: WindowDriver) -> None:
    before = pizzeria.document.copy()
    paste(pizzeria, "name: Anna Weber\nage: 34\njob: Nurse\ngoals:\n- Sleep\n")
    assert pizzeria.document.personas()[-1].goals == ("Sleep",)
    assert message(pizzeria).startswith("Brought in 1 persona.")
    pizzeria.undo()
    assert pizzeria.document == before


def test_what_is_no_map_is_pasted_as_notes_as_ever(pizzeria: WindowDriver) -> None:
    pizzeria.go_to_cell("Order", "Actions")
    paste(pizzeria, "Asks for water\tWaits")
    assert not pizzeria.window.findChildren(TablePage)
    assert {"Asks for water", "Waits"} <= set(texts(pizzeria.document))


def test_a_file_with_a_table_that_is_dropped_on_the_map_is_brought_in(
    empty: WindowDriver, tmp_path: Path
) -> None:
    path = tmp_path / "friday.csv"
    path.write_text(TABLE, encoding="utf-8")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    drop(empty, data)
    assert names(empty.document)[0] == ["Find", "Buy"]


def test_text_that_is_dragged_onto_the_map_is_pasted_there(empty: WindowDriver) -> None:
    data = QMimeData()
    data.setText(TABLE)
    drop(empty, data)
    assert names(empty.document)[0] == ["Find", "Buy"]


def test_what_was_guessed_is_shown_before_anything_is_kept(empty: WindowDriver, tmp_path: Path) -> None:
    path = tmp_path / "friday.csv"
    path.write_text(TABLE.replace(" (1-5)", ""), encoding="utf-8")
    before = empty.document.copy()
    add_maps_of(empty.window, path)
    settle(empty)
    notes = page(empty).parts.notes
    shown = [notes.item(row).text() for row in range(notes.count())]
    assert "The numbers in “Feelings” were read from 1 to 5." in shown
    assert empty.document == before
    bring_in(empty, "Into this map")
    assert names(empty.document)[0] == ["Find", "Buy"]


def test_a_file_that_holds_no_table_is_refused_in_a_sentence(empty: WindowDriver, tmp_path: Path) -> None:
    path = tmp_path / "friday.xlsx"
    path.write_bytes(b"%PDF-1.7")
    add_maps_of(empty.window, path)
    settle(empty)
    assert message(empty).startswith("“friday.xlsx” cannot be read. It is no spreadsheet")


@pytest.mark.slow("reads and makes five thousand notes")
def test_a_large_table_is_brought_in_without_holding_the_window(empty: WindowDriver) -> None:
    header = "\t".join(["Stage", *(f"Stage {number}" for number in range(50))])
    names = ["Actions", "Touchpoints", "Thoughts", "Pain points", "Ideas"] * 20
    rows = [
        "\t".join([name, *(f"{name} {at} {number}" for number in range(50))]) for at, name in enumerate(names)
    ]
    paste(empty, "\n".join([header, *rows]))
    empty.wait_until(lambda: len(empty.document.all(Note)) == 5_000, 30)
    assert len(empty.stage_names()) == 50
    empty.undo()
    empty.wait_until(lambda: len(empty.document.all(Note)) == 0, 30)
