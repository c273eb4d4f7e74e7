"""Numbers as people of several countries write them."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.language.locale import known
from app.language.numbers import Read, read, typed, written

LOCALES = ("en", "en_GB", "de_DE", "de_CH", "fr_FR", "es_ES", "pl_PL", "en_IN", "hi_IN", "sv_SE")


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize(
    ("text", "value"),
    [
        *(("3.5", 3.5), ("3,5", 3.5), ("0,4", 0.4), ("0.4", 0.4), ("0.125", 0.125), ("0,125", 0.125)),
        *(("1.234,5", 1234.5), ("1,234.5", 1234.5), ("1.234.567", 1234567), ("1,234,567", 1234567)),
        *(("1.234.567,8", 1234567.8), ("12,34,567.8", 1234567.8), ("1234,567", 1234.567)),
        *(("1 234,5", 1234.5), ("1\u00a0234.5", 1234.5), ("1\u202f234", 1234), ("1'234.5", 1234.5)),
        *(("−5", -5), ("-5,5", -5.5), ("+3", 3), (" 7 ", 7), ("5.", 5), (",5", 0.5), ("٣٫٥", 3.5)),
    ],
)
def test_both_decimal_signs_are_read_where_only_one_reading_makes_sense(
    locale: str, text: str, value: float
) -> None:
    assert read(text, locale) == Read(value)


@pytest.mark.parametrize(
    ("locale", "text", "value", "other"),
    [
        ("en", "1,234", 1234, 1.234),
        ("en", "1.234", 1.234, 1234),
        ("de_DE", "1.250", 1250, 1.25),
        ("de_DE", "1,250", 1.25, 1250),
        ("de_DE", "-12.500", -12500, -12.5),
        ("fr_FR", "1.250", 1250, 1.25),
    ],
)
def test_what_may_be_either_is_read_by_the_locale_and_says_so(
    locale: str, text: str, value: float, other: float
) -> None:
    assert read(text, locale) == Read(value, other)


@pytest.mark.parametrize(
    "text", ["", "-", ".", ",", "1.2.3", "1,23,4", "1,2.3.4", "12a", "1e5", "6 2", "NaN", "½", "1.23,456.7"]
)
def test_what_is_no_number_is_none(text: str) -> None:
    assert read(text, "en") is None


@pytest.mark.parametrize(
    ("number", "english", "german"),
    [
        (1234.5, "1,234.5", "1.234,5"),
        (999.6, "999.6", "999,6"),
        (99.95, "99.95", "99,95"),
        (99.995, "99.995", "99,995"),
        (100.0, "100", "100"),
        (0.1 + 0.2, "0.3", "0,3"),
        (0.00123, "0.00123", "0,00123"),
        (1 / 3, "0.333", "0,333"),
        (100 / 3, "33.33", "33,33"),
        (12500.0, "12,500", "12.500"),
        (1e9, "1,000,000,000", "1.000.000.000"),
        (1e22, "10,000,000,000,000,000,000,000", "10.000.000.000.000.000.000.000"),
        (-5.0, "−5", "−5"),
        (-0.0, "0", "0"),
        (12345.6, "12,345.6", "12.345,6"),
    ],
)
def test_numbers_are_written_as_a_person_writes_them(number: float, english: str, german: str) -> None:
    assert (written(number, "en"), written(number, "de_DE")) == (english, german)


def test_other_countries_part_thousands_their_way() -> None:
    found = {locale: written(1234567.5, locale) for locale in ("fr_FR", "de_CH", "en_IN", "en_ZA")}
    assert found["fr_FR"] == "1\u00a0234\u00a0567,5"
    assert found["de_CH"] == "1’234’567.5"
    assert found["en_IN"] == "12,34,567.5"


@given(st.floats(-1e9, 1e9).map(lambda number: round(number, 2)), st.sampled_from(LOCALES))
def test_what_is_written_is_read_as_the_same_number(number: float, locale: str) -> None:
    found = read(written(number, locale), locale)
    assert found is not None
    assert math.isclose(found.value, number)
    in_field = read(typed(number, 2, locale), locale)
    assert in_field == Read(number)


@given(st.text(max_size=12), st.sampled_from(LOCALES))
def test_no_text_upsets_the_reader(text: str, locale: str) -> None:
    found = read(text, locale)
    assert found is None or math.isfinite(found.value)


@pytest.mark.parametrize(
    ("name", "locale"),
    [
        ("de_DE.UTF-8", "de_DE"),
        ("C.UTF-8", "en"),
        ("POSIX", "en"),
        ("", "en"),
        ("sr_RS@latin", "sr_RS"),
        ("de_XX", "de"),
        ("tlh", "en"),
        ("en_US.utf8", "en_US"),
        ("de-DE", "de_DE"),
    ],
)
def test_the_systems_name_for_a_locale_leads_to_one_that_is_described(name: str, locale: str) -> None:
    assert known(name) in (locale, "sr_Cyrl_RS")
