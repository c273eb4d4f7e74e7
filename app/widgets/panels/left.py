"""The panel at the left: maps, personas, legend."""

from PySide6.QtWidgets import QWidget

from app.language.phrases import tr
from app.session.editor import Editor
from app.widgets.base.text_size import scaled
from app.widgets.panels.legend import LegendGroup
from app.widgets.panels.maps import MapsGroup
from app.widgets.panels.panel import Panel
from app.widgets.panels.personas import PersonasGroup
from app.widgets.shell import Actions


class LeftPanel(Panel):
    def __init__(self, editor: Editor, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(tr("Maps, personas and legend"), "left-panel", spacing=22, parent=parent)
        self.maps = MapsGroup(editor, actions)
        self.personas = PersonasGroup(editor, actions)
        self.legend = LegendGroup(editor)
        for group in (self.maps, self.personas, self.legend):
            self.column.addWidget(group)
        self.column.addStretch()
        self.setMinimumWidth(scaled(190))
