"""Typing on the canvas: a new note, or the text of a note, stage or section, where it stands.

Every letter is a Change at once, so nothing typed is unsaved. Undo is the project's here too: a word is a
step of its history, and the text editor shows what an undo or redo makes of the text.
"""

from collections.abc import Callable

from PySide6.QtCore import QObject, QRectF, Signal
from PySide6.QtWidgets import QGraphicsScene, QMenu

from app.drawing.sections import kind_reading
from app.language.phrases import phrase
from app.model.change import Change
from app.model.document import Document
from app.model.kinds import taken_by
from app.model.labels import step_label
from app.model.records import (
    CallOut,
    EmotionPoint,
    Entry,
    Id,
    InCell,
    Note,
    ParkedNote,
    Record,
    Section,
    Stage,
    new_id,
)
from app.model.text import LONGEST_TEXT
from app.model.verbs.call_outs import Target, add_call_out, set_call_out_text
from app.model.verbs.editing import delete, set_fields
from app.model.verbs.emotions import add_point
from app.model.verbs.entries import add_entry, set_entry_text
from app.model.verbs.notes import add_note, join_note, set_text, split_note
from app.model.verbs.sections import add_section, rename_section
from app.model.verbs.sending import send_note
from app.model.verbs.stages import add_stage, rename_stage
from app.session.editor import Editor
from app.session.selection import Cell
from app.widgets.base.rewriting import plain
from app.widgets.base.spelling.menu import offer_spelling
from app.widgets.base.spelling.text_marks import TextMarks, red_on
from app.widgets.canvas.new_points import new_point
from app.widgets.canvas.record_bounds import rectangle_of
from app.widgets.canvas.shown_map import ShownMap
from app.widgets.canvas.typing.text_boxes import spot_of
from app.widgets.canvas.typing.text_editor import TextEditor

_TOO_LONG = phrase("A text takes up to {most} characters. The rest was left out.", most=LONGEST_TEXT)


class Typing(QObject):
    """Holds the one text editor of the canvas, and what is edited in it."""

    ended = Signal(str)
    """How the typing ended: "enter", "escape", "next", "previous" or "left"."""

    sent = Signal(str, QRectF, object)
    """A note was sent elsewhere: the id of what it is now, where it lay on the sheet, and in which layout."""

    opened = Signal(object)
    """The TextEditor is open now, for the record that is `edited`."""

    closed = Signal()
    """The text editor is open no more, for whatever reason."""

    def __init__(self, scene: QGraphicsScene, shown: ShownMap) -> None:
        super().__init__(scene)
        self._shown = shown
        self._item = TextEditor()
        self._is_open = False
        self._id: Id = ""
        self._is_new = False
        self._text_before = ""
        self._is_untouched = False
        self._is_writing = False
        self._known = ""
        self.is_nothing: Callable[[str], bool] = _is_empty
        """Whether a new text is not worth keeping when it is left."""
        scene.addItem(self._item)
        self._item.typed.connect(self._type)
        self._item.ended.connect(self._end)
        self._item.pasted.connect(lambda: self.editor.end_merge())
        self._item.split_wanted.connect(self._split)
        self._item.join_wanted.connect(self._join)
        self._item.was_cut.connect(lambda: self.editor.failed.emit(str(_TOO_LONG)))
        self._marks = TextMarks(
            self._item.document(),
            lambda: self._item.textCursor().position(),
            self._item.caret_moved,
            self.editor.spelling,
            lambda: red_on(self._item.background),
        )
        self._item.menu_opens.connect(self._offer_spelling)
        shown.laid_out.connect(self._follow)
        self.editor.turned.connect(self._leave_what_was_not_turned)

    @property
    def editor(self) -> Editor:
        return self._shown.editor

    @property
    def edited(self) -> Id | None:
        """The record whose text is being edited."""
        return self._id if self._is_open else None

    def start(self, text: str = "") -> None:
        """Begin a new note in the cursor's cell; where the map has no stage or section yet, begin that."""
        self.finish()
        document, map, id = self.editor.document, self.editor.map, new_id()
        if not document.stages(map):
            change = add_stage(document, map, text, id=id)
        elif not document.sections(map):
            change = add_section(document, map, text, id=id)
        elif self._takes_notes(cell := self._cell()):
            colour = self.editor.next_note_colour
            change = add_note(document, *cell, text, colour, index=self._index_in(cell), id=id)
        elif self._takes_entries(cell):
            change = add_entry(document, *cell, text, index=self._index_in(cell), id=id)
        elif taken_by(document.get(Section, cell.section)) is EmotionPoint:
            change = add_point(
                document, *cell, quote=text, id=id, **new_point(document, self._shown.layout, cell)
            )
        else:
            return
        self._begin(change, id)

    def start_stage(self, index: int | None = None) -> None:
        """Begin the name of a new stage before `index`, or last."""
        self.finish()
        id = new_id()
        self._begin(add_stage(self.editor.document, self.editor.map, "", index, id), id)

    def start_section(self, index: int | None = None) -> None:
        """Begin the name of a new section before `index`, or last."""
        self.finish()
        id = new_id()
        self._begin(add_section(self.editor.document, self.editor.map, "", index=index, id=id), id)

    def start_call_out(self, target: Target) -> None:
        """Begin the text of a new call-out that leads to something."""
        self.finish()
        id = new_id()
        self._begin(add_call_out(self.editor.document, self.editor.map, target, id=id), id)

    def edit(self, id: Id, typed_over: str = "") -> None:
        """Edit the text of a note, stage or section where it stands; `typed_over` takes the place of it."""
        self.finish()
        if not self.editor.read_only:
            self.editor.end_merge()
            self.editor.select([id])
            self._open(id, is_new=False)
            if self._is_open and typed_over:
                self._item.type_over(typed_over)

    def select_all(self) -> None:
        """Have what comes next take the place of all that stands in the text."""
        if self._is_open:
            self._item.select_all()

    def finish(self) -> None:
        """End the typing and keep what was typed."""
        self._end("left")

    def _begin(self, change: Change, id: Id) -> None:
        self.editor.end_merge()
        self.editor.do(change, merge_key=("typing", id))
        self.editor.select([id])
        self._open(id, is_new=True)

    def _split(self, at: int) -> None:
        """Two notes of one; the typing goes on at the start of the second."""
        note = self.editor.document.find(self._id)
        if isinstance(note, Note):
            self.finish()
            if note.id not in self.editor.document:
                return
            id = new_id()
            self.editor.do(split_note(self.editor.document, note.id, at, id), merge_key=("typing", id))
            self.editor.select([id])
            # What begins empty is nothing yet, as any new note.
            self._open(id, is_new=not self.editor.document.get(Note, id).text, caret=0)

    def _join(self) -> None:
        """One note of two: the typing goes on where they meet."""
        note = self.editor.document.find(self._id)
        if isinstance(note, Note) and note.position > 0:
            self.finish()
            before = self.editor.document.notes(note.section, note.stage)[note.position - 1]
            if note.id in self.editor.document:
                self.editor.do_at_once(join_note(self.editor.document, note.id))
            self.editor.select([before.id])
            self._open(before.id, is_new=False, caret=len(before.text.rstrip()) + bool(note.text.strip()))

    def _open(self, id: Id, is_new: bool, caret: int | None = None) -> None:
        spot = spot_of(self.editor.document, self._shown.layout, id)
        if spot is None:
            return
        self._id, self._is_new, self._is_untouched, self._known = id, is_new, not spot.text, spot.text
        self._text_before = "" if is_new else spot.text
        self._is_open = True
        self._item.apply_style(spot.ink, spot.background)
        self._item.lay_over(spot.place, spot.width)
        self._item.open(spot.text, spot.style, caret, self._shown.layout.language)
        self._marks.begin()
        self.opened.emit(self._item)

    def _type(self, text: str) -> None:
        self._is_untouched, self._is_writing = self._is_untouched and not text, True
        try:
            self.editor.do(_retyped(self.editor.document, self._id, text), merge_key=("typing", self._id))
        finally:
            self._is_writing = False

    def _offer_spelling(self, menu: QMenu, place: int) -> None:
        text = plain(self._item.document())
        offer_spelling(menu, self.editor, text, place, self._item.put)

    def _follow(self, stale: object) -> None:
        """Stay over the text when the map moves, show what an undo makes of it; end when it is gone."""
        if not self._is_open:
            return
        spot = spot_of(self.editor.document, self._shown.layout, self._id)
        if spot is None:
            self._close()
        else:
            self._item.lay_over(spot.place, spot.width)
            self._item.apply_style(spot.ink, spot.background)
            if spot.text != self._known and not self._is_writing:
                self._item.show_text(spot.text)
            self._known = spot.text

    def _leave_what_was_not_turned(self) -> None:
        """An undo that went beyond this text has selected something else: the typing ends."""
        if self.edited is not None and self.edited not in self.editor.selection.ids:
            self.finish()

    def _end(self, how: str) -> None:
        if not self._is_open:
            return
        # Later it would come to the map, and begin another note.
        self._item.end_composing()
        self._close()
        record = self.editor.document.find(self._id)
        empty = record is not None and self._is_new and self.is_nothing(_text_of(record))
        was_clicked = empty and record is not None and not _is_empty(_text_of(record))
        if isinstance(record, Entry | EmotionPoint):
            self._read_typed(record)
        # What was typed and undone is still to be had by redo: then even an empty record stays.
        if empty and self.editor.history.redoable is None:
            # Begun and left again, it was nothing; but what was typed and erased is in the history.
            merge_key = ("typing", self._id) if self._is_untouched or was_clicked else None
            self.editor.do(delete(self.editor.document, [self._id]), merge_key=merge_key)
            self._stay_beside(record)
        self.editor.end_merge()
        if isinstance(record, Note) and self._is_new and not empty:
            self._send(record)
        goes_on = how == "enter" or (how == "next" and isinstance(record, Stage) and self._is_last(record))
        if goes_on and self._is_new and not empty and not isinstance(record, CallOut):
            self._start_another(record)
        else:
            self.ended.emit(how)

    def _send(self, note: Note) -> None:
        """To the stage whose number it begins with; the cursor stays where it was written."""
        change = send_note(self.editor.document, note.id)
        if change:
            layout = self._shown.layout
            before = rectangle_of(self.editor.document, layout, note.id)
            self.editor.do_at_once(change)
            self.editor.select_cell(Cell(note.section, note.stage))
            parked = next((edit.record for edit in change if isinstance(edit.record, ParkedNote)), note)
            self.sent.emit(parked.id, before or QRectF(), layout)

    def _read_typed(self, record: Entry | EmotionPoint) -> None:
        """Take what was typed for what it stands for among its kind: a number may be a metric's value."""
        document, merge_key = self.editor.document, ("typing", record.id)
        typed = kind_reading(document, record).read_typed(document, record, self._text_before)
        if typed is None:
            return
        change = set_fields(document, [record.id], typed.step, **typed.fields)
        self.editor.do(change, merge_key=merge_key)
        for number, fields in enumerate(typed.others, 1):
            at = record.position + number if isinstance(record, Entry) else None
            id = new_id()
            other = add_entry(document, record.section, record.stage, index=at, id=id, **fields)
            self.editor.do(other, merge_key=merge_key)
            self.editor.select([id])
        if change and typed.doubt:
            self.editor.failed.emit(str(typed.doubt))

    def _stay_beside(self, record: Record | None) -> None:
        """The cursor stays where a stage or section was about to be: in a cell of the one before."""
        if not isinstance(record, Stage | Section):
            return
        document = self.editor.document
        stages, sections = document.stages(record.map), document.sections(record.map)
        before = max(record.position - 1, 0)
        if stages and sections:
            is_stage = isinstance(record, Stage)
            cell = (
                Cell(sections[0].id, stages[before].id)
                if is_stage
                else Cell(sections[before].id, stages[0].id)
            )
            self.editor.select_cell(cell)

    def _is_last(self, stage: Stage) -> bool:
        return stage.position + 1 == len(self.editor.document.stages(stage.map))

    def _start_another(self, record: Record | None) -> None:
        if isinstance(record, InCell | EmotionPoint):
            self.start()
        elif isinstance(record, Stage):
            self.start_stage(record.position + 1)
        elif isinstance(record, Section):
            self.start_section(record.position + 1)

    def _close(self) -> None:
        if self._is_open:
            self._is_open = False
            self._item.close()
            self.closed.emit()

    def _cell(self) -> Cell:
        cell, document, map = self.editor.selection.cell, self.editor.document, self.editor.map
        return cell or Cell(document.sections(map)[0].id, document.stages(map)[0].id)

    def _takes_notes(self, cell: Cell) -> bool:
        return taken_by(self.editor.document.get(Section, cell.section)) is Note

    def _takes_entries(self, cell: Cell) -> bool:
        return taken_by(self.editor.document.get(Section, cell.section)) is Entry

    def _index_in(self, cell: Cell) -> int | None:
        """After the selected note or entry of the cell, else last."""
        for id in reversed(self.editor.selection.ids):
            note = self.editor.document.find(id)
            if isinstance(note, InCell) and (note.section, note.stage) == cell:
                return note.position + 1
        return None


def _is_empty(text: str) -> bool:
    return not text.strip()


def _text_of(record: Record) -> str:
    if isinstance(record, EmotionPoint):
        return record.quote
    return record.text if isinstance(record, InCell | CallOut) else str(getattr(record, "name", ""))


def _retyped(document: Document, id: Id, text: str) -> Change:
    record = document.find(id)
    if isinstance(record, Stage):
        return rename_stage(document, id, text)
    if isinstance(record, Section):
        return rename_section(document, id, text)
    if isinstance(record, EmotionPoint):
        return set_fields(document, [id], step_label("edit_quote"), quote=text)
    if isinstance(record, CallOut):
        return set_call_out_text(document, id, text)
    return set_text(document, id, text) if isinstance(record, Note) else set_entry_text(document, id, text)
