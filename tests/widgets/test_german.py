"""The window on a German system: its forms, its history and what it says of a moment."""

from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QToolButton, QWidget

from app.language.spoken import set_program_language, speaking
from app.widgets.pages.register.table import RegisterTable
from app.widgets.panels.history.times import format_moment
from app.widgets.window.command_palette import CommandPalette
from tests.driver import WindowDriver

NOW = datetime(2026, 11, 30, 12, tzinfo=UTC)


@pytest.fixture
def german(request: pytest.FixtureRequest) -> WindowDriver:
    set_program_language("de")
    window: WindowDriver = request.getfixturevalue("pizzeria")
    return window


def test_what_is_chosen_in_german_is_kept_as_its_id(german: WindowDriver) -> None:
    german.choose("Status", "Belegt")
    german.choose("Art", "Soll-Zustand")
    map = german.editor.journey_map
    assert (map.status, map.type) == ("validated", "future state")


def test_a_day_that_is_none_is_told_in_german(german: WindowDriver) -> None:
    german.fill("Nächste Durchsicht", "31.13.2026")
    german.press("Tab")
    troubles = [label.text() for label in german.window.findChildren(QLabel) if label.isVisible()]
    assert any("„31.13.2026“ ist kein Tag" in text and "31. Dezember 2026" in text for text in troubles)


def test_a_day_stands_in_its_field_as_germans_write_it(german: WindowDriver) -> None:
    german.fill("Nächste Durchsicht", "5. Mai 2027")
    german.press("Tab")
    assert german.editor.journey_map.review == "2027-05-05"
    assert german.text_in("Nächste Durchsicht") == "5.5.2027"


def test_the_sentences_of_the_review_are_whole(german: WindowDriver) -> None:
    german.window.resize(1280, 720)
    review = german.window.review
    german.wait_until(lambda: any(map(QWidget.isVisible, review.findChildren(QToolButton))))
    QApplication.processEvents()
    sentences = [label for label in review.findChildren(QLabel) if label.wordWrap() and label.isVisible()]
    assert any(label.height() > 3 * label.fontMetrics().height() - 3 for label in sentences)
    assert [each.text() for each in sentences if each.heightForWidth(each.width()) > each.height()] == []


def test_the_actions_of_the_register_are_known_by_their_first_words(german: WindowDriver) -> None:
    german.press("Ctrl+Shift+R")
    table = next(each for top in QApplication.topLevelWidgets() for each in top.findChildren(RegisterTable))
    table.window().resize(900, 600)
    QApplication.processEvents()
    assert table.columnWidth(0) >= 180
    assert table.horizontalHeader().length() > table.viewport().width(), "there was room for all"


def test_what_is_replaced_is_told_in_german(german: WindowDriver) -> None:
    german.press("Ctrl+H")
    german.fill("Suchwörter", "Pizza")
    german.fill("Ersetzen durch", "Pinsa")
    german.click("Alle ersetzen")
    assert "„Pizza“ an " in german.window.message.words.text()


def test_menus_bars_and_what_is_said_of_an_action_are_german(german: WindowDriver) -> None:
    menus = [menu.title().replace("&", "") for menu in german.window.actions_by_name.menus()]
    assert menus[:4] == ["Datei", "Bearbeiten", "Zettel", "Phase"]
    assert german.window.status.saved.words.text() == "Alles gespeichert"
    assert german.window.status.counts.text().endswith("Zeilen")
    german.press("Ctrl+S")
    assert german.window.message.words.text() == "Jede Änderung wird sofort gespeichert."


@pytest.mark.parametrize("query", ["phase rechts", "stage right"])
def test_a_command_is_found_by_its_german_words_and_by_its_english_ones(
    german: WindowDriver, query: str
) -> None:
    german.click_on(german.stage("Ankunft").id)
    german.press("Ctrl+K")
    german.write(query)
    (palette,) = german.window.findChildren(CommandPalette)
    assert palette.list.item(0).text() == "Phase nach rechts verschieben"


@pytest.mark.parametrize(
    ("language", "earlier_this_year", "last_year"),
    [("en", "on 28 November", "2025"), ("de", "28. November, ", "2025, ")],
)
def test_a_moment_has_its_day_where_that_is_not_today(
    language: str, earlier_this_year: str, last_year: str
) -> None:
    with speaking(language):
        assert "November" not in format_moment(NOW, NOW)
        said = format_moment(NOW - timedelta(days=2), NOW)
        assert earlier_this_year in said
        assert "2026" not in said
        assert last_year in format_moment(NOW - timedelta(days=365), NOW)
