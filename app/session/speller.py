"""Asks the process beside the window whether words are right, for all windows, and remembers its answers.

Nobody waits for it: until a word is judged it counts as right. The process is begun a little after it is
first needed; where it ends by itself, nothing is asked any more until the check is turned on anew.
"""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

from app.limits import MOST_WORDS_JUDGED
from app.spelling.learned import NotKeptError, keep_learned_words, learned_words
from app.spelling.messages import Answer, Ended, Judge, Judged, Suggest, Suggested

if TYPE_CHECKING:
    from app.spelling.process import SpellingProcess

BEGIN_AFTER = 800
"""Milliseconds from the first word to the beginning of the process: nothing else is to wait for it."""
AT_ONCE = 200
"""Words that are asked together: some hundredths of a second's work."""
PATIENCE = 120_000
"""Milliseconds in which an answer must come, the reading of a dictionary included."""


class Speller(QObject):
    """One for the program. A language is one such as "en" or "de_AT"."""

    judged = Signal()
    """More words are known to be right or wrong."""
    suggested = Signal(str)
    """There are suggestions for a word."""
    changed = Signal()
    """Other words may be right than before: some were learned, the check was turned on or off, or is lost."""
    failed = Signal(str)
    """Something could not be done; a sentence says why."""
    _heard = Signal(int, object)
    """An answer, and which process gave it: one that was ended may still have said something."""

    def __init__(
        self,
        word_list: Path,
        is_on: bool = True,
        folders: Callable[[], tuple[Path, ...]] = tuple,
        parent: QObject | None = None,
        begins_at_once: bool = False,
    ) -> None:
        """`word_list`: the file of learned words. `folders`: where a person's own dictionaries are.

        `begins_at_once`: where there is no window whose first sight must not wait.
        """
        super().__init__(parent)
        self._begins_at_once = begins_at_once
        self.is_on = is_on
        self.is_lost = False
        """Whether the process ended by itself, or did not answer."""
        self._word_list = word_list
        self._folders = folders
        self._learned: frozenset[str] | None = None
        self._process: SpellingProcess | None = None
        self._right: dict[tuple[str, str], bool] = {}
        self._suggestions: dict[tuple[str, str], tuple[str, ...] | None] = {}
        """None where they are asked for."""
        self._wanted: dict[str, dict[str, None]] = {}
        """Words to be asked, by language, in their order."""
        self._in_question: frozenset[str] = frozenset()
        self._begun = 0
        self._dictionaries: dict[str, tuple[str, ...]] = {}
        self._next = QTimer(self, singleShot=True)
        self._next.timeout.connect(self._ask)
        self._patience = QTimer(self, singleShot=True, interval=PATIENCE)
        self._patience.timeout.connect(self._lose)
        self._heard.connect(self._take, Qt.ConnectionType.QueuedConnection)

    @property
    def process(self) -> "SpellingProcess | None":
        """The process, where there is one."""
        return self._process

    @property
    def is_busy(self) -> bool:
        """Whether words wait to be judged."""
        return bool(self._wanted) or bool(self._in_question)

    def is_right(self, language: str, word: str) -> bool | None:
        """Whether a word is right; None where that is not known yet, and then it is asked."""
        known = self._right.get((language, word))
        is_asked = word in self._in_question
        if known is None and not is_asked and self.is_on and not self.is_lost:
            self._wanted.setdefault(language, {})[word] = None
            self._begin_to_ask()
        return known

    def has_dictionary(self, language: str) -> bool | None:
        """Whether there is a dictionary of a language; None where that is not known yet."""
        found = self._dictionaries.get(language)
        return None if found is None else bool(found)

    def suggestions(self, language: str, word: str) -> tuple[str, ...] | None:
        """What may be meant by a word; None where that is not known yet, and then it is asked."""
        key = (language, word)
        if key not in self._suggestions and self._process is not None:
            self._suggestions[key] = None
            self._process.ask(Suggest(language, word, self._folders()))
        return self._suggestions.get(key)

    @property
    def learned(self) -> frozenset[str]:
        """The words that the person had learned."""
        if self._learned is None:
            self._learned = learned_words(self._word_list)
        return self._learned

    def learn(self, word: str) -> None:
        """Know a word from now on, in all projects."""
        self._keep(self.learned | {word})

    def forget(self, word: str) -> None:
        """Know a word no longer that was learned, however it was written."""
        self._keep(frozenset(each for each in self.learned if each.casefold() != word.casefold()))

    def turn(self, is_on: bool) -> None:
        """Check from now on, or no more. Turned on, a process that was lost is begun anew.

        Dictionaries are looked for anew, so what was judged by others is forgotten.
        """
        self.is_on = is_on
        self.close()
        self._right.clear()
        self._dictionaries.clear()
        self.changed.emit()

    def close(self) -> None:
        """End the process; it begins again when it is needed."""
        self._next.stop()
        self._patience.stop()
        process, self._process = self._process, None
        if process is not None:
            process.close()
        self._wanted, self._in_question, self.is_lost = {}, frozenset(), False
        self._suggestions.clear()

    def _keep(self, words: frozenset[str]) -> None:
        self._learned = words
        self.changed.emit()
        try:
            keep_learned_words(self._word_list, words)
        except NotKeptError as error:
            self.failed.emit(str(error))

    def _begin_to_ask(self) -> None:
        if not self._in_question and not self._next.isActive():
            is_ready = self._begins_at_once or self._process is not None
            self._next.start(0 if is_ready else BEGIN_AFTER)

    def _ask(self) -> None:
        """Ask the next words. What is asked together is of one language."""
        if self._process is None:
            # Nothing that it needs is to be waited for before.
            from app.spelling.process import SpellingProcess

            self._begun += 1
            self._process = SpellingProcess(partial(self._heard.emit, self._begun))
        language = next(iter(self._wanted), None)
        if language is None:
            return
        waiting = self._wanted[language]
        words = tuple(waiting)[:AT_ONCE]
        for word in words:
            del waiting[word]
        if not waiting:
            del self._wanted[language]
        self._in_question = frozenset(words)
        self._patience.start()
        self._process.ask(Judge(language, words, self._folders()))

    @Slot(int, object)
    def _take(self, begun: int, answer: Answer) -> None:
        if self._process is None or begun != self._begun:
            return
        if isinstance(answer, Ended):
            self._lose()
        elif isinstance(answer, Suggested):
            self._suggestions[answer.language, answer.word] = answer.suggestions
            self.suggested.emit(answer.word)
        elif isinstance(answer, Judged):
            self._note(answer)

    def _note(self, answer: Judged) -> None:
        self._patience.stop()
        missed = self._in_question.difference(answer.words)
        self._in_question = frozenset()
        if missed:
            self._wanted.setdefault(answer.language, {}).update(dict.fromkeys(missed))
        if len(self._right) > MOST_WORDS_JUDGED:
            self._right.clear()
            self._suggestions.clear()
        self._dictionaries[answer.language] = answer.dictionaries
        self._right.update(((answer.language, word), word not in answer.unknown) for word in answer.words)
        if self._wanted:
            self._begin_to_ask()
        self.judged.emit()

    def _lose(self) -> None:
        self.close()
        self.is_lost = True
        self.changed.emit()
