"""What a person reads, hovers or hears of widgets, and what of it was not translated."""

import re
from collections.abc import Iterator

from PySide6.QtCore import QAbstractItemModel, QAbstractListModel, QModelIndex, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QComboBox,
    QGraphicsView,
    QGroupBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QMenu,
    QMessageBox,
    QPlainTextEdit,
    QPushButton,
    QSpinBox,
    QTabBar,
    QToolButton,
    QWidget,
)

from app.language.catalogues import languages
from app.language.own_names import own_name
from app.model.document import Document
from app.widgets.pages.export.preview import Preview
from app.widgets.pages.persona_page.sheet_view import SheetView

_LETTERS = re.compile(r"[^\W\d_]{3,}")
"""Signs such as "Aa", and what stands in for a face, are no words."""
_MARKED = re.compile(r"⟦[^⟦⟧]*⟧")
_CUT_OFF = re.compile(r"⟦[^⟧]*$", re.DOTALL)
"""The beginning of what is too long to be shown whole."""
_KEY = re.compile(
    r"\b(Ctrl|Alt|Shift|Esc|Return|Enter|Space|Home|End|PgUp|PgDown|Left|Right|Up|Down|Ins|Del|Backspace|Tab)\b"
)
_FUNCTION_KEY = re.compile(r"\bF\d{1,2}\b")
_PATH = re.compile(r"\S*/[^\s“”⟦⟧]+|\S+\.(journey|json|pdf|svg|png)\b")
_COLOUR = re.compile(r"#[0-9A-F]{6}\b")
_PAPER = re.compile(r"\b(Letter|Legal|Tabloid|ANSI|ARCH|Roll|mm|dpi|PDF|PNG|SVG|JSON)\b")
"""Papers, units and formats, which are the same everywhere."""
_MOST_ROWS = 200
_ITEM_ROLES = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole)


def unmarked_in(top: QWidget, written: frozenset[str]) -> set[str]:
    """The texts that are shown with words that nobody translated, but for those that people wrote."""
    written |= {own_name(each) for each in languages()}
    return {text for text in map(str, _said_in(top)) if _LETTERS.search(_without_what_is_fine(text, written))}


def written_in(document: Document) -> frozenset[str]:
    """What people wrote in a project: each text, and its lines."""
    found: set[str] = set()
    for record in document:
        for text in texts_in(record.model_dump()):
            found |= {text, text.upper(), *text.splitlines()}
    return frozenset(found)


def _without_what_is_fine(text: str, written: frozenset[str]) -> str:
    text = text.replace("&&", "\0").replace("&", "").replace("\0", "&")
    if text in written:
        return ""
    rest = text
    while (less := _MARKED.sub(" ", rest)) != rest:
        rest = less
    for fine in (_CUT_OFF, _PATH, _COLOUR, _KEY, _FUNCTION_KEY, _PAPER):
        rest = fine.sub(" ", rest)
    rest = rest.replace("Journeywall", " ")
    if not _LETTERS.search(rest):
        return ""
    # What is left may be what people wrote, in parts or shortened.
    parts = (part.strip(" \t·,:“”()…") for part in re.split(r"\n| {2,}|[·:,]", rest))
    return " ".join(part for part in parts if not any(part in one for one in written))


def texts_in(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple | list):
        for one in value:
            yield from texts_in(one)
    elif isinstance(value, dict):
        for one in value.values():
            yield from texts_in(one)


def _said_in(top: QWidget) -> Iterator[str]:
    for widget in (top, *top.findChildren(QWidget)):
        if widget.isVisible() and not _is_of_qt(widget):
            # A sheet says what is drawn on it, in the language of the project.
            is_drawn = isinstance(widget, SheetView | Preview)
            yield from (widget.accessibleName(), widget.toolTip())
            yield "" if is_drawn else widget.accessibleDescription()
            yield widget.windowTitle() if widget.isWindow() else ""
            yield from _own_words(widget)


def _is_of_qt(widget: QWidget) -> bool:
    """Whether the words are Qt's own, which has no catalogue for a language that nobody speaks."""
    parent, box = widget.parentWidget(), widget.window()
    if isinstance(widget, QPushButton) and isinstance(box, QMessageBox):
        return box.standardButton(widget) != QMessageBox.StandardButton.NoButton
    return widget.objectName().startswith("qt_") or isinstance(parent, QHeaderView)


def _own_words(widget: QWidget) -> Iterator[str]:
    match widget:
        case QToolButton():
            yield widget.text()
            if widget.menu() is not None:
                yield from _menu_words(widget.menu())
        case QAbstractButton() | QLabel():
            yield widget.text()
        case QLineEdit():
            yield widget.placeholderText()
            yield widget.text() if widget.isReadOnly() else ""
        case QPlainTextEdit():
            yield widget.placeholderText()
        case QComboBox():
            yield from (widget.itemText(index) for index in range(widget.count()))
            yield from (
                str(widget.itemData(index, role) or "")
                for index in range(widget.count())
                for role in _ITEM_ROLES
            )
        case QMenu():
            yield from _menu_words(widget)
        case QGroupBox():
            yield widget.title()
        case QTabBar():
            yield from (widget.tabText(index) for index in range(widget.count()))
        case QSpinBox():
            yield from (widget.prefix(), widget.suffix(), widget.specialValueText())
        case QHeaderView() | QGraphicsView():
            return
        case QAbstractItemView() if widget.model() is not None:
            yield from _item_words(widget.model(), QModelIndex())


def _menu_words(menu: QMenu) -> Iterator[str]:
    menu.aboutToShow.emit()  # Some are filled when they are opened.
    for entry in menu.actions():
        yield from _action_words(entry)
        inner = entry.menu()
        if isinstance(inner, QMenu):
            yield from _menu_words(inner)


def _action_words(action: QAction) -> Iterator[str]:
    if not action.isSeparator():
        yield from (action.text().partition("\t")[0], action.toolTip(), action.statusTip())


def _item_words(model: QAbstractItemModel, parent: QModelIndex) -> Iterator[str]:
    # A list has one column, and keeps that to itself.
    is_list = isinstance(model, QAbstractListModel)
    columns, rows = 1 if is_list else model.columnCount(parent), min(model.rowCount(parent), _MOST_ROWS)
    for row in range(rows):
        for column in range(columns):
            index = model.index(row, column, parent)
            yield from (str(index.data(role) or "") for role in _ITEM_ROLES)
            if not is_list:
                yield from _item_words(model, index)
    if not is_list:
        for count, way in ((columns, Qt.Orientation.Horizontal), (rows, Qt.Orientation.Vertical)):
            for section in range(count):
                for role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
                    yield str(model.headerData(section, way, role) or "")
