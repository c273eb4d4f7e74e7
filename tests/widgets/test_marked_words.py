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

from app.language.spoken import VARIABLE
from app.widgets.find.filter_panel import FilterPanel
from app.widgets.find.find_bar import FindBar
from app.widgets.forms.form import Form
from app.widgets.pages.counts.window import CountsWindow
from app.widgets.pages.register.window import RegisterWindow
from app.widgets.panels.history.view import HistoryView
from app.widgets.panels.left import LeftPanel
from tests.driver import WindowDriver

_MARKED = "⟦"
_LETTERS = re.compile(r"[A-Za-z]{3}")


@pytest.fixture
def pseudo(monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest) -> WindowDriver:
    """The sample in a window that speaks a language nobody speaks."""
    monkeypatch.setenv(VARIABLE, "en_XA")
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
    "register": (RegisterWindow, lambda driver: driver.press("Ctrl+Shift+R")),
    "counts": (CountsWindow, lambda driver: driver.press("Ctrl+Shift+G")),
}


@pytest.mark.parametrize("name", SHOWN)
def test_every_word_is_marked(pseudo: WindowDriver, name: str) -> None:
    kind, show = SHOWN[name]
    show(pseudo)
    [shown] = [each for each in pseudo.window.findChildren(kind) if each.isVisible()]
    own = {
        text for record in pseudo.document for value in record.model_dump().values() for text in _texts(value)
    }
    found = {text for text in _words(shown) if _MARKED not in text and _LETTERS.search(text)}
    assert {text for text in found if not any(text.replace("&&", "&") in one for one in own)} == set()


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple | list):
        for one in value:
            yield from _texts(one)
    elif isinstance(value, dict):
        for one in value.values():
            yield from _texts(one)


def _words(top: QWidget) -> Iterator[str]:
    for widget in (top, *top.findChildren(QWidget)):
        if not widget.isVisible() or (isinstance(widget, QToolButton) and widget.defaultAction() is not None):
            continue  # What an action says is the action's.
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
