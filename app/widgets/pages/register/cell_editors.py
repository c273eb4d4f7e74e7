"""Where a cell of the register is typed in: a line, or a list of the few words that it can say."""

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtWidgets import QComboBox, QLineEdit, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from app.widgets.pages.register.typed_cells import Choices

TYPED = Qt.ItemDataRole.UserRole + 2
"""What stands in the line when one begins to type."""
CHOICES = Qt.ItemDataRole.UserRole + 3

Index = QModelIndex | QPersistentModelIndex


class CellEditors(QStyledItemDelegate):
    """Emits `typed` with row, column and what was typed or chosen; the table itself changes nothing."""

    typed = Signal(int, int, object)

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        choices: Choices = index.data(CHOICES) or ()
        name = str(index.model().headerData(index.column(), Qt.Orientation.Horizontal) or "")
        if not choices:
            line = QLineEdit(parent)
            line.setFrame(False)
            line.setAccessibleName(name)
            return line
        box = QComboBox(parent)
        box.setAccessibleName(name)
        for value, said in choices:
            box.addItem(said, value)
        box.activated.connect(lambda _: self._end(box))
        return box

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        if isinstance(editor, QComboBox):
            editor.setCurrentIndex(max(editor.findData(index.data(TYPED)), 0))
        elif isinstance(editor, QLineEdit):
            editor.setText(str(index.data(TYPED) or ""))

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        value = editor.currentData() if isinstance(editor, QComboBox) else None
        if isinstance(editor, QLineEdit):
            value = editor.text()
        if value != (index.data(TYPED) if isinstance(editor, QComboBox) else index.data(TYPED) or ""):
            self.typed.emit(index.row(), index.column(), value)

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        place = option.rect
        high = max(place.height(), editor.sizeHint().height())
        wide = max(place.width(), editor.sizeHint().width() if isinstance(editor, QComboBox) else 0)
        editor.setGeometry(place.x(), place.center().y() - high // 2, wide, high)

    def _end(self, box: QComboBox) -> None:
        self.commitData.emit(box)
        self.closeEditor.emit(box)
