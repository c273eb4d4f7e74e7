import pytest

from app.drawing.layout import MapLayout, lay_out
from app.drawing.sections.emotional_graph.graph_body import GraphBody
from app.drawing.sizes import ROLES, USUAL, Role, Sizes
from app.drawing.theme import NOTE
from app.formats.templates import template
from app.model.document import Document

pytestmark = pytest.mark.usefixtures("qapp")

LARGE = Sizes.of(dict.fromkeys(ROLES, 2.0), section_column=700)


def pizzeria() -> tuple[Document, str]:
    document = template("pizzeria")
    return document, document.maps()[0].id


def sizes_of_type(layout: MapLayout) -> set[float]:
    return {
        text.block.style.size
        for batch in layout.display_list()
        for text in getattr(batch, "texts", ())
        if text.block.text.strip()
    }


def test_the_usual_multiples_give_the_usual_type() -> None:
    again = Sizes.of({role: USUAL.multiple(role) for role in ROLES})
    assert again._replace(least_stage_height=USUAL.least_stage_height) == USUAL


@pytest.mark.parametrize("role", ROLES)
def test_a_role_is_as_many_times_as_large_as_note_text_as_was_asked_for(role: Role) -> None:
    sizes = Sizes.of({role: 1.6})
    assert sizes.multiple(role) == 1.6
    others = [other for other in ROLES if other != role]
    assert [sizes.multiple(other) for other in others] == [USUAL.multiple(other) for other in others]


def test_a_map_is_laid_out_in_the_sizes_that_it_is_asked_for_in() -> None:
    document, map = pizzeria()
    usual, large = lay_out(document, map), lay_out(document, map, sizes=LARGE)
    assert (usual.sizes, large.sizes) == (USUAL, LARGE)
    assert large.columns[0].x == 700
    assert large.height > usual.height
    assert NOTE.size in sizes_of_type(large)
    assert 2 * NOTE.size in sizes_of_type(large)


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
    assert len(body.words.quotes) + len(body.words.left_over) == 4
