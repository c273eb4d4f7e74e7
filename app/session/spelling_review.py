"""Finds the misspelt words of many records, without ever holding the window up.

However large a map is, its texts are read slice by slice, its words judged by the process beside the window,
and what that says is gathered slice by slice again.
"""

from collections.abc import Iterable, Iterator
from time import perf_counter
from typing import NamedTuple

from PySide6.QtCore import QObject, QTimer, Signal

from app.model.document import Document
from app.model.records import Id, Record
from app.session.spelling import Spelling
from app.spelling.texts import checked_texts
from app.spelling.words import words_in

SLICE = 0.008
"""Seconds of each turn of the window's loop."""


class Misspelt(NamedTuple):
    """A misspelt word, and the first text in which it stands."""

    word: str
    record: Id
    text: str


class SpellingReview(QObject):
    """Reviews some records at a time. Emits `ended` once `misspelt` has every misspelt word of them."""

    ended = Signal()

    def __init__(self, spelling: Spelling, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._spelling = spelling
        self._work: Iterator[None] = iter(())
        self._is_read = False
        self._is_waiting = False
        self._words: dict[str, Misspelt] = {}
        self.misspelt: tuple[Misspelt, ...] | None = None
        """None until it is known."""
        self._turn = QTimer(self, interval=0)
        self._turn.timeout.connect(self._go_on)
        spelling.changed.connect(self._gather_when_judged)

    def begin(self, document: Document, records: Iterable[Record]) -> None:
        """Review these records; what was begun before is given up."""
        self._words, self.misspelt = {}, None
        self._is_waiting = False
        self._work = self._read(document, records)
        self._turn.start()

    def stop(self) -> None:
        """Give up what was begun."""
        self._turn.stop()
        self._is_waiting = False

    def _go_on(self) -> None:
        until = perf_counter() + SLICE
        for _ in self._work:
            if perf_counter() > until:
                return
        self._turn.stop()
        if not self._is_read:
            self._is_waiting = True
            self._gather_when_judged()
        else:
            self.ended.emit()

    def _read(self, document: Document, records: Iterable[Record]) -> Iterator[None]:
        self._is_read = False
        for record in records:
            for text in checked_texts(document, record):
                for word in words_in(text):
                    if word.text not in self._words:
                        self._words[word.text] = Misspelt(word.text, record.id, text)
                        self._spelling.is_judged_right(word.text)
            yield

    def _gather_when_judged(self) -> None:
        speller = self._spelling.speller
        if self._is_waiting and not (speller is not None and speller.is_on and speller.is_busy):
            self._is_waiting = False
            self._work = self._gather()
            self._turn.start()

    def _gather(self) -> Iterator[None]:
        self._is_read = True
        found: list[Misspelt] = []
        for word in self._words.values():
            if self._spelling.is_on and self._spelling.is_wrong(word.word):
                found.append(word)
            yield
        self.misspelt = tuple(found)
