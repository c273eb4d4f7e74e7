"""A page of the window: what stands in the map's place for a while, with the way back to it above."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from app.language.phrases import tr, tr_context
from app.model.records import Id
from app.pages.page_options import PageOptions
from app.widgets.base.buttons import divider
from app.widgets.base.icons import icon, icon_size
from app.widgets.base.keys import key_words


class Page(QWidget):
    """Emits `left` when the map is to be seen again. What can be done stands in `tools`, what is shown below.

    Whoever derives from it puts the parts into `tools` and `column`, and says what takes the focus.
    """

    left = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.is_open: bool = False
        self.back = QToolButton()
        self.back.setText(tr_context("noun", "Map"))
        self.back.setIcon(icon("back"))
        self.back.setIconSize(icon_size())
        self.back.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.back.setAccessibleName(tr("Back to the map"))
        self.back.setToolTip(tr("Back to the map ({key})", key=key_words("Esc")))
        self.back.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.back.clicked.connect(self.leave)
        self._bar = QWidget()
        self._bar.setObjectName("bar")
        self._bar.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._worded: list[QToolButton] | None = None
        """The tools that have words beside an icon, once the page is put together."""
        self.tools = QHBoxLayout(self._bar)
        self.tools.setContentsMargins(10, 6, 10, 6)
        self.tools.setSpacing(4)
        self.tools.addWidget(self.back)
        self.tools.addWidget(divider())
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(0)
        self.column.addWidget(self._bar)

    def begin(self) -> None:
        """It was just put in the map's place: show what there is now."""

    @property
    def picked_records(self) -> Sequence[Id]:
        """What is picked on it, and can be shown on the map."""
        return ()

    @property
    def printed(self) -> PageOptions | None:
        """What of the project is printed while it is shown; none where that is the map."""
        return None

    def take_focus(self) -> None:
        """Give the keyboard to what is worked on; where that is not shown, being empty, to the way back."""
        self.setFocus()
        focused = QApplication.focusWidget()
        if focused is None or not (focused is self or self.isAncestorOf(focused)):
            self.back.setFocus()

    def leave(self) -> None:
        if self.is_open:
            self.is_open = False
            self.left.emit()

    def minimumSizeHint(self) -> QSize:
        """It goes with whatever room the map had."""
        return QSize(0, 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fold_tools()

    def _fold_tools(self) -> None:
        """Where there is no room for all words, tools have but their icons, the first ones first."""
        style = Qt.ToolButtonStyle
        if self._worded is None:
            found = self._bar.findChildren(QToolButton)
            self._worded = [
                each
                for each in found
                if each.toolButtonStyle() == style.ToolButtonTextBesideIcon and not each.icon().isNull()
            ]
        for button in self._worded:
            button.setToolButtonStyle(style.ToolButtonTextBesideIcon)
        for button in self._worded:
            if self.tools.sizeHint().width() <= self.width():
                break
            button.setToolButtonStyle(style.ToolButtonIconOnly)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "back"):
            self.back.setIcon(icon("back"))
