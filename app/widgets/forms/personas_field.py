"""Fields that choose personas of the project, or a persona's colour."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from app.language.phrases import tr
from app.model.change import Change
from app.model.records import Persona
from app.model.verbs.personas import PERSONA_COLOURS
from app.session.editor import Editor
from app.widgets.base.belonging import set_focus_proxy
from app.widgets.base.check_box import CheckBox
from app.widgets.base.icons import icon_size
from app.widgets.forms.choice_fields import ComboBox
from app.widgets.forms.field import MIXED, Field


class PersonasField(Field):
    """A check box for each persona of the project; the value is a tuple of ids in the project's order."""

    def __init__(self, editor: Editor) -> None:
        box = QWidget()
        super().__init__(box)
        self._editor = editor
        self._column = QVBoxLayout(box)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._none = QLabel(tr("The project has no persona yet."))
        self._none.setProperty("role", "quiet")
        self._none.setWordWrap(True)
        self._column.addWidget(self._none)
        self._boxes: dict[str, CheckBox] = {}
        self._names: tuple[tuple[str, str], ...] | None = None
        self._value: tuple[str, ...] = ()
        editor.changed.connect(self._follow)

    def show_value(self, value: object) -> None:
        self._value = value if isinstance(value, tuple) else ()
        self._list()
        for id, box in self._boxes.items():
            box.setTristate(False)
            box.setChecked(id in self._value)

    def show_mixed(self) -> None:
        self._value = ()
        self._list()
        for box in self._boxes.values():
            box.setTristate(True)
            box.setCheckState(Qt.CheckState.PartiallyChecked)

    def _follow(self, change: Change) -> None:
        if any(isinstance(edit.record, Persona) for edit in change):
            self.show_value(self._value)

    def _list(self) -> None:
        names = tuple((persona.id, persona.name) for persona in self._editor.document.personas())
        if names == self._names:
            return
        self._names = names
        for box in self._boxes.values():
            self._column.removeWidget(box)
            box.hide()
            box.deleteLater()
        self._boxes = {id: CheckBox(name or tr("Without a name")) for id, name in names}
        self._none.setVisible(not names)
        for box in self._boxes.values():
            box.setToolTip(tr("Whether it is this persona’s journey"))
            box.clicked.connect(self._emit_edited)
            self._column.addWidget(box)

    def _emit_edited(self) -> None:
        self.edited.emit(tuple(id for id, box in self._boxes.items() if box.isChecked()))


class PersonaField(Field):
    """One persona of the project, or none."""

    def __init__(self, editor: Editor) -> None:
        self.box = ComboBox()
        self.box.setPlaceholderText(str(MIXED))
        super().__init__(self.box)
        self._editor = editor
        self.box.activated.connect(lambda index: self.edited.emit(self.box.itemData(index)))

    def show_value(self, value: object) -> None:
        self._list()
        self.box.setCurrentIndex(self.box.findData(value))

    def show_mixed(self) -> None:
        self._list()
        self.box.setCurrentIndex(-1)

    def _list(self) -> None:
        self.box.clear()
        self.box.addItem(tr("Everyone"), None)
        for persona in self._editor.document.personas():
            self.box.addItem(persona.name or tr("Without a name"), persona.id)


class PersonaColourField(Field):
    """One of the colours that personas are given."""

    def __init__(self) -> None:
        row = QWidget()
        super().__init__(row)
        layout = QHBoxLayout(row)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        self._buttons = {colour: self._button(colour) for colour in PERSONA_COLOURS}
        for button in self._buttons.values():
            layout.addWidget(button)
        layout.addStretch()
        set_focus_proxy(self, self._buttons[PERSONA_COLOURS[0]])

    def show_value(self, value: object) -> None:
        for colour, button in self._buttons.items():
            button.setChecked(colour == value)

    def show_mixed(self) -> None:
        self.show_value(None)

    def _button(self, colour: str) -> QToolButton:
        button = QToolButton()
        button.setCheckable(True)
        button.setIcon(_disc(colour))
        button.setIconSize(icon_size(20))
        button.setProperty("role", "small")
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setAccessibleName(tr("Colour {colour}", colour=colour))
        button.setToolTip(colour)
        button.clicked.connect(lambda: self.edited.emit(colour))
        return button


def _disc(colour: str) -> QIcon:
    drawn = QPixmap(60, 60)
    drawn.fill(QColor(Qt.GlobalColor.transparent))
    painter = QPainter(drawn)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colour))
    painter.drawEllipse(3, 3, 54, 54)
    painter.end()
    drawn.setDevicePixelRatio(3)
    return QIcon(drawn)
