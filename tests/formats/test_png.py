from io import BytesIO

import numpy
import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from app.drawing.display import Rectangles
from app.drawing.layout import lay_out
from app.drawing.painter import paint
from app.drawing.theme import NOTE_FILLS
from app.formats.options import ExportOptions
from app.formats.png.png_file import write_png
from app.formats.png.png_options import LONGER_SIDE, PngOptions
from app.formats.png.png_writer import picture, write
from app.formats.templates import template
from app.pages.errors import FormatError
from app.pages.poster.pages import PosterOfMap
from app.pages.poster.poster_options import MapOptions
from app.publishing.preflight import preflight
from tests.formats.drawings import Drawing

pytestmark = pytest.mark.usefixtures("qapp")

YELLOW = QColor(*NOTE_FILLS["yellow"][:3])
HALF_YELLOW = Drawing((Rectangles([QRectF(0, 0, 100, 100)], NOTE_FILLS["yellow"]),), 200, 100)


def test_a_picture_has_the_drawings_proportions_and_the_chosen_longer_side() -> None:
    image = picture(*HALF_YELLOW)
    assert (image.width(), image.height()) == (LONGER_SIDE, LONGER_SIDE // 2)
    assert picture(*HALF_YELLOW, longer_side=300).width() == 300


def test_the_sample_is_written_as_a_picture_of_its_whole_sheet() -> None:
    document = template("pizzeria")
    layout = lay_out(document, document.maps()[0].id)
    stream = BytesIO()
    write(document, stream, ExportOptions())
    image = QImage.fromData(stream.getvalue())
    assert image.width() == LONGER_SIDE
    assert image.height() == pytest.approx(LONGER_SIDE * layout.height / layout.width, abs=1)
    assert image.text("Title") == document.maps()[0].title


def test_a_picture_shows_the_drawing_on_white() -> None:
    image = picture(*HALF_YELLOW, longer_side=400)
    assert image.pixelColor(199, 199) == YELLOW
    assert image.pixelColor(200, 0) == QColor("white")


@pytest.mark.parametrize("pixels", [20_000, 16_385])
def test_a_picture_that_is_too_large_is_refused_with_the_memory_it_would_take(pixels: int) -> None:
    drawing = Drawing((), 100, 10)
    with pytest.raises(FormatError, match=r"too large: .* MB of memory"):
        picture(*drawing, longer_side=pixels)


def test_progress_is_told_while_it_is_painted_and_written() -> None:
    told: list[float] = []
    write(template("pizzeria"), BytesIO(), ExportOptions(report_progress=told.append))
    assert told == sorted(told)
    assert told[-1] == 1
    assert len([share for share in told if 0 < share < 0.4]) > 5
    assert len([share for share in told if 0.4 < share < 1]) > 20


def test_what_is_raised_meanwhile_ends_the_work() -> None:
    def stop(share: float) -> None:
        if share > 0.5:
            raise KeyboardInterrupt

    stream = BytesIO()
    with pytest.raises(KeyboardInterrupt):
        write(template("pizzeria"), stream, ExportOptions(report_progress=stop))
    assert not stream.getvalue().endswith(b"IEND\xaeB`\x82")


@pytest.mark.parametrize("size", [(1, 1), (1, 200), (333, 65), (64, 64)])
def test_a_file_holds_every_pixel_of_its_picture(size: tuple[int, int]) -> None:
    image = QImage(*size, QImage.Format.Format_RGB32)
    for x in range(image.width()):
        for y in range(image.height()):
            image.setPixelColor(x, y, QColor((x * 7) % 256, (y * 5) % 256, (x + y) % 256))
    stream = BytesIO()
    write_png(stream, image, "Zürich – 東京", 300)
    read = QImage.fromData(stream.getvalue())
    assert read.convertToFormat(QImage.Format.Format_RGB32) == image
    assert read.text("Title") == "Zürich – 東京"
    assert read.dotsPerMeterX() == pytest.approx(300 / 0.0254, abs=1)


def test_the_dots_of_a_picture_are_those_of_its_size_on_paper() -> None:
    stream = BytesIO()
    write(template("pizzeria"), stream, ExportOptions(MapOptions(paper="A4"), PngOptions(dots_per_inch=200)))
    image = QImage.fromData(stream.getvalue())
    assert image.width() == pytest.approx((297 - 30) / 25.4 * 200, abs=1)
    assert image.dotsPerMeterX() == pytest.approx(200 / 0.0254, rel=0.001)


def test_the_memory_that_a_picture_takes_is_told_before() -> None:
    document = template("pizzeria")

    def told(options: PngOptions) -> tuple[str, bool]:
        part = PosterOfMap(document, document.maps()[0], MapOptions(scale="page"))
        (finding,) = (one for one in preflight(document, part, format=options) if one.kind == "size")
        return str(finding.sentence), finding.is_warning

    sentence, is_warning = told(PngOptions(pixels=8_000))
    assert sentence == "As a PNG it has 8,000 × 4,763 pixels, and takes 152 MB of memory."
    assert not is_warning
    sentence, is_warning = told(PngOptions(dots_per_inch=2_400))
    assert "is too large" in sentence
    assert "1 to 16,384 pixels" in sentence
    assert is_warning


def test_a_picture_looks_as_the_canvas_does_at_the_same_size() -> None:
    """Exactly: both are painted by the same painter, and the canvas shows all text of this size."""
    document = template("pizzeria")
    layout = lay_out(document, document.maps()[0].id, for_paper=True)
    stream = BytesIO()
    write(document, stream, ExportOptions(format=PngOptions(pixels=3_000)))
    image = QImage.fromData(stream.getvalue()).convertToFormat(QImage.Format.Format_RGB32)
    expected = QImage(image.size(), QImage.Format.Format_RGB32)
    expected.fill(QColor("white"))
    scale = image.width() / layout.width
    with QPainter(expected) as painter:
        painter.scale(scale, scale)
        for part in layout.parts(layout.rectangle):
            painter.translate(part.x, part.y)
            paint(painter, part.display_list, scale)
            painter.translate(-part.x, -part.y)
    pixels = [numpy.frombuffer(bytes(one.constBits()), numpy.uint32) for one in (image, expected)]
    assert (pixels[0] != pixels[1]).mean() < 0.0001
