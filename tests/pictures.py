"""Pictures made here, as bytes of image files."""

import struct
import zlib

from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QColor, QImage


def image(width: int = 40, height: int = 30, colour: str = "#3457D5", form: str = "PNG") -> bytes:
    """A picture of one colour."""
    drawn = QImage(width, height, QImage.Format.Format_RGB32)
    drawn.fill(QColor(colour))
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    assert drawn.save(buffer, form)  # type: ignore[call-overload]
    return bytes(buffer.data().data())


def chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def header_of(width: int, height: int) -> bytes:
    """The beginning of a PNG that says how large it is, and has nothing more."""

    fields = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", fields) + chunk(b"IDAT", b"")
