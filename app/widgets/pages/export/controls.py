"""Makes the fields of all options that can be asked for, each once, in the order in which they are shown."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from app import formats
from app.language.phrases import as_it_is
from app.pages import deliverables
from app.pages.options import Choice, Named, Options, Setting, rank, settings_of, type_of
from app.widgets.pages.export.control import Control, Number, OneOf, Switch, Words
from app.widgets.pages.export.joined_controls import ChoiceOrNumber, File, NumberWithUnit

Offered = Mapping[Named, Sequence[tuple[str, object]]]
"""What of the project there is to choose from, in words; a function gets at it."""


class Owned(NamedTuple):
    """A field with what it sets: the options of a format, or of what goes onto pages."""

    control: Control
    is_of_format: bool

    def belongs_to(self, settings: Mapping[str, Setting]) -> bool:
        """Whether it is the field of one of these options."""
        return settings.get(self.control.names[0]) == self.control.setting


def all_controls(offered: Offered) -> list[Owned]:
    """What several have alike has one field."""
    found: dict[tuple[bool, str, Setting], Owned] = {}
    of_pages = [(known.options_type, False) for known in deliverables.DELIVERABLES]
    of_formats = [(known.options_type, True) for known in formats.written()]
    for options, is_of_format in (*of_pages, *of_formats):
        for together in _together(settings_of(options)):
            name, setting = next(iter(together.items()))
            key = (is_of_format, name, setting)
            if key not in found:
                found[key] = Owned(control_for(options, together, offered), is_of_format)
    return sorted(found.values(), key=lambda owned: rank(owned.control.setting))


def _together(settings: Mapping[str, Setting]) -> Iterator[dict[str, Setting]]:
    """The settings that have a field; those of which only one can be asked for share it."""
    for name, setting in settings.items():
        rivals = {one: other for one, other in settings.items() if other.instead_of == setting.instead_of}
        if not setting.label:
            continue
        if not setting.instead_of:
            yield {name: setting}
        elif name == next(iter(rivals)):
            yield rivals


def control_for(options: type[Options], settings: dict[str, Setting], offered: Offered) -> Control:
    """The field of an option; of several of which only one can be asked for, the field that they share."""
    if len(settings) > 1:
        return NumberWithUnit(settings)
    ((name, setting),) = settings.items()
    holds = type_of(options, name)
    if setting.names is not None:
        there = tuple(Choice(value, as_it_is(words)) for words, value in offered[setting.names])
        return OneOf(name, setting, there)
    if setting.other:
        return ChoiceOrNumber(name, setting)
    if setting.choices:
        return OneOf(name, setting, setting.choices)
    if holds is bool:
        return Switch(name, setting)
    if holds in (int, float):
        return Number(name, setting, holds)
    return File(name, setting) if holds is Path else Words(name, setting)
