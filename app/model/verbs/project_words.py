"""Verbs for the words that are right in one project."""

from app.limits import MOST_PROJECT_WORDS
from app.model.change import Change
from app.model.document import Document
from app.model.draft import Draft
from app.model.labels import step_label
from app.model.text import one_line
from app.model.words import shortened


def learn_word(document: Document, word: str) -> Change:
    """Take a word for right in this project, unless it has as many as there may be."""
    words, word = document.project.words, one_line(word)
    if word and word not in words and len(words) < MOST_PROJECT_WORDS:
        words = (*words, word)
    return _set_words(document, words, "learn_word", word)


def forget_word(document: Document, word: str) -> Change:
    """Take a word for right no longer, however it was written."""
    words = tuple(each for each in document.project.words if each.casefold() != word.casefold())
    return _set_words(document, words, "forget_word", word)


def _set_words(document: Document, words: tuple[str, ...], code: str, word: str) -> Change:
    draft = Draft(document)
    draft.put(document.project.changed(words=words))
    return draft.change(step_label(code, text=shortened(word)))
