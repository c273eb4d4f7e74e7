import pytest

from app.drawing.display import Texts
from app.drawing.layout import MapLayout, lay_out
from app.drawing.sections.emotional_graph.graph_body import GraphBody
from app.drawing.sections.emotional_graph.graph_scale import Scale
from app.drawing.sections.emotional_graph.graph_scale_words import shown_levels
from app.drawing.sizes import ROLES, USUAL, Role, Sizes
from app.drawing.theme import NOTE
from app.formats.templates import template
from app.model.document import Document
from app.model.labels import plain_label
from app.model.records import Arranged, RoleSizes
from app.model.verbs.editing import set_fields

pytestmark = pytest.mark.usefixtures("qapp")

LARGE = Sizes.of(RoleSizes(), section_column=700)


def pizzeria() -> tuple[Document, str]:
    document = template("pizzeria")
    return document, document.maps()[0].id


def sizes_of_type(layout: MapLayout) -> set[float]:
    return {
        text.block.style.size
        for batch in layout.display_list()
        if isinstance(batch, Texts)
        for text in batch.texts
        if text.block.text.strip()
    }


@pytest.mark.parametrize("role", ROLES)
def test_a_role_is_as_many_times_as_large_as_note_text_as_was_asked_for(role: Role) -> None:
    usual = RoleSizes()
    sizes = Sizes.of(RoleSizes.model_validate({role: 3.2}))
    assert sizes.multiple(role) == 3.2
    for other in ROLES:
        if other != role:
            assert sizes.multiple(other) == pytest.approx(getattr(usual, other), abs=0.04)


def test_a_map_is_laid_out_in_the_sizes_that_it_is_asked_for_in() -> None:
    document, map = pizzeria()
    usual, large = lay_out(document, map), lay_out(document, map, sizes=LARGE)
    assert (usual.sizes, large.sizes) == (USUAL, LARGE)
    assert large.columns[0].x == 700
    assert large.height > usual.height
    assert NOTE.size in sizes_of_type(large)
    assert 143 in sizes_of_type(large)


def test_what_was_laid_out_in_other_sizes_is_not_taken_over() -> None:
    document, map = pizzeria()
    usual, large = lay_out(document, map), lay_out(document, map, sizes=LARGE)
    back = lay_out(document, map, previous=large)
    assert back.sizes == USUAL
    assert (back.width, back.height) == (usual.width, usual.height)
    assert sizes_of_type(back) == sizes_of_type(usual)


def test_a_graph_in_large_type_keeps_every_quote() -> None:
    document, map = pizzeria()
    body = next(
        row.body for row in lay_out(document, map, sizes=LARGE).rows if isinstance(row.body, GraphBody)
    )
    assert len(body.words.quotes) + len(body.words.left_over) == 8


def test_a_map_that_is_arranged_is_laid_out_in_its_own_sizes() -> None:
    document, map = pizzeria()
    arranged = Arranged(sizes=RoleSizes(title=4))
    document.apply(set_fields(document, [map], plain_label(""), arranged=arranged))
    layout = lay_out(document, map)
    assert layout.sizes.multiple("title") == 4
    assert lay_out(document, map, previous=layout).rows[0] is layout.rows[0]


def test_the_scale_stands_in_words_each_at_its_level_under_the_sections_name() -> None:
    document, map = pizzeria()
    row = next(row for row in lay_out(document, map, sizes=LARGE).rows if isinstance(row.body, GraphBody))
    words = [text for batch in row.beside if isinstance(batch, Texts) for text in batch.texts]
    assert [text.block.text for text in words] == list(document.project.emotions)
    name = next(text for batch in row.name if isinstance(batch, Texts) for text in batch.texts)
    assert all(text.y >= name.y + name.block.height for text in words)
    assert isinstance(row.body, GraphBody)
    middles = [text.y + text.block.height / 2 for text in words]
    assert middles[3] == pytest.approx(row.body.scale.y_of(0))


def test_words_of_a_low_graphs_scale_that_have_no_room_are_left_out_evenly() -> None:
    scale = Scale(500, 3000, 240, above=60, below=40)
    emotions = ("1", "2", "3", "4", "5", "6", "7")
    shown = [level.word for level in shown_levels(emotions, scale, LARGE)]
    assert shown in (["1", "4", "7"], ["1", "3", "5", "7"], ["1", "7"])
