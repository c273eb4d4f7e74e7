"""Which dictionaries there are: those that come with the program, and those of the user and the system.

They are Hunspell's pairs of files, `de_AT.aff` and `de_AT.dic`. English comes with the program, and with it a
list of words of the field that dictionaries lack.
"""

import os
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from app.limits import LARGEST_DICTIONARY, LARGEST_RULES, MOST_DICTIONARIES
from app.paths import is_file, resolved
from app.resources import resource

RULES, WORDS = ".aff", ".dic"
OWN_WORDS = "words.txt"
_SPELT_AS = {f"en_{country}": "AU" for country in ("GB", "IE", "NZ", "ZA", "IN", "SG", "HK")}
"""Countries whose spelling is that of another, of which there is a dictionary."""
_LINUX = (
    "/usr/share/hunspell",
    "/usr/local/share/hunspell",
    "/usr/share/myspell",
    "/usr/share/myspell/dicts",
    "~/.local/share/hunspell",
)
_MACOS = ("~/Library/Spelling", "/Library/Spelling", "/opt/homebrew/share/hunspell")
_OFFICES = (
    "/usr/lib/libreoffice",
    "/usr/lib64/libreoffice",
    "/opt/libreoffice*",
    "/Applications/LibreOffice.app/Contents/Resources",
)
_OF_AN_OFFICE = ("share/extensions/dict-*", "share/extensions/dict-*/dictionaries", "extensions/dict-*")


def dictionary_folders(own: Iterable[Path] = ()) -> tuple[Path, ...]:
    """The folders in which dictionaries are looked for: first a person's own, then those of the system."""
    named = os.environ.get("DICPATH", "").split(os.pathsep)
    usual = _MACOS if sys.platform == "darwin" else () if sys.platform == "win32" else _LINUX
    places = (*own, *(Path(each) for each in named if each), *(Path(each).expanduser() for each in usual))
    found = (each for each in (*places, *_folders_of_offices()) if each.is_dir())
    return tuple(dict.fromkeys(map(resolved, found)))


def dictionaries_of(language: str, folders: Iterable[Path]) -> tuple[Path, ...]:
    """The dictionaries of a language such as "en" or "de_AT", each without the ending of its two files.

    Where the language says the country, only those of that country and of none, if there are any.
    """
    language = language.replace("-", "_")
    shipped, elsewhere = list(_shipped(language)), list(_in_folders(language, folders))
    if "_" in language:
        shipped, elsewhere = _of_country(shipped, language), _of_country(elsewhere, language)
    # A system has the same file under the names of several countries.
    unlike: dict[Path, Path] = {}
    for each in shipped or elsewhere:
        unlike.setdefault(resolved(each.with_name(each.name + WORDS)), each)
    return tuple(unlike.values())[:MOST_DICTIONARIES]


def has_dictionaries(folder: Path) -> bool:
    """Whether a folder has a dictionary of any language."""
    try:
        names = [each.name for each in os.scandir(folder) if each.name.endswith(RULES)]
    except OSError:
        return False
    return any(is_usable(folder / name.removesuffix(RULES)) for name in names)


def own_words(language: str) -> frozenset[str]:
    """The words of the field that the program itself knows in a language."""
    path = _shipped_folder(language) / OWN_WORDS
    return frozenset(path.read_text(encoding="utf-8").split()) if path.is_file() else frozenset()


def _shipped(language: str) -> Iterator[Path]:
    return _pairs(_shipped_folder(language), language)


def _shipped_folder(language: str) -> Path:
    return resource("dictionaries") / language.split("_")[0]


def _in_folders(language: str, folders: Iterable[Path]) -> Iterator[Path]:
    """All of the first folder that has some: what a person chose goes before what the system has."""
    for folder in folders:
        if found := list(_pairs(folder, language)):
            # "de_DE" before "de_AT": what is spoken in the country of that name.
            main = language.split("_")[0]
            yield from sorted(found, key=lambda each: (each.name.casefold() != f"{main}_{main}", each.name))
            return


def _pairs(folder: Path, language: str) -> Iterator[Path]:
    main = language.split("_")[0]
    try:
        names = sorted(each.name for each in os.scandir(folder) if each.name.endswith(RULES))
    except OSError:
        return
    for name in names:
        stem = name.removesuffix(RULES)
        if stem.replace("-", "_").split("_")[0] == main and is_usable(folder / stem):
            yield folder / stem


def is_usable(dictionary: Path) -> bool:
    """Whether both files are there, and no larger than any honest one."""
    for ending, largest in ((RULES, LARGEST_RULES), (WORDS, LARGEST_DICTIONARY)):
        path = dictionary.with_name(dictionary.name + ending)
        if not is_file(path) or path.stat().st_size > largest:
            return False
    return True


def _of_country(dictionaries: list[Path], language: str) -> list[Path]:
    """Those of a country and of none; all, where there are none of it."""
    country = language.split("_")[1]
    wanted = (country, _SPELT_AS.get(f"{language.split('_')[0]}_{country}"))
    if not any(_country(each) in wanted for each in dictionaries):
        return dictionaries
    return [each for each in dictionaries if _country(each) in (*wanted, "")]


def _country(dictionary: Path) -> str:
    return (*dictionary.name.replace("-", "_").split("_"), "")[1]


def _folders_of_offices() -> Iterator[Path]:
    programs = os.environ.get("PROGRAMFILES", "")
    for office in (*_OFFICES, *([f"{programs}/LibreOffice"] if programs else [])):
        path = Path(office)
        for root in sorted(path.parent.glob(path.name)) if "*" in path.name else [path]:
            for inside in _OF_AN_OFFICE:
                yield from sorted(root.glob(inside))
