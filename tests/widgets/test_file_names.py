"""Names of files that come of what people typed: never a path, never one that a system refuses."""

import os
from pathlib import Path

import pytest
from PySide6.QtCore import QStandardPaths
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QAbstractButton, QFileDialog

from app.formats.templates import save_template
from app.model.verbs.maps import new_project
from app.widgets.pages.export.dialog import ExportDialog
from app.widgets.program.window_manager import WindowManager
from app.widgets.start import thumbnails
from tests.storage.projects import small_file
from tests.widgets.conftest import OpenWindow


def documents() -> Path:
    return Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))


@pytest.mark.parametrize(
    ("called", "file"),
    [
        ("B2B/B2C sale", "B2B-B2C sale.journey"),
        ("{folder}/elsewhere", None),
        ("../../out", "out.journey"),
        ("n" * 300, "n" * 120 + ".journey"),
        ("", "Untitled project.journey"),
        ("nul", "nul_.journey"),
    ],
)
def test_a_project_starts_from_a_template_whatever_its_project_is_called(
    window_manager: WindowManager, tmp_path: Path, called: str, file: str | None
) -> None:
    name = save_template(new_project(called.format(folder=tmp_path)), "Mine")
    window = window_manager.open_new(from_template=name)
    assert window is not None
    assert window.path.parent == (documents() / "Journeywall").resolve()
    assert file in (None, window.path.name)
    assert list(tmp_path.iterdir()) == []


def test_a_map_called_like_a_path_suggests_a_name_for_its_poster(open_window: OpenWindow) -> None:
    editor = open_window(new_project("Sale", "/etc/B2B/B2C: *now*. "))
    editor.press("Ctrl+Shift+E")
    (exporting,) = editor.window.findChildren(ExportDialog)
    editor.wait_until(lambda: exporting.is_current)
    editor.click("Export")
    (dialog,) = editor.window.findChildren(QFileDialog)
    assert [Path(each).name for each in dialog.selectedFiles()] == ["etc-B2B-B2C- now.pdf"]
    dialog.reject()
    exporting.close()


def test_a_file_with_a_name_too_long_to_be_written_beside_is_gone_on_with_in_a_copy(
    window_manager: WindowManager, tmp_path: Path
) -> None:
    path = small_file(tmp_path / "d.journey").rename(tmp_path / f"{'d' * 240}.journey")
    window = window_manager.open(path)
    assert window is not None
    assert window.editor.read_only
    (button,) = [each for each in window.findChildren(QAbstractButton) if each.text() == "Open a copy"]
    button.click()
    (copy,) = window_manager.windows
    assert copy.path.name.endswith("ddd (copy).journey")
    assert not copy.editor.read_only


def test_a_file_whose_name_is_no_text_has_a_picture_on_the_start_page() -> None:
    path = Path(os.fsdecode(b"/maps/caf\xe9.journey"))
    image = QImage(8, 8, QImage.Format.Format_RGB32)
    image.fill(0)
    thumbnails.keep(path, image)
    assert thumbnails.kept(path) is not None
