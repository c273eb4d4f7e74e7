"""Sections of sticky notes."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF

from app.drawing.grid import Column
from app.drawing.note import beside_text, text_place
from app.drawing.note_looks import drawn_colour, look_of
from app.drawing.sections.form import Choice, FormField
from app.drawing.sections.kind import Body, Typed
from app.drawing.sections.notes.large_notes import LargeNotes
from app.drawing.sections.notes.notes_body import NOTHING, Manner, NotesBody, cell_layout
from app.drawing.sections.notes.notes_form import FORM
from app.drawing.sections.notes.ready_notes import READY
from app.drawing.sizes import Sizes
from app.drawing.text_box import TextBox
from app.drawing.theme import NOTE
from app.language.phrases import phrase, phrase_context, phrase_plural, tr
from app.model.analysis.register import impact_word
from app.model.analysis.roles import roles_of
from app.model.document import Document
from app.model.kinds import Held
from app.model.labels import step_label
from app.model.nouns import word
from app.model.records import Note, Picture, Section
from app.model.verbs.legend import meanings

STANDINGS = (
    ("fill", phrase_context("how notes stand", "Filling their cell")),
    ("paper-sized", phrase_context("how notes stand", "As wide as paper notes")),
    ("list", phrase_context("how notes stand", "As a list")),
)


class Notes:
    name = "notes"
    title = phrase("Notes")
    glyph = "action"
    hint = phrase("Sticky notes: goals, actions, touchpoints, pain points …")
    ready = READY
    minutes = 15
    form = FORM
    actions = ("notes.edit", "notes.open_link", "edit.delete")
    settings: tuple[FormField, ...] = (
        FormField("standing", phrase("Notes stand"), Choice(STANDINGS), step=step_label("set_standing")),
    )

    def lay_out(
        self,
        document: Document,
        section: Section,
        columns: Sequence[Column],
        sizes: Sizes,
        previous: Body | None,
    ) -> Body:
        if sizes.large_notes:
            return _lay_out_large(document, section, columns, previous)
        before = {}
        if isinstance(previous, NotesBody):
            if previous.is_made_of(document, section, columns):
                return previous
            before = {cell.column.stage.id: cell for cell in previous.cells}
        cells, manner = [], Manner.of(section)
        emphasis = previous.emphasis if isinstance(previous, NotesBody) else NOTHING
        for column in columns:
            notes, known = document.notes(section.id, column.stage.id), before.get(column.stage.id)
            cells.append(cell_layout(document, column, notes, manner, known, emphasis))
        return NotesBody(section, columns, tuple(cells), emphasis)

    def text_box(self, document: Document, record: Held, rectangle: QRectF, sizes: Sizes) -> TextBox | None:
        if not isinstance(record, Note):
            return None
        is_listed = document.get(Section, record.section).standing == "list"
        width = rectangle.width() - beside_text(record, is_listed)
        picture = document.find(record.picture) if record.picture else None
        place = text_place(rectangle, picture if isinstance(picture, Picture) else None, is_listed)
        look = look_of(record)
        return TextBox(record.text, place, width, NOTE, look.ink, look.fill)

    def read_typed(self, document: Document, record: Held, before: str) -> Typed | None:
        return None

    def words(self, document: Document, record: Held) -> str:
        """The text of a note, what its colour means, and its marks."""
        if not isinstance(record, Note):
            return ""
        marks = (
            meanings(document).get(record.colour) or word("colour", record.colour),
            tr("picture") if record.picture else "",
            word("role", "moment of truth") if drawn_colour(record) != record.colour else "",
            tr("emphasised") if record.emphasis else "",
            word("evidence", record.evidence) if record.evidence else "",
            tr("impact: {impact}", impact=impact_word(record.impact, roles_of(document)[record.colour]))
            if record.impact
            else "",
            tr("owner: {owner}", owner=record.owner) if record.owner else "",
            phrase_plural("{count} vote", "{count} votes", record.votes) if record.votes else "",
        )
        return ", ".join([record.text.strip() or tr("no text"), *map(str, filter(None, marks))])

    def in_table(self, record: Held) -> str:
        return record.text if isinstance(record, Note) else ""


def _lay_out_large(
    document: Document, section: Section, columns: Sequence[Column], previous: Body | None
) -> LargeNotes:
    before = previous if isinstance(previous, LargeNotes) else None
    if before is not None and before.is_made_of(document, columns):
        return before
    return LargeNotes(document, section.id, columns, before)
