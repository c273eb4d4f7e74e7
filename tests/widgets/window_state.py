"""All that can be told of a window: what it shows, and what plain values its parts keep.

Two windows of the same state are, for a test, the same window. What a test does not see is left out: what was
laid out or painted, and forms that wait to be shown again.
"""

from collections import Counter
from collections.abc import Iterator
from enum import Enum

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QLineEdit,
    QListView,
    QMenu,
    QPlainTextEdit,
    QScrollBar,
    QWidget,
)

from app.model.finding.filtering import Filter
from app.model.records import Record
from app.session.selection import Selection
from app.widgets.forms.form import Form
from app.widgets.panels.graph import GraphPanel
from app.widgets.panels.review import ReviewGroup
from tests.driver import WindowDriver

State = dict[str, object]

_PLAIN = (bool, int, float, str, bytes, Enum, Record, Selection, Filter, type(None))
_PLACES = (QPoint, QPointF, QRect, QRectF, QSize)
_TEXTS = (
    "text", "toPlainText", "currentText", "windowTitle", "title", "toolTip",
    "accessibleName", "accessibleDescription",
)  # fmt: skip
_FIGURES = (
    "isChecked", "isDown", "isReadOnly", "currentIndex", "currentRow", "value", "minimum", "maximum", "count",
)  # fmt: skip
_PASSING = {
    "_forms", "typing", "review", "graph", "_shown", "_corner", "_picture", "_last", "_was_selected", "_all",
    "_passing", "_index", "_step", "_persona", "paper",
}  # fmt: skip
"""Attributes that say something only while what they belong to is open, or that are made again as needed."""
_LOOKED_INTO = ("app.widgets.", "app.session.editor", "app.session.selection")


def state_of(driver: WindowDriver) -> State:
    """What is seen, by its place in the window, and what is kept, by the way there."""
    focus = QApplication.focusWidget()
    seen: State = {
        "document": list(driver.document),
        "steps": driver.editor.history.steps,
        "focus": focus and (type(focus).__name__, focus.accessibleName()),
    }
    _look_at(driver.window, "", seen)
    seen.update(_kept(driver.window))
    return seen


def differences(before: State, after: State) -> list[str]:
    """What is not as it was, in words."""
    return [
        f"{name}: {before.get(name)!r:.100} became {after.get(name)!r:.100}"
        for name in (before | after)
        if before.get(name, ...) != after.get(name, ...)
    ]


def _look_at(widget: QWidget, way: str, seen: State) -> None:
    """Note a widget that is shown, and all in it, by their kinds; of what is hidden what was put into it.

    The review reads the map when it has come to rest, which moves what is beside it.
    """
    is_shown = widget.isVisible()
    if isinstance(widget, QScrollBar | ReviewGroup) or (
        not is_shown and isinstance(widget, Form | GraphPanel | QMenu)
    ):
        return
    if found := tuple(_shown(widget)) if is_shown else tuple(_held(widget)):
        seen[way] = found
    counts: Counter[str] = Counter()
    for child in widget.children():
        if isinstance(child, QWidget) and (is_shown or not child.isVisible()):
            kind = f"{type(child).__name__} {child.objectName()}"
            counts[kind] += child.isVisible()
            _look_at(child, f"{way}/{kind}{counts[kind] if child.isVisible() else ''}", seen)


def _held(widget: QWidget) -> Iterator[object]:
    """What a person has put into a widget."""
    held = ""
    if isinstance(widget, QPlainTextEdit):
        held = widget.toPlainText()
    elif isinstance(widget, QLineEdit):
        held = widget.text()
    elif isinstance(widget, QAbstractButton) and widget.isChecked():
        held = f"{widget.text()} is ticked"
    if held:
        yield held


def _shown(widget: QWidget) -> Iterator[object]:
    yield widget.isEnabled()
    if widget.objectName() not in ("panel-content", "qt_scrollarea_vcontainer"):
        yield widget.geometry().getRect()
    # The index of a list's entry would be another object each time.
    asked = _TEXTS if isinstance(widget, QListView) else (*_TEXTS, *_FIGURES)
    for name in asked:
        if hasattr(type(widget), name):
            yield getattr(widget, name)()


def _kept(root: object) -> Iterator[tuple[str, object]]:
    """The plain values that can be reached from an object of the window."""
    known: set[int] = set()
    waiting: list[tuple[str, object]] = [("window", root)]
    while waiting:
        way, found = waiting.pop()
        if isinstance(found, _PLAIN):
            yield way, found
        elif isinstance(found, _PLACES):
            yield way, repr(found)
        elif isinstance(found, tuple | list):
            waiting += ((f"{way}[{number}]", one) for number, one in enumerate(found))
        elif isinstance(found, dict):
            waiting += ((f"{way}[{key!r:.40}]", one) for key, one in found.items())
        elif isinstance(found, set | frozenset):
            yield way, {one for one in found if isinstance(one, _PLAIN)}
        elif type(found).__module__.startswith(_LOOKED_INTO) and id(found) not in known:
            known.add(id(found))
            waiting += (
                ((f"{way}.{name}", one) for name, one in vars(found).items() if name not in _PASSING)
                if hasattr(found, "__dict__")
                else ()
            )
