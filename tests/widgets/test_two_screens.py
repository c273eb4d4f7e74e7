"""The picture on one screen, the presenter's on another: tried with screens that Qt makes up."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication

from app.language.spoken import set_program_language
from app.widgets.room.two_screens.keys_of_states import rows_of
from app.widgets.room.two_screens.presenter_screen import WIDTH, PresenterScreen
from app.widgets.window.main_window import MainWindow
from tests.driver import WindowDriver
from tests.programs import ROOT

Seen = dict[str, Any]


@pytest.fixture(scope="module")
def seen(tmp_path_factory: pytest.TempPathFactory) -> Seen:
    """What a program saw that showed the sample on two screens."""
    folder = tmp_path_factory.mktemp("two screens")
    code = "from tests.two_screens import main; main()"
    done = subprocess.run(
        [sys.executable, "-c", code, str(folder)],
        cwd=ROOT, capture_output=True, text=True, encoding="utf-8", timeout=120,
        env=_environment(folder),
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    found: Seen = json.loads(done.stdout.splitlines()[-1])
    return found


def _environment(folder: Path) -> dict[str, str]:

    homes = {name: str(folder) for name in ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME")}
    return os.environ | homes | {"PYTHONPATH": str(ROOT), "LANGUAGE": "en"}


def test_the_picture_goes_onto_the_screen_that_does_not_hold_the_window(seen: Seen) -> None:
    assert (seen["begun"]["picture"], seen["begun"]["presenter"]) == ("projector", "laptop")
    assert seen["begun"]["fills"]


def test_keys_reach_the_picture_while_the_presenter_looks_elsewhere(seen: Seen) -> None:
    assert seen["begun"]["stage"] == 0
    assert seen["gone on"]["stage"] > 0


def test_the_presenter_sees_what_the_room_sees(seen: Seen) -> None:
    assert seen["shown to the presenter"] == [1920, 1080]


def test_x_swaps_the_screens_and_swaps_them_back(seen: Seen) -> None:
    assert (seen["swapped"]["picture"], seen["swapped"]["presenter"]) == ("laptop", "projector")
    assert seen["swapped"]["fills"]
    assert (seen["swapped back"]["picture"], seen["swapped back"]["presenter"]) == ("projector", "laptop")


def test_a_screen_that_is_unplugged_loses_nothing(seen: Seen) -> None:
    without, again = seen["unplugged"], seen["plugged in"]
    assert (without["presenter"], without["is_seen"]) == ("laptop", False)
    assert without["stage"] == seen["swapped back"]["stage"]
    assert seen["gone on without"]["stage"] >= without["stage"]
    assert (again["picture"], again["presenter"], again["is_seen"]) == ("projector", "laptop", True)
    assert again["stage"] == seen["gone on without"]["stage"]


def test_notes_are_written_on_the_picture(seen: Seen) -> None:
    assert (seen["writing"]["mode"], seen["writing"]["picture"]) == ("writing", "projector")
    assert seen["written"]


def test_the_window_is_where_it_was_when_the_show_is_over(seen: Seen) -> None:
    assert seen["ended"]["size"] == seen["before"]["size"]
    assert (seen["ended"]["picture"], seen["ended"]["presenter"]) == ("", "")


def test_on_one_screen_there_is_the_picture_alone(seen: Seen) -> None:
    assert seen["with one screen"]["presenter"] == ""


def test_the_presenters_screen_tells_the_keys_of_each_state(pizzeria: WindowDriver) -> None:
    pizzeria.press("F5")
    show = pizzeria.window.presentation.show
    assert [str(row.name) for row in rows_of(show)] == ["Showing"]
    pizzeria.press("B")
    assert [str(row.name) for row in rows_of(show)] == ["Black"]
    pizzeria.press("B")
    pizzeria.press("E")
    assert [str(row.name) for row in rows_of(show)] == ["Writing", "After Esc"]


def test_a_stage_that_is_clicked_in_the_presenters_list_is_shown(pizzeria: WindowDriver) -> None:
    pizzeria.press("F5")
    show = pizzeria.window.presentation.show
    screen = _screen(pizzeria.window, pizzeria)
    place = QPointF(120, 141 + 50 + 2 * 46 + 20) * (screen.width() / WIDTH)
    event = QMouseEvent(
        QEvent.Type.MouseButtonPress, place, place, Qt.MouseButton.LeftButton, Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )  # fmt: skip
    QApplication.sendEvent(screen, event)
    assert show.number == 3


def test_no_key_of_the_presenters_is_cut_off_where_words_are_long(request: pytest.FixtureRequest) -> None:
    set_program_language("de")
    driver: WindowDriver = request.getfixturevalue("pizzeria")
    driver.press("F5")
    for key in ("", "E"):
        if key:
            driver.press(key)
        screen = _screen(driver.window, driver, 800)
        strip = screen.grab().toImage().copy(screen.width() - 12, 765, 12, 30)
        assert len({strip.pixel(x, y) for x in range(12) for y in range(30)}) == 1


def _screen(window: MainWindow, driver: WindowDriver, height: int = 720) -> PresenterScreen:
    screen = window.presentation.make_presenter_screen()
    screen.resize(1280, height)
    screen.grab()
    return screen
