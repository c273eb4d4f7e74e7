"""What a window held is let go once it is closed: people open one project after the other, for days."""

from pathlib import Path
from weakref import ref

import pytest
from PySide6.QtCore import QCoreApplication, QEvent

from app import collector
from app.collector import LEFT_BY_A_RECORD, LEFT_BY_A_WINDOW
from app.formats.templates import template
from app.model.document import Document
from app.storage.project_file import ProjectFile
from app.widgets.program.window_manager import WindowManager


def test_of_windows_that_open_in_place_of_another_only_the_last_few_are_kept(
    window_manager: WindowManager, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    left_by_one = LEFT_BY_A_WINDOW + LEFT_BY_A_RECORD * len(template("pizzeria"))
    monkeypatch.setattr(collector, "WORTH_COLLECTING", 3 * left_by_one)
    few = 5
    documents: list[ref[Document]] = []
    window = None
    for number in range(few + 2):
        document = template("pizzeria")
        project = ProjectFile.create(tmp_path / f"{number}.journey", document)
        window = window_manager.show(project, instead_of=window)
        assert not window.canvas.grab().isNull()
        documents.append(ref(project.document))
        QCoreApplication.processEvents()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    kept = [number for number, document in enumerate(documents) if document() is not None]
    assert len(kept) <= few, f"of {few + 2} projects that were opened, these are still in memory: {kept}"
    assert kept[-1] == few + 1
