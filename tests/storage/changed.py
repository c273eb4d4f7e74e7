"""Ways in which another program changes a project file that is open."""

import os
import shutil
from collections.abc import Callable
from pathlib import Path

Change = Callable[[Path, Path], object]
"""Gets the file that is open, and an older copy of it."""


def delete(path: Path, older: Path) -> None:
    path.unlink()


def replace(path: Path, older: Path) -> None:
    """As most editors and synchronisers do."""
    part = path.with_name("part")
    shutil.copyfile(older, part)
    part.replace(path)


def overwrite(path: Path, older: Path) -> None:
    """As `cp` and `rsync --inplace` do."""
    with path.open("rb+") as file:
        file.write(older.read_bytes())
        file.truncate()


def cut_short(path: Path, older: Path) -> None:
    os.truncate(path, 4096)


def empty(path: Path, older: Path) -> None:
    os.truncate(path, 0)


WAYS: tuple[Change, ...] = (delete, replace, overwrite, cut_short, empty)
