"""The group of the left panel that lists the project's personas."""

from PySide6.QtGui import QIcon

from app.language.phrases import tr
from app.model.records import Persona, Record
from app.session.editor import Editor
from app.widgets.base.avatars import avatar
from app.widgets.base.pictures_ready import pictures_ready
from app.widgets.panels.record_group import RecordGroup
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


class PersonasGroup(RecordGroup):
    """Choosing a persona selects it, so that the inspector shows it."""

    def __init__(self, editor: Editor, actions: Actions) -> None:
        super().__init__()
        self._editor = editor
        personas = RecordList(
            editor, Persona, "name", editor.document.personas, self._picture, tr("Without a name")
        )
        personas.setToolTip(tr("Choose a persona to see and change it; F2 renames it"))
        self.show_list(personas, tr("Personas"), _MENU, actions)
        self.list.chosen.connect(lambda id: editor.select([id]))
        editor.selection_changed.connect(self._mark)
        editor.changed.connect(self._mark)
        pictures_ready().ready.connect(self._show_picture)
        self._mark()

    def _show_picture(self, picture: str) -> None:
        if any(persona.picture == picture for persona in self._editor.document.personas()):
            self.list.fill()

    def _mark(self, *_: object) -> None:
        ids = self._editor.selection.ids
        is_persona = len(ids) == 1 and isinstance(self._editor.document.find(ids[0]), Persona)
        self.list.mark(ids[0] if is_persona else None)

    def _picture(self, record: Record) -> QIcon:
        store = self._editor.document.picture_store
        return avatar(record, store) if isinstance(record, Persona) else QIcon()
