"""Text that nobody sees, over lines that are drawn: it lets a PDF be searched, copied and read aloud.

The bundled fonts lack its characters. So its font is a blank of Inter in which every code stands for some
characters and a width, as a PDF's table of codes and Unicode may say freely.
"""

import unicodedata
from collections.abc import Iterator
from typing import NamedTuple, cast

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextLayout, QTextLine, QTextOption
from reportlab.pdfbase import pdfdoc
from reportlab.pdfgen.canvas import Canvas

from app.drawing.text import UNBOUNDED, TextBlock, TextLine, font
from app.drawing.theme import TextStyle
from app.formats.pdf.pdf_faces import face

_RESOURCE = "Hidden"
_NAME = "HIDDEN+Inter-Regular"
_BLANK = 1
"""The glyph of the space in a font that holds nothing else."""
_MOST_CODES = 0xFFFF
_UNIT = 2
"""Bytes of a UTF-16 code unit: Qt counts characters in these."""


class _Cluster(NamedTuple):
    """Characters that a reader takes for one, in big-endian UTF-16, and where they begin in their line."""

    characters: bytes
    x: float


class HiddenText:
    """The hidden text of one PDF."""

    def __init__(self, canvas: Canvas) -> None:
        self._canvas = canvas
        self._codes: dict[tuple[bytes, int], int] = {}

    def write(self, x: float, y: float, line: TextLine, block: TextBlock) -> None:
        """Write a line of a block that stands at a place, as one text with its characters in visual order."""
        if not line.text:
            return
        size = round(block.style.size)
        clusters = sorted(
            _clusters(line.text, block.style, _is_right_to_left(block.text)), key=lambda found: found.x
        )
        ends = [cluster.x for cluster in clusters[1:]] + [line.width]
        codes = [
            self._code(cluster.characters, round((end - cluster.x) / size * 1000))
            for cluster, end in zip(clusters, ends, strict=True)
        ]
        shown = "".join(f"{code:04X}" for code in codes)
        place = f"1 0 0 -1 {x + line.x:.2f} {y + line.baseline:.2f} Tm"
        self._canvas.addLiteral(f"BT /{_RESOURCE} {size} Tf 3 Tr {place} <{shown}>Tj 0 Tr ET")

    def finish(self) -> None:
        """Put the font into the document, if any line needs it."""
        if self._codes:
            document = self._canvas._doc
            document.idToObject["BasicFonts"].dict[_RESOURCE] = document.Reference(
                _font(document, self._codes)
            )

    def _code(self, characters: bytes, width: int) -> int:
        key = (characters, width)
        if key not in self._codes and len(self._codes) >= _MOST_CODES:
            return 0
        return self._codes.setdefault(key, len(self._codes) + 1)


def _clusters(text: str, style: TextStyle, right_to_left: bool) -> Iterator[_Cluster]:
    """Where each cluster of a line begins. Clusters that share a glyph come as one."""
    layout = QTextLayout(text, font(style))
    option = QTextOption(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute)
    option.setWrapMode(QTextOption.WrapMode.NoWrap)
    option.setUseDesignMetrics(True)
    option.setTextDirection(
        Qt.LayoutDirection.RightToLeft if right_to_left else Qt.LayoutDirection.LeftToRight
    )
    layout.setTextOption(option)
    layout.beginLayout()
    line = layout.createLine()
    line.setLineWidth(UNBOUNDED)
    layout.endLayout()
    encoded = text.encode("utf-16-be")
    pending = b""
    x: float | None = None
    for start, end in _bounds(line, len(encoded) // _UNIT):
        found = _left(line, start, end)
        if found is not None and x is not None:
            yield _Cluster(pending, x)
            pending = b""
        pending += encoded[start * _UNIT : end * _UNIT]
        x = found if found is not None else x
    if pending:
        yield _Cluster(pending, x or 0.0)


def _bounds(line: QTextLine, length: int) -> Iterator[tuple[int, int]]:
    """Where Qt lets a cursor stand, from each place to the next."""
    starts = [index for index in range(length) if _cursor(line, index) == index]
    starts = starts if starts[:1] == [0] else [0, *starts]
    return zip(starts, [*starts[1:], length], strict=True)


def _cursor(line: QTextLine, index: int) -> int:
    """The place of a cursor that is to stand at an index, which may be the next one after it."""
    # Its stub forgets that it returns both where the cursor is drawn and its index.
    _, place = cast("tuple[float, int]", line.cursorToX(index))
    return place


def _left(line: QTextLine, start: int, end: int) -> float | None:
    """The left end of the glyphs of some characters; none where they have no glyph of their own."""
    places = [place.x() for run in line.glyphRuns(start, end - start) for place in run.positions()]
    return min(places) if places else None


def _is_right_to_left(text: str) -> bool:
    """Whether a text's first letter with a direction is one of Hebrew, Arabic or the like."""
    for character in text:
        direction = unicodedata.bidirectional(character)
        if direction in ("L", "R", "AL"):
            return direction != "L"
    return False


def _font(document: pdfdoc.PDFDocument, codes: dict[tuple[bytes, int], int]) -> pdfdoc.PDFDictionary:
    descendant = pdfdoc.PDFDictionary(
        {
            "Type": "/Font",
            "Subtype": "/CIDFontType2",
            "BaseFont": f"/{_NAME}",
            "CIDSystemInfo": "<< /Registry (Adobe) /Ordering (Identity) /Supplement 0 >>",
            "FontDescriptor": face(400).font.face.addSubsetObjects(document, _NAME, [ord(" ")]),
            "DW": 0,
            "W": f"[1 [{' '.join(str(width) for _, width in codes)}]]",
            "CIDToGIDMap": _stream(document, "glyphs", _BLANK.to_bytes(2, "big") * (len(codes) + 1)),
        }
    )
    return pdfdoc.PDFDictionary(
        {
            "Type": "/Font",
            "Subtype": "/Type0",
            "BaseFont": f"/{_NAME}",
            "Encoding": "/Identity-H",
            "DescendantFonts": pdfdoc.PDFArray([document.Reference(descendant, "hidden font")]),
            "ToUnicode": _stream(document, "characters", _unicode_of(codes)),
        }
    )


def _stream(document: pdfdoc.PDFDocument, name: str, content: bytes) -> pdfdoc.PDFObjectReference:
    stream = pdfdoc.PDFStream(content=content, filters=[pdfdoc.PDFZCompress])
    return document.Reference(stream, f"hidden {name}")


_MOST_IN_A_BLOCK = 100


def _unicode_of(codes: dict[tuple[bytes, int], int]) -> bytes:
    """The table that says which characters a code stands for (PDF 32000-1, 9.10.3)."""
    entries = [f"<{code:04X}> <{characters.hex().upper()}>" for (characters, _), code in codes.items()]
    blocks = [entries[at : at + _MOST_IN_A_BLOCK] for at in range(0, len(entries), _MOST_IN_A_BLOCK)]
    lines = [
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap",
        "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def",
        "/CMapName /Hidden-UCS def /CMapType 2 def",
        "1 begincodespacerange <0000> <FFFF> endcodespacerange",
    ]
    for block in blocks:
        lines += [f"{len(block)} beginbfchar", *block, "endbfchar"]
    lines.append("endcmap CMapName currentdict /CMap defineresource pop end end")
    return "\n".join(lines).encode("ascii")
