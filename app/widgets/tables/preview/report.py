"""The foot of the page: how many cells have a place, how they were read, and what takes a reading back."""

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QWidget

from app.formats.tables.bringing_in.trial import Trial
from app.formats.tables.choices import Choices
from app.formats.tables.grid import Cell
from app.formats.tables.reading import TableReading
from app.formats.tables.recognising.row_kinds import GRAPH, NOTES, RowKind
from app.language.phrases import Phrase, phrase, phrase_plural, tr, tr_plural
from app.language.words import quoted
from app.model.exchange.vocabulary import says_nothing
from app.model.words import shortened
from app.widgets.base.icons import Ink, pixmap
from app.widgets.base.text_size import scaled
from app.widgets.base.whole_words import ShortenedLabel
from app.widgets.forms.chips import Flow

_MOST = 3
"""Readings that have room at the foot; all stand in the list."""
_ICON = 16
_GOOD: Ink = "good"
_WARNING: Ink = "warning"


class TakenBack(NamedTuple):
    """A reading in words, and what takes it back."""

    words: Phrase
    offer: Phrase
    choices: Choices
    is_lost: bool = False
    """Whether a text comes to nothing by it."""


def readings_told(reading: TableReading, choices: Choices) -> Iterator[TakenBack]:
    """What was read that could have been meant otherwise, each with the choices that take it back."""
    for text in _taken_as_empty(reading):
        yield TakenBack(
            phrase("{text} taken as empty", text=quoted(shortened(text, 30))),
            phrase("Keep as a note"),
            replace(choices, kept=choices.kept | {text}),
            is_lost=True,
        )
    for row in reading.rows:
        if row.kind == NOTES or row.section is None or row.line in choices.kinds:
            continue
        if row.kind == GRAPH:
            words = phrase("{row} read as feelings", row=quoted(shortened(row.name, 30)))
        elif row.meaning in ("metrics", "channels", "personas", "documents"):
            words = phrase("{row} read by its content", row=quoted(shortened(row.name, 30)))
        else:
            continue
        kinds = {**choices.kinds, row.line: RowKind(NOTES, row.meaning if row.kind == GRAPH else "")}
        yield TakenBack(words, phrase("Keep as notes"), replace(choices, kinds=kinds))
    parted = sum(
        len(held) > 1
        for section in reading.sections
        if section.section_kind == NOTES and section.as_found
        for held in section.cells
    )
    if parted:
        yield TakenBack(
            phrase_plural("{count} cell parted into notes", "{count} cells parted into notes", parted),
            phrase("Keep whole"),
            replace(choices, parts_cells=False),
        )


def _taken_as_empty(reading: TableReading) -> list[str]:
    """The texts that were taken for nothing, the most frequent first."""
    texts = Counter(
        cell.text.strip()
        for row in reading.rows
        if row.kind == NOTES
        for cell in row.cells
        if _is_nothing(cell) and any(map(str.isalnum, cell.text))
    )
    return [text for text, _ in texts.most_common()]


def _is_nothing(cell: Cell) -> bool:
    return not cell.is_empty and not cell.is_whole and says_nothing(cell.text)


class Report(QWidget):
    """Emits `choices_wanted` with the choices that take a reading back, `all_wanted` for the whole list."""

    choices_wanted = Signal(object)
    all_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._flow = Flow(self)
        self.offers: list[QToolButton] = []
        self._has_room = True
        self._shown: tuple[Trial, Choices] | None = None

    def give_room(self, has_room: bool) -> None:
        """Whether there is room for more than one reading; the others stand in the list."""
        if has_room != self._has_room:
            self._has_room = has_room
            if self._shown is not None:
                self.show_trial(*self._shown)

    def show_trial(self, trial: Trial, choices: Choices) -> None:
        while (item := self._flow.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self.offers, self._shown = [], (trial, choices)
        placed, count = trial.placed
        if count:
            words = tr_plural(
                "{placed} of {count} cell placed", "{placed} of {count} cells placed", count, placed=placed
            )
            empty = sum(_is_nothing(cell) for row in trial.reading.rows for cell in row.cells)
            is_all = placed + empty >= count
            sign, ink = ("circle-check", _GOOD) if is_all else ("triangle-alert", _WARNING)
            self._add(sign, words, is_strong=True, ink=ink)
        elif trial.reading.record_count:
            words = tr_plural("{count} thing placed", "{count} things placed", trial.reading.record_count)
            self._add("circle-check", words, is_strong=True, ink=_GOOD)
        told = list(readings_told(trial.reading, choices))
        for one in told[: _MOST if self._has_room else 1]:
            take_back = partial(self.choices_wanted.emit, one.choices)
            self._add("info", str(one.words), one.offer, take_back, ink=_WARNING if one.is_lost else "text")
        if trial.notes:
            words = tr_plural(
                "{count} note on how it was read", "{count} notes on how it was read", len(trial.notes)
            )
            self._add("info", words, phrase("Show them"), self.all_wanted.emit)
        self._flow.addWidget(QWidget())
        self.updateGeometry()

    def _add(
        self,
        sign: str,
        words: str,
        offer: Phrase | None = None,
        do: Callable[[], object] | None = None,
        is_strong: bool = False,
        ink: Ink = "text",
    ) -> None:
        item = QWidget()
        row = QHBoxLayout(item)
        row.setContentsMargins(0, 0, scaled(14), 0)
        item.setMinimumHeight(scaled(28))
        row.setSpacing(scaled(6))
        picture = QLabel()
        picture.setPixmap(pixmap(sign, ink, size=_ICON, ratio=self.devicePixelRatioF()))
        label = ShortenedLabel()
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setText(words)
        if is_strong:
            label.setProperty("role", "strong")
        row.addWidget(picture)
        row.addWidget(label)
        if offer is not None and do is not None:
            button = QToolButton()
            button.setProperty("role", "link")
            button.setText(str(offer))
            button.setToolTip(tr("Read it this way instead") if offer.one != "Show them" else words)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.clicked.connect(lambda: do())
            row.addWidget(button)
            self.offers.append(button)
        self._flow.addWidget(item)
        item.show()
