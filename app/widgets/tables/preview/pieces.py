"""Small parts of the page of a table, dressed by the style sheet."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QSizePolicy,
    QToolButton,
    QWidget,
)

from app.formats.tables.bringing_in.trial import Way
from app.language.phrases import tr, tr_plural
from app.widgets.base.icons import icon, icon_size
from app.widgets.base.keys import key_words
from app.widgets.base.text_size import scaled

TITLE_HEIGHT = 48
"""Logical pixels at 100 % of what stands right above table and map."""
_LEAST_HEIGHT = 160
"""Those that table and map have at least; the rest scrolls."""


def scrolled(side: QWidget) -> QScrollArea:
    """A side that scrolls where text is so large, or the screen so small, that not all of it has room."""
    area = QScrollArea()
    area.setFrameShape(QScrollArea.Shape.NoFrame)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setWidget(side)
    return area


def fix_heights(grid: QGridLayout) -> None:
    """The two rows over table and map are as high on both sides, so that these stand at one height."""
    grid.setRowMinimumHeight(0, scaled(52))
    grid.setRowMinimumHeight(1, scaled(TITLE_HEIGHT))
    grid.setRowMinimumHeight(2, scaled(_LEAST_HEIGHT))


def row(*parts: QWidget | None) -> QHBoxLayout:
    """Widgets side by side; None is what takes the room that is left."""
    line = QHBoxLayout()
    line.setSpacing(scaled(8))
    for part in parts:
        if part is None:
            line.addStretch(1)
        else:
            line.addWidget(part)
    return line


def heading(words: str, role: str = "page-heading") -> QLabel:
    label = QLabel(words)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setProperty("role", role)
    return label


def key_cap(key: str) -> QLabel:
    """A key as it is written on keyboards, beside what it does."""
    label = heading(key_words(key), "key")
    label.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
    return label


def framed(*segments: QToolButton) -> QFrame:
    """Segments of which one is chosen, in one frame."""
    frame = QFrame()
    frame.setProperty("role", "segments")
    line = row(*segments)
    line.setSpacing(0)
    line.setContentsMargins(2, 2, 2, 2)
    frame.setLayout(line)
    frame.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
    return frame


def quiet(words: str) -> QLabel:
    label = QLabel(words)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setProperty("role", "quiet")
    label.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
    label.setMinimumWidth(0)
    return label


def button(words: str, tip: str, sign: str, role: str = "") -> QToolButton:
    made = QToolButton()
    made.setText(words)
    made.setToolTip(tip)
    made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    if sign:
        made.setIcon(icon(sign))
        made.setIconSize(icon_size())
        made.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
    if role:
        made.setProperty("role", role)
    return made


def words_for(way: Way, count: int) -> str:
    """What pressing it does, with so many tables."""
    if way == "into":
        return tr("Bring into this map")
    if way == "one" or count < 2:
        return tr("Bring in as a map")
    return tr_plural("Bring in as {count} map", "Bring in as {count} maps", count)


def segment(words: str, tip: str) -> QToolButton:
    made = button(words, tip, "", "segment")
    made.setCheckable(True)
    return made
