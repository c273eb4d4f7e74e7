import pytest

from app.language.spoken import speaking
from app.pages.errors import FormatError
from app.pages.paper import MARGIN, PAPERS, POINTS_PER_MILLIMETRE, fit, page, paper_named


def test_a0_is_841_by_1189_millimetres_either_way_round() -> None:
    assert page("A0", "landscape") == (1189, 841)
    assert page("A0", "portrait") == (841, 1189)
    assert page("A0", "landscape").points == pytest.approx((3370.394, 2383.937), abs=0.001)


def test_american_paper_is_exact_in_inches() -> None:
    assert page("ARCH E", "portrait").points == pytest.approx((36 * 72, 48 * 72))
    assert page("Letter", "portrait").points == pytest.approx((612, 792))


@pytest.mark.parametrize("number", range(5))
def test_each_a_size_is_half_of_the_one_before(number: int) -> None:
    whole, half = paper_named(f"A{number}"), paper_named(f"A{number + 1}")
    assert half.long == whole.short
    assert whole.long is not None
    assert half.short == whole.long // 2


@pytest.mark.parametrize("paper", PAPERS, ids=lambda paper: paper.name)
def test_every_paper_has_a_short_and_a_long_side_and_a_name_of_its_own(paper: object) -> None:
    assert [other for other in PAPERS if other is paper] == [paper]
    assert sum(paper_named(other.name) is paper for other in PAPERS) == 1
    assert all(other.is_roll or other.short < (other.long or 0) for other in PAPERS)


def test_a_paper_is_found_however_its_name_is_written() -> None:
    assert paper_named("arch-e") is paper_named("ARCH E")
    assert paper_named(" a0 ") is paper_named("A0")


def test_an_unknown_paper_is_refused_with_the_ones_that_are_known() -> None:
    with pytest.raises(FormatError, match=r"no paper “A9”.* A0, .*Tabloid"):
        page("A9", "landscape")


@pytest.mark.parametrize(("width", "height"), [(1000.0, 100.0), (100.0, 1000.0), (3.0, 2.0)])
def test_a_drawing_fills_the_page_between_the_margins_in_one_direction_and_is_in_the_middle(
    width: float, height: float
) -> None:
    sheet = page("A3", "landscape")
    found = fit(width, height, sheet)
    right = sheet.points[0] - found.left - width * found.scale
    bottom = sheet.points[1] - found.top - height * found.scale
    assert found.left == pytest.approx(right)
    assert found.top == pytest.approx(bottom)
    assert min(found.left, found.top) == pytest.approx(MARGIN * POINTS_PER_MILLIMETRE)


@pytest.mark.parametrize("width", [610, 841, 914, 1067, 1270, 1524])
def test_a_roll_has_a_width_and_no_end(width: int) -> None:
    assert paper_named(f"roll-{width}") == (f"Roll {width}", width, None)


@pytest.mark.parametrize(
    ("written", "millimetres"),
    [
        ("900x1200", (900, 1200)),
        ("1200 × 900 mm", (900, 1200)),
        ("24x60in", (609.6, 1524)),
        ("90cmx1.2m", (900, 1200)),
        ("50x50000", (50, 50_000)),
    ],
)
def test_a_paper_can_be_of_any_size_in_millimetres_or_inches(
    written: str, millimetres: tuple[float, float]
) -> None:
    assert paper_named(written)[1:] == pytest.approx(millimetres)


@pytest.mark.parametrize("written", ["10x10", "49x100mm", "1x1in", "100x60m", "roll-3", "0x0"])
def test_an_absurd_size_is_refused_with_the_range(written: str) -> None:
    with pytest.raises(FormatError, match=r"out of range: 50 mm to 50 m is possible\."):
        paper_named(written)


@pytest.mark.parametrize("written", ["900x", "axb", "900x12furlongs", "roll-12q", "-5x100"])
def test_what_is_no_size_is_refused_in_a_sentence(written: str) -> None:
    with pytest.raises(FormatError, match=r"\.$"):
        paper_named(written)


def test_a_roll_is_called_and_understood_as_the_language_calls_it() -> None:
    with speaking("de"):
        assert str(paper_named("roll-914").title) == "Rolle 914"
        assert {
            paper_named(typed).name for typed in ("Rolle 914", "rolle-914mm", "Roll 914", "roll-914")
        } == {"Roll 914"}
        assert paper_named("Rolle 700").name == "Roll 700"
        assert str(paper_named("A0").title) == "A0"
