"""Filtering the map: a panel over the canvas to choose from, and a chip that says that a filter is on."""

from dataclasses import replace
from typing import cast

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from app.language.phrases import phrase, tr, tr_context, tr_plural
from app.language.words import capitalised
from app.model.change import Change
from app.model.document import Document
from app.model.finding.filtering import Filter, choices, notes_of, sentence
from app.model.nouns import word
from app.model.records import Note, NoteColour, Persona
from app.model.verbs.legend import meanings
from app.model.words import shortened
from app.widgets.base.buttons import headed, heading
from app.widgets.base.check_box import CheckBox
from app.widgets.base.icons import icon, icon_size
from app.widgets.base.overlays.corner_frame import OverCanvas
from app.widgets.base.plain_text import tip
from app.widgets.base.swatches import swatch_icon
from app.widgets.base.text_size import scaled
from app.widgets.canvas.marks.filter_dimming import FilterDimming
from app.widgets.canvas.view import CanvasView

WIDTH, HIGHEST = 250, 520
"""Logical pixels."""
NOTHING = phrase("There is nothing to filter by: the notes of this map do not differ.")

Group = tuple[str, str, list[tuple[str, str]]]
"""A criterion: its heading, its field in Filter, its values with their words."""


class FilterPanel(OverCanvas):
    """Lies over the canvas at its upper left. What is ticked acts at once."""

    def __init__(self, canvas: CanvasView, dimming: FilterDimming) -> None:
        super().__init__(canvas, Qt.Corner.TopLeftCorner)
        self.setObjectName("filter-panel")
        self.setAccessibleName(tr_context("noun", "Filter"))
        self._canvas = canvas
        self._dimming = dimming
        self._boxes: dict[tuple[str, str], CheckBox] = {}
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.clear = QPushButton(tr("Show all notes"))
        self.clear.setAccessibleName(tr("Show all notes"))
        self.clear.setToolTip(tr("Clear the filter"))
        self.clear.clicked.connect(lambda: dimming.set_filter(Filter()))
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 8, 10)
        column.addLayout(
            headed(
                heading(tr_context("noun", "Filter")), close_button(tr("Close the filter panel"), self.leave)
            )
        )
        column.addWidget(self._area)
        column.addWidget(self.clear)
        dimming.changed.connect(self._show_filter)
        canvas.editor.map_changed.connect(self._fill_if_shown)

    def open(self) -> None:
        self._fill()
        self.show()
        first = next(iter(self._boxes.values()), self.clear)
        first.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def leave(self) -> None:
        self.hide()
        self._canvas.setFocus()

    def sizeHint(self) -> QSize:
        content = self._area.widget()
        height = content.sizeHint().height() if content is not None else 0
        return QSize(scaled(WIDTH), min(height + scaled(104), scaled(HIGHEST)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        elif event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.focusNextPrevChild(event.key() == Qt.Key.Key_Down)
        event.accept()

    def _fill_if_shown(self) -> None:
        if self.isVisible():
            self._fill()
            self.place()

    def _fill(self) -> None:
        """List what the notes of the map have."""
        content = QWidget()
        content.setObjectName("filter-content")
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 6, 0)
        column.setSpacing(2)
        self._boxes = {}
        for title, field, values in _groups(self._canvas.editor.document, self._canvas.editor.map):
            if values:
                label = QLabel(title)
                label.setProperty("role", "label")
                label.setContentsMargins(0, 6 if self._boxes else 0, 0, 0)
                column.addWidget(label)
            for value, words in values:
                row = QHBoxLayout()
                row.addWidget(self._box(field, value, words), 1)
                if field == "colours":
                    row.addWidget(_swatch(value))
                column.addLayout(row)
        if not self._boxes:
            nothing = QLabel(str(NOTHING))
            nothing.setWordWrap(True)
            column.addWidget(nothing)
        column.addStretch()
        self._area.setWidget(content)
        self._show_filter()

    def _box(self, field: str, value: str, words: str) -> CheckBox:
        box = self._boxes[field, value] = CheckBox(shortened(words, 32).replace("&", "&&"))
        box.setAccessibleName(words)
        box.setToolTip(tip(tr("Show the notes with “{value}”", value=words)))
        box.clicked.connect(lambda is_chosen: self._choose(field, value, is_chosen))
        return box

    def _choose(self, field: str, value: str, is_chosen: bool) -> None:
        before: frozenset[str] = getattr(self._dimming.filter, field)
        after = before | {value} if is_chosen else before - {value}
        self._dimming.set_filter(replace(self._dimming.filter, **{field: after}))

    def _show_filter(self) -> None:
        for (field, value), box in self._boxes.items():
            box.setChecked(value in getattr(self._dimming.filter, field))
        self.clear.setEnabled(bool(self._dimming.filter))


class FilterChip(OverCanvas):
    """Says over the canvas what is filtered and how much is left, with a cross to take the filter off."""

    def __init__(self, canvas: CanvasView, dimming: FilterDimming, panel: FilterPanel) -> None:
        super().__init__(canvas, Qt.Corner.BottomLeftCorner)
        self.setObjectName("filter-chip")
        self._editor = canvas.editor
        self._dimming = dimming
        self._passing = self._all = 0
        self.words = QToolButton()
        self.words.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.words.setIcon(icon("funnel", "on accent", 14))
        self.words.setIconSize(icon_size(14))
        self.words.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.words.clicked.connect(panel.open)
        row = QHBoxLayout(self)
        row.setContentsMargins(4, 2, 4, 2)
        row.setSpacing(0)
        row.addWidget(self.words)
        row.addWidget(close_button(tr("Clear the filter"), lambda: dimming.set_filter(Filter()), "on accent"))
        dimming.changed.connect(self._count)
        self._editor.map_changed.connect(self._count)
        self._editor.changed.connect(self._follow)

    def _count(self) -> None:
        self.setVisible(bool(self._dimming.filter))
        if self._dimming.filter:
            notes = list(notes_of(self._editor.document, self._editor.map))
            self._all = len(notes)
            self._passing = sum(map(self._dimming.filter.matches, notes))
            self._show_count()

    def _follow(self, change: Change) -> None:
        """Count what changed, not the whole map: one types while a filter is on."""
        if not self._dimming.filter:
            return
        for before, after in change:
            if not (isinstance(before, Note) and isinstance(after, Note) and before.place == after.place):
                self._count()
                return
        for before, after in change:
            if isinstance(before, Note) and isinstance(after, Note) and self._is_shown(after):
                self._passing += self._dimming.filter.matches(after) - self._dimming.filter.matches(before)
        self._show_count()

    def _is_shown(self, note: Note) -> bool:
        return note.stage in {stage.id for stage in self._editor.document.stages(self._editor.map)}

    def _show_count(self) -> None:
        shown, all = self._passing, self._all
        words = str(sentence(self._editor.document, self._dimming.filter))
        text = tr("{filter}: {shown} of {all}", filter=shortened(words, 60), shown=shown, all=all)
        self.words.setText(text.replace("&", "&&"))
        self.words.setAccessibleName(
            tr_plural(
                "Filter: {filter}, {shown} of {count} note",
                "Filter: {filter}, {shown} of {count} notes",
                all,
                filter=words,
                shown=shown,
            )
        )
        self.words.setToolTip(
            tip(
                tr_plural(
                    "{filter}: {shown} of {count} note. Click to change the filter",
                    "{filter}: {shown} of {count} notes. Click to change the filter",
                    all,
                    filter=words,
                    shown=shown,
                )
            )
        )
        self.place()


def close_button(name: str, do: object, ink: str = "quiet") -> QToolButton:
    button = QToolButton()
    button.setIcon(icon("x", ink, 14))  # type: ignore[arg-type]
    button.setIconSize(icon_size(14))
    button.setProperty("role", "small")
    button.setAccessibleName(name)
    button.setToolTip(name)
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    button.clicked.connect(do)
    return button


def _swatch(colour: str) -> QLabel:
    label = QLabel()
    label.setPixmap(swatch_icon(cast("NoteColour", colour), 18).pixmap(icon_size()))
    return label


def _groups(document: Document, map: str) -> list[Group]:
    found = choices(document, map)
    known = meanings(document)
    names = {persona.id: persona.name for persona in document.all(Persona)}
    return [
        (
            tr("Colour"),
            "colours",
            [(one, str(known.get(one) or capitalised(word("colour", one)))) for one in found.colours],
        ),
        (tr("Tag"), "tags", [(tag, tag) for tag in found.tags]),
        (tr("Persona"), "personas", [(id, names[id] or tr("Without a name")) for id in found.personas]),
        (tr("Owner"), "owners", [(owner, owner) for owner in found.owners]),
        (
            tr("Evidence"),
            "evidence",
            [(level, capitalised(word("evidence", level))) for level in found.evidence],
        ),
    ]
