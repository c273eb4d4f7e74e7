"""The place that an empty cell shows for its next note is as large as that note will be."""

import pytest

from app.drawing.layout import lay_out
from app.drawing.sections.notes.notes_body import first_note
from app.model.document import Document
from app.model.records import JourneyMap, Note, Project, Section, Stage, Standing

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.mark.parametrize("height", [None, 520.0])
@pytest.mark.parametrize("width", [None, 190.0, 700.0])
@pytest.mark.parametrize("standing", ["fill", "paper-sized", "list"])
def test_a_first_note_takes_the_place_that_was_shown_for_it(
    standing: Standing, width: float | None, height: float | None
) -> None:
    section = Section(id="s", map="map", standing=standing, height=height)
    stages = [Stage(id="one", map="map", width=width), Stage(id="two", map="map", position=1)]
    base = [Project(id="project"), JourneyMap(id="map"), section, *stages]
    empty = lay_out(Document(base), "map")
    shown = first_note(section, empty.columns[0])
    written = lay_out(Document([*base, Note(id="note", section="s", stage="one", text="x")]), "map")
    (box,) = written.boxes_in(written.rectangle)
    assert (box.rectangle.width(), box.rectangle.height()) == pytest.approx(shown)
    assert standing == "paper-sized" or shown.width > empty.columns[0].width - 60
