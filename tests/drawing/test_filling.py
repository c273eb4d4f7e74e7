"""How notes fill their cells: by need, with whole words, and as high as their row."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.drawing.layout import lay_out
from app.drawing.note import note_height
from app.drawing.sections.notes.filling import filled
from app.drawing.sections.notes.measured_notes import measured_notes
from app.drawing.sections.notes.note_needs import need_of
from app.drawing.sections.notes.text_steps import broken_steps, remembered_steps, text_steps
from app.drawing.steps import Step, in_order, least_height
from app.drawing.text import remembered_block, text_block
from app.drawing.theme import CELL_PADDING, NOTE, NOTE_GAP
from app.model.document import Document
from app.model.labels import plain_label
from app.model.records import JourneyMap, Note, Project, Section, Stage
from app.model.verbs.editing import set_fields
from app.model.verbs.sizes import resize
from tests.documents import texts

pytestmark = pytest.mark.usefixtures("qapp")

MEMORIES = remembered_steps, remembered_block
"""Where the lines of texts are remembered that were measured."""
SENTENCE = "Asks the waiter about the ingredients of the pizza, and whether there are peanuts in the pesto"


def document(*written: str, standing: str = "fill") -> Document:
    notes = [
        Note(id=f"n{at}", section="row", stage="stage", position=at, text=text)
        for at, text in enumerate(written)
    ]
    section = Section.model_validate({"id": "row", "map": "map", "name": "Actions", "standing": standing})
    project, journey_map, stage = Project(id="project"), JourneyMap(id="map"), Stage(id="stage", map="map")
    return Document([project, journey_map, stage, section, *notes])


def sizes(made: Document) -> list[tuple[float, float]]:
    layout = lay_out(made, "map")
    return [(box.rectangle.width(), box.rectangle.height()) for box in layout.boxes_in(layout.rectangle)]


@given(texts, st.floats(60, 1_000))
def test_a_text_takes_no_more_lines_than_its_steps_say(text: str, width: float) -> None:
    for step in (*text_steps(text), *broken_steps(text)):
        assert text_block(text, NOTE, step.width).line_count <= step.lines
        if step.width < width:
            assert text_block(text, NOTE, width).line_count <= step.lines


@pytest.mark.parametrize("count", [1, 2, 3, 4, 5, 7])
def test_notes_take_the_whole_width_of_their_cell(count: int) -> None:
    layout = lay_out(document(*["Reads the menu"] * count), "map")
    boxes = [box.rectangle for box in layout.boxes_in(layout.rectangle)]
    column = layout.columns[0]
    assert min(box.left() for box in boxes) == pytest.approx(column.x + CELL_PADDING)
    lines = {round(box.top()) for box in boxes}
    for line in lines:
        beside = [box for box in boxes if round(box.top()) == line]
        assert max(box.right() for box in beside) == pytest.approx(column.right - CELL_PADDING)
        assert len({round(box.height(), 3) for box in beside}) == 1


def test_who_says_more_gets_more_of_the_width() -> None:
    (short, _), (long, _) = sizes(document("Pays", SENTENCE))
    assert long > short


def test_a_long_word_stays_whole_where_the_cell_is_wide_enough() -> None:
    word = "Reklamationsbearbeitung"
    for width, _ in sizes(document("Pays", word, "Leaves")):
        assert width > 100
    layout = lay_out(document("Pays", word, "Leaves"), "map")
    (box,) = (box for box in layout.boxes_in(layout.rectangle) if box.id == "n1")
    assert text_block(word, NOTE, box.rectangle.width() - 36).line_count == 1


def test_notes_are_as_high_as_a_row_that_was_given_a_height() -> None:
    made = document("Pays", "Leaves")
    made.apply(resize(made, "row", 400))
    assert [height for _, height in sizes(made)] == [400 - 2 * CELL_PADDING] * 2


def test_a_note_that_grows_makes_its_own_cell_higher() -> None:
    made = document("Pays", "Leaves")
    made.apply(resize(made, "row", 200))
    made.apply(set_fields(made, ["n0"], plain_label("Write"), text=SENTENCE * 6))
    layout = lay_out(made, "map")
    bottom = max(box.rectangle.bottom() for box in layout.boxes_in(layout.rectangle))
    assert layout.rows[0].height > 400
    assert layout.rows[0].bottom == pytest.approx(bottom + CELL_PADDING)


def test_a_list_has_a_line_for_each_note() -> None:
    layout = lay_out(document("Pays", SENTENCE, "Leaves", standing="list"), "map")
    boxes = [box.rectangle for box in layout.boxes_in(layout.rectangle)]
    assert [box.top() for box in boxes] == sorted(box.top() for box in boxes)
    assert len({box.width() for box in boxes}) == 1
    assert boxes[0].height() < note_height(Note(id="n", section="row", stage="stage"), 216) / 2


widths_and_heights = st.lists(st.tuples(st.floats(60, 600), st.floats(40, 400)), min_size=1, max_size=6)
needs = st.lists(widths_and_heights, min_size=1, max_size=9)


@given(needs, st.floats(100, 2_000), st.floats(0, 1_500))
def test_notes_are_never_smaller_than_they_need_to_be(
    drawn: list[list[tuple[float, float]]], room: float, height: float
) -> None:
    some: list[tuple[Step, ...]] = []
    for steps in drawn:
        widths = sorted((width for width, _ in steps), reverse=True)
        heights = sorted(high for _, high in steps)
        some.append(in_order(Step(*pair) for pair in zip(widths, heights, strict=True)))
    lines = filled(some, room, NOTE_GAP, height)
    found = [size for line in lines for size in line]
    if not found:
        assert any(steps[-1].width > room for steps in some)
        return
    for size, need in zip(found, some, strict=True):
        least = least_height(need, size.width + 1e-6)
        assert least is not None
        assert size.height >= least - 1e-6
    for line in lines:
        assert sum(size.width for size in line) + NOTE_GAP * (len(line) - 1) == pytest.approx(room)
    total = sum(line[0].height for line in lines) + NOTE_GAP * (len(lines) - 1)
    assert total >= height - 1e-6


def test_what_a_note_needs_is_what_it_takes() -> None:
    note = Note(id="n", section="row", stage="stage", text=SENTENCE)
    for step in need_of(note, None):
        text = text_block(note.text, NOTE, step.width - 36)
        assert 18 + text.height + 36 <= step.height + 1e-6


@pytest.mark.parametrize("standing", ["fill", "list", "paper-sized"])
def test_what_was_measured_is_not_measured_again_when_the_map_is_laid_out(standing: str) -> None:
    longest = "unpronounceable" * 3
    words = [f"{number} {standing} words for a note, one of them {longest}" for number in range(40)]
    made = document(*words, standing=standing)
    assert len(list(measured_notes(made, "map"))) == len(words)
    before = [memory.cache_info().misses for memory in MEMORIES]
    lay_out(made, "map")
    for memory, misses in zip(MEMORIES, before, strict=True):
        assert memory.cache_info().misses - misses < len(words) / 2
