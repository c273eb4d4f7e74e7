"""Deliverables written as PDF and read again."""

from io import BytesIO

import pypdfium2  # type: ignore[import-untyped]

from app.formats.options import ExportOptions
from app.formats.pdf import pdf_writer as pdf
from app.model.document import Document
from app.pages.page_options import PageOptions


def written(document: Document, options: PageOptions) -> bytes:
    stream = BytesIO()
    pdf.write(document, stream, ExportOptions(options))
    return stream.getvalue()


def words(content: bytes) -> list[str]:
    """What stands on each page, with single spaces."""
    with pypdfium2.PdfDocument(content) as read:
        pages = [str(page.get_textpage().get_text_bounded()) for page in read]
    return [" ".join(page.replace("\ufffe", "-").split()) for page in pages]
