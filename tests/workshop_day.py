"""A whole workshop on the pizzeria, held in the real window by keys or by mouse, with a clock moved by hand.

Each act is one that people see happen; after any of them the process may be killed. Run as a module with the
path of a project and a number of acts it does so many, waits until all is saved, prints what the project
holds and is killed.
"""

import hashlib
import os
import signal
import sys
from collections.abc import Callable, Iterator
from functools import partial
from io import BytesIO
from pathlib import Path

from PySide6.QtCore import QPoint
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from app.formats.json import json_project
from app.formats.options import ExportOptions
from app.model.analysis.matrix import At
from app.model.document import Document
from app.model.records import Id, Note
from app.storage.project_file import ProjectFile
from app.widgets.program.style import Style
from app.widgets.program.window_manager import WindowManager
from app.widgets.room.matrix.placing_state import PlacingScreen
from app.widgets.window import main_window
from tests.clock_by_hand import Hands, by_hand
from tests.driver import LEFT, NO_KEYS, WindowDriver

AGENDA = ("Scope 5 min", "Pain points 10 min", "Vote 5 min", "Impact × effort 5 min")
USED = (4, 12, 6, 3)
"""Minutes that each item takes."""
HANDS = (0, 3, 5, 2, 4, 0, 4, 1, 1)
"""For the sample's nine ideas."""
PEOPLE = 10


class ByKeys:
    """The day by keyboard alone."""

    def __init__(self, driver: WindowDriver, hands: Hands) -> None:
        self.driver, self.hands = driver, hands
        self.placed: Id = ""

    def acts(self) -> Iterator[Callable[[], None]]:
        """In their order; each is done before the next is asked for."""
        for number, line in enumerate(AGENDA):
            yield partial(self.plan, line, number == 0)
        yield self.begin
        yield partial(self.look_around, USED[0])
        yield self.next_item
        for text in ("Twelve steps to the door", "3> Nobody greets", "p> Loyalty card"):
            yield partial(self.write_note, text)
        yield partial(self.spend, USED[1])
        yield self.next_item
        yield self.choose_ideas
        for hands in HANDS:
            yield partial(self.count, hands)
        yield self.reveal
        yield partial(self.spend, USED[2])
        yield self.close_round
        yield self.next_item
        yield self.place_note
        yield partial(self.spend, USED[3])
        yield self.finish

    def plan(self, line: str, is_first: bool) -> None:
        if is_first:
            self.command("agenda")
            self.driver.click("Type the first item")
        self.driver.write(line)
        self.driver.press("Return")
        if line == AGENDA[-1]:
            self.driver.press("Escape", times=2)

    def begin(self) -> None:
        self.command("begin the workshop")
        self.answer()

    def answer(self) -> None:
        self.driver.press("Ctrl+A")
        self.driver.write(str(PEOPLE))
        (begin,) = [one for one in self.driver.window.findChildren(QPushButton) if one.isDefault()]
        begin.setFocus()
        self.driver.press("Space")

    def look_around(self, minutes: int) -> None:
        """As a clicker does: forward, back, black and back again."""
        for key in ("PgDown", "PgDown", "PgUp", "B", "B", "PgDown"):
            self.driver.press(key)
        self.spend(minutes)

    def spend(self, minutes: int) -> None:
        self.hands.wait(minutes)
        self.driver.window.presentation.ticking.look()

    def next_item(self) -> None:
        self.driver.press("Shift+PgDown")

    def write_note(self, text: str) -> None:
        self.driver.write(text)
        self.driver.press("Return")

    def choose_ideas(self) -> None:
        """What is voted on: there are more pain points now than ideas, which stand second."""
        self.driver.write("2")

    def count(self, hands: int) -> None:
        self.driver.write(str(hands))
        self.driver.press("Return")

    def reveal(self) -> None:
        self.driver.press("Space", times=3)

    def close_round(self) -> None:
        self.driver.press("Space")

    def place_note(self) -> None:
        self.placed = self.screen.placing.picked or ""
        self.driver.press("Shift+Left")
        self.driver.press("Shift+Up")
        self.driver.press("Return")

    def finish(self) -> None:
        self.driver.press("Escape", times=3)
        self.command("end the workshop")

    def command(self, words: str) -> None:
        """Have something done by the words that it is looked for with."""
        self.driver.press("Ctrl+K")
        self.driver.write(words)
        self.driver.press("Return")

    @property
    def screen(self) -> PlacingScreen:
        screen = self.driver.window.middle.currentWidget()
        assert isinstance(screen, PlacingScreen)
        return screen


class ByMouse(ByKeys):
    """The day by mouse, but for what can only be typed."""

    def begin(self) -> None:
        self.command("begin the workshop")
        self.driver.write(str(PEOPLE))
        (begin,) = [one for one in self.driver.window.findChildren(QPushButton) if one.isDefault()]
        QTest.mouseClick(begin, LEFT)

    def command(self, words: str) -> None:
        """By the menu in which it stands."""
        made = self.driver.window.actions_by_name
        found = next(one for action, one in made if words in str(action.text).lower())
        assert found.isEnabled(), words
        found.trigger()

    def look_around(self, minutes: int) -> None:
        view = self.driver.window.presentation.view
        for _ in range(3):
            QTest.mouseClick(view, LEFT)
        self.spend(minutes)

    def place_note(self) -> None:
        view = self.screen.view
        self.placed = self.screen.placing.picked or ""
        start, end = view.place_of(self.placed), view.pixel_of(At(1 / 6, 5 / 6))
        assert start is not None
        QTest.mousePress(view, LEFT, NO_KEYS, start.toPoint())
        QTest.mouseMove(view, start.toPoint() + QPoint(20, 20))
        QTest.mouseMove(view, end.toPoint())
        QTest.mouseRelease(view, LEFT, NO_KEYS, end.toPoint())


def what_is_held(document: Document) -> str:
    """By which one can tell whether two projects hold the same."""
    stream = BytesIO()
    json_project.write(document, stream, ExportOptions())
    return hashlib.sha256(stream.getvalue()).hexdigest()


def written(document: Document) -> list[str]:
    return [note.text for note in document.all(Note)]


def _be_killed(path: Path, acts: int) -> None:
    """Do so many acts in a window of this process, and die at once when they are saved."""
    program, hands = QApplication([]), Hands()
    Style(program)
    vars(main_window)["Workshop"] = by_hand(hands)
    project = ProjectFile.open(path)
    manager = WindowManager()
    window = manager.show(project)
    window.resize(1440, 900)
    window.activateWindow()
    assert QTest.qWaitForWindowActive(window)
    day = ByKeys(WindowDriver(window, project), hands)
    for number, act in enumerate(day.acts(), 1):
        act()
        if number == acts:
            break
    assert project.wait_until_saved(30)
    print(what_is_held(project.document), flush=True)
    os.kill(os.getpid(), signal.SIGKILL)


if __name__ == "__main__":
    _be_killed(Path(sys.argv[1]), int(sys.argv[2]))
