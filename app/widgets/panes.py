"""Moves the keyboard from one pane of the window to the next."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget


def focus_next(panes: Sequence[QWidget], step: int) -> None:
    """From the pane that has the focus to the next one (1) or the one before (−1) that is shown."""
    focused = QApplication.focusWidget()
    shown = [pane for pane in panes if pane.isVisible()]
    here = next((i for i, pane in enumerate(shown) if focused and _holds(pane, focused)), -1)
    for further in range(1, len(shown) + 1):
        pane = shown[(here + step * further) % len(shown)]
        if (stop := _first_stop(pane)) is not None:
            stop.setFocus(Qt.FocusReason.TabFocusReason)
            return


def _first_stop(pane: QWidget) -> QWidget | None:
    """The first thing in a pane that takes the focus by Tab."""
    return next((each for each in (pane, *_in_focus_order(pane)) if _takes_tab(each)), None)


def _takes_tab(widget: QWidget) -> bool:
    by_tab = widget.focusPolicy().value & Qt.FocusPolicy.TabFocus.value
    return bool(by_tab) and widget.isEnabled() and widget.isVisible()


def _holds(pane: QWidget, widget: QWidget) -> bool:
    return pane is widget or pane.isAncestorOf(widget)


def _in_focus_order(pane: QWidget) -> list[QWidget]:
    found: list[QWidget] = []
    widget = pane.nextInFocusChain()
    while widget is not None and widget is not pane:
        if pane.isAncestorOf(widget):
            found.append(widget)
        widget = widget.nextInFocusChain()
    return found
