"""Key points on a map: the strip under its title, and their numbers at what they speak of."""

import pytest
from PySide6.QtCore import QRectF

from app.drawing.culling import all_text_bounds
from app.drawing.display import DisplayList, Rectangles, Texts
from app.drawing.key_point_discs import labels_of
from app.drawing.layout import MapLayout, lay_out
from app.drawing.shown import EVERYTHING
from app.drawing.sizes import USUAL, Sizes
from app.drawing.theme import PANEL, STRIP
from app.formats.json import json_project as json
from app.model.analysis.proposed_key_points import proposals, take
from app.model.document import Document
from app.model.records import RoleSizes
from app.model.verbs.editing import delete
from app.model.verbs.key_points import Places, add_key_point
from app.pages.composition.compose import compose
from app.pages.poster.arrangement import arrange
from app.pages.poster.poster_options import MapOptions
from app.resources import resource
from tests.maps import without_key_points

MAP = "dinner"
ON_PAPER = Sizes.of(RoleSizes())


@pytest.fixture
def document() -> Document:
    with resource("templates", "pizzeria.json").open("rb") as stream:
        return without_key_points(json.read_document(stream))


@pytest.fixture
def led(document: Document) -> Document:
    for proposal in proposals(document, MAP)[:4]:
        document.apply(take(document, MAP, proposal))
    return document


def said(drawn: DisplayList) -> list[str]:
    return [
        line.text.strip()
        for batch in drawn
        if isinstance(batch, Texts)
        for placed in batch.texts
        for line in placed.block.lines
    ]


def discs(layout: MapLayout) -> list[str]:
    return sorted(
        text for sign in layout.signs if sign.name == "key-point" for text in said(sign.display_list)
    )


def height_of_title(document: Document, sizes: Sizes = ON_PAPER) -> float:
    return lay_out(document, MAP, sizes=sizes).stages.y


def test_a_map_without_key_points_has_neither_strip_nor_numbers(document: Document) -> None:
    before = lay_out(document, MAP)
    document.apply(add_key_point(document, MAP, "  "))
    after = lay_out(document, MAP)
    assert after.stages.y == before.stages.y
    assert discs(after) == []
    assert "key-point" not in after.legend_content.signs


@pytest.mark.parametrize("sizes", [USUAL, ON_PAPER], ids=("as on the screen", "as on paper"))
def test_the_strip_says_each_key_point_between_title_and_stages(led: Document, sizes: Sizes) -> None:
    layout = lay_out(led, MAP, sizes=sizes)
    words = " ".join(said(layout.title))
    for key_point in led.key_points(MAP):
        assert key_point.text.replace("\xa0", " ") in words.replace("\xa0", " ")
        assert key_point.evidence.replace("\xa0", " ") in words.replace("\xa0", " ")
    assert all(bounds.bottom() < layout.stages.y for bounds in all_text_bounds(layout.title))


@pytest.mark.parametrize("sizes", [USUAL, ON_PAPER], ids=("as on the screen", "as on paper"))
def test_the_strip_and_the_legend_reach_as_far_as_the_sections_do(led: Document, sizes: Sizes) -> None:
    layout = lay_out(led, MAP, sizes=sizes)
    for drawn, fill in ((layout.title, STRIP), (layout.legend.display_list, PANEL)):
        (panel,) = (one for one in drawn if isinstance(one, Rectangles) and one.fill == fill)
        assert [(area.left(), area.right()) for area in panel.rectangles] == [(0, layout.width)]


def test_a_key_point_has_its_number_at_each_place_it_speaks_of(led: Document) -> None:
    # The lowest point and its two pains; two moments; peak, fall and its pain; the idea.
    assert discs(lay_out(led, MAP, sizes=ON_PAPER)) == ["1"] * 3 + ["2"] * 2 + ["3"] * 3 + ["4"]


def test_the_numbers_on_the_sample_cover_no_words(led: Document) -> None:
    led.apply(compose(led, MAP, "A0"))
    layout = lay_out(led, MAP, for_paper=True)
    numbers = [
        bounds
        for sign in layout.signs
        if sign.name == "key-point"
        for bounds in all_text_bounds(sign.display_list)
    ]
    words = [
        bounds.translated(0, row.y)
        for row in layout.rows
        for piece in row.body.pieces(row.height)
        for bounds in all_text_bounds(piece.display_list)
    ]
    assert numbers
    for number in numbers:
        middle = number.center()
        disc = QRectF(middle.x() - 14, middle.y() - 14, 28, 28)
        assert not any(disc.intersects(bounds) for bounds in words)


def test_a_number_goes_with_the_note_that_it_stood_at(led: Document) -> None:
    led.apply(delete(led, ["light-sign"]))
    layout = lay_out(led, MAP, sizes=ON_PAPER)
    assert "4" not in discs(layout)


def test_the_legend_explains_the_numbers_only_where_there_are_any(document: Document) -> None:
    document.apply(add_key_point(document, MAP, "Friday is not Monday."))
    assert "key-point" not in lay_out(document, MAP).legend_content.signs
    document.apply(add_key_point(document, MAP, "Light it.", places=Places(notes=("light-sign",))))
    assert "key-point" in lay_out(document, MAP).legend_content.signs


def test_key_points_can_be_left_off(led: Document, document: Document) -> None:
    sizes = ON_PAPER._replace(shown=EVERYTHING._replace(key_points=False))
    layout = lay_out(led, MAP, sizes=sizes)
    assert discs(layout) == []
    assert "key-point" not in layout.legend_content.signs
    assert height_of_title(led, sizes) < height_of_title(led)


def test_a_layout_that_is_kept_follows_an_edited_key_point(led: Document) -> None:
    before = lay_out(led, MAP)
    led.apply(add_key_point(led, MAP, "Friday is not Monday."))
    after = lay_out(led, MAP, before)
    assert after.display_list() == lay_out(led, MAP).display_list()
    assert "Friday is not Monday." in " ".join(said(after.title))


def test_what_is_composed_with_key_points_is_as_high_as_its_sheet(led: Document) -> None:
    led.apply(compose(led, MAP, "A0"))
    layout = lay_out(led, MAP, for_paper=True)
    assert layout.width / layout.height == pytest.approx((1189 - 40) / (841 - 40), rel=0.01)


@pytest.mark.parametrize("sizes", [USUAL, ON_PAPER], ids=("as on the screen", "as on paper"))
def test_a_number_stands_at_the_header_of_a_stage_over_no_words(document: Document, sizes: Sizes) -> None:
    stages = [stage.id for stage in document.stages(MAP)]
    for number in range(2):
        document.apply(add_key_point(document, MAP, f"Point {number}", places=Places(stages=tuple(stages))))
    layout = lay_out(document, MAP, sizes=sizes)
    [sign] = [sign for sign in layout.signs if sign.name == "key-point"]
    assert sorted(said(sign.display_list)) == ["1"] * len(stages) + ["2"] * len(stages)
    assert "key-point" in layout.legend_content.signs
    names = [
        bounds.translated(layout.stages.x, layout.stages.y)
        for bounds in all_text_bounds(layout.stages.display_list)
    ]
    for disc in all_text_bounds(sign.display_list):
        assert not any(disc.adjusted(-8, -4, 8, 4).intersects(name) for name in names)
        assert layout.column_at(disc.center().x()) is not None


def test_many_numbers_at_one_place_share_a_disc(document: Document) -> None:
    point = document.points("emotions", "arrival")[0].id
    for number in range(1, 8):
        places = Places(notes=("dark-sign",), points=(point,) if number != 5 else ())
        document.apply(add_key_point(document, MAP, f"Point {number}", places=places))
    layout = lay_out(document, MAP, sizes=ON_PAPER)
    assert discs(layout) == ["1–4, 6, 7", "1–7"]
    numbers = [
        bounds.adjusted(-8, 0, 8, 0)
        for sign in layout.signs
        if sign.name == "key-point"
        for bounds in all_text_bounds(sign.display_list)
    ]
    assert not any(number.intersects(bounds) for number in numbers for bounds in words_of_notes(layout))


def words_of_notes(layout: MapLayout) -> list[QRectF]:
    return [
        bounds.translated(0, row.y)
        for row in layout.rows
        for piece in row.body.pieces(row.height)
        for bounds in all_text_bounds(piece.display_list)
    ]


@pytest.mark.parametrize(
    ("numbers", "expected"),
    [([2], ["2"]), ([3, 1], ["1", "3"]), ([1, 2, 3, 4], ["1–4"]), ([1, 2, 4, 6, 7, 8], ["1, 2, 4, 6–8"])],
)
def test_numbers_that_follow_each_other_are_said_in_short(numbers: list[int], expected: list[str]) -> None:
    assert labels_of(numbers) == expected


def test_the_number_at_a_stage_goes_along_into_the_bands_of_a_poster(document: Document) -> None:
    stage = document.stages(MAP)[5].id
    document.apply(add_key_point(document, MAP, "Light it.", places=Places(stages=(stage,))))
    layout = lay_out(document, MAP, for_paper=True)
    arranged = arrange(document, layout, MapOptions(map=MAP, bands=2))
    headers = [view for view in arranged.views if "1" in said(view.display_list)]
    assert any("Leave" in " ".join(said(view.display_list)) for view in headers)
