"""The catalogues: what the program's English sentences are in other languages.

A language is one folder in `resources/languages/` with a gettext catalogue in it. The English sentences stand
in the code, so English has none.
"""

import gettext
from functools import lru_cache
from io import BytesIO
from pathlib import Path

from app.language.pseudo import PSEUDO, Pseudo
from app.resources import resource

ENGLISH = "en"
FILE = "journeywall"
"""The catalogue's name: `de/journeywall.po`, and `.mo` once it is compiled."""


@lru_cache(maxsize=1)
def languages() -> tuple[str, ...]:
    """The languages that the program speaks, as "de" or "pt_BR": English first, the others in their order."""
    folder = resource("languages")
    return ENGLISH, *sorted(each.parent.name for each in folder.glob(f"*/{FILE}.po"))


def nearest_language(locale: str) -> str:
    """The language spoken to somebody with a locale such as "de_AT"; English where there is none for it."""
    if locale in PSEUDO:
        return locale
    known = languages()
    return next((each for each in (locale, locale.split("_")[0]) if each in known), ENGLISH)


@lru_cache(maxsize=8)
def catalogue(language: str) -> gettext.NullTranslations:
    """What sentences are in a language, compiled if nobody has done so. Without a catalogue: as they are."""
    if language in PSEUDO:
        return Pseudo(PSEUDO[language])
    if language == ENGLISH:
        return gettext.NullTranslations()
    source = resource("languages") / language / f"{FILE}.po"
    compiled = source.with_suffix(".mo")
    if compiled.exists() and (not source.exists() or compiled.stat().st_mtime >= source.stat().st_mtime):
        return gettext.GNUTranslations(BytesIO(compiled.read_bytes()))
    return gettext.GNUTranslations(BytesIO(compile_catalogue(source)))


def compile_catalogue(source: Path) -> bytes:
    """The bytes of the `.mo` file for a `.po` file. Raises OSError where it cannot be read."""
    from babel.messages.mofile import write_mo
    from babel.messages.pofile import read_po

    made = BytesIO()
    with source.open("rb") as file:
        write_mo(made, read_po(file))
    return made.getvalue()
