"""Posters and sheets as PDF: pages exactly as large as their paper, drawn as the screen draws them."""

from collections.abc import Callable
from typing import BinaryIO, NamedTuple

from app import __version__
from app.collector import collector_paused
from app.drawing.display import DisplayList
from app.formats.options import ExportOptions
from app.formats.pdf.pdf_file import About, PdfFile
from app.language.spoken import speaking
from app.model.document import Document
from app.pages.deliverables.pages import Pages
from app.pages.drawn_page import DrawnPage, Layer
from app.pages.paper import Page, fit


class Drawing(NamedTuple):
    """What to print: a display list and how large it is, in map units."""

    display_list: DisplayList
    width: float
    height: float


@collector_paused()
def write(document: Document, stream: BinaryIO, options: ExportOptions) -> None:
    """Write what is asked for. Raises FormatError where there is none, or the paper cannot hold it."""
    pages = Pages(document, options.pages, options.report_progress)
    file = PdfFile(stream, about(pages), pages.scale)
    for index in range(pages.count):
        file.add(pages.page(index), _share(options.report_progress, index, pages.count))
    file.close()


def write_poster(stream: BinaryIO, drawing: Drawing, sheet: Page, about: About) -> None:
    """Write a drawing as large as it fits within the margins of one page, in its middle."""
    place = fit(drawing.width, drawing.height, sheet)
    layer = Layer(drawing.display_list, place.scale, place.left, place.top)
    file = PdfFile(stream, about, place.scale)
    file.add(DrawnPage(sheet, 0.0, (layer,), (), about.title))
    file.close()


def about(pages: Pages) -> About:
    """What the file says of itself."""
    with speaking(pages.language):
        return About(pages.title, pages.author, pages.subject, f"Journeywall {__version__}", pages.language)


def _share(report_progress: Callable[[float], None], index: int, count: int) -> Callable[[float], None]:
    """Tells, of the share of a page that is done, the share of all pages."""
    return lambda share: report_progress((index + share) / count)
