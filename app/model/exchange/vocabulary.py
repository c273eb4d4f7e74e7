"""What people call stages, sections and feelings, in many languages: read once from `resources/tables`."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from pathlib import Path
from typing import NamedTuple

from app.language.time_units import letters_of
from app.resources import resource

STAGE, INDEX, GROUP, STAGE_NAME = "stage", "index", "group", "usual_stage"
"""Meanings of words that name no section."""
_NO_SECTIONS = frozenset((STAGE, INDEX, GROUP, STAGE_NAME))
_ASIDE = re.compile(r"[(\[（【][^)\]）】]*[)\]）】]")
_NUMBERED = re.compile(r"\s*\d{1,3}\s*[.)、:]\s+|\s*\d{1,3}[.)、]")
_LONGEST_WORDS = 5
_SHORTEST_ENDING = 6
"""Letters of a word by which a longer one may end: "Kundenaktionen"."""
_LONGEST_NAME = 60
"""Letters of what can be a name: what is longer is a note."""
_LONGEST_LOOKED_AT = 200
"""Letters of a name by which others are the same."""
_TOGETHER = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
"""Letters of scripts whose words stand together."""


class Named(NamedTuple):
    """What a name means, and whether all of it says so."""

    meaning: str = ""
    is_exact: bool = False

    @property
    def is_section(self) -> bool:
        return bool(self.meaning) and self.meaning not in _NO_SECTIONS


class _Words(NamedTuple):
    meanings: dict[str, str]
    feelings: dict[str, float]
    empty: frozenset[str]


def normalised(name: str) -> str:
    """A name by which another is the same: without case, marks, numbers before it and what is in brackets."""
    name = name[:_LONGEST_LOOKED_AT]
    return _bare(_NUMBERED.sub("", _ASIDE.sub(" ", name), count=1)) or _bare(name)


def language_of_names(texts: Iterable[str]) -> str:
    """The language in which most of some names are known; empty where none is, or as many in English."""
    found = Counter(
        language
        for name in {normalised(text) for text in texts if 0 < len(text) <= _LONGEST_NAME}
        for language in _languages().get(name, ())
    )
    best = max(found, key=lambda language: found[language], default="")
    return best if best and found[best] > found["en"] else ""


@lru_cache(maxsize=4096)
def meaning_of(name: str) -> Named:
    """What a name of a row or column means; nothing where no word in it is known."""
    if name.strip() in ("#", "№", "Nº", "N°", "Nr", "Nr."):
        return Named(INDEX, is_exact=True)
    words = _words().meanings
    if len(name) > _LONGEST_LOOKED_AT:
        return Named()
    whole = normalised(name)
    if not whole or len(whole) > _LONGEST_NAME:
        return Named()
    if found := words.get(whole):
        return Named(found, is_exact=True)
    return Named(_within(whole, words))


def feeling_of(words: str) -> float | None:
    """The value, −5 … +5, of a word or two for a feeling; None for any other."""
    return _words().feelings.get(_bare(words))


def feeling_within(words: str) -> float | None:
    """The value of the first word for a feeling in a short text; of a word in a sentence none is taken."""
    parts = _bare(words).split()
    if not 0 < len(parts) <= 3:
        return None
    feelings = _words().feelings
    return next((feelings[part] for part in parts if part in feelings), None)


def says_nothing(text: str) -> bool:
    """Whether a cell says in words or signs that it holds nothing."""
    bare = text.strip().strip(".").strip()
    return not bare.strip("—–-−―‐ー/·") or bare.casefold() in _words().empty


def _bare(text: str) -> str:
    """Letters and digits alone, with a space between words."""
    kept = "".join(letter if unicodedata.category(letter)[0] in "LMN" else " " for letter in text)
    return " ".join(unicodedata.normalize("NFC", letters_of(kept)).split())


def _within(name: str, words: dict[str, str]) -> str:
    """The meaning of the longest known word in a name; of two as long that of the later one."""
    parts = name.split()
    best = ""
    for size in range(min(_LONGEST_WORDS, len(parts)), 0, -1):
        for start in range(len(parts) - size + 1):
            run = " ".join(parts[start : start + size])
            if run in words and len(run) >= len(best) and len(run) > 2:
                best = run
    if best:
        return words[best]
    if _TOGETHER.search(name):
        runs = (name[start:end] for start in range(len(name)) for end in range(len(name), start + 1, -1))
        best = max((run for run in runs if run in words), key=len, default="")
    else:
        endings = (part[at:] for part in parts for at in range(1, len(part) - _SHORTEST_ENDING + 1))
        best = max((ending for ending in endings if ending in words), key=len, default="")
    return words.get(best, "")


@lru_cache(maxsize=16)
def columns_of(header: tuple[str, ...]) -> dict[str, int]:
    """What the columns of a list of notes hold, by their names: "stage", "text" … each with its number."""
    names = [normalised(name) for name in header]
    found = {
        what: next((names.index(name) for name in known if name in names), -1)
        for what, known in _listed(resource("tables", "lists", "columns.txt"))
    }
    return {what: at for what, at in found.items() if at >= 0}


def persona_field(name: str) -> str:
    """The field of a persona that is called so; empty where none is."""
    return _persona_fields().get(normalised(name), "")


@cache
def _persona_fields() -> dict[str, str]:
    listed = _listed(resource("tables", "lists", "personas.txt"))
    return {normalised(name): field for field, names in listed for name in names}


@cache
def colour_names() -> dict[str, str]:
    """The note colours by what they are called in lists."""
    return {
        name: colour
        for colour, names in _listed(resource("tables", "lists", "colours.txt"))
        for name in names
    }


@cache
def _words() -> _Words:
    meanings: dict[str, str] = {}
    feelings: dict[str, float] = {}
    empty: set[str] = set()
    paths = sorted(resource("tables").glob("*.txt"), key=lambda path: (path.stem != "en", path.stem))
    for key, words in (line for path in paths for line in _listed(path)):
        if key == "empty":
            empty.update(word.casefold().strip(".") for word in words)
        elif key.startswith("feeling "):
            for word in words:
                feelings.setdefault(_bare(word), float(key.removeprefix("feeling ")))
        else:
            for word in words:
                meanings.setdefault(_bare(word) or word, key)
    return _Words(meanings, feelings, frozenset(empty))


@cache
def _languages() -> dict[str, tuple[str, ...]]:
    """For each name of a row or column the languages that know it."""
    found: dict[str, set[str]] = {}
    for path in resource("tables").glob("*.txt"):
        for key, words in _listed(path):
            if key != "empty" and not key.startswith("feeling "):
                for word in words:
                    found.setdefault(_bare(word) or word, set()).add(path.stem)
    return {name: tuple(sorted(languages)) for name, languages in found.items()}


def _listed(path: Path) -> Iterator[tuple[str, list[str]]]:
    """The lines of a file of words: what they stand for, and the words."""
    for line in path.read_text(encoding="utf-8").splitlines():
        key, _, words = line.partition(":")
        if words and not line.startswith("#"):
            yield key, [word.strip() for word in words.split(",")]
