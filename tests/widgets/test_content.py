"""What a map holds beside notes, filled in through the window: entries, ready sections, links, relations."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QListWidget, QToolButton

from app.drawing.images import looked_at
from app.drawing.note import votes_place
from app.drawing.sections import SECTION_KINDS
from app.drawing.sections.ready_sections import READY_SECTIONS
from app.model.document import Document
from app.model.kinds import kinds_holding
from app.model.records import Entry, Note, Section, Stage
from app.model.verbs.entries import add_entry
from app.model.verbs.maps import new_project
from app.model.verbs.picture_verbs import add_picture, set_picture
from app.model.verbs.sections import insert_ready_section
from app.model.verbs.stages import add_stage
from app.session.selection import Cell
from app.storage.project_file import ProjectFile
from app.widgets.base import links
from app.widgets.canvas.record_bounds import rectangle_of
from app.widgets.canvas.typing.text_boxes import spot_of
from app.widgets.panels.subjects import SUBJECTS
from tests.driver import LEFT, NO_KEYS, WindowDriver
from tests.pictures import image
from tests.widgets.conftest import OpenWindow

TYPED = kinds_holding(Entry)


def map_of(*kinds: str) -> Document:
    """A map of one stage with a section of each kind, "section0" and on."""
    document = new_project()
    [journey_map] = document.maps()
    document.apply(add_stage(document, journey_map.id, "Order", id="order"))
    for index, kind in enumerate(kinds):
        ready = next(one for one in READY_SECTIONS if one.section_kind == kind)
        document.apply(insert_ready_section(document, journey_map.id, ready, id=f"section{index}"))
    return document


@pytest.mark.parametrize("kind", TYPED)
def test_typing_in_a_cell_makes_an_entry_that_stays_in_the_file(open_window: OpenWindow, kind: str) -> None:
    window = open_window(map_of(kind))
    window.editor.select_cell(Cell("section0", "order"))
    window.canvas.setFocus()
    window.write("Fine dough")
    window.press("Escape")
    [entry] = window.document.all(Entry)
    assert (entry.text, entry.section, entry.stage) == ("Fine dough", "section0", "order")
    assert window.editor.selection.ids == (entry.id,)
    path = window.project.path
    window.close()
    with ProjectFile.open(path) as project:
        assert project.document.get(Entry, entry.id).text == "Fine dough"


@pytest.mark.parametrize("kind", TYPED)
def test_every_kind_of_entry_has_a_form_and_a_place_for_its_text(open_window: OpenWindow, kind: str) -> None:
    document = map_of(kind)
    document.apply(add_entry(document, "section0", "order", "Fine dough", id="entry"))
    window = open_window(document)
    layout = window.canvas.shown.layout
    spot, box = spot_of(document, layout, "entry"), rectangle_of(document, layout, "entry")
    assert spot is not None
    assert box is not None
    assert box.adjusted(-1, -1, 1, 41).contains(spot.place)
    window.click_on("entry")
    assert window.editor.selection.ids == ("entry",)
    assert window.window.right.heading.accessibleName() == "entry"
    form = window.window.right.form
    assert form is not None
    [subject] = [each for each in SUBJECTS if each.section_kind == kind]
    assert set(form.fields) <= set(Entry.model_fields)
    assert subject.fits(document, document.get(Entry, "entry"))


def test_the_fields_of_a_metric_are_filled_in(open_window: OpenWindow) -> None:
    document = map_of("metrics")
    document.apply(add_entry(document, "section0", "order", id="entry"))
    window = open_window(document)
    window.editor.select(["entry"])
    window.fill("Metric", "Guests who stay")
    window.fill("Value", "62.5")
    window.fill("Unit", "%")
    window.choose("Trend", "Falling")
    entry = window.document.get(Entry, "entry")
    assert (entry.text, entry.value, entry.unit, entry.trend) == ("Guests who stay", 62.5, "%", "falling")


def test_channels_are_typed_one_a_line_and_an_eleventh_is_refused(open_window: OpenWindow) -> None:
    document = map_of("channels")
    document.apply(add_entry(document, "section0", "order", id="entry", channels=tuple("abcdefghij")))
    window = open_window(document)
    window.editor.select(["entry"])
    window.choose("Process", "Again and again")
    window.field("Channels").setFocus(Qt.FocusReason.MouseFocusReason)
    window.press("Ctrl+End")
    window.press("Return")
    window.write("k")
    entry = window.document.get(Entry, "entry")
    assert entry.process == "cyclic"
    assert entry.channels == tuple("abcdefghij")


def test_a_day_is_kept_once_it_is_whole(pizzeria: WindowDriver) -> None:
    pizzeria.select_note("Light the sign")
    pizzeria.fill("Due", "2026-12-")
    assert pizzeria.note("Light the sign").due is None
    pizzeria.write("24")
    assert pizzeria.note("Light the sign").due == "2026-12-24"
    pizzeria.fill("Due", "")
    assert pizzeria.note("Light the sign").due is None
    pizzeria.fill("Due", "2026-02-30")
    pizzeria.press("Tab")
    assert pizzeria.note("Light the sign").due is None


def test_a_ready_section_is_found_by_typing_and_inserted_below_the_cursor(pizzeria: WindowDriver) -> None:
    pizzeria.select_section("Actions")
    pizzeria.press("Ctrl+Shift+I")
    pizzeria.write("line of vis")
    assert pizzeria.find(QListWidget, "Choices").count() == 1
    pizzeria.press("Return")
    sections = pizzeria.document.sections(pizzeria.editor.map)
    inserted = sections[2]
    assert (inserted.name, inserted.line) == ("Line of visibility", "visibility")
    assert pizzeria.editor.selection.ids == (inserted.id,)
    pizzeria.undo()
    assert inserted.id not in pizzeria.document


def test_every_kind_of_section_can_be_inserted() -> None:
    assert {ready.section_kind for ready in READY_SECTIONS} == {kind.name for kind in SECTION_KINDS}


def test_a_sentence_of_the_review_leads_to_its_place(pizzeria: WindowDriver) -> None:
    sentence = "“Research”: all assumptions, no evidence yet."
    pizzeria.wait_until(lambda: pizzeria.shows(sentence))
    pizzeria.find(QToolButton, sentence).click()
    assert pizzeria.editor.selection.ids == ("research",)
    pizzeria.find(QToolButton, "The opportunity “Correct the listing” has no owner.").click()
    assert pizzeria.editor.selection.ids == ("correct-listing",)


def test_the_review_follows_what_is_filled_in(pizzeria: WindowDriver) -> None:
    sentence = "The opportunity “Correct the listing” has no owner."
    pizzeria.select_note("Correct the listing")
    pizzeria.fill("Owner", "Marketing")
    review = pizzeria.window.review

    def is_told() -> bool:
        return any(button.accessibleName() == sentence for button in review.findChildren(QToolButton))

    pizzeria.wait_until(lambda: not is_told())
    pizzeria.undo()
    pizzeria.wait_until(is_told)


def test_related_notes_are_parted_again(pizzeria: WindowDriver) -> None:
    pizzeria.editor.select(["light-sign", "full-car-park"])
    pizzeria.canvas.setFocus()
    pizzeria.press("Ctrl+R")
    pairs = [(one.from_note, one.to_note) for one in pizzeria.document.relations()]
    assert pairs[-1] == ("full-car-park", "light-sign")
    pizzeria.window.actions_by_name["notes.part"].trigger()
    assert [(one.from_note, one.to_note) for one in pizzeria.document.relations()] == pairs[:-1]


def test_votes_are_given_and_taken_back_by_keys(pizzeria: WindowDriver) -> None:
    pizzeria.select_note("Light the sign")
    pizzeria.canvas.setFocus()
    pizzeria.press("Alt++")
    assert pizzeria.note("Light the sign").votes == 6
    pizzeria.press("Alt+-", times=8)
    assert pizzeria.note("Light the sign").votes == 0


@pytest.mark.parametrize("pad", [Qt.KeyboardModifier.KeypadModifier, NO_KEYS])
def test_the_keys_for_votes_are_on_the_number_pad_too(
    pizzeria: WindowDriver, pad: Qt.KeyboardModifier
) -> None:
    pizzeria.select_note("Light the sign")
    for key, votes in ((Qt.Key.Key_Plus, 6), (Qt.Key.Key_Minus, 5), (Qt.Key.Key_Equal, 6)):
        QTest.keyClick(pizzeria.canvas, key, Qt.KeyboardModifier.AltModifier | pad)
        assert pizzeria.note("Light the sign").votes == votes


def test_a_plain_plus_or_minus_begins_a_note(pizzeria: WindowDriver) -> None:
    for sign in "+-":
        pizzeria.select_note("Light the sign")
        pizzeria.write(f"{sign} parking")
        pizzeria.press("Escape")
        assert pizzeria.note(f"{sign} parking").text
    assert pizzeria.note("Light the sign").votes == 5


def test_a_click_on_the_votes_of_a_note_is_a_vote(pizzeria: WindowDriver) -> None:
    note = pizzeria.note("Light the sign")
    pizzeria.canvas.set_zoom(1.0)
    pizzeria.place_of(note.id)
    place = _votes_of(pizzeria, note)
    QTest.mouseClick(pizzeria.canvas.viewport(), LEFT, NO_KEYS, place)
    assert pizzeria.note("Light the sign").votes == 6
    assert pizzeria.editor.selection.ids == (note.id,)
    QTest.mouseDClick(pizzeria.canvas.viewport(), LEFT, NO_KEYS, place)
    assert pizzeria.note("Light the sign").votes >= 7
    assert pizzeria.canvas.typing.edited is None
    QTest.mouseClick(pizzeria.canvas.viewport(), LEFT, Qt.KeyboardModifier.ControlModifier, place)
    votes = pizzeria.note("Light the sign").votes
    pizzeria.canvas.set_zoom(0.1)
    pizzeria.place_of(note.id)
    QTest.mouseClick(pizzeria.canvas.viewport(), LEFT, NO_KEYS, _votes_of(pizzeria, note))
    assert pizzeria.note("Light the sign").votes == votes, "what cannot be read cannot be hit"


def test_a_drag_that_begins_on_the_votes_moves_the_note(pizzeria: WindowDriver) -> None:
    note = pizzeria.note("Light the sign")
    pizzeria.canvas.set_zoom(1.0)
    pizzeria.place_of(note.id)
    place, viewport = _votes_of(pizzeria, note), pizzeria.canvas.viewport()
    QTest.mousePress(viewport, LEFT, NO_KEYS, place)
    for step in (20, 40, 60):
        QTest.mouseMove(viewport, place - QPoint(0, step))
    assert pizzeria.canvas.pointer.gesture is not None
    QTest.mouseRelease(viewport, LEFT, NO_KEYS, place - QPoint(0, 60))
    assert pizzeria.note("Light the sign").votes == 5


def _votes_of(driver: WindowDriver, note: Note) -> QPoint:
    """Where the votes of a note are drawn, in the viewport."""
    rectangle = driver.canvas.rectangle_of(note.id)
    assert rectangle is not None
    votes = votes_place(driver.document.get(Note, note.id), rectangle)
    assert votes is not None
    return driver.canvas.mapFromScene(votes.center())


def test_a_vote_for_several_notes_is_one_step(pizzeria: WindowDriver) -> None:
    pizzeria.select_note("Light the sign", "Correct the listing")
    pizzeria.canvas.setFocus()
    pizzeria.press("Alt++")
    assert [pizzeria.note(text).votes for text in ("Light the sign", "Correct the listing")] == [6, 1]
    pizzeria.undo()
    assert [pizzeria.note(text).votes for text in ("Light the sign", "Correct the listing")] == [5, 0]


@pytest.mark.parametrize(
    ("address", "opened", "asked", "told"),
    [
        ("example.org", ["https://example.org"], [], 0),
        ("eva@example.org", ["mailto:eva@example.org"], [], 0),
        ("file:///etc/passwd", [], ["file:///etc/passwd"], 0),
        ("javascript:alert(1)", [], [], 1),
        ("ssh://example.org", [], [], 1),
    ],
)
def test_only_pages_and_mailboxes_open_at_once(
    address: str, opened: list[str], asked: list[str], told: int
) -> None:
    seen: tuple[list[str], list[str], list[str]] = ([], [], [])
    links.follow(address, seen[0].append, seen[1].append, seen[2].append)
    assert (seen[2], seen[1], len(seen[0])) == (opened, asked, told)


def test_a_file_is_opened_only_after_asking(pizzeria: WindowDriver) -> None:
    opened: list[str] = []
    for answer, expected in (("Cancel", []), ("Open file", ["file:///menu.pdf"])):
        pizzeria.window.show_overlay(
            lambda: links.FileQuestion(pizzeria.window, "file:///menu.pdf", opened.append)
        )
        pizzeria.click(answer)
        assert opened == expected


def test_a_picture_stays_in_the_file_once(open_window: OpenWindow, tmp_path: Path) -> None:
    document = map_of("pictures")
    window = open_window(document)
    picture = looked_at(image(300, 200))
    window.editor.do(add_picture(document, "section0", "order", picture, "One", id="one"))
    window.editor.do(add_picture(document, "section0", "order", picture, "Two", id="two"))
    window.editor.select(["one"])
    window.click("Remove the picture")
    assert window.document.get(Entry, "one").picture is None
    window.undo()
    path = window.project.path
    window.close()
    with ProjectFile.open(path) as project:
        assert [one.id for one in project.document.pictures()] == [picture.id]
        assert project.document.picture_store.get(picture.id) == picture.data
        project.history.do(set_picture(project.document, ["two"], None))
        copy = tmp_path / "copy.journey"
        ProjectFile.create(copy, project.document.copy()).close()
    with ProjectFile.open(copy) as project:
        assert project.document.picture_store.get(picture.id) == picture.data
        assert project.document.get(Entry, "two").picture is None
        assert project.document.all(Note) == ()
        assert len(project.document.all(Stage)) == len(project.document.all(Section)) == 1
