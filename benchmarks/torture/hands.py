"""Run as a process of its own, to be killed: the real window, in which hands type, drag and paste on and on.

Whenever the status bar says that all changes are saved, a line tells what the document is then. The history
is packed far more often than it would be, and thinned out now and then.
"""

import hashlib
import json
import os
import random
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from sqlalchemy import Connection

from app.model.document import Document
from app.model.history.thinning import thinned
from app.model.records import Id, Note, Section
from app.storage import writer, written_file
from app.storage.history.tidying import tidying

WORDS = ("waits", "reads", "the", "menu", "Preis 12 €", "مرحبا", "你好", "calls", "pays", "again", "🍕")


def digest(document: Document, without: Iterable[Id]) -> str:
    """A number for all records but some."""
    left_out = set(without)
    texts = sorted(record.model_dump_json() for record in document if record.id not in left_out)
    return hashlib.sha256("\n".join(texts).encode()).hexdigest()


def pack_often() -> None:
    """Have the history packed whenever there is a little to pack, and every packing told."""
    vars(writer).update(QUIET=0.03)
    vars(written_file).update(LEAST=4)

    def tidy(connection: Connection, least: int) -> Iterator[None]:
        print('{"packing": true}', flush=True)
        yield from tidying(connection, least)
        print('{"packing": false}', flush=True)

    vars(written_file)["tidying"] = tidy


def main(path: Path, seed: int) -> None:
    from PySide6.QtCore import QPointF, Qt
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QApplication

    from app.storage.project_file import ProjectFile
    from app.widgets.program.style import Style
    from app.widgets.program.window_manager import WindowManager
    from tests.driver import WindowDriver

    application = QApplication([])
    Style(application)
    pack_often()
    project = ProjectFile.open(path)
    assert not project.read_only, project.why_read_only
    window = WindowManager().show(project)
    window.resize(1440, 900)
    window.activateWindow()
    QTest.qWaitForWindowActive(window)
    driver = WindowDriver(window, project)
    chance = random.Random(seed)
    done: Counter[str] = Counter()

    def report() -> bool:
        """Tell what is called saved: the last step, and what it left. That step may still grow."""
        steps = project.history.steps
        if window.status.saved.words.text() != "All changes saved" or not steps:
            return False
        touched = [edit.record.id for edit in project.history.change_of(steps[-1])]
        growing = {id: note.text for id in touched if isinstance(note := driver.document.find(id), Note)}
        report = {
            "step": steps[-1].number,
            "digest": digest(driver.document, touched),
            "growing": growing,
            "done": done,
        }
        print(json.dumps(report), flush=True)
        return True

    def cell() -> tuple[str, str]:
        map = driver.editor.map
        sections = [one for one in driver.document.sections(map) if one.section_kind == "notes"]
        stage: str = chance.choice(driver.document.stages(map)).name
        section: Section = chance.choice(sections)
        return stage, section.name

    def some_note() -> Note:
        return chance.choice(driver.document.all(Note))

    def type_note() -> None:
        driver.add_note(*cell(), " ".join(chance.choices(WORDS, k=chance.randint(1, 6))))

    def retype_note() -> None:
        driver.click_on(some_note().id)
        driver.press("F2")
        driver.write(chance.choice(WORDS))
        driver.press("Escape")

    def drag() -> None:
        start = driver.place_of(some_note().id)
        stage, section = cell()
        place = driver.canvas.shown.layout.cell_rectangle(driver.section(section).id, driver.stage(stage).id)
        assert place is not None
        end = driver.canvas.mapFromScene(place.center())
        viewport = driver.canvas.viewport()
        QTest.mousePress(viewport, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, start)
        for step in range(1, 9):
            QTest.mouseMove(viewport, (QPointF(start) + QPointF(end - start) * step / 8).toPoint())
        QTest.mouseRelease(viewport, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, end)

    def paste() -> None:
        driver.click_on(some_note().id)
        driver.press("Ctrl+C")
        driver.go_to_cell(*cell())
        driver.press("Ctrl+V")

    def delete() -> None:
        if len(driver.document.all(Note)) > 60:
            driver.click_on(some_note().id)
            driver.press("Delete")

    def undo_and_redo() -> None:
        driver.press("Ctrl+Z")
        if chance.random() < 0.5:
            driver.press("Ctrl+Shift+Z")

    def thin_out() -> None:
        """Seldom; and what was reported last must stay: so that is a version."""
        if chance.random() < 0.15:
            project.history.mark("Before thinning out")
            while not report():
                QTest.qWait(1)
            project.history.thin(thinned(project.history))

    hands = (thin_out, type_note, type_note, retype_note, drag, drag, paste, delete, undo_and_redo)
    print("{}", flush=True)
    while True:
        hand = chance.choice(hands)
        try:
            before = len(project.history.steps)
            hand()
            done[hand.__name__] += len(project.history.steps) != before
        except AssertionError:
            driver.press("Escape", times=3)
        for _ in range(3):
            QTest.qWait(1)
            report()


if __name__ == "__main__":
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    main(Path(sys.argv[1]), int(sys.argv[2]))
