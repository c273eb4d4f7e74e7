"""A widget that takes the focus for another, or has a label, stays a part of what it stands in.

PySide would take it for a part of that other one, or of the label. When that goes, whatever Qt made within
it (the document of a text, a scroll bar) would be gone for Python while it is still there. That ends in
errors, or in a crash. The same becomes of a whole window that is reached by the chain of the focus.
"""

from PySide6.QtWidgets import QLabel, QWidget


def set_focus_proxy(widget: QWidget, taker: QWidget) -> None:
    """Have another widget take the focus for one."""
    widget.setFocusProxy(taker)
    _stay(taker)


def focus_proxy(widget: QWidget) -> QWidget | None:
    """What takes the focus for a widget, if anything does."""
    taker = widget.focusProxy()
    if taker is not None:
        _stay(taker)
    return taker


def set_buddy(label: QLabel, control: QWidget) -> None:
    """Have a label name a control."""
    label.setBuddy(control)
    _stay(control)


def _stay(widget: QWidget) -> None:
    """Tell PySide where a widget stands; for Qt nothing changes."""
    widget.setParent(widget.parentWidget())
