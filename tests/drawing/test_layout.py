"""Where everything lies, and that laying out again costs only what changed."""

from typing import cast

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRectF

from app.drawing import theme
from app.drawing.display import Paths, Rectangles, Texts
from app.drawing.laying_ahead import lay_out_in_steps
from app.drawing.layout import MapLayout, lay_out
from app.drawing.sections import SECTION_KINDS
from app.drawing.sections.notes.notes_body import NotesBody
from app.model.change import Change, Edit
from app.model.document import Document
from app.model.history.history import History
from app.model.labels import plain_label
from app.model.records import JourneyMap, Note, Project, Section, Stage
from app.model.verbs.cells import move_to_cell
from app.model.verbs.editing import delete, reorder, set_fields
from app.model.verbs.maps import new_project
from app.model.verbs.notes import add_note, set_text
from app.widgets.canvas.shown_map import stale
from tests.documents import documents
from tests.drawing.drawn_texts import texts
from tests.edits import do_some
from tests.everything import everything
from tests.maps import paper_sized

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture
def document() -> Document:
    return Document(
        [
            Project(id="project"),
            JourneyMap(id="map", title="Dinner"),
            *(Stage(id=f"stage{i}", map="map", position=i, name=f"Stage {i}") for i in range(3)),
            *(Section(id=f"section{i}", map="map", position=i, name=f"Section {i}") for i in range(3)),
            *(
                Note(id=f"note{i}{j}{k}", stage=f"stage{i}", section=f"section{j}", position=k, text="text")
                for i in range(3)
                for j in range(3)
                for k in range(3)
            ),
        ]
    )


def rectangles(layout: MapLayout) -> dict[str, QRectF]:
    return {box.id: box.rectangle for box in layout.boxes_in(layout.rectangle)}


def in_steps(document: Document, map: str, before: MapLayout | None) -> MapLayout:
    steps = lay_out_in_steps(document, map, before)
    while True:
        try:
            next(steps)
        except StopIteration as end:
            return cast("MapLayout", end.value)


def test_each_note_lies_in_its_cell_and_none_on_another(document: Document) -> None:
    layout = lay_out(document, "map")
    boxes = rectangles(layout)
    assert len(boxes) == 27
    for id, box in boxes.items():
        note = document.get(Note, id)
        cell = layout.cell_rectangle(note.section, note.stage)
        assert cell is not None
        assert cell.contains(box)
        assert not [other for other, its in boxes.items() if other != id and its.intersects(box)]


def test_a_paper_sized_note_is_as_wide_as_one_of_paper(document: Document) -> None:
    width = rectangles(lay_out(paper_sized(document), "map"))["note000"].width()
    assert width / 72 * 25.4 == pytest.approx(76, abs=0.5)


def test_a_note_grows_with_its_text_and_the_rows_below_make_room(document: Document) -> None:
    before = lay_out(paper_sized(document), "map")
    document.apply(set_text(document, "note000", "a long text that goes on and on " * 20))
    after = lay_out(document, "map", before)
    grown = rectangles(after)["note000"].height() - rectangles(before)["note000"].height()
    assert grown > 100
    assert after.rows[1].y - before.rows[1].y == pytest.approx(grown)
    assert after.height - before.height == pytest.approx(grown)


def test_an_edit_lays_out_its_own_cell_alone(document: Document) -> None:
    before = lay_out(document, "map")
    document.apply(set_text(document, "note110", "other"))
    after = lay_out(document, "map", before)
    assert after.rows[0] is before.rows[0]
    assert after.rows[2] is before.rows[2]
    old, new = before.rows[1].body, after.rows[1].body
    assert isinstance(old, NotesBody)
    assert isinstance(new, NotesBody)
    assert [a is b for a, b in zip(old.cells, new.cells, strict=True)] == [True, False, True]


def test_an_edit_in_a_very_full_cell_lays_out_the_notes_around_it_alone(document: Document) -> None:
    many = [
        Note(id=f"many{i}", stage="stage0", section="section0", position=100 + i, text=f"Note {i}")
        for i in range(1_000)
    ]
    document.apply(Change(plain_label("Fill"), tuple(Edit(None, note) for note in many)))
    before = lay_out(document, "map")
    document.apply(set_text(document, "many500", "Another text"))
    after = lay_out(document, "map", before)
    old, new = (set(layout.rows[0].body.pieces(layout.rows[0].height)) for layout in (before, after))
    assert len(old & new) == len(new) - 1
    (band,) = new - old
    assert band.bottom - band.top < after.rows[0].height / 10
    (stale_part,) = stale(before, after)
    assert stale_part.height() < after.rows[0].height / 10
    assert rectangles(after) == rectangles(lay_out(document, "map"))


def test_nothing_changed_is_nothing_laid_out(document: Document) -> None:
    before = lay_out(document, "map")
    after = lay_out(document, "map", before)
    assert all(a is b for a, b in zip(before.rows, after.rows, strict=True))


@given(document=documents(), data=st.data())
def test_laying_out_again_gives_what_laying_out_afresh_gives(document: Document, data: st.DataObject) -> None:
    history = History(document)
    maps = [one.id for one in document.maps()]
    before = {map: lay_out(document, map) for map in maps}
    do_some(data, history, most=5)
    for map in maps:
        if map in document:
            again, afresh = lay_out(document, map, before[map]), lay_out(document, map)
            assert again.display_list() == afresh.display_list()
            assert rectangles(again) == rectangles(afresh)
            stepped = in_steps(document, map, before[map])
            assert stepped.display_list() == afresh.display_list()
            assert rectangles(stepped) == rectangles(afresh)


def test_what_was_laid_out_in_steps_on_a_copy_is_taken_over(document: Document) -> None:
    before, copy = lay_out(document, "map"), document.copy()
    change = set_fields(document, ["note000", "note111"], plain_label("Vote"), moment_of_truth=True)
    copy.apply(change)
    stepped = in_steps(copy, "map", before)
    document.apply(change)
    after = lay_out(document, "map", stepped)
    assert all(a is b for a, b in zip(stepped.rows, after.rows, strict=True))
    assert after.display_list() == lay_out(document, "map").display_list()


def test_the_parts_in_view_are_those_of_the_whole_map_there(document: Document) -> None:
    layout = lay_out(document, "map")
    area = QRectF(layout.columns[1].x + 10, layout.rows[1].y + 10, 50, 50)
    seen = {
        placed.block.text
        for part in layout.parts(area)
        for batch in part.display_list
        if isinstance(batch, Texts)
        for placed in batch.texts
    }
    assert "Section 1" in seen
    assert "Section 0" not in seen
    assert "text" in seen


def test_a_map_says_its_title_stages_sections_notes_and_legend(document: Document) -> None:
    document.apply(
        set_fields(document, ["map"], plain_label("Edit"), goal="a good pizza", scenario="Friday evening")
    )
    document.apply(
        Change(plain_label("Legend"), tuple(Edit(None, entry) for entry in new_project().legend()))
    )
    said = texts(lay_out(document, "map"))
    for expected in ("Dinner", "AS-IS", "Stage 2", "Section 1", "Action"):
        assert expected in said
    assert any("a good pizza" in text and "Friday evening" in text for text in said)
    assert "Touchpoint" not in said, "no blue note is on the map"


def test_a_map_without_anything_draws() -> None:
    document = new_project(title="Empty")
    layout = lay_out(document, document.maps()[0].id)
    assert "Empty" in texts(layout)
    assert layout.height > 0


def test_a_section_of_an_unknown_kind_is_a_labelled_box(document: Document) -> None:
    document.apply(set_fields(document, ["section1"], plain_label("Edit"), section_kind="holograms"))
    said = texts(lay_out(document, "map"))
    assert any("holograms" in text for text in said)


def test_what_a_place_of_the_sheet_holds(document: Document) -> None:
    layout = lay_out(document, "map")
    cell = layout.cell_rectangle("section2", "stage1")
    assert cell is not None
    row, column = layout.row_at(cell.center().y()), layout.column_at(cell.center().x())
    assert row is not None
    assert column is not None
    assert (row.section.id, column.stage.id) == ("section2", "stage1")
    assert layout.row_at(layout.height + 1) is None
    assert layout.column_at(10) is None


def test_a_narrow_stage_keeps_its_notes_inside(document: Document) -> None:
    document.apply(set_fields(document, ["stage0"], plain_label("Edit"), width=120.0))
    layout = lay_out(document, "map")
    column = layout.column_of("stage0")
    assert column is not None
    for id, box in rectangles(layout).items():
        if document.get(Note, id).stage == "stage0":
            assert column.x <= box.left()
            assert box.right() <= column.right


def test_every_colour_stands_with_its_glyph(document: Document) -> None:
    for colour in theme.NOTE_FILLS:
        document.apply(add_note(document, "section0", "stage0", colour, colour))
    layout = lay_out(document, "map")
    drawn = layout.display_list()
    for fill in theme.NOTE_FILLS.values():
        assert [batch for batch in drawn if isinstance(batch, Rectangles) and batch.fill == fill]
    glyphs = [place for batch in drawn if isinstance(batch, Paths) for place in batch.places]
    for box in layout.boxes_in(layout.rectangle):
        assert any(box.rectangle.contains(place) for place in glyphs)


def test_moving_and_deleting_keep_the_other_rows(document: Document) -> None:
    before = lay_out(document, "map")
    document.apply(move_to_cell(document, ["note000"], "section0", "stage1"))
    document.apply(delete(document, ["note001"]))
    after = lay_out(document, "map", before)
    assert after.rows[1].body is before.rows[1].body
    document.apply(reorder(document, ["section2"], 0))
    assert [row.section.id for row in lay_out(document, "map", after).rows] == [
        "section2",
        "section0",
        "section1",
    ]


def test_a_section_that_becomes_of_another_kind_is_laid_out_as_such() -> None:
    document = everything()
    map = document.maps()[0].id
    for section in document.sections(map):
        for kind in SECTION_KINDS:
            before = lay_out(document, map)
            other = document.copy()
            other.apply(set_fields(other, [section.id], plain_label("kind"), section_kind=kind.name))
            assert lay_out(other, map, before).display_list() == lay_out(other, map).display_list()
