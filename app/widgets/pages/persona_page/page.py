"""The page of a persona: the sheet, drawn big, and over it what can be done with personas.

The form to edit them is the inspector's, which stands beside the page as it stands beside the map: the page
shows the persona that is selected, and gives way to the map when anything else is.
"""

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QResizeEvent

from app.drawing.persona_sheet import NAMELESS
from app.language.phrases import tr
from app.model.change import Change
from app.model.records import Id, Persona
from app.widgets.base.avatars import SIDE, avatar
from app.widgets.base.belonging import set_focus_proxy
from app.widgets.base.buttons import action_button
from app.widgets.base.icons import icon_size
from app.widgets.base.links import FileQuestion, follow
from app.widgets.base.page import Page
from app.widgets.base.text_size import scaled
from app.widgets.forms.choice_fields import ComboBox
from app.widgets.pages.persona_page.sheet_view import SheetView
from app.widgets.pictures.adding_pictures import show_on_persona
from app.widgets.shell import Shell

_SMALL = ("personas.previous", "personas.next", "personas.add", "personas.duplicate", "personas.move_up",
          "personas.move_down", "personas.delete")  # fmt: skip
_ROOM_FOR_ALL, _ROOM_FOR_WORDS, _ROOM_FOR_NEEDED, _ROOM_FOR_BACK = 760, 480, 300, 200
"""Logical pixels at 100 % under which only the most needed buttons are shown (the menus have the others),
under which these have no words, under which they are in the menus alone as well, and under which the way back
has no word either."""
_NEEDED = ("personas.add", "personas.delete")


class PersonaPage(Page):
    """The persona that is selected, and the buttons for personas."""

    def __init__(self, window: Shell) -> None:
        super().__init__(tr("Persona page"))
        self._window = window
        self._editor = editor = window.editor
        self._actions = actions = window.actions_by_name
        self._persona: Id | None = None
        self.view = SheetView()
        self.switcher = ComboBox()
        self._buttons = {name: action_button(actions[name]) for name in _SMALL}
        self.export = action_button(actions["personas.export"], style="both", role="outlined")
        self._assemble()
        set_focus_proxy(self, self.view)
        self.view.picture_given.connect(self._take_picture)
        self.view.link_wanted.connect(self._open)
        self.switcher.activated.connect(lambda index: editor.select([self.switcher.itemData(index)]))
        editor.selection_changed.connect(self._follow_selection)
        editor.changed.connect(self._follow)

    @property
    def persona(self) -> Persona | None:
        """Who is shown, while the page is."""
        found = self._editor.document.find(self._persona) if self.is_open and self._persona else None
        return found if isinstance(found, Persona) else None

    def open(self, id: Id) -> None:
        """Show a persona. Whoever opens the page puts it in the map's place."""
        self._editor.select([id])
        self._follow_selection()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        for name, button in self._buttons.items():
            button.setVisible(self._has(_ROOM_FOR_NEEDED if name in _NEEDED else _ROOM_FOR_ALL))
        style = Qt.ToolButtonStyle
        self.back.setToolButtonStyle(
            style.ToolButtonTextBesideIcon if self._has(_ROOM_FOR_BACK) else style.ToolButtonIconOnly
        )
        self.export.setVisible(self._has(_ROOM_FOR_NEEDED))
        has_room = self._has(_ROOM_FOR_WORDS)
        self.export.setToolButtonStyle(
            style.ToolButtonTextBesideIcon if has_room else style.ToolButtonIconOnly
        )

    def _has(self, room: int) -> bool:
        return self.width() >= scaled(room)

    def _follow_selection(self) -> None:
        if not self.is_open:
            return
        records = self._editor.selected.records
        if len(records) == 1 and isinstance(records[0], Persona):
            self._persona = records[0].id
            self._show(records[0])
        else:
            self.leave()

    def _follow(self, change: Change) -> None:
        if not self.is_open or not any(isinstance(edit.record, Persona) for edit in change):
            return
        if self.persona is not None:
            self._show(self.persona)
            return
        gone = next(edit.record for edit in change if edit.record.id == self._persona)
        others = self._editor.document.personas()
        if others:
            self._editor.select([others[min(gone.position, len(others) - 1)].id])
        else:
            self.leave()

    def _show(self, persona: Persona) -> None:
        self.view.show_persona(self._editor.document, persona)
        personas = self._editor.document.personas()
        self.switcher.clear()
        for each in personas:
            self.switcher.addItem(
                avatar(each, self._editor.document.picture_store), each.name or str(NAMELESS), each.id
            )
        self.switcher.setCurrentIndex(self.switcher.findData(persona.id))
        self._actions.refresh()

    def _take_picture(self, data: QMimeData) -> None:
        if self.persona is not None and not self._editor.read_only:
            show_on_persona(self._window, data, self.persona.id)

    def _open(self, address: str) -> None:
        window = self._window
        follow(
            address,
            window.show_message,
            lambda to: window.show_overlay(lambda: FileQuestion(window.widget, to)),
        )

    def _assemble(self) -> None:
        self.switcher.setAccessibleName(tr("Persona"))
        self.switcher.setToolTip(tr("Show another persona of the project"))
        self.switcher.setIconSize(icon_size(SIDE - 6))
        self.switcher.setMinimumWidth(scaled(60))
        self.switcher.setMaximumWidth(scaled(280))
        self.tools.addWidget(self.switcher, 100)
        for button in self._buttons.values():
            self.tools.addWidget(button)
        self.tools.addStretch(1)
        self.tools.addWidget(self.export)
        self.column.addWidget(self.view, 1)
