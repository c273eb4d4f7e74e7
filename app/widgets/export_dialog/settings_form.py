"""The settings of an export as fields, and what they say as options."""

from collections.abc import Callable, Sequence
from contextlib import ExitStack
from typing import TypeVar

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QSpinBox,
    QWidget,
)

from app.formats.deliverables import DELIVERABLES, deliverable_named
from app.formats.format import MOST_BANDS, ExportOptions, Look, Orientation
from app.formats.paper import PAPERS
from app.formats.poster.plan import (
    LARGEST_SCALE,
    MOST_BLEED,
    MOST_MARGIN,
    MOST_OVERLAP,
    SMALLEST_SCALE,
    TILE_MARGIN,
)
from app.model.past import Earlier
from app.widgets.export_dialog.parts import Part
from app.widgets.export_dialog.picture_size import PictureSize
from app.widgets.export_dialog.versions import Comparable
from app.widgets.forms.check_box import CheckBox
from app.widgets.forms.choice_fields import ComboBox
from app.widgets.forms.number_box import NumberBox
from app.widgets.wheel import keep_still

T = TypeVar("T")

Recall = Callable[[str], ExportOptions]
"""The options with which a deliverable, by its name, was exported last."""

_SHEETS = ("A4", "A3", "Letter", "Tabloid")
_HAND = ("A4", "A3", "Letter")
"""Papers of persona sheets."""
_ORIENTATIONS: tuple[tuple[str, Orientation], ...] = (("Landscape", "landscape"), ("Portrait", "portrait"))
_LOOKS: tuple[tuple[str, Look], ...] = (
    ("All colours", "colour"), ("Greyscale", "greyscale"), ("Save ink", "ink-saving"),
)  # fmt: skip
_PAGE, _TRUE, _CHOSEN = "page", "true", "chosen"


class SettingsForm(QWidget):
    """Emits `changed` whenever a field says something else."""

    changed = Signal()

    def __init__(self, recall: Recall, parts: Sequence[Part], earlier: Sequence[Comparable]) -> None:
        super().__init__()
        self._recall = recall
        self._what = DELIVERABLES[0].name
        self._said: dict[str, ExportOptions] = {}
        """What was said of other deliverables than the one that is shown."""
        self.part = _choice("Show", [(name, fields) for name, fields in parts])
        self.paper = _choice("Paper", [(paper.name, paper.name) for paper in PAPERS])
        self.paper.setEditable(True)
        self.paper.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.paper.setToolTip("A paper, or a size of your own such as 900x1200mm, 24x60in or roll-700")
        self.orientation = _choice("Orientation", list(_ORIENTATIONS))
        self.fit = _choice(
            "Size",
            [("Fit the paper", _PAGE), ("True size: notes of 76 mm", _TRUE), ("A share of it", _CHOSEN)],
        )
        self.scale = _number("Share of true size", SMALLEST_SCALE * 100, LARGEST_SCALE * 100, " %")
        self.tile = _choice(
            "Print on", [("One page", None), *((f"Sheets of {name}", name) for name in _SHEETS)]
        )
        self.overlap = _number("Overlap", 0, MOST_OVERLAP, " mm")
        self.bands = QSpinBox()
        self.bands.setRange(1, MOST_BANDS)
        keep_still(self.bands)
        self.margin = _number("Margin", 0, MOST_MARGIN, " mm")
        self.bleed = _number("Bleed", 0, MOST_BLEED, " mm")
        self.look = _choice("Colours", list(_LOOKS))
        self.earlier = _choice("Compare with", list(earlier))
        self.earlier.setToolTip("Mark what was added, changed, moved and removed since a version")
        self.numbers = CheckBox("Number the notes")
        self.persona_sheets = _choice(
            "Persona sheets", [("Not with it", None), *((f"Behind it, on {name}", name) for name in _HAND)]
        )
        self.footer = QLineEdit()
        self.footer.setPlaceholderText("What the footer begins with")
        self.picture = PictureSize()
        self.distance = _number("Read from", 0, 30, " m")
        self.distance.setSpecialValueText("any distance")
        self._rows = self._lay_out()
        self._say(recall(self._what))
        self._enable()
        self._listen()

    def options(self, usual: ExportOptions) -> ExportOptions:
        """What the fields say."""
        part: dict[str, object] = self.part.currentData()
        fit = self.fit.currentData()
        margin = self.margin.value()
        before: Callable[[], Earlier | None] | None = self.earlier.currentData()
        return ExportOptions(
            **{"map": usual.map, "what": self._what, **part},  # type: ignore[arg-type]
            paper=self.paper.currentText(),
            orientation=self.orientation.currentData(),
            margin=None if margin == self._usual_margin() else margin,
            bleed=self.bleed.value(),
            scale=None if fit == _PAGE else 1.0 if fit == _TRUE else self.scale.value() / 100,
            bands=self.bands.value(),
            tile=self.tile.currentData(),
            overlap=self.overlap.value(),
            look=self.look.currentData(),
            numbers=self.numbers.isChecked(),
            persona_sheets=self.persona_sheets.currentData(),
            compared_with=before() if before is not None else None,
            footer=self.footer.text(),
            pixels=self.picture.pixels,
            dots_per_inch=self.picture.dots_per_inch,
        )

    def choose_part(self, **fields: object) -> None:
        """Show the part with these fields, where there is one."""
        for index in range(self.part.count()):
            if fields.items() <= self.part.itemData(index).items():
                self.part.setCurrentIndex(index)

    def reading_distance(self) -> float | None:
        """Metres from which all is to be read."""
        return self.distance.value() or None

    def _say(self, options: ExportOptions) -> None:
        self.paper.setCurrentText(options.paper)
        _choose(self.orientation, options.orientation)
        _choose(self.fit, _PAGE if options.scale is None else _TRUE if options.scale == 1 else _CHOSEN)
        self.scale.setValue(100 * (options.scale or 1.0))
        _choose(self.tile, options.tile)
        self.overlap.setValue(options.overlap)
        self.bands.setValue(options.bands)
        self.margin.setValue(self._usual_margin() if options.margin is None else options.margin)
        self.bleed.setValue(options.bleed)
        _choose(self.look, options.look)
        self.numbers.setChecked(options.numbers)
        _choose(self.persona_sheets, options.persona_sheets)
        self.footer.setText(options.footer)
        self.picture.say(options)

    def _usual_margin(self) -> float:
        usual = deliverable_named(self._what).margin
        return usual if self.tile.currentData() is None else TILE_MARGIN

    def _lay_out(self) -> QFormLayout:
        form = QFormLayout(self)
        form.setContentsMargins(0, 0, 0, 0)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        form.setVerticalSpacing(5)
        for name, field, _ in self._fields():
            label = QLabel(name)
            label.setProperty("role", "label")
            label.setBuddy(field)
            field.setAccessibleName(name)
            field.setToolTip(field.toolTip() or _TIPS.get(name, name))
            form.addRow(label, field)
        return form

    def _fields(self) -> tuple[tuple[str, QWidget, str], ...]:
        """Each field with its name, and with the option that it sets: a deliverable may not heed that."""
        return (
            ("Show", self.part, ""), ("Compare with", self.earlier, "compared_with"),
            ("Paper", self.paper, "paper"),
            ("Orientation", self.orientation, "orientation"), ("Size", self.fit, "scale"),
            ("Share of true size", self.scale, "scale"), ("Print on", self.tile, "tile"),
            ("Overlap", self.overlap, "overlap"), ("Bands", self.bands, "bands"),
            ("Margin", self.margin, "margin"), ("Bleed", self.bleed, "bleed"), ("Colours", self.look, "look"),
            ("Numbers", self.numbers, "numbers"), ("Persona sheets", self.persona_sheets, "persona_sheets"),
            ("Footer", self.footer, "footer"),
            ("As picture", self.picture, ""), ("Read from", self.distance, ""),
        )  # fmt: skip

    def _listen(self) -> None:
        self.part.currentIndexChanged.connect(self._take_part)
        for choice in (self.earlier, self.orientation, self.fit, self.look, self.persona_sheets):
            choice.currentIndexChanged.connect(self._tell)
        self.paper.currentTextChanged.connect(self._tell)
        self.tile.currentIndexChanged.connect(self._take_usual_margin)
        for number in (self.scale, self.overlap, self.margin, self.bleed, self.distance):
            number.valueChanged.connect(self._tell)
        self.bands.valueChanged.connect(self._tell)
        self.numbers.toggled.connect(self._tell)
        self.footer.textChanged.connect(self._tell)
        self.picture.changed.connect(self._tell)

    def _take_part(self) -> None:
        """Show the settings of what is to be exported now, as they were last."""
        what = str(self.part.currentData().get("what", DELIVERABLES[0].name))
        if what != self._what:
            self._said[self._what] = self.options(ExportOptions())
            self._what = what
            with ExitStack() as silent:
                for _, field, _ in self._fields():
                    silent.enter_context(QSignalBlocker(field))
                self._say(self._said.get(what) or self._recall(what))
        self._tell()

    def _take_usual_margin(self) -> None:
        with QSignalBlocker(self.margin):
            self.margin.setValue(self._usual_margin())
        self._tell()

    def _tell(self) -> None:
        self._enable()
        self.changed.emit()

    def _enable(self) -> None:
        deliverable = deliverable_named(self._what)
        for _, field, option in self._fields():
            self._rows.setRowVisible(field, not option or deliverable.heeds(option))
        self.scale.setEnabled(self.fit.currentData() == _CHOSEN)
        self.overlap.setEnabled(self.tile.currentData() is not None or self.fit.currentData() != _PAGE)


_TIPS = {
    "Show": "What is written: the whole map, a part of it, or something else of the project",
    "Orientation": "Upright or lying, or whichever the map fills better",
    "Size": "As large as the paper allows, or in true size, however many sheets that takes",
    "Share of true size": "100 % shows text as large as it was meant to be on a wall",
    "Print on": "One sheet, or several of a smaller paper to be put together",
    "Overlap": "How much of a sheet is on its neighbours too, for glue",
    "Bands": "Break a long map into so many bands, one below the other",
    "Margin": "White around the map",
    "Bleed": "Colour beyond the edge that is cut off, for a print shop",
    "Colours": "All colours, shades of grey, or with little ink",
    "Numbers": "Number the notes, so that they can be spoken of",
    "Persona sheets": "A page for each persona, with all that is known of them",
    "Footer": "A line at the foot of each page",
    "Read from": "From how far all text is to be read; what is too small is found below",
}


def _choice(name: str, entries: Sequence[tuple[str, object]]) -> QComboBox:
    choice = ComboBox()
    choice.setAccessibleName(name)
    choice.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    choice.setMinimumContentsLength(8)
    for text, data in entries:
        choice.addItem(text, data)
    return choice


def _choose(choice: QComboBox, data: object) -> None:
    indexes = [index for index in range(choice.count()) if choice.itemData(index) == data]
    choice.setCurrentIndex(indexes[0] if indexes else 0)


def _number(name: str, least: float, most: float, unit: str) -> NumberBox:
    field = NumberBox()
    field.setRange(least, most)
    field.setDecimals(1)
    field.setSuffix(unit)
    field.setKeyboardTracking(False)
    return field
