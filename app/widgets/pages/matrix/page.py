"""The page of impact × effort: which notes are placed, how far one is, and the plane in the map's place."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent

from app.language.phrases import tr
from app.model.analysis.matrix_notes import About
from app.model.records import Id
from app.pages.deliverables.sheet_options import MatrixOptions
from app.pages.page_options import PageOptions
from app.widgets.base.belonging import set_focus_proxy
from app.widgets.base.buttons import action_button
from app.widgets.base.check_box import CheckBox
from app.widgets.base.page import Page
from app.widgets.base.text_size import scaled
from app.widgets.pages.matrix.matrix_view import MatrixView
from app.widgets.shell import Shell
from app.widgets.tables.preview.pieces import framed, quiet, segment
from app.workshop.impact_effort import ImpactEffort

_PIXELS = 0.5
"""Of a unit: a note's text is then as large as that of fields."""
_ROOM_FOR_WORDS, _ROOM_FOR_BUTTONS, _ROOM_FOR_COUNT = 940, 640, 500
"""Logical pixels at 100 % under which buttons have no words, under which they are in the menus alone, and
under which nothing is counted."""


class MatrixPage(Page):
    """The ideas of the map, or its pain points."""

    def __init__(self, window: Shell) -> None:
        super().__init__(tr("Impact × effort"))
        self._window = window
        self.placing = ImpactEffort(window.editor, self)
        self.view = MatrixView(window.editor, self.placing)
        self.view.set_scale(scaled(100) / 100 * _PIXELS)
        self._kinds = {
            "opportunity": segment(tr("Ideas"), tr("Place the opportunities of the map")),
            "pain point": segment(tr("Pain points"), tr("Place the pain points of the map")),
        }
        self.only_voted = CheckBox(tr("Only those with votes"))
        self.only_voted.setToolTip(tr("More than 25 notes cannot be talked about at once"))
        self.count = quiet("")
        self.show_on_map = action_button(window.actions_by_name["view.show_on_map"], style="both")
        self.print = action_button(window.actions_by_name["file.print"], style="both", role="outlined")
        self._assemble()
        set_focus_proxy(self, self.view)
        self.view.opened.connect(self._open)
        self.placing.changed.connect(self._follow)
        self.only_voted.toggled.connect(self.placing.offer_only_voted)
        self._follow()

    def begin(self) -> None:
        self.placing.pick(None)
        self._follow()

    @property
    def picked_records(self) -> Sequence[Id]:
        return () if self.placing.picked is None else (self.placing.picked,)

    @property
    def printed(self) -> PageOptions:
        return MatrixOptions(map=self._window.editor.map, about=self.placing.about)

    def choose(self, about: About) -> None:
        """Place ideas, or pain points."""
        self.placing.choose(about)
        self._follow()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_room()

    def _assemble(self) -> None:
        self.tools.addWidget(framed(*self._kinds.values()))
        for about, button in self._kinds.items():
            button.setAccessibleName(button.text())
            button.clicked.connect(lambda _=False, about=about: self.choose(about))
        self.tools.addWidget(self.only_voted)
        self.tools.addStretch(1)
        self.tools.addWidget(self.count)
        self.tools.addWidget(self.show_on_map)
        self.tools.addWidget(self.print)
        self.column.addWidget(self.view, 1)

    def _follow(self) -> None:
        matrix = self.placing.matrix
        for about, button in self._kinds.items():
            button.setChecked(about == self.placing.about)
        self.only_voted.setVisible(matrix.can_choose)
        self.only_voted.setChecked(self.placing.is_only_voted)
        self.count.setText(
            tr("{placed} of {count} placed", placed=len(matrix.placed), count=matrix.number)
            if matrix.number
            else ""
        )
        self._window.actions_by_name.refresh()
        self._share_room()

    def _share_room(self) -> None:
        self.count.setVisible(self.width() >= scaled(_ROOM_FOR_COUNT))
        style = Qt.ToolButtonStyle
        has_words = self.width() >= scaled(_ROOM_FOR_WORDS)
        for button in (self.show_on_map, self.print):
            button.setVisible(self.width() >= scaled(_ROOM_FOR_BUTTONS))
            button.setToolButtonStyle(
                style.ToolButtonTextBesideIcon if has_words else style.ToolButtonIconOnly
            )

    def _open(self, note: Id) -> None:
        """The details of a note, in the panel beside."""
        self._window.editor.select([note])
        self._window.inspect()
