import pytest

from app.drawing.layout import lay_out
from app.formats.templates import template
from app.model.document import Document
from app.model.records import JourneyMap
from app.model.verbs.notes import set_text
from app.pages.composition.compose import compose
from app.pages.composition.still_fills import still_fills
from app.pages.poster.arrangement import arrange, extent
from app.pages.poster.poster_options import MapOptions

pytestmark = pytest.mark.usefixtures("qapp")

LONG = "It takes them so long to say what is in the sauce that the customer has lost all hunger by then. " * 3


def arranged_for(paper: str, bands: int | None = None) -> tuple[Document, JourneyMap]:
    document = template("pizzeria")
    map = document.maps()[0].id
    document.apply(compose(document, map, paper, bands=bands))
    return document, document.get(JourneyMap, map)


@pytest.mark.parametrize("paper", ["A0", "A3", "900x1200mm", "Roll 914"])
def test_a_map_fills_the_paper_that_it_was_arranged_for_until_a_cell_outgrows_its_row(paper: str) -> None:
    document, journey_map = arranged_for(paper)
    assert still_fills(document, lay_out(document, journey_map.id))
    section = next(one for one in document.sections(journey_map.id) if one.name == "Actions")
    note = document.notes(section.id, document.stages(journey_map.id)[3].id)[0]
    document.apply(set_text(document, note.id, LONG))
    is_cut_where_it_ends = paper.startswith("Roll")
    assert still_fills(document, lay_out(document, journey_map.id)) == is_cut_where_it_ends


def test_a_map_that_was_arranged_for_no_paper_has_none_to_fill() -> None:
    document = template("pizzeria")
    assert still_fills(document, lay_out(document, document.maps()[0].id))


@pytest.mark.parametrize("bands", [1, 2, 3])
def test_how_large_a_poster_in_bands_is_can_be_told_without_making_it(bands: int) -> None:
    document, journey_map = arranged_for("A0", bands)
    layout = lay_out(document, journey_map.id, for_paper=True)
    made = arrange(document, layout, MapOptions(bands=bands))
    assert extent(document, layout, bands) == pytest.approx((made.width, made.height))
