"""The fonts of a PDF: bundled ones from their files, installed ones from what Qt has of them.

Of an installed font a subset goes into the file where its licence bit (OS/2 `fsType`) allows that and
reportlab can read it; else its letters go as outlines, with invisible text over them.
"""

import struct
from functools import lru_cache
from hashlib import sha256
from io import BytesIO

from PySide6.QtGui import QRawFont
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFError, TTFont

from app.drawing.fonts import BUNDLED, FAMILY, FONT_FILES
from app.drawing.text import font
from app.drawing.theme import TextStyle
from app.resources import resource

_TABLES = (
    *("OS/2", "cmap", "cvt ", "fpgm", "glyf", "head", "hhea", "hmtx", "loca", "maxp", "name", "post", "prep"),
)
"""What reportlab wants of a font whose outlines are TrueType's."""
_RESTRICTED, _BITMAPS_ALONE, _NO_SUBSETS = 0x0002, 0x0200, 0x0100


class Face:
    """A font as reportlab has it: glyphs and advances by character."""

    def __init__(self, found: TTFont) -> None:
        self.font = found
        pdfmetrics.registerFont(found)
        self.glyphs: dict[int, int] = found.face.charToGlyph
        widths = found.face.charWidths
        # Some readers, PDFium among them, cut off fractions: so the file holds none.
        self.advances: dict[int, int] = {code: round(width) for code, width in widths.items()}
        found.face.charWidths = self.advances

    def glyph(self, character: str) -> int | None:
        # reportlab writes four hexadecimal digits where a PDF says which character a glyph is.
        return self.glyphs.get(ord(character)) if character <= "\uffff" else None


def face(weight: int) -> Face:
    """The program's own font of a weight."""
    found = face_of(FAMILY, weight)
    assert found is not None
    return found


@lru_cache(maxsize=64)
def face_of(family: str, weight: int) -> Face | None:
    """A font by its family; none where a PDF can have no part of it."""
    if family in BUNDLED:
        return _bundled(_nearest(BUNDLED[family], weight))
    data = _file_of(QRawFont.fromFont(font(TextStyle(100, weight, family=family))))
    return _installed(data) if data is not None else None


@lru_cache(maxsize=16)
def _bundled(file: str) -> Face:
    return Face(TTFont(file.removesuffix(".ttf"), str(resource("fonts", file))))


@lru_cache(maxsize=16)
def _installed(data: bytes) -> Face | None:
    """Several weights may be one font, which must be in a PDF once."""
    try:
        return Face(TTFont(f"installed-{sha256(data).hexdigest()[:16]}", BytesIO(data)))
    except (TTFError, struct.error, ValueError, KeyError, IndexError):
        return None


def register_fonts() -> None:
    """Let reportlab know the font that a page begins with."""
    face(400)


def may_be_embedded(os2: bytes) -> bool:
    """Whether a font's licence bits let a subset of its outlines go into a file."""
    if len(os2) < 10:
        return False
    bits: int = struct.unpack_from(">H", os2, 8)[0]
    is_restricted = bits & 0x000E == _RESTRICTED
    return not is_restricted and not bits & (_BITMAPS_ALONE | _NO_SUBSETS)


def _nearest(files: dict[int, str], weight: int) -> str:
    """The file of a weight; of two as near the bolder, as Qt takes for what is bold."""
    return files[min(files, key=lambda known: (abs(known - weight), -known))]


def _file_of(raw: QRawFont) -> bytes | None:
    """A font file made of the tables that Qt gives; none where it may not, or cannot, be embedded."""
    found = {tag: bytes(raw.fontTable(tag).data()) for tag in (*_TABLES, "fvar")}
    if not found["glyf"] or not found["loca"] or found["fvar"] or not may_be_embedded(found["OS/2"]):
        return None
    tables = sorted((tag, data) for tag, data in found.items() if data)
    start = 12 + 16 * len(tables)
    entries, body = [], b""
    for tag, data in tables:
        padded = data + b"\0" * (-len(data) % 4)
        total = sum(struct.unpack(f">{len(padded) // 4}L", padded)) & 0xFFFFFFFF
        entries.append(struct.pack(">4sLLL", tag.encode("ascii"), total, start + len(body), len(data)))
        body += padded
    power = len(tables).bit_length() - 1
    head = struct.pack(
        ">LHHHH", 0x00010000, len(tables), 16 << power, power, 16 * (len(tables) - (1 << power))
    )
    return head + b"".join(entries) + body


FIRST_FONT = FONT_FILES[400].removesuffix(".ttf")
