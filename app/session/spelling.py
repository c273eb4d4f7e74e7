"""The spelling of one open project: in its language, with its own names and words taken for right."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from app.model.change import Change
from app.model.document import Document
from app.session.speller import Speller
from app.spelling.texts import has_other_names, names_of
from app.spelling.words import Word, readings, words_in


class Spelling(QObject):
    """Says which words are wrong, as far as that is known. Without a `Speller` none is."""

    changed = Signal()
    """Other words may be wrong than before."""
    suggested = Signal(str)
    """There are suggestions for a word."""

    def __init__(self, document: Callable[[], Document], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self.speller: Speller | None = None
        self._names: frozenset[str] | None = None
        self._last_language = document().project.language

    def use(self, speller: Speller) -> None:
        """Ask the program's speller from now on."""
        self.speller = speller
        speller.judged.connect(self.changed)
        speller.changed.connect(self._look_anew)
        speller.suggested.connect(self.suggested)

    def let_go(self) -> None:
        """Ask nobody any more: the window closes, and its fields may be shown once more on their way out."""
        speller, self.speller = self.speller, None
        if speller is not None:
            speller.judged.disconnect(self.changed)
            speller.changed.disconnect(self._look_anew)
            speller.suggested.disconnect(self.suggested)

    @property
    def language(self) -> str:
        """That of the project, whatever the window speaks."""
        return self._document().project.language

    @property
    def is_on(self) -> bool:
        """Whether words are checked at all."""
        return self.speller is not None and self.speller.is_on

    def wrong_words(self, text: str) -> list[Word]:
        """The words of a text that are known to be wrong."""
        return [word for word in words_in(text) if self.is_wrong(word.text)] if self.is_on else []

    def is_wrong(self, word: str) -> bool:
        """Whether no dictionary knows a word, and it is neither learned nor a name here."""
        return self.is_judged_right(word) is False

    def is_judged_right(self, word: str) -> bool | None:
        """Whether a word is right; None where that is not known yet."""
        known = [self._is_way_right(way) for way in readings(word)]
        return True if True in known else None if None in known else False

    def suggestions(self, word: str) -> tuple[str, ...] | None:
        """What may be meant by a word; None where that is not known yet."""
        return self.speller.suggestions(self.language, word) if self.speller is not None else ()

    def is_learned(self, word: str) -> bool:
        """Whether a person had this word learned."""
        folded = word.casefold()
        return self.speller is not None and any(each.casefold() == folded for each in self.speller.learned)

    def is_learned_here(self, word: str) -> bool:
        """Whether a word is right in this project alone."""
        folded = word.casefold()
        return any(each.casefold() == folded for each in self._document().project.words)

    def follow(self, change: Change) -> None:
        """Know the names that a change brings, and those no longer that it takes."""
        has_other_language = self.language != self._last_language
        self._last_language = self.language
        if has_other_language or (self._names is not None and any(has_other_names(*edit) for edit in change)):
            self._look_anew()

    def _is_way_right(self, way: tuple[str, ...]) -> bool | None:
        judged = [self._is_part_right(part) for part in way]
        return False if False in judged else None if None in judged else True

    def _is_part_right(self, word: str) -> bool | None:
        if word.casefold() in self._known_names():
            return True
        return self.speller.is_right(self.language, word) if self.speller is not None else True

    def _known_names(self) -> frozenset[str]:
        if self._names is None:
            learned = self.speller.learned if self.speller is not None else frozenset[str]()
            self._names = names_of(self._document()) | {word.casefold() for word in learned}
        return self._names

    def _look_anew(self) -> None:
        self._names = None
        self.changed.emit()
