"""What a person meets beside the map: boxes, strips, and another program at the file."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from PySide6.QtWidgets import QAbstractButton, QApplication, QMessageBox, QWidget

from app.widgets.base.overlays.notice import Notice
from app.widgets.window.main_window import MainWindow


def notices(window: MainWindow) -> list[str]:
    return [notice.words.text() for notice in window.findChildren(Notice) if notice.isVisible()]


def boxes() -> list[QMessageBox]:
    return [each for each in QApplication.topLevelWidgets() if isinstance(each, QMessageBox)]


def click(parent: QWidget, text: str) -> None:
    (button,) = [
        each for each in parent.findChildren(QAbstractButton) if each.text() == text and each.isVisible()
    ]
    button.click()


@contextmanager
def another_program(path: Path) -> Iterator[None]:
    """Something like a backup program, which keeps the file to itself."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("BEGIN EXCLUSIVE")
        yield
