"""The poster and the picture, from the document to the bytes."""

import io
from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QImage, QPainter
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from app.drawing.display import DisplayList, Rectangles, Texts
from app.drawing.fonts import FONT_FILES
from app.drawing.qt_values import colour
from app.drawing.text import remembered_block
from app.formats.options import ExportOptions
from app.formats.pdf import pdf_writer as pdf
from app.formats.png import png_writer as png
from app.pages.paper import fit, page
from app.pages.poster.arrangement import arrange
from app.pages.poster.poster_options import MapOptions
from app.resources import resource
from benchmarks.ground import Ground
from benchmarks.line import Goal, Line, Pair
from benchmarks.measuring import timed

PICTURE = 8_000
"""Pixels of the picture's longer side."""


@contextmanager
def _poster(ground: Ground) -> Iterator[Pair]:
    document = ground.document()
    display_list = ground.layout.display_list()

    def ours() -> float:
        remembered_block.cache_clear()
        return timed(lambda: pdf.write(document, io.BytesIO(), ExportOptions()))()

    for weight, name in FONT_FILES.items():
        pdfmetrics.registerFont(TTFont(f"Bench-{weight}", str(resource("fonts", name))))
    yield Pair(ours, timed(lambda: _bare_reportlab(display_list, ground.layout.width, ground.layout.height)))


def _bare_reportlab(display_list: DisplayList, width: float, height: float) -> None:
    sheet = page("A0", "landscape")
    place = fit(width, height, sheet)
    canvas = Canvas(io.BytesIO(), pagesize=sheet.points, pageCompression=1)
    canvas.translate(place.left, place.top)
    canvas.scale(place.scale, place.scale)
    for batch in display_list:
        if isinstance(batch, Rectangles) and batch.fill:
            canvas.setFillColorRGB(*(channel / 255 for channel in batch.fill[:3]), alpha=batch.fill.alpha)
            for one in batch.rectangles:
                bottom = height - one.bottom()
                canvas.roundRect(one.x(), bottom, one.width(), one.height(), batch.radius, stroke=0, fill=1)
        elif isinstance(batch, Texts):
            canvas.setFillColorRGB(*(channel / 255 for channel in batch.colour[:3]))
            for x, y, block in batch.texts:
                canvas.setFont(f"Bench-{block.style.weight}", block.style.size)
                for line in block.lines:
                    canvas.drawString(x + line.x, height - y - line.baseline, line.text)
    canvas.showPage()
    canvas.save()


@contextmanager
def _picture(ground: Ground) -> Iterator[Pair]:
    document, layout = ground.document(), ground.layout
    display_list = layout.display_list()
    size = (layout.width, layout.height)
    yield Pair(
        timed(lambda: png.picture_of(arrange(document, layout, MapOptions()).views, *size, PICTURE)),
        timed(lambda: _bare_painter(display_list, *size)),
    )


def _bare_painter(display_list: DisplayList, width: float, height: float) -> None:
    scale = PICTURE / max(width, height)
    image = QImage(round(width * scale), round(height * scale), QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(scale, scale)
    for batch in display_list:
        if isinstance(batch, Rectangles) and batch.fill:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour(batch.fill))
            for rectangle in batch.rectangles:
                painter.drawRoundedRect(rectangle, batch.radius, batch.radius)
        elif isinstance(batch, Texts):
            painter.setPen(colour(batch.colour))
            for x, y, block in batch.texts:
                for run in block.runs:
                    painter.drawGlyphRun(QPointF(x, y), run)
    painter.end()


LINES = (
    Line("poster", "poster A0", "bare reportlab loop: the same rectangles and lines", _poster, Goal(2.5)),
    Line("picture", "PNG 8,000 px, painting", "QPainter loop into one QImage", _picture, Goal(1.5)),
)
