"""What holds for every test: off-screen, guarded against leaks, and away from the user's own settings."""

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication

pytest_plugins = ["tests.guards", "tests.profiles"]


@pytest.fixture(scope="session", autouse=True)
def one_application(qapp: QApplication) -> None:
    """Makes the application that windows need before a test of the command line makes one that draws only."""


HOME_VARIABLES = ("HOME", "USERPROFILE", "APPDATA", "LOCALAPPDATA")
XDG_VARIABLES = ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME")


@pytest.fixture(autouse=True)
def home_of_its_own(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """Gives each test, and the processes it starts, an empty home folder."""
    home = tmp_path_factory.mktemp("home")
    for variable in HOME_VARIABLES:
        monkeypatch.setenv(variable, str(home))
    for variable in XDG_VARIABLES:
        monkeypatch.setenv(variable, str(home / variable.lower()))
    # Qt reads XDG_CONFIG_HOME once per process, so its settings are told separately.
    for kind in (QSettings.Format.NativeFormat, QSettings.Format.IniFormat):
        QSettings.setPath(kind, QSettings.Scope.UserScope, str(home / "settings"))
