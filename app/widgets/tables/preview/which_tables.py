"""Of several tables: which one is looked at, and which are brought in."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.language.phrases import tr
from app.widgets.base.check_box import CheckBox
from app.widgets.base.text_size import scaled
from app.widgets.forms.choice_fields import ComboBox


class WhichTables(QWidget):
    """Emits `looked_at` with the number of a table, `chosen` when another is brought in, or no more."""

    looked_at = Signal(int)
    chosen = Signal()

    def __init__(self, titles: Sequence[str]) -> None:
        super().__init__()
        self._titles = [
            title or tr("Table {number}", number=number) for number, title in enumerate(titles, 1)
        ]
        self._left_out: set[int] = set()
        self.list = ComboBox()
        self.list.setAccessibleName(tr("Table"))
        self.list.setToolTip(tr("Which of the tables is seen"))
        self.list.setMinimumWidth(scaled(230))
        self.list.addItems(self._titles)
        self.is_in = CheckBox(tr("Bring it in"))
        self.is_in.setToolTip(tr("Whether this table is brought in, or left out"))
        self.is_in.setChecked(True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(scaled(8))
        row.addWidget(self.list)
        row.addWidget(self.is_in)
        self.setVisible(len(titles) > 1)
        self.list.activated.connect(self._look_at)
        self.is_in.clicked.connect(self._choose)

    @property
    def brought_in(self) -> list[int]:
        """The numbers of the tables that are brought in, from 0."""
        return [at for at in range(len(self._titles)) if at not in self._left_out]

    def _look_at(self, at: int) -> None:
        self.is_in.setChecked(at not in self._left_out)
        self.looked_at.emit(at)

    def _choose(self, is_in: bool) -> None:
        at = self.list.currentIndex()
        (self._left_out.discard if is_in else self._left_out.add)(at)
        title = self._titles[at]
        self.list.setItemText(at, title if is_in else tr("{table} (left out)", table=title))
        self.chosen.emit()
