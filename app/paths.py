"""Paths that people and other programs give: looked at before anything is opened, whatever they lead to.

To open a pipe or a device waits for ever or does something; a link may lead to itself; a name may be no text.
"""

import errno
import os
import stat
from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO, Literal
from urllib.parse import quote, unquote, urlsplit

Kind = Literal["folder", "pipe", "socket", "device", "other"]
"""What may be there instead of a file; `app.language.system_words` says it."""

_KINDS: tuple[tuple[Callable[[int], bool], Kind], ...] = (
    (stat.S_ISDIR, "folder"),
    (stat.S_ISFIFO, "pipe"),
    (stat.S_ISSOCK, "socket"),
    (stat.S_ISCHR, "device"),
    (stat.S_ISBLK, "device"),
)


class OtherKindError(OSError):
    """What was to be opened is not a file."""

    def __init__(self, kind: Kind, path: Path) -> None:
        super().__init__(errno.EINVAL, "not a file", str(path))
        self.kind: Kind = kind


class AddressError(ValueError):
    """An address that leads to no file of this computer; perhaps to one of another."""

    def __init__(self, text: str, is_elsewhere: bool) -> None:
        super().__init__(text)
        self.text = text
        self.is_elsewhere = is_elsewhere


def resolved(path: Path) -> Path:
    """The path without links in it. One that leads to itself stays as it is: to open it will say so."""
    return Path(os.path.realpath(path))


def other_kind(path: Path) -> Kind | None:
    """What is there instead of a file. Raises OSError where there is nothing."""
    mode = path.stat().st_mode
    if stat.S_ISREG(mode):
        return None
    return next((kind for is_kind, kind in _KINDS if is_kind(mode)), "other")


def open_file(path: Path) -> BinaryIO:
    """Open a file to read it. Raises OSError also where it is none: nothing else is ever opened."""
    kind = other_kind(path)
    if kind is not None:
        raise OtherKindError(kind, path)
    return path.open("rb")


def is_file(path: Path) -> bool:
    """Whether there is a file, as far as one may see."""
    try:
        return other_kind(path) is None
    except (OSError, ValueError):
        return False


def path_given(text: str) -> Path:
    """The path that a text gives, which may be an address such as file:///home/ana/dinner.journey.

    Raises AddressError for an address of another computer, or of no file.
    """
    if not text.lower().startswith("file:"):
        return Path(text)
    address = urlsplit(text)
    if address.netloc.lower() not in ("", "localhost"):
        raise AddressError(text, is_elsewhere=True)
    found = unquote(address.path, errors="surrogateescape")
    if not found or "\0" in found:
        raise AddressError(text, is_elsewhere=False)
    is_drive = os.name == "nt" and found[2:3] == ":"
    return Path(found[1:] if is_drive else found)


def as_text(path: Path) -> str:
    """The path as text that `path_given` makes the same path of; as an address where its name is no text."""
    text = str(path)
    return text if text == in_text(path) else f"file://{quote(os.fsencode(path))}"


def in_text(path: Path | str) -> str:
    """The path as it can be shown, whatever bytes its name has."""
    return os.fsencode(path).decode("utf-8", errors="replace")
