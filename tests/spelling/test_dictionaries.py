"""Which dictionaries are found, and what hostile ones can do: nothing."""

import os
from pathlib import Path

import pytest

from app.formats.templates import template, template_names
from app.limits import LARGEST_DICTIONARY, MOST_DICTIONARIES
from app.resources import resource
from app.spelling.checker import Checker
from app.spelling.dictionaries import dictionaries_of, dictionary_folders
from app.spelling.texts import checked_texts, names_of
from app.spelling.words import readings, words_in
from tests.spelling.own_dictionaries import put


def names(language: str, *folders: Path) -> list[str]:
    return [each.name for each in dictionaries_of(language, folders)]


@pytest.fixture(scope="module")
def english() -> Checker:
    return Checker("en", dictionaries_of("en", ()))


def test_english_knows_british_and_american_words_unless_it_says_the_country() -> None:
    assert names("en") == ["en", "en_AU", "en_US"]
    assert names("en_US") == ["en", "en_US"]
    assert names("en_GB") == names("en-AU") == ["en", "en_AU"]
    assert names("en_CA") == names("en")


def test_the_templates_have_no_misspelt_word(english: Checker) -> None:
    wrong = []
    for name in template_names(resource("templates")):
        document = template(name)
        known = names_of(document)
        for record in document:
            for text in checked_texts(document, record):
                for word in words_in(text):
                    ways = readings(word.text)
                    if not any(all(p.casefold() in known or english.is_right(p) for p in w) for w in ways):
                        wrong.append((name, word.text))
    assert wrong == []


COMPOUNDS = "SET UTF-8\nTRY abc\nCOMPOUNDFLAG x\nCOMPOUNDMIN 3\n"


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("Kundenzufridenheit", "Kundenzufriedenheit"),
        ("Wartschlangenmanagement", "Warteschlangenmanagement"),
        ("Warteschlagnenmanagement", "Warteschlangenmanagement"),
        ("Kundenzufriedenheitsumfage", "Kundenzufriedenheitsumfrage"),
    ],
)
def test_a_long_compound_is_mended_part_by_part(word: str, meant: str, tmp_path: Path) -> None:
    words = (
        "kunden/x",
        "zufriedenheit/x",
        "zufriedenheits/x",
        "warte/x",
        "schlangen/x",
        "management/x",
        "umfrage/x",
    )
    checker = Checker("de", [put(tmp_path, "de_DE", "\n".join((str(len(words)), *words)), COMPOUNDS)])
    assert not checker.is_right(word)
    assert meant.casefold() in [each.casefold() for each in checker.suggestions(word)]


def test_what_is_meant_most_likely_is_suggested_first(english: Checker) -> None:
    assert english.suggestions("Thier")[0] == "Their"
    assert english.suggestions("frustraton")[0] == "frustration"
    assert english.suggestions("coulour")[0] == "colour"


def test_words_of_another_script_are_right(english: Checker) -> None:
    assert english.is_right("Привет")
    assert english.is_right("日本語")
    assert not english.is_right("Kundenzufriedenheit")


def test_a_persons_own_folder_goes_before_the_systems(tmp_path: Path) -> None:
    own, system = tmp_path / "own", tmp_path / "system"
    put(own, "de_CH")
    put(system, "de_DE")
    assert names("de", own, system) == ["de_CH"]
    assert names("de", system, own) == ["de_DE"]
    assert names("fr", own, system) == []
    assert not Checker("fr", ()).names
    assert Checker("fr", ()).is_right("Frmage")


def test_dictionaries_that_are_one_file_are_read_once(tmp_path: Path) -> None:
    put(tmp_path, "de_DE")
    for ending in (".aff", ".dic"):
        (tmp_path / f"de_BE{ending}").symlink_to(tmp_path / f"de_DE{ending}")
    assert names("de", tmp_path) == ["de_DE"]


def test_no_more_dictionaries_are_read_than_may_be(tmp_path: Path) -> None:
    for number in range(MOST_DICTIONARIES + 3):
        put(tmp_path, f"de_X{number}")
    assert len(names("de", tmp_path)) == MOST_DICTIONARIES


def test_the_folders_are_those_that_are_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DICPATH", os.pathsep.join([str(tmp_path), str(tmp_path / "nowhere")]))
    own = tmp_path / "own"
    own.mkdir()
    found = dictionary_folders([own, tmp_path / "gone"])
    assert found[:2] == (own, tmp_path)
    assert tmp_path / "nowhere" not in found


def test_what_is_no_file_or_too_large_is_not_used(tmp_path: Path) -> None:
    put(tmp_path, "de_DE")
    with (tmp_path / "de_DE.dic").open("r+b") as file:
        file.truncate(LARGEST_DICTIONARY + 1)
    put(tmp_path, "de_AT")
    (tmp_path / "de_AT.dic").unlink()
    os.mkfifo(tmp_path / "de_AT.dic")
    put(tmp_path, "de_CH")
    (tmp_path / "de_CH.dic").unlink()
    (tmp_path / "de_CH.dic").mkdir()
    put(tmp_path, "de_LU")
    (tmp_path / "de_LU.aff").unlink()
    assert names("de", tmp_path) == []


@pytest.mark.parametrize(
    ("rules", "words"),
    [
        ("SET NONSENSE\n", "1\nKunde\n"),
        ("SFX A Y 2\nSFX A 0 [ [^\n", "1\nKunde/A\n"),
        ("REP 9\nREP\n", "1\nKunde\n"),
        ("FLAG num\n", "1\nKunde/x,y\n"),
        ("\0\0\0", "\0\0\0"),
    ],
)
def test_a_dictionary_that_cannot_be_read_is_left_aside(tmp_path: Path, rules: str, words: str) -> None:
    good = put(tmp_path, "de_DE")
    bad = put(tmp_path, "de_XX", words, rules)
    found = Checker("de", (bad, good))
    assert found.names[-1] == "de_DE"
    assert found.is_right("Kunde")
    assert not found.is_right("Kundde")
