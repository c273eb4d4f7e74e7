"""What holds for every test: off-screen, guarded against leaks, and away from the user's own settings."""

from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication

from app.drawing import layout, text
from app.language.spoken import set_program_language
from app.pages.composition import compose

pytest_plugins = ["tests.guards", "tests.profiles"]


@pytest.fixture(scope="session", autouse=True)
def one_application(qapp: QApplication) -> None:
    """Makes the application that windows need before a test of the command line makes one that draws only."""


@pytest.fixture(scope="module", autouse=True)
def nothing_remembered() -> Iterator[None]:
    """Lets go of what was laid out: the drawings of a thousand closed windows would take gigabytes."""
    yield
    for module in (layout, text, compose):
        for found in vars(module).values():
            if hasattr(found, "cache_clear") and not isinstance(found, type):
                found.cache_clear()


HOME_VARIABLES = ("HOME", "USERPROFILE", "APPDATA", "LOCALAPPDATA")
XDG_VARIABLES = ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME")
PREFERRED_VARIABLES = (
    "JOURNEYWALL_LENGTHS",
    "JOURNEYWALL_PAPER",
    "JOURNEYWALL_AUTHOR",
)


_homes = count()


@pytest.fixture(autouse=True)
def home_of_its_own(
    tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> Iterator[None]:
    """Gives each test, and the processes it starts, an empty home folder."""
    # Numbered here: pytest would look through the thousands that there are for the next number.
    home = tmp_path_factory.getbasetemp() / "homes" / str(next(_homes))
    home.mkdir(parents=True)
    give_home(monkeypatch, home)
    yield
    set_program_language(None)


def give_home(monkeypatch: pytest.MonkeyPatch, home: Path) -> None:
    for variable in HOME_VARIABLES:
        monkeypatch.setenv(variable, str(home))
    for variable in XDG_VARIABLES:
        monkeypatch.setenv(variable, str(home / variable.lower()))
    # Sentences are in English wherever the tests are run; numbers and days stay those of the system.
    monkeypatch.setenv("LANGUAGE", "en")
    for variable in PREFERRED_VARIABLES:
        monkeypatch.delenv(variable, raising=False)
    set_program_language(None)
    # Qt reads XDG_CONFIG_HOME once per process, so its settings are told separately.
    for kind in (QSettings.Format.NativeFormat, QSettings.Format.IniFormat):
        QSettings.setPath(kind, QSettings.Scope.UserScope, str(home / "settings"))
