"""Ways in which another program changes a project file that is open, and what is asked of it then."""

import os
import shutil
from collections.abc import Callable
from pathlib import Path
from threading import Event

from app.storage.project_file import ProjectFile
from tests.storage.projects import add_notes, small_file

Change = Callable[[Path, Path], object]
"""Gets the file that is open, and an older copy of it."""
SECONDS = 20.0


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


def opened(folder: Path) -> tuple[ProjectFile, Path]:
    """A project with a history of earlier sessions and of this one, and a copy of it from before that."""
    path, older = small_file(folder / "a.journey"), folder / "older"
    with ProjectFile.open(path) as project:
        add_notes(project.history, 3)
    shutil.copyfile(path, older)
    project = ProjectFile.open(path)
    add_notes(project.history, 2)
    assert project.wait_until_saved(SECONDS)
    assert project.wait_until_looked(SECONDS)
    return project, older


def put_back(project: ProjectFile) -> str:
    done, said = Event(), list[str]()

    def hear(sentence: str) -> None:
        said.append(sentence)
        done.set()

    project.put_back(hear)
    assert done.wait(SECONDS)
    assert project.wait_until_saved(SECONDS)
    return said[0]


def is_what_is_open(path: Path, project: ProjectFile) -> bool:
    with ProjectFile.open(path, read_only=True) as found:
        return found.document == project.document and found.history.steps == project.history.steps
