"""What people call things becomes names that every system takes as names of files."""

import os
import unicodedata
from pathlib import Path, PureWindowsPath

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from app.file_names import MOST_BYTES, file_name, free_path, mark_of


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Dinner at a pizzeria", "Dinner at a pizzeria"),
        ("B2B/B2C sale", "B2B-B2C sale"),
        ("/etc/passwd", "etc-passwd"),
        ("..\\..\\Startup", "Startup"),
        ("C:\\Users\\ana", "C--Users-ana"),
        ("What? A *new* <map>", "What A new map"),
        ("", "Untitled"),
        (" . ", "Untitled"),
        (".hidden", "hidden"),
        ("-rf", "rf"),
        ("Version 2. ", "Version 2"),
        ("two\nlines\tand\u2028more", "two lines and more"),
        ("gnp.\u202exe", "gnp.xe"),
        ("bell\a\x00 rings", "bell rings"),
        ("half \udc80 a letter", "half a letter"),
        ("nul", "nul_"),
        ("Con.dinner", "Con_.dinner"),
        ("COM¹", "COM¹_"),
        ("Console", "Console"),
        ("Cafe\u0301", "Caf\u00e9"),
        ("顧客の旅 🍕", "顧客の旅 🍕"),
    ],
)
def test_a_title_becomes_the_name_of_a_file(words: str, expected: str) -> None:
    assert file_name(words, otherwise="Untitled") == expected


LETTERS = st.text(
    st.characters() | st.sampled_from('/\\:*?"<>|.- \u202e\u0301\udc80\x00~') | st.sampled_from("CONULprnaux")
)


@given(LETTERS, st.sampled_from(["", " 2", " (copy 13)"]))
@example("a" * 119 + "e\u0301\u0323", "")
@example("CON", "")
def test_any_words_become_a_name_that_stays_where_it_is_put(
    tmp_path_factory: pytest.TempPathFactory, words: str, tail: str
) -> None:
    name = file_name(words, ".journey", otherwise="Untitled", tail=tail)
    assert Path(name).name == PureWindowsPath(name).name == name
    assert not PureWindowsPath(name).is_reserved()
    assert name.endswith(f"{tail}.journey")
    assert len(os.fsencode(name)) <= MOST_BYTES + len(".journey") + 1
    assert name[0] not in ".- "
    assert not any(unicodedata.category(letter) in ("Cc", "Cf", "Cs") for letter in name)
    assert file_name(name.removesuffix(".journey"), ".journey", otherwise="Untitled") == name


def test_a_long_title_keeps_what_tells_copies_apart(tmp_path: Path) -> None:
    words = "é" * 300
    first = free_path(tmp_path, words, ".journey", otherwise="Untitled", tail=" (copy{})")
    first.touch()
    second = free_path(tmp_path, words, ".journey", otherwise="Untitled", tail=" (copy{})")
    second.touch()
    assert first.name.endswith("é (copy).journey")
    assert second.name.endswith("é (copy 2).journey")


def test_names_that_differ_only_in_capitals_or_accents_do_not_meet(tmp_path: Path) -> None:
    (tmp_path / "Dinner.journey").touch()
    (tmp_path / "Cafe\u0301.journey").touch()
    assert free_path(tmp_path, "DINNER", ".journey", otherwise="Untitled").name == "DINNER 2.journey"
    assert free_path(tmp_path, "Caf\u00e9", ".journey", otherwise="Untitled").name == "Caf\u00e9 2.journey"


def test_a_link_that_leads_nowhere_is_not_written_through(tmp_path: Path) -> None:
    (tmp_path / "Dinner.journey").symlink_to(tmp_path / "elsewhere")
    assert free_path(tmp_path, "Dinner", ".journey", otherwise="Untitled").name == "Dinner 2.journey"


def test_a_path_that_is_no_text_has_a_mark() -> None:
    assert mark_of(Path(os.fsdecode(b"/tmp/\xff.journey"))) != mark_of(Path("/tmp/a.journey"))
