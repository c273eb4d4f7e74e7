"""The shortcut sheet: every key that does something, by menu, made from the actions themselves."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from app.widgets.actions import ACTIONS
from app.widgets.actions.action import Action, sequences
from app.widgets.base.buttons import heading
from app.widgets.base.overlays.overlay import Overlay
from app.widgets.base.text_size import scaled

ROOM = (0, 780, 1080)
"""Logical pixels of a window that has room for one, two and three columns."""
NATIVE = QKeySequence.SequenceFormat.NativeText
ON_THE_MAP = (
    ("Arrows", "Move among cells and notes"),
    ("Shift+arrows", "Select along"),
    ("Ctrl+arrows", "To the end of the section or stage"),
    ("Home, End", "First and last stage; with Ctrl of the map"),
    ("Tab, Shift+Tab", "Next and previous stage"),
    ("Any letter", "Start a note in the cell"),
    ("Enter", "Edit; end a note and start the next"),
    ("Shift+Enter", "A new line in the note"),
    ("Ctrl+Enter", "Split the note where the caret stands"),
    ("Esc", "Cancel, or leave the note"),
    ("Click on the votes", "Give the note a vote"),
    ("Space and drag", "Move the view"),
    ("Ctrl and wheel", "Zoom about the pointer"),
)
"""What the canvas does with keys by itself."""

Entry = tuple[str, str]
Group = tuple[str, list[Entry]]


def groups() -> list[Group]:
    """The headings of the sheet with their keys and what these do."""
    found: dict[str, list[Entry]] = {"On the map": list(ON_THE_MAP)}
    for action in ACTIONS:
        if keys := _keys(action):
            found.setdefault(action.menu, []).append((keys, action.text))
    return list(found.items())


class ShortcutSheet(Overlay):
    def __init__(self, window: QWidget) -> None:
        super().__init__(window, width=1020)
        title = QLabel("Keyboard shortcuts")
        title.setProperty("role", "title")
        self.column.addWidget(title)
        content = QWidget()
        content.setObjectName("panel-content")
        row = QHBoxLayout(content)
        row.setContentsMargins(0, 8, 0, 0)
        row.setSpacing(36)
        for column in _balanced(groups(), sum(window.width() >= scaled(least) for least in ROOM)):
            row.addLayout(_column(column), 1)
        area = QScrollArea()
        area.setWidget(content)
        area.setWidgetResizable(True)
        area.setProperty("role", "read")
        area.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setMinimumHeight(min(content.sizeHint().height(), window.height() - 130))
        area.setAccessibleName("Keyboard shortcuts")
        self.column.addWidget(area)


def _keys(action: Action) -> str:
    """The first key of each binding: a platform's further ones are keys that hardly any keyboard has."""
    firsts = (sequences((key,))[:1] for key in (*action.keys, *action.canvas_keys))
    return ", ".join(
        key.toString(QKeySequence.SequenceFormat.NativeText) for first in firsts for key in first
    )


def _balanced(groups: list[Group], in_columns: int) -> list[list[Group]]:
    """The groups in their order, in columns about as high as each other."""
    whole = sum(len(entries) + 2 for _, entries in groups)
    columns: list[list[Group]] = [[] for _ in range(in_columns)]
    height = 0.0
    for group in groups:
        middle = height + (len(group[1]) + 2) / 2
        columns[min(int(middle * in_columns / whole), in_columns - 1)].append(group)
        height += len(group[1]) + 2
    return columns


def _column(groups: list[Group]) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(6)
    for name, entries in groups:
        column.addWidget(heading(name))
        grid = QGridLayout()
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(0, 1)
        for row, (keys, text) in enumerate(entries):
            key = QLabel(keys)
            key.setProperty("role", "key")
            grid.addWidget(QLabel(text), row, 0)
            grid.addWidget(key, row, 1, Qt.AlignmentFlag.AlignRight)
        column.addLayout(grid)
        column.addSpacing(12)
    column.addStretch()
    return column
