"""Texts on the map as a person types, pastes and undoes them."""

from PySide6.QtGui import QGuiApplication

from app.model.records import Note
from app.widgets.canvas.typing.text_editor import TextEditor
from tests.driver import WindowDriver


def editor(driver: WindowDriver) -> TextEditor:
    (found,) = (each for each in driver.canvas.scene().items() if isinstance(each, TextEditor))
    return found


def paste(driver: WindowDriver, text: str) -> None:
    QGuiApplication.clipboard().setText(text)
    driver.press("Ctrl+V")


def texts(driver: WindowDriver) -> list[str]:
    return [note.text for note in driver.document.all(Note)]


def typed(driver: WindowDriver) -> Note:
    return driver.document.get(Note, driver.canvas.typing.edited or "")
