import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from PySide6.QtCore import QRectF

from app.pages.errors import FormatError
from app.pages.lengths import POINTS_PER_MILLIMETRE
from app.pages.paper import PAPERS
from app.pages.poster.page_marks import register_marks
from app.pages.poster.plan import Plan, Sheet, plan
from app.pages.poster.poster_options import MapOptions

sizes = st.floats(min_value=300, max_value=8_000)
notes = st.lists(
    st.builds(
        lambda column, row, height: QRectF(column * 234 + 10, row * 250 + 10, 216, height),
        st.integers(min_value=0, max_value=12),
        st.integers(min_value=0, max_value=8),
        st.floats(min_value=100, max_value=232),
    ),
    max_size=40,
)
tiled = st.builds(
    MapOptions,
    tile=st.sampled_from(["A4", "A3", "Letter", "Tabloid"]),
    overlap=st.floats(min_value=0, max_value=40),
    scale=st.floats(min_value=0.3, max_value=1.5),
)


def on_a_sheet(found: Plan, x: float, y: float) -> int:
    """On how many sheets a place of the poster is seen once they are cut and put together."""
    return sum(
        sheet.across.seam <= x < sheet.across.end and sheet.down.seam <= y < sheet.down.end
        for sheet in found.sheets
    )


@given(sizes, sizes, tiled, st.floats(min_value=0, max_value=0.999), st.floats(min_value=0, max_value=0.999))
def test_every_place_of_the_poster_is_seen_on_exactly_one_sheet(
    width: float, height: float, options: MapOptions, x: float, y: float
) -> None:
    assert on_a_sheet(plan(width, height, options), x * width, y * height) == 1


@given(sizes, sizes, tiled, notes)
def test_what_a_sheet_shows_lies_within_its_margins(
    width: float, height: float, options: MapOptions, blocks: list[QRectF]
) -> None:
    found = plan(width, height, options, blocks)
    page_width, page_height = found.page.points
    inset = found.margin * POINTS_PER_MILLIMETRE - 1e-3
    for sheet in found.sheets:
        assert sheet.left >= inset
        assert sheet.top >= inset
        assert sheet.x(sheet.across.end, found.scale) <= page_width - inset
        assert sheet.y(sheet.down.end, found.scale) <= page_height - inset


@given(sizes, sizes, tiled)
def test_the_marks_of_neighbours_lie_on_the_same_places_of_the_poster(
    width: float, height: float, options: MapOptions
) -> None:
    found = plan(width, height, options)
    for sheet in found.sheets:
        for other in found.sheets:
            if (other.column, other.row) == (sheet.column + 1, sheet.row):
                assert other.across.seam == sheet.across.end
                assert sheet.across.end in marked(found, sheet)
                assert other.across.seam in marked(found, other)
                shared = (sheet.across.end - other.across.start) * found.scale
                assert shared == pytest.approx(options.overlap * POINTS_PER_MILLIMETRE)


def marked(found: Plan, sheet: Sheet) -> "Near":
    return Near(
        [sheet.across.start + (at.x() - sheet.left) / found.scale for at in register_marks(found, sheet)]
    )


class Near(list[float]):
    """Numbers that a rounding error may be in."""

    def __contains__(self, number: object) -> bool:
        return any(number == pytest.approx(one, abs=1e-6) for one in self)


@given(notes, st.sampled_from([0.5, 0.8, 1.0]), st.sampled_from(["A4", "Letter", "A3"]))
def test_no_note_is_cut_where_gaps_run_through_the_map(blocks: list[QRectF], scale: float, tile: str) -> None:
    """Notes of true size are smaller than any sheet, and here none stands in another's row or column."""
    assume(blocks)
    found = plan(13 * 234, 9 * 250, MapOptions(tile=tile, scale=scale), blocks)
    for sheet in found.sheets:
        for block in blocks:
            assert not block.left() < sheet.across.end < block.right()
            assert not block.top() < sheet.down.end < block.bottom()


@pytest.mark.parametrize("paper", [paper.name for paper in PAPERS])
@pytest.mark.parametrize("orientation", ["landscape", "portrait"])
def test_a_map_as_large_as_it_fits_takes_one_page_of_the_chosen_paper(paper: str, orientation: str) -> None:
    options = MapOptions(paper=paper, orientation=orientation)  # type: ignore[arg-type]
    found = plan(4304, 2744, options)
    (sheet,) = found.sheets
    known = next(one for one in PAPERS if one.name == paper)
    across = sheet.window.width() * found.scale / POINTS_PER_MILLIMETRE
    down = sheet.window.height() * found.scale / POINTS_PER_MILLIMETRE
    if known.is_roll:
        along, width = sorted((found.page.width, found.page.height), reverse=orientation == "landscape")
        assert {known.short} <= {along, width}
    else:
        assert sorted(found.page) == [known.short, known.long]
    assert across <= found.page.width - 30 + 1e-6
    assert down <= found.page.height - 30 + 1e-6
    assert across == pytest.approx(found.page.width - 30) or down == pytest.approx(found.page.height - 30)


def test_the_length_of_a_roll_follows_the_map() -> None:
    short = plan(2000, 1000, MapOptions(paper="roll-914"))
    long = plan(4000, 1000, MapOptions(paper="roll-914"))
    assert short.page.height == long.page.height == 914
    assert long.page.width - 30 == pytest.approx(2 * (short.page.width - 30))


def test_true_size_is_a_point_for_each_unit_and_takes_more_pages_where_it_must() -> None:
    found = plan(4304, 2744, MapOptions(paper="A0", scale=1.0))
    assert (found.scale, found.columns, found.rows) == (1.0, 2, 2)
    assert [sheet.label for sheet in found.sheets] == ["A1", "B1", "A2", "B2"]
    assert not plan(3000, 2000, MapOptions(paper="A0", scale=1.0)).is_tiled


def test_sheets_are_turned_so_that_fewer_are_needed() -> None:
    assert plan(500, 1500, MapOptions(tile="A4", scale=1)).page == (210, 297)
    assert plan(700, 1000, MapOptions(tile="A4", scale=1)).page == (297, 210)


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (MapOptions(paper="A5", margin=74), "leave nothing"),
        (MapOptions(tile="A5", overlap=90, scale=1), "more than half of a sheet"),
        (MapOptions(tile="roll-914"), "not from a roll"),
        (MapOptions(tile="A5", scale=20), "sheets; choose larger sheets or a smaller scale"),
    ],
)
def test_what_cannot_be_is_refused_with_what_can(options: MapOptions, said: str) -> None:
    with pytest.raises(FormatError, match=said):
        plan(43_040, 27_440, options)


def test_a_roll_that_would_be_longer_than_any_is_refused() -> None:
    with pytest.raises(
        FormatError, match=r"up to 50 m is possible\. Choose a smaller scale, or more bands\."
    ):
        plan(200_000, 1_000, MapOptions(paper="roll-1524"))
