"""Fields for words that may be anything, with the usual ones to choose from."""

from collections.abc import Iterable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCompleter, QHBoxLayout, QMenu, QToolButton, QVBoxLayout, QWidget

from app.language.phrases import tr
from app.widgets.base.icons import icon, icon_size
from app.widgets.base.rewriting import plain
from app.widgets.forms.text_fields import LineField, ListField


class SuggestingField(LineField):
    """A line that completes what is typed from the usual words."""

    def __init__(self, words: Iterable[str], placeholder: str = "") -> None:
        super().__init__(placeholder)
        completer = QCompleter(list(words), self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.line.setCompleter(completer)
        completer.activated.connect(self.edited.emit)


class SuggestingListField(ListField):
    """Several words, one a line, with a button that adds the usual ones."""

    def __init__(self, words: Iterable[str], placeholder: str = "") -> None:
        super().__init__(placeholder)
        self.add = QToolButton()
        self.add.setText(tr("Add…"))
        self.add.setIcon(icon("plus", size=14))
        self.add.setIconSize(icon_size(14))
        self.add.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.add.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.add.setProperty("role", "small")
        self.add.setAccessibleName(tr("Add a usual one"))
        self.add.setToolTip(tr("Add a usual one"))
        self.add.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        menu = QMenu(self.add)
        for word in words:
            menu.addAction(word, partial(self._add, word))
        self.add.setMenu(menu)
        row = QWidget()
        beside = QHBoxLayout(row)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.addWidget(self.add)
        beside.addStretch()
        column = self.layout()
        assert isinstance(column, QVBoxLayout)
        column.addWidget(row)

    def _add(self, word: str) -> None:
        lines = [line for line in plain(self.text.document()).splitlines() if line.strip()]
        self.text.setPlainText("\n".join([*lines, word]))
        self.ended.emit()
