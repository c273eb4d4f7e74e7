"""A show on two screens that Qt makes up from a file, as a program of its own: what it saw, it says as JSON.

Which screens there are is settled when Qt starts. None can be taken away while it runs: for that, the show is
told of fewer screens than there are.
"""

import json
import os
import sys
from pathlib import Path
from typing import Any

SCREENS = (("laptop", 0, 1280, 800), ("projector", 1280, 1920, 1080))


def write_screens(path: Path) -> None:
    """The file of screens that Qt reads: QT_QPA_PLATFORM=offscreen:configfile=…"""
    screens = [
        {"name": name, "x": x, "y": 0, "width": width, "height": height}
        | {"dpr": 1, "logicalDpi": 96, "logicalBaseDpi": 96}
        for name, x, width, height in SCREENS
    ]
    path.write_text(json.dumps({"screens": screens}), encoding="utf-8")


def main() -> None:
    folder = Path(sys.argv[1])
    write_screens(folder / "screens.json")
    os.environ["QT_QPA_PLATFORM"] = f"offscreen:configfile={folder / 'screens.json'}"
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QApplication

    from app.formats.templates import template
    from app.storage.project_file import ProjectFile
    from app.widgets.program.style import Style
    from app.widgets.program.window_manager import WindowManager
    from tests.driver import WindowDriver

    application = QApplication([])
    style = Style(application)
    manager = WindowManager()
    project = ProjectFile.create(folder / "dinner.journey", template("pizzeria"))
    window = manager.show(project)
    window.resize(1100, 700)
    window.activateWindow()
    assert QTest.qWaitForWindowActive(window)
    seen = _look(WindowDriver(window, project), application.screens())
    window.close()
    style.deleteLater()
    sys.stdout.write(json.dumps(seen) + "\n")


def _look(driver: Any, screens: Any) -> dict[str, Any]:
    from app.model.records import Note
    from app.widgets.room.two_screens.presenter_screen import PresenterScreen

    window, show, placing = driver.window, driver.window.presentation.show, driver.window.presentation.placing
    laptop, projector = screens
    seen: dict[str, Any] = {}

    def note(when: str) -> None:
        presenter = placing.presenter
        seen[when] = {
            "picture": window.screen().name() if window.isFullScreen() else "",
            "presenter": presenter.screen().name() if placing.has_presenter else "",
            "stage": show.number,
            "mode": show.mode,
            "fills": window.geometry() == window.screen().geometry(),
            "size": [window.width(), window.height()],
            "is_seen": placing.is_picture_seen,
        }

    note("before")
    driver.press("F5")
    note("begun")
    driver.press("PgDown", times=3)
    note("gone on")
    presenter = placing.presenter
    assert isinstance(presenter, PresenterScreen)
    driver.wait_until(lambda: not presenter.seen.isNull())
    before = presenter.seen.toImage()
    driver.press("PgDown")
    driver.wait_until(lambda: presenter.seen.toImage() != before)
    seen["shown to the presenter"] = [presenter.seen.width(), presenter.seen.height()]
    driver.press("X")
    note("swapped")
    driver.press("X")
    note("swapped back")
    placing.screens = lambda: [laptop]
    placing.follow()
    note("unplugged")
    driver.press("PgDown")
    note("gone on without")
    placing.screens = lambda: [laptop, projector]
    placing.follow()
    note("plugged in")
    driver.press("E")
    note("writing")
    driver.write("Nobody")
    driver.press("Escape", times=2)
    seen["written"] = any(one.text == "Nobody" for one in driver.document.all(Note))
    driver.press("Escape", times=2)
    note("ended")
    placing.screens = lambda: [laptop]
    driver.press("F5")
    note("with one screen")
    driver.press("Escape", times=2)
    return seen
