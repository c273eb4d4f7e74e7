"""The bar on top: which map of which project, and the actions that are needed most."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QLabel,
    QMenu,
    QSizePolicy,
    QToolButton,
    QWidget,
)

from app.language.phrases import tr
from app.model.change import Change
from app.model.labels import step_label
from app.model.records import JourneyMap, Project
from app.model.verbs.editing import set_fields
from app.model.words import shortened
from app.session.editor import Editor
from app.widgets.base.buttons import action_button, action_label, divider
from app.widgets.base.icons import icon, icon_size
from app.widgets.base.keys import key_words
from app.widgets.base.plain_text import tip
from app.widgets.base.swatches import SwatchRow
from app.widgets.base.text_size import scaled
from app.widgets.forms.flat_line import FlatLine
from app.widgets.shell import Actions

MOST_SAVING = 5
"""How far the bar can go in saving room."""
BUTTONS_WITH_LASTING_NAMES = 2
"""Stage and section: their icons say least without names."""
BESIDE_ICON = Qt.ToolButtonStyle.ToolButtonTextBesideIcon
ICON_ONLY = Qt.ToolButtonStyle.ToolButtonIconOnly
NATIVE = QKeySequence.SequenceFormat.NativeText
_LTR, _RTL = Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft
_OTHER_WAY = {_LTR: _RTL, _RTL: _LTR}


class Bar(QWidget):
    """One row of controls, nearly all of them made from actions."""

    def __init__(self, editor: Editor, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("bar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(tr("Bar"))
        self.setFixedHeight(scaled(46))
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(8, 0, 12, 0)
        self._row.setSpacing(4)
        self._with_text: list[QToolButton] = []
        self._dividers: list[QFrame] = []
        self._row.addWidget(_menu_button(actions))
        self._name = ProjectName(editor)
        self._name.textChanged.connect(self._fit)
        self.name_typed = self._name.editingFinished
        """The project's name was typed, perhaps another one than before."""
        self._row.addWidget(self._name)
        self._arrow = _quiet("‹" if QApplication.isRightToLeft() else "›")
        self._row.addWidget(self._arrow)
        self._switcher = MapSwitcher(editor, actions)
        self._row.addWidget(self._switcher)
        self._group(actions, "edit.undo", "edit.redo")
        self._group(actions, "stages.add", "sections.add", style="both")
        self._divide()
        self.swatches = BarSwatches(editor, actions)
        self._row.addWidget(self.swatches)
        self._group(actions, "view.find", "view.filter", "view.lock", style="both")
        self._lock = self._with_text[-1]
        self._row.addStretch(1)
        self._add(actions, "view.present", "both")
        self._row.addSpacing(4)
        self._row.addWidget(action_button(actions["file.export_poster"], "text", "primary"))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self, *_: object) -> None:
        """Leave out as little as makes the rest fit. (What a signal carries does not matter.)"""
        for saving in range(MOST_SAVING + 1):
            self._save_room(saving)
            if self._row.sizeHint().width() <= self.width():
                break

    def _save_room(self, saving: int) -> None:
        """0 shows everything; then the names of some buttons go, those of all, and what is no button.

        In a very narrow window the swatches become small and go: the inspector has them, and Alt+1 … Alt+8.
        """
        for index, button in enumerate(self._with_text):
            has_name = saving == 0 or (saving == 1 and index < BUTTONS_WITH_LASTING_NAMES)
            button.setToolButtonStyle(BESIDE_ICON if has_name else ICON_ONLY)
        is_tight = saving >= 3
        self._row.setSpacing(1 if is_tight else 4)
        # The lock is in the menu as well.
        for mark in (self._arrow, *self._dividers, self._lock):
            mark.setHidden(is_tight)
        is_very_tight = saving == MOST_SAVING
        self._switcher.show_title(longest=5 if is_very_tight else 14 if is_tight else 28)
        self._name.setMaximumWidth(scaled(60 if is_very_tight else 260))
        self.swatches.setMaximumWidth(self.swatches.minimumSizeHint().width() if saving == 4 else 16_777_215)
        self.swatches.setHidden(is_very_tight)

    def _divide(self) -> None:
        line = divider()
        self._dividers.append(line)
        self._row.addWidget(line)

    def _group(self, actions: Actions, *names: str, style: str = "icon") -> None:
        self._divide()
        for name in names:
            self._add(actions, name, style)

    def _add(self, actions: Actions, name: str, style: str) -> None:
        button = action_button(actions[name], style)
        if style == "both":
            self._with_text.append(button)
        self._row.addWidget(button)


class ProjectName(FlatLine):
    """The project's name, to be typed over."""

    def __init__(self, editor: Editor) -> None:
        super().__init__(tr("Project name"), hugs=True)
        self._editor = editor
        self.setProperty("strong", True)
        self.setPlaceholderText(tr("Untitled project"))
        self.setReadOnly(editor.read_only)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.typed.connect(self._write)
        self.editingFinished.connect(self._end)
        editor.changed.connect(self._follow)
        self.show_text(editor.document.project.name)

    def _write(self, text: str) -> None:
        document = self._editor.document
        change = set_fields(
            document, [document.project.id], step_label("rename", kind=Project.kind), name=text
        )
        self._editor.do(change, merge_key="project name")

    def _end(self) -> None:
        self._editor.end_merge()
        self.show_text(self._editor.document.project.name)

    def _follow(self, change: Change) -> None:
        if any(isinstance(edit.record, Project) for edit in change):
            self.show_text(self._editor.document.project.name)


class MapSwitcher(QToolButton):
    """Says which map is shown; its menu shows another."""

    def __init__(self, editor: Editor, actions: Actions) -> None:
        super().__init__()
        self._editor = editor
        self._actions = actions
        self._longest = 28
        self.setProperty("role", "switcher")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setToolTip(tr("Show another map of the project"))
        self.setIconSize(icon_size(14))
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        # Its icon stands after the title.
        usual = QApplication.layoutDirection()
        self.setLayoutDirection(_OTHER_WAY[usual])
        self._maps = QMenu(self)
        self._maps.setLayoutDirection(usual)
        self._maps.aboutToShow.connect(self._fill)
        self.setMenu(self._maps)
        editor.map_changed.connect(self._show)
        editor.changed.connect(self._follow)
        self._show()

    def show_title(self, longest: int) -> None:
        """Show the title in at most so many letters."""
        if longest != self._longest:
            self._longest = longest
            self._show()

    def _follow(self, change: Change) -> None:
        if any(isinstance(edit.record, JourneyMap) for edit in change):
            self._show()

    def _show(self) -> None:
        title = self._editor.journey_map.title or tr("Without a title")
        self.setText(shortened(title, self._longest).replace("&", "&&"))
        self.setAccessibleName(tr("Map: {title}", title=title))
        self.setIcon(icon("chevron-down", "quiet", 14))

    def _fill(self) -> None:
        self._maps.clear()
        for journey_map in self._editor.document.maps():
            title = shortened(journey_map.title or tr("Without a title"), 60).replace("&", "&&")
            entry = self._maps.addAction(title)
            entry.setCheckable(True)
            entry.setChecked(journey_map.id == self._editor.map)
            entry.triggered.connect(lambda _, id=journey_map.id: self._editor.show_map(id))
        self._maps.addSeparator()
        for name in ("maps.add", "maps.duplicate", "maps.plan_future_state"):
            self._maps.addAction(self._actions[name])


class BarSwatches(SwatchRow):
    """The colour of the selected notes, or of the next one."""

    def __init__(self, editor: Editor, actions: Actions) -> None:
        super().__init__()
        self._editor = editor
        for colour, swatch in self.swatches.items():
            self._name(swatch, actions, colour)
        self.chosen.connect(lambda colour: actions[f"notes.{colour}"].trigger())
        for signal in (editor.changed, editor.selection_changed, editor.note_colour_changed):
            signal.connect(self._show)
        self._show()

    def _name(self, swatch: QWidget, actions: Actions, colour: str) -> None:
        action = actions[f"notes.{colour}"]

        def update_label() -> None:
            swatch.setAccessibleName(action_label(action))
            key = action.shortcut().toString(NATIVE)
            swatch.setToolTip(tip(tr("{name} ({key})", name=action_label(action), key=key)))
            swatch.setEnabled(action.isEnabled())

        action.changed.connect(update_label)
        update_label()

    def _show(self, *_: object) -> None:
        self.show_colour(self._editor.note_colour)


def _menu_button(actions: Actions) -> QToolButton:
    button = QToolButton()
    button.setIcon(icon("menu"))
    button.setIconSize(icon_size())
    button.setObjectName("menu")
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
    button.setToolTip(tr("{name} ({key})", name=tr("All menus"), key=key_words("F10")))
    button.setShortcut("F10")
    button.setAccessibleName(tr("Menus"))
    menu = QMenu(button)

    def fill() -> None:
        for submenu in actions.menus():
            menu.addMenu(submenu)

    # A hundred entries are made when they are first asked for: the window is there sooner.
    menu.aboutToShow.connect(fill, Qt.ConnectionType.SingleShotConnection)
    button.setMenu(menu)
    return button


def _quiet(text: str) -> QLabel:
    label = QLabel(text)
    label.setProperty("role", "quiet")
    return label
