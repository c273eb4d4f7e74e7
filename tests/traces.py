"""What is to be seen of a window and what its parts remember: all by which it can be told from another."""

from collections import Counter, deque
from collections.abc import Iterator
from enum import Enum
from typing import Any

from PySide6.QtCore import QObject, QPoint, QPointF, QRect, QRectF, QSize
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QLineEdit, QToolButton, QWidget
from shiboken6 import isValid

from app.widgets.at_hand.note_bar import NoteBar
from app.widgets.base.check_box import CheckBox
from app.widgets.base.page import Page
from app.widgets.canvas.edge_scrolling import EdgeScrolling
from app.widgets.canvas.minimap import Minimap
from app.widgets.canvas.painting.graph_items import Graphs
from app.widgets.canvas.painting.painted_map import PaintedMap
from app.widgets.canvas.pointer import Pointer
from app.widgets.canvas.shown_map import ShownMap
from app.widgets.canvas.typing.map_typing import Typing
from app.widgets.find.filter_panel import FilterChip
from app.widgets.find.find_bar import FindBar
from app.widgets.forms.field import Field
from app.widgets.forms.form import Form
from app.widgets.panels.legend import LegendGroup
from app.widgets.panels.review import ReviewGroup
from app.widgets.window.action_set import ActionSet

Traces = dict[str, Any]
"""By name, each a value that can be compared."""

_WALKED = ("app.session", "app.widgets", "app.workshop")
"""Where the parts are that remember something; records and drawings are compared as what is seen of them."""
_FOLLOW = (ActionSet, FilterChip, Form, Graphs, LegendGroup, NoteBar, ReviewGroup, ShownMap)
"""These remember nothing but what they last made of the document and the selection."""
_OF_THE_LAST = {
    EdgeScrolling: {"_step"},
    Minimap: {"_picture", "_painting"},
    PaintedMap: {"_unseen"},
    Pointer: {"_last", "_was_selected"},
}
"""What is only of the last gesture or sight, and made anew with the next."""
_PLAIN = (bool, int, float, str, bytes, Enum, type(None), QPoint, QPointF, QRect, QRectF, QSize)
_INPUTS = (QLineEdit, CheckBox, QToolButton)
"""What was entered or chosen there stays while it is hidden."""
_SEEN_OF = ("text", "plainText", "checked", "value", "currentIndex", "readOnly", "toolTip")


def traces_of(window: QWidget, but: QWidget) -> Traces:
    """What is shown in a window and beside it, `but` one part, and all plain values in its parts."""
    return dict([*_shown(window, but), *_remembered(window)])


def differences_of(before: Traces, after: Traces) -> list[str]:
    """What became otherwise. Parts that are made when first needed leave no trace before they are seen."""
    names = (name for name in {*before, *after} if name.startswith("shown") or name in before)
    return [
        f"{name}: {before.get(name)} became {after.get(name)}"
        for name in names
        if before.get(name) != after.get(name)
    ]


def _shown(window: QWidget, but: QWidget) -> Iterator[tuple[str, Any]]:
    focus = QApplication.focusWidget()
    for other in QApplication.topLevelWidgets():
        if other is not window and other.isVisible():
            yield f"shown beside {type(other).__name__}", True
    names: Counter[str] = Counter()
    for widget in window.findChildren(QWidget):
        is_shown = widget.isVisible()
        if not (is_shown or isinstance(widget, _INPUTS)) or _belong_together(widget, but):
            continue
        called = f"{type(widget).__name__} {widget.objectName() or widget.accessibleName()}"
        names[called] += 1
        name = f"{'shown' if is_shown else 'hidden'} {called} {names[called]}"
        if not is_shown and not isinstance(widget.parent(), Field):
            yield name, widget.property("text" if isinstance(widget, QLineEdit) else "checked")
        if not is_shown:
            continue
        seen = tuple(map(widget.property, _SEEN_OF))
        yield name, (widget.geometry().getRect(), widget.isEnabled(), widget is focus, seen)
        if isinstance(widget, QAbstractScrollArea):
            bars = widget.horizontalScrollBar(), widget.verticalScrollBar()
            yield f"{name} scrolled", tuple(bar.value() for bar in bars)


def _belong_together(widget: QWidget, other: QWidget) -> bool:
    return widget is other or other.isAncestorOf(widget) or widget.isAncestorOf(other)


def _remembered(window: QWidget) -> Iterator[tuple[str, Any]]:
    """Walks through the objects of the program from the window, each once."""
    todo: deque[tuple[str, Any]] = deque([("", window)])
    seen: set[int] = set()
    while todo:
        name, thing = todo.popleft()
        if isinstance(thing, _PLAIN):
            yield name, thing
        elif id(thing) not in seen:
            seen.add(id(thing))
            if not isinstance(thing, QObject) and _is_walked(thing):
                yield name, type(thing).__name__
            todo += [(f"{name}.{step}", part) for step, part in _parts(thing)]


def _parts(thing: Any) -> Iterator[tuple[object, Any]]:
    if isinstance(thing, dict):
        yield from thing.items()
    elif isinstance(thing, list | tuple):
        yield from enumerate(thing)
    elif _is_walked(thing):
        passed = _OF_THE_LAST.get(type(thing), ())
        yield from ((name, value) for name, value in _attributes(thing) if name not in passed)


def _is_walked(thing: Any) -> bool:
    if isinstance(thing, _FOLLOW) or not type(thing).__module__.startswith(_WALKED):
        return False
    is_ended = isinstance(thing, Typing) and thing.edited is None
    is_left = isinstance(thing, Page) and not thing.is_open
    is_closed = isinstance(thing, FindBar) and thing.isHidden()
    return not (is_ended or is_left or is_closed) and (not isinstance(thing, QObject) or isValid(thing))


def _attributes(thing: Any) -> Iterator[tuple[str, Any]]:
    yield from getattr(thing, "__dict__", {}).items()
    for kind in type(thing).__mro__:
        slots = getattr(kind, "__slots__", ())
        yield from ((name, getattr(thing, name)) for name in slots if hasattr(thing, name))
