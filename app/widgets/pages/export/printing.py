"""Prints pages through the system's dialog, from the same layers as the PDF."""

from collections.abc import Callable, Generator

from PySide6.QtCore import QMarginsF, QRectF, QSizeF
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QWidget

from app.language.phrases import tr
from app.pages.deliverables.pages import Pages
from app.pages.page_painter import paint_page
from app.pages.paper import Page

_POINTS_PER_INCH = 72


Steps = Generator[float, None, str]
"""Printing page by page: yields how far it is, 0 … 1, and returns a sentence on how it went."""


def ask_printer(parent: QWidget, pages: Pages, then: Callable[[Steps], object]) -> QPrintDialog:
    """Open the system's dialog; `then` is given the steps of printing when that is wanted."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(pages.title or tr("Journey map"))
    set_page(printer, pages.page(0).page)
    dialog = QPrintDialog(printer, parent)
    dialog.setMinMax(1, pages.count)
    dialog.accepted.connect(lambda: then(printing(printer, pages)))
    dialog.finished.connect(dialog.deleteLater)
    QDialog.open(dialog)  # Its own wants a slot by its name.
    return dialog


def printing(printer: QPrinter, pages: Pages) -> Steps:
    """Print the pages that the printer was asked for. Closed half-way, it asks the printer to forget them."""
    first, last = printer.fromPage() or 1, printer.toPage() or pages.count
    set_page(printer, pages.page(first - 1).page)
    painter = QPainter()
    if not painter.begin(printer):
        return tr("The printer cannot be used; is it connected and switched on?")
    last = min(last, pages.count)
    resolution = printer.resolution() / _POINTS_PER_INCH
    try:
        for index in range(first - 1, last):
            page = pages.page(index)
            if index >= first:
                set_page(printer, page.page)
                printer.newPage()
            width, height = page.page.points
            paint_page(painter, page, resolution, QRectF(0, 0, width * resolution, height * resolution))
            yield (index + 2 - first) / (last + 1 - first)
    except GeneratorExit:
        printer.abort()
        raise
    finally:
        painter.end()
    return tr("The pages are on their way to the printer.")


def set_page(printer: QPrinter, page: Page) -> None:
    """Have the printer take paper of a size, whose margins the poster has already."""
    # A size is upright for Qt, and turned by the orientation.
    upright = QSizeF(min(page), max(page))
    orientation = (
        QPageLayout.Orientation.Landscape if page.width > page.height else QPageLayout.Orientation.Portrait
    )
    size = QPageSize(upright, QPageSize.Unit.Millimeter, "", QPageSize.SizeMatchPolicy.FuzzyMatch)
    printer.setPageLayout(QPageLayout(size, orientation, QMarginsF(0, 0, 0, 0)))
    printer.setFullPage(True)
