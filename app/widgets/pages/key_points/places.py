"""The places at which a key point's number stands, each to be shown or taken away, and more to be added."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QToolButton, QWidget

from app.language.phrases import tr
from app.model.analysis.reading_words import signed
from app.model.document import Document
from app.model.history.version_words import name_of
from app.model.records import EmotionPoint, Id, KeyPoint, Stage
from app.model.words import shortened
from app.widgets.forms.chips import Flow, chip, removable_chip
from app.widgets.forms.field import come_before

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
        adds = tr("Have the number stand at what is selected on the map, too: notes, points or stages")
        self.add = chip(self, tr("What is selected"), "plus", adds)
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
        had_focus = any(button.hasFocus() for button in self.chips.values())
        self._flow.let_go(self.chips.values())
        self._flow.removeWidget(self.add)
        self.chips = {id: self._chip(id, name) for id, name in self._shown or ()}
        for widget in (*self.chips.values(), self.add):
            self._flow.addWidget(widget)
        come_before(self.add, list(self.chips.values()))
        if had_focus:
            next(iter(self.chips.values()), self.add).setFocus()
        self.updateGeometry()

    def _chip(self, id: Id, name: str) -> QToolButton:
        removes = tr("Take the number away from {place}", place=name)
        button = removable_chip(self, shortened(name, _LONGEST), removes)
        button.clicked.connect(partial(self.removed.emit, id))
        return button


def _name(document: Document, id: Id) -> str:
    record = document.find(id)
    if isinstance(record, Stage):
        return record.name or str(name_of(document, record))
    if isinstance(record, EmotionPoint):
        stage = document.get(Stage, record.stage).name
        return f"{stage} {signed(record.value)}".strip()
    return str(name_of(document, record)) if record is not None else ""
