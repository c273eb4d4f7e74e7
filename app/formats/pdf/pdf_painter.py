"""Paints a display list into a reportlab canvas, as `app.drawing.painter` paints it on the screen.

Operators are written as text, batch by batch: reportlab's own drawing calls would take most of the time
that a large poster needs.
"""

from collections.abc import Sequence

from reportlab.pdfgen.canvas import Canvas

from app.drawing.display import (
    Batch,
    DisplayList,
    Lines,
    Links,
    Outline,
    Paths,
    Pictures,
    PlacedText,
    Rectangles,
    Stroke,
    Texts,
)
from app.drawing.fonts import FAMILY, family_at_hand
from app.drawing.text import TextLine
from app.drawing.theme import SHEET, Colour, TextStyle
from app.formats.pdf.pdf_faces import face_of
from app.formats.pdf.pdf_outlines import OutlinedText
from app.formats.pdf.pdf_pictures import PdfPictures
from app.formats.pdf.pdf_text import FontInUse

_ARC = 0.5522847498
"""How far the handles of a cubic curve reach that draws a quarter of a circle, for a radius of 1."""


class PdfPainter:
    """Paints on the pages of one file, where the canvas's units are those of the display list, y downwards.

    `finest` is the most points that a unit takes on any page: glyphs that are pictures are made for it once.
    """

    def __init__(self, canvas: Canvas, finest: float) -> None:
        self._canvas = canvas
        self._scale, self._left, self._top = 1.0, 0.0, 0.0
        self._pictures = PdfPictures(canvas)
        self._fonts: dict[tuple[str, float, int], FontInUse | None] = {}
        self._outlined = OutlinedText(canvas, finest)
        self._write = canvas.addLiteral

    def paint(
        self, display_list: DisplayList, scale: float = 1.0, left: float = 0.0, top: float = 0.0
    ) -> None:
        """Paint a list whose units take `scale` of the page's, and whose origin is at a place of the page.

        Links need these, as a PDF knows them by their place on the page alone.
        """
        self._scale, self._left, self._top = scale, left, top
        self._write("1 J 1 j")
        for batch in display_list:
            self._paint(batch)

    def finish(self) -> None:
        """Put what the pages share into the file; to be called before the last page ends."""
        self._outlined.finish()

    def _paint(self, batch: Batch) -> None:
        match batch:
            case Rectangles():
                self._rectangles(batch)
            case Lines():
                self._set_stroke(batch.stroke)
                for line in batch.lines:
                    self._write(f"{line.x1():.2f} {line.y1():.2f} m {line.x2():.2f} {line.y2():.2f} l S")
            case Paths():
                self._paths(batch)
            case Texts():
                self._set_fill(batch.colour)
                if batch.is_turned:
                    self._turned_texts(batch)
                else:
                    self._texts(batch.texts, batch.is_grey)
            case Pictures():
                self._pictures.draw(batch)
            case Links():
                self._links(batch)

    def _rectangles(self, batch: Rectangles) -> None:
        ends = self._set_ends(batch.fill, batch.stroke)
        shapes: dict[tuple[float, float], str] = {}
        for rectangle in batch.rectangles:
            size = (rectangle.width(), rectangle.height())
            shape = shapes.get(size)
            if shape is None:
                shape = shapes[size] = f"{_rounded(*size, batch.radius)} {ends}"
            self._write(f"q 1 0 0 1 {rectangle.x():.2f} {rectangle.y():.2f} cm {shape} Q")

    def _paths(self, batch: Paths) -> None:
        ends = self._set_ends(batch.fill, batch.stroke, even_odd="*")
        shape = f"{_path(batch.outline)} {ends}"
        for place in batch.places:
            self._write(f"q 1 0 0 1 {place.x():.2f} {place.y():.2f} cm {shape} Q")

    def _links(self, batch: Links) -> None:
        for rectangle, address in batch.links:
            left, right = (self._left + x * self._scale for x in (rectangle.left(), rectangle.right()))
            top, bottom = (self._top - y * self._scale for y in (rectangle.top(), rectangle.bottom()))
            self._canvas.linkURL(address, (left, bottom, right, top))

    def _texts(self, texts: Sequence[PlacedText], is_grey: bool) -> None:
        selected: FontInUse | None = None
        for x, y, block in texts:
            font = self._font(block.style)
            if font is None:
                for line in block.lines:
                    self._outlined.draw(x, y, line, block, is_grey)
                selected = None
                continue
            operators = ["BT"]
            if font is not selected:
                operators.append(font.select())
                selected = font
            drawn: list[TextLine] = []
            for line in block.lines:
                shown = font.show(line)
                if shown is None:
                    drawn.append(line)
                elif shown:
                    operators.append(f"1 0 0 -1 {x + line.x:.2f} {y + line.baseline:.2f} Tm {shown}")
            operators.append("ET")
            self._write("\n".join(operators))
            for line in drawn:
                self._outlined.draw(x, y, line, block, is_grey)
                selected = None

    def _turned_texts(self, batch: Texts) -> None:
        for x, y, block in batch.texts:
            self._write(f"q 0 -1 1 0 {x:.2f} {y:.2f} cm")
            self._texts([PlacedText(0, 0, block)], batch.is_grey)
            self._write("Q")

    def _font(self, style: TextStyle) -> FontInUse | None:
        """The font of a style; none where its letters go as outlines."""
        family = family_at_hand(style.family or FAMILY)
        key = (family, style.size, style.weight)
        if key not in self._fonts:
            found = face_of(family, style.weight)
            self._fonts[key] = FontInUse(self._canvas, style, found) if found is not None else None
        return self._fonts[key]

    def _set_ends(self, fill: Colour | None, stroke: Stroke | None, even_odd: str = "") -> str:
        """Set the colours of a shape; returns the operator that ends its path."""
        if fill is not None:
            self._set_fill(fill)
        if stroke is not None:
            self._set_stroke(stroke)
        if fill is not None:
            return ("B" if stroke is not None else "f") + even_odd
        return "S" if stroke is not None else "n"

    def _set_fill(self, colour: Colour) -> None:
        self._write(f"{_components(colour)} rg")

    def _set_stroke(self, stroke: Stroke) -> None:
        dashes = " ".join(f"{length:.3f}" for length in stroke.dashes)
        # Dashes are counted from end to end, so theirs are flat.
        cap = 0 if stroke.dashes else 1
        self._write(f"{_components(stroke.colour)} RG {stroke.width:.3f} w {cap} J [{dashes}] 0 d")


def _components(colour: Colour) -> str:
    # A printer's queue turns a large page into one bitmap for the sake of a single shade that is transparent.
    seen = colour.on(SHEET)
    return f"{seen.red / 255:.4f} {seen.green / 255:.4f} {seen.blue / 255:.4f}"


def _rounded(width: float, height: float, radius: float) -> str:
    """The path of a rectangle at the origin."""
    rx, ry = min(radius, width / 2), min(radius, height / 2)
    if rx <= 0 or ry <= 0:
        return f"0 0 {width:.2f} {height:.2f} re"
    hx, hy = rx * (1 - _ARC), ry * (1 - _ARC)
    right, bottom = width - rx, height - ry
    outline: Outline = (
        ("M", rx, 0),
        ("L", right, 0),
        ("C", width - hx, 0, width, hy, width, ry),
        ("L", width, bottom),
        ("C", width, height - hy, width - hx, height, right, height),
        ("L", rx, height),
        ("C", hx, height, 0, height - hy, 0, bottom),
        ("L", 0, ry),
        ("C", 0, hy, hx, 0, rx, 0),
        ("Z",),
    )
    return _path(outline)


_OPERATORS = {"M": "m", "L": "l", "C": "c", "Z": "h"}


def _path(outline: Outline) -> str:
    return " ".join(
        " ".join((*(f"{number:.2f}" for number in numbers), _OPERATORS[command]))
        for command, *numbers in outline
    )
