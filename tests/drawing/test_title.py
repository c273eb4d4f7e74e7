"""The title block: its lines begin at one edge, whichever way their words are read."""

import pytest

from app.drawing.display import Texts
from app.drawing.sizes import USUAL
from app.drawing.title import draw_title
from app.model.labels import plain_label
from app.model.records import JourneyMap
from app.model.verbs.editing import set_fields
from app.model.verbs.maps import new_project
from app.model.verbs.personas import add_persona

pytestmark = pytest.mark.usefixtures("qapp")

WIDTH = 3000.0


@pytest.mark.parametrize(
    ("title", "name", "is_at_the_left"),
    [
        ("Dinner", "Ana", True),
        ("Dinner", "אנה", True),
        ("ארוחת ערב", "Ana", False),
        ("ארוחת ערב", "אנה", False),
    ],
)
def test_what_stands_below_the_title_begins_where_the_title_does(
    title: str, name: str, is_at_the_left: bool
) -> None:
    document = new_project()
    map = document.maps()[0].id
    document.apply(add_persona(document, name, id="ana"))
    document.apply(set_fields(document, [map], plain_label("Say"), title=title, personas=("ana",)))
    block = draw_title(document, document.get(JourneyMap, map), WIDTH, USUAL)
    placed = [text for batch in block.display_list if isinstance(batch, Texts) for text in batch.texts]
    found = {text.block.text: (text.x, text.block.lines[0]) for text in placed}
    edges = [
        x + line.x if is_at_the_left else x + line.x + line.width for x, line in (found[title], found[name])
    ]
    assert edges[0] == pytest.approx(edges[1], abs=4)
