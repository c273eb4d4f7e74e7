"""What stands on the page of a table: bar, table and map side by side or as two tabs, options, report."""

from pathlib import PurePath

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QButtonGroup,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QPushButton,
    QSizePolicy,
    QTabBar,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from app.drawing.title import MAP_TYPES
from app.formats.tables.bringing_in.trial import Trial, Way
from app.formats.tables.choices import Choices
from app.formats.tables.read_as_map import columns_chosen
from app.formats.tables.reading import TableReading
from app.language.phrases import tr
from app.widgets.base.buttons import divider
from app.widgets.base.check_box import CheckBox
from app.widgets.base.keys import key_words
from app.widgets.base.text_size import scaled
from app.widgets.base.whole_words import ShortenedLabel
from app.widgets.tables.preview.map_side import MapSide
from app.widgets.tables.preview.pieces import (
    TITLE_HEIGHT,
    button,
    fix_heights,
    framed,
    heading,
    key_cap,
    quiet,
    row,
    scrolled,
    segment,
    words_for,
)
from app.widgets.tables.preview.report import Report
from app.widgets.tables.preview.row_options import RowOptions
from app.widgets.tables.preview.table_side import TableSide
from app.widgets.tables.preview.which_tables import WhichTables

NARROW = 1100
"""Logical pixels at 100 % under which table and map are two tabs."""
_TABLE, _MAP = 0, 1
_ROOM_FOR_HINT = 860
"""Logical pixels at 100 % of a page that is so high that it has room for chips, and to say how it is used."""
_ROOM_FOR_READINGS = 1360
"""Those of one so wide that several readings stand at its foot."""
_MOST_NOTES = 200


class PageParts(QWidget):
    """Emits `resized` when there is more or less room, `way_chosen` when it is to go elsewhere."""

    resized = Signal()
    way_chosen = Signal()

    def __init__(self, parent: QWidget, name: str, titles: list[str], has_notes: bool) -> None:
        super().__init__(parent)
        self._name = name
        self.table, self.map = TableSide(), MapSide()
        self.options, self.report = RowOptions(), Report()
        self.cancel = button(tr("Cancel"), tr("Add nothing ({key})", key=key_words("Esc")), "x")
        self.turn = button(
            tr("Turn round"),
            tr("Have the stages go the other way ({key})", key="T"),
            "rotate-ccw",
            "outlined",
        )
        self.direction = quiet("")
        self.names_stages = CheckBox(tr("The first row names the stages"))
        self.names_sections = CheckBox(tr("The first column names the sections"))
        self.names_stages.setToolTip(tr("Whether the first row holds names, or content"))
        self.names_sections.setToolTip(tr("Whether the first column holds names, or content"))
        self._has_several = len(titles) > 1
        self.new_map = (
            segment(tr("As new maps"), tr("Add a map for each table"))
            if self._has_several
            else segment(tr("As a new map"), tr("Add a map with what was read"))
        )
        self.one_map = segment(tr("As one map"), tr("Add a map in which the tables follow one another"))
        self.one_map.setVisible(self._has_several)
        self.into_map = segment(tr("Into this map"), tr("Put each cell where its stage and section are"))
        self.plain = button(
            tr("As plain notes"), tr("Put its cells as notes where the cursor stands"), "", "outlined"
        )
        self.plain.setVisible(has_notes)
        self.title = QLineEdit()
        self.title.setAccessibleName(tr("Title of the new map"))
        self.title.setToolTip(tr("What the new map is called"))
        self.title.setPlaceholderText(tr("Title of the new map"))
        self.badge = heading(str(MAP_TYPES["current state"]), "badge")
        self.badge.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.badge.setToolTip(tr("The new map shows how it is today"))
        self.counts = quiet("")
        self.tables = WhichTables(titles)
        self.bring_in = QPushButton(tr("Bring in"))
        self.bring_in.setProperty("role", "primary")
        self.bring_in.setAutoDefault(True)
        self.bring_in.setToolTip(tr("Bring it in, as one step ({key})", key=key_words("Return")))
        self._one_step, self._enter = quiet(tr("One undo step")), key_cap("Return")
        self._hint = ShortenedLabel()
        self._hint.setTextFormat(Qt.TextFormat.PlainText)
        self._hint.setProperty("role", "label")
        self.notes = QListWidget()
        self.notes.setAccessibleName(tr("How the file was read"))
        self.notes.setToolTip(tr("What was taken as what, what was guessed, and what was left out"))
        self.notes.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.notes.setWordWrap(True)
        self.notes.setMaximumHeight(scaled(150))
        self.notes.hide()
        self.tabs = QTabBar()
        self.tabs.addTab(tr("Your table"))
        self.tabs.addTab(tr("The map as it will be"))
        self.tabs.setAccessibleName(tr("Table or map"))
        self.tabs.setToolTip(tr("Look at the table, or at the map that it becomes"))
        self._sides = (scrolled(self._table_side()), scrolled(self._map_side()))
        self._assemble()
        self.tabs.currentChanged.connect(self._show_sides)
        self.report.all_wanted.connect(lambda: self.notes.setVisible(self.notes.isHidden()))
        self._link_bars()

    @property
    def way(self) -> Way:
        return next((way for way, segment in self._ways.items() if segment.isChecked()), "new")

    @property
    def _ways(self) -> dict[Way, QToolButton]:
        return {"new": self.new_map, "one": self.one_map, "into": self.into_map}

    def set_way(self, way: Way) -> None:
        self._ways[way].setChecked(True)

    def offer_ways(self, can_go_into: bool) -> None:
        self.into_map.setEnabled(can_go_into)
        if not can_go_into:
            self.into_map.setToolTip(tr("This map has no stages and sections of these names"))

    def own_title(self, reading: TableReading) -> str:
        """What a map of a table is called that nobody named yet."""
        titles = [reading.title, PurePath(self._name).stem]
        if self.way == "one":
            titles.reverse()  # What is over one table speaks not for all of them.
        return next(filter(None, titles), tr("Untitled map"))

    def show_title(self, title: str) -> None:
        self.title.setText(title)
        self.title.setCursorPosition(0)

    def show_reading(self, trial: Trial, choices: Choices) -> None:
        reading = trial.reading
        columns = columns_chosen(reading.grid, choices) if reading.grid is not None else {}
        self.table.table.show(reading, columns)
        is_new, count = self.way != "into", len(self.tables.brought_in)
        self.direction.setText(
            (tr("Stages run down, shown turned") if reading.stages_go_down else tr("Stages run across"))
            if reading.rows
            else tr("Each row is a sticky")
            if reading.stickies
            else tr("Each row is a note")
        )
        self._hint.setText(
            tr("Press a chip to change what a row becomes; press a cell to see where it lands")
            if self.table.table.has_chips
            else tr("Press a row to see where it lands")
        )
        for part in (self.turn, self.names_stages, self.names_sections):
            part.setVisible(bool(reading.rows))
        self.names_stages.setChecked(choices.names_stages)
        self.names_sections.setChecked(choices.names_sections)
        self.title.setVisible(is_new)
        self.badge.setVisible(is_new)
        if is_new and not self.title.text():
            self.show_title(self.own_title(reading))
        self.bring_in.setText(words_for(self.way, count))
        self.bring_in.setEnabled(bool(reading.stages and reading.sections and count))
        self.report.show_trial(trial, choices)
        self.notes.clear()
        for note in trial.notes[:_MOST_NOTES]:
            self.notes.addItem(str(note.words))
        if not trial.notes:
            self.notes.hide()

    def show_row(self, reading: TableReading, choices: Choices) -> None:
        """Ask for the row that is current, or what a list's columns hold."""
        if reading.grid is not None and not reading.rows:
            self.options.show_columns(reading.grid, columns_chosen(reading.grid, choices))
            return
        found = self.table.table.row_at(max(self.table.current_row, 0))
        scale = choices.scales.get(found.line) if found is not None else None
        self.options.show_row(found, scale, choices.parts_cells)

    # Putting together

    def _table_side(self) -> QWidget:
        side = QWidget()
        grid = QGridLayout(side)
        grid.setContentsMargins(scaled(20), scaled(14), scaled(16), scaled(10))
        grid.setVerticalSpacing(0)
        titled = QVBoxLayout()
        titled.setSpacing(scaled(2))
        titled.addLayout(row(heading(tr("Your table")), self.tables, None))
        titled.addWidget(self._hint)
        top = row(self.direction, self.turn)
        top.insertLayout(0, titled, 1)
        grid.addLayout(top, 0, 0)
        grid.addLayout(row(self.names_stages, self.names_sections, None), 1, 0)
        grid.addWidget(self.table, 2, 0)
        grid.addWidget(self.options, 3, 0)
        grid.setRowStretch(2, 1)
        fix_heights(grid)
        return side

    def _map_side(self) -> QWidget:
        side = QWidget()
        side.setObjectName("table-in-map")
        side.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        group = QButtonGroup(self)
        for each in self._ways.values():
            group.addButton(each)
            each.clicked.connect(self.way_chosen)
        grid = QGridLayout(side)
        grid.setContentsMargins(scaled(20), scaled(14), scaled(20), scaled(10))
        grid.setVerticalSpacing(0)
        ways = framed(*self._ways.values())
        grid.addLayout(row(heading(tr("The map as it will be")), None, ways), 0, 0)
        grid.addWidget(self._card_top(), 1, 0)
        grid.addWidget(self.map, 2, 0)
        grid.addWidget(self.notes, 3, 0)
        grid.setRowStretch(2, 1)
        fix_heights(grid)
        return side

    def _card_top(self) -> QFrame:
        """The upper edge of the sheet on which the map stands: its title, and how much is on it."""
        top = QFrame()
        top.setObjectName("table-map-top")
        top.setFixedHeight(scaled(TITLE_HEIGHT))
        self.title.setMaximumWidth(scaled(300))
        self.title.setMinimumWidth(scaled(120))
        line = row(self.title, self.badge, None, self.counts)
        line.setContentsMargins(scaled(14), 0, scaled(14), 0)
        line.setStretch(0, 1)
        top.setLayout(line)
        return top

    def _assemble(self) -> None:
        bar = QWidget()
        bar.setObjectName("bar")
        bar.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        name = heading(tr("Bring in a table"), "strong")
        line = row(self.cancel, key_cap("Esc"), divider(), name, quiet(self._name), None)
        line.addWidget(quiet(tr("Nothing is changed until you bring it in")))
        line.setContentsMargins(scaled(12), scaled(6), scaled(16), scaled(6))
        bar.setLayout(line)
        foot = QWidget()
        foot.setObjectName("status")
        foot.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        end = QHBoxLayout(foot)
        end.setContentsMargins(scaled(16), scaled(8), scaled(16), scaled(8))
        end.addWidget(self.report, 1)
        end.addWidget(self._one_step)
        end.addWidget(self._enter)
        end.addWidget(self.plain)
        end.addWidget(self.bring_in)
        sides = QHBoxLayout()
        sides.setContentsMargins(0, 0, 0, 0)
        sides.setSpacing(0)
        for side, share in zip(self._sides, (46, 54), strict=True):
            side.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)
            sides.addWidget(side, share)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(bar)
        column.addWidget(self.tabs)
        column.addLayout(sides, 1)
        column.addWidget(foot)

    def _link_bars(self) -> None:
        """Scroll table and map up and down together, where their rows stand beside each other."""
        mine, others = self.table.verticalScrollBar(), self.map.verticalScrollBar()
        model = self.table.table
        mine.rangeChanged.connect(lambda _, most: self.map.reach(most if model.has_rows else 0))
        mine.valueChanged.connect(lambda value: others.setValue(value) if model.has_rows else None)
        others.valueChanged.connect(lambda value: mine.setValue(value) if model.has_rows else None)

    def _show_sides(self) -> None:
        is_narrow = self.width() < scaled(NARROW)
        self._one_step.setVisible(not is_narrow)
        self._enter.setVisible(not is_narrow)
        is_high = self.height() >= scaled(_ROOM_FOR_HINT)
        self._hint.setVisible(is_high)
        self.options.give_room(is_high)
        self.report.give_room(self.width() >= scaled(_ROOM_FOR_READINGS))
        self.tabs.setVisible(is_narrow)
        for number, side in enumerate(self._sides):
            side.setVisible(not is_narrow or self.tabs.currentIndex() == number)
        self.resized.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_sides()
