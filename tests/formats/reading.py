"""Reads a PDF back with PDFium, as a stranger would: its page, its lines of text, its fonts."""

import ctypes
from collections.abc import Iterator
from itertools import groupby
from typing import NamedTuple

import pypdfium2  # type: ignore[import-untyped]
import pypdfium2.raw as pdfium  # type: ignore[import-untyped]
from PIL.Image import Image


class ReadLine(NamedTuple):
    """What one text operator shows. Points from the page's bottom left corner."""

    text: str
    x: float
    baseline: float
    width: float
    font: str
    embedded: bool


class _Character(NamedTuple):
    text_object: int
    text: str
    x: float
    baseline: float
    right: float


class ReadPdf:
    """A PDF of one page."""

    def __init__(self, content: bytes) -> None:
        with pypdfium2.PdfDocument(content) as document:
            self.pages = len(document)
            self.about = document.get_metadata_dict()
            page = document[0]
            self.box = page.get_mediabox()
            self.images = sum(1 for _ in page.get_objects([pdfium.FPDF_PAGEOBJ_IMAGE]))
            self.lines = tuple(lines_of(page.get_textpage()))

    def find(self, text: str) -> ReadLine:
        """The one line that reads like this."""
        (line,) = (line for line in self.lines if line.text == text)
        return line


def rendered(content: bytes, scale: float) -> Image:
    """The page as pixels: `scale` of them to a point."""
    with pypdfium2.PdfDocument(content) as document:
        image: Image = document[0].render(scale=scale).to_pil()
    return image.convert("RGB")


def lines_of(textpage: pypdfium2.PdfTextPage, left_to_right: bool = False) -> Iterator[ReadLine]:
    """What each text operator of a page shows, in PDFium's order or from left to right.

    PDFium takes lines of neighbours on one height for one line. Where one of them runs from right to left it
    puts the others in another order, and their last signs before their words.
    """
    for address, group in groupby(_characters(textpage), key=lambda character: character.text_object):
        characters = list(group)
        if left_to_right:
            characters.sort(key=lambda character: character.x)
        first, last = characters[0], characters[-1]
        font = pdfium.FPDFTextObj_GetFont(ctypes.cast(address, pdfium.FPDF_PAGEOBJECT))
        name = ctypes.create_string_buffer(200)
        pdfium.FPDFFont_GetBaseFontName(font, name, len(name))
        yield ReadLine(
            "".join(character.text for character in characters),
            first.x,
            first.baseline,
            last.right - first.x,
            name.value.decode("ascii"),
            bool(pdfium.FPDFFont_GetIsEmbedded(font)),
        )


def _characters(textpage: pypdfium2.PdfTextPage) -> Iterator[_Character]:
    """The characters that the page holds, without those that PDFium adds between them."""
    for index in range(textpage.count_chars()):
        if pdfium.FPDFText_IsGenerated(textpage, index):
            continue
        x, y, box = ctypes.c_double(), ctypes.c_double(), pdfium.FS_RECTF()
        pdfium.FPDFText_GetCharOrigin(textpage, index, x, y)
        pdfium.FPDFText_GetLooseCharBox(textpage, index, box)
        address = ctypes.cast(pdfium.FPDFText_GetTextObject(textpage, index), ctypes.c_void_p).value or 0
        # PDFium has a sign of its own for a hyphen at the end of a line.
        hyphen = pdfium.FPDFText_IsHyphen(textpage, index)
        text = "-" if hyphen else chr(pdfium.FPDFText_GetUnicode(textpage, index))
        yield _Character(address, text, x.value, y.value, box.right)
