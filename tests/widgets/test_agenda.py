"""The page of the agenda: typed in quickly, moved by both hands, with the inspector's form beside it."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from app.widgets.pages.agenda.page import AgendaPage
from tests.driver import LEFT, WindowDriver


def page(window: WindowDriver) -> AgendaPage:
    return window.window.pages.page(AgendaPage)


def titles(window: WindowDriver) -> list[str]:
    return [item.title for item in window.document.agenda()]


def rows(window: WindowDriver) -> list[str]:
    return [page(window).list.item(row).text() for row in range(page(window).list.count())]


def planned(window: WindowDriver) -> WindowDriver:
    """A window that shows an agenda of three items."""
    window.press("Ctrl+Shift+W")
    window.click("Type the first item")
    for title in ("Scope", "Pain points 20 min", "Vote 10 min"):
        window.write(title)
        window.press("Return")
    window.press("Escape")
    return window


def test_items_are_typed_one_after_the_other_and_undone_one_by_one(pizzeria: WindowDriver) -> None:
    planned(pizzeria)
    section = pizzeria.section("Pain points")
    said = [(one.title, one.minutes, one.item_kind, one.colour) for one in pizzeria.document.agenda()]
    assert said == [
        ("Scope", 15, "show", None),
        ("Pain points", 20, "write", section.colour),
        ("Vote", 10, "vote", None),
    ]
    assert [one.section for one in pizzeria.document.agenda()[1].sections] == [section.id]
    assert rows(pizzeria) == ["Scope", "Pain points", "Vote"]
    assert "45 min" in page(pizzeria).total.text()
    pizzeria.undo()
    assert rows(pizzeria) == titles(pizzeria) == ["Scope", "Pain points"]
    pizzeria.undo(times=2)
    assert pizzeria.shows("Type the first item")
    pizzeria.redo(times=3)
    assert rows(pizzeria) == ["Scope", "Pain points", "Vote"]


def test_an_item_that_is_left_without_words_is_none(pizzeria: WindowDriver) -> None:
    planned(pizzeria)
    steps = len(pizzeria.editor.history.steps)
    pizzeria.press("Return")
    pizzeria.press("Return")
    pizzeria.click("Add agenda item")
    pizzeria.press("Escape")
    assert rows(pizzeria) == titles(pizzeria) == ["Scope", "Pain points", "Vote"]
    assert len(pizzeria.editor.history.steps) == steps


def test_keys_move_copy_rename_and_delete_and_esc_leads_back_to_the_map(pizzeria: WindowDriver) -> None:
    planned(pizzeria)
    assert pizzeria.text_in("Title") == "Vote"
    pizzeria.press("Alt+Up", times=2)
    assert rows(pizzeria) == titles(pizzeria) == ["Vote", "Scope", "Pain points"]
    pizzeria.press("Ctrl+D")
    assert rows(pizzeria) == ["Vote", "Vote", "Scope", "Pain points"]
    pizzeria.press("F2")
    pizzeria.write("Hands up")
    pizzeria.press("Return")
    pizzeria.press("Escape")
    assert rows(pizzeria) == titles(pizzeria) == ["Vote", "Hands up", "Scope", "Pain points"]
    pizzeria.press("Home")
    pizzeria.press("Shift+Down")
    pizzeria.press("Delete")
    assert rows(pizzeria) == titles(pizzeria) == ["Scope", "Pain points"]
    pizzeria.press("Escape")
    assert pizzeria.canvas.isVisible()
    assert not pizzeria.editor.selection.ids


def test_rows_are_dragged_to_another_place(pizzeria: WindowDriver) -> None:
    planned(pizzeria)
    shown = page(pizzeria).list
    viewport = shown.viewport()

    def centre(row: int) -> QPoint:
        return shown.visualItemRect(shown.item(row)).center()

    def drag(row: int, to: QPoint) -> None:
        QTest.mousePress(viewport, LEFT, pos=centre(row))
        for place in (centre(row) + QPoint(0, 4), centre(row) + QPoint(0, 30), to):
            QTest.mouseMove(viewport, place)

    drag(0, centre(1) + QPoint(0, 10))
    QTest.mouseRelease(viewport, LEFT, pos=centre(1) + QPoint(0, 10))
    assert rows(pizzeria) == titles(pizzeria) == ["Pain points", "Scope", "Vote"]
    drag(0, centre(2) + QPoint(0, 200))
    QTest.keyClick(shown, Qt.Key.Key_Escape)
    QTest.mouseRelease(viewport, LEFT, pos=centre(2))
    assert titles(pizzeria) == ["Pain points", "Scope", "Vote"]


def test_an_agenda_of_a_template_is_used_and_taken_back(pizzeria: WindowDriver) -> None:
    pizzeria.press("Ctrl+Shift+W")
    pizzeria.click("Back-story play, 2 h 30 min")
    assert titles(pizzeria)[:2] == ["Scope", "Set the stage"]
    assert "2 h 30 min" in page(pizzeria).total.text()
    pizzeria.undo()
    assert titles(pizzeria) == []


def test_nothing_is_typed_in_a_project_that_is_open_for_reading(pizzeria: WindowDriver) -> None:
    planned(pizzeria)
    pizzeria.editor.read_only = True
    for key in ("Return", "Ctrl+D", "Alt+Up", "Delete"):
        pizzeria.press(key)
    assert rows(pizzeria) == titles(pizzeria) == ["Scope", "Pain points", "Vote"]
