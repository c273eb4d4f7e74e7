"""Writes a picture as PNG strip by strip (PNG specification, 2nd edition).

So progress is told, a long job can be stopped between two strips, and no second copy is in memory.

Lines go unfiltered: drawings of even colours become smaller and are written faster than with Qt's filters.
"""

import struct
import zlib
from collections.abc import Callable, Iterator
from typing import BinaryIO

import numpy
from PySide6.QtGui import QImage

_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_STRIP = 64
"""Lines that are written between one word of progress and the next."""
_INCHES_PER_METRE = 1 / 0.0254
_TRUE_COLOUR, _PER_METRE, _UNFILTERED = 2, 1, 0


def write_png(
    stream: BinaryIO,
    image: QImage,
    title: str,
    dots_per_inch: float,
    report_progress: Callable[[float], None] = lambda share: None,
) -> None:
    """Write a picture of Format_RGB32. `report_progress` takes the share done; what it raises ends all."""
    width, height = image.width(), image.height()
    per_metre = round(dots_per_inch * _INCHES_PER_METRE)
    stream.write(_SIGNATURE)
    _write(stream, b"IHDR", struct.pack(">IIBBBBB", width, height, 8, _TRUE_COLOUR, 0, 0, 0))
    _write(stream, b"pHYs", struct.pack(">IIB", per_metre, per_metre, _PER_METRE))
    if title:
        _write(stream, b"iTXt", b"Title\0\0\0\0\0" + title.encode("utf-8"))
    packer = zlib.compressobj()
    for done, lines in _strips(image):
        if packed := packer.compress(lines):
            _write(stream, b"IDAT", packed)
        report_progress(done / height)
    _write(stream, b"IDAT", packer.flush())
    _write(stream, b"IEND", b"")


def _strips(image: QImage) -> Iterator[tuple[int, bytes]]:
    """The lines as PNG has them, and how many there are up to the strip's end."""
    width, height = image.width(), image.height()
    pixels = numpy.frombuffer(image.constBits(), numpy.uint32).reshape(height, width)
    for top in range(0, height, _STRIP):
        strip = pixels[top : top + _STRIP]
        lines = numpy.empty((len(strip), 3 * width + 1), numpy.uint8)
        lines[:, 0] = _UNFILTERED
        for channel, bits in enumerate((16, 8, 0)):
            lines[:, 1 + channel :: 3] = strip >> bits & 0xFF
        yield top + len(strip), lines.tobytes()


def _write(stream: BinaryIO, kind: bytes, data: bytes) -> None:
    """A chunk: its length, its kind, its data, and a checksum over both."""
    stream.write(struct.pack(">I", len(data)) + kind + data)
    stream.write(struct.pack(">I", zlib.crc32(data, zlib.crc32(kind))))
