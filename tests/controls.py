"""The controls of a window, as Tab meets them."""

from PySide6.QtWidgets import QApplication, QWidget

from tests.driver import WindowDriver


def question(driver: WindowDriver) -> None:
    driver.select_note("Host at the door")
    QApplication.clipboard().setText("\n".join("\t".join("abcdefghij") for _ in range(30)))
    driver.press("Ctrl+V")


def stops(top: QWidget) -> list[QWidget]:
    """What Tab comes to."""
    return [
        each
        for each in top.findChildren(QWidget)
        if each.focusPolicy().value & 1 and each.isVisible() and each.focusProxy() is None
    ]
