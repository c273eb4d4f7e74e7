"""What the context menu of a text offers for a misspelt word: others in its place, and to learn it."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from app.language.phrases import tr
from app.limits import MOST_PROJECT_WORDS
from app.model.change import Change
from app.model.verbs.project_words import forget_word, learn_word
from app.session.editor import Editor
from app.spelling.words import words_in


def offer_spelling(
    menu: QMenu, editor: Editor, text: str, place: int, put: Callable[[int, int, str], object]
) -> None:
    """Offer what there is to be done about the word at a place of a text, if there is anything.

    `put` puts a word in the place of what stands from one place of the text to another.
    """
    spelling = editor.spelling
    for word in words_in(text) if spelling.is_on else ():
        if not word.start <= place <= word.end:
            continue
        if spelling.is_wrong(word.text):
            _Entries(menu, editor, word.text, partial(put, word.start, word.end))
        else:
            _offer_to_forget(menu, editor, word.text)
        return


class _Entries(QObject):
    """Before all others of a menu; what is found later comes into the place that is kept for it."""

    def __init__(self, menu: QMenu, editor: Editor, word: str, put: Callable[[str], object]) -> None:
        super().__init__(menu)
        self._menu = menu
        spelling = self._spelling = editor.spelling
        self._word = word
        self._put = put
        self._first = (*menu.actions(), None)[0]
        self._waiting: QAction | None = self._add(tr("Looking for suggestions…"))
        self._waiting.setEnabled(False)
        if (speller := spelling.speller) is not None:
            self._add(tr("Learn this word")).triggered.connect(lambda: speller.learn(word))
        here = self._add(tr("Learn it in this project only"))
        here.setEnabled(len(editor.document.project.words) < MOST_PROJECT_WORDS)
        here.triggered.connect(lambda: _step(editor, learn_word(editor.document, word)))
        self._add("").setSeparator(True)
        spelling.suggested.connect(self._take)
        self._take(word)

    def _take(self, word: str) -> None:
        found = self._spelling.suggestions(word) if word == self._word else None
        if found is None or self._waiting is None:
            return
        waiting, self._waiting = self._waiting, None
        for suggestion in found:
            action = self._add(suggestion.replace("&", "&&"), before=waiting)
            font = action.font()
            font.setBold(True)
            action.setFont(font)
            action.triggered.connect(lambda _=False, chosen=suggestion: self._put(chosen))
        if found:
            self._menu.removeAction(waiting)
        else:
            waiting.setText(tr("No suggestions"))

    def _add(self, text: str, before: QAction | None = None) -> QAction:
        action = QAction(text, self._menu)
        if (following := before or self._first) is not None:
            self._menu.insertAction(following, action)
        else:
            self._menu.addAction(action)
        return action


def _offer_to_forget(menu: QMenu, editor: Editor, word: str) -> None:
    """For a word that is right because somebody said so."""
    spelling, speller = editor.spelling, editor.spelling.speller
    if speller is not None and spelling.is_learned(word):
        words = tr("Forget the learned word “{word}”", word=word).replace("&", "&&")
        menu.addSeparator()
        menu.addAction(words).triggered.connect(lambda: speller.forget(word))
    if spelling.is_learned_here(word):
        words = tr("Forget “{word}” in this project", word=word).replace("&", "&&")
        menu.addSeparator()
        menu.addAction(words).triggered.connect(lambda: _step(editor, forget_word(editor.document, word)))


def _step(editor: Editor, change: Change) -> None:
    """Make a change that is a step of its own, whatever is being typed."""
    editor.end_merge()
    editor.do(change)
