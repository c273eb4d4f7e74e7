"""The export dialog: its preview, its settings, what to know before, and files written beside the window."""

import os
from collections.abc import Callable
from pathlib import Path

import numpy
import pytest
from PySide6.QtCore import QObject, QSize, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices, QImage, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QListWidget

from app.drawing.images import looked_at
from app.formats.png.png_options import PngOptions
from app.formats.templates import template
from app.model.change import Change
from app.model.document import Document
from app.model.finding.filtering import Filter
from app.model.records import Note
from app.model.verbs.notes import set_text
from app.model.verbs.picture_verbs import add_picture
from app.model.verbs.sections import add_section, fold_sections, leave_off_posters
from app.pages.deliverables.pages import Pages
from app.pages.page_painter import paint_page
from app.pages.poster.poster_options import MapOptions
from app.widgets.pages.export.dialog import ExportDialog
from app.widgets.pages.export.printing import printing, set_page
from tests.bad_targets import FORBIDDEN, IS_LINUX, SUFFIXES, full_disk
from tests.driver import LEFT, WindowDriver
from tests.export_dialog import asked, choose, field, is_shown, opened, print_to, settle, written
from tests.formats.reading import ReadPdf
from tests.pictures import image
from tests.widgets.conftest import OpenWindow

pytestmark = pytest.mark.usefixtures("in_process")


def test_a_target_that_cannot_be_written_is_told_and_nothing_is_left(
    pizzeria: WindowDriver, tmp_path: Path
) -> None:
    dialog = opened(pizzeria)
    before = sorted(tmp_path.iterdir())
    assert "There is no folder" in written(pizzeria, dialog, tmp_path / "gone" / "poster.pdf")
    assert sorted(tmp_path.iterdir()) == before
    dialog.close()


def test_what_a_table_does_not_hold_is_listed_once_it_is_written_and_leads_there(
    pizzeria: WindowDriver, tmp_path: Path
) -> None:
    dialog = opened(pizzeria)
    choose(pizzeria, dialog, format="Table in Markdown")
    assert dialog.findings.sentences() == []
    assert "was written to" in written(pizzeria, dialog, tmp_path / "dinner.md")
    assert "Not in it: 9 relations" in dialog.findings.sentences()
    (row,) = (row for row, said in enumerate(dialog.findings.sentences()) if " notes)" in said)
    findings: QListWidget = dialog.findings
    findings.itemActivated.emit(findings.item(row))
    (note,) = pizzeria.window.editor.selection.ids
    assert pizzeria.document.get(Note, note).text == "Asks about the ingredients"


@pytest.mark.skipif(not IS_LINUX, reason="sets a limit as Linux knows it")
def test_wherever_a_file_cannot_be_the_old_one_stays_and_a_sentence_says_why(
    pizzeria: WindowDriver, tmp_path: Path
) -> None:
    dialog = opened(pizzeria)
    folder = tmp_path / "out"
    folder.mkdir()
    for suffix in SUFFIXES:
        out = folder / f"poster{suffix}"
        out.write_text("old")
        with full_disk():
            written(pizzeria, dialog, out)
        assert dialog.running.words.text() == f"“{out}” cannot be written: the disk takes no file that large."
        assert out.read_text() == "old"
        forbidden = FORBIDDEN / out.name
        assert f"“{forbidden}” cannot be written: " in written(pizzeria, dialog, forbidden)
    assert sorted(path.name for path in folder.iterdir()) == ["poster.pdf", "poster.png", "poster.svg"]
    dialog.close()


def test_a_file_that_is_being_read_is_replaced_for_the_next_reader(
    pizzeria: WindowDriver, tmp_path: Path
) -> None:
    dialog = opened(pizzeria)
    out = tmp_path / "poster.svg"
    out.write_text("old")
    with out.open() as reader:
        assert "was written" in written(pizzeria, dialog, out)
        assert reader.read() == "old"
    assert out.read_text(encoding="utf-8").startswith("<?xml")
    dialog.close()


def test_an_empty_map_is_exported_and_told_to_be_empty(empty: WindowDriver, tmp_path: Path) -> None:
    dialog = opened(empty)
    assert any("The page says so" in said or "says so" in said for said in dialog.findings.sentences())
    for suffix in SUFFIXES:
        assert "was written" in written(empty, dialog, tmp_path / f"poster{suffix}")
    assert "This map is empty" in (tmp_path / "poster.svg").read_text(encoding="utf-8")
    dialog.close()


class Opener(QObject):
    """Stands for the programs of the computer that open files."""

    def __init__(self) -> None:
        super().__init__()
        self.opened: list[str] = []

    @Slot(QUrl)
    def open(self, url: QUrl) -> None:
        self.opened.append(url.toLocalFile())


def test_a_file_is_opened_when_done_only_if_that_is_wished(pizzeria: WindowDriver, tmp_path: Path) -> None:
    opener = Opener()
    QDesktopServices.setUrlHandler("file", opener, "open")  # type: ignore[arg-type]  # Its stub is wrong.
    try:
        dialog = opened(pizzeria)
        path = tmp_path / "Ünïcode & poster.svg"
        written(pizzeria, dialog, path)
        assert opener.opened == []
        QTest.mouseClick(dialog.open_when_done, LEFT)
        assert dialog.open_when_done.isChecked()
        written(pizzeria, dialog, tmp_path / "gone" / "poster.svg")
        assert opener.opened == []
        written(pizzeria, dialog, path)
        assert opener.opened == [os.fspath(path)]
        dialog.close()
    finally:
        QDesktopServices.unsetUrlHandler("file")


@pytest.mark.qt_log_ignore("does not support QPlatformServices", extend=True)
def test_a_file_that_no_program_opens_is_told(pizzeria: WindowDriver, tmp_path: Path) -> None:
    dialog = opened(pizzeria)
    dialog.open_when_done.setChecked(True)
    said = written(pizzeria, dialog, tmp_path / "poster.svg")
    assert said.startswith("poster.svg was written")
    assert said.endswith("No program on this computer opens it.")
    dialog.close()


def test_print_asks_the_system_and_prints_the_pages_that_it_was_asked_for(
    pizzeria: WindowDriver, tmp_path: Path
) -> None:
    dialog = opened(pizzeria)
    choose(pizzeria, dialog, paper="A2", tile="Sheets of A4")
    QTest.mouseClick(dialog.print_button, LEFT)
    (asked,) = (one for one in dialog.findChildren(QPrintDialog) if one.isVisible())
    print_to(asked, tmp_path / "printed.pdf", pages=(2, 3))
    pizzeria.wait_until(lambda: not dialog.running.is_running)
    assert dialog.running.words.text() == "The pages are on their way to the printer."
    read = ReadPdf((tmp_path / "printed.pdf").read_bytes())
    assert read.pages == 2
    assert sorted(read.box[2:]) == pytest.approx([210 / 25.4 * 72, 297 / 25.4 * 72], abs=1)
    dialog.close()


@pytest.mark.qt_log_ignore("QPainter::begin", extend=True)
def test_a_printer_that_cannot_be_used_is_told(pizzeria: WindowDriver, tmp_path: Path) -> None:
    dialog = opened(pizzeria)
    QTest.mouseClick(dialog.print_button, LEFT)
    (asked,) = (one for one in dialog.findChildren(QPrintDialog) if one.isVisible())
    print_to(asked, tmp_path / "gone" / "printed.pdf")
    pizzeria.wait_until(lambda: not dialog.running.is_running)
    assert "The printer cannot be used" in dialog.running.words.text()
    dialog.close()


def test_printing_of_many_pages_is_cancelled_between_two_of_them(
    pizzeria: WindowDriver, tmp_path: Path
) -> None:
    dialog = opened(pizzeria)
    choose(pizzeria, dialog, paper="A0", tile="Sheets of A4")
    QTest.mouseClick(dialog.print_button, LEFT)
    (asked,) = (one for one in dialog.findChildren(QPrintDialog) if one.isVisible())
    print_to(asked, tmp_path / "printed.pdf")
    assert dialog.running.bar.isVisible()
    QTest.mouseClick(dialog.running.cancel_button, LEFT)
    assert dialog.running.words.text() == "Printing was cancelled."
    assert not dialog.running.is_running
    dialog.close()
    dialog.close()


def test_the_preview_shows_the_paper_and_every_sheet(pizzeria: WindowDriver) -> None:
    dialog = opened(pizzeria)
    choose(pizzeria, dialog, paper="A4", orientation="Landscape")
    assert dialog.pages.text() == "of 1 page, 297 × 210 mm"
    choose(pizzeria, dialog, paper="A0", tile="Sheets of A4")
    sheets = dialog.number.maximum()
    assert sheets > 10
    names = []
    for page in range(1, int(sheets) + 1):
        dialog.number.setValue(page)
        settle(pizzeria, dialog)
        names.append(dialog.preview.accessibleDescription())
    assert names[:3] == ["Assembly plan", "A1", "B1"]
    assert len(set(names)) == sheets
    dialog.close()


def test_the_preview_is_painted_from_the_same_layers_as_the_poster(pizzeria: WindowDriver) -> None:
    dialog = opened(pizzeria)
    for times in range(3):
        request = dialog.preview.request
        assert request is not None
        page = Pages(pizzeria.document, dialog.options.pages).page(0)
        expected = QImage(request.width, request.height, QImage.Format.Format_RGB32)
        expected.fill(Qt.GlobalColor.white)
        with QPainter(expected) as painter:
            painter.translate(-request.left, -request.top)
            paint_page(painter, page, request.scale)
        assert differing(dialog.preview.picture, expected) < 0.0005, times
        dialog.preview.zoom(2.5)
        settle(pizzeria, dialog)
    seen = dialog.preview.grab().toImage()
    colours = {seen.pixelColor(x, 300).name() for x in range(seen.width())}
    assert "#ffffff" in colours
    dialog.close()


def differing(one: QImage, other: QImage) -> float:
    """The share of pixels that are not the same."""
    assert one.size() == other.size()
    pixels = [numpy.frombuffer(bytes(image.constBits()), numpy.uint32) for image in (one, other)]
    return float((pixels[0] != pixels[1]).mean())


def test_the_preview_zooms_about_its_middle_and_fits_again(pizzeria: WindowDriver) -> None:
    dialog = opened(pizzeria)
    fitting = dialog.preview.pixels
    for _ in range(6):
        dialog.preview.zoom(1.5)
    bar = dialog.preview.horizontalScrollBar()
    assert dialog.preview.pixels == pytest.approx(fitting * 1.5**6)
    assert bar.value() == pytest.approx((bar.maximum() - bar.minimum()) / 2, rel=0.02)
    dialog.preview.fit()
    assert dialog.preview.pixels == pytest.approx(fitting)
    dialog.close()


def test_what_cannot_be_is_told_instead_of_a_preview(pizzeria: WindowDriver) -> None:
    dialog = opened(pizzeria)
    choose(pizzeria, dialog, paper="3x4")
    assert dialog.preview.page is None
    assert "out of range" in dialog.findings.sentences()[0]
    assert not dialog.export_button.isEnabled()
    choose(pizzeria, dialog, paper="A3")
    assert dialog.export_button.isEnabled()
    dialog.close()


def test_settings_are_remembered_for_each_map(pizzeria: WindowDriver) -> None:
    dialog = opened(pizzeria)
    choose(pizzeria, dialog, paper="B1", look="Greyscale", tile="Sheets of Letter")
    field(dialog, "numbers").setChecked(True)
    field(dialog, "footer").setText("Draft")
    settle(pizzeria, dialog)
    options = dialog.options
    dialog.close()
    again = opened(pizzeria)
    assert again.options == options
    assert asked(again).look == "greyscale"
    again.close()


def test_what_is_exported_has_settings_of_its_own(pizzeria: WindowDriver) -> None:
    dialog = opened(pizzeria)
    choose(pizzeria, dialog, paper="B1")
    choose(pizzeria, dialog, part="All maps of the project")
    assert dialog.form.deliverable.name == "all-maps"
    assert asked(dialog).paper == "A0"
    choose(pizzeria, dialog, paper="A2")
    choose(pizzeria, dialog, part="The whole map")
    assert asked(dialog).paper == "B1"
    choose(pizzeria, dialog, part="All maps of the project")
    assert asked(dialog).paper == "A2"
    dialog.close()
    again = opened(pizzeria)
    choose(pizzeria, again, part="All maps of the project")
    assert asked(again).paper == "A2"
    again.close()


def test_persona_sheets_are_exported_alone_or_behind_the_map(pizzeria: WindowDriver, tmp_path: Path) -> None:
    dialog = opened(pizzeria)
    choose(pizzeria, dialog, persona_sheets="After the poster, on A4")
    assert dialog.number.maximum() == 2
    choose(pizzeria, dialog, part="Persona sheets")
    assert asked(dialog).paper == "A4"
    assert dialog.number.maximum() == 1
    assert is_shown(dialog, "look")
    assert field(dialog, "margin").value() == 12
    assert asked(dialog).margin is None
    assert not any(is_shown(dialog, name) for name in ("tile", "scale", "numbers"))
    path = tmp_path / "personas.pdf"
    assert written(pizzeria, dialog, path) == f"personas.pdf was written to {tmp_path}."
    assert ReadPdf(path.read_bytes()).find("Eva Molin")
    dialog.close()


def test_a_workshop_kit_is_exported(pizzeria: WindowDriver, tmp_path: Path) -> None:
    dialog = opened(pizzeria)
    choose(pizzeria, dialog, part="Workshop kit")
    assert asked(dialog).paper == "A4"
    assert dialog.number.maximum() == 14
    path = tmp_path / "kit.pdf"
    assert written(pizzeria, dialog, path) == f"kit.pdf was written to {tmp_path}."
    assert ReadPdf(path.read_bytes()).pages == 14
    dialog.close()


def test_a_finding_leads_to_its_place(pizzeria: WindowDriver) -> None:
    dialog = opened(pizzeria)
    dialog.form.distance.setValue(30)
    settle(pizzeria, dialog)
    rows = [row for row, said in enumerate(dialog.findings.sentences()) if "Notes can be read" in said]
    findings: QListWidget = dialog.findings
    item = findings.item(rows[0])
    findings.itemActivated.emit(item)
    assert pizzeria.editor.selection.ids == (pizzeria.note("Find a pizzeria close to the office").id,)
    assert not dialog.isVisible()


def test_only_the_stage_of_the_cursor_can_be_written(pizzeria: WindowDriver) -> None:
    pizzeria.click_on(pizzeria.note("Reads the menu").id)
    dialog = opened(pizzeria)
    choose(pizzeria, dialog, part="Only the stage “Order”")
    assert asked(dialog).stages == (pizzeria.stage("Order").id,)
    assert any("7 stages of the map are left out" in said for said in dialog.findings.sentences())
    dialog.close()


def test_how_fine_a_picture_is_is_set_and_what_it_takes_is_told_before(
    pizzeria: WindowDriver, tmp_path: Path
) -> None:
    dialog = opened(pizzeria)
    assert not is_shown(dialog, "pixels")
    choose(pizzeria, dialog, format="Picture as PNG")
    number = field(dialog, "pixels")
    (unit,) = (box for box in dialog.findChildren(QComboBox) if box.accessibleName() == "Resolution: unit")
    assert not any("As PNG" in said for said in dialog.findings.sentences())
    number.setValue(20_000)
    assert number.value() == 16_384
    number.setValue(1_000)
    settle(pizzeria, dialog)
    assert any(said.startswith("As a PNG it has 1,000 × 595 pixels") for said in dialog.findings.sentences())
    assert "poster.png was written" in written(pizzeria, dialog, tmp_path / "poster.png")
    assert QImage(os.fspath(tmp_path / "poster.png")).size() == QSize(1_000, 595)
    unit.setCurrentIndex(1)
    assert dialog.options.format == PngOptions(dots_per_inch=150)
    number.setValue(1_200)
    settle(pizzeria, dialog)
    assert any("A side may have 1 to 16,384 pixels" in said for said in dialog.findings.sentences())
    assert "A side may have 1 to 16,384 pixels" in written(pizzeria, dialog, tmp_path / "large.png")
    assert not (tmp_path / "large.png").exists()
    options = dialog.options
    dialog.close()
    again = opened(pizzeria)
    assert again.options == options
    again.close()


def titles(dialog: ExportDialog) -> list[str]:
    return [dialog.form.part.itemText(row) for row in range(dialog.form.part.count())]


def test_only_the_selected_notes_can_be_written_wherever_they_are(pizzeria: WindowDriver) -> None:
    pizzeria.select_note("Reads the menu", "Light the sign")
    dialog = opened(pizzeria)
    choose(pizzeria, dialog, part="Only the selection: 2 notes")
    assert set(asked(dialog).only) == {
        pizzeria.note("Reads the menu").id,
        pizzeria.note("Light the sign").id,
    }
    assert any("Only what was chosen is on it" in said for said in dialog.findings.sentences())
    dialog.close()
    pizzeria.select_note("Light the sign")
    dialog = opened(pizzeria)
    assert titles(dialog)[1] == "Only the selection: “Light the sign”"
    dialog.close()


def test_selected_stages_and_sections_can_be_written(pizzeria: WindowDriver) -> None:
    pizzeria.select_stage("Order")
    pizzeria.click_on(pizzeria.stage("Arrival").id, Qt.KeyboardModifier.ControlModifier)
    dialog = opened(pizzeria)
    assert "Only the 2 stages" in titles(dialog)
    choose(pizzeria, dialog, part="Only the 2 stages")
    assert set(asked(dialog).stages) == {pizzeria.stage("Order").id, pizzeria.stage("Arrival").id}
    dialog.close()


def test_what_a_filter_shows_can_be_written_and_else_it_is_told_that_all_is(pizzeria: WindowDriver) -> None:
    pizzeria.window.dimming.set_filter(Filter(colours=frozenset({"pink"})))
    pink = [note.id for note in pizzeria.document.all(Note) if note.colour == "pink"]
    dialog = opened(pizzeria)
    assert f"it shows {len(pink)}. The poster shows all" in dialog.findings.sentences()[0]
    choose(pizzeria, dialog, part=f"Only what the filter shows: {len(pink)} notes")
    assert set(asked(dialog).only) == set(pink)
    assert not any("A filter dims" in said for said in dialog.findings.sentences())
    dialog.close()


def go_to(dialog: ExportDialog, words: str) -> None:
    """Activate the finding that has these words."""
    findings: QListWidget = dialog.findings
    (row,) = (row for row, said in enumerate(dialog.findings.sentences()) if words in said)
    findings.itemActivated.emit(findings.item(row))


@pytest.mark.parametrize(
    ("prepare", "words", "place"),
    [
        (lambda d: fold_sections(d, [section(d, "Ideas")], True), "“Ideas” is folded", "Ideas"),
        (lambda d: leave_off_posters(d, [section(d, "Ideas")], True), "as set on the map: “Ideas”", "Ideas"),
        (lambda d: set_text(d, note(d, "Eats"), "Ours \U000f0123"), "U+F0123", "Ours \U000f0123"),
    ],
)
def test_each_finding_leads_to_what_it_is_about(
    pizzeria: WindowDriver, prepare: Callable[[Document], Change], words: str, place: str
) -> None:
    pizzeria.editor.do(prepare(pizzeria.document))
    dialog = opened(pizzeria)
    go_to(dialog, words)
    (selected,) = pizzeria.editor.selection.ids
    record = pizzeria.document.find(selected)
    assert place in (getattr(record, "name", ""), getattr(record, "text", ""))
    assert not dialog.isVisible()


def test_a_coarse_picture_leads_to_itself(open_window: OpenWindow) -> None:
    document = template("pizzeria")
    new = looked_at(image(40, 20))
    stage = document.stages("dinner")[2].id
    document.apply(add_section(document, "dinner", "Scenes", "pictures", id="scenes"))
    document.apply(add_picture(document, "scenes", stage, new, id="scene"))
    editor = open_window(document)
    dialog = opened(editor)
    go_to(dialog, "dots per inch")
    assert editor.editor.selection.ids == ("scene",)


def test_more_pages_than_one_are_told_and_a_missed_distance_names_the_note(pizzeria: WindowDriver) -> None:
    dialog = opened(pizzeria)
    choose(pizzeria, dialog, paper="A3", scale="True size: notes of 76 mm")
    assert any("The poster takes" in said and "pages of A3" in said for said in dialog.findings.sentences())
    dialog.form.distance.setValue(10)
    settle(pizzeria, dialog)
    go_to(dialog, "Notes can be read from")
    assert pizzeria.editor.selection.ids == (pizzeria.note("Find a pizzeria close to the office").id,)


def test_what_would_make_type_larger_is_offered_and_done_by_a_button(pizzeria: WindowDriver) -> None:
    dialog = opened(pizzeria)
    choose(pizzeria, dialog, paper="A3", orientation="Portrait", scale="As on the screen")
    assert any(said.startswith("Landscape would make the type 1.") for said in dialog.findings.sentences())
    dialog.remedies.buttons()["Turn it to landscape"].click()
    settle(pizzeria, dialog)
    assert asked(dialog).orientation == "landscape"
    assert not any("Landscape would" in said for said in dialog.findings.sentences())
    (other,) = (text for text in dialog.remedies.buttons() if text.startswith("Use "))
    dialog.remedies.buttons()[other].click()
    settle(pizzeria, dialog)
    assert asked(dialog).paper in other
    assert not dialog.remedies.isVisible()
    assert not any("meant to be read" in said for said in dialog.findings.sentences())


def section(document: Document, name: str) -> str:
    return next(one.id for one in document.sections("dinner") if one.name == name)


def note(document: Document, text: str) -> str:
    return next(one.id for one in document.all(Note) if one.text == text)


def test_a_printer_gets_pages_of_the_posters_size(pizzeria: WindowDriver, tmp_path: Path) -> None:
    poster = Pages(template("pizzeria"), MapOptions(paper="A3", tile="A4", scale=0.3, day="2026-11-22"))
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(os.fspath(tmp_path / "printed.pdf"))
    set_page(printer, poster.page(0).page)
    shares = list(printing(printer, poster))
    assert shares == [(number + 1) / poster.count for number in range(poster.count)]
    read = ReadPdf((tmp_path / "printed.pdf").read_bytes())
    assert read.pages == poster.count
    page = poster.page(0).page
    assert read.box[2:] == pytest.approx(page.points, abs=1)
