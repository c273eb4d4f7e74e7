"""Moves the keyboard from one pane of the window to the next, and round within one."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QRect, Qt
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

from app.widgets.base.belonging import focus_proxy


def focus_next(panes: Sequence[QWidget], step: int) -> None:
    """From the pane that has the focus to the next one (1) or the one before (−1) that is shown."""
    focused = QApplication.focusWidget()
    shown = [pane for pane in panes if pane.isVisible()]
    here = shown.index(pane) if (pane := _innermost(shown, focused)) is not None else -1
    for further in range(1, len(shown) + 1):
        pane = shown[(here + step * further) % len(shown)]
        if (stop := _first_stop(pane)) is not None:
            stop.setFocus(Qt.FocusReason.TabFocusReason)
            return


def focus_round(pane: QWidget, is_forward: bool) -> bool:
    """From what has the focus in a pane to the next in it as one reads, round the end.

    Returns whether there is any.
    """
    # What was just added has no place of its own yet.
    QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
    stops, focused = _as_one_reads(pane), QApplication.focusWidget()
    if not stops:
        return False
    here = stops.index(focused) if focused in stops else -1 if is_forward else 0
    stop = stops[(here + (1 if is_forward else -1)) % len(stops)]
    stop.setFocus(Qt.FocusReason.TabFocusReason if is_forward else Qt.FocusReason.BacktabFocusReason)
    for area in pane.findChildren(QScrollArea):
        if area.isAncestorOf(stop):
            area.ensureWidgetVisible(stop)
    return True


def _as_one_reads(pane: QWidget) -> list[QWidget]:
    """What takes the focus in a pane, row by row; what scrolls, one part after the other."""
    areas = [area for area in pane.findChildren(QScrollArea) if area.isVisible()]
    held = {each for area in areas for each in area.findChildren(QWidget)}
    stops = [each for each in pane.findChildren(QWidget) if _takes_tab(each) and focus_proxy(each) is None]
    found: list[QWidget] = []
    for block in _in_rows(pane, [each for each in (*stops, *areas) if each not in held]):
        if block in stops:
            found.append(block)
        content = block.widget() if isinstance(block, QScrollArea) else None
        if content is not None:
            found += _as_one_reads(content)
    return found


def _in_rows(pane: QWidget, widgets: Sequence[QWidget]) -> list[QWidget]:
    """Widgets as one reads: in the same row is what has its middle beside another."""
    places = {each: QRect(each.mapTo(pane, QPoint(0, 0)), each.size()) for each in widgets}
    rows: list[list[QWidget]] = []
    for each in sorted(widgets, key=lambda each: places[each].center().y()):
        if rows and places[each].center().y() < places[rows[-1][0]].bottom():
            rows[-1].append(each)
        else:
            rows.append([each])
    if pane.isRightToLeft():
        return [each for row in rows for each in sorted(row, key=lambda each: -places[each].right())]
    return [each for row in rows for each in sorted(row, key=lambda each: places[each].left())]


def _innermost(panes: Sequence[QWidget], focused: QWidget | None) -> QWidget | None:
    """The pane that has the focus: of those in one another, as a card on the canvas, the inner one."""
    holding = [pane for pane in panes if focused is not None and _holds(pane, focused)]
    return next((pane for pane in holding if all(_holds(outer, pane) for outer in holding)), None)


def _first_stop(pane: QWidget) -> QWidget | None:
    """The pane, where it takes the focus by Tab itself, or the first thing in it that does."""
    return pane if _takes_tab(pane) else next(iter(_as_one_reads(pane)), None)


def _takes_tab(widget: QWidget) -> bool:
    by_tab = widget.focusPolicy().value & Qt.FocusPolicy.TabFocus.value
    return bool(by_tab) and widget.isEnabled() and widget.isVisible()


def _holds(pane: QWidget, widget: QWidget) -> bool:
    return pane is widget or pane.isAncestorOf(widget)
