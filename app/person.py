"""Who works with the program: the name that others read in locks and in what is exported."""

import getpass
import sys
from functools import lru_cache
from os import environ

VARIABLE = "JOURNEYWALL_AUTHOR"
"""Tells the name to processes of its own."""
LONGEST_NAME = 80


def author() -> str:
    """The name that was set, or else the system's name of the user; empty where it knows none."""
    return named_author() or system_author()


def named_author() -> str:
    """The name that was set; empty where none was."""
    return plain_name(environ.get(VARIABLE, ""))


def set_author(name: str) -> None:
    """Go by a name from now on, here and in processes that are begun; empty: by the system's."""
    if plain := plain_name(name):
        environ[VARIABLE] = plain
    else:
        environ.pop(VARIABLE, None)


def plain_name(text: str) -> str:
    """A name on one line, without what is no letter of it, and not longer than names are."""
    shown = "".join(character if character.isprintable() else " " for character in text)
    return " ".join(shown.split())[:LONGEST_NAME].strip()


@lru_cache(maxsize=1)
def system_author() -> str:
    """The full name of the user, or else their login; empty where the system knows neither."""
    try:
        return plain_name(_full_name()) or plain_name(getpass.getuser())
    except (OSError, KeyError, ImportError):
        return ""


def _full_name() -> str:
    if sys.platform == "win32":
        return _full_name_of_windows()
    import os
    import pwd

    try:
        found = pwd.getpwuid(os.getuid())
    except KeyError:
        return ""
    # The first of several fields; in it an ampersand stands for the login.
    return found.pw_gecos.partition(",")[0].replace("&", found.pw_name.capitalize())


def _full_name_of_windows() -> str:
    import ctypes

    display = 3
    size = ctypes.c_ulong(256)
    name = ctypes.create_unicode_buffer(size.value)
    secur32 = ctypes.WinDLL("secur32")  # type: ignore[attr-defined,unused-ignore]
    return name.value if secur32.GetUserNameExW(display, name, ctypes.byref(size)) else ""
