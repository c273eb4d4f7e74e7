"""The page of the counts: how much stands where on the map, always up to date; each number leads there."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from app.language.phrases import tr
from app.model.analysis.counts import Counts, counts
from app.model.kinds import content_of
from app.model.records import Id
from app.session.selection import Cell
from app.widgets.base.belonging import set_focus_proxy
from app.widgets.base.buttons import action_button
from app.widgets.pages.counts.table import CountsTable, Lines
from app.widgets.pages.counts.totals import Totals
from app.widgets.pages.live_page import LivePage
from app.widgets.shell import Shell
from app.widgets.tables.preview.pieces import row


class CountsPage(LivePage):
    """What a number counts is selected, so that it can be shown on the map."""

    def __init__(self, window: Shell) -> None:
        super().__init__(tr("Counts"), window)
        self._shown: tuple[Counts, Lines] | None = None
        self.table = CountsTable()
        self.totals = Totals(self._select)
        self._empty = QLabel(tr("The notes and everything else on the map are counted here."))
        self._empty.setProperty("role", "quiet")
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.tools.addStretch(1)
        self.tools.addWidget(action_button(window.actions_by_name["view.show_on_map"], style="both"))
        self.column.addWidget(self._empty)
        self.column.addWidget(self.table, 1)
        below = row(self.totals)
        below.setContentsMargins(16, 8, 16, 12)
        self.column.addLayout(below)
        set_focus_proxy(self, self.table)
        self.table.chosen.connect(self._choose)

    def read(self) -> None:
        document, map = self.editor.document, self.editor.map
        sections = tuple(one for one in document.sections(map) if content_of(one.section_kind).holds)
        shown = counts(document, map), Lines(document.stages(map), sections)
        if shown != self._shown:
            self._shown = shown
            self._empty.setVisible(not shown[0].total)
            self.table.show_counts(*shown)
            self.totals.show_counts(document, map, shown[0])

    def _select(self, records: Sequence[Id]) -> None:
        self.editor.select(records)
        self.pick(records)

    def _choose(self, row: int, column: int) -> None:
        """Select what stands in a cell; a sum leads to its section, its stage or, of all, to nothing."""
        assert self._shown is not None
        stages, sections = self._shown[1]
        stage: Id | None = stages[column].id if column < len(stages) else None
        section: Id | None = sections[row].id if row < len(sections) else None
        if section is not None and stage is not None:
            document = self.editor.document
            held = [*document.in_cell(section, stage), *document.points(section, stage)]
            cell = Cell(section, stage)
            if held:
                self.editor.select([one.id for one in held], cell)
            else:
                self.editor.select_cell(cell)
            self.pick([one.id for one in held])
        elif (line := section or stage) is not None:
            self._select([line])
        else:
            self.pick(())
