"""Days as people of several countries write them."""

from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.language.days import read_day, typed_day, written_day, written_month_and_day
from app.language.phrases import phrase
from app.language.spoken import speaking

LAST, FIFTH = date(2026, 12, 31), date(2026, 1, 5)
LOCALES = ("en", "en_US", "en_GB", "de_DE", "fr_FR", "sv_SE", "ja_JP")


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize(
    ("text", "day"),
    [
        *(("31.12.2026", LAST), ("31/12/2026", LAST), ("12/31/2026", LAST), ("2026-12-31", LAST)),
        *(("2026-1-5", FIFTH), ("20261231", LAST), ("31 Dec 2026", LAST), ("December 31, 2026", LAST)),
        *(
            ("31. 12. 2026", LAST),
            ("2026/1/5", FIFTH),
            ("Thu 31 Dec 2026", LAST),
            ("5th of January 2026", FIFTH),
        ),
    ],
)
def test_a_day_is_read_however_it_is_written(locale: str, text: str, day: date) -> None:
    assert read_day(text, locale) == day


@pytest.mark.parametrize("locale", [*LOCALES, "ko_KR", "zh_CN"])
@pytest.mark.parametrize(
    ("text", "day"),
    [
        *(("2026年12月31日", LAST), ("2026年 12月 31日", LAST), ("2026年12月31日(木)", LAST)),
        *(("2026年1月5日", FIFTH), ("２０２６年１２月３１日", LAST), ("2026年12月31日星期四", LAST)),
        *(("2026年12月31号", LAST), ("2026年12月31日木曜日", LAST), ("2026年12月31號", LAST)),
        *(("2026년 12월 31일", LAST), ("2026년12월31일", LAST), ("2026년 12월 31일 목요일", LAST)),
        *(("2026년 1월 5일 (월)", FIFTH),),
    ],
)
def test_a_day_with_its_signs_of_the_far_east_is_read_everywhere(locale: str, text: str, day: date) -> None:
    assert read_day(text, locale) == day


@pytest.mark.parametrize(
    "text",
    [
        *("2026年12月", "12月31日", "2026年13月1日", "2026年2月30日", "26年12月31日", "令和8年12月31日"),
        *("2026년 12월", "12월 31일", "2026년 2월 30일", "2026年12月31日まで", "31日12月2026年"),
    ],
)
@pytest.mark.parametrize("locale", ["en", "ja_JP", "ko_KR"])
def test_what_such_signs_do_not_make_a_day_is_none(locale: str, text: str) -> None:
    assert read_day(text, locale) is None


def test_two_small_numbers_are_read_in_the_order_of_the_country() -> None:
    assert read_day("5/1/2026", "en_GB") == FIFTH
    assert read_day("5/1/2026", "de_DE") == FIFTH
    assert read_day("1/5/2026", "en_US") == FIFTH
    assert read_day("5.1.2026", "en_US") == read_day("05. 01. 2026", "en_US") == FIFTH


@pytest.mark.parametrize(
    ("locale", "text"),
    [
        ("de_DE", "31. Dezember 2026"),
        ("de_DE", "31. Dez. 2026"),
        ("fr_FR", "31 décembre 2026"),
        ("es_ES", "31 de diciembre de 2026"),
        ("pl_PL", "31 grudnia 2026"),
    ],
)
def test_months_have_the_names_of_the_country(locale: str, text: str) -> None:
    assert read_day(text, locale) == LAST


@pytest.mark.parametrize(
    "text",
    [
        "",
        "soon",
        "31.13.2026",
        "30 Feb 2026",
        "31.12.",
        "31.12.26",
        "2026",
        "2026-12",
        "Ju 5 2026",
        "1.2.3.2026",
    ],
)
def test_what_names_no_day_is_none(text: str) -> None:
    assert read_day(text, "en") is None


@given(st.text(max_size=16), st.sampled_from(LOCALES))
def test_no_text_upsets_the_reader(text: str, locale: str) -> None:
    read_day(text, locale)


@given(st.dates(date(1000, 1, 1)), st.sampled_from(LOCALES))
def test_what_is_kept_is_read_as_the_same_day(day: date, locale: str) -> None:
    assert read_day(str(day), locale) == day


@given(st.dates(date(1000, 1, 1)), st.sampled_from(LOCALES))
def test_what_stands_in_a_field_is_read_as_the_same_day(day: date, locale: str) -> None:
    assert read_day(typed_day(day, locale), locale) == day


@pytest.mark.parametrize(
    ("locale", "text"),
    [("de_DE", "5.1.2026"), ("fr_FR", "05/01/2026"), ("en_GB", "2026-01-05"), ("hu_HU", "2026-01-05")],
)
def test_a_day_stands_in_a_field_with_its_year_last_or_as_it_is_kept(locale: str, text: str) -> None:
    assert typed_day(FIFTH, locale) == text


@pytest.mark.parametrize(
    ("locale", "whole", "of_this_year"),
    [
        ("en_GB", "5 January 2026", "5 January"),
        ("en_US", "January 5, 2026", "January 5"),
        ("de_DE", "5. Januar 2026", "5. Januar"),
        ("fr_FR", "5 janvier 2026", "5 janvier"),
    ],
)
def test_a_day_is_written_with_its_month_in_words(locale: str, whole: str, of_this_year: str) -> None:
    assert written_day(FIFTH, locale) == whole
    assert written_month_and_day(FIFTH, locale) == of_this_year
    assert read_day(whole, locale) == FIFTH


def test_days_and_times_in_a_sentence_are_written_as_its_language_writes_them() -> None:
    said = phrase("{time} on {day}", time=time(14, 5), day=date(2026, 5, 3))
    with speaking("en"):
        assert str(said) == "14:05 on 3 May 2026"
    with speaking("de"):
        assert str(said) == "3. Mai 2026, 14:05"
