"""What the window and the process that asks dictionaries say to each other."""

from pathlib import Path
from typing import NamedTuple


class Judge(NamedTuple):
    """Words to be looked up, and the folders of dictionaries that a person chose."""

    language: str
    words: tuple[str, ...]
    folders: tuple[Path, ...] = ()


class Judged(NamedTuple):
    """Words that were looked up, those of them that no dictionary knows, and what the dictionaries are."""

    language: str
    words: tuple[str, ...]
    unknown: frozenset[str]
    dictionaries: tuple[str, ...]


class Suggest(NamedTuple):
    """A word for which others are to be found."""

    language: str
    word: str
    folders: tuple[Path, ...] = ()


class Suggested(NamedTuple):
    """What may be meant by it, the likeliest first."""

    language: str
    word: str
    suggestions: tuple[str, ...]


class Ended(NamedTuple):
    """The process is no longer there: the last thing that is ever heard of it."""


Request = Judge | Suggest
Answer = Judged | Suggested | Ended
