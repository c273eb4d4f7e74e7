"""The names of groups of stages are read from as far as those of sections, on every band of a poster."""

import pytest

from app.drawing.culling import all_text_bounds
from app.drawing.display import Batch, Texts
from app.drawing.grid import Column
from app.drawing.sizes import USUAL, Sizes
from app.drawing.stage_parts import draw_groups, groups_height
from app.model.records import RoleSizes, Stage

pytestmark = pytest.mark.usefixtures("qapp")

ARRANGED = Sizes.of(RoleSizes())


def stages(*groups: str) -> list[Column]:
    return [
        Column(Stage(id=str(at), map="map", name="Stage", group=group), 300.0 * at, 300.0)
        for at, group in enumerate(groups)
    ]


def names(drawn: list[Batch]) -> list[tuple[str, float]]:
    texts = [text.block for batch in drawn if isinstance(batch, Texts) for text in batch.texts]
    return [(block.text, block.style.size) for block in texts]


@pytest.mark.parametrize("sizes", [USUAL, ARRANGED])
def test_a_group_is_named_in_at_least_four_fifths_of_a_sections_type(sizes: Sizes) -> None:
    ((_, size),) = names(list(draw_groups(stages("Before us", "Before us"), sizes)))
    assert size >= 0.8 * sizes.section_name.size


def test_a_group_that_goes_on_in_the_next_band_is_named_again_there() -> None:
    columns = stages("Before us", "Before us", "Stay", "Stay")
    found = [name for name, _ in names(list(draw_groups(columns, ARRANGED, ending={"0"})))]
    assert found == ["Before us", "Before us", "Stay"]


@pytest.mark.parametrize("ending", [set(), {"0"}, {"0", "1", "2"}])
def test_a_long_name_stays_in_its_band_also_where_that_is_broken(ending: set[str]) -> None:
    columns = stages(*["Everything that happens before anybody has met us"] * 4)
    drawn = tuple(draw_groups(columns, ARRANGED, ending))
    height = groups_height(columns, ARRANGED)
    assert all(bounds.top() >= 0 and bounds.bottom() <= height for bounds in all_text_bounds(drawn))
