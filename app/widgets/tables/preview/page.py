"""The page on which a table is looked at before it is brought in: nothing changes before, and Esc leaves."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from typing import NamedTuple, cast

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPaintEvent

from app.formats.tables.bringing_in.joining import have_the_same_stages, joined_tables
from app.formats.tables.bringing_in.trial import Trial, Way, beginning, can_go_into, is_empty, tried_among
from app.formats.tables.choices import UNCHOSEN, Choices
from app.formats.tables.read_as_map import Shape, columns_chosen, columns_for, grid_as_map
from app.formats.tables.reading import StickyRole, TableReading
from app.formats.tables.recognising.row_kinds import DURATION, GRAPH, RowKind
from app.language.phrases import tr
from app.language.words import joined
from app.model.change import Change
from app.model.document import Document
from app.model.exchange.feelings import Scale
from app.model.nouns import counted
from app.model.records import Id
from app.session.worker import Worker
from app.widgets.base.overlays.overlay import Overlay
from app.widgets.base.text_size import scaled
from app.widgets.shell import Shell
from app.widgets.tables.preview.drawn_map import DrawnMap
from app.widgets.tables.preview.map_side import Line, MapSide
from app.widgets.tables.preview.parts import PageParts

_AT_ONCE = 1_000
"""Cells that are read so soon that nobody notices; more are read beside the window."""
_MOST_AIR = 28
"""Logical pixels at 100 %."""
_HARDLY = 12.0
"""Map units of room more or less, for which a map is not laid out again."""


class BroughtIn(NamedTuple):
    """What was decided: the tables as they are to be read, where they go, and what one new map is called."""

    readings: tuple[TableReading, ...]
    way: Way
    title: str


class TablePage(Overlay):
    """Fills its window. `finish` is called with what was decided, once the page is gone."""

    def __init__(
        self,
        window: Shell,
        name: str,
        readings: Sequence[TableReading],
        finish: Callable[[BroughtIn], object],
        as_notes: Callable[[], object] | None = None,
    ) -> None:
        super().__init__(window.widget, width=0)
        self.setAccessibleName(tr("Bring in a table"))
        self._editor = window.editor
        self._finish = finish
        self._readings = list(readings)
        self._choices = [UNCHOSEN] * len(readings)
        self._at = 0
        self._name = name
        self._trial: Trial | None = None
        self._seen: Trial | None = None
        self._lines: list[Line] = []
        self._is_stale = False
        self._is_awaited = False
        """Whether something is read beside the window whose answer has not come yet."""
        self._drawn_for = 0.0
        self._shows_new = False
        self._worker = Worker("Reading a table", self)
        self._worker.answered.connect(self._show)
        self._worker.ended.connect(self._go_on)
        self.parts = PageParts(self.card, name, [reading.title for reading in readings], as_notes is not None)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.addWidget(self.parts)
        self._connect(as_notes)
        can_go = can_go_into(self._editor.document, self._editor.map, joined_tables(readings).reading)
        self.parts.offer_ways(can_go)
        self.parts.set_way(self._likely_way(can_go))
        self._read()

    def _likely_way(self, can_go_into_map: bool) -> Way:
        has_several = len(self._readings) > 1
        if can_go_into_map and not (has_several and is_empty(self._editor.document, self._editor.map)):
            return "into"
        return "one" if has_several and have_the_same_stages(self._readings) else "new"

    @property
    def reading(self) -> TableReading:
        return self._readings[self._at]

    @property
    def choices(self) -> Choices:
        return self._choices[self._at]

    @property
    def trial(self) -> Trial | None:
        """What bringing it in would come to; None until it is known."""
        return self._trial

    @property
    def is_reading(self) -> bool:
        return self._is_awaited or self._is_stale

    def choose(self, choices: Choices) -> None:
        """Read the table another way."""
        self._choices[self._at] = choices
        self._read()

    def choose_kind(self, row: int, kind: RowKind) -> None:
        """Have a row become something else."""
        line = self.parts.table.table.line_at(row)
        if line is None:
            return
        if self.reading.stickies:
            stickies = {**self.choices.stickies, line: cast("StickyRole", kind.kind)}
            self.choose(replace(self.choices, stickies=stickies))
        else:
            self.choose(replace(self.choices, kinds={**self.choices.kinds, line: kind}))

    def turn_round(self) -> None:
        """Have the stages go the other way; what was chosen for rows is no more."""
        goes_down = not self.reading.stages_go_down
        self.choose(replace(self.choices, goes_down=goes_down, kinds={}, scales={}))

    def bring_in(self) -> None:
        if self._trial is None or self.is_reading or not self.reading.stages:
            return
        if not (kept := self.parts.tables.brought_in):
            return
        chosen = tuple(self._readings[at] for at in kept)
        decided = BroughtIn(chosen, self.parts.way, self.parts.title.text().strip())
        self.dismiss()
        self._finish(decided)

    def dismiss(self) -> None:
        self._worker.close()
        super().dismiss()

    # Reading

    def _read(self) -> None:
        """Read the table as it is chosen and try it: beside the window where there is much of it."""
        if self._is_awaited:
            self._is_stale = True
            return
        self._is_stale = False
        editor, reading, way = self._editor, self.reading, self.parts.way
        title = self.parts.title.text().strip() or self.parts.own_title(reading)
        kept = {*self.parts.tables.brought_in, self._at} if way != "new" else {self._at}
        before = [self._readings[at] for at in sorted(kept) if at < self._at]
        after = [self._readings[at] for at in sorted(kept) if at > self._at]
        do = partial(
            _tried, editor.document.copy(), editor.map, reading, (before, after), self.choices, way, title
        )
        size = sum(one.record_count for one in (*before, *after)) + _cells_in(reading)
        if size <= _AT_ONCE:
            self._show(do())
        else:
            self._is_awaited = True
            self._worker.begin(do)

    def _go_on(self) -> None:
        self._is_awaited = False
        if self._is_stale:
            self._read()

    def _show(self, found: tuple[Trial, Trial]) -> None:
        if self._is_stale:
            return
        trial, seen = found
        self._trial, self._seen, self._readings[self._at] = trial, seen, trial.reading
        self._drawn_for = 0.0
        parts = self.parts
        parts.show_reading(trial, self.choices)
        is_new_map = parts.way != "into" or is_empty(self._editor.document, self._editor.map)
        self._shows_new = not is_new_map
        parts.counts.setText(_counted(trial.change) if is_new_map else tr("New parts have a dashed edge"))
        self._arrange()
        self._follow_row()

    def _arrange(self) -> None:
        """Make the rows of table and map equally high."""
        if self._seen is None:
            return
        table, map = self.parts.table, self.parts.map
        trial = self._seen
        if abs(map.room - self._drawn_for) > _HARDLY:
            self._drawn_for = map.room
            map.show_map(DrawnMap(trial, map.room), self._shows_new)
        needed = table.needed_heights()
        rows = trial.reading.rows
        self._lines, top = [], 0
        if rows:
            sections = [trial.sections[row.section] if row.section is not None else None for row in rows]
        else:
            sections = list(trial.sections)
            needed = [0] * len(sections)
        natural = [map.natural_height(section) if section is not None else 0 for section in sections]
        heights = [max(pair) for pair in zip(needed, natural, strict=True)]
        can_grow = [row.kind not in (GRAPH, DURATION) for row in rows]
        air = self._air(heights, sum(can_grow), map)
        if rows:
            heights = [high + air * grows for high, grows in zip(heights, can_grow, strict=True)]
        durations = {at for at, row in enumerate(rows) if row.kind == DURATION}
        for at, (height, section) in enumerate(zip(heights, sections, strict=True)):
            self._lines.append(Line(top, height, section, at in durations))
            top += height
        map.place(self._lines)
        if rows:
            table.place(self._lines, map.head)
        else:
            table.place([Line(0, height, None) for height in table.needed_heights()], map.head)

    def _air(self, heights: Sequence[int], count: int, map: MapSide) -> int:
        """How much higher so many of the rows can be than they must, where there is room."""
        spare = map.viewport().height() - map.head - map.legend_height - sum(heights)
        return min(max(spare // max(count, 1), 0), scaled(_MOST_AIR))

    # What is pressed

    def _connect(self, as_notes: Callable[[], object] | None) -> None:
        parts = self.parts
        parts.cancel.clicked.connect(self.dismiss)
        parts.bring_in.clicked.connect(self.bring_in)
        parts.turn.clicked.connect(self.turn_round)
        parts.names_stages.clicked.connect(
            lambda is_on: self.choose(replace(self.choices, names_stages=is_on))
        )
        parts.names_sections.clicked.connect(
            lambda is_on: self.choose(replace(self.choices, names_sections=is_on))
        )
        parts.way_chosen.connect(self._go_elsewhere)
        parts.title.editingFinished.connect(self._name_map)
        parts.tables.looked_at.connect(self._go_to_table)
        parts.tables.chosen.connect(self._read)
        parts.table.kind_chosen.connect(self.choose_kind)
        parts.table.row_changed.connect(self._follow_row)
        parts.map.pressed.connect(self._go_to_cell)
        parts.resized.connect(self._arrange)
        parts.map.room_changed.connect(self._arrange)
        parts.report.choices_wanted.connect(self.choose)
        options = parts.options
        options.kind_chosen.connect(lambda kind: self.choose_kind(max(parts.table.current_row, 0), kind))
        options.parting_chosen.connect(lambda is_on: self.choose(replace(self.choices, parts_cells=is_on)))
        options.scale_chosen.connect(self._choose_scale)
        options.columns_chosen.connect(lambda columns: self.choose(replace(self.choices, columns=columns)))
        options.shape_wanted.connect(self._read_as)
        if as_notes is not None:
            parts.plain.clicked.connect(self.dismiss)
            parts.plain.clicked.connect(lambda: as_notes())

    def _choose_scale(self, scale: Scale | None) -> None:
        row = self.parts.table.table.row_at(max(self.parts.table.current_row, 0))
        if row is not None:
            scales = {line: one for line, one in self.choices.scales.items() if line != row.line}
            self.choose(replace(self.choices, scales=scales | ({row.line: scale} if scale else {})))

    def _read_as(self, shape: Shape) -> None:
        """Read rows as sections, as notes with their places, or as stickies of a board."""
        grid = self.reading.grid
        if grid is not None:
            self.choose(replace(self.choices, columns=columns_for(shape, grid), stickies={}))

    def _go_elsewhere(self) -> None:
        """Try another way; several tables together are called otherwise than one of them."""
        if len(self._readings) > 1:
            self.parts.show_title(self.parts.own_title(self.reading))
        self._read()

    def _name_map(self) -> None:
        if self._trial is not None and self.parts.way == "new":
            self._readings[self._at] = replace(self.reading, title=self.parts.title.text().strip())

    def _go_to_table(self, at: int) -> None:
        self._at = at
        if self.parts.way == "new":
            self.parts.show_title(self.parts.own_title(self.reading))
        self._read()

    def _go_to_cell(self, section: Id, stage: Id) -> None:
        """The cell of the table that a cell of the map comes from."""
        if self._seen is None or stage not in self._seen.stages:
            return
        row = next((at for at, line in enumerate(self._lines) if line.section == section), None)
        if row is not None and self._seen.reading.rows:
            self.parts.table.go_to(row, self._seen.stages.index(stage))
        else:
            self.parts.map.outline((section, stage))

    def _follow_row(self) -> None:
        """Outline the same cell on the map, and ask for the row that is current."""
        table, trial = self.parts.table, self._seen
        if trial is None:
            return
        cell, outlined = table.current_cell, None
        if cell is not None and trial.reading.rows and cell[0] < len(self._lines):
            section = self._lines[cell[0]].section
            stage = trial.stages[cell[1]] if cell[1] < len(trial.stages) else None
            outlined = (section, stage) if section is not None and stage is not None else None
        elif cell is not None:
            outlined = self._listed_at(cell[0], trial)
        self.parts.map.outline(outlined)
        self.parts.show_row(trial.reading, self.choices)

    def _listed_at(self, row: int, trial: Trial) -> tuple[Id, Id] | None:
        """The cell of the map in which a row of a list stands."""
        if stickies := trial.reading.stickies:
            cell = stickies[row].cell
            return _cell_in(trial, *cell) if cell is not None else None
        grid = trial.reading.grid
        columns = columns_chosen(grid, self.choices) if grid is not None else {}
        if grid is None or "stage" not in columns or "section" not in columns or row + 1 >= len(grid.rows):
            return None
        found = [grid.rows[row + 1][columns[name]].text.strip() for name in ("section", "stage")]
        sections = [section.name for section in trial.reading.sections]
        stages = [stage.name for stage in trial.reading.stages]
        if found[0] not in sections or found[1] not in stages:
            return None
        return _cell_in(trial, sections.index(found[0]), stages.index(found[1]))

    # Events

    def keyPressEvent(self, event: QKeyEvent) -> None:
        letter = event.text().upper()
        choosable = self.parts.table.table.choosable
        chosen = next((one for one in choosable if one.letter and one.letter == letter), None)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.bring_in()
        elif letter == "T" and self.reading.rows:
            self.turn_round()
        elif chosen is not None and self.parts.table.current_row >= 0:
            self.choose_kind(self.parts.table.current_row, chosen.row_kind)
        else:
            super().keyPressEvent(event)
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def paintEvent(self, event: QPaintEvent) -> None:
        pass

    def _place(self) -> None:
        self.setGeometry(self._window.rect())
        self.card.setGeometry(self.rect())

    def open(self) -> None:
        super().open()
        self.parts.table.setFocus(Qt.FocusReason.PopupFocusReason)


def _tried(
    document: Document,
    map: Id,
    reading: TableReading,
    others: tuple[list[TableReading], list[TableReading]],
    choices: Choices,
    way: Way,
    title: str,
) -> tuple[Trial, Trial]:
    """The table tried among those before and behind it, and what of that is drawn."""
    read = grid_as_map(reading.grid, choices) if reading.grid is not None else reading
    before, after = others
    tables, at = [*before, replace(read, title=reading.title), *after], len(before)
    trial = tried_among(document, map, tables, at, way, title)
    drawn = tables if way == "into" else [beginning(one) for one in tables]
    seen = trial if drawn == tables else tried_among(document, map, drawn, at, way, title)
    return trial, seen


def _cell_in(trial: Trial, section_at: int, stage_at: int) -> tuple[Id, Id] | None:
    """The cell of the map that a cell of the table became; None where it has none, or is not drawn."""
    section, stage = trial.sections[section_at], (*trial.stages[stage_at : stage_at + 1], None)[0]
    return (section, stage) if section is not None and stage is not None else None


def _cells_in(reading: TableReading) -> int:
    grid = reading.grid
    return len(grid.rows) * grid.width if grid is not None else reading.record_count


def _counted(change: Change) -> str:
    kinds = ("stage", "section", "note", "emotion point")
    made = Counter(edit.record.kind for edit in change if edit.before is None)
    return str(joined([counted(kind, made[kind]) for kind in kinds if made[kind]], ", "))
