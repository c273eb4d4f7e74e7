"""What the window shows is marked to be translated: in a language that nobody speaks, that is seen."""

import re
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QComboBox,
    QLabel,
    QLineEdit,
    QListWidget,
    QPlainTextEdit,
    QTableWidget,
    QToolButton,
    QWidget,
)

from app.language.catalogues import languages
from app.language.own_names import own_name
from app.language.spoken import set_program_language
from app.widgets.find.filter_panel import FilterPanel
from app.widgets.find.find_bar import FindBar
from app.widgets.forms.form import Form
from app.widgets.pages.counts.page import CountsPage
from app.widgets.pages.matrix.page import MatrixPage
from app.widgets.pages.register.page import RegisterPage
from app.widgets.panels.history.view import HistoryView
from app.widgets.panels.left import LeftPanel
from app.widgets.program.window_manager import WindowManager
from app.widgets.window.about import About
from app.widgets.window.bar import Bar
from app.widgets.window.command_palette import CommandPalette
from app.widgets.window.main_window import MainWindow
from app.widgets.window.shortcut_sheet import ShortcutSheet
from app.widgets.window.status import Status
from app.widgets.window.still_busy import (
    StillBusy,
    StillClosing,
    StillLooking,
    StillWriting,
    question_on_loss,
)
from tests.driver import WindowDriver
from tests.said import texts_in

_MARKED = "⟦"
_LETTERS = re.compile(r"[A-Za-z]{3}")


@pytest.fixture
def pseudo(request: pytest.FixtureRequest) -> WindowDriver:
    """The sample in a window that speaks a language nobody speaks."""
    set_program_language("en_XA")
    window: WindowDriver = request.getfixturevalue("pizzeria")
    return window


def _select_persona(driver: WindowDriver) -> None:
    driver.editor.select([driver.document.personas()[0].id])


def _select_stage(driver: WindowDriver) -> None:
    driver.editor.select([driver.document.stages(driver.editor.map)[0].id])


SHOWN: dict[str, tuple[type[QWidget], Callable[[WindowDriver], object]]] = {
    "left panel": (LeftPanel, lambda _: None),
    "map": (Form, lambda _: None),
    "persona": (Form, _select_persona),
    "stage": (Form, _select_stage),
    "find bar": (FindBar, lambda driver: driver.press("Ctrl+H")),
    "filter": (FilterPanel, lambda driver: driver.press("Ctrl+Shift+F")),
    "history": (HistoryView, lambda driver: driver.press("Ctrl+Shift+H")),
    "register": (RegisterPage, lambda driver: driver.press("Ctrl+Shift+R")),
    "bar": (Bar, lambda _: None),
    "status": (Status, lambda _: None),
    "palette": (CommandPalette, lambda driver: driver.press("Ctrl+K")),
    "shortcuts": (ShortcutSheet, lambda driver: driver.press("F1")),
    "about": (About, lambda driver: driver.window.show_about()),
    "matrix": (MatrixPage, lambda driver: driver.press("Ctrl+Shift+X")),
    "counts": (CountsPage, lambda driver: driver.press("Ctrl+Shift+G")),
}


@pytest.mark.parametrize("name", SHOWN)
def test_every_word_is_marked(pseudo: WindowDriver, name: str) -> None:
    kind, show = SHOWN[name]
    show(pseudo)
    shown = [each for each in pseudo.window.findChildren(kind) if each.isVisible()]
    assert shown
    own = {
        text
        for record in pseudo.document
        for value in record.model_dump().values()
        for text in texts_in(value)
    }
    own |= {"Journeywall", pseudo.window.path.name, *map(own_name, languages())}
    assert {
        text
        for each in shown
        for text in _unmarked(each)
        if not any(text.replace("&&", "&") in one for one in own)
    } == set()


def test_every_word_of_an_action_is_marked(pseudo: WindowDriver) -> None:
    menus = {menu.title() for menu in pseudo.window.actions_by_name.menus()}
    assert {title for title in menus if _MARKED not in title} == set()
    for action, made in pseudo.window.actions_by_name:
        assert all(_MARKED in text for text in (made.text(), made.iconText(), made.toolTip())), action.name
        assert all(_MARKED in str(text) for text in (action.text, action.tip, action.menu)), action.name


@pytest.mark.parametrize(
    "make",
    [
        lambda window: StillWriting(window, "a", 3),
        lambda window: StillLooking(window, "a"),
        lambda window: StillClosing(window, "a"),
    ],
    ids=["writing", "looking", "closing"],
)
def test_every_word_before_a_window_closes_is_marked(
    pseudo: WindowDriver, make: Callable[[MainWindow], StillBusy]
) -> None:
    pseudo.window.show_overlay(lambda: make(pseudo.window))
    (bar,) = pseudo.window.findChildren(StillBusy)
    assert _unmarked(bar) == set()


def test_every_word_of_the_question_on_loss_is_marked(pseudo: WindowDriver) -> None:
    box = question_on_loss(pseudo.window, "⟦⟧", is_gone=True).box
    box.open()
    assert _unmarked(box) - {"Journeywall"} == set()
    box.close()


def test_every_word_of_the_start_page_is_marked(window_manager: WindowManager) -> None:
    set_program_language("en_XA")
    assert _unmarked(window_manager.open_start()) - {"Journeywall"} == set()


def _unmarked(top: QWidget) -> set[str]:
    return {text for text in _words(top) if _MARKED not in text and _LETTERS.search(text)}


def _words(top: QWidget) -> Iterator[str]:
    for widget in (top, *top.findChildren(QWidget)):
        if not widget.isVisible() or (isinstance(widget, QToolButton) and widget.defaultAction() is not None):
            continue  # What an action says is the action's.
        if widget.property("role") == "key":
            continue  # Keys are written by Qt.
        yield from (widget.accessibleName(), widget.accessibleDescription(), widget.toolTip())
        yield widget.windowTitle()
        match widget:
            case QAbstractButton() | QLabel():
                yield widget.text()
            case QLineEdit() | QPlainTextEdit():
                yield widget.placeholderText()
            case QComboBox():
                yield from (widget.itemText(index) for index in range(widget.count()))
            case QListWidget():
                yield from (widget.item(row).text() for row in range(widget.count()))
            case QTableWidget():
                for column in range(widget.columnCount()):
                    header = widget.horizontalHeaderItem(column)
                    yield header.text() if header is not None else ""
                for row in range(widget.rowCount()):
                    for column in range(widget.columnCount()):
                        item = widget.item(row, column)
                        yield str(item.data(Qt.ItemDataRole.DisplayRole)) if item is not None else ""
