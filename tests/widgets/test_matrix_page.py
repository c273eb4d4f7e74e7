"""Impact × effort in the window: notes are placed by hand and by keys, each as one step."""

from pathlib import Path

import pytest
from pypdfium2 import PdfDocument  # type: ignore[import-untyped]
from PySide6.QtCore import QPoint, Qt
from PySide6.QtPrintSupport import QPrintDialog
from PySide6.QtTest import QTest

from app.model.analysis.matrix import At, placed_at
from app.model.labels import plain_label
from app.model.records import Id, Note
from app.model.verbs.editing import set_fields
from app.widgets.pages.matrix.page import MatrixPage
from tests.driver import LEFT, NO_KEYS, WindowDriver
from tests.export_dialog import print_to


def opened(driver: WindowDriver) -> MatrixPage:
    driver.canvas.setFocus()
    driver.press("Ctrl+Shift+X")
    page = driver.window.pages.open
    assert isinstance(page, MatrixPage)
    driver.click("Ideas")  # Whoever had the window before may have left the other kind.
    page.view.setFocus()
    return page


def at(driver: WindowDriver, note: Id) -> At | None:
    return placed_at(driver.document.get(Note, note))


def drag(page: MatrixPage, note: Id, to: QPoint) -> None:
    start = page.view.place_of(note)
    assert start is not None
    QTest.mousePress(page.view, LEFT, NO_KEYS, start.toPoint())
    QTest.mouseMove(page.view, start.toPoint() + QPoint(20, 9))
    QTest.mouseMove(page.view, to)
    QTest.mouseRelease(page.view, LEFT, NO_KEYS, to)


def test_a_note_is_dragged_onto_the_plane_and_back_each_as_one_step(pizzeria: WindowDriver) -> None:
    page, sign = opened(pizzeria), pizzeria.note("Light the sign").id
    drag(page, sign, page.view.pixel_of(At(0.2, 0.9)).toPoint())
    placed = at(pizzeria, sign)
    assert placed == pytest.approx((0.2, 0.9), abs=0.02)
    assert (pizzeria.note("Light the sign").effort, pizzeria.note("Light the sign").impact) == (
        "small",
        "abandon",
    )
    pizzeria.undo()
    assert at(pizzeria, sign) is None
    pizzeria.redo()
    drag(page, sign, QPoint(page.width() - 3, page.view.height() - 3))
    assert at(pizzeria, sign) == placed, "what is let go of beside the plane stays where it was"
    drag(page, sign, QPoint(30, 120))
    assert at(pizzeria, sign) is None, "the tray takes it back"
    pizzeria.undo()
    assert at(pizzeria, sign) == placed


def test_notes_are_placed_by_keys_alone(pizzeria: WindowDriver) -> None:
    page = opened(pizzeria)
    first = page.placing.matrix.waiting[0].note.id
    pizzeria.press("Tab")
    assert page.placing.picked == first
    pizzeria.press("Shift+Left")
    pizzeria.press("Shift+Up")
    assert at(pizzeria, first) is None, "it is still in the hand"
    pizzeria.press("Escape")
    assert page.is_open
    assert page.placing.carried is None
    pizzeria.press("Shift+Left")
    pizzeria.press("Up", times=3)
    pizzeria.press("Return")
    assert at(pizzeria, first) == pytest.approx((1 / 6, 0.6))
    assert "Correct the listing: impact Medium, effort Small" in page.view.accessibleDescription()
    pizzeria.press("Delete")
    assert at(pizzeria, first) is None
    pizzeria.undo(2)
    pizzeria.press("Return")
    assert pizzeria.editor.selection.ids == (first,), "its details are open in the inspector"
    page.view.setFocus()
    pizzeria.press("Escape")
    assert not page.is_open


def test_notes_at_one_place_make_room_and_a_pain_point_keeps_its_own_words(pizzeria: WindowDriver) -> None:
    page = opened(pizzeria)
    pizzeria.click("Pain points")
    page.view.setFocus()
    for _ in range(4):
        pizzeria.press("PgDown")
        pizzeria.press("Shift+Up", times=2)
        pizzeria.press("Return")
    placed = [sticky.place for sticky in page.view.drawn.placed]
    assert len(placed) == 4
    assert not any(one.intersects(other) for one in placed for other in placed if one is not other)
    assert "impact Gives up" in page.view.accessibleDescription()
    assert {one.note.impact for one in page.placing.matrix.placed} == {"abandon"}


def test_of_many_notes_only_those_with_votes_are_offered(pizzeria: WindowDriver) -> None:
    page = opened(pizzeria)
    assert not pizzeria.shows("Only those with votes")
    actions = [note.id for note in pizzeria.document.all(Note) if note.colour in ("yellow", "blue", "pink")]
    pizzeria.editor.do(set_fields(pizzeria.document, actions, plain_label("Ideas"), colour="green"))
    assert page.placing.matrix.can_choose
    offered = page.placing.matrix.number
    assert all(one.votes for one in page.placing.matrix.waiting)
    pizzeria.click("Only those with votes")
    assert page.placing.matrix.number > 25 > offered
    assert page.view.drawn.longest_scroll > 0


def test_a_picked_note_is_shown_on_the_map(pizzeria: WindowDriver) -> None:
    page = opened(pizzeria)
    pizzeria.press("Tab", times=3)
    note = page.placing.picked
    pizzeria.click("Show on the map")
    assert not page.is_open
    assert pizzeria.editor.selection.ids == (note,)


def test_a_double_click_opens_the_details(pizzeria: WindowDriver) -> None:
    page, sign = opened(pizzeria), pizzeria.note("Light the sign").id
    place = page.view.place_of(sign)
    assert place is not None
    QTest.mouseDClick(page.view, LEFT, NO_KEYS, place.toPoint())
    assert pizzeria.editor.selection.ids == (sign,)
    assert pizzeria.window.right.isAncestorOf(pizzeria.focus)
    assert pizzeria.focus.focusPolicy() != Qt.FocusPolicy.NoFocus


def test_ctrl_p_prints_the_page(pizzeria: WindowDriver, tmp_path: Path) -> None:
    opened(pizzeria)
    pizzeria.press("Ctrl+P")
    [asked] = [one for one in pizzeria.window.findChildren(QPrintDialog) if one.isVisible()]
    print_to(asked, tmp_path / "matrix.pdf")
    pizzeria.wait_until(lambda: "on their way" in pizzeria.window.message.words.text())
    with PdfDocument(tmp_path / "matrix.pdf") as read:
        assert len(read) == 1
