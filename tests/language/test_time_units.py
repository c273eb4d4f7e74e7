"""Units of time are known by the words that each language has for them."""

import pytest

from app.language.time_units import MINUTES, time_unit


@pytest.mark.parametrize(
    ("language", "word", "unit", "is_several"),
    [
        ("en", "hours", "hour", True),
        ("de", "Std", "hour", False),
        ("de", "Tagen", "day", True),
        ("de", "Monat", "month", False),
        ("fr", "j", "day", False),
        ("fr", "mois", "month", False),
        ("pl", "godzin", "hour", True),
        ("pl", "godziny", "hour", True),
        ("cs", "mesice", "month", True),
        ("cs", "měsíce", "month", True),
        ("ja", "時間", "hour", False),
        ("hi", "घंटे", "hour", False),
        ("sv", "weeks", "week", True),
        ("de", "Tagungen", None, False),
    ],
)
def test_a_word_stands_for_a_unit(language: str, word: str, unit: str | None, is_several: bool) -> None:
    found = time_unit(word, language)
    assert found == (None if unit is None else (MINUTES[unit], is_several))
