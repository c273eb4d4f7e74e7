"""A field for tags: each a chip that can be taken away, and a line for the next one."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLayout, QLayoutItem, QSizePolicy, QToolButton, QWidget

from app.language.phrases import phrase, tr
from app.model.text import one_line
from app.session.editor import Editor
from app.widgets.base.belonging import set_focus_proxy
from app.widgets.base.icons import icon, icon_size
from app.widgets.base.plain_text import tip
from app.widgets.base.text_size import scaled
from app.widgets.forms.field import MIXED, Field, come_before
from app.widgets.forms.text_fields import HalfTypedLine

PLACEHOLDER = phrase("Add a tag")


class TagsField(Field):
    """The tags of a record. Enter or a comma ends a tag; Backspace in the empty line takes the last."""

    def __init__(self) -> None:
        frame = QFrame()
        frame.setObjectName("tags")
        super().__init__(frame)
        self._tags: tuple[str, ...] = ()
        self._chips: list[QToolButton] = []
        self._flow = Flow(frame)
        self.line = _TagLine(self)
        self._flow.addWidget(self.line)
        set_focus_proxy(self, self.line)

    def show_value(self, value: object) -> None:
        self.line.setPlaceholderText(str(PLACEHOLDER))
        self._show(value if isinstance(value, tuple) else ())

    def show_mixed(self) -> None:
        self._show(())
        self.line.setPlaceholderText(str(MIXED))

    def check_spelling(self, editor: Editor) -> None:
        """While a tag is typed; once it is one, it is a name, and right wherever it stands."""
        self.line.check_spelling(editor)

    def begin_anew(self) -> None:
        self.line.setText("")

    def add(self) -> None:
        """Make what stands in the line tags."""
        written = [one_line(part) for part in self.line.text().split(",")]
        self.line.setText("")
        tags = tuple(dict.fromkeys((*self._tags, *filter(None, written))))
        if tags != self._tags:
            self.edited.emit(tags)

    def take_last(self) -> None:
        if self._tags:
            self.edited.emit(self._tags[:-1])

    def _show(self, tags: tuple[str, ...]) -> None:
        if tags == self._tags:
            return
        self._tags = tags
        for chip in self._chips:
            self._flow.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self._chips = [self._chip(tag) for tag in tags]
        self._flow.removeWidget(self.line)
        for widget in (*self._chips, self.line):
            self._flow.addWidget(widget)
        come_before(self.line, self._chips)
        self.updateGeometry()

    def _chip(self, tag: str) -> QToolButton:
        chip = QToolButton(self.control)
        chip.setText(tag.replace("&", "&&"))
        chip.setIcon(icon("x", size=12))
        chip.setIconSize(icon_size(12))
        chip.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        chip.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        chip.setProperty("role", "chip")
        removes = tr("Remove the tag {tag}", tag=tag)
        chip.setAccessibleName(removes)
        chip.setToolTip(tip(removes))
        chip.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        chip.clicked.connect(lambda: self.edited.emit(tuple(each for each in self._tags if each != tag)))
        chip.show()
        return chip


class _TagLine(HalfTypedLine):
    def __init__(self, field: TagsField) -> None:
        super().__init__(str(PLACEHOLDER))
        self._field = field
        self.setMinimumWidth(scaled(76))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.editingFinished.connect(field.add)
        self.textEdited.connect(lambda text: field.add() if "," in text else None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Backspace and not self.text():
            self._field.take_last()
        else:
            super().keyPressEvent(event)


class Flow(QLayout):
    """Widgets side by side, going on in the next line; the last one takes what is left."""

    SPACING = 4
    MARGIN = 4

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []

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
