"""Finding, replacing and filtering in the real window."""

import pytest
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QProgressBar, QToolButton

from app.formats.templates import template
from app.model.change import Change, Edit
from app.model.finding.filtering import Filter, choices
from app.model.finding.numbering import note_numbers
from app.model.history.history import History
from app.model.labels import plain_label
from app.model.records import Note
from app.model.verbs.copying import duplicate
from app.model.verbs.editing import set_fields
from app.model.verbs.sections import add_section
from app.session.large_changes import LARGE_CHANGE
from app.widgets.find.find_bar import FindBar
from tests.driver import WindowDriver
from tests.maps import without_key_points
from tests.model.graphs import graph_document
from tests.widgets.conftest import OpenWindow


@pytest.fixture
def pizzeria(open_window: OpenWindow) -> WindowDriver:
    """A window on the sample, whose words stand in cells and headers alone."""
    return open_window(without_key_points(template("pizzeria")))


def bar(editor: WindowDriver) -> FindBar:
    return editor.window.find_bar


def seek(editor: WindowDriver, words: str) -> None:
    editor.press("Ctrl+F")
    editor.write(words)


def is_in_view(editor: WindowDriver, text: str) -> bool:
    rectangle = editor.canvas.rectangle_of(editor.note(text).id)
    assert rectangle is not None
    seen = QRectF(editor.canvas.mapToScene(editor.canvas.viewport().rect()).boundingRect())
    return seen.contains(rectangle)


def colour_beside(editor: WindowDriver, text: str) -> QColor:
    """What is painted in the middle of a note's lower edge, within the note."""
    place = editor.place_of(editor.note(text).id)
    rectangle = editor.canvas.rectangle_of(editor.note(text).id)
    assert rectangle is not None
    low = editor.canvas.mapFromScene(QPointF(rectangle.center().x(), rectangle.bottom() - 8))
    place.setY(low.y())
    return QColor(editor.canvas.viewport().grab().toImage().pixel(place))


def test_words_are_found_as_one_types_with_a_count(pizzeria: WindowDriver) -> None:
    seek(pizzeria, "park")
    assert bar(pizzeria).count.text() == "1 of 5"
    pizzeria.write("zzz")
    assert bar(pizzeria).count.text() == "No matches"


def test_case_and_whole_words_are_asked_for_by_two_toggles_in_finding_and_replacing(
    pizzeria: WindowDriver,
) -> None:
    seek(pizzeria, "Car")
    assert bar(pizzeria).count.text() == "1 of 5"
    pizzeria.click("Whole words")
    assert bar(pizzeria).count.text() == "1 of 3"
    pizzeria.click("Match case")
    assert bar(pizzeria).count.text() == "1 of 2"
    pizzeria.press("Ctrl+H")
    bar(pizzeria).by.setText("Bus")
    bar(pizzeria).replace_all()
    assert bar(pizzeria).count.text() == "No matches"
    pizzeria.note("Bus park")
    pizzeria.click("Match case")
    assert bar(pizzeria).count.text() == "1 of 1"


def test_half_a_letter_is_neither_found_nor_replaced(pizzeria: WindowDriver) -> None:
    note = pizzeria.note("Car park").id
    pizzeria.editor.do(
        set_fields(pizzeria.document, [note], plain_label("Edit note"), text="Maße: it’s 10\u00a0km")
    )
    for words, expected in (("mas", "No matches"), ("masse", "1 of 1"), ("it's 10 km", "1 of 1")):
        seek(pizzeria, words)
        assert bar(pizzeria).count.text() == expected
    pizzeria.press("Ctrl+H")
    bar(pizzeria).by.setText("so")
    bar(pizzeria).replace_all()
    assert pizzeria.document.get(Note, note).text == "Maße: so"


def test_enter_and_f3_go_from_hit_to_hit_and_round_the_end(pizzeria: WindowDriver) -> None:
    seek(pizzeria, "park")
    for keys, expected in (
        ("Return", "2 of 5"),
        ("F3", "3 of 5"),
        ("Shift+F3", "2 of 5"),
        ("Shift+Return", "1 of 5"),
        ("Up", "5 of 5"),
        ("Down", "1 of 5"),
    ):
        pizzeria.press(keys)
        assert bar(pizzeria).count.text() == expected


def test_a_hit_is_scrolled_to_and_marked_and_selected_when_the_bar_closes(pizzeria: WindowDriver) -> None:
    pizzeria.canvas.set_zoom(1.5)
    pizzeria.canvas.show_record(pizzeria.note("Looks on a maps app").id)
    assert not is_in_view(pizzeria, "E-mails come every other day")
    seek(pizzeria, "every other")
    assert is_in_view(pizzeria, "E-mails come every other day")
    pizzeria.press("Escape")
    assert not bar(pizzeria).isVisible()
    assert pizzeria.editor.selection.ids == (pizzeria.note("E-mails come every other day").id,)
    assert pizzeria.focus is pizzeria.canvas


def test_the_mark_is_painted_and_goes_with_the_bar(pizzeria: WindowDriver) -> None:
    plain = colour_beside(pizzeria, "Car park")
    seek(pizzeria, "car park")
    marked = colour_beside(pizzeria, "Car park")
    pizzeria.press("Escape")
    assert marked != plain
    assert colour_beside(pizzeria, "Car park") == plain


def test_what_is_found_lies_on_other_maps_too(open_window: OpenWindow) -> None:
    document = template("pizzeria")
    History(document).do(duplicate(document, [document.maps()[0].id]))
    editor = open_window(document)
    first = editor.editor.map
    seek(editor, "host at the")
    assert bar(editor).count.text() == "1 of 2"
    editor.press("Return")
    assert editor.editor.map != first
    editor.click("All maps")
    assert bar(editor).count.text() == "1 of 1"
    editor.press("Escape")


def test_finding_goes_on_where_the_cursor_stands(pizzeria: WindowDriver) -> None:
    pizzeria.select_note("Map with car parks in the booking e-mail")
    seek(pizzeria, "car park")
    assert bar(pizzeria).count.text() == "3 of 3"


def test_an_undo_while_the_bar_is_open_changes_what_is_found(pizzeria: WindowDriver) -> None:
    note = pizzeria.note("Car park").id
    pizzeria.editor.do(set_fields(pizzeria.document, [note], plain_label("Edit note"), text="Garage"))
    seek(pizzeria, "garage")
    assert bar(pizzeria).count.text() == "1 of 1"
    pizzeria.canvas.setFocus()
    pizzeria.undo()
    assert bar(pizzeria).count.text() == "No matches"


def test_a_note_is_gone_to_by_the_number_it_has_on_the_poster(pizzeria: WindowDriver) -> None:
    numbers = note_numbers(pizzeria.document, pizzeria.editor.map)
    pizzeria.press("Ctrl+G")
    assert bar(pizzeria).count.text() == ""
    pizzeria.write("27")
    assert bar(pizzeria).query.text() == "#27"
    assert bar(pizzeria).count.text() == "1 of 1"
    pizzeria.press("Escape")
    (selected,) = pizzeria.editor.selection.ids
    assert numbers[selected] == 27
    text = pizzeria.document.get(Note, selected).text
    assert is_in_view(pizzeria, text)
    seek(pizzeria, "27")
    pizzeria.press("Escape")
    assert pizzeria.editor.selection.ids == (selected,)
    pizzeria.press("Ctrl+G")
    pizzeria.write("999")
    assert bar(pizzeria).count.text() == "No matches"


def test_numbers_are_replaced_by_nothing(pizzeria: WindowDriver) -> None:
    pizzeria.press("Ctrl+H")
    pizzeria.write("27")
    assert bar(pizzeria).count.text() == "1 of 1"
    before = list(pizzeria.document)
    bar(pizzeria).by.setText("x")
    bar(pizzeria).replace()
    bar(pizzeria).replace_all()
    assert list(pizzeria.document) == before


def test_numbers_are_shown_on_the_notes_and_follow_what_is_done(pizzeria: WindowDriver) -> None:
    def ink(text: str) -> int:
        """Dark pixels on the upper edge of a note, where its badge is."""
        pizzeria.place_of(pizzeria.note(text).id)
        rectangle = pizzeria.canvas.rectangle_of(pizzeria.note(text).id)
        assert rectangle is not None
        badge = QRectF(rectangle.right() - 60, rectangle.top() - 12, 60, 12)
        area = pizzeria.canvas.mapFromScene(badge).boundingRect()
        image = pizzeria.canvas.viewport().grab(area).toImage()
        places = ((x, y) for x in range(image.width()) for y in range(image.height()))
        return sum(image.pixelColor(x, y).lightness() < 100 for x, y in places)

    pizzeria.canvas.set_zoom(1.0)
    action = pizzeria.window.actions_by_name["view.numbers"]
    assert ink("Eats") == 0
    action.trigger()
    assert action.isChecked()
    one_digit = ink("Find a pizzeria close to the office")
    assert one_digit > 0
    assert ink("Eats") > 0
    pizzeria.select_note("Eats")
    pizzeria.press("Delete")
    pizzeria.undo()
    pizzeria.select_nothing()
    assert ink("Eats") > 0
    action.trigger()
    assert ink("Eats") == 0


def test_one_hit_is_replaced_and_then_the_next(pizzeria: WindowDriver) -> None:
    seek(pizzeria, "waiter")
    pizzeria.press("Ctrl+H")
    pizzeria.fill("Replace with", "Host")
    assert bar(pizzeria).count.text() == "1 of 2"
    pizzeria.press("Return")
    assert bar(pizzeria).count.text() == "1 of 1"
    assert sum(note.text == "Waiter" for note in pizzeria.document.all(Note)) == 1


def test_all_hits_are_replaced_in_one_step(pizzeria: WindowDriver) -> None:
    before = pizzeria.document.copy()
    pizzeria.press("Ctrl+H")
    pizzeria.fill("Words to find", "waiter")
    pizzeria.fill("Replace with", "Host")
    pizzeria.click("Replace all")
    assert not any("Waiter" in note.text for note in pizzeria.document.all(Note))
    assert pizzeria.window.message.words.text() == "Replaced “waiter” in 2 places."
    pizzeria.undo()
    assert pizzeria.document == before


def test_what_is_found_in_thousands_of_notes_is_replaced_under_a_bar(pizzeria: WindowDriver) -> None:
    place = pizzeria.note("Car park")
    last = len(pizzeria.document.notes(place.section, place.stage))
    many = [
        Note(id=f"many{n}", section=place.section, stage=place.stage, position=last + n, text="Valet")
        for n in range(LARGE_CHANGE)
    ]
    pizzeria.editor.history.do(Change(plain_label("Fill"), tuple(Edit(None, note) for note in many)))
    pizzeria.press("Ctrl+H")
    pizzeria.fill("Words to find", "valet")
    pizzeria.fill("Replace with", "Host")

    def shows_bar() -> bool:
        return any(each.isVisible() for each in pizzeria.window.findChildren(QProgressBar))

    for key, left in (("Escape", LARGE_CHANGE), ("", 0)):
        pizzeria.click("Replace all")
        assert shows_bar()
        if key:
            pizzeria.press(key)
        pizzeria.wait_until(lambda: not shows_bar())
        assert sum(note.text == "Valet" for note in pizzeria.document.all(Note)) == left


def test_a_text_that_would_be_too_long_is_refused_in_a_sentence(pizzeria: WindowDriver) -> None:
    note = pizzeria.note("Car park").id
    pizzeria.editor.do(set_fields(pizzeria.document, [note], plain_label("Edit note"), text="x" * 15_000))
    before = pizzeria.document.copy()
    pizzeria.press("Ctrl+H")
    pizzeria.fill("Words to find", "x")
    pizzeria.fill("Replace with", "yy")
    pizzeria.click("Replace all")
    assert pizzeria.document == before
    assert "20,000 characters" in pizzeria.window.message.words.text()


def chip(editor: WindowDriver, words: str, *colours: str) -> str:
    """What the chip should say of a filter by colours."""
    notes = editor.document.all(Note)
    return f"Filter: {words}, {sum(note.colour in colours for note in notes)} of {len(notes)} notes"


def test_a_filter_dims_what_does_not_match_and_a_chip_says_so(pizzeria: WindowDriver) -> None:
    dimmed, kept = (colour_beside(pizzeria, text) for text in ("Car park", "Light the sign"))
    pizzeria.press("Ctrl+Shift+F")
    pizzeria.click("Opportunity")
    assert pizzeria.shows(chip(pizzeria, "Opportunity", "green"))
    assert colour_beside(pizzeria, "Car park").lightness() > dimmed.lightness()
    assert colour_beside(pizzeria, "Light the sign") == kept
    pizzeria.click("Pain point")
    pizzeria.press("Escape")
    assert pizzeria.shows(chip(pizzeria, "Pain point or Opportunity", "pink", "green"))
    pizzeria.click("Clear the filter")
    assert not pizzeria.window.filter_chip.isVisible()
    assert colour_beside(pizzeria, "Car park") == dimmed


def test_a_filter_changes_no_poster(pizzeria: WindowDriver) -> None:
    before = pizzeria.canvas.shown.layout.display_list()
    pizzeria.press("Ctrl+Shift+F")
    pizzeria.click("Opportunity")
    assert pizzeria.canvas.shown.layout.display_list() == before
    assert pizzeria.editor.history.undoable is None


@pytest.mark.parametrize("keys", ["Ctrl+Shift+A"])
def test_a_filter_is_set_and_taken_off_by_keys(pizzeria: WindowDriver, keys: str) -> None:
    pizzeria.press("Ctrl+Shift+F")
    pizzeria.press("Space")
    assert pizzeria.window.filter_chip.isVisible()
    pizzeria.press("Escape")
    assert pizzeria.focus is pizzeria.canvas
    pizzeria.press(keys)
    assert not pizzeria.window.filter_chip.isVisible()


def test_the_chip_counts_on_while_notes_change(pizzeria: WindowDriver) -> None:
    pizzeria.press("Ctrl+Shift+F")
    pizzeria.click("Opportunity")
    pizzeria.press("Escape")
    assert pizzeria.shows(before := chip(pizzeria, "Opportunity", "green"))
    pizzeria.select_note("Car park")
    pizzeria.press("Alt+5")
    assert not pizzeria.shows(before)
    assert pizzeria.shows(chip(pizzeria, "Opportunity", "green"))
    pizzeria.press("Delete")
    assert pizzeria.shows(chip(pizzeria, "Opportunity", "green"))
    pizzeria.undo()
    assert pizzeria.shows(chip(pizzeria, "Opportunity", "green"))


def test_find_and_filter_are_in_the_bar(pizzeria: WindowDriver) -> None:
    assert pizzeria.find(QToolButton, "Find").isEnabled()
    pizzeria.click("Find")
    assert bar(pizzeria).isVisible()
    pizzeria.click("Close the find bar")
    assert not bar(pizzeria).isVisible()


@pytest.mark.parametrize("zoom", [0.3, 1.0, 2.0])
def test_no_hit_lies_under_the_find_bar(pizzeria: WindowDriver, zoom: float) -> None:
    pizzeria.canvas.set_zoom(zoom)
    seek(pizzeria, "e")
    hits = int(bar(pizzeria).count.text().split(" of ")[1])
    assert hits > 40
    for _ in range(hits):
        hit = bar(pizzeria).current
        assert hit is not None
        place = pizzeria.canvas.rectangle_of(hit.id)
        if place is not None:
            seen = pizzeria.canvas.mapFromScene(place).boundingRect()
            assert not seen.intersects(bar(pizzeria).geometry()), hit
        pizzeria.press("Return")


def darkness(editor: WindowDriver, id: str) -> int:
    """How much ink there is where a record lies."""
    rectangle = editor.canvas.rectangle_of(id)
    assert rectangle is not None
    area = editor.canvas.mapFromScene(rectangle).boundingRect()
    picture = editor.canvas.viewport().grab(area).toImage()
    places = [(x, y) for x in range(picture.width()) for y in range(picture.height())]
    return sum(255 - QColor(picture.pixel(*place)).lightness() for place in places)


def test_what_is_being_typed_is_not_dimmed_though_it_does_not_match(pizzeria: WindowDriver) -> None:
    pizzeria.window.dimming.set_filter(Filter(colours=frozenset({"pink"})))
    dimmed = colour_beside(pizzeria, "Website")
    pizzeria.select_note("Website")
    pizzeria.press("F2")
    assert colour_beside(pizzeria, "Website").lightness() < dimmed.lightness()
    pizzeria.press("Escape")
    assert colour_beside(pizzeria, "Website") == dimmed


def test_a_filter_by_persona_dims_the_curves_and_sections_of_others(open_window: OpenWindow) -> None:
    document = graph_document((1, -3, 2), personas=2, curves=2)
    for point, value in (("s0-1", -4.0), ("s1-1", 4.0), ("s2-1", -4.0)):
        document.apply(set_fields(document, [point], plain_label("Move"), value=value))
    document.apply(add_section(document, "map", "Theirs", id="theirs"))
    document.apply(set_fields(document, ["theirs"], plain_label("Set persona"), persona="p1"))
    editor = open_window(document)
    editor.canvas.fit()
    before = {id: darkness(editor, id) for id in ("s1-0", "s1-1", "theirs", "graph")}
    editor.window.dimming.set_filter(Filter(personas=frozenset({"p0"})))
    after = {id: darkness(editor, id) for id in before}
    assert after["s1-1"] < before["s1-1"] * 0.6
    assert after["theirs"] < before["theirs"] * 0.6
    assert after["s1-0"] == pytest.approx(before["s1-0"], rel=0.02)
    assert after["graph"] == pytest.approx(before["graph"], rel=0.02)
    editor.window.dimming.set_filter(Filter())
    assert {id: darkness(editor, id) for id in before} == before


def test_one_can_filter_by_a_persona_who_has_but_a_curve() -> None:
    assert choices(graph_document((1, -3), personas=2, curves=2), "map").personas == ("p0", "p1")


def test_a_key_point_that_is_found_is_brought_into_view_with_the_title(open_window: OpenWindow) -> None:
    editor = open_window(template("pizzeria"))
    editor.canvas.set_zoom(2.0)
    editor.canvas.show_record(editor.note("Two fields, one star row").id)
    seek(editor, "evening breaks")
    assert bar(editor).count.text() == "1 of 1"
    assert editor.canvas.mapToScene(0, 0).y() < editor.canvas.shown.layout.stages.y
