"""Maps in large type: what stands where in a stage that a room sees, and in those that are written on."""

import pytest

from app.drawing.large_type import large_type, lay_out_large, row_type
from app.drawing.layout import MapLayout, lay_out
from app.drawing.note import note_height
from app.drawing.section_name import name_block
from app.drawing.sections.emotional_graph.graph_body import GraphBody
from app.drawing.stages import name_width
from app.drawing.text import text_block
from app.formats.templates import template
from app.language.spoken import speaking
from app.model.records import Note

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.mark.parametrize(("width", "height"), [(1920, 1080), (1280, 720), (1366, 768)])
def test_no_name_of_a_section_is_hyphenated_for_want_of_a_little_width(width: int, height: int) -> None:
    document = template("pizzeria")
    map = document.maps()[0]
    names = [section.name for section in document.sections(map.id)]
    assert "Touchpoints" in names
    type = row_type(width, height, len(document.stages(map.id)), names)
    layout = lay_out_large(document, map.id, type)
    assert [row.section.name for row in layout.rows if name_block(row.section, layout.sizes).cuts] == []


@pytest.mark.parametrize("language", ["en", "de"])
def test_a_stage_is_a_little_wider_rather_than_its_name_hyphenated(language: str) -> None:
    with speaking(language):
        document = template("pizzeria")
        map = document.maps()[0].id
        narrow = lay_out_large(document, map, row_type(1280, 720, 8))
        type = row_type(1280, 720, 8, columns=narrow.columns)
        layout = lay_out_large(document, map, type)
    cut = {name for name in map_names(layout) if is_cut(name, layout)}
    assert cut == set()
    assert type.stage_width <= 300
    assert layout.sizes.stage_name.size == 25, "its capitals are read from the back row"


def test_no_note_that_is_written_on_is_a_line_higher_than_its_text() -> None:
    with speaking("de"):
        document = template("pizzeria")
        map = document.maps()[0].id
        layout = lay_out_large(document, map, row_type(1920, 1080, 8))
        notes = {note.id: note for note in document.all(Note)}
        for row in layout.rows:
            for id, box in row.body.boxes(0, layout.width, row.height):
                if id in notes:
                    assert box.height() <= note_height(notes[id], box.width())


def map_names(layout: MapLayout) -> list[str]:
    return [column.stage.name for column in layout.columns]


def is_cut(name: str, layout: MapLayout) -> bool:
    """Whether a stage's name is hyphenated."""
    column = next(each for each in layout.columns if each.stage.name == name)
    sizes = layout.sizes
    return bool(text_block(name, sizes.stage_name, name_width(column, sizes)).cuts)


def test_a_very_long_word_takes_no_more_than_a_fifth_of_the_width() -> None:
    type = row_type(1920, 1080, 8, ["Donaudampfschifffahrtsgesellschaftskapitän"])
    assert type.names_width * type.scale == pytest.approx(0.2 * 1920)


def large(width: int, height: int, language: str = "en") -> MapLayout:
    """The sample as a room sees it stage by stage in a picture of so many pixels."""
    with speaking(language):
        document = template("pizzeria")
    return lay_out_large(document, document.maps()[0].id, large_type(width, height))


@pytest.mark.parametrize("language", ["en", "de"])
@pytest.mark.parametrize(("width", "height"), [(1920, 1080), (1280, 720)])
def test_no_words_of_a_curve_stand_half_on_the_lit_stage(width: int, height: int, language: str) -> None:
    layout = large(width, height, language)
    (body,) = (row.body for row in layout.rows if isinstance(row.body, GraphBody))
    edges = [column.x for column in layout.columns[1:]]
    assert len(body.blocks) >= len(layout.columns)
    assert [block for block in body.blocks for edge in edges if block.left() < edge < block.right()] == []


def test_no_frame_of_a_moment_of_truth_is_louder_than_the_notes() -> None:
    document = template("pizzeria")
    map = document.maps()[0].id
    assert lay_out(document, map).signs
    assert any(column.has_moment for column in large(1920, 1080).columns)
    assert large(1920, 1080).signs == ()
