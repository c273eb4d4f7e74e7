"""What the system says of language and locale.

Found without Qt, so that what draws in a process of its own writes as the window does.
"""

import os
import plistlib
import sys
from functools import lru_cache
from pathlib import Path

PLAIN = "en"
"""Where a system names no language, and for those that nobody has described."""
_OF_MACOS = Path("Library/Preferences/.GlobalPreferences.plist")


def system_locale() -> str:
    """The locale in which the system writes numbers and days, as "de_DE"."""
    return _of_variables("LC_ALL", "LC_NUMERIC", "LANG")


def language_locale() -> str:
    """The locale in whose language the system speaks, as "de_AT"."""
    # Of LANGUAGE, which names several, the first is what is wanted most.
    wanted = os.environ.get("LANGUAGE", "").partition(":")[0]
    return known(wanted) if wanted else _of_variables("LC_ALL", "LC_MESSAGES", "LANG")


def locale_of(variable: str) -> str:
    """The locale that a system with variables names for one matter, as "LC_PAPER"; else its own."""
    return _of_variables("LC_ALL", variable, "LANG")


def _of_variables(*names: str) -> str:
    return known(next(filter(None, map(os.environ.get, names)), "") or _system_locale())


@lru_cache(maxsize=8)
def known(name: str) -> str:
    """A locale that is described, as near to a system's name for it ("de_AT.UTF-8@euro") as there is one."""
    plain = name.partition(".")[0].partition("@")[0].replace("-", "_")
    if not plain or plain.casefold() in ("c", "posix") or plain.split("_")[0] == PLAIN:
        return plain if plain.startswith(PLAIN) else PLAIN
    from babel import Locale, UnknownLocaleError

    for candidate in (plain, plain.split("_")[0]):
        try:
            return str(Locale.parse(candidate))
        except (UnknownLocaleError, ValueError):
            continue
    return PLAIN


@lru_cache(maxsize=1)
def _system_locale() -> str:
    """What a system says that has no variables for it."""
    if sys.platform == "win32":
        return _of_windows()
    return _of_macos() if sys.platform == "darwin" else ""


def _of_windows() -> str:
    import ctypes

    name = ctypes.create_unicode_buffer(85)
    ctypes.WinDLL("kernel32").GetUserDefaultLocaleName(name, len(name))  # type: ignore[attr-defined,unused-ignore]
    return name.value


def _of_macos() -> str:
    try:
        settings = plistlib.loads((Path.home() / _OF_MACOS).read_bytes())
    except (OSError, ValueError):
        return ""
    return str(settings.get("AppleLocale", ""))
