"""The command palette: type a few letters of what you want, press Enter, and it is done."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QListWidget, QListWidgetItem, QWidget

from app.widgets.action_set import ActionSet
from app.widgets.actions.action import Action, shown_key
from app.widgets.buttons import said
from app.widgets.overlay import Overlay
from app.widgets.ranking import ROW_HEIGHT
from app.widgets.ranking import rank as rank

MOST_ROWS = 11


class CommandPalette(Overlay):
    """Lists what can be done now."""

    def __init__(self, window: QWidget, actions: ActionSet) -> None:
        super().__init__(window, width=600)
        self._actions = actions
        self.query = QLineEdit()
        self.query.setObjectName("query")
        self.query.setPlaceholderText("What do you want to do?")
        self.query.setAccessibleName("Command")
        self.list = QListWidget()
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setAccessibleName("Commands")
        self.list.setUniformItemSizes(True)
        self.list.itemClicked.connect(lambda _: self._run())
        self.column.addWidget(self.query)
        self.column.addWidget(self.list)
        self.query.textChanged.connect(self._fill)
        self._found: list[QAction] = []
        self._fill("")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in (Qt.Key.Key_Up, Qt.Key.Key_Down) and self._found:
            step = 1 if key == Qt.Key.Key_Down else -1
            self.list.setCurrentRow((self.list.currentRow() + step) % len(self._found))
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._run()
        else:
            super().keyPressEvent(event)

    def _fill(self, query: str) -> None:
        ranked = [
            (worth, index, action, made)
            for index, (action, made) in enumerate(self._actions)
            if made.isEnabled() and action.name != "help.commands"
            if (worth := rank(query, f"{said(made)} {action.tip}")) is not None
        ]
        ranked.sort(key=lambda found: found[:2])
        self.list.clear()
        self._found = [made for _, _, _, made in ranked]
        for _, _, action, made in ranked:
            self._add(action, made)
        self.list.setCurrentRow(0)
        self.list.setFixedHeight(min(len(ranked), MOST_ROWS) * ROW_HEIGHT + 2)
        self._place()

    def _add(self, action: Action, made: QAction) -> None:
        item = QListWidgetItem(made.icon(), said(made))
        item.setToolTip(action.tip)
        item.setSizeHint(QSize(100, ROW_HEIGHT))
        self.list.addItem(item)
        if key := shown_key(action):
            label = QLabel(key)
            label.setProperty("role", "key")
            row = QWidget()
            row.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            beside = QHBoxLayout(row)
            beside.setContentsMargins(0, 0, 8, 0)
            beside.addStretch()
            beside.addWidget(label)
            self.list.setItemWidget(item, row)

    def _run(self) -> None:
        row = self.list.currentRow()
        if 0 <= row < len(self._found):
            made = self._found[row]
            self.dismiss()
            made.trigger()
