"""The places at which a key point's number stands, each to be shown or taken away, and more to be added."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QToolButton, QWidget

from app.language.phrases import tr
from app.model.analysis.reading_words import signed
from app.model.document import Document
from app.model.history.version_words import name_of
from app.model.records import EmotionPoint, Id, KeyPoint, Stage
from app.model.words import shortened
from app.widgets.base.icons import icon, icon_size
from app.widgets.base.plain_text import tip
from app.widgets.forms.tags_field import Flow

_LONGEST = 28


class PlacesOfKeyPoint(QWidget):
    """A chip for each place; pressing it takes the place away. `added`: what is selected is to be one too."""

    removed = Signal(str)
    added = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.chips: dict[Id, QToolButton] = {}
        self._shown: tuple[tuple[Id, str], ...] | None = None
        self._flow = Flow(self)
        self._flow.MARGIN = 0
        self._label = QLabel(tr("Numbered at"))
        self._label.setProperty("role", "quiet")
        self._flow.addWidget(self._label)
        self.add = QToolButton(self)
        self.add.setText(tr("What is selected"))
        self.add.setIcon(icon("plus", size=12))
        self.add.setIconSize(icon_size(12))
        self.add.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.add.setProperty("role", "chip")
        adds = tr("Have the number stand at what is selected on the map, too: notes, points or stages")
        self.add.setToolTip(tip(adds))
        self.add.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.add.clicked.connect(self.added)
        self._flow.addWidget(self.add)

    def show_places(self, document: Document, key_point: KeyPoint, read_only: bool) -> None:
        ids = (*key_point.notes, *key_point.stages, *key_point.points)
        names = tuple((id, _name(document, id)) for id in ids)
        if names != self._shown:
            self._shown = names
            self._lay_out()
        for button in (*self.chips.values(), self.add):
            button.setEnabled(not read_only)

    def _lay_out(self) -> None:
        had_focus = any(chip.hasFocus() for chip in self.chips.values())
        for chip in self.chips.values():
            self._flow.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self._flow.removeWidget(self.add)
        self.chips = {id: self._chip(id, name) for id, name in self._shown or ()}
        for widget in (*self.chips.values(), self.add):
            self._flow.addWidget(widget)
        before: QWidget = self
        for widget in (*self.chips.values(), self.add):
            QWidget.setTabOrder(before, widget)
            before = widget
        if had_focus:
            next(iter(self.chips.values()), self.add).setFocus()
        self.updateGeometry()

    def _chip(self, id: Id, name: str) -> QToolButton:
        chip = QToolButton(self)
        chip.setText(shortened(name, _LONGEST).replace("&", "&&"))
        chip.setIcon(icon("x", size=12))
        chip.setIconSize(icon_size(12))
        chip.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        chip.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        chip.setProperty("role", "chip")
        removes = tr("Take the number away from {place}", place=name)
        chip.setAccessibleName(removes)
        chip.setToolTip(tip(removes))
        chip.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        chip.clicked.connect(partial(self.removed.emit, id))
        chip.show()
        return chip


def _name(document: Document, id: Id) -> str:
    record = document.find(id)
    if isinstance(record, Stage):
        return record.name or str(name_of(document, record))
    if isinstance(record, EmotionPoint):
        stage = document.get(Stage, record.stage).name
        return f"{stage} {signed(record.value)}".strip()
    return str(name_of(document, record)) if record is not None else ""
