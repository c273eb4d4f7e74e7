"""How much moves by itself: as the system has it, or less, where movement disturbs somebody."""

import os
import plistlib
import re
import sys
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from app.widgets.base.preferences import preferences

_OF_MACOS = Path("Library/Preferences/com.apple.universalaccess.plist")
_CONFIGURED = (
    ("kdeglobals", re.compile(r"^AnimationDurationFactor\s*=\s*0(?:\.0*)?\s*$", re.M)),
    ("gtk-4.0/settings.ini", re.compile(r"^gtk-enable-animations\s*=\s*(?:0|false)\s*$", re.M | re.I)),
    ("gtk-3.0/settings.ini", re.compile(r"^gtk-enable-animations\s*=\s*(?:0|false)\s*$", re.M | re.I)),
)
"""Where desktops on Linux keep that nothing is to move."""
_MOST = 200_000
"""Characters of such a file."""


class Motion:
    """Sliding menus and tooltips, and the blinking caret. Made while they are as the system has them."""

    def __init__(self) -> None:
        self._effects = [effect for effect in Qt.UIEffect if QApplication.isEffectEnabled(effect)]
        self._flash_time = QGuiApplication.styleHints().cursorFlashTime()

    def apply(self, preferred: str) -> None:
        """Move as the system does, or less: so too where the system asks for that."""
        is_less = preferred == "less" or system_wants_less_motion()
        for effect in self._effects:
            QApplication.setEffectEnabled(effect, not is_less)
        QGuiApplication.styleHints().setCursorFlashTime(0 if is_less else self._flash_time)


def wants_less_motion() -> bool:
    """Whether nothing is to move by itself: preferred here, or asked of the system."""
    return preferences().motion == "less" or system_wants_less_motion()


def system_wants_less_motion() -> bool:
    """Whether the system was told that movement disturbs; Qt 6 does not say."""
    if sys.platform == "win32":
        return _of_windows()
    if sys.platform == "darwin":
        return _of_macos()
    folder = Path(os.environ.get("XDG_CONFIG_HOME") or Path.home() / ".config")
    return any(pattern.search(_text(folder / name)) for name, pattern in _CONFIGURED)


def _of_windows() -> bool:
    import ctypes

    client_area_animation = 0x1042
    is_on = ctypes.c_int(1)
    user32 = ctypes.WinDLL("user32")  # type: ignore[attr-defined,unused-ignore]
    user32.SystemParametersInfoW(client_area_animation, 0, ctypes.byref(is_on), 0)
    return not is_on.value


def _of_macos() -> bool:
    try:
        settings = plistlib.loads((Path.home() / _OF_MACOS).read_bytes())
    except (OSError, ValueError):
        return False
    return bool(settings.get("reduceMotion", False))


def _text(path: Path) -> str:
    try:
        if not path.is_file():
            return ""
        with path.open(encoding="utf-8", errors="replace") as file:
            return file.read(_MOST)
    except OSError:
        return ""
