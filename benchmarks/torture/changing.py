"""Other programs change the file under the real window at random moments; nothing of it may be called saved.

Half of the time steps are still on their way to the disk then. The window must tell what happened, refuse to
close, and put the project back when asked to; the file must then hold all that the window shows.
"""

import os
import random
import shutil
import sys
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

from app.model.document import Document
from app.model.records import Note
from app.model.verbs.notes import set_text
from app.storage.errors import ProjectFileError
from app.storage.opening.check import check
from app.storage.project_file import ProjectFile
from tests.storage.changed import WAYS

SECONDS = 60


@dataclass(slots=True)
class Figures:
    """What came of it."""

    changes: Counter[str] = field(default_factory=Counter)
    edits: int = 0
    refused: int = 0
    """Closings that were refused, since the file was not what was saved."""


def change_under_a_window(folder: Path, seed: int, document: Document, times: int, figures: Figures) -> None:
    """Edit and change in turns. Raises AssertionError for what must not be."""
    from PySide6.QtTest import QTest

    from app.storage.errors import NotSavedError
    from app.widgets.program.window_manager import WindowManager
    from tests.driver import WindowDriver

    chance = random.Random(seed)
    path, older = folder / "project.journey", folder / "older"
    ProjectFile.create(path, document, overwrite=True).close()
    project = ProjectFile.open(path)
    window = WindowManager().show(project)
    wait_until = WindowDriver(window, project).wait_until

    def status() -> str:
        return window.status.saved.words.text()

    def edit(number: int) -> None:
        for _ in range(number):
            note = chance.choice(project.document.all(Note))
            project.history.do(set_text(project.document, note.id, f"{chance.random()}"))
            figures.edits += 1
            QTest.qWait(chance.choice((0, 0, 1, 5)))

    edit(3)
    for turn in range(times):
        assert project.wait_until_saved(SECONDS)
        shutil.copyfile(path, older)
        edit(chance.randint(1, 8))
        if chance.random() < 0.5:
            wait_until(lambda: status() == "All changes saved", SECONDS)
        way = chance.choice(WAYS)
        project.spares = lambda: [older]
        label = f"seed {seed}, turn {turn}: {way.__name__}"
        way(path, older)
        figures.changes[way.__name__] += 1
        edit(chance.choice((0, 0, 1, 5)))
        wait_until(lambda: project.state.is_gone or _is_whole(project), SECONDS)
        if project.state.is_gone:
            wait_until(lambda: status().startswith("Not saved."), SECONDS)
            try:
                project.close()
            except NotSavedError:
                figures.refused += 1
            else:
                raise AssertionError(f"{label}: closed as if all were saved")
            window.saving.put_it_back()
        wait_until(lambda: status() == "All changes saved", SECONDS)
        assert _is_whole(project), label
    assert window.close()
    assert check(path).faults == (), f"seed {seed}"


def _is_whole(project: ProjectFile) -> bool:
    """Whether the file holds what is shown: a commit may come to its end after the file was changed."""
    if not project.wait_until_looked(SECONDS):
        return False
    try:
        with ProjectFile.open(project.path, read_only=True) as found:
            return found.document == project.document and found.history.steps == project.history.steps
    except ProjectFileError:
        return False


def main(folder: Path, seed: int, times: int) -> None:
    """In a process of its own: prints how many changes and edits there were, and closings refused."""
    from PySide6.QtWidgets import QApplication

    from app.formats.templates import template
    from app.widgets.program.style import Style

    style = Style(QApplication([]))
    figures = Figures()
    change_under_a_window(folder, seed, template("pizzeria"), times, figures)
    style.deleteLater()
    ways = ", ".join(f"{number} {way}" for way, number in sorted(figures.changes.items()))
    print(f"{sum(figures.changes.values())} changes of the file ({ways}) between {figures.edits} edits:")
    print(f"{figures.refused} closings refused, everything put back each time, check clean")


if __name__ == "__main__":
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    main(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))
