"""Paths that people and other programs give: looked at before anything is opened, whatever they lead to.

To open a pipe or a device waits for ever or does something; a link may lead to itself; a name may be no text.
"""

import errno
import os
import stat
from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO
from urllib.parse import quote, unquote, urlsplit

_KINDS: tuple[tuple[Callable[[int], bool], str], ...] = (
    (stat.S_ISDIR, "a folder"),
    (stat.S_ISFIFO, "a pipe"),
    (stat.S_ISSOCK, "a socket"),
    (stat.S_ISCHR, "a device"),
    (stat.S_ISBLK, "a device"),
)


def resolved(path: Path) -> Path:
    """The path without links in it. One that leads to itself stays as it is: to open it will say so."""
    return Path(os.path.realpath(path))


def other_kind(path: Path) -> str | None:
    """What is there instead of a file, "a pipe" or "a folder". Raises OSError where there is nothing."""
    mode = path.stat().st_mode
    if stat.S_ISREG(mode):
        return None
    return next((words for is_kind, words in _KINDS if is_kind(mode)), "something else")


def open_file(path: Path) -> BinaryIO:
    """Open a file to read it. Raises OSError also where it is none: nothing else is ever opened."""
    kind = other_kind(path)
    if kind is not None:
        raise OSError(errno.EINVAL, f"it is {kind}, not a file", str(path))
    return path.open("rb")


def is_file(path: Path) -> bool:
    """Whether there is a file, as far as one may see."""
    try:
        return other_kind(path) is None
    except (OSError, ValueError):
        return False


def path_given(text: str) -> Path:
    """The path that a text gives, which may be an address such as file:///home/ana/dinner.journey.

    Raises ValueError, with a sentence, for an address of another machine.
    """
    if not text.lower().startswith("file:"):
        return Path(text)
    address = urlsplit(text)
    if address.netloc.lower() not in ("", "localhost"):
        raise ValueError(f"“{text}” is on another machine; give a path to it on this one.")
    found = unquote(address.path, errors="surrogateescape")
    if not found or "\0" in found:
        raise ValueError(f"“{text}” is no path to a file.")
    is_drive = os.name == "nt" and found[2:3] == ":"
    return Path(found[1:] if is_drive else found)


def as_text(path: Path) -> str:
    """The path as text that `path_given` makes the same path of; as an address where its name is no text."""
    text = str(path)
    return text if text == in_text(path) else f"file://{quote(os.fsencode(path))}"


def in_text(path: Path | str) -> str:
    """The path as it can be shown, whatever bytes its name has."""
    return os.fsencode(path).decode("utf-8", errors="replace")
