"""Buttons made from actions, so that bar, panels and status bar say and do the same as menus and keys."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QToolButton, QWidget

from app.widgets.base.icons import SIZE, icon_size
from app.widgets.base.whole_words import wrapping

_ROOM_FOR_HEADING = 190
"""Logical pixels in the narrowest panel."""


def action_button(action: QAction, style: str = "icon", role: str = "", size: int = SIZE) -> QToolButton:
    """A button for an action. `style` is "icon", "text" or "both"; `role` chooses its looks."""
    button = _ActionButton()
    button.setDefaultAction(action)
    button.setToolButtonStyle(_STYLES[style])
    button.setIconSize(icon_size(size))
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    button.setCursor(Qt.CursorShape.ArrowCursor)
    button.setObjectName(action.objectName())
    button.setAccessibleName(action_label(action))
    action.changed.connect(button.update_label)
    if role:
        button.setProperty("role", role)
    return button


class _ActionButton(QToolButton):
    """Says what its action says; a bound method is let go of with the button, unlike a lambda."""

    def update_label(self) -> None:
        self.setAccessibleName(action_label(self.defaultAction()))


def action_label(action: QAction) -> str:
    """An action's text as people read it, without its key and Qt's ampersands."""
    return action.text().partition("\t")[0].replace("&&", "&")


def heading(text: str) -> QLabel:
    """The heading of a group, in capitals for the eye alone."""
    label = QLabel(text.upper())
    label.setProperty("role", "heading")
    label.setAccessibleName(text)
    return wrapping(label, _ROOM_FOR_HEADING)


def headed(label: QLabel, *buttons: QWidget) -> QHBoxLayout:
    """A heading with small buttons at its right."""
    row = QHBoxLayout()
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(2)
    row.addWidget(label, 1)
    for button in buttons:
        row.addWidget(button)
    return row


def divider() -> QFrame:
    """A thin upright line between groups of buttons."""
    line = QFrame()
    line.setProperty("role", "divider")
    line.setFixedSize(9, 22)
    return line


_STYLES = {
    "icon": Qt.ToolButtonStyle.ToolButtonIconOnly,
    "text": Qt.ToolButtonStyle.ToolButtonTextOnly,
    "both": Qt.ToolButtonStyle.ToolButtonTextBesideIcon,
}
