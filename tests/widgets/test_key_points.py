"""The window of key points: taken, edited, ordered, deleted; and marked where they may no longer hold."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication

from app.formats.templates import template
from app.model.labels import step_label
from app.model.records import KeyPoint
from app.model.verbs.editing import set_fields
from app.widgets.pages.key_points.line import KeyPointLine
from app.widgets.pages.key_points.window import KeyPointsWindow
from tests.driver import LEFT, WindowDriver
from tests.maps import without_key_points
from tests.widgets.conftest import OpenWindow


@pytest.fixture
def pizzeria(open_window: OpenWindow) -> WindowDriver:
    """A window on the sample, with its key points still to be taken."""
    return open_window(without_key_points(template("pizzeria")))


def opened(window: WindowDriver) -> KeyPointsWindow:
    window.window.actions_by_name["view.key_points"].trigger()
    [found] = window.window.findChildren(KeyPointsWindow)
    assert found.isVisible()
    return found


def click(button: QAbstractButton) -> None:
    assert button.isEnabled()
    QTest.mouseClick(button, LEFT)


def take(page: KeyPointsWindow, beginning: str) -> None:
    [button] = [one.take for one in page.proposals if beginning in one.take.accessibleName()]
    click(button)


def texts(page: KeyPointsWindow) -> list[str]:
    """The sentences as they stand in the window, in their order."""
    lines = sorted(page.lines.values(), key=lambda line: line.disc.number)
    assert [line.disc.number for line in lines] == list(range(1, len(lines) + 1))
    return [line.text.text() for line in lines]


def line(page: KeyPointsWindow, beginning: str) -> KeyPointLine:
    [found] = [one for one in page.lines.values() if one.text.text().startswith(beginning)]
    return found


def key_points(window: WindowDriver) -> list[KeyPoint]:
    return list(window.document.key_points(window.editor.map))


def test_what_is_taken_is_a_key_point_of_the_map_until_it_is_undone(pizzeria: WindowDriver) -> None:
    page = opened(pizzeria)
    assert len(page.proposals) == 5
    take(page, "Arrival")
    assert texts(page) == ["Arrival is the lowest point: −3."]
    assert [one.origin for one in key_points(pizzeria)] == ["lowest point"]
    assert len(page.proposals) == 4
    pizzeria.undo()
    pizzeria.wait_until(lambda: not page.lines)
    assert len(page.proposals) == 5


def test_a_sentence_is_typed_over_and_taken_back_word_by_word(pizzeria: WindowDriver) -> None:
    page = opened(pizzeria)
    take(page, "Arrival")
    field = line(page, "Arrival").text
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, "The evening breaks at the car park.")
    assert [one.text for one in key_points(pizzeria)] == ["The evening breaks at the car park."]
    assert key_points(pizzeria)[0].origin == "lowest point"
    pizzeria.undo(7)
    pizzeria.wait_until(lambda: texts(page) == ["Arrival is the lowest point: −3."])


def test_an_own_sentence_speaks_of_what_is_selected(pizzeria: WindowDriver) -> None:
    page = opened(pizzeria)
    pizzeria.editor.select(["light-sign", "dark-sign"])
    click(page.add)
    field = line(page, "").text
    QTest.keyClicks(field, "Light it.")
    [own] = key_points(pizzeria)
    assert (own.text, own.origin, set(own.notes)) == ("Light it.", "own", {"light-sign", "dark-sign"})
    pizzeria.editor.select(())
    click(line(page, "Light").show_places)
    assert set(pizzeria.editor.selection.ids) == {"light-sign", "dark-sign"}


def test_key_points_are_put_in_another_order_and_deleted(pizzeria: WindowDriver) -> None:
    page = opened(pizzeria)
    take(page, "Arrival")
    take(page, "Light the sign")
    assert not line(page, "Arrival").up.isEnabled()
    click(line(page, "Light").up)
    assert [text[:5] for text in texts(page)] == ["Light", "Arriv"]
    click(line(page, "Light").delete)
    assert [text[:5] for text in texts(page)] == ["Arriv"]
    assert any("Light the sign" in one.take.accessibleName() for one in page.proposals)


def test_a_key_point_whose_figure_has_changed_is_marked_until_it_is_said_to_hold(
    pizzeria: WindowDriver,
) -> None:
    page = opened(pizzeria)
    take(page, "Light the sign")
    marked = line(page, "Light")
    assert not marked.changed.isVisible()
    said = marked.text.text()
    change = set_fields(pizzeria.document, ["light-sign"], step_label("set_votes"), votes=7)
    pizzeria.editor.do(change)
    pizzeria.wait_until(marked.changed.isVisible)
    assert marked.text.text() == said
    click(marked.holds)
    assert not marked.changed.isVisible()
    assert [one.text for one in key_points(pizzeria)] == [said]


def test_a_project_to_be_read_only_shows_its_key_points_and_changes_none(pizzeria: WindowDriver) -> None:
    page = opened(pizzeria)
    take(page, "Arrival")
    pizzeria.editor.read_only = True
    page.read()
    shown = line(page, "Arrival")
    assert shown.text.isReadOnly()
    assert not any(button.isEnabled() for button in (*shown.editing, page.add))
    assert not any(one.take.isEnabled() for one in page.proposals)
    assert shown.show_places.isEnabled()


def test_undo_works_in_the_window_itself(pizzeria: WindowDriver) -> None:
    page = opened(pizzeria)
    take(page, "Arrival")
    page.activateWindow()
    assert QTest.qWaitForWindowActive(page)
    QTest.keyClick(page, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    pizzeria.wait_until(lambda: not page.lines)


def test_what_is_pasted_into_a_sentence_is_undone_by_itself(pizzeria: WindowDriver) -> None:
    page = opened(pizzeria)
    click(page.add)
    [shown] = page.lines.values()
    for field, said in ((shown.text, "text"), (shown.evidence, "evidence")):
        QTest.keyClicks(field, "Ten of 1")
        QApplication.clipboard().setText("2")
        QTest.keyClick(field, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
        assert getattr(key_points(pizzeria)[0], said) == "Ten of 12"
        QTest.keyClick(field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
        pizzeria.wait_until(lambda field=field: field.text() == "Ten of 1")  # type: ignore[misc]


def test_the_places_of_a_number_are_taken_away_and_added_by_hand_and_by_keys(pizzeria: WindowDriver) -> None:
    page = opened(pizzeria)
    take(page, "Arrival")
    shown = line(page, "Arrival").places
    assert [chip.text() for chip in shown.chips.values()][:1] == ["“Car park is full by seven”"]
    assert len(shown.chips) == 3
    click(shown.chips["full-car-park"])
    assert key_points(pizzeria)[0].notes == ("dark-sign",)
    assert next(iter(shown.chips)) == "dark-sign"
    pizzeria.select_stage("Arrival")
    shown.add.setFocus()
    QTest.keyClick(shown.add, Qt.Key.Key_Space)
    assert key_points(pizzeria)[0].stages == (pizzeria.stage("Arrival").id,)
    assert [chip.text() for chip in shown.chips.values()][1] == "Arrival"
    assert not line(page, "Arrival").changed.isVisible()
    pizzeria.undo(2)
    pizzeria.wait_until(lambda: "full-car-park" in shown.chips and len(shown.chips) == 3)
