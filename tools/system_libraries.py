"""Checks that the shared libraries which Qt loads from a Linux system are there, and gets the missing ones.

A wheel cannot bring these libraries along, and Qt's own message names only the first that is missing.
On Windows and macOS everything is in the wheel, so there is nothing to check.
"""

import ctypes
import importlib.util
import os
import shlex
import shutil
import subprocess
import sys
from collections.abc import Sequence
from typing import NamedTuple


class Requirement(NamedTuple):
    """Something the system must have, and the package that holds it on three families of Linux."""

    name: str
    debian: str
    fedora: str
    arch: str


PYTHON_PACKAGE = f"python3.{sys.version_info.minor}"
VENV = (Requirement("ensurepip", f"{PYTHON_PACKAGE}-venv", PYTHON_PACKAGE, "python"),)

# Found by reading the NEEDED entries of PySide6's Qt libraries and of the platform plug-ins.
OFFSCREEN = (
    Requirement("libEGL.so.1", "libegl1", "libglvnd-egl", "libglvnd"),
    Requirement("libGL.so.1", "libgl1", "libglvnd-glx", "libglvnd"),
    Requirement("libX11.so.6", "libx11-6", "libX11", "libx11"),
    Requirement("libdbus-1.so.3", "libdbus-1-3", "dbus-libs", "dbus"),
    Requirement("libfontconfig.so.1", "libfontconfig1", "fontconfig", "fontconfig"),
    Requirement("libfreetype.so.6", "libfreetype6", "freetype", "freetype2"),
    Requirement("libglib-2.0.so.0", "libglib2.0-0", "glib2", "glib2"),
    Requirement("libgthread-2.0.so.0", "libglib2.0-0", "glib2", "glib2"),
    Requirement("libbrotlidec.so.1", "libbrotli1", "libbrotli", "brotli"),
    Requirement("libgssapi_krb5.so.2", "libgssapi-krb5-2", "krb5-libs", "krb5"),
    Requirement("libxkbcommon.so.0", "libxkbcommon0", "libxkbcommon", "libxkbcommon"),
    Requirement("libz.so.1", "zlib1g", "zlib", "zlib"),
    Requirement("libzstd.so.1", "libzstd1", "libzstd", "zstd"),
)

X11_WINDOW = (
    Requirement("libX11-xcb.so.1", "libx11-xcb1", "libX11-xcb", "libx11"),
    Requirement("libxcb.so.1", "libxcb1", "libxcb", "libxcb"),
    Requirement("libxcb-cursor.so.0", "libxcb-cursor0", "xcb-util-cursor", "xcb-util-cursor"),
    Requirement("libxcb-glx.so.0", "libxcb-glx0", "libxcb", "libxcb"),
    Requirement("libxcb-icccm.so.4", "libxcb-icccm4", "xcb-util-wm", "xcb-util-wm"),
    Requirement("libxcb-image.so.0", "libxcb-image0", "xcb-util-image", "xcb-util-image"),
    Requirement("libxcb-keysyms.so.1", "libxcb-keysyms1", "xcb-util-keysyms", "xcb-util-keysyms"),
    Requirement("libxcb-randr.so.0", "libxcb-randr0", "libxcb", "libxcb"),
    Requirement("libxcb-render.so.0", "libxcb-render0", "libxcb", "libxcb"),
    Requirement(
        "libxcb-render-util.so.0", "libxcb-render-util0", "xcb-util-renderutil", "xcb-util-renderutil"
    ),
    Requirement("libxcb-shape.so.0", "libxcb-shape0", "libxcb", "libxcb"),
    Requirement("libxcb-shm.so.0", "libxcb-shm0", "libxcb", "libxcb"),
    Requirement("libxcb-sync.so.1", "libxcb-sync1", "libxcb", "libxcb"),
    Requirement("libxcb-util.so.1", "libxcb-util1", "xcb-util", "xcb-util"),
    Requirement("libxcb-xfixes.so.0", "libxcb-xfixes0", "libxcb", "libxcb"),
    Requirement("libxcb-xkb.so.1", "libxcb-xkb1", "libxcb", "libxcb"),
    Requirement("libxkbcommon-x11.so.0", "libxkbcommon-x11-0", "libxkbcommon-x11", "libxkbcommon-x11"),
)

WAYLAND_WINDOW = (
    Requirement("libwayland-client.so.0", "libwayland-client0", "libwayland-client", "wayland"),
    Requirement("libwayland-cursor.so.0", "libwayland-cursor0", "libwayland-cursor", "wayland"),
    Requirement("libwayland-egl.so.1", "libwayland-egl1", "libwayland-egl", "wayland"),
)


def needed(purpose: str) -> tuple[Requirement, ...]:
    """What the system must have to make the environment ("venv"), draw ("offscreen") or show a "window"."""
    if sys.platform != "linux":
        return ()
    if purpose == "venv":
        return VENV
    if purpose == "offscreen":
        return OFFSCREEN
    wayland = WAYLAND_WINDOW if os.environ.get("WAYLAND_DISPLAY") else ()
    return OFFSCREEN + X11_WINDOW + wayland


def is_there(requirement: Requirement) -> bool:
    if requirement in VENV:
        return importlib.util.find_spec(requirement.name) is not None
    try:
        ctypes.CDLL(requirement.name)
    except OSError:
        return False
    return True


def missing(requirements: Sequence[Requirement]) -> list[Requirement]:
    return [requirement for requirement in requirements if not is_there(requirement)]


def install_command(requirements: Sequence[Requirement]) -> list[str] | None:
    """The command that installs the packages of `requirements` here; None if the manager is unknown."""
    if shutil.which("apt-get"):
        packages = {requirement.debian for requirement in requirements}
        return ["apt-get", "install", "--yes", "--no-install-recommends", *sorted(packages)]
    if shutil.which("dnf"):
        return ["dnf", "install", *sorted({requirement.fedora for requirement in requirements})]
    if shutil.which("pacman"):
        return ["pacman", "-S", "--needed", *sorted({requirement.arch for requirement in requirements})]
    return None


def right_to_install() -> list[str] | None:
    """What to put before a command so that it may install packages without asking; None if nothing helps."""
    if os.geteuid() == 0:
        return []
    if shutil.which("sudo") and subprocess.run(["sudo", "-n", "true"], capture_output=True).returncode == 0:
        return ["sudo", "-n"]
    return None


def install(command: Sequence[str], right: Sequence[str]) -> bool:
    """Runs apt-get's `command`; its output is shown only when it fails."""
    quietly = [*right, "env", "DEBIAN_FRONTEND=noninteractive"]
    # A fresh container has no package lists. If they cannot be fetched, the old ones may still do.
    subprocess.run([*quietly, "apt-get", "update"], capture_output=True)
    result = subprocess.run([*quietly, *command], capture_output=True, text=True)
    if result.returncode != 0:
        print(result.stdout + result.stderr, file=sys.stderr)
    return result.returncode == 0


def provide(purpose: str) -> bool:
    """Makes sure that the system has what `purpose` needs; otherwise says what to type and returns False."""
    absent = missing(needed(purpose))
    if not absent:
        return True
    print("This system lacks", ", ".join(requirement.name for requirement in absent))
    command = install_command(absent)
    if command is None:
        print("Install the packages that hold them, then try again.")
        return False
    right = right_to_install()
    if command[0] == "apt-get" and right is not None:
        print("Installing", ", ".join(sorted({requirement.debian for requirement in absent})), flush=True)
        if install(command, right) and not missing_in_a_new_process(purpose):
            return True
    print("Please type this, then try again:")
    print("   ", shlex.join(command if os.geteuid() == 0 else ["sudo", *command]))
    return False


def missing_in_a_new_process(purpose: str) -> bool:
    """Asks anew, since this process remembers which modules it could not find."""
    check = f"from tools.system_libraries import missing, needed; exit(bool(missing(needed({purpose!r}))))"
    return subprocess.run([sys.executable, "-c", check]).returncode != 0


if __name__ == "__main__":
    sys.exit(not provide(sys.argv[1]))
