"""What is typed or pasted is what the section holds; what has no place there is refused, never moved."""

import pytest
from PySide6.QtWidgets import QApplication

from app.model.analysis.metrics import figure_of
from app.model.records import Entry, Note
from app.model.verbs.entries import add_entry
from app.model.verbs.maps import new_project
from app.model.verbs.notes import add_note
from app.model.verbs.sections import add_section
from app.model.verbs.stages import add_stage
from tests.cases import meeting
from tests.driver import WindowDriver
from tests.widgets.conftest import OpenWindow


@pytest.fixture
def figures(open_window: OpenWindow) -> WindowDriver:
    """Two stages; metrics, an emotional graph, a line of text and notes."""
    document = new_project()
    map = document.maps()[0].id
    for name in ("Before", "During"):
        document.apply(add_stage(document, map, name, id=name))
    for name, kind in (
        ("Figures", "metrics"),
        ("Feelings", "emotional-graph"),
        ("Words", "text"),
        ("Line", "dividing-line"),
        ("Pains", "notes"),
    ):
        document.apply(add_section(document, map, name, kind, id=name))
    document.apply(add_note(document, "Pains", "Before", "a pain", id="pain"))
    return open_window(document)


def metrics(driver: WindowDriver) -> list[tuple[str, float | None, str]]:
    found = driver.document.all(Entry)
    return [(one.text, one.value, one.unit) for one in found if one.section == "Figures"]


def paste(driver: WindowDriver, stage: str, section: str, text: str) -> None:
    QApplication.clipboard().setText(text)
    driver.go_to_cell(stage, section)
    driver.press("Ctrl+V")


@pytest.mark.parametrize(
    ("typed", "leave"),
    meeting(
        [
            ("62 %", 62, "%"),
            ("3.2 min", 3.2, "min"),
            ("3,5", 3.5, ""),
            ("1.234,50 €", 1234.5, "€"),
            ("$5", 5, "$"),
            ("NPS 31", 31, "NPS"),
            ("31/40", 31, "/40"),
        ],
        ["Escape", "Tab"],
    ),
)
def test_a_number_typed_among_metrics_is_a_value(
    figures: WindowDriver, typed: tuple[str, float, str], leave: str
) -> None:
    text, value, unit = typed
    before = figures.document.copy()
    figures.go_to_cell("Before", "Figures")
    figures.write(text)
    figures.press(leave)
    assert metrics(figures) == [("", value, unit)]
    figures.canvas.setFocus()
    figures.undo(times=len(text.split()) + 1)
    assert figures.document == before, "what was typed is undone by word, and what was made of it first"


def test_a_number_typed_over_the_name_of_a_metric_is_its_value(figures: WindowDriver) -> None:
    figures.editor.do(
        add_entry(figures.document, "Figures", "Before", "Guests who stay", value=1.0, unit="%")
    )
    [entry] = figures.document.all(Entry)
    figures.editor.select([entry.id])
    figures.canvas.setFocus()
    figures.press("F2")
    figures.press("Ctrl+A")
    figures.write("62")
    figures.press("Escape")
    assert metrics(figures) == [("Guests who stay", 62, "%")]


def test_words_typed_among_metrics_are_a_name(figures: WindowDriver) -> None:
    for text in ("Guests who stay", "24 hours a day"):
        figures.go_to_cell("Before", "Figures")
        figures.write(text)
        figures.press("Escape")
    assert {name for name, _, _ in metrics(figures)} == {"Guests who stay", "24 hours a day"}


def test_a_number_that_may_be_another_says_what_it_was_taken_for(figures: WindowDriver) -> None:
    figures.go_to_cell("Before", "Figures")
    figures.write("1,234 €")
    figures.press("Escape")
    assert metrics(figures) == [("", 1234, "€")]
    assert "“1,234” was taken for 1234." in figures.window.message.words.text()


def test_numbers_pasted_among_metrics_are_values(figures: WindowDriver) -> None:
    paste(figures, "Before", "Figures", "62 %\t3,5 min")
    assert metrics(figures) == [("", 62, "%"), ("", 3.5, "min")]
    assert [note.text for note in figures.document.all(Note)] == ["a pain"]


def test_lines_pasted_where_text_is_typed_become_what_is_typed_there(figures: WindowDriver) -> None:
    paste(figures, "During", "Words", "a first line\na second one")
    found = [(one.section, one.stage, one.text) for one in figures.document.all(Entry)]
    assert found == [("Words", "During", "a first line"), ("Words", "During", "a second one")]


@pytest.mark.parametrize("section", ["Feelings", "Line"])
def test_text_that_has_no_place_is_refused_in_a_sentence(figures: WindowDriver, section: str) -> None:
    before = figures.document.copy()
    paste(figures, "Before", section, "somewhere else?")
    assert figures.document == before
    assert f"Text has no place in “{section}”. Choose a cell in a section of notes." in _told(figures)


@pytest.mark.parametrize("section", ["Feelings", "Figures", "Words"])
def test_notes_are_not_put_elsewhere_than_at_the_cursor(figures: WindowDriver, section: str) -> None:
    figures.select_note("a pain")
    figures.press("Ctrl+C")
    before = figures.document.copy()
    figures.go_to_cell("During", section)
    figures.press("Ctrl+V")
    assert figures.document == before
    assert f"Notes have no place in “{section}”. Choose a cell in a section of notes." in _told(figures)


@pytest.mark.parametrize(
    "text",
    ["Week 31", "24 hours a day", "31/40/2", "", "%", "1e5", "2026-12-31", "3 % of guests", "9999999999"],
)
def test_what_says_more_than_a_number_is_none(text: str) -> None:
    assert figure_of(text) is None


def _told(driver: WindowDriver) -> str:
    assert driver.window.message.isVisible()
    return driver.window.message.words.text()
