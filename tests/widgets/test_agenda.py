"""The page of the agenda: typed in quickly, moved by both hands, with the inspector's form beside it."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from app.formats.templates import template
from app.model.analysis.agenda import lit_on
from app.model.exchange.agenda_clippings import from_json
from app.model.exchange.clippings import NotAClippingError
from app.model.records import AgendaItem, Section
from app.model.verbs.agenda import light_sections
from app.model.verbs.copying import created, duplicate
from app.widgets.pages.agenda.page import AgendaPage
from tests.driver import LEFT, WindowDriver
from tests.widgets.conftest import OpenWindow


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


def test_finding_leads_to_the_page_and_back_to_the_map(pizzeria: WindowDriver) -> None:
    planned(pizzeria)
    pizzeria.press("Escape")
    bar = pizzeria.window.find_bar
    pizzeria.press("Ctrl+F")
    pizzeria.write("Scope")
    assert page(pizzeria).isVisible()
    assert bar.isVisible()
    assert bar.count.text() == "1 of 1"
    assert pizzeria.text_in("Title") == "Scope"
    pizzeria.press("Ctrl+A")
    pizzeria.write("Host at the door")
    assert pizzeria.canvas.isVisible()
    pizzeria.press("Ctrl+A")
    pizzeria.write("Scope")
    pizzeria.press("Escape")
    assert page(pizzeria).list.hasFocus()
    assert [item.title for item in pizzeria.editor.selected.of(AgendaItem)] == ["Scope"]


def test_items_are_cut_and_pasted_and_others_get_a_table(pizzeria: WindowDriver) -> None:
    planned(pizzeria)
    before = pizzeria.document.agenda()
    pizzeria.press("Ctrl+A")
    pizzeria.press("Ctrl+X")
    assert titles(pizzeria) == []
    data = QGuiApplication.clipboard().mimeData()
    assert data.text() == "Scope\t15\t\nPain points\t20\t\nVote\t10\t"
    pizzeria.press("Escape")
    pizzeria.press("Ctrl+V")
    assert rows(pizzeria) == titles(pizzeria) == ["Scope", "Pain points", "Vote"]
    after = pizzeria.document.agenda()
    assert [one.changed(id="any") for one in after] == [one.changed(id="any") for one in before]
    QGuiApplication.clipboard().setText("- Welcome 5 min\n- Pain points\n")
    pizzeria.press("End")
    pizzeria.press("Home")
    pizzeria.press("Ctrl+V")
    assert titles(pizzeria) == ["Scope", "Welcome", "Pain points", "Pain points", "Vote"]
    assert [one.minutes for one in pizzeria.document.agenda()[1:3]] == [5, 15]


def test_in_another_project_a_section_that_is_not_there_is_told_by_what_it_holds(
    pizzeria: WindowDriver, open_window: OpenWindow
) -> None:
    planned(pizzeria)
    change = duplicate(pizzeria.document, [pizzeria.section("Pain points").id])
    pizzeria.editor.do(change)
    item = pizzeria.document.agenda()[1]
    pizzeria.editor.do(light_sections(pizzeria.document, item.id, created(change, Section)))
    pizzeria.editor.select([item.id])
    pizzeria.press("Ctrl+C")
    other = open_window(template("current-state"))
    other.press("Ctrl+V")
    pasted = other.document.agenda()[-1]
    assert [(one.section, one.name, one.holds) for one in pasted.sections] == [
        (None, "Pain points", "pain point")
    ]
    lit = lit_on(other.document, pasted, other.editor.map).sections
    assert [other.document.get(Section, id).name for id in lit] == ["Pain points"]


@pytest.mark.parametrize("text", ["", "[]", '{"format":"journeywall agenda","version":7,"items":[{"id":1}]}'])
def test_what_only_claims_to_be_an_agenda_is_refused(text: str) -> None:
    with pytest.raises(NotAClippingError):
        from_json(text)


def test_nothing_of_the_agenda_stays_selected_before_others(
    pizzeria: WindowDriver,
) -> None:
    planned(pizzeria)
    pizzeria.press("F5")
    pizzeria.press("E")
    assert not pizzeria.editor.selected.of(AgendaItem)
    pizzeria.press("Delete")
    assert titles(pizzeria) == ["Scope", "Pain points", "Vote"]
    pizzeria.window.presentation.stop()
    assert page(pizzeria).isVisible()
