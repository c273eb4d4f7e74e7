from io import BytesIO

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage

from app.drawing.display import Rectangles
from app.drawing.layout import lay_out
from app.drawing.theme import NOTE_FILLS
from app.formats.format import ExportOptions, FormatError
from app.formats.pdf import Drawing
from app.formats.png import LONGER_SIDE, picture, write
from app.formats.templates import template

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
