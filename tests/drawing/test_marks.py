"""The marks of a comparison on the map: each with a sign and a number, where the difference is."""

from collections.abc import Iterable

import pytest

from app.drawing.culling import all_text_bounds
from app.drawing.display import Lines, Paths, Rectangles, Texts
from app.drawing.layout import MapLayout, lay_out
from app.drawing.looks import Look, in_look
from app.drawing.marks import GHOST_STRIPES, MARK_COLOURS, MOST_ARROWS
from app.drawing.theme import SHEET, contrast
from app.formats.templates import template
from app.model.document import Document
from app.model.history.version_words import SIGNS
from app.model.history.versions import BECAME, Became, Version, compare
from app.model.records import Note
from app.model.verbs.cells import move_to_cell
from app.model.verbs.editing import delete
from app.model.verbs.notes import add_note, set_text
from tests.drawing.drawn_texts import texts


def dinner() -> tuple[Document, list[Note]]:
    """The sample, with its notes as one reads them."""
    document = template("pizzeria")
    map = document.maps()[0].id
    notes = [
        note
        for section in document.sections(map)
        for stage in document.stages(map)
        for note in document.notes(section.id, stage.id)
    ]
    return document, notes


def compared(before: Document, after: Document) -> MapLayout:
    comparison = compare(Version("“before lunch”, 12:03", before), after, after.maps()[0].id)
    return lay_out(comparison.document, comparison.map, comparison=comparison)


def four_differences() -> tuple[MapLayout, list[Note]]:
    """The first note gone, the second changed, the third moved to the end of the map, and one added."""
    before, notes = dinner()
    after = before.copy()
    last = notes[-1]
    after.apply(delete(after, [notes[0].id]))
    after.apply(set_text(after, notes[1].id, "Something else"))
    after.apply(move_to_cell(after, [notes[2].id], last.section, last.stage, None))
    after.apply(add_note(after, notes[3].section, notes[3].stage, "Something new", id="new"))
    return compared(before, after), notes


def test_every_difference_has_a_badge_with_sign_and_number_and_the_key_counts_them() -> None:
    layout, _ = four_differences()
    assert layout.comparison is not None
    said = texts(layout)
    for difference in layout.comparison.differences:
        times = 2 if difference.became == "moved" else 1
        assert said.count(f"{SIGNS[difference.became]} {difference.number}") == times
    assert "Compared with “before lunch”, 12:03:" in said
    assert {"1 added", "1 changed", "1 moved", "1 removed"} <= set(said)


def test_marks_stand_around_what_they_tell_of_and_ghosts_are_dashed_under_stripes() -> None:
    layout, notes = four_differences()
    assert layout.comparison is not None
    boxes = dict(layout.boxes_in(layout.rectangle))
    frames = {
        frame.center().toTuple(): bool(batch.stroke and batch.stroke.dashes)
        for batch in layout.marks
        if isinstance(batch, Rectangles) and batch.fill is None
        for frame in batch.rectangles
    }
    dashed = {id: frames[boxes[id].center().toTuple()] for id in (notes[0].id, notes[1].id)}
    assert dashed == {notes[0].id: True, notes[1].id: False}
    (pale,) = [each for each in layout.marks if isinstance(each, Lines) and each.stroke == GHOST_STRIPES]
    ghosts = [boxes[ghost] for ghost in layout.comparison.ghosts]
    striped = [any(box.contains(line.center()) for line in pale.lines) for box in ghosts]
    assert all(striped)
    assert all(any(box.contains(line.center()) for box in ghosts) for line in pale.lines)


def test_a_map_that_did_not_change_says_so() -> None:
    before, _ = dinner()
    layout = compared(before, before.copy())
    assert layout.marks == ()
    assert "Compared with “before lunch”, 12:03: no differences" in texts(layout)


def test_a_map_that_is_not_compared_is_drawn_as_ever() -> None:
    document, _ = dinner()
    layout = lay_out(document, document.maps()[0].id)
    assert layout.marks == ()
    assert not any("ompared" in text for text in texts(layout))


def test_arrows_lead_from_where_a_note_stood_unless_there_are_very_many() -> None:
    before, notes = dinner()

    def arrows(moved: Iterable[Note]) -> int:
        after = before.copy()
        last = notes[-1]
        for note in moved:
            after.apply(move_to_cell(after, [note.id], last.section, last.stage, None))
        return sum(isinstance(batch, Paths) for batch in compared(before, after).marks) // 2

    assert arrows(notes[:3]) == 3
    assert len(notes) > MOST_ARROWS + 1
    assert arrows(notes[: MOST_ARROWS + 1]) == 0


@pytest.mark.parametrize("became", BECAME)
def test_signs_can_be_read_on_their_badges(became: Became) -> None:
    assert contrast(SHEET, MARK_COLOURS[became]) >= 4.5


def test_no_stripe_runs_through_a_word() -> None:
    layout, _ = four_differences()
    (pale,) = [each for each in layout.marks if isinstance(each, Lines) and each.stroke == GHOST_STRIPES]
    parts = (*layout.parts(layout.rectangle),)[:-2]
    words = [
        bounds.translated(part.x, part.y).adjusted(1, 1, -1, -1)
        for part in parts
        for bounds in all_text_bounds(part.display_list)
    ]
    for line in pale.lines:
        places = [line.pointAt(share / 50) for share in range(51)]
        assert not any(word.contains(place) for word in words for place in places)


@pytest.mark.parametrize("look", ["greyscale", "ink-saving"])
def test_marks_are_there_in_every_look(look: Look) -> None:
    layout, _ = four_differences()
    drawn = in_look(layout.marks, look)
    said = [text.block.text for batch in drawn if isinstance(batch, Texts) for text in batch.texts]
    assert sorted(said) == sorted(
        text.block.text for batch in layout.marks if isinstance(batch, Texts) for text in batch.texts
    )
    strokes = [batch.stroke for batch in drawn if isinstance(batch, Rectangles) and batch.fill is None]
    assert {bool(stroke.dashes) for stroke in strokes if stroke} == {True, False}
