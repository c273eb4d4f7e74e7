"""No sheet of a poster that is put together from several ends within words, or within a note.

Read back from the PDFs, as they are printed. What is larger than a sheet is the one exception.
"""

from io import BytesIO
from itertools import pairwise

import pytest

from app.drawing.culling import all_text_bounds
from app.drawing.display import shifted
from app.formats.options import ExportOptions
from app.formats.pdf.pdf_writer import write
from app.formats.templates import SAMPLE, template
from app.model.document import Document
from app.pages.lengths import POINTS_PER_MILLIMETRE
from app.pages.poster.pages import PosterOfMap
from app.pages.poster.plan import Plan, Sheet, cut_through
from app.pages.poster.poster_options import TILE_MARGIN, MapOptions
from tests.wall.wall_maps import NAMES, wall_map
from tools.wall.page import Area, ReadPage, page_count, read_page

pytestmark = [
    pytest.mark.usefixtures("qapp"),
    pytest.mark.slow("composes, writes and reads back many sheets"),
]
TILED, COUNTED = MapOptions(scale="fill", tile="A4"), MapOptions(scale="fill", sheets="4x3")
BLUEPRINT = "service-blueprint"
_NEAR = 0.5
"""Millimetres that the box around a line may lie over an edge: letters seldom fill it."""


def project(name: str) -> Document:
    return wall_map(name) if name in NAMES else template(name)


def sheets_of(document: Document, options: MapOptions) -> list[ReadPage]:
    """The sheets of a poster, without the page that tells how to put them together."""
    stream = BytesIO()
    write(document, stream, ExportOptions(pages=options))
    content = stream.getvalue()
    return [read_page(content, number) for number in range(1, page_count(content))]


def cut_lines(poster: PosterOfMap, pages: list[ReadPage]) -> list[str]:
    """The lines that go on behind the right or the lower end of what a sheet shows.

    Over the other ends a sheet's neighbour lies.
    """
    both = zip(poster.plan.sheets, pages, strict=True)
    return [
        line.text for sheet, page in both for line in page.lines if _is_cut(line.area, sheet, poster.plan)
    ]


def _is_cut(area: Area, sheet: Sheet, plan: Plan) -> bool:
    right, bottom = (
        sheet.x(sheet.across.end, plan.scale) / POINTS_PER_MILLIMETRE,
        sheet.y(sheet.down.end, plan.scale) / POINTS_PER_MILLIMETRE,
    )
    is_larger = area.right - area.left > plan.page.width - 2 * TILE_MARGIN - TILED.overlap
    begins = area.left < right - _NEAR and area.top < bottom - _NEAR
    return begins and not is_larger and (area.right > right + _NEAR or area.bottom > bottom + _NEAR)


def cut_boxes(poster: PosterOfMap) -> int:
    """How many notes, entries, points and words are cut by seams, by the plan."""
    return cut_through(poster.plan, poster.arrangement.blocks)


def stands_whole_on_sheets(name: str, options: MapOptions) -> bool:
    document = project(name)
    poster = PosterOfMap(document, document.maps()[0], options)
    assert cut_boxes(poster) == 0
    assert cut_lines(poster, sheets_of(document, options)) == []
    return True


def test_the_measure_sees_what_is_cut() -> None:
    """Of a poster that is not composed for its sheets."""
    document, small = wall_map("hotel-stay"), MapOptions(scale=2.0, tile="A4")
    assert cut_lines(PosterOfMap(document, document.maps()[0], small), sheets_of(document, small))


def test_no_sheet_ends_within_words_or_notes() -> None:
    assert stands_whole_on_sheets("hotel-stay", TILED)
    assert stands_whole_on_sheets("hotel-stay", COUNTED)


@pytest.mark.parametrize("name", ["software-purchase", "knee-surgery"])
def test_what_stands_over_and_under_a_map_is_whole_on_its_sheets(name: str) -> None:
    """Also a long title, and the cards of two personas."""
    document = wall_map(name)
    poster = PosterOfMap(document, document.maps()[0], COUNTED)
    layout, seams = poster.layout, poster.layout.sizes.seams
    legend = shifted(layout.legend.display_list, layout.legend.x, layout.legend.y)
    words = [*all_text_bounds(layout.title), *all_text_bounds(legend)]
    cards = [box.rectangle for box in layout.personas]
    assert len(seams) == 3
    assert not [each for each in (*words, *cards) for seam in seams if each.left() < seam < each.right()]
    for begin, end in pairwise((0.0, *seams, layout.width)):
        assert any(begin <= each.left() < end and each.top() < layout.stages.y for each in words)
        assert any(begin <= each.left() < end and each.top() > layout.legend.y for each in words)


@pytest.mark.parametrize("name", ["choir", "insurance-claim"])
def test_no_sheet_of_a_poster_that_fills_its_paper_is_cut_short(name: str) -> None:
    """Neither of few notes, nor of some that are as high as a sheet."""
    document = wall_map(name)
    plan = PosterOfMap(document, document.maps()[0], TILED).plan
    side = plan.page.width - 2 * plan.margin, plan.page.height - 2 * plan.margin
    last, unit = plan.sheets[-1], plan.scale / POINTS_PER_MILLIMETRE
    assert (last.across.end - last.across.start) * unit >= 0.93 * side[0]
    assert (last.down.end - last.down.start) * unit >= 0.93 * side[1]
    assert max(sheet.across.end for sheet in plan.sheets) * unit <= 1189
    assert max(sheet.down.end for sheet in plan.sheets) * unit <= 841


def test_so_many_sheets_are_filled() -> None:
    """Nothing is made smaller for the sake of what would be cut."""
    document = wall_map("hotel-stay")
    plan = PosterOfMap(document, document.maps()[0], COUNTED).plan
    last = plan.sheets[-1]
    assert (plan.columns, plan.rows) == (4, 3)
    assert last.across.end * plan.scale >= 0.97 * 1078 * POINTS_PER_MILLIMETRE
    assert last.down.end * plan.scale >= 0.97 * 550 * POINTS_PER_MILLIMETRE


@pytest.mark.long("lays every map on sheets")
@pytest.mark.parametrize("options", [TILED, COUNTED], ids=["tiled", "counted"])
@pytest.mark.parametrize("name", [SAMPLE, BLUEPRINT, *NAMES])
def test_no_sheet_of_any_map_ends_within_words_or_notes(name: str, options: MapOptions) -> None:
    assert stands_whole_on_sheets(name, options)
