"""Small buttons for the things of a list, each with its sign, in lines that go on."""

from collections.abc import Iterable

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QToolButton, QWidget

from app.widgets.base.icons import icon, icon_size
from app.widgets.base.plain_text import tip
from app.widgets.base.text_size import scaled

_SIGN = 12


def chip(parent: QWidget, text: str, sign: str, told: str) -> QToolButton:
    """A chip that Tab meets. `told`: what pressing it does."""
    button = QToolButton(parent)
    button.setText(text.replace("&", "&&"))
    button.setIcon(icon(sign, size=_SIGN))
    button.setIconSize(icon_size(_SIGN))
    button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
    button.setProperty("role", "chip")
    button.setToolTip(tip(told))
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return button


def removable_chip(parent: QWidget, text: str, removes: str) -> QToolButton:
    """A chip of what is taken away by pressing it, seen at once."""
    button = chip(parent, text, "x", removes)
    button.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    button.setAccessibleName(removes)
    button.show()
    return button


class Flow(QLayout):
    """Widgets side by side, going on in the next line; the last one takes what is left."""

    SPACING = 4
    MARGIN = 4

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []

    def let_go(self, widgets: Iterable[QWidget]) -> None:
        """Have widgets gone that stand in it."""
        for widget in widgets:
            self.removeWidget(widget)
            widget.hide()
            widget.deleteLater()

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._arrange(QRect(0, 0, width, 0), apply=False)

    def sizeHint(self) -> QSize:
        return QSize(120, self.heightForWidth(240))

    def minimumSize(self) -> QSize:
        return QSize(100, scaled(30))

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._arrange(rect, apply=True)

    def _arrange(self, area: QRect, apply: bool) -> int:
        """Place the items in an area. Returns the height they take."""
        right = area.right() - self.MARGIN
        x, y, line = area.x() + self.MARGIN, area.y() + self.MARGIN, 0
        for item in self._items:
            if item.isEmpty():
                continue  # What is hidden takes no room.
            hint = item.sizeHint().boundedTo(QSize(right - area.x() - self.MARGIN, 1000))
            needed = item.minimumSize().width() if item is self._items[-1] else hint.width()
            if x > area.x() + self.MARGIN and x + needed > right:
                x, y, line = area.x() + self.MARGIN, y + line + self.SPACING, 0
            size = QSize(right - x, hint.height()) if item is self._items[-1] else hint
            if apply:
                item.setGeometry(QRect(QPoint(x, y), size))
            x, line = x + size.width() + self.SPACING, max(line, hint.height())
        return y + line + self.MARGIN - area.y()
