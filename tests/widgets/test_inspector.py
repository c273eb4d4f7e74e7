"""The inspector: shows what is selected, writes as one types, and never loses the caret."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QLineEdit, QPlainTextEdit, QToolButton

from app.model.history.steps import Step
from app.model.records import EmotionPoint
from tests.driver import WindowDriver


def label(step: Step | None) -> str:
    return str(step.label) if step else ""


def test_it_shows_the_map_when_nothing_is_selected_and_else_what_is(pizzeria: WindowDriver) -> None:
    pizzeria.select_nothing()
    heading = pizzeria.window.right.heading
    assert heading.accessibleName() == "map"
    assert pizzeria.text_in("Title") == "Dinner at a pizzeria"
    pizzeria.select_note("Host at the door")
    assert heading.accessibleName() == "note"
    assert pizzeria.text_in("Text") == "Host at the door"
    pizzeria.select_stage("Arrival")
    assert (heading.accessibleName(), pizzeria.text_in("Duration")) == ("stage", "20 min")
    pizzeria.select_section("Emotional graph")
    assert (heading.accessibleName(), pizzeria.text_in("Kind")) == ("section", "Emotional graph")
    pizzeria.choose_in_list("Personas", "Eva Molin")
    assert (heading.accessibleName(), pizzeria.text_in("Job title")) == ("persona", "Journalist")


def test_what_is_typed_is_in_the_document_at_once_and_a_word_is_one_step(pizzeria: WindowDriver) -> None:
    pizzeria.select_note("Host at the door")
    pizzeria.fill("Source", "8 interviews")
    assert pizzeria.note("Host at the door").source == "8 interviews"
    assert label(pizzeria.editor.history.undoable) == "Set source"
    pizzeria.undo()
    assert pizzeria.note("Host at the door").source == "8"
    assert pizzeria.text_in("Source") == "8"
    pizzeria.undo()
    assert pizzeria.note("Host at the door").source == ""
    assert pizzeria.text_in("Source") == ""
    assert pizzeria.editor.history.undoable is None


def test_leaving_a_field_ends_its_step(pizzeria: WindowDriver) -> None:
    pizzeria.select_note("Host at the door")
    pizzeria.fill("Owner", "Ada")
    pizzeria.press("Tab")
    pizzeria.fill("Owner", "Ben")
    pizzeria.undo()
    assert pizzeria.note("Host at the door").owner == "Ada"


def test_a_space_between_words_survives_though_no_record_ends_in_one(pizzeria: WindowDriver) -> None:
    pizzeria.select_stage("Arrival")
    pizzeria.fill("Name", "Find ")
    assert pizzeria.text_in("Name") == "Find "
    pizzeria.write("a place")
    assert pizzeria.stage("Find a place").name == "Find a place"


def test_the_caret_stays_where_it_is_while_one_types_in_the_middle(pizzeria: WindowDriver) -> None:
    pizzeria.select_note("Host at the door")
    field = pizzeria.find(QPlainTextEdit, "Text")
    field.setFocus()
    pizzeria.press("Ctrl+Home")
    pizzeria.write("The h")
    pizzeria.press("Delete")
    assert pizzeria.note("The host at the door").text == "The host at the door"
    assert field.textCursor().position() == len("The h")


def test_a_note_edited_elsewhere_is_shown_as_it_is_now(pizzeria: WindowDriver) -> None:
    pizzeria.select_note("Host at the door")
    pizzeria.press("F2")
    pizzeria.press("End")
    pizzeria.write("way")
    assert pizzeria.text_in("Text") == "Host at the doorway"


def test_choices_are_made_by_keys_and_each_is_a_step(pizzeria: WindowDriver) -> None:
    pizzeria.select_note("Host at the door")
    pizzeria.choose("Evidence", "Some evidence")
    assert pizzeria.note("Host at the door").evidence == "some evidence"
    pizzeria.choose("Effort", "Large")
    assert pizzeria.note("Host at the door").effort == "large"
    pizzeria.undo()
    assert pizzeria.text_in("Effort") == "Medium"


def test_several_notes_show_what_they_share_and_mixed_where_they_differ(pizzeria: WindowDriver) -> None:
    pizzeria.select_note("Light the sign", "Publish today’s menu")
    assert pizzeria.window.right.heading.accessibleName() == "2 notes"
    assert pizzeria.find(QLineEdit, "Owner").placeholderText() == "Mixed"
    assert pizzeria.text_in("Effort") == "Mixed"
    assert pizzeria.text_in("Evidence") == "Not set"
    assert not pizzeria.shows("Text")
    pizzeria.fill("Owner", "service")
    assert {pizzeria.note(text).owner for text in ("Light the sign", "Publish today’s menu")} == {"service"}
    pizzeria.undo()
    assert pizzeria.note("Light the sign").owner == "facilities"


def test_a_mixed_check_box_makes_all_alike(pizzeria: WindowDriver) -> None:
    pizzeria.select_note("Pays by card", "Asks for the bill")
    box = pizzeria.find(QCheckBox, "Moment of truth")
    assert box.checkState() == Qt.CheckState.PartiallyChecked
    pizzeria.click("Moment of truth")
    assert pizzeria.note("Pays by card").moment_of_truth == pizzeria.note("Asks for the bill").moment_of_truth


def test_things_of_different_kinds_have_no_form_but_can_be_deleted(pizzeria: WindowDriver) -> None:
    pizzeria.editor.select([pizzeria.stage("Arrival").id, pizzeria.note("Eats").id])
    assert pizzeria.window.right.heading.accessibleName() == "2 things"
    assert pizzeria.window.right.form is None
    assert pizzeria.find(QToolButton, "Delete").isEnabled()


def test_tags_are_typed_and_taken_away(pizzeria: WindowDriver) -> None:
    pizzeria.select_note("Host at the door")
    pizzeria.fill("Tags", "allergy,")
    pizzeria.write("menu")
    pizzeria.press("Return")
    assert pizzeria.note("Host at the door").tags == ("allergy", "menu")
    pizzeria.click("Remove the tag allergy")
    assert pizzeria.note("Host at the door").tags == ("menu",)
    pizzeria.fill("Tags", "")
    pizzeria.press("Backspace")
    assert pizzeria.note("Host at the door").tags == ()


def test_a_personas_lists_are_typed_line_by_line(pizzeria: WindowDriver) -> None:
    pizzeria.choose_in_list("Personas", "Eva Molin")
    pizzeria.fill("Goals", "Eat well")
    pizzeria.press("Return")
    pizzeria.write("Sleep")
    assert pizzeria.persona("Eva Molin").goals == ("Eat well", "Sleep")


def test_an_age_may_be_given_and_taken_back(pizzeria: WindowDriver) -> None:
    pizzeria.choose_in_list("Personas", "Eva Molin")
    pizzeria.fill("Age", "30")
    assert pizzeria.persona("Eva Molin").age == 30
    pizzeria.press("Down", times=31)
    assert pizzeria.persona("Eva Molin").age is None


def test_the_maps_personas_are_ticked(pizzeria: WindowDriver) -> None:
    eva = pizzeria.persona("Eva Molin").id
    pizzeria.select_nothing()
    box = next(
        box
        for box in pizzeria.window.findChildren(QCheckBox)
        if box.isVisible() and box.text() == "Eva Molin"
    )
    assert box.isChecked()
    box.click()
    assert eva not in pizzeria.editor.journey_map.personas
    pizzeria.undo()
    assert pizzeria.editor.journey_map.personas == (eva,)


def test_an_emotion_is_given_by_number(pizzeria: WindowDriver) -> None:
    point = next(point for point in pizzeria.document.all(EmotionPoint) if point.value == 4.5)
    pizzeria.click_on(point.id)
    pizzeria.fill("Emotion, −5 to +5", "-2.5")
    assert pizzeria.document.get(EmotionPoint, point.id).value == -2.5


def test_a_text_longer_than_a_record_holds_is_cut_at_what_it_holds(pizzeria: WindowDriver) -> None:
    pizzeria.select_note("Host at the door")
    field = pizzeria.find(QPlainTextEdit, "Text")
    field.setFocus()
    field.selectAll()
    field.insertPlainText("x" * 20_001)
    (note,) = (note for note in [pizzeria.document.find(pizzeria.editor.selection.ids[0])])
    assert len(getattr(note, "text", "")) == 20_000


def test_nothing_can_be_typed_in_a_project_opened_for_reading(pizzeria: WindowDriver) -> None:
    pizzeria.editor.read_only = True
    pizzeria.select_note("Host at the door")
    assert not pizzeria.field("Text").isEnabled()
    assert not pizzeria.field("Evidence").isEnabled()


def test_tab_meets_tags_and_traits_where_they_stand(pizzeria: WindowDriver) -> None:
    def names_met(start: str, tabs: int) -> list[str]:
        pizzeria.field(start).setFocus(Qt.FocusReason.TabFocusReason)
        met = []
        for _ in range(tabs):
            pizzeria.press("Tab")
            met.append(pizzeria.focus.accessibleName())
        return met

    pizzeria.select_note("Host at the door")
    pizzeria.fill("Tags", "door,dark,")
    tags = ["Due: pick a day", "Remove the tag door", "Remove the tag dark", "Tags", "Link"]
    assert names_met("Due", 5) == tags
    pizzeria.choose_in_list("Personas", "Eva Molin")
    for trait in ("Patience", "Thrift"):
        pizzeria.fill("Traits", trait)
        pizzeria.press("Return")
    pizzeria.wait_until(lambda: pizzeria.shows("Thrift"))
    stops = [
        stop.format(trait)
        for trait in ("Patience", "Thrift")
        for stop in (
            "Name of the trait {}",
            "Remove the trait {}",
            "{}",
            "Low end of {}",
            "High end of {}",
        )
    ]
    assert names_met("Channels", 12) == [*stops, "Traits", "More"]
