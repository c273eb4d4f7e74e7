"""A list of records in a panel: a click chooses one, F2 or a double click renames it where it stands."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QAbstractItemView, QListWidget, QListWidgetItem, QSizePolicy

from app.model.change import Change
from app.model.labels import step_label
from app.model.records import Id, Record
from app.model.verbs.editing import set_fields
from app.session.editor import Editor
from app.widgets.base.plain_text import tip
from app.widgets.base.text_size import scaled

ROW_HEIGHT = 36
_RING = 2
"""Of the focus, around all rows."""
_ID = Qt.ItemDataRole.UserRole


class RecordList(QListWidget):
    """Records of one kind in their order, by the field that names them. As high as its rows."""

    chosen = Signal(str)
    """A person chose the record of that id."""

    def __init__(
        self,
        editor: Editor,
        kind: type[Record],
        named_by: str,
        records: Callable[[], Sequence[Record]],
        picture: Callable[[Record], QIcon],
        nameless: str,
    ) -> None:
        super().__init__()
        self._editor = editor
        self._kind = kind
        self._named_by = named_by
        self._records = records
        self._picture = picture
        self._nameless = nameless
        self._is_filling = False
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setTabKeyNavigation(False)
        triggers = QAbstractItemView.EditTrigger
        rename = triggers.DoubleClicked | triggers.EditKeyPressed
        self.setEditTriggers(triggers.NoEditTriggers if editor.read_only else rename)
        self.itemChanged.connect(self._rename)
        self.itemClicked.connect(self._choose)
        self.currentItemChanged.connect(lambda item, _: self._choose(item))
        editor.changed.connect(self._follow)
        self.fill()

    def mark(self, id: Id | None) -> None:
        """Show which record is the chosen one, if any."""
        rows = [row for row in range(self.count()) if self.item(row).data(_ID) == id]
        self._is_filling = True
        self.setCurrentRow(rows[0] if rows else -1)
        self._is_filling = False

    def fill(self) -> None:
        """List the records anew, in the items that are there: one of them may be what is being renamed."""
        marked = self.item(self.currentRow()).data(_ID) if self.currentRow() >= 0 else None
        records = self._records()
        self._is_filling = True
        while self.count() > len(records):
            self.takeItem(self.count() - 1)
        while self.count() < len(records):
            self.addItem(QListWidgetItem())
        for row, record in enumerate(records):
            self._show(self.item(row), record)
        self._is_filling = False
        self.mark(marked)
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        return QSize(120, self.count() * scaled(ROW_HEIGHT) + 2 * _RING)

    def minimumSizeHint(self) -> QSize:
        return QSize(60, self.count() * scaled(ROW_HEIGHT) + 2 * _RING)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "_is_filling"):
            self.fill()

    def _show(self, item: QListWidgetItem, record: Record) -> None:
        name = getattr(record, self._named_by) or self._nameless
        item.setIcon(self._picture(record))
        item.setText(name)
        item.setToolTip(tip(name))
        item.setData(_ID, record.id)
        item.setSizeHint(QSize(60, scaled(ROW_HEIGHT)))
        item.setFlags(item.flags() | Qt.ItemFlag.ItemIsEditable)

    def _follow(self, change: Change) -> None:
        if any(isinstance(edit.record, self._kind) for edit in change):
            self.fill()

    def _choose(self, item: QListWidgetItem | None) -> None:
        if item is not None and not self._is_filling:
            self.chosen.emit(item.data(_ID))

    def _rename(self, item: QListWidgetItem) -> None:
        if not self._is_filling:
            values = {self._named_by: item.text()}
            label = step_label("rename", kind=self._kind.kind)
            self._editor.do(set_fields(self._editor.document, [item.data(_ID)], label, **values))
