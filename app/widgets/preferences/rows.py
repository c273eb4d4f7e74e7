"""What can be preferred, as data from which the page is built."""

from collections.abc import Callable
from dataclasses import dataclass

from app.language.catalogues import languages, nearest_language
from app.language.locale import language_locale
from app.language.measures import system_length_unit, system_paper_family
from app.language.numbers import written
from app.language.own_names import own_name
from app.language.phrases import Phrase, phrase, phrase_context
from app.widgets.base.chime import player
from app.widgets.base.preferences import BACK_ROWS, PICTURE_WIDTHS, preferences

Choices = list[tuple[object, "str | Phrase"]]


@dataclass(frozen=True, slots=True)
class Row:
    """A preference: its name, how it is asked for, and what there is to choose."""

    name: str
    label: Phrase
    tip: Phrase
    choices: Callable[[], Choices]
    try_out: Callable[[], object] | None = None
    """Lets one see or hear what it is about."""


def _languages() -> Choices:
    of_system = own_name(nearest_language(language_locale()))
    return [("", _system(of_system)), *((language, own_name(language)) for language in languages())]


def _themes() -> Choices:
    return [
        ("system", phrase("System")),
        ("light", phrase_context("theme", "Light")),
        ("dark", phrase_context("theme", "Dark")),
    ]


def _text_sizes() -> Choices:
    sizes = sorted({80, 90, 100, 110, 125, 150, 175, 200, preferences().text_size})
    return [(size, phrase("{percent} %", percent=size)) for size in sizes]


def _motions() -> Choices:
    return [("system", phrase("System")), ("less", phrase_context("motion", "Less"))]


def _lengths() -> Choices:
    of_system = phrase_context("unit", "mm") if system_length_unit() == "mm" else phrase_context("unit", "in")
    return [("system", _system(of_system)), ("mm", phrase("Millimetres")), ("in", phrase("Inches"))]


def _papers() -> Choices:
    words = {"a": phrase("A4, A3, A0 …"), "letter": phrase("Letter, Tabloid, ANSI …")}
    return [("system", _system(words[system_paper_family()])), *words.items()]


def _back_rows() -> Choices:
    return [(metres, phrase("{metres} m", metres=metres)) for metres in BACK_ROWS]


def _picture_widths() -> Choices:
    return [(metres, phrase("{metres} m", metres=written(metres))) for metres in PICTURE_WIDTHS]


def _chimes() -> Choices:
    return [(False, phrase_context("sound", "Off")), (True, phrase_context("sound", "On"))]


def _system(what: "str | Phrase") -> Phrase:
    return phrase("System ({what})", what=what)


ROWS = (
    Row("language", phrase("Language"), phrase("The language of the window"), _languages),
    Row(
        "theme", phrase("Theme"), phrase("Light or dark; the map stays white, since it is a poster"), _themes
    ),
    Row(
        "text_size",
        phrase("Text size"),
        phrase("How large the window’s text is; the map has its own zoom"),
        _text_sizes,
    ),
    Row("motion", phrase("Motion"), phrase("Whether menus slide and the caret blinks"), _motions),
    Row(
        "back_row",
        phrase("Back row"),
        phrase("How far from the wall the last ones sit: what is shown to them is as large as they need"),
        _back_rows,
    ),
    Row(
        "picture_width",
        phrase("Picture on the wall"),
        phrase("How wide the projector’s picture is"),
        _picture_widths,
    ),
    Row(
        "chime",
        phrase("Chime"),
        phrase("One soft stroke a minute before the end of an agenda item, two at its end; never in a vote"),
        _chimes,
        lambda: player().play(2),
    ),
    Row("lengths", phrase("Lengths"), phrase("The unit of paper sizes and margins"), _lengths),
    Row("paper", phrase("Paper"), phrase("The paper that a map’s first export begins with"), _papers),
)
