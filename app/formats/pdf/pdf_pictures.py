"""Pictures in a PDF: JPEGs byte for byte as they were added, others with every pixel that they have."""

from io import BytesIO

from PIL import Image
from PySide6.QtGui import QImage, QImageIOHandler
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from app.drawing.display import Pictures
from app.drawing.images import decoded, grey, middle_square, reader_of
from app.model.pictures import PictureStore
from app.model.records import Id


class PdfPictures:
    """Draws pictures on a canvas whose y runs downwards. A picture that is shown twice is stored once."""

    def __init__(self, canvas: Canvas) -> None:
        self._canvas = canvas
        self._read: dict[tuple[Id, bool, bool], ImageReader | None] = {}

    def draw(self, batch: Pictures) -> None:
        for rectangle, picture in batch.pictures:
            found = self._image(batch.store, picture, batch.is_round, batch.is_grey)
            if found is None:
                continue
            self._canvas.addLiteral(f"q 1 0 0 -1 {rectangle.left():.2f} {rectangle.bottom():.2f} cm")
            if batch.is_round:
                clip = self._canvas.beginPath()
                clip.ellipse(0, 0, rectangle.width(), rectangle.height())
                self._canvas.clipPath(clip, stroke=0, fill=0)
            self._canvas.drawImage(found, 0, 0, rectangle.width(), rectangle.height(), mask="auto")
            self._canvas.addLiteral("Q")

    def _image(self, store: PictureStore, picture: Id, is_round: bool, is_grey: bool) -> ImageReader | None:
        key = (picture, is_round, is_grey)
        if key not in self._read:
            data = store.get(picture)
            self._read[key] = None if data is None else _reader(data, is_round, is_grey)
        return self._read[key]


def _reader(data: bytes, is_square: bool, is_grey: bool) -> ImageReader | None:
    """What reportlab reads a picture from; None where it is broken."""
    header = reader_of(data)
    upright = header.transformation() == QImageIOHandler.Transformation.TransformationNone
    image = decoded(data)
    if image is None:
        return None
    if is_grey:
        image = grey(image)
    if is_square:
        return ImageReader(_pixels(image.copy(middle_square(image))))
    is_plain_jpeg = bytes(header.format().data()) == b"jpeg" and upright and image.depth() in (8, 32)
    return ImageReader(BytesIO(data)) if is_plain_jpeg and not is_grey else ImageReader(_pixels(image))


def _pixels(image: QImage) -> Image.Image:
    kept = image.convertToFormat(QImage.Format.Format_RGBA8888)
    size = (kept.width(), kept.height())
    whole = Image.frombuffer("RGBA", size, bytes(kept.constBits()), "raw", "RGBA", kept.bytesPerLine(), 1)
    return whole if image.hasAlphaChannel() else whole.convert("RGB")
