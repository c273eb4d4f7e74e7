"""What an option is: a field of a frozen model that says of itself how it is asked for.

Each deliverable and each format has such a model. The window's form, the arguments of the command line with
their help, and what is remembered of a map follow from it, so an option is written down once:

    margin: Annotated[float | None, Setting(EDGES, phrase("Margin"), flag="--margin", most=200)] = None
"""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from types import UnionType
from typing import Any, Literal, Self, get_args, get_origin, get_type_hints

from pydantic import BaseModel, ConfigDict

from app.language.phrases import NOTHING, Phrase, phrase, phrase_context

WHAT_IS_ON_IT = phrase("what is on it")
PAPER = phrase("paper")
SIZE_AND_SHEETS = phrase("size and sheets")
EDGES = phrase("edges")
LOOKS = phrase("colours")
BESIDE_IT = phrase("also on it")
FOOT = phrase("foot of each page")
PICTURES = phrase_context("options", "pictures")
GROUPS = (WHAT_IS_ON_IT, PAPER, SIZE_AND_SHEETS, EDGES, LOOKS, BESIDE_IT, FOOT, PICTURES)
"""The order in which settings are shown and explained; a group of one's own comes behind them."""

Named = Literal["map", "stage", "section", "persona", "note", "version"]
"""What of a project an option can name; it is looked up there by what people call it."""
MILLIMETRES, PERCENT = phrase_context("unit", "mm"), phrase_context("unit", "%")
ReportProgress = Callable[[float], None]
"""Told now and then which share (0–1) of something is done. What it raises ends the work."""


def ignore_progress(share: float) -> None:
    """For those who need not know how far something is."""


@dataclass(frozen=True, slots=True)
class Choice:
    """A value that an option may have, in the window's words; on the command line by a flag of its own."""

    value: object
    label: Phrase
    flag: str = ""
    help: Phrase = NOTHING


@dataclass(frozen=True, slots=True)
class Setting:
    """How an option is asked for. Without label it has no field in the window, without flag no argument."""

    group: Phrase
    label: Phrase = NOTHING
    tip: Phrase = NOTHING
    flag: str = ""
    help: Phrase = NOTHING
    metavar: Phrase = NOTHING
    unit: Phrase = NOTHING
    """What a number counts; of `PERCENT` a hundred are the number 1."""
    least: float = 0
    most: float = 0
    choices: tuple[Choice, ...] = ()
    other: Phrase = NOTHING
    """What the window calls a number that is none of the choices."""
    is_open: bool = False
    """Whether something else may be typed than what there is to choose from."""
    files: Phrase = NOTHING
    """The files that there are to choose from, as dialogs for files name them."""
    names: Named | None = None
    parse: Callable[[str], object] | None = None
    """What words on the command line mean. Raises FormatError for what they cannot."""
    usual: str | float = ""
    """What a number is where nothing is asked for: itself, or the property of the options that knows."""
    when: Callable[[Any], bool] | None = None
    """Whether it makes a difference, as the other options are."""
    instead_of: Phrase = NOTHING
    """Of the options that share these words, which name them all, only one can be asked for."""
    of_pages: bool = False
    """Whether it concerns pages alone, and so no drawing in one piece."""


class Options(BaseModel):
    """The options of a deliverable or of a format. One without any has none to offer."""

    model_config = ConfigDict(frozen=True, extra="forbid", arbitrary_types_allowed=True, defer_build=True)

    def changed(self, **values: object) -> Self:
        return type(self).model_validate({**dict(self), **values})


def settings_of(options: type[Options]) -> dict[str, Setting]:
    """The options that can be asked for, by name, in the order in which they are shown."""
    found = {
        name: setting
        for name, info in options.model_fields.items()
        for setting in info.metadata
        if isinstance(setting, Setting)
    }
    return dict(sorted(found.items(), key=lambda item: rank(item[1])))


def type_of(options: type[Options], name: str) -> type:
    """What an option holds where it holds something: bool, int, float, str, tuple or Path."""
    hint = get_type_hints(options)[name]
    alternatives = get_args(hint) if isinstance(hint, UnionType) else (hint,)
    for known in (bool, int, float, tuple, Path):
        if any(known in (found, get_origin(found)) for found in alternatives):
            return known
    return str


def rank(setting: Setting) -> int:
    return GROUPS.index(setting.group) if setting.group in GROUPS else len(GROUPS)
