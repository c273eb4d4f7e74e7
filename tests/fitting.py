"""Whether words and controls have the room that they need: nothing is cut off, or lies over another."""

import re
from collections.abc import Iterator, Sequence

from PySide6.QtCore import QRect, QSize
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QListWidget,
    QProgressBar,
    QPushButton,
    QScrollArea,
    QToolButton,
    QWidget,
)

_LEAF = (QAbstractButton, QLineEdit, QLabel, QProgressBar, QComboBox, QAbstractSpinBox)
_BETWEEN_WORDS = re.compile(r"[\s/_-]+")
_SLACK = 1
"""Logical pixels: sizes are whole."""


def misfits(top: QWidget, within: QSize) -> list[str]:
    """What of the controls in a window, dialog or overlay does not fit."""
    found = [] if _is_within(top, within) else [f"{told(top)} is larger than the screen: {top.size()}"]
    shown = [each for each in top.findChildren(QWidget) if each.isVisible() and each.window() is top.window()]
    leaves = [each for each in shown if isinstance(each, _LEAF) and not _is_part(each)]
    found += [f"{told(each)} {fault}" for each in leaves for fault in _words_cut_off(each)]
    found += [f"{told(each)} {fault}" for each in leaves for fault in _out_of_its_parent(each)]
    found += [f"{told(each)} {fault}" for each in shown for fault in _too_wide_inside(each)]
    found += _overlaps(leaves)
    return found


def told(widget: QWidget) -> str:
    words = widget.accessibleName() or (widget.text() if isinstance(widget, QLabel) else widget.toolTip())
    return f"{type(widget).__name__} {words[:60]!r}"


def _is_within(top: QWidget, within: QSize) -> bool:
    return not top.isWindow() or (top.width() <= within.width() and top.height() <= within.height())


def _is_part(widget: QWidget) -> bool:
    """Whether it is a part of a control, which has cared for its room, as the line of a box with arrows."""
    parent = widget.parentWidget()
    while parent is not None and not parent.isWindow():
        if isinstance(parent, QComboBox | QAbstractSpinBox | QLineEdit):
            return True
        parent = parent.parentWidget()
    return False


def _words_cut_off(widget: QWidget) -> Iterator[str]:
    """A control that shortens its words says them whole when one hovers over it."""
    match widget:
        case QLabel():
            if widget.wordWrap():
                needed = widget.heightForWidth(widget.width())
                if widget.height() < needed - _SLACK:
                    yield f"is {widget.height()} high and needs {needed}"
                longest = max(
                    (
                        widget.fontMetrics().horizontalAdvance(one)
                        for one in _BETWEEN_WORDS.split(widget.text())
                    ),
                    default=0,
                )
                if longest > widget.contentsRect().width() + _SLACK:
                    yield f"is {widget.width()} wide and has a word of {longest}"
            elif (
                widget.text()
                and widget.width() < widget.sizeHint().width() - _SLACK
                and not _is_hovered(widget, widget.text())
            ):
                yield f"is {widget.width()} wide and needs {widget.sizeHint().width()}"
        case QCheckBox() | QPushButton() | QToolButton():
            if widget.width() < widget.sizeHint().width() - _SLACK and not _is_hovered(widget, widget.text()):
                yield f"is {widget.width()} wide and needs {widget.sizeHint().width()}"
            if widget.height() < widget.minimumSizeHint().height() - _SLACK:
                yield f"is {widget.height()} high and needs {widget.minimumSizeHint().height()}"
        case QComboBox():
            words = widget.currentText() or widget.placeholderText()
            room = widget.width() - 24
            needed = widget.fontMetrics().horizontalAdvance(words)
            if needed > room + _SLACK and not _is_hovered(widget, words):
                yield f"has {room} for {words!r} and needs {needed}"
        case QLineEdit():
            words = widget.placeholderText() if not widget.text() else ""
            needed = widget.fontMetrics().horizontalAdvance(words)
            if needed > widget.contentsRect().width() - 4 and not _is_hovered(widget, words):
                yield f"is {widget.width()} wide and needs {needed} for {words!r}"


def _is_hovered(widget: QWidget, words: str) -> bool:
    # A tip breaks its lines elsewhere, and is not endless.
    tip, whole = ("".join(text.split()) for text in (widget.toolTip(), words.replace("&&", "&")))
    return whole[:60] in tip


def _out_of_its_parent(widget: QWidget) -> Iterator[str]:
    """What lies in something that scrolls may be below what is seen, but not beside it."""
    parent = widget.parentWidget()
    if parent is None:
        return
    place = widget.geometry()
    if not parent.rect().adjusted(-_SLACK, -_SLACK, _SLACK, _SLACK).contains(place) and not _is_scrolled(
        parent
    ):
        yield f"at {place.getRect()} is not in its {type(parent).__name__} of {parent.size().toTuple()}"


def _is_scrolled(parent: QWidget) -> bool:
    around = parent.parentWidget()
    return isinstance(around, QAbstractScrollArea) and around.viewport() is parent


def _too_wide_inside(area: QWidget) -> Iterator[str]:
    if isinstance(area, QScrollArea) and (content := area.widget()) is not None:
        inner, outer = content.width(), area.viewport().width()
        if inner > outer + _SLACK and not area.horizontalScrollBar().isVisible():
            yield f"shows {outer} of what is {inner} wide"
    elif isinstance(area, QListWidget):
        for row in range(min(area.count(), 40)):
            item = area.item(row)
            place = area.visualItemRect(item)
            needed = area.sizeHintForIndex(area.indexFromItem(item)).width()
            room = min(place.width(), area.viewport().width())
            beside = area.itemWidget(item)
            if (
                beside is None
                and needed > room + _SLACK
                and item.text() not in item.toolTip()
                and not area.wordWrap()
            ):
                yield f"shows {room} of {needed} of {item.text()!r}"


def _overlaps(leaves: Sequence[QWidget]) -> list[str]:
    places = {each: QRect(each.mapTo(each.window(), each.rect().topLeft()), each.size()) for each in leaves}
    return [
        f"{told(one)} lies over {told(other)}"
        for index, one in enumerate(leaves)
        for other in leaves[index + 1 :]
        if one.parentWidget() is other.parentWidget() and places[one].intersects(places[other])
    ]
