"""In a window as small as it can be, nothing is cut off, lies over another, or is out of reach."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QScrollArea,
    QWidget,
)

from app.model.finding.filtering import Filter
from app.model.verbs.maps import add_map
from app.widgets.base.background_work import Progress, Steps, do_in_steps
from app.widgets.clipboard.paste_question import PasteQuestion
from app.widgets.pages.persona_page.page import PersonaPage
from app.widgets.pages.register.page import RegisterPage
from app.widgets.window.main_window import LEAST
from tests.cases import meeting, some_of
from tests.controls import question, stops
from tests.driver import WindowDriver
from tests.export_dialog import opened
from tests.widgets.cut_off import faults

SIZES = (LEAST, (700, 360), (820, 420), (960, 540), (1280, 720), (1600, 900))
every_size = pytest.mark.parametrize(
    "size", some_of(SIZES, 3, "the least, the largest and one between are tried"), ids=str
)


def small(driver: WindowDriver, size: tuple[int, int]) -> WindowDriver:
    """The window in a size, with both panels."""
    driver.window.resize(*size)
    driver.window.fold(left=False, right=False)
    QApplication.processEvents()
    assert driver.window.size().toTuple() == size
    return driver


def tabbed_through(top: QWidget) -> set[QWidget]:
    """What Tab comes to from what has the focus on, until it comes there again."""
    first = QApplication.focusWidget()
    found: set[QWidget] = set()
    while (focused := QApplication.focusWidget()) is not None and focused not in found:
        found.add(focused)
        QTest.keyClick(focused, Qt.Key.Key_Tab)
        if QApplication.focusWidget() is first:
            break
    return {each for each in found if top.isAncestorOf(each)}


@pytest.mark.parametrize(("size", "maps"), meeting(SIZES, [1, 2]))
def test_the_find_bar_folds(pizzeria: WindowDriver, size: tuple[int, int], maps: int) -> None:
    if maps == 2:
        pizzeria.editor.do(add_map(pizzeria.document, "Another"))
    driver = small(pizzeria, size)
    driver.press("Ctrl+H")
    driver.write("the")
    bar = driver.window.find_bar
    assert bar.count.text().startswith("1 of")
    assert faults(bar) == []
    assert driver.canvas.rect().contains(bar.geometry())
    assert driver.shows("All maps") == (maps == 2)
    assert tabbed_through(bar) == set(stops(bar))


def test_the_find_bar_folds_and_unfolds_with_the_window(pizzeria: WindowDriver) -> None:
    driver = small(pizzeria, (1600, 900))
    driver.press("Ctrl+H")
    bar = driver.window.find_bar
    low = bar.height()
    small(driver, LEAST)
    assert bar.height() > low
    assert faults(bar) == []
    small(driver, (1600, 900))
    assert bar.height() == low
    driver.press("Escape")
    driver.press("Ctrl+F")
    small(driver, LEAST)
    assert not driver.shows("Replace all")
    assert faults(bar) == []


@every_size
def test_filter_panel_and_chip_fit(pizzeria: WindowDriver, size: tuple[int, int]) -> None:
    window = small(pizzeria, size).window
    window.actions_by_name["view.filter"].trigger()
    assert faults(window.filter_panel) == []
    assert tabbed_through(window.filter_panel) == set(stops(window.filter_panel)) - {
        window.filter_panel.clear
    }
    assert window.canvas.rect().contains(window.filter_panel.geometry())
    window.dimming.set_filter(Filter(colours=frozenset({"pink", "blue", "green"})))
    window.filter_panel.leave()
    assert window.canvas.rect().contains(window.filter_chip.geometry())
    assert "Pain point" in window.filter_chip.words.toolTip()
    for pane in (window.filter_chip, window.message):
        window.show_message("Deleted.", offer_undo=True)
        pizzeria.canvas.setFocus()
        presses = 0
        while not pane.isAncestorOf(pizzeria.focus):
            pizzeria.press("F6")
            presses += 1
            assert presses < 12


@pytest.mark.parametrize(("size", "offer_undo"), meeting(SIZES, [True, False]))
def test_a_message_fits_with_its_undo(
    pizzeria: WindowDriver, size: tuple[int, int], offer_undo: bool
) -> None:
    message = small(pizzeria, size).window.message
    for sentence in (
        "Deleted.",
        "Replaced “a” in 115 places on 2 maps, of which not all could be told here. " * 2,
    ):
        pizzeria.window.show_message(sentence, offer_undo)
        QApplication.processEvents()
        assert faults(message) == []
        assert pizzeria.window.middle.rect().contains(message.geometry())
        assert message.words.height() >= message.words.heightForWidth(message.words.width())
        small(pizzeria, LEAST)
        assert pizzeria.window.middle.rect().contains(message.geometry())
        small(pizzeria, size)


@every_size
def test_the_question_on_what_is_pasted_fits(pizzeria: WindowDriver, size: tuple[int, int]) -> None:
    driver = small(pizzeria, size)
    question(driver)
    (asked,) = (each for each in driver.window.findChildren(PasteQuestion) if each.isVisible())
    assert faults(asked.card) == []
    assert driver.window.rect().contains(asked.card.geometry())
    assert asked.preview.verticalScrollBar().maximum() == 0
    assert tabbed_through(asked.card) == set(stops(asked.card))


@every_size
def test_a_progress_bar_fits(pizzeria: WindowDriver, size: tuple[int, int]) -> None:
    driver = small(pizzeria, size)

    def steps() -> Steps:
        while True:
            yield 0.4

    do_in_steps(driver.window, "Reading what is on the clipboard…", steps(), lambda made: None)
    (progress,) = (each for each in driver.window.findChildren(Progress) if each.isVisible())
    assert faults(progress.card) == []
    driver.press("Escape")


@every_size
def test_the_bar_on_top_squeezes_no_button(pizzeria: WindowDriver, size: tuple[int, int]) -> None:
    driver = small(pizzeria, size)
    assert faults(driver.window.bar) == []
    export = driver.find(QAbstractButton, "Export poster…")
    assert export.width() >= export.sizeHint().width()


@every_size
def test_the_inspector_and_the_persona_page_fit(pizzeria: WindowDriver, size: tuple[int, int]) -> None:
    driver = small(pizzeria, size)
    driver.select_note("Host at the door")
    QApplication.processEvents()
    (area,) = driver.window.right.findChildren(QScrollArea)[:1]
    content = area.widget()
    assert content is not None
    assert content.width() <= area.viewport().width()
    assert faults(content) == []
    driver.window.actions_by_name["personas.show"].trigger()
    QApplication.processEvents()
    assert faults(driver.window.pages.page(PersonaPage)) == []


def test_no_window_is_larger_than_a_small_screen(pizzeria: WindowDriver) -> None:
    screen = pizzeria.window.screen().availableSize()
    assert screen.width() < 1180
    dialog = opened(pizzeria)
    assert dialog.width() <= screen.width()
    assert dialog.height() <= screen.height()
    dialog.close()


def test_the_first_words_of_an_action_are_seen_in_a_narrow_register(pizzeria: WindowDriver) -> None:
    pizzeria.window.actions_by_name["view.register"].trigger()
    page = pizzeria.window.pages.open
    assert isinstance(page, RegisterPage)
    pizzeria.window.resize(640, 360)
    QApplication.processEvents()
    assert page.table.columnWidth(0) >= 64
