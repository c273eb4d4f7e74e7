"""What was copied: made only when a program asks for it, and then once."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QByteArray, QMetaType, QMimeData
from PySide6.QtGui import QImage

CLIPPING = "application/x-journeywall-clipping+json"
TEXT, HTML, PNG, SVG = "text/plain", "text/html", "image/png", "image/svg+xml"
_IMAGE = "application/x-qt-image"
"""By which Qt knows what programs of Windows and macOS ask for as a picture."""

Makers = Mapping[str, Callable[[], str | bytes]]
"""What makes the content of each format, the best first."""


class CopiedData(QMimeData):
    """Offers formats that nobody has made yet. Where a PNG is among them, it is a picture for all."""

    def __init__(self, makers: Makers) -> None:
        super().__init__()
        self._makers = dict(makers)
        self._made: dict[str, QByteArray] = {}

    def formats(self) -> list[str]:
        return [*self._makers, *([_IMAGE] if PNG in self._makers else [])]

    def hasFormat(self, mimetype: str) -> bool:
        return mimetype in self.formats()

    def retrieveData(self, mimetype: str, preferred_type: QMetaType | QMetaType.Type) -> object:
        if mimetype == _IMAGE and PNG in self._makers:
            return QImage.fromData(self._content(PNG))
        return self._content(mimetype) if mimetype in self._makers else None

    def _content(self, mimetype: str) -> QByteArray:
        if mimetype not in self._made:
            content = self._makers[mimetype]()
            self._made[mimetype] = QByteArray(content.encode() if isinstance(content, str) else content)
        return self._made[mimetype]
