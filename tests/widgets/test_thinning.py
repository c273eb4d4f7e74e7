"""The history is thinned out when somebody says so, having been told what that means."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.model.history.history_cursor import document_at
from app.model.records import Note
from app.model.verbs.notes import add_note
from app.storage.opening.check import check
from app.widgets.panels.history.thin_out import ThinOut
from app.widgets.panels.history.view import HistoryView
from benchmarks.work import work_on
from tests.driver import WindowDriver


def asked(driver: WindowDriver) -> ThinOut:
    driver.window.actions_by_name["history.thin_out"].trigger()
    (question,) = driver.window.findChildren(ThinOut)
    return question


def thin_out(driver: WindowDriver) -> None:
    question = asked(driver)
    driver.press("Tab")
    assert question.thin.hasFocus()
    driver.press("Space")


@pytest.fixture
def morning(pizzeria: WindowDriver) -> WindowDriver:
    """A window on a project with a version and 200 other steps."""
    history = pizzeria.editor.history
    work_on(history, 120)
    history.mark("before lunch")
    work_on(history, 80)
    assert pizzeria.project.wait_until_saved(20)
    return pizzeria


def test_it_asks_first_and_esc_leaves_all_as_it_is(morning: WindowDriver) -> None:
    steps = morning.editor.history.steps
    question = asked(morning)
    said = question.words.text()
    assert "The history has 200 steps" in said
    assert f"{morning.window.path.stat().st_size / 1e6:.1f} MB" in said
    assert "1 version and the project as it is now stay" in said
    assert "cannot be undone" in said
    QTest.keyClick(question, Qt.Key.Key_Escape)
    assert morning.editor.history.steps == steps
    assert not morning.window.findChildren(ThinOut) or not question.isVisible()


def test_versions_and_the_project_stay_and_the_sizes_are_told(morning: WindowDriver, qtbot: QtBot) -> None:
    history = morning.editor.history
    (version,) = history.versions()
    was, now = document_at(history, version), morning.document.copy()
    before = morning.window.path.stat().st_size
    thin_out(morning)
    qtbot.waitUntil(lambda: len(history.steps) == 3, timeout=20_000)
    qtbot.waitUntil(lambda: "The file went from" in morning.window.message.words.text(), timeout=20_000)
    after = morning.window.path.stat().st_size
    assert morning.window.message.words.text() == (
        "The history is reduced: 3 steps of 201 are left. "
        f"The file went from {before / 1e6:.1f} MB to {after / 1e6:.1f} MB."
    )
    assert after < before
    assert morning.document == now
    assert document_at(history, version) == was
    assert not morning.window.actions_by_name["edit.undo"].isEnabled()
    morning.window.actions_by_name["history.show"].trigger()
    (view,) = morning.window.findChildren(HistoryView)
    assert [view.steps.item(row).toolTip().partition("   ")[2] for row in (0, 2)] == [
        "80 steps, combined",
        "120 steps, combined",
    ]
    view.steps.setCurrentRow(1)
    assert view.canvas.editor.document == was
    QTest.keyClick(view.slider, Qt.Key.Key_Escape)
    assert check(morning.window.path).faults == ()


def test_what_is_done_afterwards_is_saved_and_undone(morning: WindowDriver, qtbot: QtBot) -> None:
    history = morning.editor.history
    thin_out(morning)
    qtbot.waitUntil(lambda: len(history.steps) == 3, timeout=20_000)
    notes = len(morning.document.all(Note))
    cell = morning.document.all(Note)[0]
    morning.editor.do(add_note(morning.document, cell.section, cell.stage, "Counts the money"))
    assert len(morning.document.all(Note)) == notes + 1
    morning.editor.undo()
    assert len(morning.document.all(Note)) == notes
    assert morning.project.wait_until_saved(20)
    report = check(morning.window.path)
    assert (report.counts["note"], report.faults) == (notes, ())


def test_where_there_is_nothing_to_thin_out_it_says_so(pizzeria: WindowDriver) -> None:
    question = asked(pizzeria)
    assert question.words.text() == "There is nothing to reduce yet."
    assert not question.thin.isVisible()
