"""A field for a word that may be any, with those of a list that the project keeps to choose from."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QComboBox

from app.widgets.forms.choice_fields import ComboBox
from app.widgets.forms.field import MIXED, Field
from app.widgets.forms.text_fields import LineEdit


class WordField(Field):
    """A line with a list to unfold. The list is asked for each time that a value is shown."""

    merges = True

    def __init__(self, words: Callable[[], Sequence[str]], placeholder: str = "") -> None:
        self.box = ComboBox()
        self.box.setEditable(True)
        self.box.setLineEdit(LineEdit())
        self.box.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self._words = words
        self._placeholder = placeholder
        super().__init__(self.box)
        line = self.box.lineEdit()
        assert line is not None
        self.line = line
        line.setFrame(False)
        line.textEdited.connect(self.edited.emit)
        line.editingFinished.connect(self.ended)
        self.box.activated.connect(lambda index: self.edited.emit(self.box.itemText(index)))

    def show_value(self, value: object) -> None:
        self._show(str(value), self._placeholder)

    def show_mixed(self) -> None:
        self._show("", str(MIXED))

    def select_all(self) -> None:
        self.line.selectAll()

    def _show(self, text: str, placeholder: str) -> None:
        words = list(self._words())
        if [self.box.itemText(index) for index in range(self.box.count())] != words:
            self.box.clear()
            self.box.addItems(words)
        self.line.setPlaceholderText(placeholder)
        if self.line.text().strip() != text or not self.line.hasFocus():
            self.box.setCurrentIndex(words.index(text) if text in words else -1)
            self.box.setEditText(text)
