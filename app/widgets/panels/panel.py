"""A panel: a column that scrolls where the window is too low for it, and folds away."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget


class Panel(QFrame):
    """Holds widgets from top to bottom."""

    def __init__(self, name: str, object_name: str, spacing: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(object_name)
        self.setAccessibleName(name)
        area = QScrollArea(self)
        content = QWidget(area)
        content.setObjectName("panel-content")
        self.column = QVBoxLayout(content)
        self.column.setContentsMargins(14, 16, 14, 16)
        self.column.setSpacing(spacing)
        area.setWidget(content)
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(area)
