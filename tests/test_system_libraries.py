"""A machine that lacks what Qt needs must hear which package to install; tested with made-up libraries."""

import sys
from pathlib import Path

import pytest

from tools import system_libraries
from tools.system_libraries import Requirement, install_command, missing, needed, provide

ABSENT = Requirement("libnowhere.so.7", "libnowhere7", "nowhere-libs", "nowhere")
ABSENT_TOO = Requirement("libnowhere-more.so.7", "libnowhere7", "nowhere-libs", "nowhere")

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="elsewhere the wheel holds everything")


def only_program(folder: Path, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Makes `name` the only program that can be found; it fails when it is run."""
    program = folder / name
    program.write_text("#!/bin/sh\nexit 1\n")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", str(folder))


def test_this_machine_has_what_these_tests_need() -> None:
    assert missing(needed("offscreen")) == []


def test_a_library_that_cannot_be_loaded_is_missing() -> None:
    assert missing([ABSENT]) == [ABSENT]


def test_a_window_on_wayland_needs_waylands_libraries_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    on_x11 = set(needed("window"))
    monkeypatch.setenv("WAYLAND_DISPLAY", "wayland-0")
    assert {requirement.debian for requirement in set(needed("window")) - on_x11} >= {"libwayland-client0"}


@pytest.mark.parametrize(
    ("manager", "command"),
    [
        ("apt-get", "apt-get install --yes --no-install-recommends libnowhere7"),
        ("dnf", "dnf install nowhere-libs"),
        ("pacman", "pacman -S --needed nowhere"),
    ],
)
def test_the_command_names_each_package_once(
    manager: str, command: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    only_program(tmp_path, manager, monkeypatch)
    assert install_command([ABSENT, ABSENT_TOO]) == command.split()


def test_who_may_not_install_is_told_what_to_type(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    only_program(tmp_path, "apt-get", monkeypatch)
    monkeypatch.setattr(system_libraries, "OFFSCREEN", (ABSENT,))
    monkeypatch.setattr("os.geteuid", lambda: 1000)
    assert not provide("offscreen")
    said = capsys.readouterr().out
    assert "This system lacks libnowhere.so.7" in said
    assert "sudo apt-get install --yes --no-install-recommends libnowhere7" in said
