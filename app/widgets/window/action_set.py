"""The actions of one window as Qt knows them: with icons, tooltips, keys and a state that is never stale."""

from collections.abc import Iterator
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtWidgets import QMenu

from app.language.phrases import Phrase, tr
from app.widgets.actions import ACTIONS
from app.widgets.actions.action import Action, Context, sequences, shown_key
from app.widgets.base.icons import icon
from app.widgets.base.swatches import swatch_icon


class ActionSet(QObject):
    """A QAction for each action, by name. Owned by the window, whose shortcuts they are.

    Once the window is complete, it calls `refresh` for the first time.
    """

    def __init__(self, context: Context) -> None:
        super().__init__(context.window.widget)
        self.context = context
        self._made: dict[str, QAction] = {}
        self._canvas_keys: dict[str, list[QShortcut]] = {}
        self._shown: dict[str, tuple[Phrase | None, str]] = {}
        """Why each action could not be run, and its label, when it was asked last."""
        for action in ACTIONS:
            self._make(action)
        self._give_icons()
        editor = context.editor
        for signal in (
            editor.stepped,
            editor.selection_changed,
            editor.map_changed,
            editor.note_colour_changed,
        ):
            signal.connect(self.refresh)
        context.window.widget.installEventFilter(self)

    def __getitem__(self, name: str) -> QAction:
        return self._made[name]

    def __iter__(self) -> Iterator[tuple[Action, QAction]]:
        return ((action, self._made[action.name]) for action in ACTIONS)

    def refresh(self, *_: Any) -> None:
        """Ask each action how it stands now. (Whatever a signal carries does not matter.)"""
        for action, made in self:
            if action.checked:
                made.setChecked(action.checked(self.context))
            why_not = action.why_not(self.context)
            now = (why_not, action.label(self.context) if action.label else "")
            # At each step most of a hundred are as they were: to tell Qt so would take longest.
            if self._shown.get(action.name) == now:
                continue
            self._shown[action.name] = now
            made.setEnabled(why_not is None)
            made.setToolTip(_tip(action) if why_not is None else f"{_tip(action)}\n{why_not}")
            for shortcut in self._canvas_keys[action.name]:
                shortcut.setEnabled(why_not is None)
            if action.label:
                _set_text(made, action, now[1])

    def menus(self) -> list[QMenu]:
        """A fresh menu for each group of actions, in the order of ACTIONS."""
        menus: dict[Phrase, QMenu] = {}
        for action, made in self:
            menu = menus.setdefault(action.menu, QMenu(f"&{action.menu}", self.context.window.widget))
            if action.starts_group and not menu.isEmpty():
                menu.addSeparator()
            menu.addAction(made)
        return list(menus.values())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.PaletteChange and watched is self.context.window.widget:
            self._give_icons()
        return False

    def _make(self, action: Action) -> None:
        made = QAction(self)
        _set_text(made, action, str(action.text))
        made.setObjectName(action.name)
        made.setShortcuts(sequences(action.keys))
        made.setCheckable(action.checked is not None)
        made.setToolTip(_tip(action))
        made.setMenuRole(_MENU_ROLES.get(action.name, QAction.MenuRole.NoRole))
        made.triggered.connect(lambda: self._run(action))
        self.context.window.widget.addAction(made)
        self._made[action.name] = made
        self._canvas_keys[action.name] = [
            self._canvas_key(key, made) for key in sequences(action.canvas_keys)
        ]

    def _canvas_key(self, key: QKeySequence, made: QAction) -> QShortcut:
        shortcut = QShortcut(key, self.context.canvas)
        shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
        shortcut.activated.connect(made.trigger)
        return shortcut

    def _run(self, action: Action) -> None:
        if action.can_run(self.context):
            action.run(self.context)
        self.refresh()

    def _give_icons(self) -> None:
        """Give each action its icon of today. Often a palette changes in nothing: when a window is shown."""
        for action, made in self:
            if not (action.swatch or action.icon):
                continue
            found = swatch_icon(action.swatch) if action.swatch else icon(action.icon)
            if found.cacheKey() != made.icon().cacheKey():
                made.setIcon(found)


_MENU_ROLES = {"file.preferences": QAction.MenuRole.PreferencesRole}
"""What macOS has in the menu of the program itself."""


def _tip(action: Action) -> str:
    key = shown_key(action)
    return tr("{name} ({key})", name=action.tip, key=key) if key else str(action.tip)


def _set_text(made: QAction, action: Action, text: str) -> None:
    """Give an action its text: in a menu with the key that Qt does not know of, on a button alone."""
    text = text.replace("&", "&&")
    made.setText(f"{text}\t{shown_key(action)}" if action.canvas_keys and not action.keys else text)
    made.setIconText(str(action.short) if action.short else text)
