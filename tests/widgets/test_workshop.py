"""A workshop in the real window: begun from the start page or an open project, taken up again, told of."""

from pathlib import Path

from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from app.formats.templates import template
from app.model.records import Run
from app.pages.deliverables.sheet_options import MinutesOptions
from app.widgets.base.overlays.notice import Notice
from app.widgets.pages.agenda.page import AgendaPage
from app.widgets.pages.agenda.workshop_question import WorkshopQuestion
from app.widgets.pages.minutes.page import MinutesPage
from app.widgets.program.window_manager import WindowManager
from tests.driver import WindowDriver
from tests.widgets.conftest import OpenWindow


def planned(window: WindowDriver) -> WindowDriver:
    window.press("Ctrl+Shift+W")
    window.click("Back-story play, 2 h 30 min")
    window.press("Escape")
    return window


def begun(window: WindowDriver) -> WindowDriver:
    """A window in which a workshop of two goes on, its first item shown to others."""
    window.window.actions_by_name["workshop.begin"].trigger()
    window.press("Tab")
    window.write("Eva")
    window.press("Return")
    window.write("Ben")
    window.click("Begin")
    return window


def ended(window: WindowDriver) -> WindowDriver:
    window.window.actions_by_name["workshop.finish"].trigger()
    return window


def runs(window: WindowDriver) -> list[tuple[int, tuple[str, ...], list[str]]]:
    return [(run.people, run.names, [one.title for one in run.planned]) for run in window.document.all(Run)]


def minutes(window: WindowDriver) -> MinutesPage:
    return window.window.pages.page(MinutesPage)


def test_an_open_project_is_asked_only_who_is_there(pizzeria: WindowDriver) -> None:
    begun(planned(pizzeria))
    assert runs(pizzeria) == [(2, ("Eva", "Ben"), ["Scope"])]
    assert pizzeria.window.presentation.is_on
    ended(pizzeria)
    assert not pizzeria.window.presentation.is_on
    assert pizzeria.window.workshop.run is None
    pizzeria.click("Minutes of the day")
    assert minutes(pizzeria).isVisible()


def test_the_start_page_makes_a_project_with_maps_and_agenda_and_begins(
    window_manager: WindowManager, tmp_path: Path
) -> None:
    start = window_manager.open_start()
    start.workshop.click()
    [question] = start.findChildren(WorkshopQuestion)
    question.title.select_all()
    QTest.keyClicks(question.title.line, "Pizza day")
    question.begin.click()
    [window] = window_manager.windows
    document = window.editor.document
    assert document.project.name == window.path.stem == "Pizza day"
    assert [item.title for item in document.agenda()][:2] == ["Scope", "Set the stage"]
    assert document.sections(window.editor.map)
    assert window.workshop.run is not None
    assert window.presentation.is_on


def test_a_workshop_of_another_day_is_only_planned(window_manager: WindowManager) -> None:
    start = window_manager.open_start()
    start.workshop.click()
    [question] = start.findChildren(WorkshopQuestion)
    question.day.line.selectAll()
    QTest.keyClicks(question.day.line, "2031-12-24")
    assert "2031" in question.title.line.text()
    assert question.begin.text() == "Make the project"
    question.begin.click()
    [window] = window_manager.windows
    assert window.workshop.run is None
    assert window.pages.page(AgendaPage).isVisible()


def test_minutes_are_copied_and_saved_with_names_or_without(pizzeria: WindowDriver, tmp_path: Path) -> None:
    ended(begun(planned(pizzeria)))
    pizzeria.window.actions_by_name["workshop.minutes"].trigger()
    page = minutes(pizzeria)
    assert "Eva, Ben" in page.text.toPlainText()
    assert "Scope" in page.text.toPlainText()
    pizzeria.click("Copy as text")
    assert QGuiApplication.clipboard().text() == page.markdown
    page.write(tmp_path / "minutes.md")
    assert (tmp_path / "minutes.md").read_text("utf-8") == page.markdown
    pizzeria.click("Without names")
    assert "Eva" not in page.text.toPlainText()
    assert isinstance(page.printed, MinutesOptions)
    assert page.printed.without_names
    pizzeria.press("Escape")
    assert pizzeria.canvas.isVisible()


def test_what_changed_since_the_workshop_began_is_in_the_minutes(pizzeria: WindowDriver) -> None:
    begun(planned(pizzeria))
    pizzeria.window.presentation.stop()
    pizzeria.editor.lock = "nothing"
    pizzeria.add_note("Order", "Actions", "Counts the money")
    ended(pizzeria)
    pizzeria.window.actions_by_name["workshop.minutes"].trigger()
    assert "Counts the money" in minutes(pizzeria).text.toPlainText()


def test_a_workshop_that_went_on_is_taken_up_where_it_was(
    open_window: OpenWindow, window_manager: WindowManager
) -> None:
    first = begun(planned(open_window(template("pizzeria"))))
    first.window.presentation.stop()
    path = first.window.path
    first.window.close()
    window = window_manager.open(path)
    assert window is not None
    [notice] = [one for one in window.findChildren(Notice) if one.words.text().startswith("A workshop")]
    driver = WindowDriver(window, first.project)
    driver.click("Go on with Scope, 14 min left")
    assert notice.isHidden()
    assert window.presentation.is_on
    assert window.editor.lock == "layout"
    assert window.workshop.number == 1
