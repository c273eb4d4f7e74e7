"""Two moments of a project are compared in the history: on the map, in a list of words, and as a poster."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtTest import QTest

from app.drawing.display import Texts
from app.drawing.marks import MARK_COLOURS
from app.drawing.painter import colour
from app.drawing.theme import SECTION_COLUMN, Colour
from app.model.records import Note
from app.model.verbs.editing import delete
from app.model.verbs.sections import add_section
from app.model.verbs.stages import add_stage
from app.storage.project_file import ProjectFile
from app.widgets.canvas.view import CanvasView
from app.widgets.pages.export.dialog import ExportDialog
from app.widgets.panels.history.view import HistoryView
from app.widgets.program.window_manager import WindowManager
from tests.driver import LEFT, WindowDriver
from tests.export_dialog import asked, choose, field, opened, written
from tests.formats.reading import ReadPdf
from tests.history_panel import history_of
from tests.storage.projects import add_notes, small_document


@pytest.fixture
def afternoon(pizzeria: WindowDriver) -> WindowDriver:
    """The sample after lunch: a note added, one changed, and one deleted."""
    pizzeria.editor.history.mark("before lunch")
    pizzeria.add_note("Order", "Actions", "Counts the money")
    pizzeria.select_note("Eats")
    pizzeria.press("F2")
    pizzeria.press("Ctrl+A")
    pizzeria.write("Enjoys it")
    pizzeria.press("Escape")
    pizzeria.editor.do(delete(pizzeria.document, [pizzeria.note("Waits for the food").id]))
    return pizzeria


def compared(driver: WindowDriver, this: str, other: str) -> HistoryView:
    """The history at a moment, compared with another by the keyboard alone."""
    view = history_of(driver)
    (row,) = view.steps.findItems(this, Qt.MatchFlag.MatchContains)
    view.steps.setCurrentItem(row)
    view.other.setFocus()
    while not view.other.currentText().startswith(other):
        before = view.other.currentIndex()
        QTest.keyClick(view.other, Qt.Key.Key_Down)
        assert view.other.currentIndex() != before, f"there is no {other}"
    return view


def said_on_map(view: HistoryView) -> list[str]:
    batches = [batch for batch in view.canvas.shown.layout.display_list() if isinstance(batch, Texts)]
    return [text.block.text for batch in batches for text in batch.texts]


def rows(view: HistoryView) -> list[str]:
    return [view.differences.list.item(row).text() for row in range(view.differences.list.count())]


def test_a_version_is_compared_with_now_on_the_map_and_in_words(afternoon: WindowDriver) -> None:
    now = afternoon.document.copy()
    view = compared(afternoon, "before lunch", "Now")
    assert view.differences.isVisible()
    assert view.differences.counts.text() == "3 differences: 1 added, 1 changed, 1 removed"
    assert rows(view) == [
        "“Counts the money”\nAdded to Order, Actions",
        "“Waits for the food”\nRemoved from Time to eat, Actions",
        "“Enjoys it”\nThe text was “Eats”",
    ]
    said = said_on_map(view)
    assert {"+ 1", "− 2", "Δ 3", "1 added", "1 changed", "1 removed"} <= set(said)
    assert "Waits for the food" in said
    assert afternoon.document == now


def test_nothing_is_marked_any_more_once_nothing_is_compared(afternoon: WindowDriver) -> None:
    view = compared(afternoon, "before lunch", "Now")
    QTest.keyClick(view.other, Qt.Key.Key_Home)
    assert not view.differences.isVisible()
    assert view.canvas.shown.layout.marks == ()
    assert view.canvas.editor.document == view.history_cursor.document


def test_marks_stay_on_the_headers_that_stay_in_view(pizzeria: WindowDriver) -> None:
    pizzeria.editor.history.mark("before lunch")
    pizzeria.editor.do(delete(pizzeria.document, [pizzeria.stage("Arrival").id]))
    pizzeria.editor.do(add_stage(pizzeria.document, pizzeria.editor.map, "Advertise", index=0))
    pizzeria.editor.do(add_section(pizzeria.document, pizzeria.editor.map, "Costs", index=0))
    view = compared(pizzeria, "before lunch", "Now")
    canvas = view.canvas
    canvas.set_zoom(2.0)
    canvas.scroll_by(-9000, -9000)
    scale, layout = canvas.transform().m11(), canvas.shown.layout
    (added,) = (row for row in layout.rows if row.section.name == "Costs")
    (removed,) = (column for column in layout.columns if column.stage.name == "Arrival")
    origin = canvas.frozen().origin
    place = origin + QPointF(removed.x - SECTION_COLUMN, added.y + 60) * scale
    canvas.scroll_by(int(place.x()), int(place.y()))
    frozen = canvas.frozen()
    assert frozen.top > 0
    assert frozen.left > 0
    headers = QRect(int(frozen.left), 0, canvas.viewport().width() - int(frozen.left), int(frozen.top))
    names = QRect(0, int(frozen.top) + 6, int(frozen.left), canvas.viewport().height())
    assert pixels_in(canvas, headers, MARK_COLOURS["removed"]) > 100
    assert pixels_in(canvas, names, MARK_COLOURS["added"]) > 100
    QTest.keyClick(view.other, Qt.Key.Key_Home)
    assert pixels_in(canvas, headers, MARK_COLOURS["removed"]) == 0
    assert pixels_in(canvas, names, MARK_COLOURS["added"]) == 0


def pixels_in(canvas: CanvasView, area: QRect, wanted: Colour) -> int:
    """How many pixels of a part of a canvas have exactly a colour."""
    picture = canvas.viewport().grab(area).toImage()
    rgb = colour(wanted).rgb()
    return sum(picture.pixel(x, y) == rgb for x in range(picture.width()) for y in range(picture.height()))


def test_the_slider_moves_what_is_compared(afternoon: WindowDriver) -> None:
    view = compared(afternoon, "before lunch", "Now")
    view.slider.setFocus()
    for _ in ["Counts", "the", "money"]:
        QTest.keyClick(view.slider, Qt.Key.Key_Right)
    assert view.differences.counts.text() == "2 differences: 1 changed, 1 removed"
    QTest.keyClick(view.slider, Qt.Key.Key_End)
    assert view.differences.counts.text() == "No differences"


def test_now_is_compared_with_a_version_in_the_order_of_time(afternoon: WindowDriver) -> None:
    view = compared(afternoon, "Delete note", "“before lunch”")
    assert view.differences.counts.text() == "3 differences: 1 added, 1 changed, 1 removed"


def test_f3_and_the_buttons_go_from_difference_to_difference(afternoon: WindowDriver) -> None:
    view = compared(afternoon, "before lunch", "Now")
    chosen: list[str] = []
    view.differences.chosen.connect(chosen.append)
    added, removed, changed = (one.shown_as for one in view.canvas.shown.layout.comparison.differences)  # type: ignore[union-attr]
    QTest.keyClick(view.other, Qt.Key.Key_F3)
    QTest.keyClick(view.differences.list, Qt.Key.Key_F3)
    QTest.keyClick(view.differences.list, Qt.Key.Key_F3, Qt.KeyboardModifier.ShiftModifier)
    QTest.mouseClick(view.differences.previous, LEFT)
    QTest.mouseClick(view.differences.next, LEFT)
    assert chosen == [added, removed, added, changed, added]
    assert not afternoon.window.find_bar.isVisible()
    place = view.canvas.rectangle_of(added)
    assert place is not None
    assert view.canvas.mapToScene(view.canvas.viewport().rect()).boundingRect().contains(place)


def test_going_back_while_comparing_goes_to_the_moment_chosen(afternoon: WindowDriver) -> None:
    view = compared(afternoon, "before lunch", "Now")
    QTest.mouseClick(view.back, LEFT)
    texts = {note.text for note in afternoon.document.all(Note)}
    assert {"Eats", "Waits for the food"} <= texts
    assert "Counts the money" not in texts


@pytest.mark.usefixtures("in_process")
def test_the_comparison_is_written_as_a_poster(afternoon: WindowDriver, tmp_path: Path) -> None:
    view = compared(afternoon, "before lunch", "Now")
    QTest.mouseClick(view.differences.export, LEFT)
    (dialog,) = (each for each in afternoon.window.findChildren(ExportDialog) if each.isVisible())
    path = tmp_path / "compared.pdf"
    assert "was written" in written(afternoon, dialog, path)
    read = ReadPdf(path.read_bytes())
    for text in ("1 added", "1 changed", "1 removed", "Counts the money", "+ 1", "− 2"):
        assert read.find(text)
    dialog.close()


@pytest.mark.usefixtures("in_process")
def test_the_export_dialog_compares_with_any_version(afternoon: WindowDriver, tmp_path: Path) -> None:
    dialog = opened(afternoon)
    choose(afternoon, dialog, compared_with="“before lunch”")
    path = tmp_path / "compared.svg"
    assert "was written" in written(afternoon, dialog, path)
    assert ">1 removed<" in path.read_text(encoding="utf-8")
    choose(afternoon, dialog, compared_with="Nothing")
    assert asked(dialog).compared_with is None
    dialog.close()


def test_a_version_that_cannot_be_read_is_told_and_the_map_is_exported_as_it_is(
    window_manager: WindowManager, tmp_path: Path
) -> None:
    path = tmp_path / "a.journey"
    with ProjectFile.create(path, small_document()) as project:
        project.history.mark("before lunch")
        add_notes(project.history, 2)
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("UPDATE history SET payload = substr(payload, 1, 20) WHERE act = 'do'")
    window = window_manager.open(path)
    assert window is not None
    dialog = ExportDialog(window.editor, tmp_path, window)
    field(dialog, "compared_with").setCurrentText("“before lunch”")
    assert asked(dialog).compared_with is None
    assert "cannot be read" in dialog.running.words.text()
    dialog.close()
