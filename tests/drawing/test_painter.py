"""What a screen is spared, because it could not be seen there."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication

from app.drawing.display import Batch, PlacedText, Rectangles, Texts
from app.drawing.painter import SMALLEST_TEXT, paint
from app.drawing.pieces import READABLE
from app.drawing.text import text_block
from app.drawing.theme import INK, NOTE

SIDE = 200


def painted(batch: Batch, scale: float, ratio: int) -> QImage:
    """A batch on a white screen where each logical pixel is `ratio` × `ratio` real ones."""
    image = QImage(SIDE * ratio, SIDE * ratio, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(ratio)
    image.fill(Qt.GlobalColor.white)
    with QPainter(image) as painter:
        painter.scale(scale, scale)
        paint(painter, (batch,), scale)
    return image


def is_blank(image: QImage) -> bool:
    blank = QImage(image.size(), image.format())
    blank.fill(Qt.GlobalColor.white)
    blank.setDevicePixelRatio(image.devicePixelRatio())
    return image == blank


def test_what_is_too_small_for_a_screen_is_painted_on_a_finer_one(qapp: QApplication) -> None:
    batch = Rectangles([QRectF(10, 10, 200, 200)], fill=INK, seen_from=READABLE)
    assert is_blank(painted(batch, READABLE * 0.6, ratio=1))
    assert not is_blank(painted(batch, READABLE * 0.6, ratio=2))
    assert is_blank(painted(batch, READABLE * 0.4, ratio=2))


def test_text_is_painted_where_its_pixels_suffice_however_few_the_logical_ones(qapp: QApplication) -> None:
    batch = Texts([PlacedText(10, 10, text_block("Waits", NOTE))], INK)
    half_too_small = 0.6 * SMALLEST_TEXT / NOTE.size
    assert is_blank(painted(batch, half_too_small, ratio=1))
    assert not is_blank(painted(batch, half_too_small, ratio=2))
    assert is_blank(painted(batch, half_too_small * 0.6, ratio=2))
