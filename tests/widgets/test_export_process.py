"""Preview and export as the process beside the window makes them: started, hurried, stopped, killed."""

import multiprocessing
from pathlib import Path

import pytest
from PySide6.QtTest import QTest

from app.widgets.pages.export.asking import GONE
from app.widgets.pages.export.control import Switch
from benchmarks.maps import SIZES, document_of
from tests.driver import LEFT, WindowDriver
from tests.export_dialog import PATIENCE, choose, field, opened, settle, written
from tests.formats.reading import ReadPdf
from tests.widgets.conftest import OpenWindow


def test_a_poster_is_written_beside_the_window_as_it_was_set(pizzeria: WindowDriver, tmp_path: Path) -> None:
    dialog = opened(pizzeria)
    choose(pizzeria, dialog, paper="A3", orientation="Portrait")
    path = tmp_path / "poster.pdf"
    assert written(pizzeria, dialog, path) == f"poster.pdf was written to {tmp_path}."
    assert ReadPdf(path.read_bytes()).box == pytest.approx((0, 0, 297 / 25.4 * 72, 420 / 25.4 * 72), abs=0.01)
    dialog.close()


@pytest.mark.long("begins a process for each, as others do")
@pytest.mark.parametrize("suffix", [".svg", ".png"])
def test_pictures_and_drawings_can_be_cancelled_too(
    open_window: OpenWindow, tmp_path: Path, suffix: str
) -> None:
    editor = open_window(document_of(SIZES[2]))
    dialog = opened(editor)
    field(dialog, "format").setCurrentText("Picture as PNG")
    field(dialog, "pixels").setValue(8_000)
    folder = tmp_path / "out"
    folder.mkdir()
    dialog.export_to(folder / f"poster{suffix}")
    editor.wait_until(lambda: dialog.running.bar.value() > 0, PATIENCE)
    assert dialog.running.is_running
    QTest.mouseClick(dialog.running.cancel_button, LEFT)
    assert list(folder.iterdir()) == []
    dialog.close()


def test_cancel_and_closing_the_dialog_leave_no_file_and_no_process(
    pizzeria: WindowDriver, tmp_path: Path
) -> None:
    dialog = opened(pizzeria)
    choose(pizzeria, dialog, paper="A0", scale="True size: notes of 76 mm", tile="Sheets of A4")
    folder = tmp_path / "out"
    folder.mkdir()
    dialog.export_to(folder / "poster.pdf")
    pizzeria.wait_until(lambda: any(folder.iterdir()) or not dialog.running.is_running, PATIENCE)
    QTest.mouseClick(dialog.running.cancel_button, LEFT)
    assert not dialog.running.is_running
    assert "Cancelled" in dialog.running.words.text()
    assert list(folder.iterdir()) == []
    dialog.export_to(folder / "poster.pdf")
    dialog.close()
    assert list(folder.iterdir()) == []


def test_the_settings_of_last_are_shown_and_a_preview_that_ends_is_told_and_starts_anew(
    pizzeria: WindowDriver,
) -> None:
    dialog = opened(pizzeria)
    for paper in ("A1", "A2", "A3", "B0", "Letter"):
        field(dialog, "paper").setCurrentText(paper)
        dialog.refresh()
        assert not dialog.is_current
    settle(pizzeria, dialog)
    assert dialog.pages.text() == "of 1 page, 279.4 × 215.9 mm"
    assert dialog.preview.page is not None
    assert dialog.preview.page.width == pytest.approx(279.4)
    (process,) = multiprocessing.active_children()
    process.kill()
    dialog.refresh()
    settle(pizzeria, dialog)
    assert dialog.findings.sentences() == [str(GONE)]
    assert not dialog.export_button.isEnabled()
    choose(pizzeria, dialog, paper="A2")
    assert dialog.pages.text() == "of 1 page, 594 × 420 mm"
    assert dialog.export_button.isEnabled()
    dialog.close()
    assert multiprocessing.active_children() == []


@pytest.mark.slow("a process arranges a map anew for each switch")
def test_switches_say_what_they_take_and_go_on_after_what_comes_first(pizzeria: WindowDriver) -> None:
    dialog = opened(pizzeria)
    [key_points] = [owned.control for owned in dialog.form.fields() if "key_points" in owned.control.names]
    assert isinstance(key_points, Switch)
    pizzeria.wait_until(lambda: key_points.cost.text() != "", PATIENCE)
    dialog.preview.zoom(1.25)  # This comes first; the other switches are weighed after it.
    [legend] = [owned.control for owned in dialog.form.fields() if "legend" in owned.control.names]
    assert isinstance(legend, Switch)
    pizzeria.wait_until(lambda: legend.cost.text() != "", PATIENCE)
    field(dialog, "paper").setCurrentText("A3")
    pizzeria.wait_until(lambda: key_points.cost.text() == "", PATIENCE)
    pizzeria.wait_until(lambda: key_points.cost.text() != "", PATIENCE)
    dialog.close()
