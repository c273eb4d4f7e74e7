"""Pictures and storyboards: in each stage pictures one below the other, each with its caption."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF

from app.drawing.display import Batch, PlacedText, Texts
from app.drawing.framed import Framed, draw_framed, framed_in
from app.drawing.pieces import READABLE
from app.drawing.sections.entries import EntryKind
from app.drawing.sections.form import FormField, LongText, OnePicture
from app.drawing.sizes import Sizes
from app.drawing.text import text_block
from app.drawing.text_box import TextBox
from app.drawing.theme import INK
from app.language.phrases import phrase
from app.model.document import Document
from app.model.kinds import Held
from app.model.labels import step_label
from app.model.records import Entry, Picture, Section
from app.model.verbs.ready_sections import ReadySection

HIGHEST = 340.0
"""How high a picture may be; a taller one is as wide as that lets it be."""
_EMPTY = 170.0
_ABOVE_CAPTION = 10.0
_FRAMES, _, _OVER = range(3)


class Pictures(EntryKind):
    name = "pictures"
    title = phrase("Pictures")
    glyph = "image"
    hint = phrase("A storyboard: drop or paste pictures, and say below each what happens.")
    ready = (
        ReadySection(phrase("Storyboard"), phrase("A picture of each stage, with a caption."), "pictures"),
    )
    form = (
        FormField(
            "picture",
            phrase("Picture"),
            OnePicture(),
            step=step_label("choose_picture"),
        ),
        FormField(
            "text",
            phrase("Caption"),
            LongText(phrase("What happens")),
            step=step_label("edit_caption"),
            for_one=True,
        ),
    )

    gap = 20.0

    def made_of(self, document: Document, section: Section, entries: tuple[Entry, ...]) -> tuple[object, ...]:
        return (entries, tuple(document.find(entry.picture) for entry in entries if entry.picture))

    def text_box(self, document: Document, record: Held, rectangle: QRectF, sizes: Sizes) -> TextBox | None:
        """At the foot, or, where there is no caption yet, below the picture."""
        box = super().text_box(document, record, rectangle, sizes)
        if box is None:
            return None
        height = text_block(box.text, box.style, box.width).height
        down = rectangle.height() - height if box.text.strip() else rectangle.height() + _ABOVE_CAPTION
        return box._replace(place=rectangle.topLeft() + QPointF(0, down))

    def draw_entry(
        self, document: Document, entry: Entry, room: QRectF, sizes: Sizes
    ) -> tuple[Sequence[Batch], float]:
        picture = document.find(entry.picture) if entry.picture else None
        framed = _framed(picture if isinstance(picture, Picture) else None, room)
        drawn = [*draw_framed([framed], document.picture_store, _FRAMES)]
        height = framed.frame.height()
        if entry.text.strip():
            block = text_block(entry.text, sizes.caption, room.width())
            caption = PlacedText(room.left(), framed.frame.bottom() + _ABOVE_CAPTION, block)
            drawn.append(Texts([caption], INK, seen_from=READABLE, layer=_OVER))
            height += _ABOVE_CAPTION + block.height
        return drawn, height


def _framed(picture: Picture | None, room: QRectF) -> Framed:
    if picture is None:
        return Framed(QRectF(room.left(), room.top(), room.width(), _EMPTY), None)
    return framed_in(picture, room.left(), room.top(), room.width(), HIGHEST)
