"""A poster that is as large as so many sheets hold, and where these are cut."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRectF

from app.drawing.sections.emotional_graph.graph_body import GraphBody
from app.formats.templates import template
from app.language.spoken import speaking
from app.model.document import Document
from app.pages.errors import FormatError
from app.pages.poster.pages import PosterOfMap
from app.pages.poster.plan import plan
from app.pages.poster.poster_options import MapOptions
from app.pages.poster.sheet_count import SheetCount, sheet_count
from app.publishing.preflight import preflight
from tests.maps import without_key_points

pytestmark = pytest.mark.usefixtures("qapp")

COUNTS = st.builds(SheetCount, st.integers(1, 6), st.integers(1, 6))
SIDES = st.floats(200, 40_000)


@pytest.fixture(scope="module")
def sample() -> Document:
    """Without key points, which make its legend wider than one sheet of many."""
    return without_key_points(template("pizzeria"))


def poster(document: Document, **options: object) -> PosterOfMap:
    return PosterOfMap(document, document.maps()[0], MapOptions.model_validate(options))


@given(COUNTS, SIDES, SIDES, st.lists(st.tuples(SIDES, SIDES), max_size=20))
def test_it_never_takes_more_sheets_and_is_as_large_as_these_hold(
    count: SheetCount, width: float, height: float, places: list[tuple[float, float]]
) -> None:
    blocks = [QRectF(x % width, y % height, 150, 100) for x, y in places]
    found = plan(width, height, MapOptions(sheets=str(count)), blocks)
    assert found.columns <= count.columns
    assert found.rows <= count.rows
    fewer = plan(width, height, MapOptions(sheets=str(count)))
    assert 0.87 * fewer.scale <= found.scale <= fewer.scale * 1.0001


@pytest.mark.parametrize("written", ["4x3", " 4 X 3 ", "4×3", "4 × 3"])
def test_a_count_is_read_however_it_is_written(written: str) -> None:
    assert sheet_count(written) == "4x3"


@pytest.mark.parametrize("written", ["", "4", "x3", "0x3", "4x31", "four by three", "4x3x2"])
def test_what_is_no_count_is_refused_in_a_sentence(written: str, sample: Document) -> None:
    with pytest.raises(FormatError):
        sheet_count(written)
    if written:
        with pytest.raises(FormatError):
            poster(sample, sheets=written)


def test_sheets_are_of_a4_where_no_paper_is_named(sample: Document) -> None:
    made = poster(sample, sheets="4x3", scale="page")
    assert (made.plan.page.width, made.plan.page.height) == (297, 210)
    assert made.plan.margin == 10
    larger = poster(sample, sheets="4x3", tile="A3", scale="page")
    assert larger.scale > 1.3 * made.scale


@pytest.mark.parametrize("count", ["2x2", "3x3", "4x3", "5x4"])
@pytest.mark.parametrize("fit", ["page", "fill"])
def test_no_sheet_ends_within_a_quote_a_mark_or_the_legend(sample: Document, count: str, fit: str) -> None:
    made = poster(sample, sheets=count, scale=fit)
    blocks: list[QRectF] = []
    for row in made.layout.rows:
        if isinstance(row.body, GraphBody):
            words = (*row.body.words.quotes, *row.body.words.marks)
            blocks += (rectangle.translated(0, row.y) for _, rectangle, _ in words)
    assert blocks
    blocks += [each for each in made.arrangement.blocks if each.top() > made.layout.legend.y]
    for sheet in made.plan.sheets:
        for block in blocks:
            assert not block.left() + 1 < sheet.across.seam < block.right() - 1
            assert not block.top() + 1 < sheet.down.seam < block.bottom() - 1


def test_what_fewer_sheets_would_save_is_said_and_is_so(sample: Document) -> None:
    made = poster(sample, sheets="6x4", scale="page")
    (finding,) = [
        each for each in preflight(sample, made) if each.kind == "pages" and each.remedy is not None
    ]
    with speaking("en"):
        sentence = str(finding.sentence)
    assert finding.remedy is not None
    smaller = poster(sample, **{**dict(made.options), **dict(finding.remedy.options)})
    saved = len(made.plan.sheets) - len(smaller.plan.sheets)
    share = round(smaller.scale / made.scale * 100)
    assert f"at {share} % of this size would save {saved} sheets" in sentence
