"""Preferences: what is chosen holds at once and from then on. There is nothing to confirm; Esc closes."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QWidget,
)

from app.language.phrases import Phrase, tr, tr_context
from app.person import LONGEST_NAME, system_author
from app.widgets.base.belonging import set_buddy
from app.widgets.base.overlays.overlay import Overlay
from app.widgets.base.preferences import prefer, preferences
from app.widgets.base.text_size import scaled
from app.widgets.forms.choice_fields import ChoiceField
from app.widgets.forms.text_fields import HalfTypedLine
from app.widgets.preferences.folder_place import FolderKind, FolderPlace
from app.widgets.preferences.folders import BACKUPS, DICTIONARIES
from app.widgets.preferences.rows import ROWS, Row

WIDTH = 560
_LABELS = 130
"""Logical pixels of the column of labels, at least."""
_ROUND_ABOUT = 130
"""Logical pixels of the window that are not left to the rows."""


class PreferencesPage(Overlay):
    """Each row is named for what it sets; `go_to` puts the focus into one."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window, width=WIDTH)
        title = QLabel(tr("Preferences"))
        title.setProperty("role", "title")
        self.column.addWidget(title)
        self._controls: dict[str, QWidget] = {}
        content = QWidget()
        content.setObjectName("panel-content")
        self._grid = QGridLayout(content)
        self._grid.setContentsMargins(2, 6, 2, 2)
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(8)
        self._grid.setColumnMinimumWidth(0, scaled(_LABELS))
        self._grid.setColumnStretch(1, 1)
        for row in ROWS:
            self._add_choice(row)
        self._add_author()
        self._add_folder(
            "backups", tr("Backups"), tr("The folder in which copies of your projects are kept"), BACKUPS
        )
        self._add_folder(
            "dictionaries",
            tr("Dictionaries"),
            tr("A folder with Hunspell dictionaries of your own; those of this computer are found anyway"),
            DICTIONARIES,
        )
        self.column.addWidget(self._scrolling(content))
        close = QPushButton(tr("Close"))
        close.setToolTip(tr("Close (Esc)"))
        close.clicked.connect(self.dismiss)
        self.column.addWidget(close, 0, Qt.AlignmentFlag.AlignRight)

    def go_to(self, name: str) -> None:
        """Go on where something was just preferred."""
        if (control := self._controls.get(name)) is not None:
            control.setFocus(Qt.FocusReason.OtherFocusReason)

    def _add_choice(self, row: Row) -> None:
        field = ChoiceField(row.choices())
        field.show_value(getattr(preferences(), row.name))
        field.edited.connect(partial(prefer, row.name))
        shown: list[QWidget] = [field]
        if row.try_out is not None:
            shown.append(_try_button(row.label, row.try_out))
        self._add(row.name, str(row.label), str(row.tip), field.box, shown)

    def _add_author(self) -> None:
        line = HalfTypedLine(system_author())
        line.setMaxLength(LONGEST_NAME)
        line.setText(preferences().author)
        line.textEdited.connect(partial(prefer, "author"))
        tip = tr("Who you are to others: where they open a project that you have open, and in PDFs")
        self._add("author", tr("Your name"), tip, line, [line])

    def _add_folder(self, name: str, label: str, tip: str, kind: FolderKind) -> None:
        place = FolderPlace(kind)
        self._add(name, label, tip, place.line, [place])

    def _add(self, name: str, label: str, tip: str, control: QWidget, shown: Sequence[QWidget]) -> None:
        control.setAccessibleName(label)
        control.setToolTip(tip)
        words = QLabel(label)
        words.setProperty("role", "label")
        set_buddy(words, control)
        row = self._grid.rowCount()
        is_high = isinstance(shown[0], FolderPlace)
        top = Qt.AlignmentFlag.AlignTop if is_high else Qt.AlignmentFlag.AlignVCenter
        self._grid.addWidget(words, row, 0, top)
        beside = QHBoxLayout()
        for widget in shown:
            beside.addWidget(widget)
        self._grid.addLayout(beside, row, 1)
        self._controls[name] = control

    def _scrolling(self, content: QWidget) -> QScrollArea:
        area = QScrollArea()
        area.setWidget(content)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        room = max(self._window.height() - scaled(_ROUND_ABOUT), 80)
        area.setMinimumHeight(min(content.sizeHint().height(), room))
        return area


def _try_button(label: Phrase, try_out: Callable[[], object]) -> QPushButton:
    button = QPushButton(tr_context("verb", "Try"))
    button.setAccessibleName(tr("Try: {what}", what=label))
    button.clicked.connect(lambda: try_out())
    return button


def show_preferences(window: QWidget, name: str = "") -> PreferencesPage:
    """Open the page over a window, at one preference where one is named."""
    for open_one in window.findChildren(Overlay):
        open_one.dismiss()
    page = PreferencesPage(window)
    page.open()
    page.go_to(name)
    return page
