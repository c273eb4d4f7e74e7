"""The group of the left panel that lists the project's personas."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.language.phrases import tr
from app.model.change import Change
from app.model.records import Persona, Record
from app.session.editor import Editor
from app.widgets.base.avatars import SIDE, avatar
from app.widgets.base.buttons import action_button, headed, heading
from app.widgets.base.icons import icon_size
from app.widgets.base.pictures_ready import pictures_ready
from app.widgets.panels.record_list import RecordList
from app.widgets.shell import Actions

_MENU = (
    "personas.add",
    "personas.duplicate",
    "personas.show",
    "personas.export",
    "personas.move_up",
    "personas.move_down",
    "personas.delete",
)
"""What can be done to the persona selected, by a right click into the list."""


class PersonasGroup(QWidget):
    """Choosing a persona selects it, so that the inspector shows it."""

    def __init__(self, editor: Editor, actions: Actions) -> None:
        super().__init__()
        self._editor = editor
        self.list = RecordList(
            editor, Persona, "name", editor.document.personas, self._picture, tr("Without a name")
        )
        self.list.setAccessibleName(tr("Personas"))
        self.list.setToolTip(tr("Choose a persona to see and change it; F2 renames it"))
        self.list.setIconSize(icon_size(SIDE))
        self.list.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        for name in _MENU:
            self.list.addAction(actions[name])
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        add = action_button(actions["personas.add"], role="small", size=16)
        column.addLayout(headed(heading(tr("Personas")), add))
        column.addWidget(self.list)
        self.list.chosen.connect(lambda id: editor.select([id]))
        editor.selection_changed.connect(self._mark)
        editor.changed.connect(self._follow)
        pictures_ready().ready.connect(self._show_picture)
        self._mark()

    def _follow(self, change: Change) -> None:
        self._mark()

    def _show_picture(self, picture: str) -> None:
        if any(persona.picture == picture for persona in self._editor.document.personas()):
            self.list.fill()

    def _mark(self) -> None:
        ids = self._editor.selection.ids
        is_persona = len(ids) == 1 and isinstance(self._editor.document.find(ids[0]), Persona)
        self.list.mark(ids[0] if is_persona else None)

    def _picture(self, record: Record) -> QIcon:
        store = self._editor.document.picture_store
        return avatar(record, store) if isinstance(record, Persona) else QIcon()
