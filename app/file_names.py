"""Makes the names of files: every name that people typed becomes one here, so that any system takes it.

What is a title to a person may be a path to the system, a device of Windows, or too long for the disk. Copies
are named here too, for the file that they are made of may have come from a system that takes other names.
"""

import hashlib
import os
import secrets
import unicodedata
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path

MOST_BYTES = 120
"""Of a name before its suffix. Disks take 255, encrypted ones 143; lock and journal add theirs."""

_BETWEEN = dict.fromkeys(map(ord, "/\\|:"), "-")
_NOWHERE = dict.fromkeys(map(ord, '*?"<>'))
_INVISIBLE = {"Cc", "Cf", "Cs", "Cn"}
"""Characters that nobody sees in a name: control and bidi letters, half ones, and those not assigned."""
_DEVICES = {"con", "prn", "aux", "nul", "conin$", "conout$", "clock$"} | {
    f"{port}{number}" for port in ("com", "lpt") for number in "0123456789¹²³"
}
"""What Windows takes for a device, whatever stands behind the first full stop."""


def file_name(words: str, suffix: str = "", *, otherwise: str, tail: str = "") -> str:
    """The name of a file after what people call it: "B2B/B2C sale" is "B2B-B2C sale.journey".

    `otherwise`, in the language of whoever reads it, stands in where nothing of the words is left; `tail` is
    kept where they are too long.
    """
    stem = _cut(_plain(words), MOST_BYTES - len(os.fsencode(tail))) or otherwise
    first, dot, rest = f"{stem}{tail}{suffix}".partition(".")
    device = "_" if first.rstrip().casefold() in _DEVICES else ""
    return f"{first}{device}{dot}{rest}"


def first_free(name: Callable[[str], str], is_taken: Callable[[str], bool]) -> str:
    """The first name that is not taken, of those made with no number, " 2", " 3" …"""
    return next(found for number in _numbers() if not is_taken(found := name(number)))


def free_path(
    folder: Path, words: str, suffix: str, *, otherwise: str, tail: str = "{}", besides: str = ""
) -> Path:
    """A path for a new file of that name, with a number where there is one already.

    `tail` says where the number stands: " (copy{})"; a file called as `besides` takes no name. Raises OSError
    where the folder cannot be read.
    """
    taken = {_folded(entry.name) for entry in folder.iterdir() if entry.name != besides}
    found = first_free(
        lambda number: file_name(words, suffix, otherwise=otherwise, tail=tail.format(number)),
        lambda name: _folded(name) in taken,
    )
    return folder / found


def unfinished(path: Path) -> Path:
    """Where a file is written that takes its name once it is complete: under one that nobody else has."""
    return path.with_name(f".journeywall-{secrets.token_hex(6)}.part")


def shown(path: Path) -> str:
    """A path as words, also where it is no text."""
    return os.fsencode(path).decode(errors="replace")


def mark_of(path: Path) -> str:
    """What stands for a path in the names of what is kept for it elsewhere; it differs for each path."""
    return hashlib.sha256(os.fsencode(path)).hexdigest()


def _plain(words: str) -> str:
    """The words without what has a meaning in paths, or none to the eye."""
    words = unicodedata.normalize("NFC", words).translate(_BETWEEN).translate(_NOWHERE)
    seen = (" " if letter.isspace() else letter for letter in words)
    line = "".join(letter for letter in seen if unicodedata.category(letter) not in _INVISIBLE)
    # In front, a full stop would hide the file and a hyphen is an option to other programs.
    return _ended(" ".join(line.split()).lstrip(" .-~"))


def _cut(line: str, most: int) -> str:
    """As many whole letters as fit into so many bytes."""
    content = line.encode()
    if len(content) <= most:
        return line
    short = content[:most].decode(errors="ignore")
    cut_mark = unicodedata.combining(line[len(short)]) != 0
    while cut_mark and short:
        cut_mark = unicodedata.combining(short[-1]) != 0
        short = short[:-1]
    return _ended(short)


def _ended(line: str) -> str:
    """Without full stops and spaces at its end, which Windows leaves out."""
    return line.rstrip(" .")


def _folded(name: str) -> str:
    """Names that are one to a disk which tells neither capitals apart nor how accents are composed."""
    return unicodedata.normalize("NFC", name).casefold()


def _numbers() -> Iterator[str]:
    yield ""
    yield from (f" {number}" for number in count(2))
