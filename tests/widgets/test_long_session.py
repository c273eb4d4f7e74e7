"""One window that is used for a whole day: what was shown and is gone never stops what comes after it."""

from collections.abc import Callable
from random import Random

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication
from pytestqt.exceptions import capture_exceptions

from app.model.invariants import faults
from app.model.verbs.editing import delete
from app.widgets.pages.live_window import LiveWindow
from tests.belonging import astray
from tests.driver import WindowDriver

ACTS, ACTS_BETWEEN_LOOKS, MOST_NOTES, MOST_MAPS = 2000, 25, 120, 4
WORDS = ("Car park", "teh queue", "é 1?", "Wartezeit", "🍕")
ENDS = ("", "Escape", "Return", "Tab", "F6", "Shift+F6", "Ctrl+Z", "Ctrl+Return", "F2")
KEYS = (
    *(
        "F6",
        "F6",
        "F6",
        "Shift+F6",
        "Tab",
        "Shift+Tab",
        "Left",
        "Right",
        "Up",
        "Down",
        "Escape",
        "F2",
        "Delete",
    ),
    *("Ctrl+Z", "Ctrl+Z", "Ctrl+Y", "Ctrl+C", "Ctrl+V", "Ctrl+D", "Ctrl+A", "Ctrl+0", "Ctrl+9", "Alt+2"),
)
PANELS = ("F7", "F8", "F9", "Ctrl+Shift+L", "Ctrl+Shift+F", "Ctrl+F", "F4", "Ctrl+Shift+H", "Ctrl+Shift+P")
# Not the preferences: an arrow there gives the window another language, and so another window.
OVERLAYS = ("F5", "Ctrl+K", "F1", "Ctrl+Shift+I", "Ctrl+Shift+R", "Ctrl+Shift+G")
ACTIONS = (
    *("maps.next", "maps.previous", "maps.duplicate", "notes.vote", "stages.split", "sections.fold"),
    *("notes.relate", "personas.add", "personas.previous", "view.numbers", "view.lock", "view.spelling"),
)


class Day:
    """Somebody without a purpose, in one window."""

    def __init__(self, driver: WindowDriver, random: Random) -> None:
        self._driver = driver
        self._random = random

    def act(self) -> None:
        acts: list[tuple[Callable[[], None], int]] = [
            *((self._type, 6), (self._select, 6), (self._press, 5), (self._act, 2)),
            *((self._turn_panel, 2), (self._look_at_overlay, 1), (self._fill_in, 1)),
        ]
        ways, shares = zip(*acts, strict=True)
        self._random.choices(ways, shares)[0]()

    def _type(self) -> None:
        self._return()
        self._driver.write(self._random.choice(WORDS))
        self._press_one_of(ENDS)

    def _select(self) -> None:
        layout = self._driver.canvas.shown.layout
        parts = (
            [column.stage.id for column in layout.columns],
            [row.section.id for row in layout.rows],
            [box.id for box in layout.boxes_in(layout.rectangle)],
        )
        if ids := self._random.choice(parts):
            self._driver.editor.select([self._random.choice(ids)])

    def _press(self) -> None:
        self._press_one_of(KEYS)

    def _act(self) -> None:
        self._driver.window.actions_by_name[self._random.choice(ACTIONS)].trigger()

    def _turn_panel(self) -> None:
        self._press_one_of(PANELS)
        self._press_one_of(("", "F6", "Tab"))
        self._return()

    def _look_at_overlay(self) -> None:
        self._return()
        self._press_one_of(OVERLAYS)
        self._press_one_of(("", "F6", "Tab", "Down"))
        self._leave()

    def _fill_in(self) -> None:
        """Type into whatever comes after some steps from pane to pane and within them."""
        self._return()
        for key in ("F6", "F6", "Tab", "Tab", "Tab")[: self._random.randint(2, 5)]:
            self._driver.press(key)
        self._driver.write("a,b,")
        self._leave()

    def _press_one_of(self, keys: tuple[str, ...]) -> None:
        if key := self._random.choice(keys):
            self._driver.press(key)

    def _leave(self) -> None:
        for _ in range(3):
            self._driver.press("Escape")
        for beside in QApplication.topLevelWidgets():
            if isinstance(beside, LiveWindow):
                beside.close()
        self._return()

    def _return(self) -> None:
        self._driver.window.activateWindow()
        self._driver.window.show_map()
        self._driver.canvas.setFocus()


@pytest.mark.long("types and presses keys for minutes")
@pytest.mark.parametrize("is_heard", [False, True])
def test_a_window_lasts_for_a_day(pizzeria: WindowDriver, is_heard: bool) -> None:
    QAccessible.setActive(is_heard)
    day, document = Day(pizzeria, Random(f"a day {is_heard}")), pizzeria.document
    with capture_exceptions() as raised:
        for number in range(ACTS):
            day.act()
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
            QApplication.processEvents()
            assert not raised, f"act {number}"
            if number % ACTS_BETWEEN_LOOKS == 0:
                assert astray(pizzeria.window) == []
                assert list(faults(document)) == []
                _tidy_up(pizzeria)
    QAccessible.setActive(False)


def _tidy_up(driver: WindowDriver) -> None:
    """A map that grows on and on would only be slow."""
    layout = driver.canvas.shown.layout
    ids = [box.id for box in layout.boxes_in(layout.rectangle)]
    maps = driver.document.maps()
    if len(ids) > MOST_NOTES:
        driver.editor.do(delete(driver.document, ids[MOST_NOTES // 2 :]))
    if len(maps) > 4:
        driver.editor.do(
            delete(driver.document, [each.id for each in maps[4:] if each.id != driver.editor.map])
        )
