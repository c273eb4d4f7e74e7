"""A map arranged for its paper: it fills it, words are whole, and it is one change that can be undone."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.drawing.layout import MapLayout, lay_out
from app.drawing.note import note_text
from app.formats.templates import template
from app.model.document import Document
from app.model.history.history import History
from app.model.labels import plain_label
from app.model.records import JourneyMap, Note, Project, Section, Stage
from app.model.verbs.editing import set_fields
from app.pages.composition.compose import compose
from app.pages.composition.room import capitals
from app.pages.paper import MARGIN, paper_named, turned
from app.pages.poster.arrangement import extent
from app.pages.poster.pages import PosterOfMap
from app.pages.poster.poster_options import MapOptions
from tests.maps import paper_sized

pytestmark = pytest.mark.usefixtures("qapp")

WORDS = ("a", "asks", "allergens", "Reklamationsbearbeitung", "menu", "the", "car park", "waits,", "für 12 €")


def arranged(document: Document, paper: str = "A0", **how: object) -> MapLayout:
    """The first map of a document, once it was arranged."""
    map = document.maps()[0].id
    document.apply(compose(document, map, paper, **how))  # type: ignore[arg-type]
    return lay_out(document, map, for_paper=True)


def fills(document: Document, layout: MapLayout) -> float:
    """How much higher than its sheet a map is, beside its width."""
    arranged = layout.map.arranged
    assert arranged is not None
    page = turned(paper_named(arranged.paper), "landscape" if arranged.landscape else "portrait")
    width, height = extent(document, layout, arranged.bands)
    return height / width / ((page.height - 2 * MARGIN) / (page.width - 2 * MARGIN))


@pytest.mark.parametrize("paper", ["A0", "ARCH D"])
def test_the_sample_fills_every_paper(paper: str) -> None:
    document = template("pizzeria")
    assert fills(document, arranged(document, paper)) == pytest.approx(1, abs=0.004)


@pytest.mark.parametrize("paper", ["A0", "Roll 914"])
@pytest.mark.parametrize("orientation", ["landscape", "portrait"])
def test_arranging_again_changes_nothing(paper: str, orientation: str) -> None:
    document = template("pizzeria")
    arranged(document, paper, orientation=orientation)
    assert not compose(document, document.maps()[0].id, paper, orientation)  # type: ignore[arg-type]


def test_it_is_one_step_that_can_be_undone() -> None:
    document = paper_sized(template("pizzeria"))
    before = document.copy()
    history = History(document)
    history.do(compose(document, document.maps()[0].id, "A0"))
    assert document != before
    assert all(section.standing == "fill" for section in document.all(Section))
    history.undo()
    assert document == before


def test_notes_of_the_sample_are_read_from_as_far_as_the_drawing_has_them() -> None:
    poster = PosterOfMap(template("pizzeria"), template("pizzeria").maps()[0], MapOptions(scale="fill"))
    assert not poster.plan.is_tiled
    assert capitals(poster.scale) > 5.6


def test_a_poster_that_fills_its_paper_leaves_the_project_as_it_is() -> None:
    document = template("pizzeria")
    before = document.copy()
    PosterOfMap(document, document.maps()[0], MapOptions(scale="fill", paper="A1"))
    assert document == before


def test_what_was_composed_is_not_composed_again_until_something_is_otherwise() -> None:
    document, tries = template("pizzeria"), list[float]()

    def count() -> int:
        tries.clear()
        compose(document, document.maps()[0].id, "A4", report_progress=tries.append)
        return len(tries)

    assert count() > 1
    assert count() == 1
    change = set_fields(
        document, [document.all(Note)[0].id], plain_label(""), text="Looks for a parking place"
    )
    document.apply(change)
    assert count() > 1
    document = template("pizzeria")
    assert count() == 1


def test_a_map_of_old_is_printed_as_it_is_on_the_screen() -> None:
    document = paper_sized(template("pizzeria"))
    poster = PosterOfMap(document, document.maps()[0], MapOptions())
    assert poster.layout.map.arranged is None


def test_a_map_without_stages_has_nothing_to_arrange() -> None:
    document = Document([Project(id="project"), JourneyMap(id="map")])
    assert not compose(document, "map", "A0")


def test_stages_stand_in_bands_where_one_row_of_them_would_be_too_narrow() -> None:
    names = [f"Kundenbeziehung {at}" for at in range(18)]
    stages = [Stage(id=f"s{at}", map="map", position=at, name=name) for at, name in enumerate(names)]
    some = [Note(id=f"n{at}", section="row", stage=f"s{at}", text=name) for at, name in enumerate(names)]
    row = Section(id="row", map="map", name="Actions")
    document = Document([Project(id="project"), JourneyMap(id="map", title="Long"), *stages, row, *some])
    layout = arranged(document)
    assert layout.map.arranged is not None
    assert layout.map.arranged.bands > 1
    assert fills(document, layout) == pytest.approx(1, abs=0.01)


notes = st.lists(st.lists(st.sampled_from(WORDS), min_size=1, max_size=14).map(" ".join), max_size=5)
grids = st.integers(1, 9).flatmap(
    lambda stages: st.lists(st.lists(notes, min_size=stages, max_size=stages), min_size=1, max_size=5)
)


@given(grids, st.sampled_from(["A0", "A2", "A4"]))
@settings(suppress_health_check=[HealthCheck.too_slow])
def test_any_map_is_broken_into_lines_as_it_was_composed(grid: list[list[list[str]]], paper: str) -> None:
    stages = [Stage(id=f"s{at}", map="map", position=at, name=f"Stage {at}") for at in range(len(grid[0]))]
    rows = [Section(id=f"r{at}", map="map", position=at, name=f"Row {at}") for at in range(len(grid))]
    texts = [
        Note(id=f"n{row}-{stage}-{at}", section=f"r{row}", stage=f"s{stage}", position=at, text=text)
        for row, cells in enumerate(grid)
        for stage, cell in enumerate(cells)
        for at, text in enumerate(cell)
    ]
    document = Document([Project(id="project"), JourneyMap(id="map", title="Any"), *stages, *rows, *texts])
    layout = arranged(document, paper)
    for row in layout.rows:
        assert row.height == pytest.approx(row.section.height, abs=1)
    for box in layout.boxes_in(layout.rectangle):
        note = document.get(Note, box.id)
        text = note_text(note, box.rectangle.width())
        assert text.height + 18 + 36 <= box.rectangle.height() + 0.01
    assert fills(document, layout) <= 1.01


def test_rows_that_find_no_room_across_a_roll_at_the_usual_size_are_smaller() -> None:
    document = template("service-blueprint")
    layout = arranged(document, "roll-914")
    assert 1 <= layout.width / layout.height < 1.1
    assert len(layout.rows) == len(document.all(Section))
