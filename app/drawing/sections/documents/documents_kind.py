"""Documents and links: in each stage a list of what can be opened."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF

from app.drawing.display import Batch, Links, PlacedLink, PlacedText, Texts
from app.drawing.named_icons import icon_among
from app.drawing.pieces import READABLE, glyph
from app.drawing.sections.entries import EntryKind
from app.drawing.sections.form import FormField, ShortText, UsualWord
from app.drawing.sections.kind import Typed
from app.drawing.sizes import Sizes
from app.drawing.text import text_block
from app.drawing.theme import ACCENT, INK, SECONDARY, TextStyle
from app.language.phrases import Phrase, as_it_is, phrase, phrase_context, tr
from app.model.addresses import poster_address, shown_address
from app.model.document import Document
from app.model.exchange.cell_parts import address_in
from app.model.labels import step_label
from app.model.records import Entry
from app.model.verbs.ready_sections import ReadySection

DOCUMENT_KINDS: dict[Phrase, str] = {
    phrase_context("kind of document", "report"): "file-text",
    phrase_context("kind of document", "interview"): "messages-square",
    phrase_context("kind of document", "survey"): "clipboard-list",
    phrase_context("kind of document", "video"): "video",
    phrase_context("kind of document", "picture"): "image",
    phrase_context("kind of document", "web page"): "globe",
    phrase_context("kind of document", "e-mail"): "mail",
}
"""The kinds that have an icon of their own, with that."""
_INDENT = 40.0


class Documents(EntryKind):
    name = "documents"
    title = phrase("Documents and links")
    glyph = "file-text"
    hint = phrase("Research, reports and pages: a title and an address, opened by a click.")
    ready = (ReadySection(phrase("Documents and links"), phrase("Where is the research?"), "documents"),)
    form = (
        FormField(
            "text",
            phrase_context("of a document", "Title"),
            ShortText(phrase("What it is called")),
            step=step_label("edit_title"),
            for_one=True,
        ),
        FormField(
            "address",
            phrase_context("of a page", "Address"),
            ShortText(as_it_is("https://…")),
            step=step_label("set_address"),
        ),
        FormField(
            "document_kind",
            phrase_context("of a document", "Kind"),
            UsualWord((*DOCUMENT_KINDS,), phrase("Report, video …")),
            step=step_label("set_document_kind"),
        ),
    )
    actions = ("notes.open_link", "edit.delete")
    gap = 16.0
    text_place = (_INDENT, 0.0)

    def text_style(self, sizes: Sizes) -> TextStyle:
        return sizes.heading

    def read_entry(self, document: Document, entry: Entry, before: str) -> Typed | None:
        """An address that is typed is where the document is; what stands beside it is its title."""
        title, address = address_in(entry.text)
        if not address:
            return None
        return Typed({"text": title or before, "address": address}, step_label("set_address"))

    def draw_entry(
        self, document: Document, entry: Entry, room: QRectF, sizes: Sizes
    ) -> tuple[Sequence[Batch], float]:
        """A document with its icon."""
        width = room.width() - _INDENT
        title = text_block(entry.text or shown_address(entry.address) or tr("Untitled"), sizes.heading, width)
        below = " · ".join(
            filter(None, (entry.document_kind, shown_address(entry.address) if entry.text else ""))
        )
        x, y = room.left() + _INDENT, room.top()
        ink = ACCENT if entry.address else INK
        drawn: list[Batch] = [Texts([PlacedText(x, y, title)], ink, seen_from=READABLE)]
        height = title.height
        if below:
            block = text_block(below, sizes.small, width)
            drawn.append(Texts([PlacedText(x, y + height, block)], SECONDARY, seen_from=READABLE))
            height += block.height
        icon = icon_among(DOCUMENT_KINDS, entry.document_kind) or "file-text"
        if entry.address and not entry.document_kind:
            icon = "globe"
        drawn.append(glyph(icon, [QPointF(room.left() + 14, y + 15)], ink))
        if address := poster_address(entry.address):
            drawn.append(Links([PlacedLink(QRectF(room.left(), y, room.width(), height), address)]))
        return drawn, height
