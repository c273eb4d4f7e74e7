"""What the kinds of sections share that hold nothing."""

from PySide6.QtCore import QRectF

from app.drawing.sections.form import FormField, FormLine
from app.drawing.sections.kind import Typed
from app.drawing.sizes import Sizes
from app.drawing.text_box import TextBox
from app.model.document import Document
from app.model.kinds import Held


class Nothing:
    """A kind of section in which nothing stands."""

    minutes = 0
    form: tuple[FormLine, ...] = ()
    actions: tuple[str, ...] = ()
    settings: tuple[FormField, ...] = ()

    def text_box(self, document: Document, record: Held, rectangle: QRectF, sizes: Sizes) -> TextBox | None:
        return None

    def read_typed(self, document: Document, record: Held, before: str) -> Typed | None:
        return None

    def words(self, document: Document, record: Held) -> str:
        return ""

    def in_table(self, record: Held) -> str:
        return ""
