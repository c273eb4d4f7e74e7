"""In the large type for writing before others, the names of sections keep their words whole."""

import pytest

from app.drawing.large_type import lay_out_large, row_type
from app.drawing.section_name import name_block
from app.formats.templates import template

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


def test_a_very_long_word_takes_no_more_than_a_fifth_of_the_width() -> None:
    type = row_type(1920, 1080, 8, ["Donaudampfschifffahrtsgesellschaftskapitän"])
    assert type.names_width * type.scale == pytest.approx(0.2 * 1920)
