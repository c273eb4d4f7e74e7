"""Thoughts that are quotes on the curve are not drawn again where a map is arranged for its paper."""

import pytest

from app.drawing.layout import lay_out
from app.formats.templates import template
from app.model.analysis.on_posters import on_posters
from app.model.document import Document
from app.model.records import EmotionPoint, Id, Note, Record, Section
from app.model.verbs.notes import set_text
from app.pages.composition.compose import compose
from app.pages.composition.still_fills import still_fills
from app.pages.poster.pages import PosterOfMap
from app.pages.poster.poster_options import MapOptions
from app.publishing.preflight import preflight

pytestmark = pytest.mark.usefixtures("qapp")


def with_thoughts() -> tuple[Document, Id]:
    """The sample, with a row of notes that repeats each quote of its curve."""
    document = template("pizzeria")
    map = document.maps()[0].id
    last = len(document.sections(map))
    row = Section(id="said", map=map, name="Said", standing="fill", position=last)
    quotes = [point for point in document.all(EmotionPoint) if point.quote.strip()]
    notes = [
        Note(id=f"said{at}", section="said", stage=point.stage, text=f" “{point.quote.strip('.')}”")
        for at, point in enumerate(quotes)
    ]
    own = [record for record in document if "thoughts" in (record.id, getattr(record, "section", ""))]
    records: list[Record] = [*(record for record in document if record not in own), row, *notes]
    return Document(records), map


def names(document: Document, map: Id, for_paper: bool) -> list[str]:
    return [row.section.name for row in lay_out(document, map, for_paper=for_paper).rows]


def test_a_row_of_quotes_is_on_the_screen_and_its_name_is_the_graphs_on_paper() -> None:
    document, map = with_thoughts()
    assert "Said" in names(document, map, for_paper=True)
    document.apply(compose(document, map, "A0"))
    assert "Said" in names(document, map, for_paper=False)
    on_paper = names(document, map, for_paper=True)
    assert "Said" not in on_paper
    assert [name for name in on_paper if name.endswith(", Said")]
    assert still_fills(document, lay_out(document, map))


def test_one_thought_that_no_quote_says_brings_its_row_back() -> None:
    document, map = with_thoughts()
    document.apply(compose(document, map, "A0"))
    document.apply(set_text(document, "said0", "Nobody ever said this."))
    assert "said" in [section.id for section in on_posters(document, map)]
    assert not still_fills(document, lay_out(document, map))


def test_the_check_before_printing_tells_that_a_row_is_not_drawn_again() -> None:
    document, _ = with_thoughts()
    journey_map = document.maps()[0]
    filled = PosterOfMap(document, journey_map, MapOptions(paper="A0", scale="fill"))
    found = [str(finding.sentence) for finding in preflight(document, filled)]
    assert [each for each in found if each.startswith("“Said” is not drawn again")]
    as_it_is = PosterOfMap(document, journey_map, MapOptions(paper="A0", scale="page"))
    assert not [each for each in preflight(document, as_it_is) if "drawn again" in str(each.sentence)]
