"""Drawings made by hand, to be written as files."""

from typing import BinaryIO, NamedTuple

from PySide6.QtCore import QLineF, QPointF, QRectF

from app.drawing.display import DisplayList, Lines, Paths, PlacedText, Rectangles, Stroke, Texts
from app.drawing.text import text_block
from app.drawing.theme import ACCENT, CURVE_LOW, INK, NOTE, NOTE_FILLS, SHADOW_NEAR, TextStyle
from app.formats.pdf.pdf_file import About, PdfFile
from app.pages.drawn_page import DrawnPage, Layer
from app.pages.paper import Page, fit


class Drawing(NamedTuple):
    """What to print: a display list and how large it is, in map units."""

    display_list: DisplayList
    width: float
    height: float


KERNED = "AVATAR To. We. office efficient fjord"
STYLES = (NOTE, TextStyle(34, 600, "centre", 1.15), TextStyle(20, 700, "right"), TextStyle(54, 500))


def write_poster(stream: BinaryIO, drawing: Drawing, sheet: Page, about: About) -> None:
    """Write a drawing as large as it fits within the margins of one page, in its middle."""
    place = fit(drawing.width, drawing.height, sheet)
    layer = Layer(drawing.display_list, place.scale, place.left, place.top)
    file = PdfFile(stream, about, place.scale)
    file.add(DrawnPage(sheet, 0.0, (layer,), (), about.title))
    file.close()


def written(*texts: str, width: float = 400, style: TextStyle = NOTE) -> Drawing:
    """Texts one below the other."""
    y = 10.0
    placed: list[PlacedText] = []
    for text in texts:
        placed.append(PlacedText(20, y, text_block(text, style, width)))
        y += placed[-1].block.height + 10
    return Drawing((Texts(placed, INK),), width + 40, y)


def of_thick_lines() -> Drawing:
    """Ends and corners so large that their form can be seen."""
    corner = (("M", 0.0, 0.0), ("L", 100.0, 0.0), ("L", 100.0, 100.0))
    display_list: DisplayList = (
        Lines([QLineF(60, 50, 140, 50)], Stroke(ACCENT, 80)),
        Paths(corner, [QPointF(60, 160)], stroke=Stroke(INK, 80)),
        Lines([QLineF(220, 50, 220, 250)], Stroke(ACCENT, 40, (60, 30))),
    )
    return Drawing(display_list, 260, 320)


def of_everything() -> Drawing:
    """Every kind of primitive, in colours that let others shine through."""
    notes = [QRectF(20 + 260 * column, 20, 216, 162) for column in range(4)]
    arch = (("M", 0.0, 0.0), ("C", 60.0, 0.0, 120.0, 60.0, 120.0, 120.0), ("L", 0.0, 120.0), ("Z",))
    hollow = (
        *(("M", 0.0, 0.0), ("L", 120.0, 0.0), ("L", 120.0, 120.0), ("L", 0.0, 120.0), ("Z",)),
        *(("M", 30.0, 30.0), ("L", 90.0, 30.0), ("L", 90.0, 90.0), ("L", 30.0, 90.0), ("Z",)),
    )
    display_list: DisplayList = (
        Rectangles([note.translated(6, 14) for note in notes], SHADOW_NEAR._replace(alpha=0.5), radius=9),
        Rectangles(notes, NOTE_FILLS["yellow"], Stroke(INK, 3), radius=40),
        Rectangles([QRectF(0, 200, 1060, 60)], CURVE_LOW),
        Lines([QLineF(30, 300, 1000, 340), QLineF(30, 340, 1000, 340)], Stroke(ACCENT, 16, (48, 24))),
        Lines([QLineF(30, 380, 1000, 420)], Stroke(ACCENT, 20)),
        Paths(arch, [QPointF(30, 450), QPointF(800, 450)], NOTE_FILLS["green"], Stroke(INK, 8)),
        Paths(hollow, [QPointF(600, 450)], INK),
        Paths(arch, [QPointF(400, 450)], stroke=Stroke(CURVE_LOW._replace(alpha=0.4), 24)),
        Texts(
            [PlacedText(note.x() + 18, note.y() + 18, text_block(KERNED, NOTE, 180)) for note in notes], INK
        ),
    )
    return Drawing(display_list, 1060, 620)
