"""Text as people paste it, and what is kept of it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from app.limits import LONGEST_TEXT
from app.model.records import Note, Stage
from app.model.text import clean, one_line
from app.model.words import quoted, shortened
from tests.documents import SCRIPTS


@pytest.mark.parametrize(
    ("pasted", "kept"),
    [
        ("two\r\nlines", "two\nlines"),
        ("old\rMac", "old\nMac"),
        ("from\vslides", "from\nslides"),
        ("page\fbreak", "page\nbreak"),
        ("main\x85frame", "main\nframe"),
        ("line\u2028separator and paragraph\u2029separator", "line\nseparator and paragraph\nseparator"),
        ("a\x00b\x07c\x1bd\x7fe", "abcde"),
        ("half of a \ud83d surrogate", "half of a  surrogate"),
        ("not\uffff\ufffea character", "nota character"),
        ("tab\tstays", "tab\tstays"),
        ("zero\u200bwidth and joined 👩‍👩‍👧", "zero\u200bwidth and joined 👩‍👩‍👧"),
        ("   ", "   "),
        ("", ""),
    ],
)
def test_pasted_text_is_made_safe_to_keep(pasted: str, kept: str) -> None:
    assert Note(id="n", section="s", stage="t", text=pasted).text == kept


def test_a_name_is_one_line_whatever_was_pasted() -> None:
    assert Stage(id="s", map="m", name="  Time\r\n to\v\teat\u2029 ").name == "Time to eat"
    assert Stage(id="s", map="m", name=" \n\t ").name == ""


@pytest.mark.parametrize("text", SCRIPTS)
def test_the_texts_of_all_scripts_are_kept_as_they_are(text: str) -> None:
    assert Note(id="n", section="s", stage="t", text=text).text == text


@given(st.text())
def test_cleaning_twice_is_cleaning_once(text: str) -> None:
    assert clean(clean(text)) == clean(text)
    assert one_line(one_line(text)) == one_line(text)
    clean(text).encode("utf-8")


def test_a_text_may_be_long_but_not_endless() -> None:
    note = Note(id="n", section="s", stage="t", text="x" * LONGEST_TEXT)
    assert len(note.text) == LONGEST_TEXT
    with pytest.raises(ValidationError, match="at most 20000 characters"):
        note.changed(text="x" * (LONGEST_TEXT + 1))


def test_text_must_be_text() -> None:
    with pytest.raises(ValidationError, match="valid string"):
        Note(id="n", section="s", stage="t").changed(text=5)


def test_what_people_wrote_is_shortened_and_quoted() -> None:
    assert str(quoted("Light the sign", "a note")) == "“Light the sign”"
    assert str(quoted(" \n", "a note")) == "a note"
    assert shortened("Searches for a parking space", 20) == "Searches for a park…"
    assert shortened("two\nlines") == "two lines"
