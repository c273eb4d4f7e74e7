"""The history panel in the hands of a person."""

from app.widgets.panels.history.view import HistoryView
from tests.driver import WindowDriver


def history_of(driver: WindowDriver) -> HistoryView:
    driver.press("Ctrl+Shift+H")
    (view,) = driver.window.findChildren(HistoryView)
    return view
