"""The group of the left panel that lists the project's maps."""

from PySide6.QtGui import QIcon

from app.language.phrases import tr
from app.model.records import JourneyMap, Record
from app.session.editor import Editor
from app.widgets.base.avatars import SIDE
from app.widgets.base.icons import icon
from app.widgets.panels.record_group import RecordGroup
from app.widgets.panels.record_list import RecordList
from app.widgets.shell import Actions

_MENU = (
    "maps.add",
    "maps.duplicate",
    "maps.plan_future_state",
    "maps.inspect",
    "maps.move_up",
    "maps.move_down",
    "maps.delete",
)
"""What can be done to the map shown, by a right click into the list."""


class MapsGroup(RecordGroup):
    """The map shown is the chosen one."""

    def __init__(self, editor: Editor, actions: Actions) -> None:
        super().__init__()
        self._editor = editor
        maps = RecordList(editor, JourneyMap, "title", editor.document.maps, _picture, tr("Without a title"))
        maps.setToolTip(tr("Choose the map to show; F2 renames it"))
        self.show_list(maps, tr("Maps"), _MENU, actions)
        self.list.chosen.connect(self._choose)
        editor.map_changed.connect(self._mark)
        editor.changed.connect(self._mark)
        self._mark()

    def _choose(self, id: str) -> None:
        """Show a map, and in the inspector what it is about."""
        self._editor.show_map(id)
        self._editor.select_cell(None)

    def _mark(self, *_: object) -> None:
        self.list.mark(self._editor.map)


def _picture(record: Record) -> QIcon:
    return icon("map", "quiet", room=SIDE)
