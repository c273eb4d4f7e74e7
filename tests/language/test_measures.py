"""Units and papers: those of the country, unless others are preferred."""

import pytest

from app.language.measures import length_unit, paper_family, prefer_measures
from app.pages.lengths import format_length, format_size
from app.pages.paper import at_hand


@pytest.mark.parametrize(
    ("locale", "unit", "family"),
    [
        ("en_US.UTF-8", "in", "letter"),
        ("es_PR", "in", "letter"),
        ("fr_CA.UTF-8", "mm", "letter"),
        ("es_MX", "mm", "letter"),
        ("en_PH", "mm", "letter"),
        ("en_GB.UTF-8", "mm", "a"),
        ("de_DE@euro", "mm", "a"),
        ("C", "mm", "a"),
        ("", "mm", "a"),
        ("nonsense", "mm", "a"),
    ],
)
def test_the_country_says_what_is_usual(
    monkeypatch: pytest.MonkeyPatch, locale: str, unit: str, family: str
) -> None:
    monkeypatch.setenv("LC_ALL", locale)
    for variable in ("LC_MEASUREMENT", "LC_PAPER", "LANG"):
        monkeypatch.delenv(variable, raising=False)
    assert (length_unit(), paper_family()) == (unit, family)


def test_a_system_may_name_another_country_for_paper_and_lengths(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("LC_ALL")
    monkeypatch.setenv("LANG", "en_US.UTF-8")
    monkeypatch.setenv("LC_MEASUREMENT", "de_DE.UTF-8")
    monkeypatch.setenv("LC_PAPER", "de_DE.UTF-8")
    assert (length_unit(), paper_family()) == ("mm", "a")


def test_what_is_preferred_comes_before_the_country() -> None:
    prefer_measures("in", "letter")
    assert (length_unit(), paper_family()) == ("in", "letter")
    assert [at_hand(name) for name in ("A0", "A4", "B1", "Roll 914")] == [
        "ANSI E",
        "Letter",
        "B1",
        "Roll 914",
    ]
    prefer_measures(None, None)
    assert (length_unit(), paper_family()) == ("mm", "a")
    assert at_hand("A4") == "A4"


def test_lengths_in_inches_are_as_fine_as_people_say_them() -> None:
    prefer_measures("in", None)
    assert [str(format_length(length)) for length in (0, 10, 12.7, 215.9, 1189, 50_000)] == [
        "0 in",
        "0.39 in",
        "0.5 in",
        "8.5 in",
        "46.8 in",
        "1,968.5 in",
    ]
    assert str(format_size(215.9, 279.4)) == "8.5 × 11 in"
