"""A field for tags: each a chip that can be taken away, and a line for the next one."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QSizePolicy, QToolButton

from app.language.phrases import phrase, tr
from app.model.text import one_line
from app.session.editor import Editor
from app.widgets.base.belonging import set_focus_proxy
from app.widgets.base.text_size import scaled
from app.widgets.forms.chips import Flow, removable_chip
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
        self._flow.let_go(self._chips)
        self._chips = [self._chip(tag) for tag in tags]
        self._flow.removeWidget(self.line)
        for widget in (*self._chips, self.line):
            self._flow.addWidget(widget)
        come_before(self.line, self._chips)
        self.updateGeometry()

    def _chip(self, tag: str) -> QToolButton:
        chip = removable_chip(self.control, tag, tr("Remove the tag {tag}", tag=tag))
        chip.clicked.connect(lambda: self.edited.emit(tuple(each for each in self._tags if each != tag)))
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
