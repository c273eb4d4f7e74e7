"""What stands on the page of a table: bar, table and map side by side or as two tabs, options, report."""

from pathlib import PurePath

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QButtonGroup,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QTabBar,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from app.formats.tables.choices import Choices
from app.formats.tables.read_as_map import columns_chosen
from app.formats.tables.reading import TableReading
from app.formats.tables.trial import Trial, Way
from app.language.phrases import tr, tr_plural
from app.widgets.base.buttons import divider
from app.widgets.base.check_box import CheckBox
from app.widgets.base.icons import icon, icon_size
from app.widgets.base.keys import key_words
from app.widgets.base.text_size import scaled
from app.widgets.tables.preview.map_side import MapSide
from app.widgets.tables.preview.report import Report
from app.widgets.tables.preview.row_options import RowOptions
from app.widgets.tables.preview.table_side import TableSide
from app.widgets.tables.preview.which_tables import WhichTables

NARROW = 1100
"""Logical pixels at 100 % under which table and map are two tabs."""
_TABLE, _MAP = 0, 1
_LEAST_HEIGHT = 160
"""Logical pixels at 100 % that table and map have at least; the rest scrolls."""
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
        self.cancel = _button(tr("Cancel"), tr("Add nothing ({key})", key=key_words("Esc")), "x")
        self.turn = _button(
            tr("Turn round"),
            tr("Have the stages go the other way ({key})", key="T"),
            "rotate-ccw",
            "outlined",
        )
        self.direction = _quiet("")
        self.names_stages = CheckBox(tr("The first row names the stages"))
        self.names_sections = CheckBox(tr("The first column names the sections"))
        self.names_stages.setToolTip(tr("Whether the first row holds names, or content"))
        self.names_sections.setToolTip(tr("Whether the first column holds names, or content"))
        self._has_several = len(titles) > 1
        self.new_map = (
            _segment(tr("As new maps"), tr("Add a map for each table"))
            if self._has_several
            else _segment(tr("As a new map"), tr("Add a map with what was read"))
        )
        self.one_map = _segment(tr("As one map"), tr("Add a map in which the tables follow one another"))
        self.one_map.setVisible(self._has_several)
        self.into_map = _segment(tr("Into this map"), tr("Put each cell where its stage and section are"))
        self.plain = _button(
            tr("As plain notes"), tr("Put its cells as notes where the cursor stands"), "", "outlined"
        )
        self.plain.setVisible(has_notes)
        self.title = QLineEdit()
        self.title.setAccessibleName(tr("Title of the new map"))
        self.title.setToolTip(tr("What the new map is called"))
        self.title.setPlaceholderText(tr("Title of the new map"))
        self.counts = _quiet("")
        self.tables = WhichTables(titles)
        self.bring_in = QPushButton(tr("Bring in"))
        self.bring_in.setProperty("role", "primary")
        self.bring_in.setAutoDefault(True)
        self.bring_in.setToolTip(tr("Bring it in, as one step ({key})", key=key_words("Return")))
        self._one_step = _quiet(tr("One undo step"))
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
        self._sides = (_scrolled(self._table_side()), _scrolled(self._map_side()))
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
        return reading.title or PurePath(self._name).stem or tr("Untitled map")

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
        for part in (self.turn, self.names_stages, self.names_sections):
            part.setVisible(bool(reading.rows))
        self.names_stages.setChecked(choices.names_stages)
        self.names_sections.setChecked(choices.names_sections)
        self.title.setVisible(is_new)
        if is_new and not self.title.text():
            self.title.setText(self.own_title(reading))
        self.bring_in.setText(_words_for(self.way, count))
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
        row = self.table.table.row_at(max(self.table.current_row, 0))
        scale = choices.scales.get(row.line) if row is not None else None
        self.options.show_row(row, scale, choices.parts_cells)

    # Putting together

    def _table_side(self) -> QWidget:
        side = QWidget()
        heading = _heading(tr("Your table"))
        grid = QGridLayout(side)
        grid.setContentsMargins(scaled(20), scaled(14), scaled(16), scaled(10))
        grid.setVerticalSpacing(scaled(8))
        top = _row(heading, self.tables, None, self.direction, self.turn)
        grid.addLayout(top, 0, 0)
        grid.addLayout(_row(self.names_stages, self.names_sections, None), 1, 0)
        grid.addWidget(self.table, 2, 0)
        grid.addWidget(self.options, 3, 0)
        grid.setRowStretch(2, 1)
        _fix_heights(grid)
        return side

    def _map_side(self) -> QWidget:
        side = QWidget()
        side.setObjectName("table-in-map")
        side.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        group = QButtonGroup(self)
        for segment in self._ways.values():
            group.addButton(segment)
            segment.clicked.connect(self.way_chosen)
        grid = QGridLayout(side)
        grid.setContentsMargins(scaled(20), scaled(14), scaled(20), scaled(10))
        grid.setVerticalSpacing(scaled(8))
        heading = _heading(tr("The map as it will be"))
        grid.addLayout(_row(heading, None, *self._ways.values()), 0, 0)
        grid.addLayout(_row(self.title, None, self.counts), 1, 0)
        grid.addWidget(self.map, 2, 0)
        grid.addWidget(self.notes, 3, 0)
        grid.setRowStretch(2, 1)
        _fix_heights(grid)
        self.title.setMaximumWidth(scaled(300))
        return side

    def _assemble(self) -> None:
        bar = QWidget()
        bar.setObjectName("bar")
        bar.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        name = _heading(tr("Bring in a table"))
        line = _row(self.cancel, divider(), name, _quiet(self._name), None)
        line.addWidget(_quiet(tr("Nothing is changed until you bring it in")))
        line.setContentsMargins(scaled(12), scaled(6), scaled(16), scaled(6))
        bar.setLayout(line)
        foot = QWidget()
        foot.setObjectName("status")
        foot.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        end = QHBoxLayout(foot)
        end.setContentsMargins(scaled(16), scaled(8), scaled(16), scaled(8))
        end.addWidget(self.report, 1)
        end.addWidget(self._one_step)
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
        """Scroll table and map up and down together."""
        mine, others = self.table.verticalScrollBar(), self.map.verticalScrollBar()
        mine.rangeChanged.connect(lambda _, most: self.map.reach(most))
        mine.valueChanged.connect(others.setValue)
        others.valueChanged.connect(mine.setValue)

    def _show_sides(self) -> None:
        is_narrow = self.width() < scaled(NARROW)
        self._one_step.setVisible(not is_narrow)
        self.tabs.setVisible(is_narrow)
        for number, side in enumerate(self._sides):
            side.setVisible(not is_narrow or self.tabs.currentIndex() == number)
        self.resized.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_sides()


def _scrolled(side: QWidget) -> QScrollArea:
    """A side that scrolls where text is so large, or the screen so small, that not all of it has room."""
    area = QScrollArea()
    area.setFrameShape(QScrollArea.Shape.NoFrame)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setWidget(side)
    return area


def _fix_heights(grid: QGridLayout) -> None:
    """The two rows over table and map are as high on both sides, so that these stand at one height."""
    grid.setRowMinimumHeight(0, scaled(38))
    grid.setRowMinimumHeight(1, scaled(38))
    grid.setRowMinimumHeight(2, scaled(_LEAST_HEIGHT))


def _row(*parts: QWidget | None) -> QHBoxLayout:
    """Widgets side by side; None is what takes the room that is left."""
    row = QHBoxLayout()
    row.setSpacing(scaled(8))
    for part in parts:
        if part is None:
            row.addStretch(1)
        else:
            row.addWidget(part)
    return row


def _heading(words: str) -> QLabel:
    label = QLabel(words)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setProperty("role", "strong")
    return label


def _quiet(words: str) -> QLabel:
    label = QLabel(words)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setProperty("role", "quiet")
    label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
    label.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
    label.setMinimumWidth(0)
    return label


def _button(words: str, tip: str, sign: str, role: str = "") -> QToolButton:
    button = QToolButton()
    button.setText(words)
    button.setToolTip(tip)
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    if sign:
        button.setIcon(icon(sign))
        button.setIconSize(icon_size())
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
    if role:
        button.setProperty("role", role)
    return button


def _words_for(way: Way, count: int) -> str:
    """What pressing it does, with so many tables."""
    if way == "into":
        return tr("Bring into this map")
    if way == "one" or count < 2:
        return tr("Bring in as a map")
    return tr_plural("Bring in as {count} map", "Bring in as {count} maps", count)


def _segment(words: str, tip: str) -> QToolButton:
    segment = _button(words, tip, "", "segment")
    segment.setCheckable(True)
    return segment
