"""Numbers typed into fields, in whichever way people of several countries write them."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDoubleSpinBox

from app.drawing.display import Texts
from app.model.labels import step_label
from app.model.records import Entry
from app.model.verbs.editing import set_fields
from app.model.verbs.entries import add_entry
from app.model.verbs.maps import new_project
from app.model.verbs.sections import add_section
from app.model.verbs.stages import add_stage
from app.widgets.forms.number_box import NumberBox
from app.widgets.pages.export.dialog import ExportDialog
from tests.cases import meeting
from tests.driver import WindowDriver
from tests.widgets.conftest import OpenWindow

InCountry = Callable[[str], WindowDriver]


@pytest.fixture
def in_country(open_window: OpenWindow, monkeypatch: pytest.MonkeyPatch) -> InCountry:
    """A window on a map with one metric, which is selected, on a computer of that locale."""

    def open_there(locale: str) -> WindowDriver:
        monkeypatch.setenv("LC_ALL", f"{locale}.UTF-8")
        document = new_project()
        map = document.maps()[0].id
        document.apply(add_stage(document, map, "Order", id="order"))
        document.apply(add_section(document, map, "Figures", "metrics", id="figures"))
        document.apply(add_entry(document, "figures", "order", "Waiting", id="metric"))
        window = open_window(document)
        window.editor.select(["metric"])
        return window

    return open_there


def value_of(window: WindowDriver) -> float | None:
    return window.document.get(Entry, "metric").value


def enter(window: WindowDriver, text: str) -> None:
    window.fill("Value", text)
    window.press("Tab")


@pytest.mark.parametrize("locale", ["de_DE", "en_US"])
def test_either_decimal_sign_is_taken(in_country: InCountry, locale: str) -> None:
    window = in_country(locale)
    for text, value in (("3.5", 3.5), ("3,5", 3.5), ("0,4", 0.4), ("1.234,5", 1234.5), ("-1,234.5", -1234.5)):
        enter(window, text)
        assert value_of(window) == value, text
        assert not window.window.message.isVisible(), text


@pytest.mark.parametrize(
    ("locale", "text", "value", "shown", "says"),
    [
        ("de_DE", "1.250", 1250, "1250", "“1.250” was taken for 1250. If 1,25 is meant, type it so."),
        ("en_US", "1,234", 1234, "1234", "“1,234” was taken for 1234. If 1.234 is meant, type it so."),
        ("en_US", "1.234", 1.234, "1.234", "“1.234” was taken for 1.234. If 1234 is meant, type it so."),
    ],
)
def test_an_ambiguous_number_shows_what_it_was_taken_for(
    in_country: InCountry, locale: str, text: str, value: float, shown: str, says: str
) -> None:
    window = in_country(locale)
    enter(window, text)
    assert value_of(window) == value
    assert window.field("Value").property("text") == shown
    assert window.window.message.isVisible()
    assert says in window.window.message.words.text()


def test_a_german_map_writes_numbers_as_german_people_do(in_country: InCountry) -> None:
    window = in_country("de_DE")
    project = window.document.project.id
    window.editor.do(set_fields(window.document, [project], step_label("set_language"), language="de"))
    enter(window, "99,95")
    enter(window, "1234,5")
    assert window.field("Value").property("text") == "1234,5"
    drawn = [batch for batch in window.canvas.shown.layout.display_list() if isinstance(batch, Texts)]
    assert "1.234,5" in [placed.block.text for batch in drawn for placed in batch.texts]


def test_half_of_a_number_stays_while_it_is_typed(in_country: InCountry) -> None:
    window = in_country("de_DE")
    window.fill("Value", "2,")
    assert window.field("Value").property("text") == "2,"
    window.write("5")
    assert window.field("Value").property("text") == "2,5"
    assert value_of(window) == 2.5


def by_keys(window: WindowDriver, text: str) -> None:
    window.fill("Value", text)


def by_pasting(window: WindowDriver, text: str) -> None:
    QApplication.clipboard().setText(text)
    window.fill("Value", "")
    window.press("Ctrl+V")


@pytest.mark.parametrize(
    ("text", "way"), meeting(["1e5", "1o5", "5 min", "6-2", "soon"], [by_keys, by_pasting])
)
def test_what_is_no_number_is_told_and_changes_nothing(
    in_country: InCountry, text: str, way: Callable[[WindowDriver, str], None]
) -> None:
    window = in_country("en_US")
    enter(window, "40")
    way(window, text)
    window.press("Tab")
    assert value_of(window) == 40
    assert window.field("Value").property("text") == "40"
    assert f"“{text}” is not a number" in window.window.message.words.text()
    assert "It stays 40." in window.window.message.words.text()


def test_where_there_was_no_number_there_is_none_after_what_is_none(in_country: InCountry) -> None:
    window = in_country("en_US")
    enter(window, "1e5")
    assert value_of(window) is None
    assert "“1e5” is not a number" in window.window.message.words.text()
    enter(window, "15")
    assert value_of(window) == 15


@pytest.mark.parametrize(("text", "least", "most"), [("1000000", "0", "100000"), ("-3", "0", "100000")])
def test_a_number_out_of_range_is_told_and_loses_no_figure(
    pizzeria: WindowDriver, text: str, least: str, most: str
) -> None:
    pizzeria.select_note("Light the sign")
    before = pizzeria.note("Light the sign").votes
    pizzeria.fill("Votes", text)
    assert pizzeria.field("Votes").property("text") == text
    pizzeria.press("Tab")
    assert pizzeria.note("Light the sign").votes == before
    assert pizzeria.field("Votes").property("text") == str(before)
    says = f"“{text}” is out of range: it may be {least} to {most}. It stays {before}."
    assert says in pizzeria.window.message.words.text()


def test_a_length_out_of_range_is_told_with_its_unit(in_country: InCountry) -> None:
    window = in_country("en_US")
    window.press("Ctrl+Shift+E")
    [dialog] = window.window.findChildren(ExportDialog)
    [margin] = [each for each in dialog.findChildren(QDoubleSpinBox) if each.accessibleName() == "Margin"]
    before = margin.text()
    margin.setFocus()
    margin.selectAll()
    QTest.keyClicks(margin, "9000")
    QApplication.processEvents()
    dialog.form.control("footer").setFocus()
    assert margin.text() == before
    assert dialog.running.words.text().startswith("“9000” is out of range: it may be 0 to ")
    assert dialog.running.words.text().endswith(f"It stays {before}.")
    dialog.reject()


def test_numbers_that_differ_are_not_emptied_by_what_is_no_number(in_country: InCountry) -> None:
    window = in_country("en_US")
    window.editor.do(add_entry(window.document, "figures", "order", "Leaving", id="other", value=7.0))
    enter(window, "40")
    window.editor.select(["metric", "other"])
    enter(window, "soon")
    assert (value_of(window), window.document.get(Entry, "other").value) == (40, 7)
    assert "It stays Mixed." in window.window.message.words.text()
    enter(window, "1e5")
    assert (value_of(window), window.document.get(Entry, "other").value) == (1, 1)
    assert "It stays 1." in window.window.message.words.text()
    window.undo()
    assert (value_of(window), window.document.get(Entry, "other").value) == (40, 7)


@pytest.mark.parametrize("text", ["3.5", "3,5"])
def test_a_whole_number_takes_no_decimals(pizzeria: WindowDriver, text: str) -> None:
    pizzeria.select_note("Light the sign")
    pizzeria.fill("Votes", text)
    assert pizzeria.note("Light the sign").votes in (3, 5)
    assert pizzeria.note("Light the sign").votes != 35
    pizzeria.press("Tab")
    assert f"“{text}” is not a whole number such as 12. It stays " in pizzeria.window.message.words.text()


def test_the_export_dialog_takes_either_sign_too(in_country: InCountry) -> None:
    window = in_country("de_DE")
    window.press("Ctrl+Shift+E")
    [dialog] = window.window.findChildren(ExportDialog)
    [margin] = [each for each in dialog.findChildren(QDoubleSpinBox) if each.accessibleName() == "Margin"]
    margin.setFocus()
    margin.selectAll()
    QTest.keyClicks(margin, "12.5")
    QApplication.processEvents()
    dialog.form.control("footer").setFocus()
    assert margin.value() == 12.5
    margin.setFocus()
    margin.selectAll()
    QTest.keyClicks(margin, "1e1")
    QApplication.processEvents()
    dialog.form.control("footer").setFocus()
    assert margin.value() == 12.5
    assert dialog.running.words.text() == "“1e1” is not a number such as 12,5. It stays 12,5 mm."
    dialog.reject()


def test_a_whole_number_of_the_export_dialog_is_refused_in_its_own_place(in_country: InCountry) -> None:
    window = in_country("en_US")
    window.press("Ctrl+Shift+E")
    [dialog] = window.window.findChildren(ExportDialog)
    dialog.activateWindow()
    assert QTest.qWaitForWindowActive(dialog)
    dialog.form.format.setCurrentIndex(dialog.form.format.findText("PNG", Qt.MatchFlag.MatchContains))
    pixels = dialog.form.control("pixels")
    assert isinstance(pixels, NumberBox)
    usual = round(pixels.value())
    for text, value, says in (
        ("1e2", usual, f"“1e2” is not a whole number such as 12. It stays {usual}."),
        ("120.5", usual, f"“120.5” is not a whole number such as 12. It stays {usual}."),
        ("300", 300, ""),
        ("1.200", 1200, ""),
    ):
        pixels.setFocus()
        pixels.selectAll()
        QTest.keyClicks(pixels, text)
        QApplication.processEvents()
        dialog.form.distance.setFocus()
        QApplication.processEvents()
        assert (pixels.value(), dialog.running.words.text()) == (value, says), text
    dialog.number.setFocus()
    dialog.number.selectAll()
    QTest.keyClicks(dialog.number, "1e1")
    QApplication.processEvents()
    dialog.form.distance.setFocus()
    QApplication.processEvents()
    assert dialog.running.words.text() == "“1e1” is not a whole number such as 12. It stays 1."
    dialog.reject()
