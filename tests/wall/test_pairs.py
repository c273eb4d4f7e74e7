"""Pain points and the ideas below them pair: the lines between them are vertical on an arranged map."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QLineF

from app.drawing.display import Lines
from app.drawing.layout import MapLayout, lay_out
from app.formats.templates import SAMPLE, template
from app.model.records import Relation
from app.pages.composition.compose import compose
from tests.wall.wall_maps import wall_map

pytestmark = pytest.mark.usefixtures("qapp")


def lines_to_ideas(layout: MapLayout) -> Iterator[QLineF]:
    """All that lines from pain points to ideas are made of: one that is not vertical has three parts."""
    for sign in layout.signs:
        if sign.name == "connector":
            for batch in sign.display_list:
                if isinstance(batch, Lines):
                    yield from batch.lines


@pytest.mark.parametrize(("name", "pairs"), [(SAMPLE, 9), ("hotel-stay", 6), ("bank-account", 6)])
@pytest.mark.parametrize("paper", ["A0", "A3"])
def test_pairs_are_joined_by_vertical_lines(name: str, pairs: int, paper: str) -> None:
    document = template(SAMPLE) if name == SAMPLE else wall_map(name)
    map = document.maps()[0].id
    document.apply(compose(document, map, paper))
    assert len(document.all(Relation)) >= pairs
    lines = list(lines_to_ideas(lay_out(document, map, for_paper=True)))
    assert len(lines) == pairs
    assert all(line.x1() == line.x2() for line in lines)
