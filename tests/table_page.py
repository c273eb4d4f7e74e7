"""Works the page on which a table is looked at before it is brought in."""

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from app.widgets.base.background_work import Progress
from app.widgets.tables.preview.page import TablePage
from tests.driver import LEFT, WindowDriver


def page(driver: WindowDriver, seconds: int = 10) -> TablePage:
    """The page on which a table is looked at."""
    driver.wait_until(lambda: any(map(QWidget.isVisible, driver.window.findChildren(TablePage))))
    (shown,) = [one for one in driver.window.findChildren(TablePage) if one.isVisible()]
    driver.wait_until(lambda: not shown.is_reading, seconds)
    return shown


def bring_in(driver: WindowDriver, way: str) -> None:
    """Choose where the table goes, and bring it in."""
    shown = page(driver)
    segments = (shown.parts.new_map, shown.parts.one_map, shown.parts.into_map)
    (segment,) = [one for one in segments if one.text() == way]
    QTest.mouseClick(segment, LEFT)
    page(driver)
    QTest.mouseClick(shown.parts.bring_in, LEFT)
    settle(driver)


def settle(driver: WindowDriver) -> None:
    """Wait until nothing is read any more."""
    driver.wait_until(lambda: not driver.window.findChildren(Progress))
