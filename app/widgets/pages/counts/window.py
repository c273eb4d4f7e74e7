"""The window of the counts: how much stands where on the map, always up to date; each number leads there."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QLabel, QVBoxLayout

from app.language.phrases import phrase, tr
from app.model.analysis.counts import Counts, counts
from app.model.kinds import content_of
from app.model.records import Id
from app.session.selection import Cell
from app.widgets.base.text_size import scaled
from app.widgets.canvas.view import CanvasView
from app.widgets.pages.counts.table import CountsTable, Lines
from app.widgets.pages.counts.totals import Totals
from app.widgets.pages.live_window import LiveWindow


class CountsWindow(LiveWindow):
    title = phrase("Counts")

    def __init__(self, canvas: CanvasView) -> None:
        super().__init__(canvas)
        self._shown: tuple[Counts, Lines] | None = None
        self.table = CountsTable()
        self.totals = Totals(self.select)
        self._empty = QLabel(tr("The notes and everything else on the map are counted here."))
        self._empty.setProperty("role", "quiet")
        column = QVBoxLayout(self)
        column.addWidget(self._empty)
        column.addWidget(self.table, 1)
        column.addWidget(self.totals)
        self.table.chosen.connect(self._go_to)
        self.read()

    def sizeHint(self) -> QSize:
        return QSize(scaled(980), scaled(480)).boundedTo(self.screen().availableSize())

    def read(self) -> None:
        self.timer.stop()
        editor = self.canvas.editor
        document, map = editor.document, editor.map
        sections = tuple(one for one in document.sections(map) if content_of(one.section_kind).holds)
        shown = counts(document, map), Lines(document.stages(map), sections)
        if shown != self._shown:
            self._shown = shown
            self._empty.setVisible(not shown[0].total)
            self.table.show_counts(*shown)
            self.totals.show_counts(document, map, shown[0])

    def _go_to(self, row: int, column: int) -> None:
        """Select what stands in a cell; a sum leads to its section, its stage or, of all, to nothing."""
        assert self._shown is not None
        stages, sections = self._shown[1]
        stage: Id | None = stages[column].id if column < len(stages) else None
        section: Id | None = sections[row].id if row < len(sections) else None
        if section is not None and stage is not None:
            document = self.canvas.editor.document
            held = [*document.in_cell(section, stage), *document.points(section, stage)]
            self.select([one.id for one in held], Cell(section, stage))
        elif (line := section or stage) is not None:
            self.select([line])
