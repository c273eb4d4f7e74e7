"""Which language is spoken: one for the program, and another for a while where a map has one of its own."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import lru_cache
from os import environ
from typing import NamedTuple

from app.language.catalogues import ENGLISH, nearest_language
from app.language.locale import known, language_locale, system_locale
from app.language.pseudo import PSEUDO

VARIABLE = "JOURNEYWALL_LANGUAGE"
"""Names the program's language to processes of its own, and to a program that is started by hand."""


class _Spoken(NamedTuple):
    """A language that is spoken for a while: as it was asked for, and as the program knows it."""

    wanted: str
    nearest: str


_NONE = _Spoken("", "")
_for_a_while: ContextVar[_Spoken] = ContextVar("language", default=_NONE)


def spoken_language() -> str:
    """The language in which whatever is said now is said."""
    return _for_a_while.get().nearest or program_language()


def written_language() -> str:
    """The language in which people wrote what is drawn now, be it one that the program does not speak."""
    return _for_a_while.get().wanted or program_language()


@lru_cache(maxsize=1)
def program_language() -> str:
    """The language of the window and of the command line: the one that was set, else the system's.

    Remembered until another is set, since each sentence asks for it.
    """
    return nearest_language(environ.get(VARIABLE) or language_locale())


def spoken_locale() -> str:
    """The locale by which numbers and days are read and written now.

    That of the system, unless a language is spoken that the system was not asked for.
    """
    wanted = _for_a_while.get().nearest or environ.get(VARIABLE, "")
    return _locale_of(wanted) if wanted else system_locale()


def sentence_locale() -> str:
    """The locale by which numbers and days are written in a sentence: always one of its language."""
    return _locale_of(spoken_language())


def _locale_of(language: str) -> str:
    """The system's, as far as its people speak the language: it knows the country as well."""
    here = system_locale()
    if language in PSEUDO or language.split("_")[0] == here.split("_")[0]:
        return here
    return known(language)


def is_right_to_left(language: str) -> bool:
    """Whether a language is written from right to left, so that the window is mirrored."""
    if language in PSEUDO:
        return PSEUDO[language].is_mirrored
    if language.split("_")[0] == ENGLISH:
        return False
    from babel import Locale

    return Locale.parse(language).text_direction == "rtl"


def set_program_language(language: str | None) -> None:
    """Speak a language from now on, here and in processes that are begun; None: the system's."""
    if language:
        environ[VARIABLE] = language
    else:
        environ.pop(VARIABLE, None)
    program_language.cache_clear()


@contextmanager
def speaking(language: str) -> Iterator[None]:
    """Speak a language for a while, in this thread: a map's, while it is drawn.

    English stands in for one that the program does not know; words are hyphenated in it all the same.
    """
    token = _for_a_while.set(_Spoken(language, nearest_language(language)))
    try:
        yield
    finally:
        _for_a_while.reset(token)
