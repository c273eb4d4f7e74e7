"""A group of the left panel that lists records: a heading with a button for a new one, over the list."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.widgets.base.avatars import SIDE
from app.widgets.base.buttons import action_button, headed, heading
from app.widgets.base.icons import icon_size
from app.widgets.panels.record_list import RecordList
from app.widgets.shell import Actions


class RecordGroup(QWidget):
    """What the groups of maps and personas share."""

    list: RecordList

    def show_list(self, list: RecordList, name: str, menu: Sequence[str], actions: Actions) -> None:
        """Put a list under its name; of its menu, opened by a right click, the first adds a record."""
        self.list = list
        list.setAccessibleName(name)
        list.setIconSize(icon_size(SIDE))
        list.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        for each in menu:
            list.addAction(actions[each])
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(headed(heading(name), action_button(actions[menu[0]], role="small", size=16)))
        column.addWidget(list)
