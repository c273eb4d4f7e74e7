"""What is on a page of a PDF, read back with PDFium as a stranger would: lines of text, and where signs are.

Places are millimetres from the page's top left corner.
"""

import ctypes
from collections import defaultdict
from collections.abc import Iterator
from math import sqrt
from typing import NamedTuple

import pypdfium2  # type: ignore[import-untyped]
import pypdfium2.raw as pdfium  # type: ignore[import-untyped]

from app.pages.lengths import POINTS_PER_MILLIMETRE

CAPITALS = 0.727
"""The height of Inter's capitals, as a share of its size."""
_SMALL = 60.0
"""Millimetres: what is drawn and no larger is a sign, a face, an icon; else a panel, a note, a line."""


class Area(NamedTuple):
    """A rectangle, in millimetres."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def size(self) -> float:
        """Square millimetres."""
        return max(self.right - self.left, 0) * max(self.bottom - self.top, 0)

    def shared_with(self, other: "Area") -> "Area":
        """What lies in both; its size is 0 where nothing does."""
        return Area(
            max(self.left, other.left),
            max(self.top, other.top),
            min(self.right, other.right),
            min(self.bottom, other.bottom),
        )


class Line(NamedTuple):
    """A line of text as one operator shows it; the height of capitals in millimetres."""

    text: str
    area: Area
    capitals: float


class ReadPage(NamedTuple):
    """A page, read back."""

    width: float
    height: float
    lines: tuple[Line, ...]
    signs: tuple[Area, ...]
    """Where pictures and small drawings are."""


def read_page(content: bytes, number: int = 0) -> ReadPage:
    """One page of a PDF."""
    with pypdfium2.PdfDocument(content) as document:
        page = document[number]
        width, height = page.get_size()
        lines = tuple(_lines(page.get_textpage(), height))
        signs = tuple(_signs(page, height))
    return ReadPage(width / POINTS_PER_MILLIMETRE, height / POINTS_PER_MILLIMETRE, lines, signs)


def page_count(content: bytes) -> int:
    """How many pages a PDF has."""
    with pypdfium2.PdfDocument(content) as document:
        return len(document)


def bounding(areas: Iterator[Area]) -> Area:
    """The smallest area with all of these in it; one without any size where there is none."""
    found = list(areas) or [Area(0, 0, 0, 0)]
    return Area(
        min(area.left for area in found),
        min(area.top for area in found),
        max(area.right for area in found),
        max(area.bottom for area in found),
    )


def _lines(textpage: pypdfium2.PdfTextPage, height: float) -> Iterator[Line]:
    found: dict[int, list[tuple[str, Area]]] = defaultdict(list)
    for index in range(textpage.count_chars()):
        # PDFium adds spaces and ends of lines of its own.
        if pdfium.FPDFText_IsGenerated(textpage, index):
            continue
        box = pdfium.FS_RECTF()
        pdfium.FPDFText_GetLooseCharBox(textpage, index, box)
        address = ctypes.cast(pdfium.FPDFText_GetTextObject(textpage, index), ctypes.c_void_p).value or 0
        # PDFium has a sign of its own for a hyphen at the end of a line.
        hyphen = pdfium.FPDFText_IsHyphen(textpage, index)
        letter = "-" if hyphen else chr(pdfium.FPDFText_GetUnicode(textpage, index))
        found[address].append((letter, _placed(box.left, box.bottom, box.right, box.top, height)))
    for address, letters in found.items():
        text = "".join(letter for letter, _ in letters).strip()
        if text:
            capitals = _size_of(address) * CAPITALS / POINTS_PER_MILLIMETRE
            yield Line(text, bounding(area for _, area in letters), capitals)


def _size_of(address: int) -> float:
    """The size of a text object's font on the page, in points."""
    text_object = ctypes.cast(address, pdfium.FPDF_PAGEOBJECT)
    size, matrix = ctypes.c_float(), pdfium.FS_MATRIX()
    pdfium.FPDFTextObj_GetFontSize(text_object, size)
    pdfium.FPDFPageObj_GetMatrix(text_object, matrix)
    return float(size.value) * sqrt(abs(matrix.a * matrix.d - matrix.b * matrix.c))


def _signs(page: pypdfium2.PdfPage, height: float) -> Iterator[Area]:
    # What a form holds has places of the form's own, so the form is taken as one.
    for drawn in page.get_objects(max_depth=1):
        left, bottom, right, top = drawn.get_bounds()
        area = _placed(left, bottom, right, top, height)
        is_small = max(area.right - area.left, area.bottom - area.top) <= _SMALL
        # A line has next to no area, and would count as a sign where it is short.
        if drawn.type == pdfium.FPDF_PAGEOBJ_IMAGE or (
            drawn.type != pdfium.FPDF_PAGEOBJ_TEXT and is_small and area.size > 1
        ):
            yield area


def _placed(left: float, bottom: float, right: float, top: float, height: float) -> Area:
    unit = POINTS_PER_MILLIMETRE
    return Area(left / unit, (height - top) / unit, right / unit, (height - bottom) / unit)
