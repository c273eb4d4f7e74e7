"""The settings of an export as fields, and what they say as options.

The fields follow from the options of deliverables and formats; those that make no difference are not shown.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFormLayout, QLabel, QWidget

from app import formats
from app.formats.applicable import heeded, page_settings
from app.formats.format import Format
from app.formats.options import ExportOptions
from app.language.phrases import phrase, tr
from app.pages.deliverables import deliverable_named
from app.pages.deliverables.deliverable import Deliverable
from app.pages.options import Options, Setting, settings_of
from app.pages.page_options import PageOptions
from app.publishing.switch_costs import Cost
from app.widgets.base.belonging import set_buddy
from app.widgets.forms.number_box import NumberBox
from app.widgets.pages.export.control import choice_box, choose
from app.widgets.pages.export.controls import Offered, Owned, all_controls
from app.widgets.pages.export.parts import ExportChoice

Kind = TypeVar("Kind", bound=Options)
Recall = Callable[[Deliverable | Format], Options]
"""The options with which a deliverable, or a file of a format, was exported last."""


class SettingsForm(QWidget):
    """Emits `changed` whenever a field says something else."""

    changed = Signal()
    refused = Signal(str)
    """What was entered in a field was not taken, or not surely as it was meant; a sentence says so."""

    def __init__(
        self, recall: Recall, parts: Sequence[ExportChoice], offered: Offered, format: Format
    ) -> None:
        super().__init__()
        self._recall = recall
        self._entered_options: dict[str, Options] = {}
        """What was said of other deliverables and formats than those that are shown."""
        self.format = choice_box([(str(known.description), known) for known in formats.written()])
        choose(self.format, format)
        self.part = choice_box([(part.title, part) for part in parts])
        self._controls = all_controls(offered)
        self.distance = NumberBox()
        self.distance.setRange(0, 30)
        self.distance.setDecimals(1)
        self.distance.setSuffix(" m")
        self.distance.setKeyboardTracking(False)
        self.distance.setSpecialValueText(tr("any distance"))
        self._deliverable, self._format = self._chosen_part.deliverable, self.chosen_format
        self._rows = self._lay_out()
        self._show_options(self._deliverable, False)
        self._show_options(self._format, True)
        self._adapt()
        self._listen()

    @property
    def chosen_format(self) -> Format:
        chosen: Format = self.format.currentData()
        return chosen

    @property
    def deliverable(self) -> Deliverable:
        return self._deliverable

    @property
    def has_pages(self) -> bool:
        """Whether what is exported goes onto pages, which can be shown and printed."""
        return self._format.has_pages

    def options(self) -> ExportOptions:
        """What the fields say that are shown."""
        return ExportOptions(
            heeded(self._format, self._deliverable, self.page_options()), self.format_options()
        )

    def page_options(self) -> PageOptions:
        """All that was said of what goes onto pages, also where the format leaves some of it aside."""
        kind = self._deliverable.options_type
        chosen = {
            name: value for name, value in self._chosen_part.fields.items() if name in kind.model_fields
        }
        return self._entered(kind, False).changed(**chosen)

    def format_options(self) -> Options:
        return self._entered(self._format.options_type, True)

    def control(self, name: str) -> QWidget:
        """What one works with to set an option of what is exported now, by the option's name."""
        return next(
            owned.control.box
            for owned in self._controls
            if name in owned.control.names and owned.belongs_to(self._settings(owned.is_of_format))
        )

    def fields(self) -> list[Owned]:
        """Those of all options, whether they are shown or not."""
        return list(self._controls)

    def choose_part(self, what: str, **fields: object) -> None:
        """Show the part with these fields of what goes onto pages, where there is one."""
        if not self.has_pages:
            self.format.setCurrentIndex(0)
        for index in range(self.part.count()):
            part: ExportChoice = self.part.itemData(index)
            if part.deliverable.name == what and fields.items() <= part.fields.items():
                self.part.setCurrentIndex(index)

    def set_page_options(self, **values: object) -> None:
        """Have some fields say something else of what goes onto pages."""
        options = self.page_options().changed(**values)
        settings = self._settings(False)
        for owned in self._controls:
            if not owned.is_of_format and owned.belongs_to(settings) and values.keys() & owned.control.names:
                owned.control.show_options(options)
        self._emit_changed()

    def show_costs(self, costs: Sequence[Cost]) -> None:
        """Let switches say what they take from the type, as far as that is known."""
        said = {cost.option: str(cost.sentence) for cost in costs}
        for owned in self._controls:
            if not owned.is_of_format:
                owned.control.show_cost(said.get(owned.control.names[0], ""))

    def reading_distance(self) -> float | None:
        """Metres from which all is to be read."""
        return self.distance.value() or None

    @property
    def _chosen_part(self) -> ExportChoice:
        chosen: ExportChoice = self.part.currentData()
        return chosen

    def _settings(self, is_of_format: bool) -> Mapping[str, Setting]:
        return settings_of((self._format if is_of_format else self._deliverable).options_type)

    def _entered(self, kind: type[Kind], is_of_format: bool) -> Kind:
        settings, values = self._settings(is_of_format), dict[str, object]()
        for owned in self._controls:
            if owned.is_of_format == is_of_format and owned.belongs_to(settings):
                values |= owned.control.values()
        return kind.model_validate(values)

    def _show_options(self, of: Deliverable | Format, is_of_format: bool) -> None:
        """Show what was said of it, or else what was asked for last time."""
        options = self._entered_options.get(of.name) or self._recall(of)
        settings = self._settings(is_of_format)
        for owned in self._controls:
            is_kept = owned.control.setting.names is not None  # Of the project, not of last time.
            if owned.is_of_format == is_of_format and owned.belongs_to(settings) and not is_kept:
                owned.control.show_options(options)

    def fit_into(self, width: int) -> None:
        """Have fields stand under their labels where there is no room beside them. Logical pixels."""
        form, under = self.layout(), QFormLayout.RowWrapPolicy.WrapAllRows
        if isinstance(form, QFormLayout) and self.minimumSizeHint().width() > width:
            form.setRowWrapPolicy(under)

    def _lay_out(self) -> QFormLayout:
        form = QFormLayout(self)
        form.setContentsMargins(0, 0, 0, 0)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        form.setVerticalSpacing(5)
        _add_row(form, tr("Format"), _named(self.format, tr("Format"), str(_FORMAT)))
        _add_row(form, tr("Content"), _named(self.part, tr("Content"), str(_CONTENT)))
        for owned in self._controls:
            control = owned.control
            _add_row(form, str(control.setting.label), control.box, control.widget)
        _add_row(form, tr("Read from"), _named(self.distance, tr("Read from"), str(_DISTANCE)))
        return form

    def _listen(self) -> None:
        self.format.currentIndexChanged.connect(self._take_format)
        self.part.currentIndexChanged.connect(self._take_part)
        self.distance.valueChanged.connect(self._emit_changed)
        self.distance.refused.connect(self.refused)
        self.distance.taken.connect(self.refused)
        for owned in self._controls:
            owned.control.refused.connect(self.refused)
            owned.control.changed.connect(self._emit_changed)

    def _take_part(self) -> None:
        """Show the settings of what is to be exported now, as they were last."""
        chosen = self._chosen_part.deliverable
        if chosen != self._deliverable:
            self._entered_options[self._deliverable.name] = self._entered(
                self._deliverable.options_type, False
            )
            self._deliverable = deliverable_named(chosen.name)
            self._show_options(chosen, False)
        self._emit_changed()

    def _take_format(self) -> None:
        self._entered_options[self._format.name] = self.format_options()
        self._format = self.chosen_format
        self._show_options(self._format, True)
        self._emit_changed()

    def _emit_changed(self) -> None:
        self._adapt()
        self.changed.emit()

    def _adapt(self) -> None:
        """Show the fields that make a difference, and let each know what the others say."""
        shown = page_settings(self._format, self._deliverable)
        for owned in self._controls:
            settings = settings_of(self._format.options_type) if owned.is_of_format else shown
            self._rows.setRowVisible(owned.control.widget, owned.belongs_to(settings))
            if owned.belongs_to(settings):
                owned.control.adapt(self.format_options() if owned.is_of_format else self.page_options())
        self._rows.setRowVisible(self.part, self.has_pages)
        self._rows.setRowVisible(self.distance, self.has_pages)


_FORMAT = phrase("The kind of file that is written")
_CONTENT = phrase("What is written: the whole map, a part of it, or something else in the project")
_DISTANCE = phrase("From how far away all text is to be read; what is too small for that is listed below")


def _named(box: QWidget, name: str, tip: str) -> QWidget:
    box.setAccessibleName(name)
    box.setToolTip(tip)
    return box


def _add_row(form: QFormLayout, name: str, box: QWidget, all: QWidget | None = None) -> None:
    label = QLabel(name)
    label.setProperty("role", "label")
    set_buddy(label, box)
    form.addRow(label, all or box)
