"""Posters and sheets as PDF: pages exactly as large as their paper, drawn as the screen draws them."""

from collections.abc import Callable
from typing import BinaryIO

from app import __version__
from app.collector import collector_paused
from app.formats.options import ExportOptions
from app.formats.pdf.pdf_file import About, PdfFile
from app.language.spoken import speaking
from app.model.document import Document
from app.pages.deliverables.pages import Pages


@collector_paused()
def write(document: Document, stream: BinaryIO, options: ExportOptions) -> None:
    """Write what is asked for. Raises FormatError where there is none, or the paper cannot hold it."""
    pages = Pages(document, options.pages, options.report_progress)
    file = PdfFile(stream, about(pages), pages.scale)
    for index in range(pages.count):
        file.add(pages.page(index), _share(options.report_progress, index, pages.count))
    file.close()


def about(pages: Pages) -> About:
    """What the file says of itself."""
    with speaking(pages.language):
        return About(pages.title, pages.author, pages.subject, f"Journeywall {__version__}", pages.language)


def _share(report_progress: Callable[[float], None], index: int, count: int) -> Callable[[float], None]:
    """Tells, of the share of a page that is done, the share of all pages."""
    return lambda share: report_progress((index + share) / count)
