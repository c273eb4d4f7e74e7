"""Whole maps typed without the mouse."""

import io
import json
from collections.abc import Callable
from functools import partial
from typing import Any

import pytest

from app.drawing.sections import kind_of
from app.formats.json import json_project as json_format
from app.formats.options import ExportOptions
from app.formats.templates import template
from app.language.words import capitalised
from app.model.document import Document
from app.model.nouns import word
from app.model.records import EmotionPoint, JourneyMap, Note, Section, Stage
from app.model.verbs.editing import delete
from app.widgets.actions.notes import COLOURS
from tests.driver import WindowDriver
from tests.widgets.keys import Keyboard

NOT_ON_THE_MAP = {"id", "persona", "personas"}
"""Ids are given by the program. Personas are made in their panel, which has tests of its own."""
SET_OTHERWISE = {"glyph", "entries", "key_points"}
"""Templates choose the sign beside a section's name; entries and key points have tests of their own."""


def one_of_each() -> Document:
    """The sample with a note of each look and each choice of fields, and the points of its first stages."""
    document = template("pizzeria")
    seen: set[object] = set()
    for note in sorted(document.all(Note), key=lambda note: note.id):
        colour = document.get(Section, note.section).colour
        marks = (note.moment_of_truth, note.evidence, note.impact, note.effort, note.votes > 0)
        kind = (note.colour != colour and note.colour, *marks, bool(note.source), bool(note.owner))
        if kind in seen:
            document.apply(delete(document, [note.id]))
        seen.add(kind)
    map = document.maps()[0].id
    late = {stage.id for stage in document.stages(map)[2:]}
    document.apply(delete(document, [one.id for one in document.all(EmotionPoint) if one.stage in late]))
    return document


@pytest.mark.slow("types a thousand keys")
@pytest.mark.parametrize(
    "typed",
    [
        one_of_each,
        pytest.param(partial(template, "pizzeria"), marks=pytest.mark.long("types three thousand keys")),
    ],
    ids=["one of each", "all of it"],
)
def test_the_pizzeria_is_typed_without_the_mouse(empty: WindowDriver, typed: Callable[[], Document]) -> None:
    sample, keyboard = typed(), Keyboard(empty)
    (journey_map,) = sample.maps()
    stages, sections = sample.stages(journey_map.id), sample.sections(journey_map.id)
    type_headers(keyboard, [stage.name for stage in stages])
    type_headers(keyboard, [section.name for section in sections])
    describe_map(keyboard, journey_map)
    describe_stages(keyboard, stages)
    describe_sections(keyboard, sections)
    keyboard.press("Ctrl+Home")
    for section in sections:
        for stage in stages:
            type_cell(keyboard, section, sample.notes(section.id, stage.id))
            feel(keyboard, sample.points(section.id, stage.id))
            keyboard.press("Tab")
    assert typed_form(empty.document) == typed_form(sample)


def test_a_wall_of_sixty_notes_is_typed_without_the_mouse(empty: WindowDriver) -> None:
    keyboard = Keyboard(empty)
    type_headers(keyboard, ["Before", "During", "After"])
    type_headers(keyboard, ["Actions", "Thoughts", "Pains", "Ideas"])
    keyboard.press("Ctrl+Home")
    for cell in range(12):
        for number in range(5):
            keyboard.write(f"Note {cell}.{number}")
            keyboard.press("Return" if number < 4 else "Tab")
    document = empty.document
    walls = [
        [note.text for note in document.notes(section.id, stage.id)]
        for section in document.sections(empty.editor.map)
        for stage in document.stages(empty.editor.map)
    ]
    assert walls == [[f"Note {cell}.{number}" for number in range(5)] for cell in range(12)]


def type_headers(keyboard: Keyboard, names: list[str]) -> None:
    for name in names:
        keyboard.write(name)
        keyboard.press("Return")
    keyboard.press("Escape")


def describe_map(keyboard: Keyboard, journey_map: JourneyMap) -> None:
    keyboard.press("Escape", times=3)
    keyboard.set_field("Title", journey_map.title)
    keyboard.set_field("Goal", journey_map.goal)
    keyboard.set_field("Scenario", journey_map.scenario)
    keyboard.set_field("Expectations", journey_map.expectations)


def describe_stages(keyboard: Keyboard, stages: tuple[Stage, ...]) -> None:
    keyboard.press("Ctrl+Home")
    keyboard.press("Up")
    for stage in stages:
        keyboard.set_field("Duration", stage.duration)
        keyboard.press("Right")


def describe_sections(keyboard: Keyboard, sections: tuple[Section, ...]) -> None:
    keyboard.press("Ctrl+Home")
    keyboard.press("Left")
    for section in sections:
        # Only sections that take notes are asked for the colour of these, so before the kind.
        if section.colour != "yellow":
            keyboard.set_field(f"Note colour: {section.colour}", "")
        if section.section_kind != "notes":
            keyboard.set_field("Kind", str(kind_of(section.section_kind).title))
        keyboard.press("Down")


def said(field: str, value: str) -> str:
    """A value of a field as it is offered in a list."""
    return str(capitalised(word(field, value)))


def type_cell(keyboard: Keyboard, section: Section, notes: tuple[Note, ...]) -> None:
    for note in notes:
        keyboard.write(note.text)
        if note.colour != section.colour:
            keyboard.press(f"Alt+{COLOURS.index(note.colour) + 1}")
        keyboard.press("Escape")
        mark_note(keyboard, note)


def feel(keyboard: Keyboard, points: tuple[EmotionPoint, ...]) -> None:
    for point in points:
        keyboard.press("Return")
        keyboard.set_field("Emotion, −5 to +5", str(point.value))
        if point.quote:
            keyboard.set_field("Quote", point.quote)


def mark_note(keyboard: Keyboard, note: Note) -> None:
    if note.moment_of_truth:
        keyboard.set_field("Moment of truth", "yes")
    if note.evidence:
        keyboard.set_field("Evidence", said("evidence", note.evidence))
    if note.impact:
        keyboard.set_field("Impact", said("impact", note.impact))
    if note.effort:
        keyboard.set_field("Effort", said("effort", note.effort))
    if note.votes:
        keyboard.set_field("Votes", str(note.votes))
    for field, text in (("Source", note.source), ("Owner", note.owner)):
        if text:
            keyboard.set_field(field, text)


def typed_form(document: Document) -> Any:
    """The map's JSON without what is not typed on the map; cells by the names of what meets there."""
    stream = io.BytesIO()
    json_format.write(document, stream, ExportOptions())
    (form,) = json.loads(stream.getvalue())["project"]["maps"]
    names = {record["id"]: record["name"] for record in (*form["stages"], *form["sections"])}
    held = {
        of_kind: [
            {**each, "stage": names[each["stage"]], "section": names[each["section"]]}
            for each in form[of_kind]
        ]
        for of_kind in ("notes", "points")
    }
    return _without({**form, **held})


def _without(form: Any) -> Any:
    if isinstance(form, dict):
        left_out = NOT_ON_THE_MAP | SET_OTHERWISE
        return {name: _without(value) for name, value in form.items() if name not in left_out}
    return [_without(each) for each in form] if isinstance(form, list) else form
