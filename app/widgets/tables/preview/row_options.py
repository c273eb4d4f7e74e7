"""What the row that is current becomes, as chips; how its cells are read; of a list what its columns hold."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFormLayout, QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from app.formats.tables.bringing_in.becoming import becomings
from app.formats.tables.grid import Grid
from app.formats.tables.read_as_map import Shape, shape_of
from app.formats.tables.reading import RowRead
from app.formats.tables.recognising.row_kinds import GRAPH, NOTES
from app.language.numbers import in_letters
from app.language.phrases import Phrase, phrase, phrase_context, tr
from app.language.words import quoted
from app.model.exchange.feelings import Scale
from app.model.words import shortened
from app.widgets.base.icons import icon_size
from app.widgets.base.text_size import scaled
from app.widgets.forms.chips import Flow
from app.widgets.forms.choice_fields import ComboBox
from app.widgets.tables.preview.table_paint import becoming_icon

SCALES: tuple[tuple[Phrase, Scale | None], ...] = (
    (phrase("As the table says"), None),
    (phrase("From −5 to +5"), Scale(-5, 5, "name")),
    (phrase("From −2 to +2"), Scale(-2, 2, "name")),
    (phrase("From 1 to 5"), Scale(1, 5, "name")),
    (phrase("From 0 to 10"), Scale(0, 10, "name")),
    (phrase("From 0 to 100"), Scale(0, 100, "name")),
)
SHAPES: tuple[tuple[Phrase, Shape], ...] = (
    (phrase("A section of the map"), "sections"),
    (phrase("A note, with its stage and section"), "list"),
    (phrase("A sticky, with its place on a board"), "board"),
)
LIST_ROLES: tuple[tuple[str, Phrase], ...] = (
    ("stage", phrase("Stage")),
    ("section", phrase("Section")),
    ("text", phrase("Note")),
    ("score", phrase("Value")),
    ("persona", phrase("Persona")),
)
"""What can be picked for the columns of a list."""
BOARD_ROLES: tuple[tuple[str, Phrase], ...] = (
    ("text", phrase("Words")),
    ("x", phrase("From the left")),
    ("y", phrase("From the top")),
    ("colour", phrase("Colour")),
    ("area", phrase("Area")),
)
"""The same for a board."""
_NONE = -1
_USUAL = "AUPNGMCLX"
"""Letters of what always has a chip; the others are in the row's menu and have letters too."""


class RowOptions(QWidget):
    kind_chosen = Signal(object)
    scale_chosen = Signal(object)
    parting_chosen = Signal(bool)
    columns_chosen = Signal(object)
    shape_wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.heading = QLabel()
        self.heading.setTextFormat(Qt.TextFormat.PlainText)
        self.heading.setProperty("role", "strong")
        self.chips = {one.row_kind: _chip(one.title, one.letter) for one in becomings()}
        chips = QWidget()
        flow = Flow(chips)
        for one in becomings():
            chip = self.chips[one.row_kind]
            chip.setIcon(becoming_icon(one))
            chip.setIconSize(icon_size(16))
            chip.clicked.connect(lambda _=False, kind=one.row_kind: self.kind_chosen.emit(kind))
            flow.addWidget(chip)
        flow.addWidget(QWidget())
        self._chips = chips
        self._has_room = self._is_of_row = True
        self._usual = {str(one.title) for one in becomings() if one.letter in _USUAL}
        self.parting = _choice(tr("Several in one cell"), tr("What begins a note of its own in a cell"))
        self.parting.addItem(tr("At ; and new lines"), True)
        self.parting.addItem(tr("Kept as one note"), False)
        self.parting.activated.connect(lambda: self.parting_chosen.emit(self.parting.currentData()))
        self.scale = _choice(tr("Numbers go"), tr("From where to where the numbers of feelings go"))
        for words, scale in SCALES:
            self.scale.addItem(str(words), scale)
        self.scale.activated.connect(lambda: self.scale_chosen.emit(self.scale.currentData()))
        self.shape = _choice(tr("Each row is"), tr("Whether rows are sections, or notes with their stage"))
        for words, shape in SHAPES:
            self.shape.addItem(str(words), shape)
        self.shape.activated.connect(lambda: self.shape_wanted.emit(self.shape.currentData()))
        self.roles = _roles(LIST_ROLES)
        self.places = _roles(BOARD_ROLES)
        for choice in (*self.roles.values(), *self.places.values()):
            choice.activated.connect(self._emit_columns)
        self._forms = (QFormLayout(), QFormLayout())
        both = QHBoxLayout()
        both.setSpacing(scaled(16))
        for form in self._forms:
            form.setHorizontalSpacing(scaled(10))
            form.setVerticalSpacing(scaled(4))
            form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
            form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
            form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
            both.addLayout(form, 1)
        self._forms[0].addRow(tr("Each row is"), self.shape)
        self._forms[1].addRow(tr("Several in one cell"), self.parting)
        self._forms[1].addRow(tr("Numbers go"), self.scale)
        for roles, choices in ((LIST_ROLES, self.roles), (BOARD_ROLES, self.places)):
            for number, (name, title) in enumerate(roles, 1):
                self._forms[number % 2].addRow(str(title), choices[name])
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(scaled(8))
        column.addWidget(self.heading)
        column.addWidget(chips)
        column.addLayout(both)

    def give_room(self, has_room: bool) -> None:
        """Whether there is room for chips; without it what a row becomes is chosen in the table alone."""
        self._has_room = has_room
        self._show_chips()

    def _show_chips(self) -> None:
        self.heading.setVisible(self._has_room and self._is_of_row)
        self._chips.setVisible(self._has_room and self._is_of_row)

    def show_row(self, row: RowRead | None, scale: Scale | None, parts_cells: bool) -> None:
        """What a row of a table becomes."""
        self._show_shape("sections")
        self._is_of_row = row is not None
        self._show_chips()
        if row is not None:
            self.heading.setText(tr("{row} becomes", row=quoted(shortened(row.name, 40))))
            for kind, chip in self.chips.items():
                is_chosen = kind[:2] == (row.kind, row.meaning)
                chip.setChecked(is_chosen)
                chip.setVisible(is_chosen or chip.text() in self._usual)
        self._show(self.scale, row is not None and row.kind == GRAPH)
        self._show(self.parting, row is None or row.kind == NOTES)
        self.parting.setCurrentIndex(0 if parts_cells else 1)
        self.scale.setCurrentIndex(next((at for at, (_, one) in enumerate(SCALES) if one == scale), 0))

    def show_columns(self, grid: Grid, columns: Mapping[str, int]) -> None:
        """Which columns of a list hold what."""
        self._show_shape(shape := shape_of(columns))
        self._is_of_row = False
        self._show_chips()
        self._show(self.scale, False)
        self._show(self.parting, False)
        for name, choice in self._choices_for(shape).items():
            choice.clear()
            choice.addItem(str(phrase_context("column of a table", "None")), _NONE)
            for at, cell in enumerate(grid.rows[0] if grid.rows else ()):
                choice.addItem(shortened(cell.text.strip(), 40) or in_letters(at), at)
            choice.setCurrentIndex(columns.get(name, _NONE) + 1)

    def _show_shape(self, shape: Shape) -> None:
        self.shape.setCurrentIndex(self.shape.findData(shape))
        for choice in (*self.roles.values(), *self.places.values()):
            self._show(choice, choice in self._choices_for(shape).values())

    def _choices_for(self, shape: Shape) -> dict[str, ComboBox]:
        return {"sections": {}, "list": self.roles, "board": self.places}[shape]

    def _show(self, choice: ComboBox, is_shown: bool) -> None:
        next(form for form in self._forms if form.indexOf(choice) >= 0).setRowVisible(choice, is_shown)

    def _emit_columns(self) -> None:
        choices = self._choices_for(self.shape.currentData())
        chosen = {name: choice.currentData() for name, choice in choices.items()}
        self.columns_chosen.emit({name: at for name, at in chosen.items() if at != _NONE})


def _chip(title: Phrase, letter: str) -> QToolButton:
    chip = QToolButton()
    chip.setProperty("role", "becomes")
    chip.setCheckable(True)
    chip.setText(str(title))
    chip.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
    chip.setToolTip(tr("The row becomes this ({key})", key=letter))
    chip.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return chip


def _roles(roles: Sequence[tuple[str, Phrase]]) -> dict[str, ComboBox]:
    return {name: _choice(str(title), tr("The column that holds it")) for name, title in roles}


def _choice(name: str, tip: str) -> ComboBox:
    choice = ComboBox()
    choice.setAccessibleName(name)
    choice.setToolTip(tip)
    return choice
