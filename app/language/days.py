"""Days as people write them: 31.12.2026, 12/31/2026, 31 Dec 2026, 2026-1-5, 2026年12月31日.

They are written with the month in words, so that nobody takes it for the day; times with hour and minute.
Numbers alone are read in the order of the locale where two orders make sense, with points day first. A year
must be there, whole: of a day without one nobody could say later which it was.
"""

import re
from datetime import date, time
from functools import lru_cache

from app.language.spoken import spoken_locale

_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
"""Known here, so that English need not wait for a locale's data."""
_PARTS = re.compile(r"\d+|[^\W\d_]+")
_WHOLE = re.compile(r"(\d{4})(\d{2})(\d{2})")
_WEEKDAY = "|".join(
    ("[月火水木金土日](?:曜日?)?", "(?:星期|周|週|礼拜|禮拜)[一二三四五六日天]", "[월화수목금토일](?:요일)?")
)
_SIGNED = re.compile(
    r"(\d{4})\s*[年년]\s*(\d{1,2})\s*[月월]\s*(\d{1,2})\s*[日号號일]\s*"
    rf"(?:{_WEEKDAY}|[(（](?:{_WEEKDAY})[)）])?"
)
"""Year, month and day by the signs of Japan, China and Korea, whose order and meaning are one everywhere."""
_POINTED = re.compile(r"\d{1,2}\.\s*\d{1,2}\.\s*\d{4}")
"""With points between them numbers are day, month and year, whatever is spoken."""
_LEAST_LETTERS = 3
_IN_WORDS = frozenset(
    ("of", "the", "de", "del", "den", "der", "le", "th", "st", "nd", "rd", "e", "er", "año")
)
"""Words that stand in days and say nothing."""


def read_day(text: str, locale: str | None = None) -> date | None:
    """The day that a text names whole; None where it names none, or no day of the calendar."""
    locale = locale or spoken_locale()
    if whole := _WHOLE.fullmatch(text.strip()):
        return _day(*map(int, whole.groups()))
    if signed := _SIGNED.fullmatch(text.strip()):
        return _day(*map(int, signed.groups()))
    parts = [part for part in _PARTS.findall(text) if part.casefold() not in _IN_WORDS]
    numbers = [part for part in parts if part.isdecimal()]
    words = [part for part in parts if not part.isdecimal()]
    if any(len(number) > 4 for number in numbers):
        return None
    if words:
        return _in_words(words, numbers, locale)
    is_pointed = _POINTED.search(text) is not None
    return _in_numbers(numbers, is_pointed, locale) if len(numbers) == 3 else None


def written_day(day: date, locale: str | None = None) -> str:
    """A day as the language that is spoken writes it: "3 May 2026", "May 3, 2026", "3. Mai 2026"."""
    locale = locale or spoken_locale()
    if locale == "en_US":
        return f"{_MONTHS[day.month - 1]} {day.day}, {day.year}"
    if locale.split("_")[0] == "en":
        return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"
    from babel.dates import format_date

    return format_date(day, "long", locale)


def written_iso_day(day: str | None) -> str:
    """A day as records hold it, "2026-05-03", as the language that is spoken writes it; "" for none."""
    return written_day(date.fromisoformat(day)) if day else ""


def typed_day(day: date, locale: str | None = None) -> str:
    """A day as it stands in a field: "31.12.2026" where the year comes last, else "2026-12-31"."""
    locale = locale or spoken_locale()
    if locale.split("_")[0] == "en":
        return day.isoformat()
    from babel.dates import format_skeleton

    text = format_skeleton("yMd", day, locale=locale)
    return text if text.endswith(f"{day.year:04}") and read_day(text, locale) == day else day.isoformat()


def written_time(moment: time, locale: str | None = None) -> str:
    """A time of day: "14:05"."""
    locale = locale or spoken_locale()
    if locale.split("_")[0] == "en":
        return f"{moment:%H:%M}"
    from babel.dates import format_time

    return format_time(moment, "short", locale=locale)


def written_month_and_day(day: date, locale: str | None = None) -> str:
    """A day of this year, which goes without saying: "3 May", "May 3", "3. Mai"."""
    locale = locale or spoken_locale()
    if locale == "en_US":
        return f"{_MONTHS[day.month - 1]} {day.day}"
    if locale.split("_")[0] == "en":
        return f"{day.day} {_MONTHS[day.month - 1]}"
    from babel.dates import format_skeleton

    return format_skeleton("MMMMd", day, locale=locale)


def _in_words(words: list[str], numbers: list[str], locale: str) -> date | None:
    """A month by its name, or the beginning of it; a day of the week beside it says nothing new."""
    months = {month for word in words if (month := _month(word, locale))}
    years = [number for number in numbers if len(number) == 4]
    days = [number for number in numbers if len(number) <= 2]
    if len(months) != 1 or len(years) != 1 or len(days) != 1 or len(numbers) != 2:
        return None
    return _day(int(years[0]), months.pop(), int(days[0]))


def _in_numbers(numbers: list[str], is_pointed: bool, locale: str) -> date | None:
    """A year first is followed by the month everywhere; before a year points tell, or the locale."""
    if len(numbers[0]) == 4:
        return _day(*map(int, numbers))
    if len(numbers[2]) != 4:
        return None
    first, second, year = map(int, numbers)
    is_month_first = not is_pointed and _order(locale) == "mdy"
    as_here = (second, first) if is_month_first else (first, second)
    for day, month in (as_here, as_here[::-1]):
        if found := _day(year, month, day):
            return found
    return None


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day) if year >= 1000 else None
    except ValueError:
        return None


def _month(word: str, locale: str) -> int | None:
    word = word.casefold()
    if len(word) < _LEAST_LETTERS:
        return None
    found = {month for name, month in _month_names(locale) if name.startswith(word)}
    return found.pop() if len(found) == 1 else None


@lru_cache(maxsize=8)
def _month_names(locale: str) -> tuple[tuple[str, int], ...]:
    """The names of the months in the locale and in English, short and whole."""
    from babel.dates import get_month_names

    return tuple(
        (name.casefold().rstrip("."), month)
        for language in dict.fromkeys((locale, "en"))
        for context in ("format", "stand-alone")
        for width in ("wide", "abbreviated")
        for month, name in get_month_names(width, context, language).items()
    )


@lru_cache(maxsize=8)
def _order(locale: str) -> str:
    """In which order day, month and year are written: "dmy", "mdy" or "ymd"."""
    from babel.dates import get_date_format

    pattern = get_date_format("short", locale).pattern.casefold()
    return "".join(sorted("dmy", key=pattern.find))
