"""What is looked up of a text, and what never is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.limits import LONGEST_WORD
from app.spelling.words import readings, words_in


def looked_up(text: str) -> list[str]:
    return [word.text for word in words_in(text)]


@pytest.mark.parametrize(
    "text",
    [
        "https://example.org/Thier",
        "www.exampel.de",
        "ana.rossi@exampel.org",
        "exampel.com",
        "/home/frustraton/x",
        "#frustraton",
        "NPS",
        "PDFs",
        "B2B",
        "h264",
        "3kg",
        "10 min",
        "5 Std",
        "iPhone",
        "LibreOffice",
        "foo_bar",
        "x",
        "— … !",
        "😀👍🏽",
        "x" * (LONGEST_WORD + 1),
    ],
)
def test_no_words_are_addresses_tags_figures_and_abbreviations(text: str) -> None:
    assert looked_up(text) == []


def test_words_are_asked_for_with_plain_apostrophes_and_hyphens() -> None:
    assert looked_up("‘Don’t re‑order’, Ana’s friends’ e-mail said.") == [
        *("Don't", "re-order", "Ana's", "friends", "e-mail", "said")
    ]


def test_of_a_number_with_its_word_the_word_is_looked_up() -> None:
    assert looked_up("a 10-minut walk, 30 minuts") == ["minut", "walk", "minuts"]


def test_letters_with_their_marks_apart_are_asked_for_as_dictionaries_have_them() -> None:
    assert looked_up("nai\u0308ve") == ["na\u00efve"]


def test_words_of_all_scripts_are_words() -> None:
    assert looked_up("Größe naïve Привет Ελλάδα") == ["Größe", "naïve", "Привет", "Ελλάδα"]


def test_a_word_is_right_as_it_is_part_by_part_or_as_what_it_is_said_of() -> None:
    assert readings("Ana's") == (("Ana's",), ("Ana",))
    assert readings("customer-centric") == (("customer-centric",), ("customer", "centric"))


@given(st.text(max_size=200))
def test_every_word_stands_where_it_is_said_to_stand(text: str) -> None:
    end = 0
    for word in words_in(text):
        assert end <= word.start < word.end <= len(text)
        assert text[word.start] not in "'- "
        end = word.end
