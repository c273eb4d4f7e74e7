"""Lines that the bundled fonts cannot show as text: drawn glyph by glyph as Qt drew them.

Outlines are kept in the file once for each glyph; glyphs that are pictures (colour emoji) go in as such.
Over each line lies its text in a font that nobody sees (`pdf_hidden`), to be searched and copied.
"""

from typing import NamedTuple

from PIL import Image
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QGlyphRun, QImage, QPainter, QPainterPath, QRawFont
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase import pdfdoc
from reportlab.pdfgen.canvas import Canvas

from app.drawing.images import grey
from app.drawing.text import TextBlock, TextLine, is_coloured
from app.formats.pdf.pdf_hidden import HiddenText

DOTS_PER_INCH = 300
"""How finely a glyph that is a picture is drawn, at its final size."""
_POINTS_PER_INCH = 72


class _Source(NamedTuple):
    """A font as it is drawn. Its name cannot be asked for: Qt may crash where no font has a character."""

    head: bytes
    """The font file's own table of this name, which holds a checksum of the file; none for a made-up font."""
    size: float
    weight: int
    slant: int


class OutlinedText:
    """Draws lines on a canvas whose units are map units, y downwards. `scale` is points for each of them."""

    def __init__(self, canvas: Canvas, scale: float) -> None:
        self._canvas = canvas
        self._pixels_per_unit = scale * DOTS_PER_INCH / _POINTS_PER_INCH
        self._hidden = HiddenText(canvas)
        self._forms: dict[tuple[_Source, int], str | None] = {}
        self._pictures: dict[tuple[_Source, int, bool], tuple[ImageReader, QRectF]] = {}
        self._coloured: dict[_Source, bool] = {}

    def draw(self, x: float, y: float, line: TextLine, block: TextBlock, is_grey: bool = False) -> None:
        """Draw a line of a block that stands at a place, in the colour that is set; emoji may be grey."""
        for run in line.runs:
            self._draw_run(x, y, run, is_grey)
        self._hidden.write(x, y, line, block)

    def finish(self) -> None:
        """Put what the lines share into the document; to be called before the page ends."""
        self._hidden.finish()

    def _draw_run(self, x: float, y: float, run: QGlyphRun, is_grey: bool) -> None:
        font = run.rawFont()
        source = _Source(
            bytes(font.fontTable("head").data()), font.pixelSize(), font.weight(), font.style().value
        )
        coloured = self._is_coloured(source, run)
        for glyph, place in zip(run.glyphIndexes(), run.positions(), strict=True):
            if coloured:
                self._draw_picture(x + place.x(), y + place.y(), (source, glyph, is_grey), font)
                continue
            form = self._form(source, font, glyph)
            if form is not None:
                self._canvas.addLiteral(f"q 1 0 0 1 {x + place.x():.2f} {y + place.y():.2f} cm")
                self._canvas.doForm(form)
                self._canvas.addLiteral("Q")

    def _is_coloured(self, source: _Source, run: QGlyphRun) -> bool:
        found = self._coloured.get(source)
        if found is None:
            found = self._coloured[source] = is_coloured(run)
        return found

    def _form(self, source: _Source, font: QRawFont, glyph: int) -> str | None:
        """The name of the form that holds a glyph's outline; none for a blank glyph."""
        key = (source, glyph)
        if key not in self._forms:
            path = font.pathForGlyph(glyph)
            self._forms[key] = None if path.isEmpty() else self._new_form(path, is_a_box=not source.head)
        return self._forms[key]

    def _new_form(self, path: QPainterPath, is_a_box: bool) -> str:
        name = f"glyph{len(self._forms)}"
        bounds = path.boundingRect().adjusted(-1, -1, 1, 1)
        form = pdfdoc.PDFFormXObject(bounds.left(), bounds.top(), bounds.right(), bounds.bottom())
        # The box that stands for a character without any font is a frame; fonts' contours may overlap.
        form.setStreamList([_operators(path), "f*" if is_a_box else "f"])
        form.Resources = pdfdoc.PDFResourceDictionary()
        form.compression = 1
        self._canvas._doc.addForm(name, form)
        return name

    def _draw_picture(self, x: float, y: float, key: tuple[_Source, int, bool], font: QRawFont) -> None:
        if key not in self._pictures:
            _, glyph, is_grey = key
            self._pictures[key] = self._picture(font, glyph, is_grey)
        image, place = self._pictures[key]
        where = place.translated(x, y)
        if not where.isEmpty():
            self._canvas.saveState()
            self._canvas.transform(1, 0, 0, -1, where.left(), where.bottom())
            self._canvas.drawImage(image, 0, 0, where.width(), where.height(), mask="auto")
            self._canvas.restoreState()

    def _picture(self, font: QRawFont, glyph: int, is_grey: bool) -> tuple[ImageReader, QRectF]:
        """A glyph as pixels, and where they lie about the glyph's origin."""
        size = font.pixelSize()
        room = QRectF(-size, -2 * size, 4 * size, 4 * size)
        pixels = max(1, round(room.width() * self._pixels_per_unit))
        image = QImage(pixels, pixels, QImage.Format.Format_ARGB32_Premultiplied)
        image.fill(Qt.GlobalColor.transparent)
        run = QGlyphRun()
        run.setRawFont(font)
        run.setGlyphIndexes([glyph])
        run.setPositions([QPointF(0, 0)])
        painter = QPainter(image)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.scale(pixels / room.width(), pixels / room.height())
        painter.translate(-room.topLeft())
        painter.drawGlyphRun(QPointF(0, 0), run)
        painter.end()
        return _cropped(grey(image) if is_grey else image, room)


def _cropped(image: QImage, room: QRectF) -> tuple[ImageReader, QRectF]:
    """The part of a square picture that shows anything, and where it lies in the picture's room."""
    pixels = image.width()
    data = image.convertToFormat(QImage.Format.Format_RGBA8888)
    picture = Image.frombuffer("RGBA", (pixels, pixels), bytes(data.constBits()))
    box = picture.getbbox() or (0, 0, 0, 0)
    unit = room.width() / pixels
    left, top, right, bottom = (edge * unit for edge in box)
    place = QRectF(room.left() + left, room.top() + top, right - left, bottom - top)
    return ImageReader(picture.crop(box) if place.isValid() else picture), place


def _operators(path: QPainterPath) -> str:
    """A glyph's outline as a PDF's path. Qt gives each curve as three elements that follow one another."""
    written: list[str] = []
    curve: list[str] = []
    for index in range(path.elementCount()):
        element = path.elementAt(index)
        point = f"{element.x:.3f} {element.y:.3f}"
        if element.isMoveTo():
            written.append(f"{point} m")
        elif element.isLineTo():
            written.append(f"{point} l")
        else:
            curve.append(point)
            if len(curve) == 3:
                written.append(f"{' '.join(curve)} c")
                curve = []
    return " ".join(written)
