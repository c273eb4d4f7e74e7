"""Pictures made here, as bytes of image files."""

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
