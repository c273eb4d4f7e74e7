"""Measured in pictures of the screen: what a room must read has capitals of 1.85 % of its height."""

from collections.abc import Callable, Iterator
from statistics import median

import pytest
from PySide6.QtCore import QPoint, QRectF, QSizeF
from PySide6.QtGui import QImage

from app.drawing.display import Texts
from app.model.document import Document
from app.widgets.room.slide_view import SlideView
from app.widgets.room.stage_pages import content_boxes
from app.widgets.room.writing_foot import WritingFoot
from app.widgets.room.writing_strip import WritingStrip
from app.workshop.slides import Slide
from tests.capitals import glyph_heights, in_capitals
from tests.driver import WindowDriver
from tests.widgets.conftest import sample

LEAST = 0.0185
SCREENS = ((1920, 1080), (1280, 800), (1280, 720))
OpenWindow = Callable[[Document], WindowDriver]
Areas = Iterator[tuple[str, QRectF]]


@pytest.fixture(params=SCREENS, ids=lambda size: "×".join(map(str, size)))
def stage_shown(request: pytest.FixtureRequest, open_window: OpenWindow) -> WindowDriver:
    """The sample with all of its texts in capitals, its second stage lit on a screen of that size."""
    driver = open_window(in_capitals(sample("en")))
    driver.press("F5")
    driver.window.showNormal()
    driver.window.resize(*request.param)
    view = driver.window.presentation.view
    driver.wait_until(lambda: view.size().toTuple() == request.param)
    driver.write("2")
    driver.press("Return")
    driver.wait_until(lambda: not view.is_turning)
    return driver


def too_low(picture: QImage, areas: Areas, height: int) -> dict[str, float]:
    """What in a picture has lower capitals, with their share of its height: most glyphs are capitals."""
    found = {name: glyph_heights(picture, area) for name, area in areas}
    assert [name for name, heights in found.items() if not heights] == []
    shares = {name: median(heights) / height for name, heights in found.items()}
    return {name: share for name, share in shares.items() if share < LEAST}


def test_a_room_reads_what_stands_on_a_lit_stage(stage_shown: WindowDriver) -> None:
    view = stage_shown.window.presentation.view
    slide = stage_shown.window.presentation.show.slide
    assert too_low(view.grab().toImage(), areas_of_slide(view, slide), view.height()) == {}


def test_a_room_reads_what_is_written_on(stage_shown: WindowDriver) -> None:
    stage_shown.press("E")
    height = stage_shown.window.height()
    foot = stage_shown.find(WritingFoot, "Keys while writing")
    stage_shown.wait_until(lambda: foot.geometry().bottom() == height - 1)
    picture = stage_shown.window.grab().toImage()
    assert too_low(picture, areas_of_writing(stage_shown), height) == {}


def areas_of_slide(view: SlideView, slide: Slide) -> Areas:
    """Where what has to be read stands on the slide of a stage."""
    geometry, layout = view.map.geometry, view.map.layout
    scale, sheet, names = geometry.type.scale, geometry.sheet, geometry.names
    column = layout.column_of(slide.stage or "")
    assert column is not None
    top = sheet.top() + geometry.margin
    header = [batch for batch in view.map.headers.alone(column.stage.id) if isinstance(batch, Texts)]
    placed = [text for batch in header for text in batch.texts]
    for name, (x, y, block) in zip(("stage", "how long it takes"), placed, strict=True):
        place = (sheet.left() + (x - column.x) * scale, top + y * scale)
        yield name, QRectF(*place, block.width * scale, block.height * scale)
    high = geometry.header_bottom(layout) - top
    yield "whose journey", QRectF(names.width() * 0.5, 0, names.width() * 0.48, high / 2)
    for piece, top in geometry.tops(layout, view.map.pages(column.stage.id)[slide.page]):
        left = names.left() + 60 * scale
        yield (
            piece.row.section.name,
            QRectF(left, top + 4, names.right() - left - 4, piece.height * scale - 8),
        )
        for id, box in content_boxes(piece.row, column):
            if piece.row.section.section_kind == "notes":
                place = (
                    sheet.left() + (box.left() - column.x) * scale,
                    top + (box.top() - piece.top) * scale,
                )
                yield id, within(QRectF(*place, box.width() * scale, box.height() * scale))
    foot = view.map.foot.adjusted(0, 2, 0, 0)
    yield "the way", foot.adjusted(foot.height() * 3.6, 0, -foot.width() / 2, 0)
    yield "the time", foot.adjusted(foot.width() * 0.93, 0, 0, 0)


def areas_of_writing(driver: WindowDriver) -> Areas:
    """Where what has to be read stands while a map is written on."""
    canvas, strip = driver.canvas, driver.find(WritingStrip, "Writing")
    corner = canvas.viewport().mapTo(driver.window, QPoint())

    def seen(area: QRectF) -> QRectF:
        placed = canvas.mapFromScene(area).boundingRect().translated(corner)
        return QRectF(placed)

    layout = canvas.shown.layout
    row, column = layout.rows[0], layout.columns[1]
    name = QRectF(column.x + 30, layout.stages.y + 4, column.width - 60, layout.stages_height - 8)
    yield "stage", seen(name)
    yield "section", seen(QRectF(60, row.y + 4, layout.sizes.section_column - 66, row.height - 8))
    for id, box in content_boxes(row, column):
        yield id, within(seen(box.translated(0, row.y)))
    at, height = strip.mapTo(driver.window, QPoint()), strip.height()
    yield "section written on", QRectF(at.x() + height * 1.1, at.y() + 6, strip.width() * 0.4, height - 12)
    first = strip.word.translated(at)
    yield "the word", QRectF(first.topLeft(), QSizeF(first.height() * 0.75, first.height()))
    foot = driver.find(WritingFoot, "Keys while writing")
    at, high = foot.mapTo(driver.window, QPoint()), foot.height()
    yield "the armed colour", QRectF(at.x() + high * 1.25, at.y() + high * 0.2, high * 1.5, high * 0.6)
    yield "the time", QRectF(at.x() + foot.width() * 0.93, at.y() + 2, foot.width() * 0.06, high - 4)


def within(note: QRectF) -> QRectF:
    """A note without its rounded corners and its shadow."""
    return note.adjusted(6, 6, -6, -6)
