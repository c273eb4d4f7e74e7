"""A PDF of any number of pages: their boxes, layers and bookmarks, and what the file says of itself."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import BinaryIO, NamedTuple

from reportlab import rl_config
from reportlab.pdfbase import pdfdoc
from reportlab.pdfgen.canvas import Canvas

from app.drawing.display import Batch, Texts
from app.formats.pdf.pdf_faces import FIRST_FONT, register_fonts
from app.formats.pdf.pdf_painter import PdfPainter
from app.language.catalogues import ENGLISH
from app.pages.drawn_page import DrawnPage, Layer
from app.pages.lengths import POINTS_PER_MILLIMETRE

# Binary streams instead of letters and digits: a fifth smaller, and faster to write.
rl_config.useA85 = 0

LONGEST_SIDE = 14_400
"""Units of a page's side that readers must be able to show; larger pages have larger units."""
_AT_ONCE = 500
"""Texts that are written between one word of progress and the next."""


class About(NamedTuple):
    """What a PDF says about itself."""

    title: str
    author: str = ""
    subject: str = ""
    creator: str = "Journeywall"
    language: str = ENGLISH


class PdfFile:
    """Pages are written one after the other, and the file at its end. `finest`: see PdfPainter."""

    def __init__(self, stream: BinaryIO, about: About, finest: float) -> None:
        self._canvas = _canvas(stream, about)
        self._painter = PdfPainter(self._canvas, finest)
        self._page_began = False
        self._bookmarks = 0

    def add(self, page: DrawnPage, report_progress: Callable[[float], None] = lambda share: None) -> None:
        """Add a page. `report_progress` hears which share of it is done."""
        canvas = self._canvas
        if self._page_began:
            self._end_page()
        self._page_began = True
        width, height = page.page.points
        bleed = page.bleed * POINTS_PER_MILLIMETRE
        self._unit = _user_unit(max(width, height) + 2 * bleed)
        canvas.setPageSize(((width + 2 * bleed) / self._unit, (height + 2 * bleed) / self._unit))
        if bleed:
            inset = bleed / self._unit
            outer = (0.0, 0.0, canvas._pagesize[0], canvas._pagesize[1])
            canvas.setBleedBox(outer)
            canvas.setTrimBox((inset, inset, outer[2] - inset, outer[3] - inset))
        top = height + bleed
        for bookmark in page.bookmarks:
            self._bookmark(bookmark.title, bookmark.level, bleed + bookmark.x, top - bookmark.y)
        parts = [part for layer in page.layers for part in _parts(layer)]
        for number, part in enumerate(parts, 1):
            self._paint(part, bleed, top)
            report_progress(number / len(parts))

    def close(self) -> None:
        """Write the file."""
        self._painter.finish()
        self._end_page()
        self._canvas.save()

    def _paint(self, layer: Layer, left: float, top: float) -> None:
        canvas, unit = self._canvas, self._unit
        scale, left, top = layer.scale / unit, (left + layer.left) / unit, (top - layer.top) / unit
        canvas.saveState()
        canvas.addLiteral(f"{scale:.8f} 0 0 {-scale:.8f} {left:.5f} {top:.5f} cm")
        if layer.clip is not None:
            clip = layer.clip
            canvas.addLiteral(f"{clip.x():.3f} {clip.y():.3f} {clip.width():.3f} {clip.height():.3f} re W n")
        self._painter.paint(layer.display_list, scale, left, top)
        canvas.restoreState()

    def _bookmark(self, title: str, level: int, x: float, y: float) -> None:
        self._bookmarks += 1
        key = f"place{self._bookmarks}"
        self._canvas.bookmarkPage(key, fit="XYZ", left=round(x / self._unit, 2), top=round(y / self._unit, 2))
        self._canvas.addOutlineEntry(title, key, level)

    def _end_page(self) -> None:
        self._canvas.showPage()
        if self._unit != 1:
            page = self._canvas._doc.Pages.pages[-1]
            # reportlab writes the entries of a page that this list names.
            page.__NoDefault__ = [*pdfdoc.PDFPage.__NoDefault__, "UserUnit"]
            page.UserUnit = self._unit


def _parts(layer: Layer) -> Iterator[Layer]:
    """A layer in parts that are written in no time, so that progress can be told and work be stopped."""
    rest: list[Batch] = []
    for batch in layer.display_list:
        if not isinstance(batch, Texts) or len(batch.texts) <= _AT_ONCE:
            rest.append(batch)
            continue
        yield layer._replace(display_list=tuple(rest))
        rest = []
        for start in range(0, len(batch.texts), _AT_ONCE):
            some = replace(batch, texts=batch.texts[start : start + _AT_ONCE])
            yield layer._replace(display_list=(some,))
    yield layer._replace(display_list=tuple(rest))


def _user_unit(longest: float) -> float:
    """How many points a unit of the page is: 1, or as many as keep the page's sides in range."""
    return 1 if longest <= LONGEST_SIDE else -(-longest // LONGEST_SIDE)


def _canvas(stream: BinaryIO, about: About) -> Canvas:
    register_fonts()
    canvas = Canvas(
        stream,
        pageCompression=1,
        invariant=1,  # The same map gives the same file, byte by byte.
        initialFontName=FIRST_FONT,  # Or Helvetica is listed, which is not embedded.
        lang=about.language.replace("_", "-"),
        pdfVersion=(1, 6),
    )
    canvas.setTitle(about.title)
    canvas.setAuthor(about.author)
    canvas.setSubject(about.subject)
    canvas.setCreator(about.creator)
    canvas.setViewerPreference("DisplayDocTitle", "true")
    canvas.setViewerPreference("PrintScaling", "None")
    return canvas
