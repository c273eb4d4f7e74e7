"""The poster as PDF: one map on one page, exactly as large as the paper, drawn as the screen draws it."""

from typing import BinaryIO, NamedTuple

from reportlab import rl_config
from reportlab.pdfgen.canvas import Canvas

from app import __version__
from app.drawing.display import DisplayList
from app.drawing.layout import lay_out
from app.formats.format import ExportOptions
from app.formats.headless import ensure_gui
from app.formats.paper import Page, fit, page
from app.formats.pdf_painter import PdfPainter
from app.formats.pdf_text import FIRST_FONT, register_fonts
from app.model.document import Document

# Binary streams instead of letters and digits: a fifth smaller, and faster to write.
rl_config.useA85 = 0

LANGUAGE = "en"
"""Of the words that Journeywall itself puts on a poster."""


class About(NamedTuple):
    """What a PDF says about itself."""

    title: str
    author: str = ""
    subject: str = ""


class Drawing(NamedTuple):
    """What to print: a display list and how large it is, in map units."""

    display_list: DisplayList
    width: float
    height: float


def write(document: Document, stream: BinaryIO, options: ExportOptions) -> None:
    """Write one map as a poster. Raises FormatError where there is none, or where the paper is not known."""
    sheet = page(options.paper, options.orientation)
    journey_map = options.chosen_map(document)
    ensure_gui()
    layout = lay_out(document, journey_map.id)
    drawing = Drawing(layout.display_list(), layout.width, layout.height)
    name = document.project.name
    write_poster(stream, drawing, sheet, About(journey_map.title, name, f"Customer journey map of {name}"))


def write_poster(stream: BinaryIO, drawing: Drawing, sheet: Page, about: About) -> None:
    """Write a drawing as large as it fits within the margins of one page, in its middle."""
    canvas = _canvas(stream, sheet, about)
    place = fit(drawing.width, drawing.height, sheet)
    top = sheet.points[1] - place.top
    canvas.addLiteral(f"{place.scale:.8f} 0 0 {-place.scale:.8f} {place.left:.5f} {top:.5f} cm")
    PdfPainter(canvas, place.scale).paint(drawing.display_list)
    canvas.showPage()
    canvas.save()


def _canvas(stream: BinaryIO, sheet: Page, about: About) -> Canvas:
    register_fonts()
    canvas = Canvas(
        stream,
        pagesize=sheet.points,
        pageCompression=1,
        invariant=1,  # The same map gives the same file, byte by byte.
        initialFontName=FIRST_FONT,  # Or Helvetica is listed, which is not embedded.
        lang=LANGUAGE,
    )
    canvas.setTitle(about.title)
    canvas.setAuthor(about.author)
    canvas.setSubject(about.subject)
    canvas.setCreator(f"Journeywall {__version__}")
    return canvas
