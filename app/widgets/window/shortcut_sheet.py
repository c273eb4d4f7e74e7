"""The shortcut sheet: every key that does something, by menu, made from the actions themselves."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from app.language.phrases import Phrase, phrase, tr
from app.widgets.actions import ACTIONS
from app.widgets.actions.action import Action, sequences
from app.widgets.base.buttons import heading
from app.widgets.base.overlays.overlay import Overlay
from app.widgets.base.text_size import scaled

COLUMNS = 3
WIDTH, BESIDE = 1020, 90
"""Logical pixels of the card, and how many of a narrower window are beside its content."""
NATIVE = QKeySequence.SequenceFormat.NativeText
ON_THE_MAP: tuple[tuple[Phrase, Phrase], ...] = (
    (phrase("Arrow keys"), phrase("Move among cells and notes")),
    (phrase("Shift+arrow keys"), phrase("Select along the way")),
    (phrase("Ctrl+arrow keys"), phrase("Go to the end of the section or stage")),
    (phrase("Home, End"), phrase("First and last stage; with Ctrl, of the whole map")),
    (phrase("Tab, Shift+Tab"), phrase("Next and previous stage")),
    (phrase("Any letter"), phrase("Start a note in the cell")),
    (phrase("Enter"), phrase("Edit; end a note and start the next")),
    (phrase("Shift+Enter"), phrase("Start a new line in the note")),
    (phrase("Ctrl+Enter"), phrase("Split the note at the caret")),
    (phrase("Esc"), phrase("Cancel, or leave the note")),
    (phrase("Click on the votes"), phrase("Add a vote to the note")),
    (phrase("Space and drag"), phrase("Move the view")),
    (phrase("Ctrl and wheel"), phrase("Zoom at the pointer")),
)
"""What the canvas does with keys by itself."""

BEFORE_OTHERS: tuple[tuple[Phrase, Phrase], ...] = (
    (phrase("Page Down, Page Up"), phrase("Next and previous picture, note or number")),
    (phrase("Ctrl+Shift+B"), phrase("Black, or the picture again")),
    (phrase("Ctrl+Shift+M"), phrase("One minute more")),
    (phrase("+, −, C"), phrase("A minute more, a minute less, hold the clock")),
    (phrase("E, V, M"), phrase("Write, vote, place by impact and effort")),
    (phrase("L, R, P"), phrase("Spotlight, uncover, parking lot")),
    (phrase("X"), phrase("Swap the screens")),
)
"""What keys do while a map is shown to others; those of the clicker among them."""

Entry = tuple[str, str]
Group = tuple[str, list[Entry]]


def groups() -> list[Group]:
    """The headings of the sheet with their keys and what these do."""
    on_the_map = [(str(keys), str(does)) for keys, does in ON_THE_MAP]
    found: dict[str, list[Entry]] = {tr("On the map"): on_the_map}
    for action in ACTIONS:
        if keys := _keys(action):
            found.setdefault(str(action.menu), []).append((keys, str(action.text)))
    found[tr("Before others")] = [(str(keys), str(does)) for keys, does in BEFORE_OTHERS]
    return list(found.items())


class ShortcutSheet(Overlay):
    def __init__(self, window: QWidget) -> None:
        super().__init__(window, width=WIDTH)
        title = QLabel(tr("Keyboard shortcuts"))
        title.setProperty("role", "title")
        self.column.addWidget(title)
        content = _content(min(scaled(WIDTH) + 40, window.width()) - BESIDE)
        area = QScrollArea()
        area.setWidget(content)
        area.setWidgetResizable(True)
        area.setProperty("role", "read")
        area.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setMinimumHeight(min(content.sizeHint().height(), window.height() - 130))
        area.setAccessibleName(tr("Keyboard shortcuts"))
        self.column.addWidget(area)


def _keys(action: Action) -> str:
    """The first key of each binding: a platform's further ones are keys that hardly any keyboard has."""
    firsts = (sequences((key,))[:1] for key in (*action.keys, *action.canvas_keys))
    return ", ".join(dict.fromkeys(key.toString(NATIVE) for first in firsts for key in first))


def _content(room: int) -> QWidget:
    """The groups side by side, in as many columns as there is room for: some languages use longer words."""
    for in_columns in range(COLUMNS, 1, -1):
        content = _in_columns(in_columns)
        if content.sizeHint().width() <= room:
            return content
    return _in_columns(1)


def _in_columns(number: int) -> QWidget:
    content = QWidget()
    content.setObjectName("panel-content")
    row = QHBoxLayout(content)
    row.setContentsMargins(0, 8, 0, 0)
    row.setSpacing(36)
    for column in _balanced(groups(), number):
        row.addLayout(_column(column), 1)
    return content


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
