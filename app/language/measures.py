"""In which measures lengths are written and which paper is usual: by the country, or as somebody prefers.

What is preferred is told to processes of its own by variables, as the language is.
"""

from os import environ
from typing import Literal

from app.language.locale import locale_of

Unit = Literal["mm", "in"]
Family = Literal["a", "letter"]

UNIT_VARIABLE, FAMILY_VARIABLE = "JOURNEYWALL_LENGTHS", "JOURNEYWALL_PAPER"

_IN_INCHES = frozenset(("US", "PR", "VI", "GU", "LR", "MM"))
_ON_LETTER = frozenset(
    ("US", "PR", "VI", "GU", "BZ", "CA", "CL", "CO", "CR", "DO", "GT", "MX", "NI", "PA", "PH", "SV", "VE")
)
"""Countries by ISO 3166, as the Unicode CLDR has them."""


def length_unit() -> Unit:
    """The unit in which lengths on paper are shown."""
    preferred = environ.get(UNIT_VARIABLE)
    return "in" if preferred == "in" else "mm" if preferred == "mm" else system_length_unit()


def paper_family() -> Family:
    """Which papers are at hand: A4 and its like, or Letter and its like."""
    preferred = environ.get(FAMILY_VARIABLE)
    return "letter" if preferred == "letter" else "a" if preferred == "a" else system_paper_family()


def system_length_unit() -> Unit:
    """The unit that is usual in the system's country."""
    return "in" if _country("LC_MEASUREMENT") in _IN_INCHES else "mm"


def system_paper_family() -> Family:
    """The papers that are usual in the system's country."""
    return "letter" if _country("LC_PAPER") in _ON_LETTER else "a"


def prefer_measures(unit: Unit | None, family: Family | None) -> None:
    """Use a unit and a paper from now on, also in processes that are begun; None: those of the country."""
    for variable, value in ((UNIT_VARIABLE, unit), (FAMILY_VARIABLE, family)):
        if value:
            environ[variable] = value
        else:
            environ.pop(variable, None)


def _country(variable: str) -> str:
    """The country of the system's locale: "CA" of "fr_CA"; empty where it names none."""
    parts = locale_of(variable).split("_")[1:]
    return next((part for part in parts if len(part) == 2 and part.isupper()), "")
