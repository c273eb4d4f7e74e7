"""What of a window is cut off, squeezed, or lies over another."""

from PySide6.QtCore import QRect
from PySide6.QtWidgets import (
    QAbstractButton,
    QComboBox,
    QLabel,
    QLineEdit,
    QProgressBar,
    QScrollArea,
    QWidget,
)

LEAF = (QAbstractButton, QLineEdit, QLabel, QProgressBar, QComboBox)


def faults(top: QWidget) -> list[str]:
    """What of a widget's controls is cut off or lies over another."""
    shown = [
        each
        for each in top.findChildren(QWidget)
        if isinstance(each, LEAF) and each.isVisible() and not _is_in_scroll_area(each, top)
    ]
    places = {each: QRect(each.mapTo(top, each.rect().topLeft()), each.size()) for each in shown}
    found = [f"{_told(one)} is cut off" for one, place in places.items() if not top.rect().contains(place)]
    found += [
        f"{_told(one)} is squeezed"
        for one, place in places.items()
        if isinstance(one, QAbstractButton) and place.width() < one.minimumSizeHint().width()
    ]
    found += [
        f"{_told(one)} lies over {_told(other)}"
        for one, place in places.items()
        for other, beside in places.items()
        if place.intersects(beside) and one is not other and not _holds(one, other)
    ]
    return found


def _is_in_scroll_area(widget: QWidget, top: QWidget) -> bool:
    parent = widget.parentWidget()
    while parent is not None and parent is not top:
        if isinstance(parent, QScrollArea):
            return True
        parent = parent.parentWidget()
    return False


def _holds(one: QWidget, other: QWidget) -> bool:
    return one.isAncestorOf(other) or other.isAncestorOf(one)


def _told(widget: QWidget) -> str:
    return f"{type(widget).__name__} {widget.accessibleName() or widget.toolTip()}"
