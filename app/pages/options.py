"""What an option is: a field of a frozen model that says of itself how it is asked for.

Each deliverable and each format has such a model. The window's form, the arguments of the command line with
their help, and what is remembered of a map follow from it, so an option is written down once:

    margin: Annotated[
        float | None, Setting(EDGES, phrase("Margin"), flag="--margin"), Field(ge=0, le=200)
    ] = None

What a number may be stands in the field's own bounds, and form, arguments and the sentence for what is out of
range take it from there.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from math import isfinite
from pathlib import Path
from types import UnionType
from typing import Any, Literal, Self, Union, get_args, get_origin, get_type_hints

from annotated_types import Ge, Le
from pydantic import BaseModel, ConfigDict, ModelWrapValidatorHandler, ValidationError, model_validator
from pydantic.fields import FieldInfo

from app.language.phrases import NOTHING, Phrase, Value, phrase, phrase_context
from app.language.words import percent
from app.pages.errors import FormatError
from app.pages.lengths import format_length

_OUT_OF_RANGE = ("greater_than_equal", "less_than_equal", "finite_number")
WHAT_IS_ON_IT = phrase("what is on it")
PAPER = phrase("paper")
SIZE_AND_SHEETS = phrase("size and sheets")
EDGES = phrase("edges")
LOOKS = phrase("colours")
SIGNS = phrase("signs on the map")
BESIDE_IT = phrase("also on it")
FOOT = phrase("foot of each page")
PICTURES = phrase_context("options", "pictures")
TABLES = phrase_context("options", "tables")
GROUPS = (WHAT_IS_ON_IT, PAPER, SIZE_AND_SHEETS, EDGES, LOOKS, SIGNS, BESIDE_IT, FOOT, PICTURES, TABLES)
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
    """What a number may be: the bounds of its field, which `settings_of` looks up."""
    choices: tuple[Choice, ...] = ()
    other: Phrase = NOTHING
    """What the window calls a number that is none of the choices."""
    is_open: bool = False
    """Whether something else may be typed than what there is to choose from."""
    title: Callable[[str], Phrase] | None = None
    """What people call a value that is none of the choices, where that is not the value itself."""
    files: Phrase = NOTHING
    """The files that there are to choose from, as dialogs for files name them."""
    names: Named | None = None
    parse: Callable[[str], object] | None = None
    """What words on the command line mean. Raises FormatError for what they cannot."""
    usual: str | float = ""
    """What a number is where nothing is asked for: itself, or the property of the options that knows."""
    is_on: bool = False
    """Of what is or is not: whether it is where nothing is asked for, so that its flag leaves it out."""
    when: Callable[[Any], bool] | None = None
    """Whether it makes a difference, as the other options are."""
    instead_of: Phrase = NOTHING
    """Of the options that share these words, which name them all, only one can be asked for."""
    unless_asked: object = None
    """What it is on the command line where nothing is asked for, if that is not what it is in the window."""
    of_pages: bool = False
    """Whether it concerns pages alone, and so no drawing in one piece."""

    def allows(self, number: float) -> bool:
        return self.least <= number <= self.most

    def shown(self, number: float) -> Value:
        """A number as people say it, with what it counts where that belongs to it."""
        if not isfinite(number):
            return str(number)
        if self.unit == MILLIMETRES:
            return format_length(number)
        return percent(number) if self.unit == PERCENT else number

    def out_of_range(self, said: Value) -> Phrase:
        """The sentence for a number that it cannot be."""
        return phrase(
            "“{number}” is out of range: “{option}” may be {least} to {most}.",
            number=said,
            option=self.instead_of or self.label,
            least=self.shown(self.least),
            most=self.shown(self.most),
        )


class Options(BaseModel):
    """The options of a deliverable or of a format. One without any has none to offer."""

    model_config = ConfigDict(
        frozen=True, extra="forbid", arbitrary_types_allowed=True, defer_build=True, allow_inf_nan=False
    )

    @model_validator(mode="wrap")
    @classmethod
    def _say_what_is_out_of_range(cls, given: object, handler: ModelWrapValidatorHandler[Self]) -> Self:
        """Raises FormatError for the first number that its field's bounds do not allow."""
        try:
            return handler(given)
        except ValidationError as error:
            settings = settings_of(cls)
            for fault in error.errors(include_url=False):
                setting = settings.get(str(fault["loc"][0])) if fault["loc"] else None
                if setting is not None and fault["type"] in _OUT_OF_RANGE:
                    raise FormatError(setting.out_of_range(setting.shown(float(fault["input"])))) from error
            raise

    def changed(self, **values: object) -> Self:
        return type(self).model_validate({**dict(self), **values})


@cache
def settings_of(options: type[Options]) -> Mapping[str, Setting]:
    """The options that can be asked for, by name, in the order in which they are shown."""
    found = {
        name: _with_bounds(setting, info)
        for name, info in options.model_fields.items()
        for setting in info.metadata
        if isinstance(setting, Setting)
    }
    return dict(sorted(found.items(), key=lambda item: rank(item[1])))


def _with_bounds(setting: Setting, field: FieldInfo) -> Setting:
    """A setting with what the field's own bounds say of the number that it asks for."""
    least = next((float(str(bound.ge)) for bound in _bounds(field) if isinstance(bound, Ge)), 0.0)
    most = next((float(str(bound.le)) for bound in _bounds(field) if isinstance(bound, Le)), 0.0)
    return replace(setting, least=least, most=most)


def _bounds(field: FieldInfo) -> Iterator[object]:
    """The bounds of a field, or of the numbers that it can hold beside other things."""
    yield from field.metadata
    for kind in get_args(field.annotation):
        for held in getattr(kind, "__metadata__", ()):
            yield from held.metadata if isinstance(held, FieldInfo) else ()


def whole_number(text: str) -> int:
    """A whole number as it is written on the command line. Raises FormatError."""
    if not text.isdecimal():
        raise FormatError(phrase("“{text}” is not a whole number; write one such as 3.", text=text))
    return int(text)


def type_of(options: type[Options], name: str) -> type:
    """What an option holds where it holds something: bool, int, float, str, tuple or Path."""
    hint = get_type_hints(options)[name]
    alternatives = get_args(hint) if get_origin(hint) in (UnionType, Union) else (hint,)
    for known in (bool, int, float, tuple, Path):
        if any(known in (found, get_origin(found)) for found in alternatives):
            return known
    return str


def rank(setting: Setting) -> int:
    return GROUPS.index(setting.group) if setting.group in GROUPS else len(GROUPS)
