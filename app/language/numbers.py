"""Numbers as people write them: the one place where they are read and written, for fields, map and poster.

A point and a comma each part decimals in half of the world, and thousands in the other. Both are read
wherever only one reading makes sense; what may be either is read by the locale, and the reader told so.
"""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache
from typing import NamedTuple

from app.language.spoken import spoken_locale

_MINUS = "−"
_WITHOUT_BABEL = frozenset(("en", "en_US", "en_GB"))
"""What these need is known, so the commonest start is not held up by reading a locale's data."""
_SPACES = re.compile(r"(?<=\d)[\s'’_](?=\d{3}(?!\d))")
"""Signs that part thousands and nothing else."""
_BODY = re.compile(r"\d*(?:[.,]\d*)*")
_AMBIGUOUS = re.compile(r"[1-9]\d{0,2}[.,]\d{3}")
_THOUSANDS = {sign: re.compile(rf"\d{{1,3}}(?:{re.escape(sign)}\d{{3}})+") for sign in ".,"}
_INDIAN = re.compile(r"\d{1,2}(?:,\d{2})+,\d{3}")
_LONGEST = 40
_DECIMALS, _FIGURES = 2, 3
"""To what a number is rounded that has more digits than a person writes: from 1 on, and below 1."""
_TYPED_DECIMALS, _TYPED_FIGURES = 4, 4
"""Up to so many digits are a person's own, and stay."""


_written_in: ContextVar[str] = ContextVar("numbers", default="")
"""The locale in which what is read now was written, where that is known."""


class Signs(NamedTuple):
    """What parts decimals and thousands in a locale."""

    decimal: str
    group: str


class Read(NamedTuple):
    """A number that was read, and what else the text could have meant."""

    value: float
    other: float | None = None


@lru_cache(maxsize=8)
def signs_of(locale: str) -> Signs:
    """The signs of a language; those of English where nobody knows it."""
    if locale in _WITHOUT_BABEL:
        return Signs(".", ",")
    from babel import UnknownLocaleError
    from babel.numbers import get_decimal_symbol, get_group_symbol

    try:
        decimal, group = get_decimal_symbol(locale), get_group_symbol(locale)
    except (UnknownLocaleError, ValueError):
        return Signs(".", ",")
    # Few fonts have the narrow space that must not break.
    return Signs(decimal, group.replace("\u202f", "\u00a0"))


def read(text: str, locale: str | None = None) -> Read | None:
    """The number that a text is; None where it is none."""
    text = text.strip().replace(_MINUS, "-")
    body = text[1:].lstrip() if text[:1] in ("-", "+") else text
    if len(body) > _LONGEST or not _is_ascii(body := _western(_SPACES.sub("", body))):
        return None
    if not _BODY.fullmatch(body) or not any(character.isdigit() for character in body):
        return None
    sign = -1.0 if text.startswith("-") else 1.0
    if _AMBIGUOUS.fullmatch(body):
        return _either(body, sign, signs_of(locale or _written_in.get() or spoken_locale()).decimal)
    value = _certain(body)
    return Read(sign * value) if value is not None else None


@contextmanager
def numbers_as_in(locale: str) -> Iterator[None]:
    """Read for a while, in this thread, what may be either as a locale writes it; empty: as is spoken."""
    token = _written_in.set(locale)
    try:
        yield
    finally:
        _written_in.reset(token)


def written(number: float, locale: str | None = None) -> str:
    """A number with its thousands parted: "1,234.5", "999.6", "99.95", "−5", in German "1.234,5"."""
    return _written(number, locale or spoken_locale())


def typed(number: float, decimals: int, locale: str | None = None) -> str:
    """A number as it stands in a field: with the locale's decimal sign, and nothing that parts thousands."""
    text = f"{number:.{decimals}f}"
    text = text.rstrip("0").rstrip(".") if decimals else text
    return ("0" if text == "-0" else text).replace(".", signs_of(locale or spoken_locale()).decimal)


@lru_cache(maxsize=4096)
def _written(number: float, locale: str) -> str:
    rounded = _rounded(number)
    if locale in _WITHOUT_BABEL:
        text = f"{rounded:,f}"
    else:
        from babel.numbers import format_decimal

        text = format_decimal(rounded, locale=locale, decimal_quantization=False).replace("\u202f", "\u00a0")
    return text.replace("-", _MINUS)


def in_letters(number: int) -> str:
    """A, B … Z, AA, AB … for 0, 1 …, as spreadsheets call their columns."""
    letters = ""
    number += 1
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def _rounded(number: float) -> Decimal:
    """The digits that a person would write, without noughts at the end."""
    exact = Decimal(repr(number))
    if not exact:
        return Decimal(0)
    decimals = max(0, -int(exact.normalize().as_tuple().exponent))
    if abs(exact) >= 1:
        kept = decimals if decimals <= _TYPED_DECIMALS else _DECIMALS
    else:
        figures = len(exact.normalize().as_tuple().digits)
        kept = decimals if figures <= _TYPED_FIGURES else decimals - figures + _FIGURES
    rounded = exact.quantize(Decimal(1).scaleb(-kept), ROUND_HALF_UP) if decimals else exact
    return Decimal(f"{rounded:f}".rstrip("0").rstrip(".")) if kept else Decimal(f"{rounded:f}".split(".")[0])


def _either(body: str, sign: float, decimal: str) -> Read:
    """What parts three last digits: decimals where the locale says so, else thousands."""
    part, thousand = sign * float(body.replace(",", ".")), sign * float(re.sub(r"[.,]", "", body))
    is_decimal = decimal in body
    return Read(part, thousand) if is_decimal else Read(thousand, part)


def _certain(body: str) -> float | None:
    """The only reading that makes sense of signs that part; None where none does."""
    points, commas = body.count("."), body.count(",")
    if points and commas:
        decimal = "." if body.rindex(".") > body.rindex(",") else ","
        whole, _, decimals = body.rpartition(decimal)
        group = "," if decimal == "." else "."
        is_parted = _THOUSANDS[group].fullmatch(whole) or (group == "," and _INDIAN.fullmatch(whole))
        return float(f"{re.sub('[.,]', '', whole)}.{decimals or '0'}") if is_parted else None
    if points + commas > 1:
        is_parted = _THOUSANDS["." if points else ","].fullmatch(body) or _INDIAN.fullmatch(body)
        return float(re.sub(r"[.,]", "", body)) if is_parted else None
    return float(body.replace(",", "."))


def _western(body: str) -> str:
    """Digits of other scripts, which are some people's own, and the Arabic signs that part them."""
    signs = {"٫": ".", "٬": ""}
    return "".join(
        str(int(character)) if character.isdecimal() else signs.get(character, character)
        for character in body
    )


def _is_ascii(body: str) -> bool:
    return body.isascii()
