"""What a hand can do to thousands of notes at once, one after the other on the same map."""

from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import QCoreApplication, QDeadlineTimer, QMimeData, QPointF
from PySide6.QtWidgets import QApplication

from app.limits import MOST_TABLE_CELLS
from app.model.finding.filtering import Filter
from app.model.records import Id
from app.widgets.clipboard.paste_question import PasteQuestion
from app.widgets.forms.field import Field
from app.widgets.forms.flat_line import FlatLine
from app.widgets.pages.export.dialog import ExportDialog
from app.widgets.panels.history.view import HistoryView
from app.widgets.panels.legend import LegendGroup
from app.widgets.tables.bringing_tables import bring_in_file
from app.widgets.tables.preview.page import TablePage
from benchmarks.shown import NOTE_IN_VIEW, Shown

Gesture = tuple[str, Callable[[], object]]
LINES = 10_000
TABLE_WIDTH = 40
READING = 30_000
"""Milliseconds in which a table has been read."""


class Hand:
    """Does things in a window, in the words of its users."""

    def __init__(self, window: Shown) -> None:
        self.shown = window
        self.window, self.editor, self.canvas = window.window, window.editor, window.canvas

    def gestures(self) -> Iterator[Gesture]:
        yield from self._all_at_once()
        yield from self._seen()
        yield from self._lines()
        yield from self._dragged()
        yield from self._maps()
        yield from self._pasted()
        yield from self._brought_in()
        yield from self._looked_at()

    def _all_at_once(self) -> Iterator[Gesture]:
        yield from self._select_all()
        yield "copy all", self.runs("edit.copy")
        yield "recolour all", self.runs("notes.pink")
        yield from self._taken_back("recolour all")
        yield "redo", self.runs("edit.redo")
        yield "delete all", self.runs("edit.delete")
        yield from self._taken_back("delete all")
        yield "tag all", lambda: self.field("tags").edited.emit(("seen",))
        yield from self._taken_back("tag all")
        yield "a letter of an owner of all", lambda: self.field("owner").edited.emit("M")
        yield "the end of typing it", lambda: self.field("owner").ended.emit()
        yield from self._taken_back("an owner of all")
        yield "a vote for all", self.runs("notes.vote")
        yield from self._taken_back("a vote for all")
        yield "move all a place down", self.runs("notes.move_down")
        yield from self._taken_back("move all a place down")

    def _seen(self) -> Iterator[Gesture]:
        yield "select one", self.select_one
        yield "select by colour", self.runs("edit.select_colour")
        yield "select one", self.select_one
        yield "numbers on", self.runs("view.numbers")
        yield "numbers off", self.runs("view.numbers")
        yield "filter on", lambda: self.filter(frozenset({"pink"}))
        yield "filter off", lambda: self.filter(frozenset())
        yield "find, a letter", lambda: self.find("e")
        yield "find, a word", lambda: self.find("her")
        yield "replace all", lambda: self.replace("her", "him")
        yield from self._taken_back("replace all")
        yield "leave the find bar", self.window.find_bar.leave
        yield "zoom to 100 %", self.runs("view.full_size")
        yield from self._select_all()
        yield "recolour all, at 100 %", self.runs("notes.green")
        yield from self._taken_back("recolour all, at 100 %")
        yield "select one", self.select_one
        yield "zoom to fit", self.runs("view.fit")
        yield "present", self.runs("view.present")
        yield "the end of it", self.window.presentation.stop

    def _lines(self) -> Iterator[Gesture]:
        sections = [section.id for section in self.editor.document.sections(self.editor.map)]
        yield "select the sections", lambda: self.editor.select(sections)
        yield "fold all sections", self.runs("sections.fold")
        yield "unfold them", self.runs("sections.fold")
        yield "select a stage", lambda: self.editor.select(["stage-2"])
        yield "move the stage", self.runs("stages.move_right")
        yield "its width", lambda: self.drag_edge("stage-3")
        yield "split it", self.runs("stages.split")
        yield from self._taken_back("split it")
        yield "select a section", lambda: self.editor.select(["section-2"])
        yield "move the section", self.runs("sections.move_down")
        yield "duplicate the section", self.runs("edit.duplicate")
        yield from self._taken_back("duplicate the section")
        yield "the meaning of a colour", lambda: self.meaning().typed.emit("Another")

    def _dragged(self) -> Iterator[Gesture]:
        yield "rubber band over all", lambda: self.drag(*self._corners(), let_go=False)
        yield "let it go", lambda: self.shown.let_go(self._corners()[1])
        yield "drag all", lambda: self.drag(self._note(), self._aim(), let_go=False)
        yield "a step of it", lambda: self.shown.move(self._aim() + QPointF(20, 0))
        yield "let them go", lambda: self.shown.let_go(self._aim())
        yield from self._taken_back("drag all")

    def _maps(self) -> Iterator[Gesture]:
        yield "duplicate the map", self.runs("maps.duplicate")
        yield "the next map", self.runs("maps.next")
        yield "the map before", self.runs("maps.previous")
        yield from self._taken_back("duplicate the map")

    def _pasted(self) -> Iterator[Gesture]:
        yield "paste 10,000 lines", self.paste_lines
        yield "the answer “paste them”", self.answer
        yield from self._taken_back("paste 10,000 lines")
        yield from self._select_all()
        yield "copy all", self.runs("edit.copy")
        yield "paste all", self.paste
        yield "the answer “paste them”", self.answer
        yield from self._taken_back("paste all")

    def _brought_in(self) -> Iterator[Gesture]:
        yield "read 20,000 cells", self.read_table
        yield "bring them in", self.bring_in
        yield from self._taken_back("bring them in")
        yield "redo", self.runs("edit.redo")
        yield from self._taken_back("bring them in")

    def _looked_at(self) -> Iterator[Gesture]:
        yield "action register", self.runs("view.register")
        yield "close it", self.leave_page
        yield "counts", self.runs("view.counts")
        yield "close it", self.leave_page
        yield "the history", self.runs("history.show")
        yield "its beginning", lambda: self.history().show_moment(1)
        yield "compared with now", lambda: self.history().other.setCurrentIndex(1)
        yield "close it", lambda: self.history().dismiss()
        yield "export poster", self.runs("file.export_poster")
        yield "close it", lambda: [dialog.close() for dialog in self.window.findChildren(ExportDialog)]

    # How it is done

    def runs(self, action: str) -> Callable[[], object]:
        return self.window.actions_by_name[action].trigger

    def select_one(self) -> None:
        self.editor.select([NOTE_IN_VIEW])

    def field(self, name: str) -> Field:
        """A field of the inspector, for what is selected."""
        form = self.window.right.form
        assert form is not None
        return form.fields[name]

    def meaning(self) -> FlatLine:
        (legend,) = self.window.left.findChildren(LegendGroup)
        return next(iter(legend.meanings.values()))

    def filter(self, colours: frozenset[str]) -> None:
        self.window.dimming.set_filter(Filter(colours=colours))

    def find(self, words: str) -> None:
        bar = self.window.find_bar
        if not bar.isVisible():
            bar.open(replacing=True)
        bar.query.setText(words)
        bar.query.textEdited.emit(words)

    def replace(self, words: str, by: str) -> None:
        self.window.find_bar.by.setText(by)
        self.window.find_bar.replace_all()

    def drag_edge(self, stage: Id) -> None:
        """Make a stage wider by its header's edge."""
        header = self.canvas.rectangle_of(stage)
        assert header is not None
        edge = QPointF(header.right() - 1, header.center().y())
        self.drag(edge, edge + QPointF(600, 0))

    def drag(self, start: QPointF, end: QPointF, let_go: bool = True) -> None:
        self.shown.press(start)
        self.shown.move((start + end) / 2)
        self.shown.move(end)
        if let_go:
            self.shown.let_go(end)

    def paste_lines(self) -> None:
        """Put many lines on the clipboard, and paste them into a cell."""
        data = QMimeData()
        data.setText("\n".join(f"A line that somebody copied, number {number}" for number in range(LINES)))
        QApplication.clipboard().setMimeData(data)
        self.select_one()
        self.paste()

    def read_table(self) -> None:
        """Bring in a file of as many cells as a table may have, as far as the page that asks how."""
        with TemporaryDirectory() as folder:
            path = Path(folder) / "table.csv"
            stages = ",".join(f"Stage {number}" for number in range(TABLE_WIDTH))
            rows = (
                ",".join([f"Section {row}", *(f"what somebody does {row} {at}" for at in range(TABLE_WIDTH))])
                for row in range(MOST_TABLE_CELLS // (TABLE_WIDTH + 1) - 1)
            )
            path.write_text("\n".join([f",{stages}", *rows]), "utf-8")
            bring_in_file(self.window, path)
            shown = QDeadlineTimer(READING)
            while not self.window.findChildren(TablePage) and not shown.hasExpired():
                QCoreApplication.processEvents()

    def bring_in(self) -> None:
        for page in self.window.findChildren(TablePage):
            page.bring_in()

    def paste(self) -> None:
        """Paste what is on the clipboard. (Of so much it is asked whether that was meant.)"""
        self.runs("edit.paste")()

    def answer(self) -> None:
        for question in self.window.findChildren(PasteQuestion):
            question.buttons[0].click()

    def leave_page(self) -> None:
        self.window.show_map()

    def history(self) -> HistoryView:
        (view,) = self.window.findChildren(HistoryView)
        return view

    def _select_all(self) -> Iterator[Gesture]:
        yield "select one", self.select_one
        yield "select all in its cell", self.runs("edit.select_all")
        yield "select all in its section", self.runs("edit.select_all")
        yield "select all", self.runs("edit.select_all")

    def _taken_back(self, what: str) -> Iterator[Gesture]:
        yield f"undo of “{what}”", self.runs("edit.undo")

    def _note(self) -> QPointF:
        return self.shown.middle_of(NOTE_IN_VIEW)

    def _aim(self) -> QPointF:
        """A place in another cell."""
        return self.shown.middle_of("note-4-5-1")

    def _corners(self) -> tuple[QPointF, QPointF]:
        """Places on the desk, beyond two corners of the sheet."""
        seen = self.canvas.viewport().rect().adjusted(3, 80, -3, -3)
        return self.canvas.mapToScene(seen.bottomLeft()), self.canvas.mapToScene(seen.topRight())
