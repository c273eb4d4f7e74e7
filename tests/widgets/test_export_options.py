"""Every format and every deliverable through the window: chosen, set, written, and remembered."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractSpinBox, QCheckBox, QComboBox, QFileDialog, QLineEdit, QWidget

from app import formats
from app.formats import FORMATS
from app.formats.applicable import page_settings
from app.formats.format import Format
from app.formats.json.json_options import JsonOptions
from app.model.records import Note
from app.model.verbs.agenda import add_item
from app.model.verbs.rounds import begin_round
from app.model.verbs.runs import begin_run
from app.pages import deliverables
from app.pages.deliverables import DELIVERABLES
from app.pages.deliverables.deliverable import Deliverable
from app.pages.options import settings_of
from app.widgets.pages.export.dialog import ExportDialog
from tests.driver import LEFT, WindowDriver
from tests.export_dialog import asked, choose, field, is_shown, opened, settle, written
from tests.formats.reading import ReadPdf
from tests.formats.toy import TOY
from tests.pages.toy_sheet import TOY_SHEET
from tests.pictures import image

pytestmark = pytest.mark.usefixtures("in_process")


@pytest.fixture(autouse=True)
def toys(monkeypatch: pytest.MonkeyPatch) -> None:
    """One line more in each tuple."""
    monkeypatch.setattr(formats, "FORMATS", (*FORMATS, TOY))
    monkeypatch.setattr(deliverables, "DELIVERABLES", (*DELIVERABLES, TOY_SHEET))


@pytest.fixture
def held(pizzeria: WindowDriver) -> WindowDriver:
    """The pizzeria after a workshop, so that there is something of each deliverable."""
    now = datetime(2026, 12, 1, 14, 0, tzinfo=UTC)
    document, editor = pizzeria.document, pizzeria.editor
    editor.do(add_item(document, "Vote", 10, "vote"))
    editor.happened(begin_run(document, now, 10))
    ideas = [note.id for note in document.all(Note) if note.colour == "green"]
    editor.do(begin_round(document, "Which idea first?", ideas, 10, 2, now))
    return pizzeria


def labels(dialog: ExportDialog) -> set[str]:
    """The names of the fields that are seen."""
    return {str(one.control.setting.label) for one in dialog.form.fields() if one.control.widget.isVisible()}


def enter_something_else(box: QWidget) -> None:
    """Enter another value than there is, as a person could."""
    match box:
        case QCheckBox():
            QTest.mouseClick(box, LEFT)
        case QComboBox():
            box.setCurrentIndex(box.count() - 1 if box.currentIndex() != box.count() - 1 else 0)
        case QAbstractSpinBox():
            box.stepBy(1)
        case QLineEdit():
            box.setText("Something")


@pytest.mark.parametrize("known", [*(one for one in FORMATS if one.writes), TOY], ids=lambda one: one.name)
def test_a_format_is_chosen_in_the_dialog_and_its_file_written(
    pizzeria: WindowDriver, tmp_path: Path, known: Format
) -> None:
    dialog = opened(pizzeria)
    choose(pizzeria, dialog, format=str(known.description))
    own = {str(setting.label) for setting in settings_of(known.options_type).values() if setting.label}
    of_pages = {str(one.label) for one in page_settings(known, DELIVERABLES[0]).values() if one.label}
    assert labels(dialog) == own | of_pages
    assert dialog.form.part.isVisible() == dialog.print_button.isEnabled() == (known.has_pages)
    QTest.mouseClick(dialog.export_button, LEFT)
    (asks,) = dialog.findChildren(QFileDialog)
    assert asks.selectedFiles()[0].endswith(known.suffix)
    assert asks.nameFilters()[0] == f"{known.description} (*{known.suffix})"
    assert len(asks.nameFilters()) == sum(one.writes for one in FORMATS) + 1
    path = tmp_path / f"written{known.suffix}"
    asks.fileSelected.emit(str(path))
    asks.reject()
    pizzeria.wait_until(lambda: not dialog.running.is_running)
    assert dialog.running.words.text() == f"{path.name} was written to {tmp_path}."
    assert path.stat().st_size > 10
    dialog.close()


@pytest.mark.parametrize("known", [*DELIVERABLES, TOY_SHEET], ids=lambda one: one.name)
def test_a_deliverable_is_chosen_with_its_own_fields_and_written(
    held: WindowDriver, tmp_path: Path, known: Deliverable
) -> None:
    dialog = opened(held)
    choose(held, dialog, part=str(known.title))
    assert labels(dialog) == {str(one.label) for one in settings_of(known.options_type).values() if one.label}
    path = tmp_path / "pages.pdf"
    assert written(held, dialog, path) == f"pages.pdf was written to {tmp_path}."
    assert ReadPdf(path.read_bytes()).pages == dialog.number.maximum()
    dialog.close()


@pytest.mark.parametrize("known", [*DELIVERABLES, TOY_SHEET], ids=lambda one: one.name)
def test_what_is_entered_in_each_field_is_what_is_asked_for_and_remembered(
    held: WindowDriver, known: Deliverable
) -> None:
    dialog = opened(held)
    choose(held, dialog, part=str(known.title))
    usual = asked(dialog)
    settings = settings_of(known.options_type).items()
    names = {name for name, one in settings if one.label and one.names is None}
    for name in names - {"logo"}:
        box = field(dialog, name)
        box.setEnabled(True)  # As where other fields say that it makes a difference.
        enter_something_else(box)
        assert getattr(asked(dialog), name) != getattr(usual, name), name
    choose(held, dialog, paper="A3")
    options = dialog.options
    dialog.close()
    again = opened(held)
    choose(held, again, part=str(known.title))
    assert again.options == options
    again.close()


def test_a_format_and_its_options_are_remembered(pizzeria: WindowDriver, tmp_path: Path) -> None:
    dialog = opened(pizzeria)
    choose(pizzeria, dialog, format="Titles as toy")
    field(dialog, "times").setValue(2)
    choose(pizzeria, dialog, case="Upper case")
    dialog.close()
    again = opened(pizzeria)
    assert again.form.chosen_format == TOY
    assert written(pizzeria, again, tmp_path / "a.toy").startswith("a.toy was written")
    assert (tmp_path / "a.toy").read_text() == "DINNER AT A PIZZERIA\n" * 2
    field(again, "times").setValue(9)
    assert written(pizzeria, again, tmp_path / "b.toy") == "Nine times is too often."
    choose(pizzeria, again, format="Poster as PDF")
    assert again.preview.page is not None
    assert again.print_button.isEnabled()
    again.close()


def test_what_makes_no_difference_to_a_picture_is_not_asked_and_not_lost(pizzeria: WindowDriver) -> None:
    dialog = opened(pizzeria)
    choose(pizzeria, dialog, paper="A2", tile="Sheets of A4")
    sheets = dialog.number.maximum()
    assert sheets > 1
    choose(pizzeria, dialog, format="Picture as PNG")
    assert not any(is_shown(dialog, name) for name in ("tile", "overlap", "bleed", "footer", "logo"))
    assert is_shown(dialog, "pixels")
    assert dialog.number.maximum() == 1
    assert asked(dialog).tile is None
    dialog.close()
    again = opened(pizzeria)
    choose(pizzeria, again, format="Poster as PDF")
    assert asked(again).tile == "A4"
    assert again.number.maximum() == sheets
    again.close()


def test_one_map_or_all_of_them_are_written_as_json(pizzeria: WindowDriver, tmp_path: Path) -> None:
    dialog = opened(pizzeria)
    choose(pizzeria, dialog, format="Project as JSON")
    assert dialog.pages.text() == "Project as JSON has no pages."
    choose(pizzeria, dialog, map="Only “Dinner at a pizzeria”")
    assert dialog.options.format == JsonOptions(map="dinner")
    assert written(pizzeria, dialog, tmp_path / "a.json").startswith("a.json was written")
    dialog.close()


def test_a_logo_is_chosen_for_the_foot_of_the_page(pizzeria: WindowDriver, tmp_path: Path) -> None:
    (tmp_path / "logo.png").write_bytes(image(40, 20))
    dialog = opened(pizzeria)
    before = pictures_on(pizzeria, dialog, tmp_path / "before.pdf")
    (button,) = (one for one in dialog.findChildren(QWidget) if one.accessibleName() == "Choose: Logo")
    QTest.mouseClick(button, LEFT)
    (asks,) = dialog.findChildren(QFileDialog)
    asks.fileSelected.emit(str(tmp_path / "logo.png"))
    asks.reject()
    settle(pizzeria, dialog)
    assert asked(dialog).logo == tmp_path / "logo.png"
    assert pictures_on(pizzeria, dialog, tmp_path / "after.pdf") == before + 1
    field(dialog, "logo").setText(str(tmp_path / "gone.png"))
    settle(pizzeria, dialog)
    assert dialog.findings.sentences() == ["The logo “gone.png” cannot be read."]
    assert not dialog.export_button.isEnabled()
    field(dialog, "logo").clear()
    settle(pizzeria, dialog)
    assert asked(dialog).logo is None
    dialog.close()


def pictures_on(editor: WindowDriver, dialog: ExportDialog, path: Path) -> int:
    written(editor, dialog, path)
    return path.read_bytes().count(b"/Subtype /Image")


def test_a_number_that_makes_no_difference_yet_cannot_be_entered(pizzeria: WindowDriver) -> None:
    dialog = opened(pizzeria)
    assert not field(dialog, "overlap").isEnabled()
    choose(pizzeria, dialog, scale="Custom scale")
    assert field(dialog, "overlap").isEnabled()
    (share,) = (
        one for one in dialog.findChildren(QAbstractSpinBox) if one.accessibleName() == "Custom scale"
    )
    assert share.isVisible()
    QTest.keyClick(share, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(share, "50")
    QTest.keyClick(share, Qt.Key.Key_Return)
    assert asked(dialog).scale == 0.5
    dialog.close()
